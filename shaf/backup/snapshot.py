"""The database as it was at one moment, read while others write: nobody waits for anybody."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from sqlite3 import Connection, connect
from typing import Any, Protocol
from urllib.parse import quote

from django.db import DatabaseError, connection

from shaf.backup.refusal import Refused
from shaf.backup.tables import MIGRATIONS, Migration, Table
from shaf.db.clock import NOW_SQL, from_database

# Rows that are in memory at once. The longest, a revision of two languages, has some megabytes.
BATCH = 100


class Snapshot(Protocol):
    vendor: str

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]: ...

    def last_key(self, table: Table) -> int: ...


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """A transaction of its own on a connection of its own. Raises Refused where the database cannot be asked."""
    connection.ensure_connection()
    opened = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with opened as snap:
        yield snap


class _Sqlite:
    vendor = "sqlite"

    def __init__(self, session: Connection) -> None:
        self.session = session

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        cursor = self.session.execute(sql)
        cursor.arraysize = BATCH
        while batch := cursor.fetchmany():
            yield from batch

    def last_key(self, table: Table) -> int:
        found = self.session.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table.name]).fetchone()
        return found[0] if found else 0


class _Postgresql:
    vendor = "postgresql"

    def __init__(self, session: Any) -> None:
        self.session = session

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        # On the server's side: the client would hold a whole table.
        with self.session.cursor(name="shaf_backup") as cursor:
            cursor.itersize = BATCH
            cursor.execute(sql)
            yield from cursor

    def last_key(self, table: Table) -> int:
        asked = self.session.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', table.key])
        (sequence,) = asked.fetchone()
        last, called = self.session.execute(f"SELECT last_value, is_called FROM {sequence}").fetchone()  # noqa: S608
        return last if called else 0


@contextmanager
def _sqlite() -> Iterator[Snapshot]:
    # Not Django's connection: it would turn what is no date into nothing, and it begins as a writer does.
    file = f"file:{quote(str(connection.settings_dict['NAME']))}?mode=ro"
    with closing(connect(file, uri=True, isolation_level=None, timeout=20)) as session:
        session.execute("BEGIN")
        # Only with the first question does it see what it will go on seeing.
        session.execute("SELECT count(*) FROM sqlite_master")
        yield _Sqlite(session)


@contextmanager
def _postgresql() -> Iterator[Snapshot]:
    own = connection.copy()
    own.ensure_connection()
    try:
        own.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield _Postgresql(own.connection)
    finally:
        own.close()


def now(snap: Snapshot) -> datetime:
    ((value,),) = snap.rows(f"SELECT {NOW_SQL[snap.vendor]}")
    return from_database(value)


def applied(snap: Snapshot) -> list[Migration]:
    """The migrations that the database has had. Raises Refused where it has had none."""
    if MIGRATIONS not in table_names():
        raise Refused("There is nothing to back up: the database was never migrated.")
    return sorted((app, name) for app, name in snap.rows(f"SELECT app, name FROM {MIGRATIONS}"))  # noqa: S608


def table_names() -> list[str]:
    """Every table of the database but those that it keeps for itself. Raises Refused where it cannot be asked."""
    try:
        return connection.introspection.table_names()
    except DatabaseError as error:
        raise Refused(f"The database does not answer: {error}") from error


def rows_of(snap: Snapshot, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table by key, its columns in order."""
    columns = ", ".join(_asked(snap, column, kind) for column, kind in table.columns.items())
    return snap.rows(f'SELECT {columns} FROM "{table.name}" ORDER BY "{table.key}"')  # noqa: S608


def _asked(snap: Snapshot, column: str, kind: str) -> str:
    """PostgreSQL would give JSON as it was understood, and numbers in it as Python has them."""
    return f'"{column}"::text' if snap.vendor == "postgresql" and kind == "json" else f'"{column}"'


def file_names(snap: Snapshot, tables: list[Table]) -> set[str]:
    """The stored files that rows name."""
    found = set()
    for table in tables:
        for column in table.files:
            asked = f'SELECT DISTINCT "{column}" FROM "{table.name}" WHERE "{column}" <> \'\''  # noqa: S608
            found.update(name for (name,) in snap.rows(asked))
    return found
