"""Lists of editions, newest first, without the texts themselves.

Newest by their first publication: a correction dates a report anew, and does not make it news.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.press.models import EPOCH, Edition, Ended
from shaf.db.reading import connection

PAGE = 20
RECENT = 6
SHOWN = ("article_id", "language", "first_live_from", "slug", "title", "printed__card")
PAST = (
    *("article_id", "language", "number", "title", "live_from", "live_until", "ended_why", "ended_note"),
    *("correction_note", "correction_kind", "byline_date", "credits"),
)
MICROSECOND = timedelta(microseconds=1)
CURSOR = re.compile(r"(-?[0-9]{1,17})\.([0-9]{1,18})")
# Where an edition stands in a list: its first publication and its id, which is at least FIRST and below LAST.
Position = tuple[datetime, int]
# From one time on and before another.
Span = tuple[datetime, datetime]
FIRST, LAST = 0, 2**63 - 1


@dataclass(frozen=True, slots=True)
class Page:
    """`older` is the cursor of the next page, '' on the last one."""

    editions: list[Edition]
    older: str


class BadCursor(ValueError):
    """No page was ever given out under this cursor."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Live editions to be listed by their first publication.

    `live` are editions, or the index rows of an entry, which say the same order: an entry's reports are then found in
    its own index, however many others there are. `path` leads from a row to its edition.

    They stand below `end` and, where there is a `begin`, at or above it: one bound of each kind and no more. SQLite
    walks an index from one bound alone, and of two it may take the farther one.
    """

    live: "QuerySet[Any]"
    path: str
    end: Position
    begin: Position | None = None

    @property
    def key(self) -> str:
        """The column of a row that says which edition it is."""
        return f"{self.path}id".replace("__", "_") if self.path else "pk"

    def below(self, position: Position) -> "Listing":
        return replace(self, end=min(self.end, position))

    def since(self, position: Position) -> "Listing":
        return replace(self, begin=max(self.begin, position) if self.begin else position)

    def between(self, begins: datetime, ends: datetime) -> "Listing":
        """Those first public from one time on and before another."""
        return self.since((begins, FIRST)).below((ends, FIRST))

    @property
    def rows(self) -> "QuerySet[Any]":
        ends, above = self.end
        found = self.live.filter(
            Q(first_live_from__lt=ends) | Q(**{f"{self.key}__lt": above}), first_live_from__lte=ends
        )
        if self.begin:
            begins, lowest = self.begin
            later = Q(first_live_from__gt=begins) | Q(**{f"{self.key}__gte": lowest})
            found = found.filter(later, first_live_from__gte=begins)
        return found

    def newest_first(self) -> "QuerySet[Any]":
        return self.rows.order_by("-first_live_from", f"-{self.key}")

    def oldest_first(self) -> "QuerySet[Any]":
        return self.rows.order_by("first_live_from", self.key)

    def newest_time(self) -> datetime | None:
        """The newest first publication."""
        return self.newest_first().values_list("first_live_from", flat=True).first()

    def oldest_time(self) -> datetime | None:
        return self.oldest_first().values_list("first_live_from", flat=True).first()

    def exists(self) -> bool:
        # In an order, lest a plan for any entry reads the rows of all.
        return bool(self.newest_first().select_related(None).only("pk")[:1])

    def edition(self, row: Any) -> Edition:
        return row.edition if self.path else row

    def newest(self, count: int, *more: str) -> list[Edition]:
        """The first so many, with their cards, without their texts, and with more columns where they are asked for."""
        shown = (f"{self.path}{column}" for column in (*SHOWN, *more))
        rows = self.newest_first().select_related(f"{self.path}printed").only(*shown)[:count]
        return [self.edition(row) for row in rows]

    def page(self, before: str, *more: str) -> Page:
        """One page, by keyset: no count and no offset, so the last page costs what the first does. Raises BadCursor."""
        rows = (self.below(position(before)) if before else self).newest(PAGE + 1, *more)
        shown = rows[:PAGE]
        return Page(shown, cursor(shown[-1]) if len(rows) > PAGE else "")


def _live(language: str, now: datetime) -> "QuerySet[Edition]":
    return Edition.live_at(now).filter(language=language)


def everything(language: str, now: datetime) -> Listing:
    """All that is public in this language.

    Whatever is public was first public before now: told so, SQLite walks the index that has the order of lists, also
    where nobody ever had it gather statistics (ANALYZE), and sorts nothing.
    """
    return Listing(_live(language, now), "", (now, LAST))


def have_reports(spans: Sequence[Span], language: str, now: datetime) -> list[bool]:
    """Of each span whether anything that is public was first public in it. One query; each span costs what its first
    report does, however many there are."""
    if not spans:
        return []
    is_live, values = _live_in_span(language, now).query.sql_with_params()
    written = ", ".join(["(%s, %s, %s)"] * len(spans))
    adapted = connection.ops.adapt_datetimefield_value
    bounds = [value for n, (begins, ends) in enumerate(spans) for value in (n, adapted(begins), adapted(ends))]
    sql = f"WITH span (number, begins, ends) AS (VALUES {written}) SELECT number FROM span WHERE EXISTS ({is_live})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*bounds, *values])
        found = {number for (number,) in cursor.fetchall()}
    return [number in found for number in range(len(spans))]


def _live_in_span(language: str, now: datetime) -> "QuerySet[Any]":
    begins, ends = RawSQL("span.begins", []), RawSQL("span.ends", [])
    return _live(language, now).filter(first_live_from__gte=begins, first_live_from__lt=ends).values("pk")


def span_of(year: int) -> Span:
    """Its begin and the next one's, in the site's time zone."""
    zone = timezone.get_default_timezone()
    return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)


def cursor(edition: Edition) -> str:
    """Where a page ends, opaque to readers."""
    return cursor_at(edition.first_live_from, edition.pk)


def cursor_at(begun: datetime, pk: int) -> str:
    """The cursor of an edition with this first publication and id."""
    text = f"{(begun - EPOCH) // MICROSECOND}.{pk}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def position(token: str) -> Position:
    """What a cursor stands for: a first publication and an id. Raises BadCursor."""
    try:
        text = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True).decode("ascii")
        match = CURSOR.fullmatch(text)
        if match:
            return EPOCH + int(match[1]) * MICROSECOND, int(match[2])
    except (binascii.Error, ValueError, OverflowError) as error:
        raise BadCursor(token) from error
    raise BadCursor(token)


def live_of(article: int, now: datetime) -> "QuerySet[Edition]":
    """The report's live editions, at most one a language.

    By article alone: told the language too, SQLite walks everything that is live in it instead.
    """
    return Edition.live_at(now).filter(article=article)


def past(article: int, language: str, now: datetime) -> list[Edition]:
    """The report's editions that are over, oldest first."""
    editions = Edition.past_at(now).filter(article=article).only(*PAST).order_by("number")
    return [edition for edition in editions if edition.language == language]


def withdrawal_of(history: list[Edition], number: int) -> Edition | None:
    """The withdrawn edition that took this number's text down with it: a withdrawal covers all before it."""
    return next((e for e in history if e.number >= number and e.ended_why == Ended.WITHDRAWN), None)


def still_readable(history: list[Edition]) -> list[Edition]:
    """Those that no withdrawal covers."""
    return [edition for edition in history if withdrawal_of(history, edition.number) is None]
