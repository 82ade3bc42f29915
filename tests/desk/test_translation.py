"""Translation as a duty: which edition a text follows, when it is left behind, and who says so."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article import translations
from articles.desk.article.refusal import Refusal
from articles.models import Revision, Track, Transition
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"
ENGLISH = {"title_en": "The canal", "body_en": f.BODY_EN, "slug_en": "canal"}


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.fixture
def translated(writer):
    """Arabic public, then English written from it."""
    article = f.make_edition(("ar",)).article
    return f.write(article, writer, **ENGLISH)


def track(article, language="en") -> Track:
    return Track.objects.get(article=article, language=language)


def correct(article, *, at=None):
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    note = {"correction_note_ar": "صُحّح رقم.", "correction_kind_ar": "substantive"}
    f.write(article, writer, title_ar=f"عنوان {next(f.serial)}", **note)
    return f.publish(article, "ar", at=at)


def stale(article) -> bool:
    return translations.left_behind(database_now()).filter(article=article).exists()


def told(article) -> list[str]:
    return list(Transition.objects.filter(article=article, verb="translation_stale").values_list("language", flat=True))


def test_the_first_words_beside_a_public_original_follow_its_newest_edition(writer):
    edition = f.make_edition(("ar",))
    assert track(edition.article).made_from is None
    f.write(edition.article, writer, **ENGLISH)
    assert track(edition.article).made_from == edition
    assert track(edition.article, "ar").made_from is None


def test_a_text_written_before_its_original_was_public_follows_it_from_its_submission(writer):
    article = f.make_article()
    first = f.publish(article, "ar")
    assert track(article).made_from is None
    workflow.submit(article.pk, "en", by=writer)
    assert track(article).made_from == first


def test_a_text_older_than_a_correction_follows_what_was_before_it(writer):
    article = f.make_article()
    first = f.publish(article, "ar")
    correct(article)
    workflow.submit(article.pk, "en", by=writer)
    assert track(article).made_from == first
    assert stale(article)


def test_the_first_public_language_is_the_original_for_good(translated, writer):
    f.publish(translated, "en")
    correct(translated)
    assert track(translated, "ar").made_from is None
    with pytest.raises(Refusal) as refusal:
        workflow.translation_checked(translated.pk, "ar", by=writer, edition=1)
    assert refusal.value.code == "original"


def test_of_an_archive_s_two_languages_the_one_published_first_is_the_original(writer):
    article = f.make_article(by=writer)
    for language in ("ar", "en"):
        workflow.submit(article.pk, language, by=writer)
        fingerprint = f.fingerprint_of(article, language)
        workflow.approve_archive(article.pk, language, by=f.make_user(role="editor"), fingerprint=fingerprint)
    now = database_now()
    assert translations.translation_of(article, track(article, "ar"), now) is None
    assert translations.translation_of(article, track(article, "en"), now).made_from.language == "ar"


def test_nothing_is_noted_where_the_original_is_not_public(writer):
    article = f.make_edition(("ar",)).article
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    f.write(article, writer, **ENGLISH)
    assert track(article).made_from is None


def test_a_correction_leaves_the_translation_behind_until_it_is_checked(translated, writer):
    assert not stale(translated)
    assert told(translated) == []
    second = correct(translated)
    assert stale(translated)
    assert told(translated) == ["en"]
    version, revisions = translated.version, Revision.objects.filter(article=translated).count()
    workflow.translation_checked(translated.pk, "en", by=writer, edition=second.number)
    assert not stale(translated)
    assert track(translated).made_from == second
    assert Revision.objects.filter(article=translated).count() == revisions
    translated.refresh_from_db()
    assert translated.version == version + 1, "the correction's own save, and no other"
    correct(translated)
    assert stale(translated)
    assert told(translated) == ["en", "en"]


def test_a_scheduled_correction_is_told_at_once_and_stale_when_it_is_public(translated):
    later = database_now() + timedelta(days=1)
    correct(translated, at=later)
    assert told(translated) == ["en"]
    assert not stale(translated)
    assert translations.left_behind(later + timedelta(seconds=1)).filter(article=translated).exists()
    workflow.reschedule(translated.pk, "ar", by=f.make_user(role="editor"), at=later + timedelta(days=1))
    assert told(translated) == ["en"], "another time is no other text"


def test_a_withdrawn_original_is_said_until_the_translation_was_looked_at(translated, writer):
    editor = f.make_user(role="editor")
    workflow.withdraw(translated.pk, "ar", by=editor, reason="بأمر المحكمة")
    assert stale(translated)
    assert told(translated) == ["en"]
    workflow.translation_checked(translated.pk, "en", by=writer, edition=1)
    assert not stale(translated)
    assert translations.translation_of(translated, track(translated), database_now()).withdrawn


def test_withdrawing_every_language_leaves_nothing_behind(translated):
    f.publish(translated, "en")
    editor = f.make_user(role="editor")
    workflow.withdraw_all(translated.pk, by=editor, reasons={"ar": "سبب", "en": "Reason"})
    assert not stale(translated)
    assert told(translated) == []


@pytest.mark.parametrize("state", ["draft", "review", "approved", "withdrawn"])
def test_it_is_checked_in_every_state(translated, writer, state):
    if state == "review":
        workflow.submit(translated.pk, "en", by=writer)
    if state in ("approved", "withdrawn"):
        f.publish(translated, "en")
    if state == "withdrawn":
        workflow.withdraw(translated.pk, "en", by=f.make_user(role="editor"), reason="سبب")
    workflow.translation_checked(translated.pk, "en", by=writer, edition=1)
    assert track(translated).state == state


@pytest.mark.parametrize(
    ("who", "edition", "code"),
    [
        ({"role": "writer", "branch": "نيروبي"}, 1, "branch"),
        ({"role": "writer", "languages": ["ar"]}, 1, "language"),
        ({"role": "writer"}, 7, "edition"),
        ({"role": "writer"}, 0, "edition"),
        ({}, 1, "branch"),
    ],
)
def test_who_may_not_and_what_does_not_exist(translated, who, edition, code):
    if "branch" in who:
        who = who | {"branch": f.make_branch(who["branch"], "Nairobi")}
    before = Transition.objects.count()
    with pytest.raises(Refusal) as refusal:
        workflow.translation_checked(translated.pk, "en", by=f.make_user(**who), edition=edition)
    assert refusal.value.code == code
    assert Transition.objects.count() == before


# The page and the panel


def page(user, article, language="en"):
    client = Client()
    client.force_login(user, BACKEND)
    return client.get(reverse("admin:articles_article_translation", args=[article.pk, language]))


def test_the_page_shows_what_changed_beside_the_translation_and_its_button_notes_it(translated, writer):
    second = correct(translated)
    response = page(writer, translated)
    shown = response.content.decode()
    assert response.status_code == 200
    assert response.context["changes"]
    assert "The canal" in shown
    assert 'name="edition" value="2"' in shown
    client = Client()
    client.force_login(writer, BACKEND)
    url = reverse("admin:articles_article_translation", args=[translated.pk, "en"])
    assert client.post(url, {"edition": "x"}).status_code == 409
    assert client.post(url, {"edition": "2"}).status_code == 302
    assert track(translated).made_from == second
    assert page(writer, translated).context["changes"] is None


def test_who_may_not_write_reads_without_a_button(translated):
    reader = f.make_user(role="writer", languages=["ar"])
    response = page(reader, translated)
    assert response.status_code == 200
    assert 'name="edition"' not in response.content.decode()


@pytest.mark.parametrize("role", ["writer", "editor", "manager"])
def test_another_branch_has_no_page(translated, role):
    stranger = f.make_user(role=role, branch=f.make_branch("نيروبي", "Nairobi"))
    assert page(stranger, translated).status_code == 404


def test_the_original_has_no_page(translated, writer):
    assert page(writer, translated, "ar").status_code == 404


def test_the_panel_says_where_the_translation_stands(translated, writer):
    client = Client()
    client.force_login(writer, BACKEND)
    url = reverse("admin:articles_article_change", args=[translated.pk])

    def says():
        stands = {p.track.language: p.translation for p in client.get(url).context["panels"]}
        assert stands["ar"] is None
        return stands["en"].stale, stands["en"].withdrawn

    assert says() == (False, False)
    correct(translated)
    assert says() == (True, False)
    workflow.withdraw(translated.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert says() == (True, True)
