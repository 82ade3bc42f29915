"""Migrations that this tree has and a database has not had yet."""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor


def pending_migrations(connection: BaseDatabaseWrapper) -> list[str]:
    """Return "app.name" of each, in the order in which they are due. Raises DatabaseError."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
