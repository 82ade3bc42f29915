"""The fields of a form as they stand, half typed or wrong as they may be, in the shape of draft.py; and back.

Unlike a form's cleaning this refuses nothing: a day that is no day yet stays the characters that were typed.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.desk.article import draft
from shaf.inputs.date_field import DayFirstField
from shaf.inputs.ids import is_id
from shaf.product.limits import ATTRIBUTIONS

PREFIX = "attributions"
REFERENCES = ("branch", "series", "cover")
DAYS = ("date", "accessed_on")
MAX_ROWS = 2 * ATTRIBUTIONS


def read(posted: QueryDict, fields: set[str]) -> draft.Draft:
    """Those of `fields` that the form can say, from what a browser would post of it."""
    found: draft.Draft = {}
    for field in fields & set(draft.FIELDS):
        if field == "attributions":
            found[field] = _rows(posted)
        elif field == "topics":
            found[field] = _ids(posted.getlist(field))
        elif field in REFERENCES:
            found[field] = next(iter(_ids([posted.get(field, "")])), None)
        elif field == "series_number":
            number = posted.get(field, "").strip()
            found[field] = next(iter(_ids([number])), number or None)
        else:
            found[field] = posted.get(field, "")
    return found


def _ids(values: list[str]) -> list[int]:
    return [int(value) for value in values if is_id(value)]


def _rows(posted: QueryDict) -> list[draft.Draft]:
    count = next(iter(_ids([posted.get(f"{PREFIX}-TOTAL_FORMS", "0")])), 0)
    rows = []
    for number in range(min(count, MAX_ROWS)):
        name = f"{PREFIX}-{number}-"
        if posted.get(f"{name}DELETE"):
            continue
        row: dict[str, Any] = {key: posted.get(name + key, "").strip() for key in draft.ATTRIBUTION}
        row |= {
            "kind": row["kind"] or draft.ATTRIBUTION["kind"],
            "source": next(iter(_ids([row["source"]])), None),
            "authors": _ids(posted.getlist(f"{name}authors")),
            **{day: _day(row[day]) for day in DAYS},
        }
        order = next(iter(_ids([posted.get(f"{name}order", "")])), number)
        if any(row[key] for key in row.keys() - {"kind", "title_language"}):
            rows.append((order, number, row))
    return [row for _order, _number, row in sorted(rows, key=lambda placed: placed[:2])]


def _day(typed: str) -> str | None:
    try:
        day = DayFirstField(required=False).clean(typed)
    except ValidationError:
        return typed
    return day.isoformat() if day else None


def initial_rows(rows: list[draft.Draft]) -> list[dict[str, Any]]:
    """Attribution rows as the initial values of their forms."""
    return [row | {day: as_day(row.get(day)) for day in DAYS} for row in rows]


def as_day(value: str | None) -> date | str | None:
    """A stored day; what was typed where it is none."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return value
