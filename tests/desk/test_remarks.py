"""Remarks on a report or a passage of it: no content, told to people, counted; in the way where a branch wants it."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.models import Article, ReviewNote, Revision, Track, Transition
from authors.models import Branch
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"
PASSAGE = "يُعدّ القرارُ تحوّلًا مفصليًا في المشهد، وله نتيجتان."
NAIROBI = ("نيروبي", "Nairobi")


def login(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def screen(article, query="") -> str:
    return reverse("admin:articles_article_review", args=[article.pk, "ar"]) + query


def text_of(response) -> str:
    return html.unescape(response.content.decode())


@pytest.fixture
def article():
    article = f.make_article()
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    return article


@pytest.fixture
def editor():
    return f.make_user(role="editor")


def test_a_remark_is_no_content(article, editor):
    before = [list(m.objects.order_by("pk").values()) for m in (Article, Track, Revision)]
    fingerprint = f.fingerprint_of(article)
    workflow.remark(article.pk, "ar", by=editor, text="راجع هذا.", quote=PASSAGE)
    assert [list(m.objects.order_by("pk").values()) for m in (Article, Track, Revision)] == before
    assert f.fingerprint_of(article) == fingerprint
    assert workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint), "a remark makes nobody a contributor"


def test_it_is_recorded_so_that_people_can_be_told(article, editor):
    note = workflow.remark(article.pk, "ar", by=editor, text="راجع هذا.")
    workflow.resolve_remark(note.pk, by=editor)
    workflow.reopen_remark(note.pk, by=editor)
    done = Transition.objects.filter(article=article).order_by("pk").values_list("verb", "reason", "language")
    assert list(done)[-3:] == [
        ("remark", "راجع هذا.", "ar"),
        ("resolve_remark", "راجع هذا.", "ar"),
        ("reopen_remark", "راجع هذا.", "ar"),
    ]


def test_the_same_remark_sent_twice_is_one(article, editor):
    for _time in range(2):
        login(editor).post(screen(article), {"verb": "remark", "text": "مرتين"})
    assert ReviewNote.objects.count() == 1


def test_add_resolve_reopen_on_the_screen(article, editor):
    client = login(editor)
    assert "راجع العدد" not in text_of(client.get(screen(article)))
    client.post(screen(article), {"verb": "remark", "text": "راجع العدد", "quote": PASSAGE})
    note = ReviewNote.objects.get()
    assert (note.quote, note.by, note.version, note.language) == (PASSAGE, editor, 1, "ar")
    assert "راجع العدد" in text_of(client.get(screen(article)))
    client.post(screen(article), {"verb": "resolve_remark", "note": note.pk})
    note.refresh_from_db()
    assert note.resolved_by == editor
    assert client.post(screen(article), {"verb": "resolve_remark", "note": note.pk}).status_code == 302
    client.post(screen(article), {"verb": "reopen_remark", "note": note.pk})
    note.refresh_from_db()
    assert (note.resolved_by, note.resolved_at) == (None, None)
    assert client.post(screen(article), {"verb": "reopen_remark", "note": note.pk}).status_code == 302


def at_block(response) -> bool:
    """Whether the remark stands at a block of the text."""
    return 'id="at-remark-' in text_of(response)


@pytest.mark.parametrize("quote", [PASSAGE, "أولى", "تداعيات القرار", "ملخص التقرير."])
def test_a_remark_stands_at_its_passage_while_that_stands(article, editor, quote):
    workflow.remark(article.pk, "ar", by=editor, text="هنا", quote=quote)
    response = login(editor).get(screen(article))
    assert at_block(response)
    assert "على مقطع تغيّر بعد ذلك" not in text_of(response)


def test_a_remark_on_a_passage_that_has_changed_shows_what_it_was(article, editor):
    workflow.remark(article.pk, "ar", by=editor, text="هنا", quote=PASSAGE)
    writer = f.make_user(role="writer")
    workflow.take_back(article.pk, "ar", by=writer)
    f.write(article, writer, body_ar="<p>نص آخر تمامًا.</p>")
    response = login(editor).get(screen(article))
    assert not at_block(response)
    assert "على مقطع تغيّر بعد ذلك" in text_of(response)
    assert "تحوّلًا مفصليًا" in text_of(response)


def test_the_comparison_can_be_remarked_upon_too(editor):
    article = f.make_edition().article
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, body_ar=article.body_ar.replace("نتيجتان", "ثلاث نتائج"))
    changed = PASSAGE.replace("نتيجتان", "ثلاث نتائج")
    response = login(editor).get(screen(article))
    assert f'data-quote="{changed}"' in text_of(response)
    login(editor).post(screen(article), {"verb": "remark", "text": "ما الثالثة؟", "quote": changed})
    assert at_block(login(editor).get(screen(article, "?view=whole")))


def test_a_writer_sees_and_resolves_it_on_the_change_form(article, editor):
    writer = f.make_user(role="writer")
    note = workflow.remark(article.pk, "ar", by=editor, text="راجع العدد", quote=PASSAGE)
    workflow.send_back(article.pk, "ar", by=editor, reason="انظر الملاحظة")
    change = reverse("admin:articles_article_change", args=[article.pk])
    client = login(writer)
    assert "راجع العدد" in text_of(client.get(change))
    assert 'value="resolve_remark"' in text_of(client.get(change))
    response = client.post(screen(article), {"verb": "resolve_remark", "note": note.pk, "back": "change"})
    assert response["Location"] == change
    assert 'class="remarks"' not in text_of(client.get(change))


def test_resolved_in_place_it_answers_with_nothing(article, editor):
    note = workflow.remark(article.pk, "ar", by=editor, text="راجع العدد")
    data = {"verb": "resolve_remark", "note": note.pk}
    assert login(editor).post(screen(article), data, headers={"X-Requested-With": "fetch"}).status_code == 204


# role, branch, languages → may remark
ROLES = [
    ("writer", None, ("ar",), True),
    ("editor", None, ("ar",), True),
    ("manager", None, ("en",), True),
    ("writer", None, ("en",), False),
    ("editor", None, ("en",), False),
    ("writer", NAIROBI, ("ar",), False),
    ("manager", NAIROBI, ("ar",), False),
]


@pytest.mark.parametrize(("role", "branch", "languages", "may"), ROLES)
def test_who_remarks(article, editor, role, branch, languages, may):
    user = f.make_user(role=role, branch=f.make_branch(*branch) if branch else None, languages=languages)
    note = workflow.remark(article.pk, "ar", by=editor, text="راجع العدد")
    statuses = [
        login(user).post(screen(article), data).status_code
        for data in ({"verb": "remark", "text": "لي رأي"}, {"verb": "resolve_remark", "note": note.pk})
    ]
    assert statuses == ([302, 302] if may else [404, 404] if branch else [409, 409])
    assert ReviewNote.objects.filter(text="لي رأي").exists() == may
    note.refresh_from_db()
    assert bool(note.resolved_at) == may
    if not may:
        for verb in (workflow.resolve_remark, workflow.reopen_remark):
            with pytest.raises(Refusal):
                verb(note.pk, by=user)
        with pytest.raises(Refusal):
            workflow.remark(article.pk, "ar", by=user, text="لي رأي")


def test_a_remark_of_another_report_is_not_reached_through_this_one(article, editor):
    theirs = f.make_article()
    note = workflow.remark(theirs.pk, "ar", by=editor, text="راجع العدد")
    english = workflow.remark(article.pk, "en", by=editor, text="Check this")
    for forged in (note.pk, english.pk, 999_999, "abc", "9" * 25, "", "-1", "²"):
        response = login(editor).post(screen(article), {"verb": "resolve_remark", "note": forged})
        assert response.status_code == 404, forged
    assert not ReviewNote.objects.exclude(resolved_at=None).exists()


def test_nothing_that_is_remarked_runs(article, editor):
    attack = "<script>alert(1)</script>"
    workflow.remark(article.pk, "ar", by=editor, text=f"انظر {attack}", quote=attack)
    pages = [screen(article), reverse("admin:articles_article_change", args=[article.pk])]
    for page in pages:
        assert attack not in login(editor).get(page).content.decode()


def test_open_remarks_are_counted_in_the_list(article, editor):
    url = reverse("admin:articles_article_changelist")
    for n in range(3):
        workflow.remark(article.pk, "ar", by=editor, text=f"ملاحظة {n}")
    workflow.resolve_remark(ReviewNote.objects.first().pk, by=editor)
    response = login(editor).get(url)
    assert '<td class="field-open_remarks">2</td>' in text_of(response)


def test_approving_over_open_remarks_is_said_before(article, editor):
    assert "رغم ذلك" not in text_of(login(editor).get(screen(article)))
    workflow.remark(article.pk, "ar", by=editor, text="راجع العدد")
    assert "رغم ذلك" in text_of(login(editor).get(screen(article)))


def test_where_a_branch_wants_it_open_remarks_are_in_the_way(article, editor):
    Branch.objects.update(open_notes_block=True)
    for n in range(2):
        workflow.remark(article.pk, "ar", by=editor, text=f"ملاحظة {n}")
    workflow.remark(article.pk, "en", by=editor, text="of the other language")
    fingerprint = f.fingerprint_of(article)
    page = text_of(login(editor).get(screen(article)))
    assert "ملاحظتان مفتوحتان (2)" in page
    assert 'value="approve"' not in page
    with pytest.raises(Refusal, match=r"ملاحظتان مفتوحتان \(2\)") as refusal:
        workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint)
    assert refusal.value.code == "notes.open"
    for note in ReviewNote.objects.filter(language="ar"):
        workflow.resolve_remark(note.pk, by=editor)
    assert workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint)


def test_a_guest_hears_nothing_of_the_other_language(article, editor):
    guest = f.make_user(role="editor", branch=f.make_branch(*NAIROBI))
    workflow.call_in(article.pk, "ar", by=f.make_user(role="manager"), editor=guest)
    workflow.remark(article.pk, "en", by=editor, text="a secret of the English text")
    workflow.remark(article.pk, "ar", by=editor, text="راجع العدد")
    client = login(guest)
    pages = [screen(article), reverse("admin:articles_article_change", args=[article.pk])]
    for page in pages:
        shown = text_of(client.get(page))
        assert "راجع العدد" in shown
        assert "a secret" not in shown
    assert client.get(reverse("admin:articles_article_review", args=[article.pk, "en"])).status_code == 404


@pytest.mark.parametrize("verb", ["send_back", "withdraw"])
def test_a_reason_past_all_measure_is_refused_with_its_length(article, editor, verb):
    if verb == "withdraw":
        workflow.approve(article.pk, "ar", by=editor, fingerprint=f.fingerprint_of(article))
    before = Track.objects.get(article=article, language="ar").state
    with pytest.raises(Refusal, match="2001") as refusal:
        getattr(workflow, verb)(article.pk, "ar", by=editor, reason="س" * 2001)
    assert refusal.value.code == "reason.too_long"
    assert Track.objects.get(article=article, language="ar").state == before
    getattr(workflow, verb)(article.pk, "ar", by=editor, reason="س" * 2000)
