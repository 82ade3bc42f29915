"""The search index knows every two words that stand side by side. All is entered anew, so that no earlier migration has
to; PostgreSQL's index is made when that is done: to change it row by row takes many times longer."""

from typing import ClassVar

from django.db import migrations

from articles.press.derived import search


def make_columns(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in (
        "DROP INDEX articles_search",
        "ALTER TABLE articles_searchentry ADD COLUMN pairs tsvector",
        "ALTER TABLE articles_searchentry ALTER COLUMN pairs SET STORAGE EXTERNAL",
    ):
        schema_editor.execute(statement)


def enter_editions(apps, schema_editor):
    if apps.get_model("articles", "Edition").objects.exists():
        search.rebuild()


def make_index(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    # No table is indexed as long as a row of it has to be looked at again.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    schema_editor.execute(
        "CREATE INDEX articles_search ON articles_searchentry USING gin (head, words, pairs) WITH (fastupdate = off)"
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0012_search_by_quarter")]

    operations: ClassVar = [
        migrations.RunPython(make_columns, migrations.RunPython.noop),
        migrations.RunPython(enter_editions, migrations.RunPython.noop),
        migrations.RunPython(make_index, migrations.RunPython.noop),
    ]
