"""The verbs, seen from outside: what they do to the tracks, to the editions and to the record."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.refusal import Conflict, Refusal
from articles.models import Article, Revision, Track, Transition
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def state(article, language="ar"):
    return Track.objects.get(article=article, language=language).state


def live(article, language="ar"):
    return Edition.live_at(database_now()).filter(article=article, language=language).first()


def scheduled(article, language="ar"):
    return Edition.ahead_of(database_now()).filter(article=article, language=language).first()


def tomorrow(days=1):
    return database_now() + timedelta(days=days)


def refusal_code(act):
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code


def correct(article, language="ar", **changes):
    """Reopen, change with a correction note, submit and approve."""
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, language, by=writer)
    note = {f"correction_note_{language}": "صُحّح تاريخ الاتفاق.", f"correction_kind_{language}": "substantive"}
    f.write(article, writer, **note | changes)
    return f.publish(article, language)


@pytest.mark.both_databases
def test_a_report_goes_from_draft_to_the_public():
    article = f.make_article()
    assert state(article) == "draft"
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    assert state(article) == "review"
    assert live(article) is None
    edition = workflow.approve(article.pk, "ar", by=f.make_user(role="editor"), fingerprint=f.fingerprint_of(article))
    assert state(article) == "approved"
    assert live(article) == edition
    assert live(article, "en") is None
    assert state(article, "en") == "draft"
    verbs = Transition.objects.filter(article=article).order_by("pk").values_list("verb", "from_state", "to_state")
    assert list(verbs) == [("submit", "draft", "review"), ("approve", "review", "approved")]
    assert Transition.objects.get(verb="approve").fingerprint == edition.fingerprint


def test_send_back_and_take_back_return_to_draft():
    article, writer = f.make_article(), f.make_user(role="writer")
    workflow.submit(article.pk, "ar", by=writer)
    workflow.send_back(article.pk, "ar", by=f.make_user(role="editor"), reason="راجع الأرقام")
    assert state(article) == "draft"
    assert Transition.objects.get(verb="send_back").reason == "راجع الأرقام"
    workflow.submit(article.pk, "ar", by=writer)
    workflow.take_back(article.pk, "ar", by=writer)
    assert state(article) == "draft"


def test_a_scheduled_edition_appears_by_the_clock_alone():
    article = f.make_article()
    at = tomorrow()
    edition = f.publish(article, at=at)
    assert live(article) is None
    assert edition in Edition.live_at(at)
    assert edition not in Edition.live_at(at - timedelta(seconds=1))


@pytest.mark.both_databases
def test_a_second_scheduled_edition_hands_over_at_its_moment():
    article = f.make_article()
    first = f.publish(article)
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    f.write(
        article,
        f.make_user(role="writer"),
        title_ar="عنوان أدق",
        correction_note_ar="صُحّح العنوان.",
        correction_kind_ar="minor",
    )
    at = tomorrow()
    second = f.publish(article, at=at)
    assert live(article) == first
    before, after = Edition.live_at(at - timedelta(seconds=1)), Edition.live_at(at)
    assert list(before) == [first]
    assert list(after) == [second]
    assert second.first_live_from == first.live_from


@pytest.mark.both_databases
def test_cancel_reopens_the_end_of_the_edition_before():
    article = f.make_article()
    first = f.publish(article)
    correct_at = tomorrow()
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان", correction_note_ar="صُحّح.", correction_kind_ar="minor")
    f.publish(article, at=correct_at)
    workflow.cancel(article.pk, "ar", by=editor)
    assert state(article) == "draft"
    first.refresh_from_db()
    assert (first.live_until, first.ended_why) == (None, "")
    assert scheduled(article) is None
    note = Track.objects.get(article=article, language="ar").correction_note
    assert note == "صُحّح.", "cancel keeps the note, since it was never printed"
    assert all(broken is None for broken in verify())


def test_cancel_leaves_other_states_as_they_are():
    article = f.make_article()
    f.publish(article, at=tomorrow())
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    workflow.cancel(article.pk, "ar", by=f.make_user(role="editor"))
    assert state(article) == "review"


@pytest.mark.both_databases
def test_reschedule_keeps_the_text_and_the_state():
    article = f.make_article()
    edition = f.publish(article, at=tomorrow())
    moved = workflow.reschedule(article.pk, "ar", by=f.make_user(role="editor"), at=tomorrow(3))
    assert moved.fingerprint == edition.fingerprint
    assert state(article) == "approved"
    edition.refresh_from_db()
    assert edition.live_until == edition.live_from
    assert edition.ended_why == "cancelled"


def test_reschedule_needs_four_eyes_and_the_embargo_again():
    article = f.make_article()
    f.publish(article, at=tomorrow())
    contributor = Revision.objects.get(article=article).by
    f.Membership.objects.create(user=contributor, branch=article.branch, role="editor", language="ar")
    assert refusal_code(lambda: workflow.reschedule(article.pk, "ar", by=contributor, at=tomorrow(2))) == "four_eyes"
    workflow.set_embargo(article.pk, by=f.make_user(role="editor"), not_before=tomorrow() - timedelta(hours=1))
    early = database_now() + timedelta(hours=1)
    editor = f.make_user(role="editor")
    assert refusal_code(lambda: workflow.reschedule(article.pk, "ar", by=editor, at=early)) == "embargo"


@pytest.mark.both_databases
def test_withdraw_ends_what_is_live_and_what_is_scheduled():
    article = f.make_article()
    first = f.publish(article)
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان", correction_note_ar="صُحّح.", correction_kind_ar="minor")
    f.publish(article, at=tomorrow())
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="بحكم قضائي")
    assert state(article) == "withdrawn"
    assert live(article) is None
    assert scheduled(article) is None
    first.refresh_from_db()
    assert (first.ended_why, first.ended_note) == ("withdrawn", "بحكم قضائي")


@pytest.mark.parametrize("before", ["draft", "review", "approved"])
def test_withdraw_from_any_state(before):
    article, writer = f.make_article(), f.make_user(role="writer")
    f.publish(article)
    if before != "approved":
        workflow.reopen(article.pk, "ar", by=writer)
        f.write(article, writer, correction_note_ar="صُحّح.", correction_kind_ar="minor")
    if before == "review":
        workflow.submit(article.pk, "ar", by=writer)
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="manager"), reason="سبب")
    assert state(article) == "withdrawn"
    workflow.reopen(article.pk, "ar", by=writer)
    assert state(article) == "draft"


@pytest.mark.both_databases
def test_withdrawing_both_languages_is_one_transaction():
    article = f.make_article()
    f.publish(article)
    f.publish(article, "en")
    only_arabic = f.make_user(role="editor", languages=["ar"])
    code = refusal_code(
        lambda: workflow.withdraw_all(article.pk, by=only_arabic, reasons={"ar": "سبب", "en": "A reason"})
    )
    assert code == "language"
    assert live(article) is not None
    assert state(article) == "approved"
    workflow.withdraw_all(article.pk, by=f.make_user(role="editor"), reasons={"ar": "سبب", "en": "A reason"})
    assert live(article) is None
    assert live(article, "en") is None


@pytest.mark.both_databases
def test_withdrawn_within_the_same_millisecond(monkeypatch):
    article = f.make_article()
    edition = f.publish(article)
    monkeypatch.setattr(workflow.publication, "database_now", lambda: edition.live_from)
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    edition.refresh_from_db()
    assert edition.live_until > edition.live_from


# The correction note


def test_the_note_is_due_exactly_when_an_edition_was_public():
    article, writer = f.make_article(), f.make_user(role="writer")
    f.write(article, writer, correction_note_ar="لا شيء يصحح", correction_kind_ar="minor")
    assert refusal_code(lambda: f.publish(article)) == "note.not_due"
    workflow.take_back(article.pk, "ar", by=writer)
    f.write(article, writer, correction_note_ar="", correction_kind_ar="")
    f.publish(article)
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان آخر")
    assert refusal_code(lambda: f.publish(article)) == "note.due"


def test_a_note_without_its_kind_is_not_sent_to_review():
    article = f.make_article()
    f.publish(article)
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان آخر", correction_note_ar="صُحّح.")
    assert refusal_code(lambda: workflow.submit(article.pk, "ar", by=writer)) == "note.kind"
    f.write(article, writer, correction_kind_ar="minor")
    workflow.submit(article.pk, "ar", by=writer)


def test_each_return_to_draft_clears_the_note():
    article = f.make_article()
    f.publish(article)
    second = correct(article, title_ar="عنوان أدق")
    assert second.correction_note
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    assert Track.objects.get(article=article, language="ar").correction_note == ""


def test_a_note_for_a_scheduled_first_edition_is_not_due_until_it_is_public():
    article, writer = f.make_article(), f.make_user(role="writer")
    f.publish(article, at=tomorrow())
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان آخر")
    assert f.publish(article).correction_note == ""


# Four eyes


def test_a_writes_b_touches_a_does_not_approve():
    a = f.make_user(role="editor")
    article = f.make_article(by=a)
    f.write(article, f.make_user(role="writer"), title_ar="عنوان لمسه غيره")
    workflow.submit(article.pk, "ar", by=a)
    code = refusal_code(lambda: workflow.approve(article.pk, "ar", by=a, fingerprint=f.fingerprint_of(article)))
    assert code == "four_eyes"


@pytest.mark.both_databases
def test_contribution_counts_from_the_live_edition():
    old_hand = f.make_user(role="editor")
    article = f.make_article(by=old_hand)
    f.publish(article)
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان", correction_note_ar="صُحّح.", correction_kind_ar="minor")
    edition = f.publish(article, approver=old_hand)
    assert edition.approved_by == old_hand
    assert [person["id"] for person in edition.written_by] == [writer.pk]


def test_a_scheduled_edition_does_not_reset_contribution():
    a = f.make_user(role="editor")
    article = f.make_article(by=a)
    f.publish(article, at=tomorrow())
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    f.write(article, f.make_user(role="writer"), title_ar="عنوان")
    assert refusal_code(lambda: f.publish(article, approver=a)) == "four_eyes"


def test_a_shared_field_makes_a_contributor_to_both_languages():
    article, b = f.make_article(), f.make_user(role="editor")
    f.write(article, b, topics=[f.make_topic().pk])
    assert refusal_code(lambda: f.publish(article, "ar", approver=b)) == "four_eyes"
    assert refusal_code(lambda: f.publish(article, "en", approver=b)) == "four_eyes"


def test_the_other_language_makes_no_contributor():
    article, b = f.make_article(), f.make_user(role="editor")
    f.write(article, b, title_en="A better title")
    assert f.publish(article, "ar", approver=b)


def test_a_superuser_who_contributed_does_not_approve():
    boss = f.User.objects.create_superuser("boss")
    article = f.make_article(by=boss)
    assert refusal_code(lambda: f.publish(article, approver=boss)) == "four_eyes"


def test_an_untouched_save_writes_nothing():
    article, other = f.make_article(), f.make_user(role="editor")
    before = draft.read(article)
    f.write(article, other, **before)
    assert Revision.objects.filter(article=article).count() == 1
    assert Article.objects.get(pk=article.pk).version == 1
    assert f.publish(article, approver=other)


# Shared fields, and Arabic published while English is elsewhere


@pytest.mark.parametrize("english", ["draft", "review", "approved"])
def test_arabic_goes_out_whatever_english_does(english):
    article = f.make_article()
    if english == "review":
        workflow.submit(article.pk, "en", by=f.make_user(role="writer"))
    if english == "approved":
        f.publish(article, "en")
    f.publish(article, "ar")
    assert state(article, "en") == english
    assert (live(article, "en") is not None) == (english == "approved")
    assert live(article, "ar").title == article.title_ar


@pytest.mark.parametrize(
    ("english", "refused", "english_after"),
    [("draft", None, "draft"), ("review", "locked", "review"), ("approved", None, "draft")],
)
def test_a_shared_field_changed_under_each(english, refused, english_after):
    article, writer = f.make_article(), f.make_user(role="writer")
    f.publish(article, "ar")
    if english == "review":
        workflow.submit(article.pk, "en", by=writer)
    if english == "approved":
        f.publish(article, "en")
    editions = set(Edition.live_at(database_now()))

    def change():
        return f.write(article, writer, topics=[f.make_topic().pk])

    if refused:
        assert refusal_code(change) == refused
        assert state(article, "ar") == "approved"
    else:
        change()
        assert state(article, "ar") == "draft"
    assert state(article, "en") == english_after
    assert set(Edition.live_at(database_now())) == editions, "the editions stay up"


def test_a_shared_change_needs_the_right_in_every_language_it_reopens():
    article = f.make_article()
    f.publish(article, "en")
    arabic_only = f.make_user(role="writer", languages=["ar"])
    change = {"topics": [f.make_topic().pk]}
    assert refusal_code(lambda: f.write(article, arabic_only, **change)) == "language"
    assert state(article, "en") == "approved"
    workflow.reopen(article.pk, "en", by=f.make_user(role="writer"))
    f.write(article, arabic_only, **change)


def test_moving_to_another_branch_needs_both_branches():
    article, nairobi = f.make_article(), f.make_branch("نيروبي", "Nairobi")
    writer = f.make_user(role="writer")
    assert refusal_code(lambda: f.write(article, writer, branch=nairobi.pk)) == "branch"
    f.Membership.objects.create(user=writer, branch=nairobi, role="writer", language="ar")
    writer = f.User.objects.get(pk=writer.pk)
    f.write(article, writer, branch=nairobi.pk)
    assert Article.objects.get(pk=article.pk).branch == nairobi


# Writing at the same time


def test_changes_to_different_fields_merge():
    article = f.make_article()
    a, b = f.make_user(role="writer"), f.make_user(role="writer")
    opened = draft.read(article)
    workflow.write(article.pk, by=a, changes=opened | {"title_ar": "عنوان أ"}, base_version=1)
    workflow.write(article.pk, by=b, changes=opened | {"standfirst_ar": "ملخص ب"}, base_version=1)
    now = draft.read(Article.objects.get(pk=article.pk))
    assert (now["title_ar"], now["standfirst_ar"]) == ("عنوان أ", "ملخص ب")


@pytest.mark.both_databases
def test_the_same_field_is_a_conflict_that_holds_both_texts():
    article = f.make_article()
    a, b = f.make_user(role="writer"), f.make_user(role="writer")
    opened = draft.read(article)
    workflow.write(article.pk, by=a, changes=opened | {"title_ar": "عنوان أ"}, base_version=1)
    mine = opened | {"title_ar": "عنوان ب", "standfirst_ar": "ملخص ب"}
    with pytest.raises(Conflict) as conflict:
        workflow.write(article.pk, by=b, changes=mine, base_version=1)
    assert conflict.value.fields == {"title_ar": ("عنوان أ", "عنوان ب")}
    assert draft.read(Article.objects.get(pk=article.pk))["standfirst_ar"] != "ملخص ب", "nothing half-stored"
    workflow.write(
        article.pk,
        by=b,
        changes=mine,
        base_version=1,
        decided_version=conflict.value.version,
        decided_fields=["title_ar"],
    )
    now = draft.read(Article.objects.get(pk=article.pk))
    assert (now["title_ar"], now["standfirst_ar"]) == ("عنوان ب", "ملخص ب")


def test_a_decision_holds_only_for_the_text_that_was_seen():
    article = f.make_article()
    a, b = f.make_user(role="writer"), f.make_user(role="writer")
    opened = draft.read(article)
    f.write(article, a, title_ar="عنوان أ")
    f.write(article, a, title_ar="عنوان أ ثانٍ")
    with pytest.raises(Conflict):
        workflow.write(
            article.pk,
            by=b,
            changes=opened | {"title_ar": "عنوان ب"},
            base_version=1,
            decided_version=2,
            decided_fields=["title_ar"],
        )


def test_submitting_another_version_than_the_one_seen():
    article, writer = f.make_article(), f.make_user(role="writer")
    f.write(article, writer, title_ar="عنوان جديد")
    assert refusal_code(lambda: workflow.submit(article.pk, "ar", by=writer, version=1)) == "stale_version"
    workflow.submit(article.pk, "ar", by=writer, version=2)


# Embargo, archive, guests, bin


def test_an_embargo_holds_and_does_not_touch_the_fingerprint():
    article, editor = f.make_article(), f.make_user(role="editor")
    before = f.fingerprint_of(article)
    workflow.set_embargo(article.pk, by=editor, not_before=tomorrow(2))
    assert f.fingerprint_of(article) == before
    assert refusal_code(lambda: f.publish(article)) == "embargo"
    assert (
        refusal_code(lambda: workflow.approve(article.pk, "ar", by=editor, fingerprint=before, at=tomorrow()))
        == "embargo"
    )
    workflow.approve(article.pk, "ar", by=editor, fingerprint=before, at=tomorrow(3))
    assert refusal_code(lambda: workflow.set_embargo(article.pk, by=editor, not_before=tomorrow(4))) == "embargo"
    workflow.set_embargo(article.pk, by=editor, not_before=None)


@pytest.mark.both_databases
def test_an_archive_is_dated_by_its_byline_at_noon_in_cairo():
    article, writer = f.make_article(), f.make_user(role="writer")
    workflow.submit(article.pk, "ar", by=writer)
    edition = workflow.approve_archive(
        article.pk, "ar", by=f.make_user(role="editor"), fingerprint=f.fingerprint_of(article)
    )
    assert edition.live_from == datetime(2025, 11, 16, 10, tzinfo=UTC)
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, correction_note_ar="صُحّح.", correction_kind_ar="minor")
    workflow.submit(article.pk, "ar", by=writer)
    code = refusal_code(
        lambda: workflow.approve_archive(
            article.pk, "ar", by=f.make_user(role="editor"), fingerprint=f.fingerprint_of(article)
        )
    )
    assert code == "archive.published"


def test_an_archive_is_never_dated_later_than_now():
    article = f.make_article()
    row = draft.read(article)["attributions"]
    far = (database_now() + timedelta(days=30)).date().isoformat()
    writer = f.make_user(role="writer")
    f.write(article, writer, attributions=[row[0] | {"date": far}, *row[1:]])
    workflow.submit(article.pk, "ar", by=writer)
    edition = workflow.approve_archive(
        article.pk, "ar", by=f.make_user(role="editor"), fingerprint=f.fingerprint_of(article)
    )
    assert edition.live_from <= database_now()


def test_an_editor_called_in_decides_on_this_track_only():
    article, other = f.make_article(), f.make_article()
    nairobi = f.make_branch("نيروبي", "Nairobi")
    guest = f.make_user(role="editor", branch=nairobi)
    for a in (article, other):
        workflow.submit(a.pk, "ar", by=f.make_user(role="writer"))
    assert (
        refusal_code(lambda: workflow.call_in(article.pk, "ar", by=f.make_user(role="editor"), editor=guest)) == "role"
    )
    writer = f.make_user(role="writer", branch=nairobi)
    manager = f.make_user(role="manager")
    assert refusal_code(lambda: workflow.call_in(article.pk, "ar", by=manager, editor=writer)) == "role"
    workflow.call_in(article.pk, "ar", by=manager, editor=guest)
    fingerprint = f.fingerprint_of(other)
    assert refusal_code(lambda: workflow.approve(other.pk, "ar", by=guest, fingerprint=fingerprint)) == "branch"
    assert refusal_code(lambda: workflow.withdraw(article.pk, "ar", by=guest, reason="سبب")) == "branch"
    workflow.approve(article.pk, "ar", by=guest, fingerprint=f.fingerprint_of(article))


def test_a_guest_who_is_no_editor_any_more_decides_nothing():
    article = f.make_article()
    guest = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"))
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    workflow.call_in(article.pk, "ar", by=f.make_user(role="manager"), editor=guest)
    f.Membership.objects.filter(user=guest).delete()
    guest = f.User.objects.get(pk=guest.pk)
    fingerprint = f.fingerprint_of(article)
    assert refusal_code(lambda: workflow.approve(article.pk, "ar", by=guest, fingerprint=fingerprint)) == "branch"


@pytest.mark.both_databases
def test_the_bin_takes_what_was_never_public_and_gives_it_back():
    writer, manager = f.make_user(role="writer"), f.make_user(role="manager")
    article = f.make_article(by=writer)
    workflow.bin(article.pk, by=writer)
    assert refusal_code(lambda: f.write(article, writer, title_ar="عنوان")) == "binned"
    workflow.unbin(article.pk, by=writer)
    workflow.bin(article.pk, by=writer)
    assert refusal_code(lambda: workflow.empty_bin(article.pk, by=writer)) == "role"
    workflow.empty_bin(article.pk, by=manager)
    assert not Article.objects.filter(pk=article.pk).exists()


@pytest.mark.parametrize("when", ["now", "later"])
def test_what_was_approved_does_not_go_to_the_bin(when):
    article = f.make_article()
    f.publish(article, at=tomorrow() if when == "later" else None)
    code = refusal_code(lambda: workflow.bin(article.pk, by=f.make_user(role="manager")))
    assert code == ("was_public" if when == "now" else "scheduled")


def test_compose_refuses_a_name_that_the_language_has_not():
    nameless = f.make_author("كاتب بلا اسم إنجليزي", "")
    article = f.make_article()
    rows = draft.read(article)["attributions"]
    writer = f.make_user(role="writer")
    f.write(article, writer, attributions=[rows[0] | {"authors": [nameless.pk]}, *rows[1:]])
    with pytest.raises(Refusal, match="«\u2068كاتب بلا اسم إنجليزي\u2069» بلا اسم بهذه اللغة"):
        workflow.submit(article.pk, "en", by=writer)
    assert f.publish(article, "ar")


@pytest.mark.parametrize("nothing", ["\u200b", "\u2060\u00ad", "\u202e", "…", " \u00a0"])
def test_what_nobody_can_see_is_no_text(nothing):
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    for changes in ({"title_ar": nothing}, {"body_ar": f"<p>{nothing}</p>"}):
        article = f.make_article(**changes)
        assert refusal_code(lambda pk=article.pk: workflow.submit(pk, "ar", by=writer)) == "incomplete"
    published = f.make_edition().article
    assert refusal_code(lambda: workflow.withdraw(published.pk, "ar", by=editor, reason=nothing)) == "reason.missing"


def test_control_characters_are_no_part_of_a_title():
    article = f.make_article(title_ar="عنوان\x07 واضح")
    assert article.title_ar == "عنوان واضح"


def test_an_embargo_is_set_by_an_editor_of_every_language_it_holds_back():
    article = f.make_article()
    only_english = f.make_user(role="editor", languages=["en"])
    assert refusal_code(lambda: workflow.set_embargo(article.pk, by=only_english, not_before=tomorrow())) == "role"
    assert Article.objects.get(pk=article.pk).not_before is None
    workflow.set_embargo(article.pk, by=f.make_user(role="editor"), not_before=tomorrow())
    assert Article.objects.get(pk=article.pk).not_before is not None


@pytest.mark.both_databases
def test_a_publication_costs_few_queries():
    """Each is a round trip to the database's server, under the lock of the report."""
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    for _warm in range(2):
        article = f.make_article(by=writer)
        workflow.submit(article.pk, "ar", by=writer)
        fingerprint = f.fingerprint_of(article)
        with CaptureQueriesContext(connection) as asked:
            workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint)
    assert len(asked) <= 25
