"""What `manage.py check --database default` says of the guards of transitions and revisions."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from articles.models import guards
from shaf.db.pending_migrations import pending_migrations


def record_guards_stand(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """An error for each database that lacks a guard; none before an upgrade, which puts them up."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if not set(guards.TABLES) <= set(connection.introspection.table_names()):
            continue
        if (gone := guards.missing(connection)) and not pending_migrations(connection):
            hint = "Run `manage.py migrate --skip-checks`; it puts them up again."
            text = f"Guards of transitions and revisions do not stand in {alias!r}: {', '.join(gone)}."
            messages.append(Error(text, hint=hint, id="desk.E001"))
    return messages
