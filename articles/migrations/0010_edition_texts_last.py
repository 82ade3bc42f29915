"""The long texts of an edition stand behind all else in its row.

SQLite reads a row from its beginning, through as many pages as there are: a list, which wants no text, read through the
body of each report to get at its address. PostgreSQL keeps long texts elsewhere, and its table stays as it is.
"""

from typing import ClassVar

from django.db import migrations, models

TEXTS = {
    "standfirst": models.TextField(blank=True, verbose_name="standfirst"),
    "key_points": models.JSONField(default=list, verbose_name="key points"),
    "description": models.TextField(verbose_name="description"),
    "credits": models.JSONField(verbose_name="credits"),
    "topics": models.JSONField(default=list, verbose_name="topics"),
    "series": models.JSONField(null=True, verbose_name="series"),
    "cover": models.JSONField(null=True, verbose_name="cover"),
    "written_by": models.JSONField(verbose_name="written by"),
    "body": models.TextField(verbose_name="body"),
    "contents": models.JSONField(default=list, verbose_name="contents"),
    "pictures": models.JSONField(default=list, verbose_name="pictures"),
    "manuscript": models.TextField(verbose_name="manuscript"),
}


def rebuild(apps, schema_editor):
    """In the order of the model. What guards the table goes with the old one, and is put up after every migrate."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor._remake_table(apps.get_model("articles", "Edition"))


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0009_search_terms_by_language")]

    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *(migrations.RemoveField("edition", name) for name in TEXTS),
                *(migrations.AddField("edition", name, field) for name, field in TEXTS.items()),
            ]
        ),
        migrations.RunPython(rebuild, migrations.RunPython.noop),
    ]
