"""What `manage.py check --database default` says of the log's guards."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from shaf.audit import guards
from shaf.db.pending_migrations import pending_migrations


def guards_stand(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """An error for each database with a log that lacks a guard; none before an upgrade, which puts them up."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if guards.EVENT not in connection.introspection.table_names():
            continue
        if (gone := guards.missing(connection)) and not pending_migrations(connection):
            hint = "Run `manage.py migrate --skip-checks`; it puts them up again."
            messages.append(
                Error(f"Guards of the log do not stand in {alias!r}: {', '.join(gone)}.", hint=hint, id="audit.E001")
            )
    return messages
