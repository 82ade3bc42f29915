"""What migrations may say, and that what they made is what the code of today expects."""

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from articles.press.derived import search
from shaf.text import search_terms
from tests.test_rooms import LEAVES, OURS, ROOT, imports

FILES = [path for package in OURS[:3] for path in sorted((ROOT / package).rglob("migrations/*.py"))]


def imports_that_move_on(path: Path) -> list[str]:
    """What a migration imports of ours that is no leaf: it would run the code of whatever release is installed."""
    ours = [name for name in imports(path) if name.split(".")[0] in OURS]
    return [name for name in ours if not any(f"{name}.".replace(".", "/").startswith(f"{leaf}/") for leaf in LEAVES)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_migration_imports_a_room(path):
    assert imports_that_move_on(path) == []


@pytest.mark.parametrize(
    "line",
    [
        "import articles.models.preview",
        "from authors.models import Source",
        "from articles.press.derived import search",
        "def forwards(apps, schema_editor):\n    from articles.press.derived import search",
        "import shaf.settings",
        "from shaf import texts",
    ],
)
def test_an_import_of_a_room_is_seen(tmp_path, line):
    (tmp_path / "0003_clever.py").write_text(f"import shaf.db.validators\nfrom shaf.text import arabic\n{line}\n")
    assert len(imports_that_move_on(tmp_path / "0003_clever.py")) == 1


def test_they_are_found():
    assert len([path for path in FILES if path.name == "0001_initial.py"]) == 7


@pytest.mark.django_db
def test_no_model_waits_for_a_migration(capsys):
    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes detected" in capsys.readouterr().out


@pytest.mark.parametrize(("has_fts5", "written"), [(True, "FTS5"), (False, "PLAIN")])
def test_the_index_of_the_migration_is_the_one_that_is_made_anew(monkeypatch, has_fts5, written):
    """SQLite's, with and without FTS5. PostgreSQL's is columns, which nothing makes anew."""
    monkeypatch.setattr(search_terms, "has_fts5", lambda: has_fts5)
    migration = import_module("articles.migrations.0002_search_index")
    assert schema(getattr(migration, written)) == schema(search.create())


def schema(statement: str) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(statement)
        return database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


# In the order of their tables. SQLite reads a row from its beginning, through as many pages as there are.
LONG = {
    "articles_edition": [
        *("standfirst", "key_points", "description", "credits", "topics", "series", "cover", "written_by"),
        *("body", "contents", "pictures", "manuscript"),
    ],
    "articles_printed": ["page", "item"],
}


# PostgreSQL keeps long texts apart from the row, and can only append a column: those that came after the first release.
APPENDED = {"postgresql": ["feed_id", "files", "report_type"]}


@pytest.mark.django_db
@pytest.mark.parametrize("table", LONG)
def test_long_texts_stand_behind_short_ones(table):
    appended = APPENDED.get(connection.vendor, []) if table == "articles_edition" else []
    assert columns(table)[-len(LONG[table] + appended) :] == LONG[table] + appended


# What is read far more often than it is written, and would have to be decompressed each time.
UNCOMPRESSED = {
    ("articles_printed", "page"),
    ("articles_printed", "item"),
    *(("articles_searchentry", column) for column in ("text", "stems", "words", "pairs")),
}


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's own")
def test_what_is_read_often_is_kept_uncompressed():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attrelid::regclass::text, attname FROM pg_attribute "
            "WHERE attstorage = 'e' AND attrelid::regclass::text LIKE 'articles%'"
        )
        assert set(cursor.fetchall()) == UNCOMPRESSED


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's own")
def test_one_index_holds_all_terms():
    """Under the name by which benchmarks and operators know it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'articles_search'")
        (definition,) = cursor.fetchone()
    assert "USING gin (head, words, pairs) WITH (fastupdate=off)" in definition
