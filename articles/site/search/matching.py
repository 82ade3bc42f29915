"""Which editions answer, and in which order: read from the index along it, so that the first page of a word that is in
every report costs what that of a rare one does.

Five ranks, each newest first: the words as typed in the title; in any form in the title; in the head (standfirst, key
points, names, topics); as typed anywhere; in any form anywhere. Nothing is scored and nothing is counted; a page ends
with a cursor (rank and place), and the next begins there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db.models.expressions import RawSQL

from articles.press.models import Edition, SearchEntry
from articles.site import lists
from articles.site.public_state import PublicState
from articles.site.search.synonyms import Unit
from shaf.db.reading import connection
from shaf.text import search_terms
from shaf.text.search_terms import ANYWHERE, HEAD, LANGUAGE, TITLE, But, Condition, Phrase, every, signs, some

INDEX, ENTRIES, EDITIONS = "articles_search", SearchEntry._meta.db_table, Edition._meta.db_table
CURSOR = re.compile(r"([0-9])\.(-?[0-9]{1,19})")
LOWEST, HIGHEST = -(2**63), 2**63 - 1
# PostgreSQL's index gathers all that match before the first is known. So it opens so many of the newest entries one by
# one, among which what is common is found at once; then it asks the index for what is of the last two quarters, and for
# all else only where that is not enough.
NEWEST = 30
NEAR = f"""
    newest_{{number}} AS MATERIALIZED (
        SELECT place, edition_id, head, words FROM {ENTRIES}
        WHERE place >= %s AND place < %s ORDER BY place DESC LIMIT {NEWEST}
    ), near_{{number}} AS MATERIALIZED (
        SELECT * FROM newest_{{number}} x WHERE {{may}}({{live}}) IS NOT NULL ORDER BY place DESC
    )"""  # noqa: S608
# OFFSET 0 keeps the planner from looking through: an estimate of how common a word is says nothing of when. `+ 0` keeps
# it from walking along the places, and opening every text, where it is to ask the index.
GATHERED = f"""
    (SELECT * FROM (
        SELECT place, edition_id FROM {ENTRIES} x WHERE {{matches}} AND place + 0 >= %s
            AND place + 0 < LEAST(%s, (SELECT min(place) FROM newest_{{number}})) OFFSET 0
    ) m ORDER BY place DESC)"""  # noqa: S608
RANKED = f"""
    (SELECT {{rank}} AS rank, place, edition_id FROM (
        SELECT place, edition_id FROM near_{{number}} x WHERE {{matches}}
        UNION ALL {GATHERED.replace("{matches}", "x.head @@ %s::tsquery AND {indexed}")}
        UNION ALL {GATHERED.replace("{matches}", "{indexed}")} OFFSET 0
    ) x WHERE ({{live}}) IS NOT NULL LIMIT {{limit}})"""  # noqa: S608
# A statement, or a part of one, and its parameters.
Sql = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Hit:
    """`columns`: what was asked for of the edition and of its entry, as the database has it."""

    rank: int
    place: int
    edition: int
    columns: tuple[Any, ...] = ()

    @property
    def cursor(self) -> str:
        return f"{self.rank}.{self.place}"


@dataclass(frozen=True, slots=True)
class Rank:
    """Conditions on the two columns of the index, and one on the first that must not hold; None: whatever it holds."""

    number: int
    head: Condition | None
    words: Condition | None = None
    without: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Whether anything in this language answers; `year`: '' for any."""

    units: Sequence[Unit]
    marks: Sequence[Condition]
    language: str
    year: str = ""


# A rank, and the places from which on and below which it is looked for.
Sought = tuple[Rank, int, int]


class BadCursor(ValueError):
    """No page was ever given out under this cursor."""


def find(
    units: Sequence[Unit],
    marks: Sequence[Condition],
    state: PublicState,
    *,
    before: str = "",
    year: str = "",
    limit: int,
    columns: Sequence[str] = (),
) -> list[Hit]:
    """The first `limit` behind the cursor `before`, with these columns of `edition` and `entry`. One query. Raises
    BadCursor."""
    begun, place = _decode(before)
    lowest, highest = _places_of(year)
    sought = [
        (rank, lowest, min(highest, place) if rank.number == begun else highest)
        for rank in ranks(units, marks, state.language)
        if rank.number >= begun
    ]
    if not sought:
        raise BadCursor(before)
    anything = _any(units, signs(state.language, ANYWHERE)) if units else None
    sql, parameters = _written(sought, state, limit, anything)
    shown = ", ".join(["hit.rank", "hit.place", "hit.edition_id", *columns])
    sql = f"""SELECT {shown} FROM ({sql} LIMIT {limit}) AS hit
        JOIN {ENTRIES} AS entry ON entry.place = hit.place
        JOIN {EDITIONS} AS edition ON edition.id = hit.edition_id"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        hits = [Hit(rank, place, pk, tuple(found)) for rank, place, pk, *found in cursor.fetchall()]
    return sorted(hits, key=lambda hit: (hit.rank, -hit.place))


def which(questions: Sequence[Question], state: PublicState) -> list[bool]:
    """Of each question whether anything live answers it. One query; none where nothing is asked."""
    if not questions:
        return []
    sought = []
    for number, question in enumerate(questions):
        rank = Rank(number, every([_all_in(question.language), *question.marks]))
        if question.units:
            own, words = question.marks, _any(question.units, signs(question.language, ANYWHERE))
            rank = Rank(number, every(own) if own else None, words)
        sought.append((rank, *_places_of(question.year)))
    with connection.cursor() as cursor:
        cursor.execute(*_written(sought, state, 1))
        answered = {number for number, _place, _edition in cursor.fetchall()}
    return [number in answered for number in range(len(questions))]


def in_year(hit: Hit, year: str) -> bool:
    """Whether the report was first public in this year."""
    lowest, highest = _places_of(year)
    return lowest <= hit.place < highest


@lru_cache(maxsize=8)
def _live(state: PublicState) -> Sql:
    """Whether an entry's edition is: Edition says what is live, and no SQL here says it again."""
    live = Edition.live_at(state.now).filter(pk=RawSQL("x.edition_id", [])).values("pk")
    sql, parameters = live.query.sql_with_params()
    return sql, list(parameters)


def _all_in(language: str) -> Condition:
    return Phrase((LANGUAGE + language,))


def ranks(units: Sequence[Unit], marks: Sequence[Condition], language: str) -> list[Rank]:
    """Each leaves out what a better one has."""
    if not units:
        return [Rank(0, every([_all_in(language), *marks]))]
    at_title, at_head, anywhere = (signs(language, place) for place in (TITLE, HEAD, ANYWHERE))
    title, in_title = _exact(units, at_title), _any(units, at_title)
    in_head, text, in_text = _any(units, at_head), _exact(units, anywhere), _any(units, anywhere)
    own = every(marks) if marks else None
    found = [
        Rank(0, every([*marks, title])),
        Rank(1, every([*marks, in_title]), without=title),
        Rank(2, every([*marks, in_head]), without=in_title),
        Rank(3, own, text, without=in_head),
        Rank(4, own, But(in_text, text), without=in_head),
    ]
    # Where all is quoted there is no other form, and the database need not look for it.
    return [rank for rank in found if not (in_text == text and rank.number in (1, 4))]


def _exact(units: Iterable[Unit], of: tuple[str, str]) -> Condition:
    return every(Phrase(tuple(of[0] + word for word in term.words)) for unit in units for term in unit.terms)


def _any(units: Iterable[Unit], of: tuple[str, str]) -> Condition:
    exact, stemmed = of
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


def _written(sought: Sequence[Sought], state: PublicState, limit: int, anything: Condition | None = None) -> Sql:
    """The first `limit` of each rank: rank, place and edition, one rank behind the other.

    `anything`: what holds wherever any of them does.
    """
    live = _live(state)
    if connection.vendor == "postgresql":
        return _postgresql(sought, state, live, limit, anything)
    return _sqlite(sought, live, limit, anything if search_terms.has_fts5() else None)


def _sqlite(sought: Sequence[Sought], live: Sql, limit: int, anything: Condition | None) -> Sql:
    """FTS5 looks up each term of each rank before it finds the first: where nothing answers, it is asked for nothing
    once that is known."""
    is_live, live_values = live
    parts, parameters, begin, asked = [], [], "", "%s"
    if anything:
        begin = f"WITH anything AS (SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH %s LIMIT 1) "  # noqa: S608
        parameters.append(search_terms.fts5(anything))
        asked = f"CASE WHEN EXISTS (SELECT 1 FROM anything) THEN %s ELSE '{search_terms.NOTHING}' END"  # noqa: S608
    for rank, lowest, below in sought:
        whole = every(part for part in (rank.head, rank.words) if part)
        if rank.without:
            whole = But(whole, rank.without)
        if search_terms.has_fts5():
            matches, values = f"{INDEX} MATCH {asked}", [search_terms.fts5(whole)]
        else:
            matches, values = search_terms.instr(whole, f"({INDEX}.head || {INDEX}.words)"), []
        # The names of tables are ours, and terms have no sign that SQL knows.
        parts.append(
            f"""SELECT * FROM (
                SELECT {rank.number} AS rank, {INDEX}.rowid AS place, x.edition_id
                FROM {INDEX} CROSS JOIN {ENTRIES} AS x ON x.place = {INDEX}.rowid
                WHERE {matches} AND {INDEX}.rowid >= %s AND {INDEX}.rowid < %s AND EXISTS ({is_live})
                ORDER BY {INDEX}.rowid DESC LIMIT %s
            )"""  # noqa: S608
        )
        parameters += [*values, lowest, below, *live_values, limit]
    return f"{begin}SELECT * FROM ({' UNION ALL '.join(parts)}) AS found", parameters  # noqa: S608


def _postgresql(sought: Sequence[Sought], state: PublicState, live: Sql, limit: int, anything: Condition | None) -> Sql:
    """To open a text takes PostgreSQL longer than all else about it, so each of the newest is opened once for what all
    ranks ask, and again only where it answers."""
    is_live, live_values = live
    windows = list(dict.fromkeys((lowest, below) for _rank, lowest, below in sought))
    common, values, parts, more_values = [], [], [], []
    may = "x.words @@ %s::tsquery AND " if anything else ""
    for number, window in enumerate(windows):
        common.append(NEAR.format(number=number, may=may, live=is_live))
        values += [*window, *([search_terms.tsquery(anything)] if anything else []), *live_values]
    for rank, lowest, below in sought:
        asked = (
            ("x.head @@ %s::tsquery", rank.head),
            ("x.words @@ %s::tsquery", rank.words),
            ("NOT x.head @@ %s::tsquery", rank.without),
        )
        terms = [search_terms.tsquery(condition) for _sql, condition in asked if condition]
        matches = indexed = " AND ".join(sql for sql, condition in asked if condition)
        gathered = terms
        # The index knows no places: what it is not told to leave out for its pairs has to be opened.
        if pairs := search_terms.pairs(every(condition for condition in (rank.head, rank.words) if condition)):
            indexed, gathered = f"{matches} AND x.pairs @@ %s::tsquery", [*terms, search_terms.tsquery(pairs)]
        number = windows.index((lowest, below))
        named = {"rank": rank.number, "number": number, "live": is_live, "limit": limit}
        parts.append(RANKED.format(matches=matches, indexed=indexed, **named))
        begun, quarters = _two_quarters(min(below, SearchEntry.place_of(state.now)))
        more_values += [*terms, search_terms.tsquery(quarters), *gathered, max(lowest, begun), below]
        more_values += [*gathered, lowest, min(below, begun), *live_values]
    sql = f"WITH {', '.join(common)} SELECT * FROM ({' UNION ALL '.join(parts)}) found"  # noqa: S608
    return sql, [*values, *more_values]


def _two_quarters(place: int) -> tuple[int, Condition]:
    """The quarter of this place and the one before it: where they begin, and what holds of all that is in them."""
    last = _quarter_of(SearchEntry.moment_of(place))
    before = _quarter_of(last - timedelta(days=1))
    return SearchEntry.place_of(before), some(Phrase((search_terms.quarter(begins),)) for begins in (before, last))


def _quarter_of(moment: datetime) -> datetime:
    """When it begins."""
    month = (moment.month - 1) // 3 * 3 + 1
    return moment.replace(month=month, day=1, hour=0, minute=0, second=0, microsecond=0)


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
    begins, ends = lists.span_of(int(year))
    return SearchEntry.place_of(begins), SearchEntry.place_of(ends)
