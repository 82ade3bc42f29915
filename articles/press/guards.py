"""The guards of the editions (shaf/db/guards.py says what a guard is). The database's own clock decides."""

from functools import partial

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.press.models import Edition
from shaf.db import guards as standing
from shaf.db.clock import NOW_SQL

TABLE = Edition._meta.db_table
# Between reading the clock and writing the row a transaction may take a moment, no more.
GRACE = {
    "postgresql": "clock_timestamp() - interval '5 seconds'",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now', '-5 seconds')",
}
EMPTY = "{row}.live_until IS NOT NULL AND {row}.live_until <= {row}.live_from"
OVERLAPS = f"""EXISTS (
    SELECT 1 FROM {TABLE} AS other
    WHERE other.article_id = NEW.article_id AND other.language = NEW.language AND other.id <> NEW.id
    AND NOT ({EMPTY.format(row="other")}) AND NOT ({EMPTY.format(row="NEW")})
    AND (NEW.live_until IS NULL OR other.live_from < NEW.live_until)
    AND (other.live_until IS NULL OR NEW.live_from < other.live_until)
)"""  # noqa: S608
EXISTS_ALREADY = f"""EXISTS (
    SELECT 1 FROM {TABLE} AS other
    WHERE other.id = NEW.id
    OR (other.article_id = NEW.article_id AND other.language = NEW.language AND other.number = NEW.number)
)"""  # noqa: S608
# SQLite compares times as text, so they must be text of one shape.
TIME_SHAPE = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-6][0-9]*"


# Under a snapshot older than the lock the check would not see what a concurrent transaction inserted.
LOCK = (
    "IF current_setting('transaction_isolation') NOT IN ('read committed', 'serializable') THEN "
    "RAISE EXCEPTION 'edition guard: no_overlap needs read committed or serializable' "
    "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
    "PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR UPDATE; "
)
Guard = partial(standing.Guard, table=TABLE, of="edition")


def guards(vendor: str) -> list[standing.Guard]:
    """Every guard, in the SQL of this database."""
    now, grace = NOW_SQL[vendor], GRACE[vendor]
    differs = standing.DIFFERS[vendor]
    frozen = " OR ".join(
        f"NEW.{field.column} {differs} OLD.{field.column}"
        for field in sorted(Edition._meta.concrete_fields, key=lambda field: field.attname)
        if field.name not in Edition.MUTABLE
    )
    found = [
        Guard("no_delete", ("DELETE",), "TRUE"),
        Guard("no_change", ("UPDATE",), frozen),
        Guard("ended_stays_ended", ("UPDATE",), f"OLD.live_until IS NOT NULL AND OLD.live_until <= {now}"),
        Guard("cancelled_stays_cancelled", ("UPDATE",), EMPTY.format(row="OLD")),
        Guard(
            "no_end_before_start",
            ("UPDATE", "INSERT"),
            "NEW.live_until IS NOT NULL AND NEW.live_until < NEW.live_from",
        ),
        Guard("no_end_in_the_past", ("UPDATE",), f"NEW.live_until IS NOT NULL AND NEW.live_until < {grace}"),
        Guard("no_overlap", ("UPDATE", "INSERT"), OVERLAPS, first=LOCK),
        Guard("no_replacement", ("INSERT",), EXISTS_ALREADY),
    ]
    if vendor == "postgresql":
        return [*found, Guard("no_truncate", ("TRUNCATE",), "TRUE")]
    shapeless = (
        f"NEW.live_from NOT GLOB '{TIME_SHAPE}' "
        f"OR (NEW.live_until IS NOT NULL AND NEW.live_until NOT GLOB '{TIME_SHAPE}')"
    )
    return [*found, Guard("time_shape", ("UPDATE", "INSERT"), shapeless)]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard up; what stands already is replaced. One transaction."""
    standing.install(connection, guards(connection.vendor))


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards that do not stand, or do not stand as they were put up."""
    return standing.missing(connection, guards(connection.vendor))
