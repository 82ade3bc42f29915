"""One command at a time on one database: whoever comes second waits.

The lock is the database's own, so that it is let go with the process that holds it, however that ends. On PostgreSQL it
is an advisory lock of a transaction on a connection apart, which a pooler keeps together; on SQLite, whose one writer
cannot hold a transaction across many, a lock on a file beside it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, connect
from sqlite3 import OperationalError as Unable

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

# Seconds between two tries.
PAUSE = 0.3
# Of PostgreSQL's advisory locks, "Shaf" in ASCII and a number: nobody else's in this database.
LOCK = 0x53686166_0001


@contextmanager
def alone(connection: BaseDatabaseWrapper, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of the database; `waiting` is called once where another process has it. Raises OperationalError."""
    take, let_go = _on_postgresql(connection) if connection.vendor == "postgresql" else _on_sqlite(connection)
    try:
        if not take():
            waiting()
            while not take():
                time.sleep(PAUSE)
        yield
    finally:
        let_go()


Lock = tuple[Callable[[], bool], Callable[[], None]]


def _on_postgresql(connection: BaseDatabaseWrapper) -> Lock:
    apart = connection.copy()

    def take() -> bool:
        if apart.connection is None:
            apart.ensure_connection()
            apart.set_autocommit(False)
        with apart.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            return bool(cursor.fetchone()[0])

    return take, apart.close


def _on_sqlite(connection: BaseDatabaseWrapper) -> Lock:
    if connection.is_in_memory_db():
        return lambda: True, lambda: None
    lock = Path(f"{connection.settings_dict['NAME']}-migrating")
    try:
        # Private, as the database is: SQLite would make it as everybody's to read.
        lock.touch(mode=0o600)
        file = connect(lock, timeout=0, isolation_level=None)
    except (OSError, Unable) as error:
        raise OperationalError(str(error)) from error

    def take() -> bool:
        try:
            file.execute("BEGIN EXCLUSIVE")
        except Unable as error:
            if error.sqlite_errorcode != SQLITE_BUSY:
                raise OperationalError(str(error)) from error
            return False
        return True

    return take, file.close
