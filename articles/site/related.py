"""Reports that a reader of this one may want next: by series, authors, topics and the words of title and summary."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils.safestring import SafeString

from articles.press.models import AuthorIndex, Edition, IndexRow, Printed, SeriesIndex, TopicIndex
from articles.site.list_cards import set_card
from shaf.db.reading import connection
from shaf.text import arabic

SHOWN_MOST = 3
# Of each topic or author the newest so many are looked at, however many there are; and of all those the nearest so many
# for the words that they have in common with this one.
CANDIDATES, NEAREST = 12, 6
# Whole numbers: what a database makes of a sum of others is its own affair.
SERIES, AUTHOR, TOPIC, WORD = 6, 4, 4, 1
MOST_WORDS = 6
SHORTEST_WORD = 4
EDITION, PRINTED = Edition._meta.db_table, Printed._meta.db_table
# The newest editions that print an entry, and what that weighs.
SHARING = f"""
    SELECT * FROM (
        SELECT edition_id, first_live_from, {{weight}} AS weight FROM {{index}}
        WHERE entry_id = %s AND language = %s AND first_live_from <= %s
        ORDER BY first_live_from DESC, edition_id DESC LIMIT {CANDIDATES}
    ) AS sharing"""  # noqa: S608
# Texts are read of the nearest alone.
SQL = f"""
WITH near AS (
    SELECT x.edition_id, x.first_live_from, SUM(x.weight) AS shared FROM ({{sharing}}) AS x
    WHERE EXISTS ({{live}})
    GROUP BY x.edition_id, x.first_live_from
    ORDER BY shared DESC, x.first_live_from DESC, x.edition_id DESC LIMIT {NEAREST}
)
SELECT near.shared, near.first_live_from, near.edition_id, edition.article_id, edition.title, edition.description,
    printed.card
FROM near
JOIN {EDITION} AS edition ON edition.id = near.edition_id
JOIN {PRINTED} AS printed ON printed.edition_id = near.edition_id"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Near:
    """A report that is near, by its id, and its card."""

    article: int
    card: SafeString


def related(edition: Edition, now: datetime) -> list[Near]:
    """At most three live reports in the edition's language, the nearest first. One query."""
    entries: list[tuple[type[IndexRow], int, int]] = [
        *((TopicIndex, TOPIC, topic["id"]) for topic in edition.topics[:6]),
        *((AuthorIndex, AUTHOR, person["id"]) for person in edition.byline["authors"][:4]),
        *((SeriesIndex, SERIES, place["series"]["id"]) for place in [edition.series] if place),
    ]
    if not entries:
        return []
    words = _words(edition.title, edition.description)
    found = []
    for shared, begun, pk, article, title, description, card in _nearest(edition, entries, now):
        alike = min(MOST_WORDS, len(words & _words(title, description)))
        found.append((shared + WORD * alike, begun, pk, article, card))
    nearest = sorted(found, reverse=True)[:SHOWN_MOST]
    return [Near(article, set_card(card, under_heading=True)) for *_order, article, card in nearest]


def _nearest(edition: Edition, entries: list[tuple[type[IndexRow], int, int]], now: datetime) -> list[tuple]:
    """Those that share most of the entries with this one."""
    language, begun = edition.language, connection.ops.adapt_datetimefield_value(now)
    sharing = " UNION ALL ".join(SHARING.format(weight=weight, index=i._meta.db_table) for i, weight, _pk in entries)
    live, parameters = _live(edition.article_id, now).query.sql_with_params()
    values: list[Any] = [value for _index, _weight, pk in entries for value in (pk, language, begun)]
    with connection.cursor() as cursor:
        cursor.execute(SQL.format(sharing=sharing, live=live), [*values, *parameters])
        return cursor.fetchall()


def _live(article: int, now: datetime) -> "QuerySet[Any]":
    """Whether an index row's edition is live and another report's."""
    return Edition.live_at(now).filter(pk=RawSQL("x.edition_id", [])).exclude(article=article).values("pk")


def _words(title: str, description: str) -> frozenset[str]:
    folded = arabic.fold(f"{title} {description}").split()
    return frozenset(word.removeprefix("ال") for word in folded if len(word) >= SHORTEST_WORD)
