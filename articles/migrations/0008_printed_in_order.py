"""A feed's entry is kept in UTF-8, as it is passed on, and both long texts stand behind the short ones.

SQLite reads a row from its beginning: to get at a card behind a page it read the page as well. What was set already is
kept.
"""

from typing import ClassVar

from django.db import migrations, models

ENCODED = {"sqlite": "CAST(item AS BLOB)", "postgresql": "convert_to(item, 'UTF8')"}


def copy(apps, schema_editor):
    encoded = ENCODED[schema_editor.connection.vendor]
    schema_editor.execute(f"UPDATE articles_printed SET encoded = {encoded}, report = page")  # noqa: S608


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0007_search")]

    operations: ClassVar = [
        migrations.AddField("printed", "report", models.TextField(default=""), preserve_default=False),
        migrations.AddField("printed", "encoded", models.BinaryField(default=b""), preserve_default=False),
        migrations.RunPython(copy, migrations.RunPython.noop),
        migrations.RemoveField("printed", "page"),
        migrations.RemoveField("printed", "item"),
        migrations.RenameField("printed", "report", "page"),
        migrations.RenameField("printed", "encoded", "item"),
    ]
