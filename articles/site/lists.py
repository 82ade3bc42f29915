"""Lists of editions, newest first, without the texts themselves.

Newest by their first publication: a correction dates a report anew, and does not make it news.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from articles.press.models import Edition, Ended

PAGE = 20
RECENT = 6
SHOWN = ("article_id", "language", "first_live_from", "slug", "title", "credits", "printed__card")
PAST = (
    *("article_id", "language", "number", "title", "live_from", "live_until", "ended_why", "ended_note"),
    *("correction_note", "correction_kind"),
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
CURSOR = re.compile(r"(-?[0-9]{1,17})\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Page:
    """`older` is the cursor of the next page, '' on the last one."""

    editions: list[Edition]
    older: str


class BadCursor(ValueError):
    """No page was ever given out under this cursor."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Editions to be listed. `index`: the relation whose columns say their order, where they are an entry's: an
    entry's reports are then found in its own index, however many others there are.
    """

    editions: "QuerySet[Edition]"
    index: str = ""

    @property
    def _order(self) -> tuple[str, str]:
        return (f"{self.index}__first_live_from", f"{self.index}__edition_id") if self.index else ("first_live_from", "pk")

    def in_order(self) -> "QuerySet[Edition]":
        """Newest first."""
        return self.editions.order_by(*(f"-{column}" for column in self._order))

    def newest(self, count: int) -> list[Edition]:
        """The first so many, with their cards and without their texts."""
        return list(self.in_order().select_related("printed").only(*SHOWN)[:count])

    def page(self, before: str) -> Page:
        """One page, by keyset: no count and no offset, so the last page costs what the first does. Raises BadCursor."""
        listing = self
        if before:
            moment, pk = _decode(before)
            time, key = self._order
            earlier = Q(**{f"{time}__lte": moment}) & (Q(**{f"{time}__lt": moment}) | Q(**{f"{key}__lt": pk}))
            listing = Listing(self.editions.filter(earlier), self.index)
        rows = listing.newest(PAGE + 1)
        shown = rows[:PAGE]
        return Page(shown, cursor(shown[-1]) if len(rows) > PAGE else "")


def live(language: str, now: datetime) -> "QuerySet[Edition]":
    """What is public in this language."""
    return Edition.live_at(now).filter(language=language)


def everything(language: str, now: datetime) -> Listing:
    """All that is public in this language."""
    return Listing(live(language, now))


def cursor(edition: Edition) -> str:
    """Where a page ends, opaque to readers."""
    text = f"{(edition.first_live_from - EPOCH) // MICROSECOND}.{edition.pk}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(token: str) -> tuple[datetime, int]:
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
