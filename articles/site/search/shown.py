"""What a page of results reads of each: the edition's card, and the texts in which its passage is looked for."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from articles.press.models import Edition
from articles.site.built_card import COLUMNS
from articles.site.search.matching import Hit
from shaf.db import reading
from shaf.db.reading import connection

WANTED = ("id", *COLUMNS, "description", "topics")
# In the order in which Django makes an edition of them.
READ = [field for field in Edition._meta.concrete_fields if field.attname in WANTED]
NAMES = [field.attname for field in READ]
# Of the query that finds (matching.py). The texts as they are kept: most are read no further than their beginning.
SHOWN = [*(f"edition.{field.column}" for field in READ), "entry.text", "entry.stems"]


def edition_of(hit: Hit) -> Edition:
    """Return the edition, of which no other columns are known."""
    values = list(hit.columns[: len(READ)])
    for place, convert in _converters(connection.vendor):
        values[place] = convert(values[place])
    return Edition.from_db(reading.database(), NAMES, values)


def texts_of(hit: Hit) -> tuple[bytes, bytes]:
    """The entry's text and stems, deflated."""
    text, stems = hit.columns[len(READ) :]
    return text, stems


@lru_cache(maxsize=2)
def _converters(_vendor: str) -> list[tuple[int, Callable[[Any], Any]]]:
    """How a value is made of what the driver hands over, by the place of the column: Django's own ways."""
    found = []
    for place, field in enumerate(READ):
        of = field.get_col(Edition._meta.db_table)
        for convert in (*connection.ops.get_db_converters(of), *of.get_db_converters(connection)):
            found.append((place, partial(_converted, convert, of)))
    return found


def _converted(convert: Callable[..., Any], of: Any, value: Any) -> Any:
    return convert(value, of, connection)
