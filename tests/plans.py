"""How the database runs what a request asks of it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection


def statements_of(ask: Callable[[], object]) -> list[tuple[str, Any]]:
    """The SQL and parameters of each statement."""
    found: list[tuple[str, Any]] = []

    def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    return found


def plans_of(ask: Callable[[], object], *, run: bool = False) -> Iterator[tuple[str, str]]:
    """Each statement with its plan; `run`: on PostgreSQL with the rows that each step had."""
    postgresql = "EXPLAIN (ANALYZE, TIMING OFF)" if run else "EXPLAIN"
    explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": postgresql}[connection.vendor]
    for sql, params in statements_of(ask):
        with connection.cursor() as cursor:
            cursor.execute(f"{explain} {sql}", params)
            yield sql, "\n".join(f"    {row[-1]}" for row in cursor.fetchall())
