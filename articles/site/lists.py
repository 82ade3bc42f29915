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
HOME = 13
RECENT = 6
CARD = (
    "article_id",
    "language",
    "number",
    "live_from",
    "first_live_from",
    "title",
    "standfirst",
    "description",
    "word_count",
    "credits",
    "byline_date",
    "series",
    "cover",
    "slug",
    "correction_kind",
)
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


def live(language: str, now: datetime) -> "QuerySet[Edition]":
    """What is public in this language."""
    return Edition.live_at(now).filter(language=language)


def newest(editions: "QuerySet[Edition]", count: int) -> list[Edition]:
    """The first so many, as a list prints them."""
    return list(editions.only(*CARD).order_by("-first_live_from", "-id")[:count])


def page(editions: "QuerySet[Edition]", before: str) -> Page:
    """One page, by keyset: no count and no offset, so the last page costs what the first does. Raises BadCursor."""
    if before:
        moment, pk = _decode(before)
        editions = editions.filter(Q(first_live_from__lte=moment) & (Q(first_live_from__lt=moment) | Q(pk__lt=pk)))
    rows = newest(editions, PAGE + 1)
    shown = rows[:PAGE]
    return Page(shown, cursor(shown[-1]) if len(rows) > PAGE else "")


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
