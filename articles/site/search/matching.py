"""Which editions answer, and in which order: read from the index along it, so that the first page of a word that is in
every report costs what that of a rare one does.

Five ranks, each newest first: the words as typed in the title; in any form in the title; in the head (standfirst, key
points, names, topics); as typed anywhere; in any form anywhere. Nothing is scored and nothing is counted; a page ends
with a cursor (rank and place), and the next begins there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.press.models import Edition, SearchEntry
from articles.site import prepared
from articles.site.moment import Moment
from articles.site.search.synonyms import Unit
from shaf import search_terms
from shaf.search_terms import ANYWHERE, HEAD, LANGUAGE, TITLE, But, Condition, Phrase, apart, every, some

INDEX, ENTRIES = "articles_search", SearchEntry._meta.db_table
CURSOR = re.compile(r"([0-9])\.(-?[0-9]{1,19})")
LOWEST, HIGHEST = -(2**63), 2**63 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# PostgreSQL opens so many of the newest entries one by one before it gathers all that match: what is common is found
# among them at once, and what is rare costs no more than they.
NEWEST = 60
# A phrase is looked for in so many: of words that are in every text no index tells which have them side by side.
CANDIDATES = 2_000
# In the place of a rank, with their number.
LOOKED_AT = -1


@dataclass(frozen=True, slots=True)
class Hit:
    rank: int
    place: int
    edition: int

    @property
    def cursor(self) -> str:
        return f"{self.rank}.{self.place}"


@dataclass(frozen=True, slots=True)
class Rank:
    """Conditions on the two columns of the index; None: whatever it holds."""

    number: int
    head: Condition
    words: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Whether anything in this language answers; `year`: '' for any."""

    units: Sequence[Unit]
    marks: Sequence[Condition]
    language: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Among:
    """The newest CANDIDATES that have the words of a phrase at all, under a name within the statement."""

    name: str
    sql: str
    values: list[object]


@dataclass(frozen=True, slots=True)
class Found:
    """`bounded`: a phrase was looked for in the newest CANDIDATES that have its words, and there are older ones."""

    hits: list[Hit]
    bounded: bool = False


class BadCursor(ValueError):
    """No page was ever given out under this cursor."""


def find(
    units: Sequence[Unit], marks: Sequence[Condition], now: Moment, *, before: str = "", year: str = "", limit: int
) -> Found:
    """The first `limit` behind the cursor `before`. One query. Raises BadCursor."""
    begun, place = _decode(before)
    lowest, highest = _places_of(year)
    own = [Phrase((LANGUAGE + now.language,)), *marks]
    among = _among("candidates", own, units, lowest, highest)
    parts, parameters = [], []
    if among:
        parts.append(f"SELECT {LOOKED_AT} AS rank, count(*) AS place, 0 AS edition_id FROM {among.name}")  # noqa: S608
    for rank in ranks(units, own):
        if rank.number < begun:
            continue
        below = min(highest, place) if rank.number == begun else highest
        sql, values = _written(rank, lowest, below, among, now, limit)
        parts.append(sql)
        parameters += values
    rows = _rows(f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS found LIMIT %s", [*parameters, limit + 1], [among])  # noqa: S608
    looked_at = sum(place for rank, place, _edition in rows if rank == LOOKED_AT)
    hits = sorted((Hit(*row) for row in rows if row[0] != LOOKED_AT), key=lambda hit: (hit.rank, -hit.place))
    return Found(hits[:limit], bounded=looked_at == CANDIDATES)


def which(questions: Sequence[Question], now: Moment) -> list[bool]:
    """Of each question whether anything live answers it. One query; none where nothing is asked."""
    if not questions:
        return []
    parts, parameters, amongst = [], [], []
    for number, question in enumerate(questions):
        own = [Phrase((LANGUAGE + question.language,)), *question.marks]
        lowest, highest = _places_of(question.year)
        among = _among(f"candidates_{number}", own, question.units, lowest, highest)
        rank = Rank(number, every(own), _any(question.units, ANYWHERE) if question.units else None)
        sql, values = _written(rank, lowest, highest, among, now, 1)
        parts.append(sql)
        parameters += values
        amongst.append(among)
    rows = _rows(f"SELECT rank FROM ({' UNION ALL '.join(parts)}) AS found", parameters, amongst)  # noqa: S608
    answered = {number for (number,) in rows}
    return [number in answered for number in range(len(questions))]


def _rows(sql: str, values: list[object], amongst: Sequence[Among | None]) -> list[tuple[Any, ...]]:
    named = [among for among in amongst if among]
    if named:
        sql = f"WITH {', '.join(f'{among.name} AS ({among.sql})' for among in named)} {sql}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(value for among in named for value in among.values), *values])
        return cursor.fetchall()


def in_year(hit: Hit, year: str) -> bool:
    """Whether the report was first public in this year."""
    lowest, highest = _places_of(year)
    return lowest <= hit.place < highest


def _live(now: datetime) -> "QuerySet[Any]":
    """Whether an entry's edition is: Edition says what is live, and no SQL here says it again."""
    return Edition.live_at(now).filter(pk=RawSQL("x.edition_id", [])).values("pk")


def ranks(units: Sequence[Unit], marks: Sequence[Condition]) -> list[Rank]:
    """Each leaves out what a better one has."""
    own = every(marks)
    if not units:
        return [Rank(0, own)]
    title, in_title = _exact(units, TITLE), _any(units, TITLE)
    in_head, text, in_text = _any(units, HEAD), _exact(units, ANYWHERE), _any(units, ANYWHERE)
    found = [
        Rank(0, every([own, title])),
        Rank(1, But(every([own, in_title]), title)),
        Rank(2, But(every([own, in_head]), in_title)),
        Rank(3, But(own, in_head), text),
        Rank(4, But(own, in_head), But(in_text, text)),
    ]
    # Where all is quoted there is no other form, and the database need not look for it.
    return [rank for rank in found if not (in_text == text and rank.number in (1, 4))]


def _exact(units: Iterable[Unit], signs: tuple[str, str]) -> Condition:
    return every(Phrase(tuple(signs[0] + word for word in term.words)) for unit in units for term in unit.terms)


def _any(units: Iterable[Unit], signs: tuple[str, str]) -> Condition:
    exact, stemmed = signs
    found = []
    for unit in units:
        own = every(
            Phrase(tuple(exact + word for word in term.words))
            if term.quoted
            else some(Phrase(tuple(stemmed + word for word in way)) for way in term.stems)
            for term in unit.terms
        )
        found.append(some([own, *(Phrase(tuple(stemmed + word for word in other)) for other in unit.others)]))
    return every(found)


def _among(name: str, own: Sequence[Condition], units: Sequence[Unit], lowest: int, highest: int) -> Among | None:
    """What a phrase is looked for in: without it, one of words that are everywhere would have every text opened."""
    if all(len(term.words) == 1 for unit in units for term in unit.terms):
        return None
    head, words = every(own), apart(_any(units, ANYWHERE))
    if connection.vendor == "postgresql":
        sql = f"""
            SELECT * FROM (
                SELECT x.place, x.edition_id, x.head, x.words FROM {ENTRIES} AS x
                WHERE x.head @@ %s::tsquery AND x.words @@ %s::tsquery AND x.place + 0 >= %s AND x.place + 0 < %s
                OFFSET 0
            ) AS matching ORDER BY place DESC LIMIT {CANDIDATES}"""  # noqa: S608
        return Among(name, sql, [search_terms.tsquery(head), search_terms.tsquery(words), lowest, highest])
    matches, values = _matching(every([head, words]))
    sql = f"""
        SELECT {INDEX}.rowid AS place FROM {INDEX}
        WHERE {matches} AND {INDEX}.rowid >= %s AND {INDEX}.rowid < %s
        ORDER BY {INDEX}.rowid DESC LIMIT {CANDIDATES}"""  # noqa: S608
    return Among(name, sql, [*values, lowest, highest])


def _matching(condition: Condition) -> tuple[str, list[object]]:
    """For SQLite, with FTS5 or without."""
    if search_terms.has_fts5():
        return f"{INDEX} MATCH %s", [search_terms.fts5(condition)]
    return search_terms.instr(condition, f"({INDEX}.head || {INDEX}.words)"), []


def _written(
    rank: Rank, lowest: int, below: int, among: Among | None, now: Moment, limit: int
) -> tuple[str, list[object]]:
    write = _postgresql if connection.vendor == "postgresql" else _sqlite
    live, live_values = prepared.sql(_live, now=now.now)
    return write(rank, lowest, below, among, live, live_values, limit)


def _sqlite(
    rank: Rank, lowest: int, below: int, among: Among | None, live: str, live_values: list[object], limit: int
) -> tuple[str, list[object]]:
    matches, values = _matching(every([rank.head, rank.words]) if rank.words else rank.head)
    if among:
        matches = f"{matches} AND {INDEX}.rowid >= (SELECT min(place) FROM {among.name})"  # noqa: S608
    # The names of tables are ours, and terms have no sign that SQL knows.
    sql = f"""
        SELECT * FROM (
            SELECT {rank.number} AS rank, {INDEX}.rowid AS place, x.edition_id
            FROM {INDEX} CROSS JOIN {ENTRIES} AS x ON x.place = {INDEX}.rowid
            WHERE {matches} AND {INDEX}.rowid >= %s AND {INDEX}.rowid < %s AND EXISTS ({live})
            ORDER BY {INDEX}.rowid DESC LIMIT %s
        )"""  # noqa: S608
    return sql, [*values, lowest, below, *live_values, limit]


def _postgresql(
    rank: Rank, lowest: int, below: int, among: Among | None, live: str, live_values: list[object], limit: int
) -> tuple[str, list[object]]:
    """OFFSET 0 keeps the planner from looking through: an estimate of how common a word is says nothing of when.

    `+ 0` keeps it from walking along the places, and opening every text, where it is to ask the index.
    """
    matches, values = "x.head @@ %s::tsquery", [search_terms.tsquery(rank.head)]
    if rank.words:
        matches, values = f"{matches} AND x.words @@ %s::tsquery", [*values, search_terms.tsquery(rank.words)]
    if among:
        sql = f"""
            (SELECT {rank.number} AS rank, x.place, x.edition_id FROM {among.name} AS x
                WHERE x.place >= %s AND x.place < %s AND {matches} AND EXISTS ({live})
                ORDER BY x.place DESC LIMIT %s)"""  # noqa: S608
        return sql, [lowest, below, *values, *live_values, limit]
    newest = f"SELECT {{}} FROM {ENTRIES} WHERE place >= %s AND place < %s ORDER BY place DESC LIMIT {NEWEST}"  # noqa: S608
    edge = f"(SELECT min(place) FROM ({newest.format('place')}) AS newest)"  # noqa: S608
    sql = f"""
        (SELECT {rank.number} AS rank, place, edition_id FROM (
            (SELECT x.place, x.edition_id FROM ({newest.format("place, edition_id, head, words")}) AS x
                WHERE {matches} AND EXISTS ({live}) LIMIT %s)
            UNION ALL
            (SELECT x.place, x.edition_id FROM (
                SELECT * FROM (
                    SELECT x.place, x.edition_id FROM {ENTRIES} AS x
                    WHERE {matches} AND x.place + 0 >= %s AND x.place + 0 < {edge} OFFSET 0
                ) AS matching ORDER BY place DESC OFFSET 0
            ) AS x WHERE EXISTS ({live}) LIMIT %s)
        ) AS ranked LIMIT %s)"""  # noqa: S608
    window = [lowest, below]
    first = [*window, *values, *live_values, limit]
    return sql, [*first, *values, lowest, *window, *live_values, limit, limit]


def _decode(before: str) -> tuple[int, int]:
    if not before:
        return 0, HIGHEST
    match = CURSOR.fullmatch(before)
    if not match or not LOWEST <= int(match[2]) <= HIGHEST:
        raise BadCursor(before)
    return int(match[1]), int(match[2])


def _places_of(year: str) -> tuple[int, int]:
    """The places of what was first public in this year, in the site's time zone; all places where it is ''."""
    if not year:
        return LOWEST, HIGHEST
    zone = timezone.get_default_timezone()
    begins, ends = (datetime(int(year) + n, 1, 1, tzinfo=zone) for n in (0, 1))
    return _place(begins), _place(ends)


def _place(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(milliseconds=1) * SearchEntry.WITHIN_A_MILLISECOND
