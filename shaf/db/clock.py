"""The database's clock: the one that the guards obey.

A web server whose clock runs ahead must not end an embargo early, so nothing that decides what is public asks
another clock.
"""

from datetime import UTC, datetime

from shaf.db.reading import connection

NOW_SQL = {
    "postgresql": "clock_timestamp()",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')",
}


def now_sql() -> str:
    """The database's present time as an SQL expression."""
    return NOW_SQL[connection.vendor]


def database_now() -> datetime:
    """The database's present time, aware, in UTC. PostgreSQL: microseconds; SQLite: milliseconds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {now_sql()}")
        (value,) = cursor.fetchone()
    return from_database(value)


def from_database(value: datetime | str) -> datetime:
    """A time as raw SQL gives it, aware, in UTC; SQLite gives text, and for a column a naive time."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
