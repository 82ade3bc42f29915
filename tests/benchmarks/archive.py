"""An archive of any size: a few patterns that the press prints, and copies of them in bulk.

A copy has a report, a title, a time and an address of its own. Its manuscript is empty and its seal no seal: nobody
verifies it.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.db import connection, transaction
from django.utils.timezone import now
from tqdm import tqdm

from articles.desk.importers import decode, plain_text
from articles.desk.importers.run import SAMPLES
from articles.desk.importers.to_html import to_html
from articles.models import Article
from articles.press.derived import search
from articles.press.derived.index import index_anew
from articles.press.models import AuthorIndex, Edition, IndexRow, Printed, SearchEntry
from shaf.text.search_terms import quarter
from tests import factories as f
from tests.benchmarks.bare import models as bare
from tests.benchmarks.bare import search as bare_search

PATTERNS, TOPICS, AUTHORS = 24, 24, 30
BRANCHES = {"القاهرة": "Cairo", "نيروبي": "Nairobi", "بيروت": "Beirut", "الرباط": "Rabat"}
# Samples in one body: as long as the centre's real report, 24 KB of HTML.
SAMPLES_A_BODY = 4
BATCH = 250
APART = timedelta(hours=6)
# Stands in a pattern's title and address where a copy has a word of its own.
MARKER = "ظظظغغغ"
LETTERS_ALONE = re.compile("[\u0621-\u063a\u0641-\u064a]{4,}")
LETTERS = "دذرزسشصضطظعغ"
# Reports, in an archive of any size, that have the same word in their titles.
SAME_WORD = 10
INDEXES: tuple[type[IndexRow], ...] = tuple(IndexRow.__subclasses__())


@dataclass(frozen=True, slots=True)
class Pattern:
    """`statement`, `terms`: what the press told the search index."""

    edition: Edition
    printed: Printed
    rows: list[IndexRow]
    entry: SearchEntry
    terms: tuple[str, ...]


def word(number: int) -> str:
    """A word of six letters that is in no text, and its own stem."""
    letters = ""
    for _place in range(6):
        number, place = divmod(number, len(LETTERS))
        letters += LETTERS[place]
    return letters


def words(size: int) -> list[str]:
    """The words that stand in the titles of SAME_WORD reports each."""
    return [word(n) for n in range(size // SAME_WORD)]


def common_words() -> list[str]:
    """Words that are in every text as they are typed, which is how the bare site finds them."""
    texts = (set(e.body.replace("<", " <").replace(">", "> ").split()) for e in _all_patterns())
    return sorted(one for one in set.intersection(*texts) if LETTERS_ALONE.fullmatch(one))


def fill(size: int) -> None:
    """Print the patterns, then make older reports until there are `size`."""
    f.make_publisher()
    bare_search.create()
    patterns = [_read(edition) for edition in _print_patterns()]
    copies = range(PATTERNS + 1, size)
    with tqdm(total=len(copies), unit="edition", desc=f"{size} editions") as progress:
        search_index = _drop_search_index()
        first = now() - timedelta(hours=1) - APART * size
        for start in range(copies.start, copies.stop, BATCH):
            batch = range(start, min(start + BATCH, copies.stop))
            with transaction.atomic():
                _copy(patterns, batch, first, len(words(size)))
            progress.update(len(batch))
        _make_search_index(search_index)
        _make_bare()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            # A log as long as this one slows every reader down.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _print_patterns() -> Iterator[Edition]:
    """Through the verbs that people use; and one report whose topic no other has."""
    texts = [plain_text.parse(decode.read(path)) for path in sorted(SAMPLES.glob("*.ar.txt"))]
    bodies = [to_html(text.blocks) for text in texts]
    topics = [f.make_topic(f"موضوع {word(n)}", f"Topic {n}") for n in range(TOPICS)]
    authors = [f.make_author(f"كاتب {word(n)}", f"Author {n}") for n in range(AUTHORS)]
    branches = [f.make_branch(*names) for names in BRANCHES.items()]
    for n in range(PATTERNS + 1):
        text = texts[n % len(texts)]
        byline, reference = f.make_changes()["attributions"]
        yield f.make_edition(
            title_ar=f"{MARKER} {text.title}",
            body_ar="".join(bodies[(n + shift) % len(bodies)] for shift in range(SAMPLES_A_BODY)),
            branch=branches[n % len(branches)].pk,
            topics=[topics[(n * step) % TOPICS].pk for step in (1, 5)]
            if n < PATTERNS
            else [f.make_topic("موضوع واحد", "Topic of one").pk],
            attributions=[byline | {"authors": [authors[n % AUTHORS].pk], "date": f"2025-10-{n + 1:02}"}, reference],
        )


def _all_patterns() -> list[Edition]:
    return list(Edition.objects.order_by("pk")[:PATTERNS])


def _read(edition: Edition) -> Pattern:
    """What the press wrote of it. The search index cannot be read: it is told once more, and listened to."""
    told: list[tuple[str, ...]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> None:
        if "head" in sql:
            told.append(tuple(params[1:] if connection.vendor == "sqlite" else params[:-1]))
        else:
            execute(sql, params, many, context)

    entry = SearchEntry.objects.get(edition=edition)
    with connection.execute_wrapper(note):
        search._write(entry.place, edition.language, search.terms(edition, search.passages(edition)), search.TABLE)
    with transaction.atomic():
        index_anew(edition)
    rows = [row for model in INDEXES for row in model.objects.filter(edition=edition)]
    return Pattern(edition, Printed.objects.get(pk=edition.pk), rows, entry, told[0])


def _copy(patterns: list[Pattern], batch: range, first: Any, different: int) -> None:
    columns = {field.attname for field in Edition._meta.concrete_fields} - {"id"}
    branch = patterns[0].edition.credits["branch"]["id"]
    articles = Article.objects.bulk_create(Article(branch_id=branch) for _n in batch)
    made, kept = [], []
    for n, article in zip(batch, articles, strict=True):
        pattern = patterns[n % PATTERNS]
        own, at = word(n % different), first + APART * n
        values = {name: getattr(pattern.edition, name) for name in columns}
        values |= {"article_id": article.pk, "live_from": at, "first_live_from": at, "manuscript": "{}"}
        values |= {"title": pattern.edition.title.replace(MARKER, own), "seal": f"{article.pk:064}"}
        values |= {"slug": pattern.edition.slug.replace(MARKER, own), "fingerprint": f"{article.pk:064}"}
        made.append(Edition(**values))
        kept.append((pattern, own))
    made = Edition.objects.bulk_create(made)
    entries: list[tuple[Any, ...]] = []
    printed, rows = [], {model: [] for model in INDEXES}
    for edition, (pattern, own) in zip(made, kept, strict=True):
        printed.append(_printed(pattern, edition, own))
        for row in pattern.rows:
            copied = type(row)(edition=edition, entry_id=row.entry_id, language=row.language)
            copied.first_live_from = edition.first_live_from
            if isinstance(row, AuthorIndex):
                copied.in_byline = row.in_byline
            rows[type(row)].append(copied)
        place = SearchEntry.place_of(edition.first_live_from)
        changes = {MARKER: own}
        changes[quarter(SearchEntry.moment_of(pattern.entry.place))] = quarter(SearchEntry.moment_of(place))
        told = list(pattern.terms)
        for before, after in changes.items():
            told = [terms.replace(before, after) for terms in told]
        entries.append((place, edition.pk, pattern.entry, *told))
    Printed.objects.bulk_create(printed)
    for model, found in rows.items():
        model.objects.bulk_create(found)
    _enter(entries)


def _printed(pattern: Pattern, edition: Edition, own: str) -> Printed:
    old, new = pattern.edition.article_id, edition.article_id
    changes = [(MARKER, own), (quote(MARKER), quote(own))]
    changes += [(way.format(old), way.format(new)) for way in ("/articles/{}/", "/r/{}/", "%2Fr%2F{}%2F")]

    def changed(html: str) -> str:
        for before, after in changes:
            html = html.replace(before, after)
        return html

    of = pattern.printed
    page, item = (changed(text.decode()).encode() for text in (of.page, of.item))
    return Printed(edition=edition, page=page, card=changed(of.card), item=item, version=of.version)


def _enter(entries: list[tuple[Any, ...]]) -> None:
    table = SearchEntry._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            rows = [
                (at, pk, of.version, zlib.compress(of.text), zlib.compress(of.stems), *terms)
                for at, pk, of, *terms in entries
            ]
            cursor.executemany(
                f"INSERT INTO {table} (place, edition_id, version, text, stems, head, words, pairs) "
                "VALUES (%s, %s, %s, %s, %s, %s::tsvector, %s::tsvector, %s::tsvector)",
                rows,
            )
            return
        SearchEntry.objects.bulk_create(
            SearchEntry(place=at, edition_id=pk, version=of.version, text=of.text, stems=of.stems)
            for at, pk, of, *_terms in entries
        )
        rows = [(at, *terms) for at, _pk, _of, *terms in entries]
        cursor.executemany(f"INSERT INTO {search.TABLE} (rowid, head, words) VALUES (%s, %s, %s)", rows)


def _drop_search_index() -> str:
    """The SQL that makes it again: at once is many times faster than row by row."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_get_indexdef('articles_search'::regclass)")
            (index,) = cursor.fetchone()
            cursor.execute("DROP INDEX articles_search")
            return index
    return ""


def _make_search_index(index: str) -> None:
    if index:
        with connection.cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '1GB'")
            cursor.execute(index)


def _make_bare() -> None:
    """The same reports, for the bare site."""
    entries: dict[tuple[type[bare.Named], int], bare.Named] = {}

    def entry(model: type[bare.Named], said: dict[str, Any]) -> bare.Named:
        if (model, said["id"]) not in entries:
            entries[model, said["id"]] = model.objects.create(pk=said["id"], name=said["name"], slug=said["slug"])
        return entries[model, said["id"]]

    made, topics = [], []
    through = bare.Article.topics.through
    editions = Edition.objects.order_by("first_live_from").defer("manuscript")
    for edition in editions.iterator(chunk_size=BATCH):
        byline = edition.byline
        made.append(
            bare.Article(
                pk=edition.article_id,
                title=edition.title,
                slug=edition.slug,
                summary=edition.description,
                body=edition.body,
                published=edition.first_live_from,
                branch=entry(bare.Branch, edition.credits["branch"]),
                author=entry(bare.Author, byline["authors"][0]),
                source=entry(bare.Source, byline["source"]),
            )
        )
        topics += [
            through(article_id=edition.article_id, topic_id=entry(bare.Topic, topic).pk) for topic in edition.topics
        ]
        if len(made) == BATCH:
            bare.Article.objects.bulk_create(made)
            made = []
    bare.Article.objects.bulk_create(made)
    through.objects.bulk_create(topics, batch_size=5000)
    bare_search.fill()
