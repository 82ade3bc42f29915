"""How much a report may hold and which days are believable: one rule for the form, the importers and the verbs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shaf.product.limits import (
    ATTRIBUTIONS,
    AUTHORS,
    CORRECTION_NOTE,
    KEY_POINT,
    KEY_POINTS,
    STANDFIRST,
    TITLE,
    TYPED,
    URL,
    WORK_TITLE,
)

LENGTHS = {"title": TITLE, "standfirst": STANDFIRST, "correction_note": CORRECTION_NOTE}
# What is said of a text that is past all measure; a slug is cut to its own length in any case.
TYPED_LENGTHS = LENGTHS | {"key_points": KEY_POINTS * KEY_POINT}
FIRST_DAYS = {"byline": date(1900, 1, 1), "reference": date(1000, 1, 1), "reprint": date(1000, 1, 1)}
FIRST_ACCESS = date(1990, 1, 1)
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is beyond measure. `field` is one of draft.FIELDS; `row` and `part` say where in `attributions`."""

    field: str
    message: str
    row: int | None = None
    part: str = ""


def problems(draft: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """All that a normalised draft, or a part of one, has too much of. `today` is the day in Cairo."""
    for field, value in draft.items():
        name = field.rpartition("_")[0]
        if name in LENGTHS and len(value) > LENGTHS[name]:
            yield Problem(field, _too_long(len(value), LENGTHS[name]))
        elif name == "key_points":
            yield from (Problem(field, message) for message in _key_points(value.splitlines()))
        elif field == "attributions":
            yield from _attributions(value, today)


def untyped(changes: Mapping[str, Any]) -> Iterator[Problem]:
    """What nobody can have typed: texts so long, and rows so many, that they are refused as they come.

    To be asked before a draft is normalised, which takes time. A body has limits of its own (press/html/sanitise.py).
    """
    for field, value in changes.items():
        name = field.rpartition("_")[0]
        if isinstance(value, str) and name != "body" and len(value) > TYPED:
            yield Problem(field, _too_long(len(value), TYPED_LENGTHS.get(name, TITLE)))
        elif field == "attributions":
            if len(value) > ATTRIBUTIONS:
                yield Problem(field, _too_many_rows(len(value)))
                continue
            for place, row in enumerate(value):
                for part, limit in (("title", WORK_TITLE), ("url", URL)):
                    if len(row.get(part) or "") > TYPED:
                        yield Problem(field, _too_long(len(row[part]), limit), place, part)
                if len(row.get("authors") or ()) > TYPED:
                    yield Problem(field, _too_many_authors(len(row["authors"])), place, "authors")


def row_name(kind: str, number: int) -> str:
    """What a person calls a row of the attribution. `number` counts the rows after the byline, from 1."""
    return _("Byline") if kind == "byline" else _("Reference %(n)d") % {"n": number}


def _too_long(length: int, limit: int) -> str:
    return ngettext(
        "This is %(length)d character long; the limit is %(limit)d. Shorten it.",
        "This is %(length)d characters long; the limit is %(limit)d. Shorten it.",
        length,
    ) % {"length": length, "limit": limit}


def _key_points(points: list[str]) -> Iterator[str]:
    if len(points) > KEY_POINTS:
        yield _("There are %(count)d key points; the limit is %(limit)d. Join or drop some.") % {
            "count": len(points),
            "limit": KEY_POINTS,
        }
    for number, point in enumerate(points, 1):
        if len(point) > KEY_POINT:
            yield _("Key point %(number)d: %(problem)s") % {
                "number": number,
                "problem": _too_long(len(point), KEY_POINT),
            }


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
    for part, limit in (("title", WORK_TITLE), ("url", URL)):
        if len(row[part]) > limit:
            yield part, _too_long(len(row[part]), limit)
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
