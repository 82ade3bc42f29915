"""Which database this request is read from: one decision a request, made before it (shaf/http/replica.py).

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


def database() -> str:
    """The alias of the database that is read from."""
    return _database.get()


@contextmanager
def read_from(alias: str) -> Iterator[None]:
    """Read from this database within."""
    token = _database.set(alias)
    try:
        yield
    finally:
        _database.reset(token)


class _Connection:
    """The connection to the database that is read from, whichever it is now."""

    def __getattr__(self, name: str) -> Any:
        return getattr(connections[database()], name)


connection = cast("BaseDatabaseWrapper", _Connection())
