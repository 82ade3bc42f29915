"""A replica of the database from which readers are served, for as long as it is not behind.

The worker beats each second in the primary. How old the last beat is in the replica, by the replica's clock, is how far
behind it may be: a replica that stands still, one that is away, and one whose worker is, look alike, and then the
primary is read. One query tells the state and that age, so what is kept under the state was never older than the bound;
the answer itself ages, too.
"""

import logging
import select
import threading
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error
from django.db.models import Model

from articles.press.derived import change_counters
from articles.site.public_state import NUMBER, VERSION
from authors.models import Membership
from shaf import heartbeats
from shaf.db import reading
from shaf.http.state_watch import State, StateWatch, row_of

SQL = (
    f"SELECT {NUMBER}, extract(epoch FROM clock_timestamp()), extract(epoch FROM clock_timestamp() - "  # noqa: S608
    f"(SELECT at FROM {heartbeats.TABLE} WHERE name = '{heartbeats.PRIMARY}')) FROM {VERSION}"
)
# Seconds: an answer is waited for, and after that the replica is left alone.
PATIENCE, REST = 0.5, 1
# For so long (seconds) an answer is taken again: what is behind by a bound need not be asked at each request.
TAKEN_AGAIN = 0.1
# What is not the readers': none of it is read from a replica.
NOT_PUBLIC = ("/admin", "/preview/", "/healthz", "/readyz", "/metrics", "/static/")

logger = logging.getLogger(__name__)


class Router:
    """Sends to the replica, of a request that reads from it, what public pages are made of."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        return reading.database() if model._meta.db_table in _public() else DEFAULT_DB_ALIAS

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


@cache
def _public() -> frozenset[str]:
    """The tables whose changes are counted. Rights are none of them: who may what is asked of the primary."""
    return frozenset({*change_counters.watched(), change_counters.TABLE} - {Membership._meta.db_table})


@dataclass(frozen=True, slots=True)
class Answered:
    """What the replica said last. `at`: when it was asked, by the process's own clock; `now`: its time; `age`: of the
    last heartbeat that it had. All in seconds.
    """

    at: float
    now: float
    age: float

    def again(self, state: State, most: float) -> float | None:
        """Its time by now; None where it must be asked anew."""
        passed = time.monotonic() - self.at
        if passed > TAKEN_AGAIN or self.age + passed > most or self.now + passed >= state.until:
            return None
        return self.now + passed


class ReplicaWatch:
    """Call it as a StateWatch: for the state in the replica while that is in time, and in the primary otherwise.

    `most`: seconds that it may be behind. A connection is made aside: no reader waits for one.
    """

    def __init__(self, primary: StateWatch, most: float) -> None:
        self.primary, self.most = primary, most
        self.watch = StateWatch(reading.REPLICA)
        self.lock = threading.Lock()
        self.connecting: threading.Thread | None = None
        self.due = 0.0
        self.used = False
        self.answered = Answered(0.0, 0.0, 0.0)

    def __call__(self) -> tuple[State, float] | None:
        with self.lock:
            found = self._of_replica()
        return found or self.primary()

    def give_up(self, why: object) -> None:
        """Leave the replica alone for a while."""
        with self.lock:
            self._give_up(why)

    def close(self) -> None:
        if self.connecting is not None:
            self.connecting.join()
        self.watch.close()
        self.primary.close()

    def _of_replica(self) -> tuple[State, float] | None:
        """None where it is not to be read from."""
        if self.watch.connection is None:
            self._connect()
            return None
        if (known := self.watch.known) and (now := self.answered.again(known, self.most)):
            return known, now
        begun = time.monotonic()
        try:
            number, now, age = self._asked(SQL)
            if not age or abs(float(age)) > self.most:
                self.watch.known = None
                self._say(used=False, why=f"{age.decode() or 'unknown'} seconds behind")
                return None
            self.watch.compare(int(number), float(now), self._asked)
        except (Error, *self.watch.errors()) as error:
            self._give_up(error)
            return None
        self.answered = Answered(begun, float(now), float(age))
        self._say(used=True)
        return self.watch.known, float(now)

    def _asked(self, sql: str) -> list[bytes]:
        """The one row. Raises OperationalError also where it does not come in time: a replica may hang."""
        from psycopg import OperationalError

        session = self.watch.connection.connection.pgconn
        session.send_query(sql.encode())
        until = time.monotonic() + PATIENCE
        while session.is_busy() or session.flush():
            if not select.select([session.socket], [], [], max(0, until - time.monotonic()))[0]:
                raise OperationalError("The replica does not answer in time.")
            session.consume_input()
        row = row_of(session.get_result())
        # Nothing else may be asked before the end of an answer is read, too.
        session.get_result()
        return row

    def _connect(self) -> None:
        if time.monotonic() < self.due or (self.connecting is not None and self.connecting.is_alive()):
            return
        self.connecting = threading.Thread(target=self._connect_aside, name="replica", daemon=True)
        self.connecting.start()

    def _connect_aside(self) -> None:
        try:
            connection = self.watch.connected()
        except Exception as error:  # whatever it is, a reader must not meet it
            self.give_up(error)
            return
        with self.lock:
            self.watch.connection = connection

    def _give_up(self, why: object) -> None:
        self.watch.close()
        self.due = time.monotonic() + REST
        self._say(used=False, why=" ".join(str(why).split()))

    def _say(self, *, used: bool, why: str = "") -> None:
        """In the log, when it changes."""
        if used != self.used:
            self.used = used
            logger.warning("Readers are served from %s", "the replica." if used else f"the primary. Replica: {why}")


def is_public(environ: dict[str, Any]) -> bool:
    """Whether a request may be answered from the replica."""
    return environ["REQUEST_METHOD"] in ("GET", "HEAD") and not environ.get("PATH_INFO", "").startswith(NOT_PUBLIC)


def is_there() -> bool:
    """Whether settings name one."""
    return reading.REPLICA in settings.DATABASES
