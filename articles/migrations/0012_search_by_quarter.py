"""PostgreSQL's search index knows when what it has was first public. It is made anew: to change each row's entries in
it one by one takes many times longer."""

from typing import ClassVar

from django.db import migrations

STATEMENTS = (
    "DROP INDEX articles_search",
    """
    UPDATE articles_searchentry SET head = head || (
        'q_' || to_char(to_timestamp(place / 1048576 / 1000.0) AT TIME ZONE 'UTC', 'YYYYQ')
    )::tsvector
    """,
    "CREATE INDEX articles_search ON articles_searchentry USING gin (head, words) WITH (fastupdate = off)",
)


def mark_quarters(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in STATEMENTS:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0011_uncompressed_on_postgresql")]

    operations: ClassVar = [migrations.RunPython(mark_quarters, migrations.RunPython.noop)]
