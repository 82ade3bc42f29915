"""A record is a report in one language: what is live of it, or that it was withdrawn.

Its datestamp is when it last became public or was withdrawn, so that whoever asks for what is new since their last
visit learns both. Records come in the order of their datestamps, each page from where the last one ended.
"""

from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.press.models import Edition, Ended
from articles.site.addresses import LANGUAGES
from articles.site.oai import sets

PAGE = 100
SHOWN = ("article_id", "language", "slug", "title", "description", "byline_date", "credits", "topics")
# Where a page ended: a datestamp to the microsecond, and an edition's key.
Position = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Record:
    edition: Edition
    at: datetime
    is_deleted: bool
    sets: tuple[str, ...]


def page(
    spec: str, begin: datetime, end: datetime, after: Position | None, now: datetime, *, size: int = PAGE
) -> tuple[list[Record], Position | None]:
    """The records of a set whose datestamps lie within [begin, end), and where the page ended: None on the last one."""
    found = list(islice(merge(*_ways(spec, begin, end, after, now, size + 1)), size + 1))
    more = found[size - 1][:2] if len(found) > size else None
    return _records(found[:size], now), more


def one(article: int, language: str, now: datetime) -> Record | None:
    """None for what was never public."""
    past = [edition for edition in Edition.of(article, language) if edition.was_public_by(now)]
    if not past:
        return None
    last = past[-1]
    is_deleted = not last.is_live_at(now)
    return _records([(last.live_until if is_deleted else last.live_from, last.pk, is_deleted)], now)[0]


def earliest(now: datetime) -> datetime:
    """A time before which no datestamp lies; now where nothing was ever public."""
    first = (Edition.public_by(now).filter(language=code).order_by("live_from") for code in LANGUAGES)
    return min((time for query in first for time in query.values_list("live_from", flat=True)[:1]), default=now)


def _ways(
    spec: str, begin: datetime, end: datetime, after: Position | None, now: datetime, size: int
) -> list[list[tuple[datetime, int, bool]]]:
    """In each language what is live and what was withdrawn, each along an index of its own."""
    return [
        [(at, pk, is_deleted) for at, pk in way.values_list(field, "pk")[:size]]
        for language in sets.languages_in(spec)
        for field, is_deleted, editions in (
            ("live_from", False, Edition.live_at(now)),
            ("live_until", True, _withdrawn(now)),
        )
        for way in [_between(sets.within(editions.filter(language=language), spec), field, begin, end, after)]
    ]


def _between(
    editions: "QuerySet[Edition]", field: str, begin: datetime, end: datetime, after: Position | None
) -> "QuerySet[Edition]":
    editions = editions.filter(**{f"{field}__lt": end}).order_by(field, "pk")
    if after is None:
        return editions.filter(**{f"{field}__gte": begin})
    return editions.filter(Q(**{field: after[0], "pk__gt": after[1]}) | Q(**{f"{field}__gt": after[0]}))


def _withdrawn(now: datetime) -> "QuerySet[Edition]":
    """The last editions of what was public and is no more."""
    later = Edition.public_by(now).filter(
        article=OuterRef("article"), language=OuterRef("language"), number__gt=OuterRef("number")
    )
    return Edition.past_at(now).filter(~Exists(later), ended_why=Ended.WITHDRAWN)


def _records(found: list[tuple[datetime, int, bool]], now: datetime) -> list[Record]:
    editions = Edition.public_by(now).only(*SHOWN).in_bulk([pk for _at, pk, _deleted in found])
    of = sets.of(editions.values())
    return [Record(editions[pk], at, is_deleted, tuple(of[pk])) for at, pk, is_deleted in found]
