"""Which tables and columns a backup holds: those of the models as they were at the migrations of the database."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import FileField

from shaf.backup.refusal import Refused, Status
from shaf.backup.values import kind_of

Migration = tuple[str, str]
MIGRATIONS = "django_migrations"
# Not held: sessions, which whoever logs in makes anew; when the worker last ran, which says something of a machine; and
# the search index, which each database keeps in a way of its own and `restore` makes anew.
LEFT_OUT = ("django_session", "devices_desksession", "heartbeats_heartbeat", "articles_searchentry")
# SQLite's index, and the tables in which FTS5 keeps it.
INDEX = "articles_search"
# Columns that name stored files and are no file fields.
NAMING = {("articles_picturesize", "file"), ("articles_pictureindex", "picture"), ("articles_editionpdf", "file")}


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: column → kind, in the model's order. `counts`: whether the database gives out the keys itself.
    `files`: the columns that name stored files."""

    name: str
    columns: dict[str, str]
    key: str
    counts: bool
    files: tuple[str, ...]


def tables_at(applied: Iterable[Migration], what: str = "The database") -> list[Table]:
    """Every table that a backup of a database with these migrations holds, by name.

    Raises Refused, which says of `what`, where this tree lacks one of the migrations.
    """
    loader = MigrationLoader(None, ignore_no_migrations=True)
    applied = sorted(applied)
    if unknown := [migration for migration in applied if migration not in loader.disk_migrations]:
        raise Refused(
            f"{what} has the migration {'.'.join(unknown[-1])}, which this release lacks: a newer release made it. "
            "Install that one.",
            Status.NEWER,
        )
    models = loader.project_state(applied).apps.get_models(include_auto_created=True)
    models = [model for model in models if model._meta.managed and not model._meta.proxy]
    found = [_table(model) for model in (*models, MigrationRecorder.Migration)]
    return sorted((table for table in found if table.name not in LEFT_OUT), key=lambda table: table.name)


def _table(model: type) -> Table:
    options = model._meta
    fields = [field for field in options.concrete_fields if not field.generated]
    try:
        columns = {field.column: kind_of(field) for field in fields}
    except KeyError as error:
        raise Refused(f"The table {options.db_table} has a column of a type that no backup holds: {error}.") from error
    files = [
        field.column for field in fields if isinstance(field, FileField) or (options.db_table, field.column) in NAMING
    ]
    counts = options.pk.get_internal_type().endswith("AutoField")
    return Table(options.db_table, columns, options.pk.column, counts, tuple(files))


def applied_in(connection: BaseDatabaseWrapper) -> list[Migration]:
    """The migrations that a database has had; none where it was never migrated."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def is_known(name: str, held: Iterable[Table]) -> bool:
    """Whether a table is held, or left out on purpose."""
    return name in LEFT_OUT or name.startswith(INDEX) or any(table.name == name for table in held)
