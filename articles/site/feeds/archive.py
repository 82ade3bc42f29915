"""Which editions a document of a feed holds, and which archive documents stand before and after it.

The current document holds the newest by their first publication, as the site's lists do: a correction must not bring
back as news what subscribers read years ago, nor push new reports out. An archive document holds a month of first
publications, whether or not the current document has them too, so that it stays as it is once its month is over; a
month with many reports is several documents, newest first, each but the first under a cursor.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Subquery
from django.utils import timezone

from articles.press.models import Edition
from articles.site import lists
from articles.site.lists import Listing

if TYPE_CHECKING:
    from django.db.models import QuerySet

CURRENT = 20
ARCHIVE = 50


@dataclass(frozen=True, slots=True)
class Part:
    """An archive document: a month in the site's time zone, from a cursor on; `before` is '' for its first."""

    year: int
    month: int
    before: str = ""

    @property
    def begins(self) -> datetime:
        return datetime(self.year, self.month, 1, tzinfo=timezone.get_default_timezone())

    @property
    def ends(self) -> datetime:
        year, month = (self.year + 1, 1) if self.month == 12 else (self.year, self.month + 1)
        return datetime(year, month, 1, tzinfo=timezone.get_default_timezone())


@dataclass(frozen=True, slots=True)
class Held:
    """What a document holds, newest first, and its neighbours in the archive.

    The way to what is older is whole; that to what is newer, a convenience of RFC 5005, may be left out.
    """

    editions: list[Edition]
    older: Part | None = None
    newer: Part | None = None


def part_of(moment: datetime, before: str = "") -> Part:
    """The part of the archive that a first publication belongs to."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return Part(local.year, local.month, before)


def current(live: Listing) -> Held:
    """The newest reports. One query."""
    rows = _whole(live, live.newest_first())[: CURRENT + 1]
    older = part_of(live.edition(rows[CURRENT]).first_live_from) if len(rows) > CURRENT else None
    return Held([live.edition(row) for row in rows[:CURRENT]], older=older)


def archived(live: Listing, part: Part) -> Held:
    """A part of the archive; of no editions where nothing public belongs to it. One query.

    Raises lists.BadCursor.
    """
    month = live.between(part.begins, part.ends)
    below = live.below((part.begins, lists.FIRST)).newest_first()
    above = live.since((part.ends, lists.FIRST)).oldest_first()
    neighbours = {
        "older_month": _first(below, "first_live_from"),
        "newer_month": _first(above, "first_live_from"),
        "newer_overflow": _first(above, "first_live_from", ARCHIVE),
    }
    editions = month
    if part.before:
        last = lists.position(part.before)
        editions = month.below(last)
        # The newer part ends with the cursor's report, so its own cursor stands ARCHIVE reports above that one.
        rest = month.since(last).oldest_first()
        neighbours["newer_begun"] = _first(rest, "first_live_from", ARCHIVE)
        neighbours["newer_pk"] = _first(rest, live.key, ARCHIVE)
    rows = list(_whole(live, editions.newest_first().annotate(**neighbours))[: ARCHIVE + 1])
    if not rows:
        return Held([])
    shown = [live.edition(row) for row in rows[:ARCHIVE]]
    older = replace(part, before=lists.cursor(shown[-1])) if len(rows) > ARCHIVE else _older_month(rows[0])
    following = _newer_part(rows[0], part) if part.before else _newer_month(rows[0])
    return Held(shown, older, following)


def _older_month(row: Any) -> Part | None:
    """Its first document; the month's others hang on that one."""
    return part_of(row.older_month) if row.older_month else None


def _newer_month(row: Any) -> Part | None:
    """Its only document. None where it has several: which of them ends it, counting alone would tell."""
    if row.newer_month is None:
        return None
    newer = part_of(row.newer_month)
    return None if row.newer_overflow and part_of(row.newer_overflow) == newer else newer


def _newer_part(row: Any, part: Part) -> Part:
    return replace(part, before=lists.cursor_at(row.newer_begun, row.newer_pk) if row.newer_begun else "")


def _whole(live: Listing, rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """With all that an item is made of, and without what the press has set already."""
    unread = (*Edition.NOT_SHOWN, "printed__page", "printed__card")
    return rows.select_related(f"{live.path}printed").defer(*(f"{live.path}{column}" for column in unread))


def _first(editions: "QuerySet[Any]", column: str, after: int = 0) -> Subquery:
    return Subquery(editions.values(column)[after : after + 1])
