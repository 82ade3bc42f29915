"""Guards: what the database itself refuses, whoever asks.

Each is one trigger with one condition, on SQLite and PostgreSQL alike, and raises IntegrityError. They are put up after
every migration, because a migration that rebuilds a SQLite table drops its triggers silently.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Unequal, where NULL equals NULL.
DIFFERS = {"postgresql": "IS DISTINCT FROM", "sqlite": "IS NOT"}


@dataclass(frozen=True, slots=True)
class Guard:
    """`events`: what it stands before, on the `table`. `condition`: SQL over OLD and NEW that is true for what is
    refused. `first`: what PostgreSQL does before it looks. `of` is what the refusal calls it a guard of.
    """

    name: str
    events: tuple[str, ...]
    condition: str
    table: str
    of: str
    first: str = ""

    def trigger(self, event: str) -> str:
        return f"{self.table}_{self.name}_{event.lower()}"

    @property
    def says(self) -> str:
        return f"{self.of} guard: {self.name}"


def install(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Put each guard up; what stands already is replaced. One transaction."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for guard in guards:
            for statement in _statements(guard, connection.vendor):
                cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Take each down for a migration, on SQLite: it rebuilds no table that a trigger of another one names."""
    if connection.vendor != "sqlite":
        return
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for guard in guards:
            for event in guard.events:
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.trigger(event)}")


def missing(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> list[str]:
    """The names of those that do not stand, or do not stand as they were put up."""
    guards = list(guards)
    standing: dict[str, str] = {}
    for table in {guard.table for guard in guards}:
        standing |= (_standing_sqlite if connection.vendor == "sqlite" else _standing_postgresql)(connection, table)
    gone = set()
    for guard in guards:
        for event in guard.events:
            wanted = _sqlite_trigger(guard, event) if connection.vendor == "sqlite" else _body(guard)
            if standing.get(guard.trigger(event)) != wanted:
                gone.add(guard.name)
    return sorted(gone)


def _statements(guard: Guard, vendor: str) -> Iterator[str]:
    """The SQL that puts one guard up."""
    if vendor == "sqlite":
        for event in guard.events:
            yield f"DROP TRIGGER IF EXISTS {guard.trigger(event)}"
            yield _sqlite_trigger(guard, event)
        return
    table, function = guard.table, f"{guard.table}_{guard.name}"
    yield f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $guard${_body(guard)}$guard$"
    for event in guard.events:
        trigger = guard.trigger(event)
        level = "STATEMENT" if event == "TRUNCATE" else "ROW"
        yield f"DROP TRIGGER IF EXISTS {trigger} ON {table}"
        yield f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} FOR EACH {level} EXECUTE FUNCTION {function}()"
        # ALWAYS: session_replication_role = replica does not slip past it.
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"


def _sqlite_trigger(guard: Guard, event: str) -> str:
    return (
        f"CREATE TRIGGER {guard.trigger(event)} BEFORE {event} ON {guard.table} WHEN {guard.condition} "
        f"BEGIN SELECT RAISE(ABORT, '{guard.says}'); END"
    )


def _body(guard: Guard) -> str:
    refuse = f"RAISE EXCEPTION '{guard.says}' USING ERRCODE = 'integrity_constraint_violation';"
    if guard.condition == "TRUE":
        return f" BEGIN {refuse} END "
    # A trigger before a deletion lets it go on by returning the row that goes.
    row = "OLD" if guard.events == ("DELETE",) else "NEW"
    return f" BEGIN {guard.first}IF {guard.condition} THEN {refuse} END IF; RETURN {row}; END "


def _standing_sqlite(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        return dict(cursor.fetchall())


def _standing_postgresql(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE t.tgrelid = to_regclass(%s) AND NOT t.tgisinternal AND t.tgenabled = 'A'",
            [table],
        )
        return dict(cursor.fetchall())
