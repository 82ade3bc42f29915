"""The search index of editions: entered at publish, rebuilt at will; outside guards, fingerprint and seal.

SQLite: an FTS5 table without content, keyed by the entry's place. PostgreSQL: tsvector columns of the entry's own table
under one GIN index. The columns are `head` (filters, and the terms of title and head) and `words` (all). PostgreSQL has
a third, `pairs`, which in one of the others would make it longer to open.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from articles.press.html import reading
from articles.press.models import Edition, Ended, SearchEntry
from shaf.text import arabic, search_terms, search_words
from shaf.text.search_terms import ANYWHERE, HEAD, TITLE, pair, signs
from shaf.text.search_words import expansions, stem, stems_of

VERSION = search_words.VERSION
TABLE = "articles_search"
ENTRIES = SearchEntry._meta.db_table
# SQL: an entry whose terms are not there.
BARE = {
    "sqlite": f"NOT EXISTS (SELECT 1 FROM {TABLE} WHERE rowid = place)",  # noqa: S608
    "postgresql": "words IS NULL",
}

BATCH = 100

# What a tsvector can hold: a megabyte in all, 255 places of a term, none beyond the 16,383rd.
MOST_BYTES = 1_000_000
MOST_PLACES = 255
LAST_PLACE = 16_383
# No report is longer; what stands behind the 200,000th word of one is not found.
MOST_WORDS = 200_000
# Stands between two fields, so that no phrase is found across them.
GAP = "_"


@dataclass(frozen=True, slots=True)
class Terms:
    """All that is found of an edition: its filters, and (place sign, words) in the order of the text."""

    marks: list[str]
    title: list[list[str]]
    head: list[list[str]]
    everything: list[list[str]]


def enter(edition: Edition) -> None:
    """Make a new edition findable. Once for each: it is sealed, so nothing here ever changes."""
    _enter(edition, None, TABLE)


def _enter(edition: Edition, known: SearchEntry | None, table: str) -> None:
    entry = known or SearchEntry(edition_id=edition.pk, place=_free_place(edition))
    lines = passages(edition)
    entry.version = VERSION
    entry.text = "\n".join(lines).encode()
    entry.stems = "\n".join(map(stems_of, lines)).encode()
    entry.save(force_insert=known is None)
    _write(entry.place, edition.language, terms(edition, lines), table)


def _free_place(edition: Edition) -> int:
    place = SearchEntry.place_of(edition.first_live_from)
    # Nobody else takes one meanwhile: whoever publishes has moved the counter of the press, and waits for the other.
    behind = SearchEntry.objects.filter(pk=OuterRef("pk") + 1)
    last = SearchEntry.objects.filter(~Exists(behind), pk__gte=place).order_by("pk")
    taken = Exists(SearchEntry.objects.filter(pk=place))
    found = last.annotate(taken=taken).values_list("pk", "taken").first()
    return found[0] + 1 if found and found[1] else place


def passages(edition: Edition) -> list[str]:
    """The text that a result may quote, a paragraph each."""
    paragraphs = [*edition.standfirst.splitlines(), *edition.key_points, *reading.plain_text(edition.body).splitlines()]
    # A result shows a part of one, and what closes an isolate may be in another.
    lines = (" ".join(arabic.without_reordering(paragraph).split()) for paragraph in paragraphs)
    return [line for line in lines if line]


def terms(edition: Edition, lines: list[str]) -> Terms:
    """What is found of an edition. `lines`: its passages.

    Not the source of its byline: nearly always the publisher, whose name would make every report answer to its words.
    """
    byline = [a for a in edition.credits["attributions"] if a["kind"] == "byline"]
    others = [a for a in edition.credits["attributions"] if a["kind"] != "byline"]
    about = [
        *(person["name"] for a in byline for person in a["authors"]),
        *(topic["name"] for topic in edition.topics),
        *([edition.series["series"]["name"]] if edition.series else []),
    ]
    names = [
        edition.credits["branch"]["name"],
        *(name for a in others for name in _names(a)),
    ]
    summary = [*edition.standfirst.splitlines(), *edition.key_points]
    words = search_words.words
    return Terms(
        marks=list(dict.fromkeys(_marks(edition))),
        title=[words(edition.title)],
        head=[words(field) for field in (edition.title, *summary, *about)],
        # The passages in one piece: a phrase may run over the end of a paragraph.
        everything=[words(field) for field in (edition.title, "\n".join(lines), *about, *names)],
    )


def _names(attribution: dict[str, Any]) -> Iterator[str]:
    if attribution["source"]:
        yield attribution["source"]["name"]
    yield from (person["name"] for person in attribution["authors"])
    yield attribution["title"]


def _marks(edition: Edition) -> Iterator[str]:
    attributions = edition.credits["attributions"]
    yield search_terms.LANGUAGE + edition.language
    yield f"{search_terms.BRANCH}{edition.credits['branch']['id']}"
    yield from (f"{search_terms.AUTHOR}{person['id']}" for a in attributions for person in a["authors"])
    yield from (f"{search_terms.SOURCE}{a['source']['id']}" for a in attributions if a["source"])
    yield from (f"{search_terms.TOPIC}{topic['id']}" for topic in edition.topics)
    if edition.report_type:
        yield f"{search_terms.TYPE}{edition.report_type['id']}"


def _write(place: int, language: str, found: Terms, table: str) -> None:
    title, head, anywhere = (signs(language, where) for where in (TITLE, HEAD, ANYWHERE))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            marks = [*found.marks, search_terms.quarter(SearchEntry.moment_of(place))]
            inside = [(found.title, title), (found.head, head)]
            pairs = dict.fromkeys(term for part in (*inside, (found.everything, anywhere)) for term in _pairs(*part))
            cursor.execute(
                f"UPDATE {ENTRIES} SET head = %s::tsvector, words = %s::tsvector, pairs = %s::tsvector "  # noqa: S608
                "WHERE place = %s",
                [
                    " ".join([*(f"'{m}'" for m in marks), _vector(inside)]),
                    _vector([(found.everything, anywhere)]),
                    " ".join(_fitting(pairs, 0)),
                    place,
                ],
            )
            return
        marked = [*found.marks, GAP, *_sequence(found.title, title), *_sequence(found.head, head)]
        cursor.execute(
            f"INSERT INTO {table} (rowid, head, words) VALUES (%s, %s, %s)",  # noqa: S608
            [place, _spaced(marked), _spaced(_sequence(found.everything, anywhere))],
        )


def _spaced(sequence: Iterable[str]) -> str:
    return f" {' '.join(sequence)} "


def _sequence(fields: list[list[str]], signs: tuple[str, str]) -> Iterator[str]:
    """Exact terms in order, stems in order, then what stands beside nothing: the further stems, and pairs."""
    exact, stemmed = signs
    for field in fields:
        yield from (exact + word for word in field[:MOST_WORDS])
        yield GAP
    for field in fields:
        yield from (stemmed + stem(word) for word in field[:MOST_WORDS])
        yield GAP
    further = dict.fromkeys(more for field in fields for word in field[:MOST_WORDS] for more in expansions(word))
    for more in further:
        yield stemmed + more
        yield GAP
    yield from _pairs(fields, signs)


def _pairs(fields: list[list[str]], signs: tuple[str, str]) -> Iterable[str]:
    """Once each: of all words that stand side by side, and of their stems."""
    exact, stemmed = signs
    side_by_side = dict.fromkeys(two for field in fields for two in pairwise(field[:MOST_WORDS]))
    of_stems = dict.fromkeys((stem(one), stem(other)) for one, other in side_by_side)
    yield from (pair(exact + one, exact + other) for one, other in side_by_side)
    yield from (pair(stemmed + one, stemmed + other) for one, other in of_stems)


def _vector(parts: list[tuple[list[list[str]], tuple[str, str]]]) -> str:
    """A tsvector, written out; pairs where it cannot hold every place of every term."""
    places: dict[str, list[int]] = defaultdict(list)
    size, full = 0, False
    for fields, (exact, stemmed) in parts:
        place = 0
        for field in fields:
            for word in field[:MOST_WORDS]:
                place += 1
                for term in (exact + word, stemmed + stem(word), *(stemmed + more for more in expansions(word))):
                    known = places.get(term)
                    size += 2 if known is not None else len(term.encode()) + 6
                    if size > MOST_BYTES:
                        break
                    beside = places[term]
                    if term == stemmed + stem(word) or term.startswith(exact):
                        if place > LAST_PLACE or len(beside) >= MOST_PLACES:
                            full = True
                        else:
                            beside.append(place)
            place += 1
    written = [f"'{term}':{','.join(map(str, at))}" if at else f"'{term}'" for term, at in places.items()]
    if full:
        written += _fitting((term for part in parts for term in _pairs(*part)), size)
    return " ".join(written)


def _fitting(terms: Iterable[str], size: int) -> Iterator[str]:
    """As many as there is room for in a tsvector of this size."""
    for term in terms:
        size += len(term) + 6
        if size > MOST_BYTES:
            return
        yield f"'{term}'"


def create(table: str = TABLE) -> str:
    """The SQL that makes SQLite's index; without FTS5 a plain table that is read from end to end."""
    if search_terms.has_fts5():
        options = "content = '', tokenize = \"ascii tokenchars '_'\""
        return f"CREATE VIRTUAL TABLE {table} USING fts5 (head, words, {options})"
    return f"CREATE TABLE {table} (rowid INTEGER PRIMARY KEY, head TEXT NOT NULL, words TEXT NOT NULL)"


def findable() -> Any:
    """The editions that are, were or will be public."""
    return Edition.objects.exclude(ended_why=Ended.CANCELLED)


@dataclass(frozen=True, slots=True)
class State:
    """How many editions there are to be found, how many of them have no entry or one without terms, and how many one of
    an older version.
    """

    editions: int
    missing: int
    older: int


def state() -> State:
    """What the index lacks. A copy of the rows alone (`dumpdata`) brings entries without their terms along."""
    editions = findable().count()
    cancelled = SearchEntry.objects.filter(edition__ended_why=Ended.CANCELLED).count()
    entries = SearchEntry.objects.count() - cancelled
    # Two ranges of the column's own index.
    older = SearchEntry.objects.filter(Q(version__lt=VERSION) | Q(version__gt=VERSION)).count()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {ENTRIES} WHERE {BARE[connection.vendor]}")  # noqa: S608
        (bare,) = cursor.fetchone()
    return State(editions, editions - entries + bare, older)


def rebuild(progress: Callable[[Iterable[int]], Iterable[int]] = iter) -> int:
    """Enter every edition anew while the site goes on searching the old index; returns how many.

    `progress` wraps the ids. What is published meanwhile is found before and after.
    """
    ids = list(findable().order_by("pk").values_list("pk", flat=True))
    fresh = f"{TABLE}_fresh" if connection.vendor == "sqlite" else TABLE
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {fresh}")
            cursor.execute(create(fresh))
    batch: list[int] = []
    for pk in progress(ids):
        batch.append(pk)
        if len(batch) == BATCH:
            _enter_all(batch, fresh)
            batch = []
    _enter_all(batch, fresh)
    with transaction.atomic():
        late = list(findable().filter(pk__gt=ids[-1] if ids else 0).values_list("pk", flat=True))
        _enter_all(late, fresh)
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                if search_terms.has_fts5():
                    # One segment in place of many: each is looked up for each term.
                    cursor.execute(f"INSERT INTO {fresh} ({fresh}) VALUES ('optimize')")  # noqa: S608
                cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
                cursor.execute(f"ALTER TABLE {fresh} RENAME TO {TABLE}")
    return len(ids) + len(late)


@transaction.atomic
def _enter_all(ids: list[int], table: str) -> None:
    known = {entry.edition_id: entry for entry in SearchEntry.objects.filter(edition__in=ids)}
    for edition in findable().filter(pk__in=ids).defer("manuscript"):
        _enter(edition, known.get(edition.pk), table)
