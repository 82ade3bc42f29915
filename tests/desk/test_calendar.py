"""The month: what stands on which day in Cairo, for whom."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.dashboard.month import Month
from articles.models import Article
from shaf.db.clock import database_now
from tests import factories as f
from tests.press.rows import make_row

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def page(user, *month: int, query: str = ""):
    client = Client()
    client.force_login(user, BACKEND)
    return client.get((reverse("admin:month", args=month) if month else reverse("admin:calendar")) + query)


def days(user, year: int, month: int, query: str = "") -> dict[str, set[tuple[str, str]]]:
    """What stands on each day that has something: kind and language."""
    found = page(user, year, month, query=query).context["days"]
    return {day.date.isoformat(): {(event.kind, event.language) for event in day.events} for day in found if day.events}


@pytest.fixture
def editor():
    return f.make_user(role="editor")


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("at", "day"),
    [
        # Cairo: winter is UTC+2, summer UTC+3; the clocks of 2026 go on at 24 April 00:00 and back at 30 October 00:00.
        ("2026-01-31T21:59", "2026-01-31"),
        ("2026-01-31T22:00", "2026-02-01"),
        ("2026-04-23T21:59", "2026-04-23"),
        ("2026-04-23T22:00", "2026-04-24"),
        ("2026-04-30T20:59", "2026-04-30"),
        ("2026-04-30T21:00", "2026-05-01"),
        ("2026-10-29T21:30", "2026-10-29"),
        ("2026-10-29T22:00", "2026-10-30"),
        ("2025-12-31T21:59", "2025-12-31"),
        ("2025-12-31T22:00", "2026-01-01"),
        ("2024-02-29T12:00", "2024-02-29"),
    ],
)
def test_an_edition_stands_on_its_day_in_cairo(editor, at, day):
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    make_row(f.make_article(), live_from=moment, first_live_from=moment)
    there = date.fromisoformat(day)
    assert days(editor, there.year, there.month) == {day: {("published", "ar")}}
    neighbours = {Month(there.replace(day=1)).previous.first, Month(there.replace(day=1)).next.first}
    for other in neighbours:
        assert days(editor, other.year, other.month) == {}


def test_a_month_that_begins_when_the_clocks_go_on():
    """Where the first midnight does not exist, the month begins when the clocks went on (Cairo, 1 May 1959)."""
    for first in (date(1959, 5, 1), date(2026, 5, 1), date(2026, 11, 1)):
        begins = Month(first).begins
        assert timezone.localtime(begins).date() == first
        assert timezone.localtime(begins - timedelta(microseconds=1)).date() == first - timedelta(days=1)


@pytest.mark.both_databases
def test_each_kind_of_event_comes_and_goes(editor):
    """One report through its life; the calendar of this month and the next after each step."""
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, languages=["ar"])
    now = database_now()
    soon = now + timedelta(days=3)

    def kinds() -> set[tuple[str, str, str]]:
        found = set()
        first = Month(timezone.localtime(now).date().replace(day=1))
        for month in (first.previous, first, first.next):
            for day, events in days(editor, month.first.year, month.first.month).items():
                found |= {(kind, day, language) for kind, language in events}
        return found

    today, then = (timezone.localtime(t).date().isoformat() for t in (now, soon))
    assert kinds() == set()
    workflow.set_deadline(article.pk, "ar", by=editor, due_on=date.fromisoformat(then))
    assert kinds() == {("due", then, "ar")}
    workflow.set_embargo(article.pk, by=editor, not_before=soon - timedelta(hours=1))
    embargo = ("embargo", timezone.localtime(soon - timedelta(hours=1)).date().isoformat(), "")
    assert kinds() == {("due", then, "ar"), embargo}
    f.publish(article, by=writer, approver=editor, at=soon)
    assert kinds() == {("scheduled", then, "ar"), embargo}, "approved: the deadline is met"
    workflow.cancel(article.pk, "ar", by=editor)
    workflow.set_embargo(article.pk, by=editor, not_before=None)
    workflow.set_deadline(article.pk, "ar", by=editor, due_on=None)
    assert kinds() == set()
    f.publish(article, by=writer, approver=editor)
    assert kinds() == {("published", today, "ar")}
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, correction_note_ar="صُحّح.", correction_kind_ar="minor", title_ar="عنوان آخر")
    f.publish(article, by=writer, approver=editor)
    assert kinds() == {("published", today, "ar"), ("corrected", today, "ar")}
    workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
    assert kinds() == {("published", today, "ar"), ("corrected", today, "ar"), ("withdrawn", today, "ar")}


def test_nothing_of_another_branch_or_language_and_the_filters_of_one_s_own(editor):
    nairobi = f.make_branch("نيروبي", "Nairobi")
    now = timezone.localtime(database_now())
    month = (now.year, now.month)
    theirs = Article.objects.create(branch=nairobi)
    for article in (f.make_article(), theirs):
        for language in ("ar", "en"):
            title = f"{article.branch.pk} {language}"
            number = 1 + (language == "en")
            make_row(article, language=language, number=number, title=title, live_from=now, first_live_from=now)

    def titles(user, query=""):
        return {event.title for day in page(user, *month, query=query).context["days"] for event in day.events}

    here = editor.membership_set.first().branch.pk
    assert titles(editor) == {f"{here} ar", f"{here} en"}
    assert titles(editor, f"?branch={nairobi.pk}") == {f"{here} ar", f"{here} en"}
    assert titles(editor, "?language=en") == {f"{here} en"}
    arabic = f.make_user(role="writer", languages=["ar"])
    assert titles(arabic) == {f"{here} ar"}
    boss = f.User.objects.create_superuser("boss")
    assert len(titles(boss)) == 4
    assert titles(boss, f"?branch={nairobi.pk}&language=ar") == {f"{nairobi.pk} ar"}
    shown = page(boss, *month, query=f"?branch={nairobi.pk}&language=ar").content.decode()
    assert f"?branch={nairobi.pk}&amp;language=ar" in shown, "the way to the next month keeps the filters"


def test_the_week_begins_on_saturday_and_today_is_marked(editor):
    response = page(editor)
    found = response.context["days"]
    assert found[0].date.weekday() == 5
    assert len(found) % 7 == 0
    assert [day.date for day in found if day.today] == [timezone.localtime(database_now()).date()]
    assert response.content.decode().count('aria-current="date"') == 1
    assert "نوفمبر 2025" in page(editor, 2025, 11).content.decode()


@pytest.mark.parametrize("month", [(2026, 0), (2026, 13), (0, 1), (1899, 12), (3000, 1), (99999999999999999999, 1)])
def test_a_month_that_does_not_exist(editor, month):
    assert page(editor, *month).status_code == 404


def test_an_anonymous_visitor_sees_no_calendar():
    for url in (reverse("admin:calendar"), reverse("admin:month", args=[2026, 11]), reverse("admin:index")):
        assert Client().get(url).status_code == 302
