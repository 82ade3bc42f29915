"""How much a report may hold and which days are believable: one rule for the form, the importers and the verbs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.article import fields
from articles.desk.article.fields import OF_A_WORK, Field, FieldKind
from shaf.product.limits import ATTRIBUTIONS, AUTHORS, REPORT_FILES, TITLE, TYPED
from shaf.text.feed_id import is_feed_id

FIRST_DAYS = {"byline": date(1900, 1, 1), "reference": date(1000, 1, 1), "reprint": date(1000, 1, 1)}
FIRST_ACCESS = date(1990, 1, 1)
AHEAD = timedelta(days=366)
NO_FEED_ID = gettext_lazy(
    "This is no id of an entry in a feed: it begins with http, https, tag or urn, without blanks."
)
NO_ADDRESS = gettext_lazy("This is not a web address. Copy it from the browser: https://example.org/report")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is beyond measure. `field` is one of draft.FIELDS; `row` and `part` say where in `attributions`."""

    field: str
    message: str
    row: int | None = None
    part: str = ""


def problems(draft: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """All that a normalised draft, or a part of one, has too much of. `today` is the day in Cairo."""
    for key, value in draft.items():
        field = fields.of(key)
        match field.kind:
            case FieldKind.LINES:
                yield from (Problem(key, message) for message in _lines(value.splitlines(), field))
            case FieldKind.WORKS:
                yield from _attributions(value, today)
            case FieldKind.FILES:
                yield from (Problem(key, message) for message in _files(value))
            case _:
                yield from (Problem(key, message) for message in _text(value, field))


def untyped(changes: Mapping[str, Any]) -> Iterator[Problem]:
    """What nobody can have typed: texts so long, and rows so many, that they are refused as they come.

    To be asked before a draft is normalised, which takes time. A body has limits of its own (press/html/sanitise.py).
    """
    for key, value in changes.items():
        field = fields.of(key)
        if isinstance(value, str) and field.kind is not FieldKind.HTML and len(value) > TYPED:
            # A slug is cut to its own length in any case.
            yield Problem(key, _too_long(len(value), (field.limit or TITLE) * (field.most or 1)))
        elif field.kind is FieldKind.WORKS:
            if len(value) > ATTRIBUTIONS:
                yield Problem(key, _too_many_rows(len(value)))
                continue
            for place, row in enumerate(value):
                yield from (Problem(key, message, place, part) for part, message in _untyped_parts(row))


def _untyped_parts(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part in OF_A_WORK:
        value = row.get(part.name) or ()
        if part.limit and len(value) > TYPED:
            yield part.name, _too_long(len(value), part.limit)
    if len(authors := row.get("authors") or ()) > TYPED:
        yield "authors", _too_many_authors(len(authors))


def row_name(kind: str, number: int) -> str:
    """What a person calls a row of the attribution. `number` counts the rows after the byline, from 1."""
    return _("Byline") if kind == "byline" else _("Reference %(n)d") % {"n": number}


def _too_long(length: int, limit: int) -> str:
    return ngettext(
        "This is %(length)d character long; the limit is %(limit)d. Shorten it.",
        "This is %(length)d characters long; the limit is %(limit)d. Shorten it.",
        length,
    ) % {"length": length, "limit": limit}


def _text(value: Any, field: Field) -> Iterator[str]:
    if field.limit and len(value) > field.limit:
        yield _too_long(len(value), field.limit)
    elif field.kind is FieldKind.URL and value and not _is_address(value):
        yield str(NO_ADDRESS)
    elif field.kind is FieldKind.FEED_ID and value and not is_feed_id(value):
        yield str(NO_FEED_ID)


def _files(ids: list[int]) -> Iterator[str]:
    if len(ids) > REPORT_FILES:
        message = _("There are %(count)d files; the limit is %(limit)d. Leave some out.")
        yield message % {"count": len(ids), "limit": REPORT_FILES}


def _is_address(value: str) -> bool:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError:
        return False
    return True


def _lines(points: list[str], field: Field) -> Iterator[str]:
    """The key points are the only list of lines that there is, and their name is part of what is said."""
    most, limit = field.most or 0, field.limit or 0
    if len(points) > most:
        yield _("There are %(count)d key points; the limit is %(limit)d. Join or drop some.") % {
            "count": len(points),
            "limit": most,
        }
    for number, point in enumerate(points, 1):
        if len(point) > limit:
            yield _("Key point %(number)d: %(problem)s") % {"number": number, "problem": _too_long(len(point), limit)}


def _attributions(rows: list[Mapping[str, Any]], today: date) -> Iterator[Problem]:
    if len(rows) > ATTRIBUTIONS:
        yield Problem("attributions", _too_many_rows(len(rows)))
    number = 0
    for place, row in enumerate(rows):
        number += row["kind"] != "byline"
        name = row_name(row["kind"], number)
        for part, message in row_problems(row, today):
            yield Problem("attributions", f"{name}: {message}", place, part)


def _too_many_rows(count: int) -> str:
    return _("There are %(count)d attributions; the limit is %(limit)d.") % {"count": count, "limit": ATTRIBUTIONS}


def _too_many_authors(count: int) -> str:
    return _("There are %(count)d authors; the limit is %(limit)d.") % {"count": count, "limit": AUTHORS}


def row_problems(row: Mapping[str, Any], today: date) -> Iterator[tuple[str, str]]:
    """The part of a row (draft.ATTRIBUTION) that is beyond measure, and what is wrong with it."""
    if len(row["authors"]) > AUTHORS:
        yield "authors", _too_many_authors(len(row["authors"]))
    for one in OF_A_WORK:
        yield from ((one.name, message) for message in _text(row[one.name], one))
    spans = (
        ("date", FIRST_DAYS[row["kind"]], today + AHEAD),
        ("accessed_on", FIRST_ACCESS, today + timedelta(days=1)),
    )
    for part, first, last in spans:
        day = date.fromisoformat(row[part]) if row[part] else None
        if day and not first <= day <= last:
            yield (
                part,
                _("the date %(date)s cannot be right. Write a day from %(first)s to %(last)s.")
                % {
                    "date": day_first(day),
                    "first": day_first(first),
                    "last": day_first(last),
                },
            )


def day_first(day: date) -> str:
    """16/11/2025, whatever the year (strftime leaves out leading zeros on some systems)."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
