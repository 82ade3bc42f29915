"""Which database this request is read from: one decision a request, made before it (shaf/http/replica.py); and what was
read before of the state that the request is answered for, where somebody watches it (shaf/http/page_cache.py).

`connection` stands for that database where SQL is written out, as the router does for models.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

from django.db import DEFAULT_DB_ALIAS, connections

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

REPLICA = "replica"
_database: ContextVar[str] = ContextVar("database", default=DEFAULT_DB_ALIAS)
_of_the_state: ContextVar[dict[str, Any] | None] = ContextVar("of_the_state", default=None)


def database() -> str:
    """The alias of the database that is read from."""
    return _database.get()


def of_the_state() -> dict[str, Any] | None:
    """What was read of the present state, to be added to; None where nobody can tell this state from the next."""
    return _of_the_state.get()


@contextmanager
def read_from(alias: str, of_the_state: dict[str, Any] | None = None) -> Iterator[None]:
    """Read from this database within."""
    tokens = _database.set(alias), _of_the_state.set(of_the_state)
    try:
        yield
    finally:
        _database.reset(tokens[0])
        _of_the_state.reset(tokens[1])


class _Connection:
    """The connection to the database that is read from, whichever it is now."""

    def __getattr__(self, name: str) -> Any:
        return getattr(connections[database()], name)


connection = cast("BaseDatabaseWrapper", _Connection())
