"""A database as plain SQL, and back."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import unquote, urlsplit

import psycopg

from tests.postgres import find_binaries

# The tables in which SQLite keeps an FTS5 index; they are made with it, and hold all that it knows.
SHADOWS = ("articles_search_data", "articles_search_idx", "articles_search_docsize", "articles_search_config")
# What only the release of PostgreSQL that wrote it may understand, or psql alone. Names have their schema anyway.
NOT_EVERYWHERE = re.compile(r"^(?:SET |SELECT pg_catalog\.set_config\(|\\|--)")


def dump(url: str) -> str:
    """Return the SQL that makes the database at this URL anew."""
    return _dump_sqlite(_file(url)) if url.startswith("sqlite") else _dump_postgresql(url)


def load(text: str, url: str) -> None:
    """Run what `dump` wrote on an empty database."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(_file(url))) as database:
            database.executescript(text)
        return
    with psycopg.connect(url) as session:
        session.execute(text)


def _file(url: str) -> str:
    return url.removeprefix("sqlite:///")


def _dump_sqlite(file: str) -> str:
    with closing(sqlite3.connect(file)) as database:
        return "".join(f"{statement};\n" for statement in _sqlite_statements(database))


def _sqlite_statements(database: sqlite3.Connection) -> Iterator[str]:
    """Tables with their rows, then what stands upon them: triggers and indexes."""
    made = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    made = [row for row in made if row[1] != "sqlite_sequence"]
    yield "BEGIN"
    for kind, name, sql in made:
        if kind == "table":
            if name in SHADOWS:
                yield f'DELETE FROM "{name}"'
            else:
                yield sql
            if not sql.startswith("CREATE VIRTUAL"):
                yield from _rows(database, name)
    yield "DELETE FROM sqlite_sequence"
    yield from _rows(database, "sqlite_sequence")
    yield from (sql for kind, _name, sql in made if kind != "table")
    yield "COMMIT"


def _rows(database: sqlite3.Connection, table: str) -> Iterator[str]:
    names = [column[1] for column in database.execute(f'PRAGMA table_info("{table}")')]
    columns = " || ', ' || ".join(f'quote("{name}")' for name in names)
    for (values,) in database.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1'):
        yield f'INSERT INTO "{table}" VALUES ({values})'


def _dump_postgresql(url: str) -> str:
    parts = urlsplit(url)
    command = [find_binaries() / "pg_dump", "--inserts", "--no-owner", "--no-privileges", "--encoding=UTF8"]
    place = ["-h", unquote(parts.hostname or ""), "-U", parts.username, parts.path.removeprefix("/")]
    said = subprocess.run([*command, *place], check=True, capture_output=True, text=True).stdout
    lines = [line for line in _outside_texts(said) if line]
    return "\n".join(lines) + "\n"


def _outside_texts(said: str) -> Iterator[str]:
    """Every line but those that not every PostgreSQL understands. Lines within a text are left as they are."""
    inside = False
    for line in said.splitlines():
        if inside or not NOT_EVERYWHERE.match(line):
            yield line if inside or line.strip() else ""
        if line.replace("''", "").count("'") % 2:
            inside = not inside
