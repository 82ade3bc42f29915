"""What no model says: the search index, and how PostgreSQL keeps long texts.

Written out, without a word of the code that uses it: that code moves on, and what has been run here stays as it is.
"""

from typing import ClassVar

from django.db import migrations

# An index without content, keyed by the entry's place.
FTS5 = """CREATE VIRTUAL TABLE articles_search USING fts5 (head, words, content = '', tokenize = "ascii tokenchars '_'")"""
# For an SQLite that was built without FTS5: it is read from end to end.
PLAIN = "CREATE TABLE articles_search (rowid INTEGER PRIMARY KEY, head TEXT NOT NULL, words TEXT NOT NULL)"

# EXTERNAL: uncompressed. What is read far more often than it is written is kept as it is, since to decompress the texts
# of ten results takes longer than all else about them. Editions themselves stay compressed.
POSTGRESQL = (
    "ALTER TABLE articles_printed ALTER COLUMN page SET STORAGE EXTERNAL",
    "ALTER TABLE articles_printed ALTER COLUMN item SET STORAGE EXTERNAL",
    "ALTER TABLE articles_searchentry ALTER COLUMN text SET STORAGE EXTERNAL",
    "ALTER TABLE articles_searchentry ALTER COLUMN stems SET STORAGE EXTERNAL",
    # The terms stand beside the entry: `head` is short, the others are opened for every question they may answer.
    "ALTER TABLE articles_searchentry ADD COLUMN head tsvector, ADD COLUMN words tsvector, ADD COLUMN pairs tsvector",
    "ALTER TABLE articles_searchentry ALTER COLUMN words SET STORAGE EXTERNAL",
    "ALTER TABLE articles_searchentry ALTER COLUMN pairs SET STORAGE EXTERNAL",
    "CREATE INDEX articles_search ON articles_searchentry USING gin (head, words, pairs) WITH (fastupdate = off)",
)


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        (has_fts5,) = cursor.fetchone()
    schema_editor.execute(FTS5 if has_fts5 else PLAIN)


def drop(apps, schema_editor):
    """On PostgreSQL all of it goes with the tables that it stands in."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE articles_search")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(make, drop)]
