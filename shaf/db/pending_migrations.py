"""Migrations that this tree has and a database has not had yet."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def pending_migrations(connection: BaseDatabaseWrapper) -> list[str]:
    """Return "app.name" of each, in the order in which they are due. Raises DatabaseError.

    Where the database has had everything that lies here, none is loaded: that takes a second.
    """
    if set(_names()) <= MigrationRecorder(connection).applied_migrations().keys():
        return []
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def _names() -> Iterator[tuple[str, str]]:
    for app in apps.get_app_configs():
        module, _explicit = MigrationLoader.migrations_module(app.label)
        try:
            folders = import_module(module).__path__ if module else []
        except ModuleNotFoundError:
            continue
        yield from ((app.label, name) for _finder, name, _package in pkgutil.iter_modules(folders))
