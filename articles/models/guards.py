"""The guards of what was written and done (shaf/db/guards.py says what a guard is): transitions and revisions.

They are never rewritten, and go only with a report that has no edition.
"""

from functools import partial

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.models.record import Revision, Transition
from articles.press.models import Edition
from shaf.db import guards as standing

Guard = partial(standing.Guard, of="record")
HAS_EDITION = f"EXISTS (SELECT 1 FROM {Edition._meta.db_table} WHERE article_id = OLD.article_id)"  # noqa: S608
TABLES = tuple(model._meta.db_table for model in (Revision, Transition))


def guards(vendor: str) -> list[standing.Guard]:
    """Every guard, in the SQL of this database."""
    differs, found = standing.DIFFERS[vendor], []
    for model in (Revision, Transition):
        table, name = model._meta.db_table, model._meta.model_name
        columns = sorted(field.column for field in model._meta.concrete_fields if field.name != "note")
        frozen = " OR ".join(f'NEW."{column}" {differs} OLD."{column}"' for column in columns)
        if model is Transition:
            # A remark that is deleted with its report is let go of first.
            frozen += f" OR (NEW.note_id {differs} OLD.note_id AND (NEW.note_id IS NOT NULL OR {HAS_EDITION}))"
        found += [
            Guard(f"{name}_no_change", ("UPDATE",), frozen, table),
            Guard(f"{name}_no_delete", ("DELETE",), HAS_EDITION, table),
            Guard(
                f"{name}_no_replacement",
                ("INSERT",),
                f"EXISTS (SELECT 1 FROM {table} AS other WHERE other.id = NEW.id)"  # noqa: S608
                if model is Transition
                else f"EXISTS (SELECT 1 FROM {table} AS other WHERE other.id = NEW.id "  # noqa: S608
                "OR (other.article_id = NEW.article_id AND other.version = NEW.version))",
                table,
            ),
        ]
        if vendor == "postgresql":
            found.append(Guard(f"{name}_no_truncate", ("TRUNCATE",), "TRUE", table))
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
