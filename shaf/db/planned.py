"""A cursor for statements that are the same in every request: PostgreSQL plans each of them once a connection, which
takes it longer than to answer, and answers in binary, so that no byte is written in hexadecimal."""

import re
import sys
from functools import cache, lru_cache
from itertools import count
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

PLACEHOLDER = re.compile("%[s%]")


def planned_cursor() -> CursorWrapper:
    """Django's own where there is nothing to plan, or where a pooler hands each transaction to another server."""
    if connection.vendor != "postgresql" or connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        return connection.cursor()
    connection.ensure_connection()
    planned, jsonb, text_of_jsonb = _of_psycopg()
    own = connection.connection
    if own.prepare_threshold is None:
        # Nothing but what asks for it is prepared.
        own.prepare_threshold = sys.maxsize
        own.adapters.register_loader(jsonb, text_of_jsonb)
        # Left to choose, it plans each anew where it guesses that this one's values make for a cheaper plan.
        own.execute("SET plan_cache_mode = force_generic_plan")
    return connection._prepare_cursor(planned(own))


@lru_cache(maxsize=512)
def numbered(sql: str) -> str:
    """Django's placeholders as PostgreSQL's own: %s, %s → $1, $2."""
    number = count(1)
    return PLACEHOLDER.sub(lambda found: f"${next(number)}" if found[0] == "%s" else "%", sql)


@cache
def _of_psycopg() -> tuple[Any, int, Any]:
    """A cursor, the id of a type, and what reads that type: psycopg is there where PostgreSQL is."""
    from psycopg import RawCursor, postgres
    from psycopg.abc import Buffer
    from psycopg.adapt import Loader
    from psycopg.pq import Format

    class Planned(RawCursor):
        def execute(self, query: str, params: Any = None, **_how: Any) -> Any:
            return super().execute(numbered(query), params, prepare=True, binary=True)

    class TextOfJsonb(Loader):
        """As Django has it: its fields decode the text. The first byte is a version."""

        format = Format.BINARY

        def load(self, data: Buffer) -> str:
            return bytes(data[1:]).decode()

    return Planned, postgres.types["jsonb"].oid, TextOfJsonb
