"""Making a backup: the tables of one moment, then the files that they name."""

import json
import tomllib
from collections.abc import Callable, Iterable
from typing import IO, Any

from django.conf import settings

from shaf.backup import media, snapshot
from shaf.backup.archive import FORMAT, MEDIA, TABLES, Writer
from shaf.backup.refusal import Refused, Status
from shaf.backup.snapshot import Snapshot
from shaf.backup.tables import Migration, Table, is_known, tables_at
from shaf.backup.values import reading
from shaf.product import release

Progress = Callable[[Iterable[Any], str], Iterable[Any]]
# Bytes of rows that are compressed at once.
CHUNK = 256 * 1024
SHOWN = 5
AUTHORITY = "SELECT tag_authority FROM authors_source WHERE kind = 'own'"


def write(file: IO[bytes], *, progress: Progress, without_lost_media: bool = False) -> dict[str, Any]:
    """Write a backup of this installation into a file that can be sought in; returns its manifest.

    `progress` wraps what is gone through, under a name. Raises Refused, and OSError where the file cannot be written.
    """
    writer = Writer(file)
    try:
        with snapshot.snapshot() as snap:
            applied = snapshot.applied(snap)
            tables = tables_at(applied)
            manifest = _about(snap, tables, applied)
            named = snapshot.file_names(snap, tables)
            if not without_lost_media:
                _refuse_lost(_still_named(media.missing(named), tables))
            for table in progress(tables, "tables"):
                manifest["tables"][table.name] = _write_table(writer, snap, table)
        manifest["media"] = _write_media(writer, named, tables, progress, without_lost_media=without_lost_media)
        writer.close(manifest)
    except BaseException:
        writer.abandon()
        raise
    return manifest


def _about(snap: Snapshot, tables: list[Table], applied: list[Migration]) -> dict[str, Any]:
    """What a manifest says before anything is written."""
    migrations: dict[str, list[str]] = {}
    for app, name in applied:
        migrations.setdefault(app, []).append(name)
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
    return {
        "format": FORMAT,
        "product": project["name"],
        "version": project["version"],
        "release": release.identifier(),
        "made_at": snapshot.now(snap).isoformat(timespec="seconds"),
        "database": snap.vendor,
        "site": settings.SITE_URL,
        "tag_authority": next((authority for (authority,) in snap.rows(AUTHORITY)), ""),
        "migrations": migrations,
        "left_out": sorted(name for name in snapshot.table_names() if name not in {t.name for t in tables}),
        "unknown": sorted(name for name in snapshot.table_names() if not is_known(name, tables)),
        "tables": {},
    }


def _write_table(writer: Writer, snap: Snapshot, table: Table) -> dict[str, Any]:
    """Write every row of a table; returns what the manifest says of it. Raises Refused for what is no value there."""
    convert, rows, key = reading(list(table.columns.values())), 0, None
    with writer.member(f"{TABLES}{table.name}.jsonl") as write:
        buffer = bytearray(_line(list(table.columns)))
        try:
            for row in snapshot.rows_of(snap, table):
                key = row[0]
                buffer += _line(convert(row))
                rows += 1
                if len(buffer) > CHUNK:
                    write(bytes(buffer))
                    buffer.clear()
        except (ValueError, TypeError, AttributeError) as error:
            raise Refused(f"The table {table.name} has a row that cannot be read, {key}: {error}.") from error
        write(bytes(buffer))
    kept = {"rows": rows, "columns": table.columns}
    return kept | {"last_key": snap.last_key(table)} if table.counts else kept


def _line(row: list[Any]) -> bytes:
    line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        return f"{line}\n".encode()
    except UnicodeEncodeError:
        # Half of a character: JSON can write it, UTF-8 cannot.
        return f"{json.dumps(row, separators=(',', ':'))}\n".encode()


def _write_media(
    writer: Writer, named: set[str], tables: list[Table], progress: Progress, *, without_lost_media: bool
) -> dict[str, Any]:
    """Write every stored file; returns what the manifest says of them."""
    size, kept, gone = 0, 0, set()
    for name in progress(sorted(named | media.stored_names()), "files"):
        data = media.read(name)
        if data is None:
            gone.add(name)
            continue
        writer.add(f"{MEDIA}{name}", data, compressed=False)
        size += len(data)
        kept += 1
    if not without_lost_media:
        _refuse_lost(_still_named(gone & named, tables))
    return {"files": kept, "bytes": size, "lost": sorted(gone & named)}


def _still_named(names: set[str], tables: list[Table]) -> set[str]:
    """Those that are still named by now: who deletes a picture deletes its row, and then its files."""
    if not names:
        return names
    with snapshot.snapshot() as later:
        return names & snapshot.file_names(later, tables)


def _refuse_lost(names: set[str]) -> None:
    if names:
        shown = ", ".join(sorted(names)[:SHOWN]) + (" …" if len(names) > SHOWN else "")
        raise Refused(
            f"{len(names)} stored files are gone, or have other bytes than they were stored with: {shown}. Put them "
            "back from an earlier backup, or make this one --without-lost-media.",
            Status.LOST,
        )
