"""`manage.py check --database default` says whether the guards and the counters' triggers stand."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from articles.press import guards, versions


def guards_stand(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """An error for each database with editions that lacks a guard, and for each that lacks a trigger that counts."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if guards.TABLE not in connection.introspection.table_names():
            continue
        for code, what, gone in (
            ("press.E001", "Guards of the editions", guards.missing(connection)),
            ("press.E002", "Triggers that count changes", versions.missing(connection)),
        ):
            if gone:
                hint = "Run `manage.py migrate --skip-checks`; it puts them up again."
                messages.append(Error(f"{what} do not stand in {alias!r}: {', '.join(gone)}.", hint=hint, id=code))
    return messages
