"""`manage.py check --database default` says whether the guards and the counters' triggers stand."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from articles.press import guards, versions


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
            ("press.E002", "Triggers that count changes", versions.missing(connection)),
        ):
            if gone and not _migrations_wait(connection):
                hint = "Run `manage.py migrate --skip-checks`; it puts them up again."
                messages.append(Error(f"{what} do not stand in {alias!r}: {', '.join(gone)}.", hint=hint, id=code))
    return messages


def _migrations_wait(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
