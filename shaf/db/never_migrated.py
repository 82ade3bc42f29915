"""Whether a database is still to be made: its pages could only be faults."""

from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

REMEDY = "Run `manage.py setup`, which asks what it needs, or `manage.py migrate`."


def never_migrated(connection: BaseDatabaseWrapper) -> bool:
    """Return whether no migration was ever applied. Raises DatabaseError where it cannot be asked."""
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        # To ask SQLite for a file that is not there would make it.
        file = Path(connection.settings_dict["NAME"])
        if not file.exists():
            return True
    return not MigrationRecorder(connection).applied_migrations()


def make_file(connection: BaseDatabaseWrapper) -> None:
    """Make SQLite's file, where there is none, and the folder that it lies in. Raises OSError.

    SQLite would make it as everybody's to read. What it makes beside it has the same permissions.
    """
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        file = Path(connection.settings_dict["NAME"])
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
