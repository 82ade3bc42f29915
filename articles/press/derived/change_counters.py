"""Two counters that the database itself moves: `press` with every change of a table of the press, `register` with
every change of the register's.

What was made of these tables is remembered under the counters' numbers (articles/site/public_state.py), so a number
that somebody forgot to raise would be a page that stays old. Triggers forget nobody: no verb, no command, no raw SQL.
They are put up after every migration, with the guards and for the guards' reason.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F

from articles.press import models as press
from articles.press.models import Version

TABLE = Version._meta.db_table
EVENTS = ("INSERT", "UPDATE", "DELETE")
MOVE = (
    f"INSERT INTO {TABLE} (name, number) VALUES ({{name}}, 1) "  # noqa: S608
    f"ON CONFLICT (name) DO UPDATE SET number = {TABLE}.number + 1"
)
FUNCTION = f"{TABLE}_moves"
BODY = f" BEGIN {MOVE.format(name='TG_ARGV[0]')}; RETURN NULL; END "


def watched() -> dict[str, str]:
    """Table → the counter that its changes move."""
    tables = {model._meta.db_table: "register" for model in apps.get_app_config("authors").get_models()}
    for model in vars(press).values():
        if isinstance(model, type) and issubclass(model, models.Model) and not model._meta.abstract:
            tables[model._meta.db_table] = "press"
    del tables[TABLE]
    return tables


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger up; what stands already is replaced. One transaction."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that do not stand, on tables that do: before a migration there may be fewer."""
    tables = set(connection.introspection.table_names())
    if TABLE not in tables:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        standing = {name for (name,) in cursor.fetchall()}
    return sorted(
        {name for name, _event, table, _counter in _triggers(connection.vendor) if table in tables} - standing
    )


def move_press() -> None:
    """Say that what the public sees of the press has changed where no trigger sees it: in a file."""
    Version.objects.filter(name="press").update(number=F("number") + 1)


def _triggers(vendor: str) -> Iterator[tuple[str, str, str, str]]:
    for table, counter in watched().items():
        for event in EVENTS if vendor == "sqlite" else (*EVENTS, "TRUNCATE"):
            yield f"{table}_moves_{counter}_{event.lower()}", event, table, counter


def _statements(vendor: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $move${BODY}$move$"
    for name, event, table, counter in _triggers(vendor):
        if vendor == "sqlite":
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {MOVE.format(name=repr(counter))}; END"
        else:
            yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
            yield (
                f"CREATE TRIGGER {name} AFTER {event} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}('{counter}')"
            )
            # ALWAYS: a restore that switches triggers off must not leave pages old.
            yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"
