"""The installation that a backup is restored into: empty before, and whole after or empty still.

SQLite: everything is made in a file of its own, in a folder beside the database's, which takes the database's place
when it is complete. PostgreSQL: everything is one transaction, and a table stands while it is not committed. So a
restore that was killed is seen: by the folder, or by the table.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import OperationalError, connect

from django.db import DatabaseError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

from shaf.backup.refusal import Refused, Status
from shaf.backup.tables import INDEX, LEFT_OUT, MIGRATIONS

MARK = "shaf_restoring"
# What an installation has before anybody has done anything, or what its processes put there by themselves.
OF_ITSELF = (
    *(MARK, MIGRATIONS, "django_content_type", "auth_permission", "articles_version", "attempts_attempts"),
    *("audit_event", "audit_link", "audit_dropped"),
    *("django_tasks_database_dbtaskresult", "once_sentform", *LEFT_OUT),
)
PUBLISHER = "authors_source"
SHOWN = 6
# How long another's lock is waited for: the server may take a moment to see that a client was killed.
PATIENCE = "SET LOCAL lock_timeout = '5s'"
BUSY = "Others have this database open. Stop the server and the worker, and restore again."
TWICE = "Another restore is running."


def refuse_what_is_there() -> None:
    """Raise Refused where the database holds what people made, a demo's sample reports too."""
    there = sorted(((rows, table) for table, rows in _people_made() if rows), reverse=True)
    if there:
        most = ", ".join(f"{table}: {rows}" for rows, table in there[:SHOWN]) + (" …" if len(there) > SHOWN else "")
        raise Refused(
            f"The database holds rows already ({most}). A backup is restored into an empty installation "
            "alone: set DATABASE_URL to a new database.",
            Status.NOT_EMPTY,
        )


def _people_made() -> Iterator[tuple[str, int]]:
    if _is_no_file(connection):
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(PATIENCE)
            for table in sorted(connection.introspection.table_names(cursor)):
                if table in OF_ITSELF or table.startswith(INDEX):
                    continue
                # A first migration makes the publisher's entry.
                but = " WHERE kind <> 'own'" if table == PUBLISHER else ""
                cursor.execute(f'SELECT count(*) FROM "{table}"{but}')  # noqa: S608
                yield table, cursor.fetchone()[0]
    except DatabaseError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise Refused(BUSY, Status.BUSY) from error
        raise Refused(f"The database does not answer: {error}") from error


def unfinished(connection: BaseDatabaseWrapper) -> bool:
    """Whether a restore was killed before its end, or is running. Raises DatabaseError."""
    if connection.vendor == "sqlite":
        return _database_in(_folder(connection)).exists()
    return MARK in connection.introspection.table_names()


def left_by(connection: BaseDatabaseWrapper) -> str:
    """What a restore that was killed leaves, for whoever removes it by hand."""
    return f"the folder {_folder(connection)}" if connection.vendor == "sqlite" else f"the table {MARK}"


@contextmanager
def replaced() -> Iterator[None]:
    """A database without a table, under Django's default connection; what is made in it is the installation's at the
    end, or never. Raises Refused."""
    with _sqlite() if connection.vendor == "sqlite" else _postgresql():
        yield


def _is_no_file(connection: BaseDatabaseWrapper) -> bool:
    """To ask SQLite for a file that is not there would make it."""
    return connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists()


def _folder(connection: BaseDatabaseWrapper) -> Path:
    return Path(f"{connection.settings_dict['NAME']}.restoring")


def _database_in(folder: Path) -> Path:
    return folder / "database.sqlite3"


@contextmanager
def _sqlite() -> Iterator[None]:
    place, folder = Path(connection.settings_dict["NAME"]), _folder(connection)
    folder.mkdir(exist_ok=True)
    with _locked(folder):
        try:
            for left in folder.iterdir():
                left.unlink()
            connection.close()
            _close_log(place)
            made = _database_in(folder)
            with _under(made):
                yield
            # Pictures too.
            os.sync()
            _close_log(place)
            made.replace(place)
            os.sync()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Refused(TWICE, Status.BUSY) from None
    finally:
        os.close(lock)


@contextmanager
def _under(file: Path) -> Iterator[None]:
    """Django's connection leads to this file for a time; at the end the file is closed, and has no log."""
    place = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(file)
    try:
        with connection.cursor() as cursor:
            # Nothing of it is needed unless all of it is.
            cursor.execute("PRAGMA synchronous = OFF")
        yield
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = place


def _close_log(file: Path) -> None:
    """Have an old database leave no log, which would be taken for the new one's. Raises Refused where it is open
    elsewhere."""
    if not file.exists():
        return
    with closing(connect(file, timeout=1)) as session:
        try:
            (mode,) = session.execute("PRAGMA journal_mode = DELETE").fetchone()
        except OperationalError:
            mode = "wal"
    if mode == "wal":
        raise Refused(BUSY, Status.BUSY)


@contextmanager
def _postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {MARK} (since timestamptz NOT NULL DEFAULT now())")
    held, settings = False, connection.settings_dict
    # In one transaction they are safe behind any pooler, and without them whole tables would be in memory.
    cursors = settings["DISABLE_SERVER_SIDE_CURSORS"]
    settings["DISABLE_SERVER_SIDE_CURSORS"] = False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(PATIENCE)
            try:
                with transaction.atomic():
                    cursor.execute(f"LOCK TABLE {MARK} IN ACCESS EXCLUSIVE MODE")
            except DatabaseError:
                raise Refused(TWICE, Status.BUSY) from None
            held = True
            try:
                with transaction.atomic():
                    _drop_all(cursor)
            except DatabaseError as error:
                raise Refused(f"{BUSY} ({error})", Status.BUSY) from error
            yield
            cursor.execute(f"DROP TABLE {MARK}")
    except BaseException:
        if held:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE IF EXISTS {MARK}")
        raise
    finally:
        settings["DISABLE_SERVER_SIDE_CURSORS"] = cursors


def _drop_all(cursor: object) -> None:
    """Every table that there is: whoever calls has seen that nobody has put anything in one."""
    tables = [name for name in connection.introspection.table_names(cursor) if name != MARK]
    if tables:
        names = ", ".join(connection.ops.quote_name(name) for name in tables)
        cursor.execute(f"DROP TABLE {names} CASCADE")  # type: ignore[attr-defined]
