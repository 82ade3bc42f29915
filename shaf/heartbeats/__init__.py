"""When something that should happen again and again happened last: a leaf with one table."""

from datetime import timedelta

from django.db import connection, connections

from shaf.db.clock import NOW_SQL

TABLE = "heartbeats_heartbeat"
# The worker, at least every few seconds.
WORKER = "worker"
# The primary database, each second where a replica follows it.
PRIMARY = "primary"
# A backup that is complete.
BACKUP = "backup"


def beat(name: str) -> None:
    """Note that it happened just now, by the primary database's own clock."""
    # Doubled, since the query has parameters: in debug mode Django fills them in by Python's own formatting.
    now = NOW_SQL[connection.vendor].replace("%", "%%")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (name, at) VALUES (%s, {now}) "  # noqa: S608
            "ON CONFLICT (name) DO UPDATE SET at = excluded.at",
            [name],
        )


def age(name: str, using: str = "default") -> timedelta | None:
    """How long ago it happened last, as that database knows it and by its clock; None where it never did."""
    connection = connections[using]
    past = {
        "postgresql": "extract(epoch FROM clock_timestamp() - at)",
        "sqlite": "(julianday('now') - julianday(at)) * 86400",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {past} FROM {TABLE} WHERE name = %s", [name])  # noqa: S608
        found = cursor.fetchone()
    return timedelta(seconds=float(found[0])) if found else None
