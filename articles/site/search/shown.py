"""What a page of results reads of each: the edition's card, and the texts in which its passage is looked for."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

from articles.press.models import Edition
from articles.site.search.matching import Hit
from shaf.db.reading import connection


class Shown(NamedTuple):
    """Columns of an edition, and of its entry the texts as they are kept: most are read no further than their
    beginning. A model of so few columns takes as long to make as all else about a card."""

    article_id: int
    language: str
    live_from: datetime
    title: str
    byline_date: date
    slug: str
    correction_kind: str
    description: str
    credits: dict[str, Any]
    topics: list[dict[str, Any]]
    series: dict[str, Any] | None
    report_type: dict[str, Any] | None
    text: bytes
    stems: bytes

    byline = Edition.byline
    references = Edition.references


OF_ENTRY = ("text", "stems")
FIELDS = {name: Edition._meta.get_field(name) for name in Shown._fields if name not in OF_ENTRY}
# Of the query that finds (matching.py).
SHOWN = [*(f"edition.{field.column}" for field in FIELDS.values()), *(f"entry.{name}" for name in OF_ENTRY)]


def shown(hit: Hit) -> Shown:
    """Return what its columns say."""
    values = list(hit.columns)
    for place, convert in _converters(connection.vendor):
        values[place] = convert(values[place])
    return Shown(*values)


@lru_cache(maxsize=2)
def _converters(_vendor: str) -> list[tuple[int, Callable[[Any], Any]]]:
    """How a value is made of what the driver hands over, by the place of the column: Django's own ways."""
    found = []
    for place, field in enumerate(FIELDS.values()):
        of = field.get_col(Edition._meta.db_table)
        for convert in (*connection.ops.get_db_converters(of), *of.get_db_converters(connection)):
            found.append((place, partial(_converted, convert, of)))
    return found


def _converted(convert: Callable[..., Any], of: Any, value: Any) -> Any:
    return convert(value, of, connection)
