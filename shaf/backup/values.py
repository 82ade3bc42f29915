"""A column's value as each database gives it, as a backup holds it, and as each database takes it.

A backup knows kinds of columns in place of types. Null is null in each; otherwise it holds

    integer, real, text, boolean     what JSON has for them
    time                             UTC, with microseconds: 2025-01-12T12:00:00.000000Z
    date, time of day                2025-01-12, 12:00:00
    duration                         microseconds
    decimal, uuid                    as text
    json                             JSON, as text: so that a null in it is no null of the column
    bytes                            Base64 (RFC 4648)
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Field

Convert = Callable[[Any], Any]
# Of fields, by Field.get_internal_type(): those of our models, and whatever else Django has.
KINDS = {
    **dict.fromkeys(
        (
            *("AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"),
            *("PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"),
        ),
        "integer",
    ),
    **dict.fromkeys(
        ("CharField", "TextField", "SlugField", "FileField", "FilePathField", "GenericIPAddressField"), "text"
    ),
    "BooleanField": "boolean",
    "FloatField": "real",
    "DecimalField": "decimal",
    "DateTimeField": "time",
    "DateField": "date",
    "TimeField": "time of day",
    "DurationField": "duration",
    "UUIDField": "uuid",
    "JSONField": "json",
    "BinaryField": "bytes",
}


def kind_of(field: Field) -> str:
    """The kind of a field's column. Raises KeyError for a type that no backup has held yet."""
    while field.remote_field:
        field = field.target_field
    return KINDS[field.get_internal_type()]


def _same(value: Any) -> Any:
    return value


def _time(value: str | datetime) -> str:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _date(value: str | date) -> str:
    return date.fromisoformat(value).isoformat() if isinstance(value, str) else value.isoformat()


def _duration(value: int | timedelta) -> int:
    return value if isinstance(value, int) else value // timedelta(microseconds=1)


def _json(value: str) -> str:
    """Letters as they are, where they are not: SQLite's texts have each letter of Arabic in six characters."""
    if "\\u" not in value:
        return value
    plain = json.dumps(json.loads(value), ensure_ascii=False)
    return value if _lone_surrogate(plain) else plain


def _lone_surrogate(text: str) -> bool:
    """Whether a text has half of a character, which JSON can write and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


READ: dict[str, Convert] = {
    "boolean": bool,
    "time": _time,
    "date": _date,
    "time of day": str,
    "duration": _duration,
    "decimal": str,
    "uuid": lambda value: str(value if isinstance(value, UUID) else UUID(value)),
    "json": _json,
    "bytes": lambda value: b64encode(value).decode(),
    "text": lambda value: value if isinstance(value, str | int | float) else str(value),
}
# As Django writes them there, so that they are found again by the questions that it asks.
WRITTEN: dict[str, dict[str, Convert]] = {
    "sqlite": {
        "boolean": int,
        "time": lambda value: value.removesuffix("Z").removesuffix(".000000").replace("T", " "),
        "uuid": lambda value: value.replace("-", ""),
        "json": lambda value: json.dumps(json.loads(value)),
        "bytes": b64decode,
    },
    "postgresql": {
        "bytes": b64decode,
        "duration": lambda value: timedelta(microseconds=value),
    },
}


def reading(kinds: list[str]) -> Callable[[tuple[Any, ...]], list[Any]]:
    """A function from a row of either database to the row of a backup.

    It raises ValueError for what is no value of its kind: SQLite holds anything in any column.
    """
    return _row([READ.get(kind, _same) for kind in kinds])


def writing(kinds: list[str], vendor: str) -> Callable[[list[Any]], list[Any]]:
    """A function from the row of a backup to what this database takes."""
    return _row([WRITTEN[vendor].get(kind, _same) for kind in kinds])


def _row(converts: list[Convert]) -> Callable[[Any], list[Any]]:
    def convert(row: Any) -> list[Any]:
        return [
            value if value is None or change is _same else change(value)
            for change, value in zip(converts, row, strict=True)
        ]

    return convert
