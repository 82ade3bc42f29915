"""The start page: each queue holds what it should, for whom it should, from when to when it should."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.four_eyes import blocked_by_four_eyes, contributors
from articles.desk.dashboard.ages import ago, ahead
from articles.desk.dashboard.queues import QUEUES as THERE
from articles.desk.dashboard.queues import queues_of
from articles.desk.dashboard.scope import Desk
from articles.models import Article, Autosave, Track
from articles.press.models import Edition
from authors.models import OnCall
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.many import fill

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def client_of(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def queues(user, query: str = "") -> dict[str, set[tuple[int, str]]]:
    """The start page's queues, with the reports in each."""
    response = client_of(user).get(reverse("admin:index") + query)
    assert response.status_code == 200
    found = response.context["queues"]
    for queue in found:
        assert queue["count"] == str(len(queue["rows"]))
    return {queue["name"]: {(row.article, row.language) for row in queue["rows"]} for queue in found}


@dataclass
class People:
    """`writer` writes, `editor` decides; `other` and `colleague` do so too; `stranger` works in another branch."""

    writer: f.User
    editor: f.User
    other: f.User
    colleague: f.User
    manager: f.User
    superuser: f.User
    stranger: f.User
    english: f.User


@pytest.fixture
def people() -> People:
    return People(
        writer=f.make_user("writer", "writer"),
        editor=f.make_user("editor", "editor"),
        other=f.make_user("other", "writer"),
        colleague=f.make_user("colleague", "editor"),
        manager=f.make_user("manager", "manager", languages=["ar"]),
        superuser=f.User.objects.create_superuser("boss"),
        stranger=f.make_user("stranger", "manager", f.make_branch("نيروبي", "Nairobi")),
        english=f.make_user("english", "editor", languages=["en"]),
    )


Act = Callable[[Article, People], object]


def submit(article: Article, people: People) -> None:
    workflow.submit(article.pk, "ar", by=people.writer)


def approve(article: Article, people: People, **when) -> None:
    workflow.approve(article.pk, "ar", by=people.editor, fingerprint=f.fingerprint_of(article), **when)


def publish(article: Article, people: People) -> None:
    submit(article, people)
    approve(article, people)


def schedule(article: Article, people: People) -> None:
    submit(article, people)
    approve(article, people, at=database_now() + timedelta(days=1))


def return_it(article: Article, people: People) -> None:
    submit(article, people)
    workflow.send_back(article.pk, "ar", by=people.editor, reason="راجع الأرقام.")


def correct(article: Article, people: People) -> None:
    workflow.reopen(article.pk, "ar", by=people.writer)
    note = {"correction_note_ar": "صُحّح رقم.", "correction_kind_ar": "substantive"}
    f.write(article, people.writer, title_ar="عنوان مصحح", **note)
    publish(article, people)


def withdraw(article: Article, people: People) -> None:
    workflow.withdraw(article.pk, "ar", by=people.editor, reason="سبب معلن")


def reopen(article: Article, people: People) -> None:
    workflow.reopen(article.pk, "ar", by=people.writer)


def embargo(article: Article, people: People, until=timedelta(days=2)) -> None:
    not_before = database_now() + until if until else None
    workflow.set_embargo(article.pk, by=people.editor, not_before=not_before)


def due(days: int, language: str = "ar") -> Act:
    def act(article: Article, people: People) -> None:
        day = timezone.localdate() + timedelta(days=days)
        workflow.set_deadline(article.pk, language, by=people.editor, due_on=day)

    return act


def translate(article: Article, people: People) -> None:
    f.write(article, people.writer, title_en="The canal", body_en=f.BODY_EN)


def check(article: Article, people: People) -> None:
    number = Edition.objects.filter(article=article, language="ar").latest("number").number
    workflow.translation_checked(article.pk, "en", by=people.writer, edition=number)


def chain(*acts: Act) -> Act:
    def act(article: Article, people: People) -> None:
        for each in acts:
            each(article, people)

    return act


BRANCH = {"writer", "editor", "other", "colleague", "manager", "superuser"}
# Queue: what brings a report into it, what takes it out, whose queue it is in, under which language.
QUEUES: dict[str, tuple[Act | None, Act, set[str], str]] = {
    "drafts": (None, submit, {"writer"}, "ar"),
    "returned": (return_it, submit, {"writer"}, "ar"),
    "review": (submit, approve, {"editor", "colleague", "manager", "superuser"}, "ar"),
    "waiting": (submit, approve, {"writer"}, "ar"),
    "overdue": (due(-1), due(+1), BRANCH, "ar"),
    "scheduled": (
        schedule,
        lambda article, people: workflow.cancel(article.pk, "ar", by=people.editor),
        BRANCH,
        "ar",
    ),
    "embargoed": (embargo, lambda article, people: embargo(article, people, None), BRANCH | {"english"}, ""),
    "published": (publish, correct, BRANCH, "ar"),
    "corrected": (chain(publish, correct), withdraw, BRANCH, "ar"),
    "withdrawn": (chain(publish, withdraw), reopen, BRANCH, "ar"),
    "untranslated": (publish, translate, BRANCH | {"english"}, "en"),
    "stale": (chain(publish, translate, correct), check, BRANCH | {"english"}, "en"),
    "bin": (
        lambda article, people: workflow.bin(article.pk, by=people.writer),
        lambda article, people: workflow.unbin(article.pk, by=people.writer),
        BRANCH | {"english"},
        "",
    ),
}


def who_sees(name: str, row: tuple[int, str], people: People) -> set[str]:
    """By the queue's own query; that the page shows what it finds is tested once for each."""
    seen = set()
    for who, user in vars(people).items():
        desk = Desk(f.User.objects.get(pk=user.pk), database_now())
        queue = queues_of(desk).get(name)
        if queue and row in {(article, language) for article, language, _since in queue.find(desk)}:
            seen.add(who)
    return seen


@pytest.mark.both_databases
@pytest.mark.parametrize("name", QUEUES)
def test_each_queue_from_absent_to_present_to_absent(people, name):
    into, out, expected, language = QUEUES[name]
    if into is None:
        assert not queues(people.writer)[name]
    article = f.make_article(by=people.writer, languages=["ar"])
    row = (article.pk, language)
    if into:
        assert who_sees(name, row, people) == set()
        into(article, people)
    assert who_sees(name, row, people) == expected
    reader = "writer" if "writer" in expected else "editor"
    assert row in queues(vars(people)[reader])[name]
    out(article, people)
    assert who_sees(name, row, people) == set()


def test_every_queue_is_tested():
    assert set(QUEUES) == set(THERE)


def test_every_queue_has_a_page_of_its_own(people):
    article = f.make_article(by=people.writer, languages=["ar"])
    for name, (into, _out, _expected, _language) in QUEUES.items():
        assert client_of(people.manager).get(reverse("admin:queue", args=[name])).status_code == 200
        if name == "review":
            into(article, people)
            page = client_of(people.editor).get(reverse("admin:queue", args=[name]))
            assert [row.article for row in page.context["queue"]["rows"]] == [article.pk]
    assert client_of(people.writer).get(reverse("admin:queue", args=["review"])).status_code == 404
    assert client_of(people.writer).get(reverse("admin:queue", args=["all"])).status_code == 404
    for query in ("?page=99", "?page=x", "?branch=x", "?branch=" + "9" * 40, "?language=fr"):
        assert client_of(people.writer).get(reverse("admin:queue", args=["drafts"]) + query).status_code == 200


def test_four_eyes_moves_a_report_to_those_who_may_decide(people):
    """An editor who wrote in it waits like its writer, and is told why."""
    article = f.make_article(by=people.writer, languages=["ar"])
    f.write(article, people.colleague, standfirst_ar="سطر من محررة")
    submit(article, people)
    row = (article.pk, "ar")
    assert who_sees("review", row, people) == {"editor", "manager", "superuser"}
    assert who_sees("waiting", row, people) == {"writer", "colleague"}

    def mark(user):
        found = client_of(user).get(reverse("admin:index")).context["queues"]
        (shown,) = [row for queue in found if queue["name"] == "waiting" for row in queue["rows"]]
        return bool(shown.mark), set(shown.editors)

    assert mark(people.writer) == (False, {"editor", "manager"})
    assert mark(people.colleague) == (True, {"editor", "manager"})


@pytest.mark.both_databases
@pytest.mark.parametrize("languages", [["ar"], ["ar", "en"]])
def test_the_queue_and_the_verb_agree_on_four_eyes(people, languages):
    """The query of the queue says of everybody what `contributors` says, before and after a publication."""
    article = f.make_article(by=people.writer, languages=languages)
    f.write(article, people.colleague, topics=[f.make_topic().pk])

    def agreed() -> set[tuple[str, str]]:
        now, found = database_now(), set()
        for track in Track.objects.filter(article=article):
            live = Edition.live_in(article.pk, track.language, now)
            verb = set(contributors(article, track.language, live))
            for who, user in vars(people).items():
                (asked,) = blocked_by_four_eyes(Track.objects.filter(pk=track.pk), user, now)
                assert asked.blocked == (user in verb), (who, track.language)
                found |= {(who, track.language)} if asked.blocked else set()
        return found

    before = agreed()
    assert ("writer", "ar") in before
    assert ("colleague", "ar") in before
    publish(article, people)
    reopen(article, people)
    f.write(article, people.other, title_ar="عنوان آخر")
    assert {who for who, language in agreed() if language == "ar"} == {"other"}


@pytest.mark.both_databases
def test_rights_asked_as_a_query_are_the_rights_asked_one_by_one(people):
    articles = [f.make_article(by=people.writer), f.make_article(branch=f.make_branch("نيروبي", "Nairobi").pk)]
    Track.objects.filter(article=articles[1], language="en").update(guest_editor=people.english)
    OnCall.objects.create(branch=articles[1].branch, user=people.editor, language="ar", until=timezone.localdate())
    for user in vars(people).values():
        for verb in ("write", "approve", "bin", "call_in"):
            asked = set(Track.objects.filter(rights.where(user, verb)))
            tracks = Track.objects.select_related("article")
            assert asked == {t for t in tracks if rights.may_on(user, verb, t.article, t)}, (user, verb)


@pytest.mark.parametrize("way", ["called in", "on call", "neither", "on call until yesterday"])
def test_a_guest_sees_what_waits_for_him_and_nothing_else(people, way):
    nairobi = f.make_branch("نيروبي", "Nairobi")
    writer = f.make_user(role="writer", branch=nairobi)
    waiting, draft_ = (f.make_article(by=writer, branch=nairobi.pk, languages=["ar"]) for _n in range(2))
    workflow.submit(waiting.pk, "ar", by=writer)
    guest, today = people.editor, timezone.localdate()
    if way == "called in":
        workflow.call_in(waiting.pk, "ar", by=people.stranger, editor=guest)
    elif way != "neither":
        until = today if way == "on call" else today - timedelta(days=1)
        OnCall.objects.create(branch=nairobi, user=guest, language="ar", until=until)
    seen = queues(guest)
    expected = {(waiting.pk, "ar")} if way in ("called in", "on call") else set()
    assert seen["review"] == expected
    assert {row for rows in seen.values() for row in rows} == expected
    assert str(draft_) not in client_of(guest).get(reverse("admin:index")).content.decode()


def test_a_review_that_takes_too_long_is_overdue(people):
    article = f.make_article(by=people.writer, languages=["ar"])
    article.branch.review_hours = 0
    article.branch.save()
    row = (article.pk, "ar")
    assert who_sees("overdue", row, people) == set()
    submit(article, people)
    assert who_sees("overdue", row, people) == BRANCH
    article.branch.review_hours = 1
    article.branch.save()
    assert who_sees("overdue", row, people) == set()


def test_a_deadline_that_was_met_is_not_overdue_when_a_correction_begins(people):
    article = f.make_article(by=people.writer, languages=["ar"])
    due(-1)(article, people)
    publish(article, people)
    reopen(article, people)
    row = (article.pk, "ar")
    assert who_sees("overdue", row, people) == set()
    due(-1)(article, people)
    assert who_sees("overdue", row, people) == BRANCH


def test_untranslated_is_said_only_where_somebody_works_in_the_language():
    editor = f.make_user(role="manager", languages=["ar"])
    article = f.make_article(languages=["ar"], by=f.make_user(role="writer", languages=["ar"]))
    writer = f.make_user(role="writer", languages=["ar"])
    workflow.submit(article.pk, "ar", by=writer)
    workflow.approve(article.pk, "ar", by=editor, fingerprint=f.fingerprint_of(article))
    assert queues(editor)["untranslated"] == set()
    f.make_user(role="writer", languages=["en"])
    assert queues(editor)["untranslated"] == {(article.pk, "en")}


def test_a_returned_report_says_why_who_and_when(people):
    article = f.make_article(by=people.writer, languages=["ar"])
    people.editor.first_name, people.editor.last_name = "كريم", "الشافعي"
    people.editor.save()
    return_it(article, people)
    shown = client_of(people.writer).get(reverse("admin:index")).content.decode()
    assert "راجع الأرقام." in shown
    assert "<bdi>كريم الشافعي</bdi>" in shown
    assert "أُعيد قبل لحظات" in shown


@pytest.mark.both_databases
def test_unsaved_text_is_on_the_page_of_whoever_typed_it(people):
    assert "unsaved" not in queues(people.writer)
    article = f.make_article(by=people.writer)
    Autosave.objects.create(
        user=people.writer, article=article, tab="t", draft={"title_ar": "لم يحفظ"}, at=database_now(), base_version=1
    )
    assert "unsaved" in queues(people.writer)
    assert "unsaved" not in queues(people.other)


def test_an_untitled_report_is_not_lost(people):
    article = workflow.create(by=people.writer, changes={"branch": f.make_branch().pk})
    assert queues(people.writer)["drafts"] == {(article.pk, "ar")}


def test_whoever_reopens_a_report_has_it_among_his_drafts(people):
    article = f.make_article(by=people.writer, languages=["ar"])
    publish(article, people)
    assert queues(people.other)["drafts"] == set()
    workflow.reopen(article.pk, "ar", by=people.other)
    assert queues(people.other)["drafts"] == {(article.pk, "ar")}
    assert queues(people.writer)["drafts"] == {(article.pk, "ar")}


def test_a_manager_of_two_branches_narrows_the_page_and_nobody_widens_it():
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    manager = f.make_user(role="manager", branch=cairo)
    writers = {branch: f.make_user(role="writer", branch=branch) for branch in (cairo, nairobi)}
    articles = {branch: f.make_article(by=writers[branch], branch=branch.pk) for branch in writers}
    for branch, article in articles.items():
        for language in ("ar", "en"):
            workflow.submit(article.pk, language, by=writers[branch])
    rows = {(branch, language): (articles[branch].pk, language) for branch in writers for language in ("ar", "en")}

    def review(query=""):
        return queues(manager, query)["review"]

    assert review() == review(f"?branch={nairobi.pk}") == {rows[cairo, "ar"], rows[cairo, "en"]}
    f.Membership.objects.create(user=manager, branch=nairobi, role="manager", language="ar")
    manager = f.User.objects.get(pk=manager.pk)
    assert review() == set(rows.values())
    assert review(f"?branch={nairobi.pk}") == {rows[nairobi, "ar"], rows[nairobi, "en"]}
    assert review(f"?branch={nairobi.pk}&language=en") == {rows[nairobi, "en"]}
    assert review("?branch=x&language=fr") == set(rows.values())


def test_the_filters_stay_in_the_address():
    writer = f.make_user(role="writer")
    for _n in range(9):
        f.make_article(by=writer, languages=["ar"])
    page = client_of(writer).get(reverse("admin:index") + "?language=ar").content.decode()
    assert reverse("admin:queue", args=["drafts"]) + "?language=ar" in page
    assert page.count('class="row-title"') == 8


def test_neither_queries_nor_rows_grow_with_the_reports(people):
    clients = [client_of(people.writer), client_of(people.superuser)]
    branch, counts = f.make_branch(), []
    pages = [reverse("admin:index"), reverse("admin:queue", args=["untranslated"])]
    for many in (20, 980):
        fill(many, writer=people.writer, editor=people.colleague, branch=branch)
        counts.append([])
        for client, page in product(clients, pages):
            client.get(page)
            with CaptureQueriesContext(connection) as asked:
                response = client.get(page)
            assert response.status_code == 200
            counts[-1].append(len(asked))
    assert counts[0] == counts[1]
    for client in clients:
        shown = client.get(pages[0]).context["queues"]
        assert {queue["name"]: queue["count"] for queue in shown}["untranslated"] == "+99"
        assert all(len(queue["rows"]) <= 8 for queue in shown)


# The menu


def menu(user, page: str = "admin:articles_picture_changelist") -> tuple[list[str], list[str]]:
    shown = client_of(user).get(reverse(page)).context["desk_menu"]
    return [entry.url for entry in shown.entries], [entry.url for entry in shown.more]


@pytest.mark.parametrize(
    ("who", "here", "not_here"),
    [
        ("writer", {"authors_author", "authors_branch"}, {"authors_membership", "auth_user"}),
        ("manager", {"authors_author", "authors_series"}, {"auth_user"}),
        ("superuser", {"authors_author", "auth_user"}, set()),
    ],
)
def test_every_list_a_person_may_see_is_in_the_menu_and_no_other(people, who, here, not_here):
    entries, more = menu(vars(people)[who])
    assert entries == [
        reverse(f"admin:{name}")
        for name in ("index", "articles_article_changelist", "calendar", "articles_picture_changelist")
    ]
    lists = {name: reverse(f"admin:{name}_changelist") in more for name in here | not_here}
    assert lists == dict.fromkeys(here, True) | dict.fromkeys(not_here, False)


def test_the_login_page_has_no_menu():
    assert "desk-menu" not in Client().get(reverse("admin:login")).content.decode()
    assert Client().get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize(
    ("span", "past", "future"),
    [
        ({"seconds": 20}, "قبل لحظات", "بين لحظة وأخرى"),
        ({"minutes": 1}, "منذ دقيقة", "بعد دقيقة"),
        ({"hours": 2}, "منذ ساعتين", "بعد ساعتين"),
        ({"days": 3}, "منذ 3 أيام", "بعد 3 أيام"),
        ({"days": 11}, "منذ 11 يومًا", "بعد 11 يومًا"),
        ({"days": 100}, "منذ 3 أشهر", "بعد 3 أشهر"),
        ({"days": 366}, "منذ سنة", "بعد سنة"),
        ({"days": 36500}, "منذ 100 سنة", "بعد 100 سنة"),
    ],
)
def test_ages_in_words(span, past, future):
    now = database_now()
    assert (ago(now - timedelta(**span), now), ahead(now + timedelta(**span), now)) == (past, future)
