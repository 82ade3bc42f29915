"""A verb that has happened already says what is: once, as information, and nothing is written a second time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.messages import constants
from django.core.cache import cache
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Already
from articles.desk.article.verbs import TABLE
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Anchor
from articles.desk.workflow import membership
from articles.models import Article, LeftFinding, Notice, PreviewLink, ReviewNote, Revision, Transition
from authors.models import Membership
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.sent_twice import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WRITTEN = (Transition, Notice, Revision, ReviewNote, PreviewLink, Membership, LeftFinding)


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()


@dataclass
class Case:
    """`url` and `typed` do it, by the button's form; `act` does it too. `who` may."""

    who: Any
    url: str
    act: Callable[[Any], Any]
    typed: dict[str, Any] = field(default_factory=dict)


def at_verb(article: Article, verb: str, language: str = "ar") -> str:
    return reverse("admin:articles_article_verb", args=[article.pk, verb, language])


def at_review(article: Article) -> str:
    return reverse("admin:articles_article_review", args=[article.pk, "ar"])


def manager() -> f.User:
    return f.make_user(role="manager", first_name="نادية", last_name="فهمي")


def in_review() -> Article:
    article = f.make_article()
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    return article


def published() -> Article:
    article = f.make_article()
    f.publish(article)
    return article


def scheduled() -> Article:
    article = f.make_article()
    f.publish(article, at=database_now() + timedelta(days=2))
    return article


def plain(verb: str, make: Callable[[], Article], language: str = "ar", typed: Any = None, **what: Any) -> Case:
    article = make()
    target = (article.pk,) if language == "both" else (article.pk, language)
    act = lambda by: workflow.act_of(verb)(*target, by=by, **what)  # noqa: E731
    return Case(manager(), at_verb(article, verb, language), act, what if typed is None else typed)


def sent_back() -> Case:
    article = in_review()
    reason = {"reason": "راجع الأرقام."}
    return Case(
        manager(),
        at_review(article),
        lambda by: workflow.send_back(article.pk, "ar", by=by, **reason),
        reason | {"verb": "send_back"},
    )


def approved() -> Case:
    article = in_review()
    shown = {"fingerprint": f.fingerprint_of(article)}
    return Case(
        manager(),
        at_review(article),
        lambda by: workflow.approve(article.pk, "ar", by=by, **shown),
        shown | {"verb": "approve", "when": "now"},
    )


def at_a_time(verb: str, make: Callable[[], Article], language: str, name: str) -> Case:
    at = (database_now() + timedelta(days=40)).replace(hour=10, minute=0, second=0, microsecond=0)
    from django.utils.timezone import localtime

    typed = {f"{name}_0": localtime(at).strftime("%d/%m/%Y"), f"{name}_1": localtime(at).strftime("%H:%M")}
    return plain(verb, make, language, typed, **{name: at})


def due() -> Case:
    day = (database_now() + timedelta(days=9)).date()
    return plain("set_deadline", f.make_article, "ar", {"due_on": day.strftime("%d/%m/%Y")}, due_on=day)


def called_in() -> Case:
    guest = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"))
    return plain("call_in", in_review, "ar", {"editor": guest.pk}, editor=guest)


def binned() -> Article:
    article = f.make_article()
    workflow.bin(article.pk, by=f.make_user(role="manager"))
    return article


def reopened() -> Case:
    return plain("reopen", published)


def remark(verb: str) -> Case:
    article = in_review()
    note = workflow.remark(article.pk, "ar", by=manager(), text="راجع.")
    if verb == "reopen_remark":
        workflow.resolve_remark(note.pk, by=manager())
    act = getattr(workflow, verb)
    return Case(manager(), at_review(article), lambda by: act(note.pk, by=by), {"verb": verb, "note": note.pk})


def revoked() -> Case:
    article, who = f.make_article(), manager()
    link = workflow.share_preview(article.pk, "ar", by=who)
    url = reverse("admin:articles_article_preview_revoke", args=[article.pk, link.pk])
    return Case(who, url, lambda by: workflow.revoke_preview(link.pk, by=by))


def merged() -> Case:
    duplicate, kept = f.make_author("إلهام", "Elham"), f.make_author()
    url = reverse("admin:authors_author_merge", args=[duplicate.pk])
    return Case(manager(), url, lambda by: workflow.merge_authors(duplicate.pk, into=kept.pk, by=by), {"into": kept.pk})


def restored() -> Case:
    article = f.make_article()
    f.write(article, f.make_user(role="writer"), title_ar="عنوان آخر")
    url = reverse("admin:articles_article_restore", args=[article.pk, 1])
    act = lambda by: workflow.restore(article.pk, by=by, version=1, base_version=2)  # noqa: E731
    return Case(manager(), url, act, {"base_version": "2"})


def followed() -> Case:
    article = f.make_article()
    edition = f.publish(article)
    url = reverse("admin:articles_article_translation", args=[article.pk, "en"])
    act = lambda by: workflow.translation_checked(article.pk, "en", by=by, edition=edition.number)  # noqa: E731
    return Case(manager(), url, act, {"edition": edition.number})


def ended() -> Case:
    person, branch = f.make_user(role="writer"), f.make_branch()
    url = reverse("admin:person_end", args=[branch.pk, person.pk])
    return Case(manager(), url, lambda by: membership.end(by=by, branch=branch, person=person))


def roles() -> Case:
    person, branch = f.make_user(role="writer"), f.make_branch()
    url = reverse("admin:person", args=[branch.pk, person.pk])
    act = lambda by: membership.give_roles(by=by, branch=branch, person=person, roles={("editor", "ar")})  # noqa: E731
    return Case(manager(), url, act, {"roles": ["editor"], "languages": ["ar"]})


def invited() -> Case:
    branch = f.make_branch()
    who = {"email": "new@example.org", "name": "ليلى"}
    act = lambda by: membership.invite(by=by, branch=branch, roles={("writer", "ar")}, **who)  # noqa: E731
    typed = who | {"branch": branch.pk, "roles": ["writer"], "languages": ["ar"]}
    return Case(manager(), reverse("admin:people_invite"), act, typed)


def left_as_it_is(verb: str) -> Case:
    article = f.make_article(body_ar="<p>مصر و السودان.</p>")
    anchors = [Anchor.of(finding) for finding in judged(article, "ar").errors]
    url = reverse("admin:articles_article_copy_check", args=[article.pk, "ar"])
    key = "SP05.body.0.5.1"
    typed = {"version": "1", "leave": key, f"reason-{key}": "منقول"}
    leave = partial(workflow.leave_finding, article.pk, "ar", anchors=anchors, reason="منقول")
    if verb == "leave_finding":
        return Case(manager(), url, lambda by: leave(by=by), typed)
    (row,) = leave(by=manager())
    return Case(manager(), url, lambda by: workflow.take_up_finding(row.pk, by=by), {"take_up": row.pk})


REASON = {"reason": "خطأ في الأرقام."}
CASES: dict[str, Callable[[], Case]] = {
    "submit": lambda: plain("submit", f.make_article, version=1),
    "take_back": lambda: plain("take_back", in_review),
    "send_back": sent_back,
    "approve": approved,
    "reopen": reopened,
    "cancel": lambda: plain("cancel", scheduled),
    "reschedule": lambda: at_a_time("reschedule", scheduled, "ar", "at"),
    "withdraw": lambda: plain("withdraw", published, "ar", **REASON),
    "withdraw_all": lambda: plain(
        "withdraw_all", published, "both", {"reason_ar": REASON["reason"]}, reasons={"ar": REASON["reason"]}
    ),
    "set_embargo": lambda: at_a_time("set_embargo", f.make_article, "both", "not_before"),
    "set_deadline": due,
    "call_in": called_in,
    "bin": lambda: plain("bin", f.make_article, "both"),
    "unbin": lambda: plain("unbin", binned, "both"),
    "resolve_remark": lambda: remark("resolve_remark"),
    "reopen_remark": lambda: remark("reopen_remark"),
    "revoke_preview": revoked,
    "merge_authors": merged,
    "restore": restored,
    "translation_checked": followed,
    "leave_finding": lambda: left_as_it_is("leave_finding"),
    "take_up_finding": lambda: left_as_it_is("take_up_finding"),
    "end": ended,
    "give_roles": roles,
    "invite": invited,
}
# One that deletes leaves nothing to tell of; a save that changes nothing is one; the same remark is one; of a name that
# is there one is asked; the same name in a branch's dictionary is one; a name that is checked again is checked.
NEVER_ALREADY = {"empty_bin", "write", "remark", "add_entry", "add_missing_name", "add_copy_name", "check_name"}


def rows() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


def test_every_verb_is_here():
    said = {verb.name for verb in TABLE if verb.own_page or verb.on_review or verb.done or verb.already}
    assert said - NEVER_ALREADY <= CASES.keys()
    assert set(workflow.__all__) - CASES.keys() - NEVER_ALREADY == {
        *("CAIRO", "approve_archive", "create", "share_preview"),
    }


@pytest.mark.parametrize("name", CASES)
def test_the_verb_says_that_it_has_happened(name):
    case = CASES[name]()
    case.act(case.who)
    before = rows()
    with pytest.raises(Already):
        case.act(case.who)
    assert rows() == before


@pytest.mark.parametrize("name", CASES)
def test_the_button_in_another_tab_tells_and_does_not_complain(name):
    """Without a token: what an old page, or one in another tab, sends; of the same person, and of another."""
    case = CASES[name]()
    first = client_of(case.who).post(case.url, case.typed)
    assert first.status_code == 302, first.content.decode()[-3000:]
    for who in (case.who, *([manager()] if name != "invite" else [])):
        client = client_of(who)
        before = rows()
        again = client.post(case.url, case.typed)
        assert again.status_code == 302, again.content.decode()[-3000:]
        page = client.get(again["Location"], follow=True)
        said = list(page.context["messages"])
        levels = [message.level for message in said]
        # A client of its own session hears its own message alone.
        assert levels == [constants.INFO], [str(message) for message in said]
        assert rows() == before


def test_another_reason_is_not_lost():
    case = sent_back()
    case.act(case.who)
    response = client_of(manager()).post(case.url, case.typed | {"reason": "سبب آخر كُتب في هذه الأثناء"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "سبب آخر كُتب في هذه الأثناء" in page
    assert "نادية فهمي" in page


def test_what_was_undone_since_is_no_repetition():
    """Sent, taken back and sent again: the second taking back is a new one."""
    article = in_review()
    writer = f.make_user(role="writer")
    for _time in range(2):
        workflow.take_back(article.pk, "ar", by=writer)
        workflow.submit(article.pk, "ar", by=writer)
    assert Transition.objects.filter(article=article, verb="take_back").count() == 2
    workflow.take_back(article.pk, "ar", by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    with pytest.raises(Already) as told:
        workflow.submit(article.pk, "ar", by=writer)
    assert writer.username in str(told.value)


def test_a_list_tells_of_what_is_in_review_already():
    article = in_review()
    client = client_of(manager())
    typed = {"action": "submit_ar", "confirmed": "yes", "_selected_action": [article.pk], f"version_{article.pk}": "1"}
    page = client.post(reverse("admin:articles_article_changelist"), typed, follow=True)
    assert [message.level for message in page.context["messages"]] == [constants.INFO]


def test_save_and_send_to_review_of_what_is_in_review_already():
    """D2 without a token: the second click on the form's own button."""
    article, writer = f.make_article(), f.make_user(role="writer")
    workflow.submit(article.pk, "ar", by=writer)
    client = client_of(writer)
    url = reverse("admin:articles_article_change", args=[article.pk])
    page = client.post(url, {"version": "1", "shown": "", "_submit_ar": "1"}, follow=True)
    assert not [m for m in page.context["messages"] if m.level > constants.INFO]
