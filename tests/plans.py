"""How the database runs what a request asks of it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from shaf.db.planned import numbered


def statements_of(ask: Callable[[], object]) -> list[tuple[str, Any, bool]]:
    """The SQL and parameters of each statement, and whether PostgreSQL plans it ahead (shaf/db/planned.py)."""
    found: list[tuple[str, Any, bool]] = []

    def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append((sql, params, type(context["cursor"].cursor).__name__ == "Planned"))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    return found


def plans_of(ask: Callable[[], object], *, run: bool = False) -> Iterator[tuple[str, str]]:
    """Each statement with its plan; `run`: on PostgreSQL with the rows that each step had."""
    for sql, params, planned in statements_of(ask):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            else:
                explain = "EXPLAIN (ANALYZE, TIMING OFF)" if run else "EXPLAIN"
                if planned:
                    cursor.execute(f"PREPARE explained AS {numbered(sql)}")
                    given = f"({', '.join(['%s'] * len(params))})" if params else ""
                    cursor.execute(f"{explain} EXECUTE explained {given}", params)
                else:
                    cursor.execute(f"{explain} {sql}", params)
            plan = "\n".join(f"    {row[-1]}" for row in cursor.fetchall())
            if planned:
                cursor.execute("DEALLOCATE explained")
        yield sql, plan
