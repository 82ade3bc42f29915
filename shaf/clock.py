"""The database's clock: the one that the guards obey.

A web server whose clock runs ahead must not end an embargo early, so nothing that decides what is public asks
another clock.
"""

from datetime import UTC, datetime

from django.db import connection

NOW_SQL = {
    "postgresql": "clock_timestamp()",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')",
}


def database_now() -> datetime:
    """The database's present time, aware, in UTC. PostgreSQL: microseconds; SQLite: milliseconds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {NOW_SQL[connection.vendor]}")
        (value,) = cursor.fetchone()
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC)
