"""The month: what was and will be public, what is due, by the day in Cairo's time."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.dashboard.queues import tracks, unmet_deadline
from articles.desk.dashboard.scope import Desk
from articles.models import Article, Edition
from articles.press.models import Ended

# Saturday, as printed calendars in Egypt begin and Unicode's CLDR has it for EG; so does the date picker.
FIRST_WEEKDAY = calendar.SATURDAY
FIRST_YEAR, LAST_YEAR = 1900, 2999

KINDS: dict[str, str | Promise] = {
    "scheduled": pgettext_lazy("calendar", "scheduled"),
    "published": pgettext_lazy("calendar", "published"),
    "corrected": pgettext_lazy("calendar", "corrected"),
    "withdrawn": pgettext_lazy("calendar", "withdrawn"),
    "due": pgettext_lazy("calendar", "due"),
    "embargo": pgettext_lazy("calendar", "embargo ends"),
}


@dataclass(frozen=True)
class Event:
    """`at` is None for what has a day and no time."""

    kind: str
    title: str
    url: str
    language: str
    at: datetime | None

    @property
    def label(self) -> str | Promise:
        return KINDS[self.kind]


@dataclass
class Day:
    date: date
    in_month: bool
    today: bool
    events: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    first: date

    @classmethod
    def of(cls, year: int, month: int) -> "Month":
        """Raises ValueError for a month that does not exist, or that no report is of."""
        if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
            raise ValueError(year)
        return cls(date(year, month, 1))

    @property
    def next(self) -> "Month":
        return Month((self.first + timedelta(days=31)).replace(day=1))

    @property
    def previous(self) -> "Month":
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def begins(self) -> datetime:
        """The first moment of its first day. Where midnight does not exist, it is the moment the clocks went on."""
        return datetime.combine(self.first, time(), tzinfo=timezone.get_current_timezone())

    def days(self, today: date, events: Iterator[Event]) -> list[Day]:
        """Whole weeks."""
        weeks = calendar.Calendar(FIRST_WEEKDAY).monthdatescalendar(self.first.year, self.first.month)
        days = {
            day: Day(day, in_month=day.month == self.first.month, today=day == today) for week in weeks for day in week
        }
        for day, event in events:
            days[day].events.append(event)
        for day in days.values():
            day.events.sort(key=lambda event: (event.at is not None, event.at or today, event.kind))
        return list(days.values())


def events(month: Month, desk: Desk) -> Iterator[tuple[date, Event]]:
    """What happens in the month to what the person works on, with its day."""
    begins, ends = month.begins, month.next.begins
    editions = Edition.objects.filter(desk.reach(), live_from__gte=begins, live_from__lt=ends)
    editions = editions.exclude(ended_why=Ended.CANCELLED).order_by("live_from")
    for article, language, title, at, correction in editions.values_list(
        "article", "language", "title", "live_from", "correction_kind"
    ):
        kind = "scheduled" if at > desk.now else "corrected" if correction else "published"
        yield _event(kind, article, title, language, at)
    gone = Edition.objects.filter(desk.reach(), live_until__gte=begins, live_until__lt=ends, ended_why=Ended.WITHDRAWN)
    for article, language, title, at in gone.values_list("article", "language", "title", "live_until"):
        yield _event("withdrawn", article, title, language, at)
    due = tracks(desk.reach()).filter(unmet_deadline(), due_on__gte=month.first, due_on__lt=month.next.first)
    for row in due.values("article", "language", "due_on", "article__title_ar", "article__title_en"):
        article, language = row["article"], row["language"]
        title = row[f"article__title_{language}"] or row["article__title_ar"] or row["article__title_en"]
        yield row["due_on"], Event("due", title or str(_("Untitled report")), _url(article), language, None)
    held = Article.objects.filter(desk.articles(), not_before__gte=begins, not_before__lt=ends, binned_at=None)
    for row in held.values("pk", "title_ar", "title_en", "not_before"):
        title = row["title_ar"] or row["title_en"] or str(_("Untitled report"))
        yield _event("embargo", row["pk"], title, "", row["not_before"])


def _event(kind: str, article: int, title: str, language: str, at: datetime) -> tuple[date, Event]:
    return timezone.localtime(at).date(), Event(kind, title, _url(article), language, at)


def _url(article: int) -> str:
    return reverse("admin:articles_article_change", args=[article])
