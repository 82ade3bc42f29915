"""The fields of a form as they stand, half typed or wrong as they may be, in the shape of draft.py; and back.

Unlike a form's cleaning this refuses nothing: a day that is no day yet stays the characters that were typed.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.desk.article import draft, fields
from articles.desk.article.fields import MANY_IDS, OF_A_WORK, ONE_ID, Field, FieldKind
from shaf.inputs.date_field import DayFirstField
from shaf.inputs.ids import is_id
from shaf.product.limits import ATTRIBUTIONS

PREFIX = "attributions"
DAYS = fields.parts(FieldKind.DATE)
MAX_ROWS = 2 * ATTRIBUTIONS


def read(posted: QueryDict, names: set[str]) -> draft.Draft:
    """Those fields of these names that the form can say, from what a browser would post of it."""
    return {name: _typed(fields.of(name), posted, name) for name in names & set(draft.FIELDS)}


def _typed(field: Field, posted: QueryDict, name: str) -> Any:
    """The value of a field of a report, or of a part of a work, that the form posts under this name."""
    if field.kind is FieldKind.WORKS:
        return _rows(posted)
    if field.kind in MANY_IDS:
        return _ids(posted.getlist(name))
    text = posted.get(name, "")
    if field.kind in ONE_ID:
        return next(iter(_ids([text.strip()])), None)
    if field.kind is FieldKind.NUMBER:
        return next(iter(_ids([text.strip()])), text.strip() or None)
    return _day(text.strip()) if field.kind is FieldKind.DATE else text


def _ids(values: list[str]) -> list[int]:
    return [int(value) for value in values if is_id(value)]


def _rows(posted: QueryDict) -> list[draft.Draft]:
    count = next(iter(_ids([posted.get(f"{PREFIX}-TOTAL_FORMS", "0")])), 0)
    rows = []
    for number in range(min(count, MAX_ROWS)):
        name = f"{PREFIX}-{number}-"
        if posted.get(f"{name}DELETE"):
            continue
        row = {part.name: _typed(part, posted, name + part.name) for part in OF_A_WORK}
        row = {part: value.strip() if isinstance(value, str) else value for part, value in row.items()}
        row["kind"] = row["kind"] or draft.ATTRIBUTION["kind"]
        order = next(iter(_ids([posted.get(f"{name}order", "")])), number)
        if any(row[part.name] for part in OF_A_WORK if part.kind not in (FieldKind.CHOICE, FieldKind.LANGUAGE)):
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
