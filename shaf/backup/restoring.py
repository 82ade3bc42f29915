"""An installation made of a backup: its migrations, raw rows, this release's migrations, guards, what is derived."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph
from tqdm import tqdm

from articles.press.derived import printing, search
from shaf.audit.chain import chain
from shaf.audit.recording import record
from shaf.backup import media, proof, target
from shaf.backup.archive import MEDIA, Archive
from shaf.backup.refusal import Refused, Status
from shaf.backup.tables import Migration, Table, tables_at
from shaf.backup.values import writing

# Rows that are in memory at once, on SQLite.
BATCH = 100


@dataclass(frozen=True)
class Restored:
    """`unsound`: editions that were not what was published when they were backed up already."""

    rows: int
    files: int
    lost: list[str]
    unsound: list[str]


def verify(archive: Archive, *, quiet: bool) -> None:
    """Read all of a backup. Raises Refused where it is damaged, or of a newer release."""
    _held(archive)
    with _bar(archive.size, "verified", quiet, unit="B", unit_scale=True) as bar:
        archive.verify(bar.update)


def restore(archive: Archive, *, quiet: bool) -> Restored:
    """Make an installation of a verified backup. Raises Refused, and leaves it empty, where it cannot be made whole."""
    target.refuse_what_is_there()
    media.refuse_what_differs(archive)
    with _files(archive, quiet) as files, target.replaced():
        rows = _rows(archive, quiet)
        _migrate_on()
        _derive(quiet)
        unsound = proof.unsound(lambda things, name: tqdm(things, desc=name, disable=quiet))
        about = {key: archive.manifest[key] for key in ("made_at", "site", "database", "release")}
        record("restored", name=archive.path.name, details=about | {"rows": rows, "unsound": len(unsound)})
        chain()
        for fault in proof.faults(archive, lambda things, name: tqdm(things, desc=name, disable=quiet)):
            raise Refused(f"The restore was undone: {fault}.")
    return Restored(rows, files, archive.manifest["media"]["lost"], unsound)


@contextmanager
def _files(archive: Archive, quiet: bool) -> Iterator[int]:
    """The files are stored; where something fails later on, those that were not there before go again."""
    new, names = [], archive.names(MEDIA)
    try:
        for name, is_new in tqdm(media.place(archive), total=len(names), desc="files", disable=quiet):
            if is_new:
                new.append(name)
        yield len(names)
    except BaseException:
        media.take_back(new)
        raise


def _rows(archive: Archive, quiet: bool) -> int:
    """Take an empty database to the backup's migrations, and put its rows in, past all guards: none stands yet."""
    tables, total = _held(archive), 0
    _migrate(_applied(archive))
    if connection.vendor == "sqlite":
        connection.disable_constraint_checking()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Until all are there: tables lead to one another in circles.
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables:
            cursor.execute(f'DELETE FROM "{table.name}"')  # noqa: S608
        rows = sum(table["rows"] for table in archive.manifest["tables"].values())
        with _bar(rows, "rows", quiet) as bar:
            for table in tables:
                columns = archive.manifest["tables"][table.name]
                loaded = _load(archive, table, bar)
                if loaded != columns["rows"]:
                    raise Refused(f"The table {table.name} has {loaded} rows of {columns['rows']}.", Status.DAMAGED)
                total += loaded
                if table.counts:
                    _count_on(cursor, table, columns["last_key"])
    _check_references()
    return total


def _load(archive: Archive, table: Table, bar: tqdm) -> int:
    """Returns how many rows were put in. Raises Refused for one that this database does not take."""
    kinds = archive.manifest["tables"][table.name]["columns"]
    convert, loaded = writing(list(kinds.values()), connection.vendor), 0

    def rows(held: Iterator[list[Any]]) -> Iterator[list[Any]]:
        nonlocal loaded
        for row in held:
            yield convert(row)
            loaded += 1
            bar.update()

    load = _load_sqlite if connection.vendor == "sqlite" else _load_postgresql
    try:
        with closing(archive.rows(table.name)) as held:
            load(table.name, list(kinds), rows(held))
    except (psycopg.Error, sqlite3.Error) as error:
        raise Refused(f"The table {table.name} has a row that this database does not take: {error}") from error
    return loaded


def _load_sqlite(table: str, columns: list[str], rows: Iterator[list[Any]]) -> None:
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    session = connection.connection
    session.execute("BEGIN")
    session.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608
    session.execute("COMMIT")


def _load_postgresql(table: str, columns: list[str], rows: Iterator[list[Any]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _count_on(cursor: Any, table: Table, last: int) -> None:
    """The next key is the one that would have been next there: not one that was given out, and deleted, before."""
    if connection.vendor == "sqlite":
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, last])
        return
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', table.key])
    (sequence,) = cursor.fetchone()
    cursor.execute("SELECT setval(%s, %s, %s)", [sequence, max(last, 1), last > 0])


def _check_references() -> None:
    """Raise Refused where a row leads to one that is not there."""
    try:
        if connection.vendor == "sqlite":
            connection.enable_constraint_checking()
            connection.check_constraints()
        else:
            _settle()
    except DatabaseError as error:
        raise Refused(f"A row leads to another that is not there: {error}", Status.DAMAGED) from error


def _settle(*_progress: Any) -> None:
    """Have PostgreSQL check what it puts off to the end: no table changes while a check of it is pending."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _migrate(to: list[Migration] | None = None) -> None:
    """Run migrations, up to those named or all; without what Django does after them, guards among it."""
    executor = MigrationExecutor(connection, _settle)
    graph = executor.loader.graph
    executor.migrate(graph.leaf_nodes() if to is None else _last_of_each_app(graph, to))


def _last_of_each_app(graph: MigrationGraph, to: list[Migration]) -> list[Migration]:
    """Those that no other of the same app builds upon: Django takes one that has been run already for a way back."""
    below = {parent.key for node in to for parent in graph.node_map[node].parents if parent.key[0] == node[0]}
    return [node for node in to if node not in below]


def _migrate_on() -> None:
    """Run what came after the backup, and what Django does around migrations: guards, content types, permissions."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    before = executor._create_project_state(with_applied_migrations=True).apps
    emit_pre_migrate_signal(0, False, connection.alias, apps=before, plan=plan)
    _migrate()
    emit_post_migrate_signal(0, False, connection.alias, plan=plan)


def _derive(quiet: bool) -> None:
    """Make anew what no backup holds, and what another release made."""
    with _without_search_index():
        search.rebuild(lambda ids: tqdm(ids, desc="search index", unit="edition", disable=quiet))
    stale = list(printing.stale().order_by("pk").values_list("pk", flat=True))
    printing.print_anew(tqdm(stale, desc="set anew", unit="edition", disable=quiet or not stale))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@contextmanager
def _without_search_index() -> Iterator[None]:
    """On PostgreSQL an index of all rows at once takes a fraction of the time of one that each row is put into."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_indexdef(%s::regclass)", [search.TABLE])
        (index,) = cursor.fetchone()
        cursor.execute(f"DROP INDEX {search.TABLE}")
        yield
        _settle()
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        cursor.execute(index)


def _applied(archive: Archive) -> list[Migration]:
    return [(app, name) for app, names in archive.manifest["migrations"].items() for name in names]


def _held(archive: Archive) -> list[Table]:
    """The tables of the backup, as its release had them. Raises Refused where this tree knows others."""
    tables = tables_at(_applied(archive), str(archive.path))
    here = {table.name: table.columns for table in tables}
    there = {name: said["columns"] for name, said in archive.manifest["tables"].items()}
    if here != there:
        odd = sorted(name for name in {*here, *there} if here.get(name) != there.get(name))
        raise Refused(f"{archive.path} has other tables than its migrations made: {odd[0]}.", Status.DAMAGED)
    return tables


def _bar(total: int, name: str, quiet: bool, **options: Any) -> tqdm:
    return tqdm(total=total, desc=name, disable=quiet, **options)
