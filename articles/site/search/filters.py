"""By what a search may be narrowed, and what the slugs of an address mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import compress

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.site import lists, register
from articles.site.frame import branch_name
from articles.site.public_state import PublicState
from articles.site.search.query import KINDS
from authors.models import Author, FormerSlug
from shaf.text import arabic, search_terms
from shaf.text.search_terms import Condition, Phrase, some

SIGNS = {
    "branch": search_terms.BRANCH,
    "author": search_terms.AUTHOR,
    "source": search_terms.SOURCE,
    "topic": search_terms.TOPIC,
    "type": search_terms.TYPE,
}


MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Choices:
    """`years`: the newest first."""

    branches: list[Option]
    types: list[Option]
    topics: list[Option]
    years: list[int]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`name` as the register has it. `mark`: what the index knows it by."""

    kind: str
    name: str
    slug: str
    mark: Condition


@lru_cache(maxsize=8)
def choices(state: PublicState) -> Choices:
    """Everything offered has a live report in this language. Six queries, once a public state."""
    language = state.language
    types = _public(register.KINDS["type"], state).order_by("order", f"name_{language}", "pk")
    topics = _public(register.KINDS["topic"], state).order_by(f"name_{language}", "pk")
    live = lists.everything(language, state.now)
    newest, oldest = live.newest_time(), live.oldest_time()
    return Choices(
        branches=[
            Option(branch_name(branch.name_in(language)), branch.slug_in(language))
            for branch in register.public_branches(language, state.now)
        ],
        types=[Option(each.name_in(language), each.slug_in(language)) for each in types],
        topics=[Option(topic.name_in(language), topic.slug_in(language)) for topic in topics],
        years=_years(oldest, newest, state) if oldest and newest else [],
    )


def _years(oldest: datetime, newest: datetime, state: PublicState) -> list[int]:
    first, last = (timezone.localtime(time).year for time in (oldest, newest))
    years = range(last, first - 1, -1)
    held = lists.have_reports([lists.span_of(year) for year in years], state.language, state.now)
    return list(compress(years, held))


def _public(kind: register.EntryKind, state: PublicState) -> QuerySet:
    return register.public(kind, state.language, state.now)


def narrowed(filters: dict[str, str], state: PublicState) -> tuple[list[Narrowed], list[str]]:
    """What the slugs of an address mean, former ones too, and the kinds whose slug means nothing that is public.

    One query; none without filters.
    """
    if not filters:
        return [], []
    entries = [query for kind, slug in filters.items() for query in _entries(kind, slug, state)]
    rows: dict[str, list[tuple[int, str, str]]] = {}
    for kind, pk, name, slug in entries[0].union(*entries[1:], all=True) if entries[1:] else entries[0]:
        rows.setdefault(kind, []).append((pk, name, slug))
    found = []
    for kind in KINDS:
        for pk, name, slug in rows.get(kind, ())[:1]:
            ids = [pk, *(row[0] for row in rows.get(MERGED, ()))] if kind == "author" else [pk]
            mark = some(Phrase((f"{SIGNS[kind]}{each}",)) for each in ids)
            found.append(Narrowed(kind, name, slug, mark))
    return found, [kind for kind in filters if kind not in rows]


def _entries(kind: str, slug: str, state: PublicState) -> Iterator[QuerySet]:
    """(kind, id, name, slug) of the entry; of an author also the entries merged into theirs, which old credits name."""
    language, of = state.language, register.KINDS[kind]
    slug = arabic.composed(slug)
    former = FormerSlug.objects.filter(kind=kind, language=language, slug=slug).values("entry")
    meant = Q(**{f"slug_{language}": slug}) | Q(pk__in=former)
    if kind == "author":
        roots = Author.objects.filter(meant).order_by().annotate(root=Coalesce("merged_into", "pk")).values("root")
        meant = Q(pk__in=roots)
        yield _rows(MERGED, Author.objects.filter(merged_into__in=roots), language)
    yield _rows(kind, _public(of, state).filter(meant), language)


def _rows(kind: str, entries: QuerySet, language: str) -> QuerySet:
    named = entries.order_by().annotate(of_kind=Value(kind, output_field=CharField()))
    return named.values_list("of_kind", "pk", f"name_{language}", f"slug_{language}")
