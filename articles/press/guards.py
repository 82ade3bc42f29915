"""The guards: what the database itself refuses, whoever asks.

Each guard is one trigger with one condition, on SQLite and PostgreSQL alike, and raises IntegrityError. They are put
up after every migration, because a migration that rebuilds a SQLite table drops its triggers silently. The database's
own clock decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.press.models import Edition
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


@dataclass(frozen=True, slots=True)
class Guard:
    """`events`: what it stands before. `condition`: SQL over OLD and NEW that is true for what is refused."""

    name: str
    events: tuple[str, ...]
    condition: str

    def trigger(self, event: str) -> str:
        return f"{TABLE}_{self.name}_{event.lower()}"


def guards(vendor: str) -> list[Guard]:
    """Every guard, in the SQL of this database."""
    now, grace = NOW_SQL[vendor], GRACE[vendor]
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    frozen = " OR ".join(
        f"NEW.{field.column} {differs} OLD.{field.column}"
        for field in sorted(Edition._meta.concrete_fields, key=lambda field: field.attname)
        if field.name not in Edition.MUTABLE
    )
    standing = [
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
        Guard("no_overlap", ("UPDATE", "INSERT"), OVERLAPS),
        Guard("no_replacement", ("INSERT",), EXISTS_ALREADY),
    ]
    if vendor == "postgresql":
        return [*standing, Guard("no_truncate", ("TRUNCATE",), "TRUE")]
    shapeless = (
        f"NEW.live_from NOT GLOB '{TIME_SHAPE}' "
        f"OR (NEW.live_until IS NOT NULL AND NEW.live_until NOT GLOB '{TIME_SHAPE}')"
    )
    return [*standing, Guard("time_shape", ("UPDATE", "INSERT"), shapeless)]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard up; what stands already is replaced. One transaction."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for guard in guards(connection.vendor):
            for statement in statements(guard, connection.vendor):
                cursor.execute(statement)


def statements(guard: Guard, vendor: str) -> Iterator[str]:
    """The SQL that puts one guard up."""
    if vendor == "sqlite":
        for event in guard.events:
            yield f"DROP TRIGGER IF EXISTS {guard.trigger(event)}"
            yield _sqlite_trigger(guard, event)
        return
    function = f"{TABLE}_{guard.name}"
    yield f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $guard${_body(guard)}$guard$"
    for event in guard.events:
        trigger = guard.trigger(event)
        level = "STATEMENT" if event == "TRUNCATE" else "ROW"
        yield f"DROP TRIGGER IF EXISTS {trigger} ON {TABLE}"
        yield f"CREATE TRIGGER {trigger} BEFORE {event} ON {TABLE} FOR EACH {level} EXECUTE FUNCTION {function}()"
        # ALWAYS: session_replication_role = replica does not slip past it.
        yield f"ALTER TABLE {TABLE} ENABLE ALWAYS TRIGGER {trigger}"


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards that do not stand, or do not stand as they were put up."""
    standing = _standing_sqlite(connection) if connection.vendor == "sqlite" else _standing_postgresql(connection)
    gone = []
    for guard in guards(connection.vendor):
        for event in guard.events:
            wanted = _sqlite_trigger(guard, event) if connection.vendor == "sqlite" else _body(guard)
            if standing.get(guard.trigger(event)) != wanted:
                gone.append(guard.name)
    return sorted(set(gone))


def _sqlite_trigger(guard: Guard, event: str) -> str:
    return (
        f"CREATE TRIGGER {guard.trigger(event)} BEFORE {event} ON {TABLE} WHEN {guard.condition} "
        f"BEGIN SELECT RAISE(ABORT, 'edition guard: {guard.name}'); END"
    )


def _body(guard: Guard) -> str:
    refuse = f"RAISE EXCEPTION 'edition guard: {guard.name}' USING ERRCODE = 'integrity_constraint_violation';"
    if guard.condition == "TRUE":
        return f" BEGIN {refuse} END "
    lock = ""
    if guard.name == "no_overlap":
        # Under a snapshot older than the lock the check would not see what a concurrent transaction inserted.
        lock = (
            "IF current_setting('transaction_isolation') NOT IN ('read committed', 'serializable') THEN "
            "RAISE EXCEPTION 'edition guard: no_overlap needs read committed or serializable' "
            "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
            "PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR UPDATE; "
        )
    return f" BEGIN {lock}IF {guard.condition} THEN {refuse} END IF; RETURN NEW; END "


def _standing_sqlite(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        return dict(cursor.fetchall())


def _standing_postgresql(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE t.tgrelid = %s::regclass AND NOT t.tgisinternal AND t.tgenabled = 'A'",
            [TABLE],
        )
        return dict(cursor.fetchall())
