"""`manage.py check --database default` says whether the guards stand."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from articles.press import guards


def guards_stand(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """One error for each database that has the table of editions and lacks a guard."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if guards.TABLE not in connection.introspection.table_names():
            continue
        if gone := guards.missing(connection):
            messages.append(
                Error(
                    f"Guards of the editions do not stand in {alias!r}: {', '.join(gone)}.",
                    hint="Run `manage.py migrate`; it puts them up again.",
                    id="press.E001",
                )
            )
    return messages
