"""What `manage.py check --database default` says of guards, of counters' triggers and of what is printed."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

from articles.press import guards
from articles.press.derived import change_counters, printing
from articles.press.models import Printed
from shaf.db.pending_migrations import pending_migrations


def guards_stand(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """An error for each database with editions that lacks a guard, and for each that lacks a trigger that counts.

    None before an upgrade: the new code may guard otherwise, and its own migrate puts that up.
    """
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if guards.TABLE not in connection.introspection.table_names():
            continue
        for code, what, gone in (
            ("press.E001", "Guards of the editions", guards.missing(connection)),
            ("press.E002", "Triggers that count changes", change_counters.missing(connection)),
        ):
            if gone and not pending_migrations(connection):
                hint = "Run `manage.py migrate --skip-checks`; it puts them up again."
                messages.append(Error(f"{what} do not stand in {alias!r}: {', '.join(gone)}.", hint=hint, id=code))
    return messages


def printed_by_this_release(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """A warning for each database in which editions are still as another release set them."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        tables = connection.introspection.table_names()
        if Printed._meta.db_table not in tables or pending_migrations(connection):
            continue
        if stale := printing.stale().using(alias).count():
            hint = "Run `manage.py repress`; what is public stays up meanwhile."
            text = f"{stale} editions in {alias!r} were set by another release and are still printed as it did."
            messages.append(Warning(text, hint=hint, id="press.W003"))
    return messages
