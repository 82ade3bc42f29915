import django.db.models.deletion
from django.db import migrations, models

from articles.press.derived import search


def make_index(apps, schema_editor):
    """SQLite: a table of its own. PostgreSQL: two columns beside the entry; long texts stay uncompressed, since each is
    opened for every question that it may answer. 0013 enters what was published before."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(search.create())
        return
    for statement in (
        "ALTER TABLE articles_searchentry ADD COLUMN head tsvector, ADD COLUMN words tsvector",
        "ALTER TABLE articles_searchentry ALTER COLUMN words SET STORAGE EXTERNAL",
        "CREATE INDEX articles_search ON articles_searchentry USING gin (head, words) WITH (fastupdate = off)",
    ):
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {search.TABLE}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_corrections_index")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(help_text="of the terms, arabic_search.VERSION")),
                ("text", models.TextField(help_text="standfirst, key points and body, a passage a line")),
                ("stems", models.TextField(help_text="of each passage, on the line of the same number")),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.edition"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["version"], name="search_entry_version")]},
        ),
        migrations.RunPython(make_index, drop_index),
    ]
