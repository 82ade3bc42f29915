"""Migrations that a database has had and this tree does not have: it was made by another release."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def unknown_migrations(connection: BaseDatabaseWrapper, apps: Iterable[str]) -> list[tuple[str, str]]:
    """Return (app, name) of each, in order. None in a database that was never migrated. Raises DatabaseError."""
    known = {(app, name) for app in apps for name in _names(app)}
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted((app, name) for app, name in applied if app in apps and (app, name) not in known)


def _names(app: str) -> Iterable[str]:
    """Name an app's migrations as Django does, without loading any."""
    module, _explicit = MigrationLoader.migrations_module(app)
    return (name for _finder, name, _package in pkgutil.iter_modules(import_module(module).__path__))
