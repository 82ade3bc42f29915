"""The guards of the log (shaf/db/guards.py says what a guard is): rows are added, and only a dropped part goes."""

from functools import partial

from django.db.backends.base.base import BaseDatabaseWrapper

from shaf.audit.models import Dropped, Event, Link
from shaf.db import guards as standing

EVENT, LINK, DROPPED = (model._meta.db_table for model in (Event, Link, Dropped))
# No setting lets go of what is younger.
LEAST = {
    "postgresql": "clock_timestamp() - interval '30 days'",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now', '-30 days')",
}
Guard = partial(standing.Guard, of="log")


def guards(vendor: str) -> list[standing.Guard]:
    """Every guard, in the SQL of this database."""
    dropped = f"EXISTS (SELECT 1 FROM {DROPPED} WHERE {{number}} BETWEEN {DROPPED}.first AND {DROPPED}.last)"  # noqa: S608
    number = f"(SELECT number FROM {LINK} WHERE event = OLD.id)"  # noqa: S608
    last = f"coalesce((SELECT max(number) FROM {LINK}), (SELECT max(last) FROM {DROPPED}), 0)"  # noqa: S608
    found = [
        Guard("event_no_change", ("UPDATE",), "TRUE", EVENT),
        Guard("event_no_delete", ("DELETE",), f"NOT {dropped.format(number=number)}", EVENT),
        Guard("event_no_replacement", ("INSERT",), f"EXISTS (SELECT 1 FROM {EVENT} WHERE id = NEW.id)", EVENT),  # noqa: S608
        Guard("link_no_change", ("UPDATE",), "TRUE", LINK),
        Guard(
            "link_no_delete",
            ("DELETE",),
            f"NOT {dropped.format(number='OLD.number')} OR EXISTS (SELECT 1 FROM {EVENT} WHERE id = OLD.event)",  # noqa: S608
            LINK,
        ),
        Guard("link_no_replacement", ("INSERT",), f"EXISTS (SELECT 1 FROM {LINK} WHERE event = NEW.event)", LINK),  # noqa: S608
        Guard("link_next", ("INSERT",), f"NEW.number <> {last} + 1", LINK),
        Guard("dropped_no_change", ("UPDATE",), "TRUE", DROPPED),
        Guard("dropped_no_delete", ("DELETE",), "TRUE", DROPPED),
        Guard("dropped_no_replacement", ("INSERT",), f"EXISTS (SELECT 1 FROM {DROPPED} WHERE id = NEW.id)", DROPPED),  # noqa: S608
        Guard(
            "dropped_next",
            ("INSERT",),
            f"NEW.first <> coalesce((SELECT max(last) FROM {DROPPED}), 0) + 1 OR NEW.last < NEW.first "  # noqa: S608
            f"OR EXISTS (SELECT 1 FROM {EVENT} JOIN {LINK} ON {LINK}.event = {EVENT}.id "
            f"WHERE {LINK}.number BETWEEN NEW.first AND NEW.last AND {EVENT}.at > {LEAST[vendor]})",
            DROPPED,
        ),
    ]
    if vendor == "postgresql":
        found += [Guard("no_truncate", ("TRUNCATE",), "TRUE", table) for table in (EVENT, LINK, DROPPED)]
    return found


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard up; what stands already is replaced."""
    standing.install(connection, guards(connection.vendor))


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take them down for a migration; after it they are put up again."""
    standing.lift(connection, guards(connection.vendor))


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards that do not stand, or do not stand as they were put up."""
    return standing.missing(connection, guards(connection.vendor))
