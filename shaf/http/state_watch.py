"""What tells, at every request and as cheaply as the database allows, whether the public still sees the same.

PostgreSQL is asked for the state's row each time, unprepared, so that it works behind a pooler. SQLite is asked only
after a commit: each changes the first 48 bytes of the file that its connections share (the WAL-index header,
sqlite.org/walformat.html), by which SQLite itself knows that others have written, and those lie in memory. PRAGMA
data_version says the same, but to ask for it costs at the socket a third of the whole answer. The watch has a
connection of its own: within a transaction it would see nothing new.
"""

import mmap
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.site.public_state import NUMBER, VERSION, next_change_sql
from shaf.db import clock

NEVER = float("inf")
# Bytes.
WAL_INDEX_HEADER = 48
# To close any descriptor of that file would drop the locks that SQLite holds on it in this process, and another would
# take it for unused (sqlite.org/howtocorrupt.html, 2.2). A map has a descriptor of its own.
NEVER_CLOSED: list[mmap.mmap] = []
STATE_SQL = {
    "sqlite": f"SELECT {NUMBER}, ({next_change_sql('sqlite')}) FROM {VERSION}",  # noqa: S608
    "postgresql": f"SELECT {NUMBER}, extract(epoch FROM ({next_change_sql('postgresql')})) FROM {VERSION}",  # noqa: S608
}
NUMBER_AND_TIME = f"SELECT {NUMBER}, extract(epoch FROM clock_timestamp()) FROM {VERSION}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class State:
    """What the public sees between two changes. `number` rises with each change of a table that a public page reads;
    `until`: when time alone changes it next (seconds since 1970). `database`: the alias of where it was read, and where
    whatever is kept by it is made from. `read`: what requests have read of it there (shaf/db/reading.py).
    """

    number: int
    until: float
    database: str = DEFAULT_DB_ALIAS
    read: dict[str, Any] = field(default_factory=dict, compare=False)


class StateWatch:
    """Call it for the present state and the database's present time in seconds; None where neither can be read.

    While nothing has changed, the state is the same object.
    """

    def __init__(self, database: str = DEFAULT_DB_ALIAS) -> None:
        self.database = database
        self.lock = Lock()
        self.connection: BaseDatabaseWrapper | None = None
        self.known: State | None = None
        self.shared: mmap.mmap | None = None
        self.header = b""

    def __call__(self) -> tuple[State, float] | None:
        with self.lock:
            try:
                if self.connection is None:
                    self.connection = self.connected()
                return self._of_sqlite() if self.connection.vendor == "sqlite" else self._of_postgresql()
            except (DatabaseError, *self.errors()):
                self.close()
                return None

    def _of_sqlite(self) -> tuple[State, float]:
        # The header first: what is committed meanwhile is read again the next time.
        header, now = self.shared[:WAL_INDEX_HEADER] if self.shared else b"", time.time()
        if not header or header != self.header or now >= self.known.until:
            number, following = self.connection.connection.execute(STATE_SQL["sqlite"]).fetchone()
            self._learn(number, clock.from_database(following).timestamp() if following else NEVER)
            self.header = header
        if self.shared is None:
            self.shared = _shared(self.connection)
        return self.known, now

    def _of_postgresql(self) -> tuple[State, float]:
        number, now = self._values(NUMBER_AND_TIME)
        self.compare(int(number), float(now), self._values)
        return self.known, float(now)

    def compare(self, number: int, now: float, ask: Callable[[str], list[bytes]]) -> None:
        """Learn a state of PostgreSQL's, where it is another than the known one."""
        if self.known is None or number != self.known.number or now >= self.known.until:
            # Together, since what is decided may be decided anew between two questions.
            found, following = ask(STATE_SQL["postgresql"])
            self._learn(int(found), float(following) if following else NEVER)

    def _values(self, sql: str) -> list[bytes]:
        """libpq's own call takes a third of what a cursor does."""
        return row_of(self.connection.connection.pgconn.exec_(sql.encode()))

    def _learn(self, number: int, until: float) -> None:
        found = State(number, until, self.database)
        if found != self.known:
            self.known = found

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""
        if self.connection is not None:
            self.connection.close()
        self.connection = self.known = self.shared = None
        self.header = b""

    def connected(self) -> BaseDatabaseWrapper:
        """A connection that belongs to no request and no thread."""
        connection = connections.create_connection(self.database)
        connection.inc_thread_sharing()
        connection.ensure_connection()
        return connection

    def errors(self) -> tuple[type[BaseException], ...]:
        """What the driver itself raises: nothing translates it on the way to us."""
        return (self.connection.Database.Error,) if self.connection is not None else ()


def row_of(result: Any) -> list[bytes]:
    """The one row of a result of libpq's, as text. Raises OperationalError where it is none."""
    from psycopg import OperationalError
    from psycopg.pq import ExecStatus

    if result.status != ExecStatus.TUPLES_OK:
        raise OperationalError(result.error_message.decode(errors="replace"))
    return [result.get_value(0, column) or b"" for column in range(result.nfields)]


def _shared(connection: BaseDatabaseWrapper) -> mmap.mmap | None:
    """The file that SQLite's connections share, as memory; None where they share none. It is there from the first
    transaction on, and for as long as a connection stands.
    """
    try:
        descriptor = os.open(f"{connection.settings_dict['NAME']}-shm", os.O_RDONLY | os.O_CLOEXEC)
        memory = mmap.mmap(descriptor, WAL_INDEX_HEADER, prot=mmap.PROT_READ)
    except (OSError, ValueError):
        return None
    NEVER_CLOSED.append(memory)
    return memory
