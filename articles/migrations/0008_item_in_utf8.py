"""A feed's entry is kept in UTF-8, as it is passed on; those that were set already are kept."""

from typing import ClassVar

from django.db import migrations, models

ENCODED = {"sqlite": "CAST(item AS BLOB)", "postgresql": "convert_to(item, 'UTF8')"}


def encode(apps, schema_editor):
    encoded = ENCODED[schema_editor.connection.vendor]
    schema_editor.execute(f"UPDATE articles_printed SET utf8 = {encoded}")  # noqa: S608


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0007_search")]

    operations: ClassVar = [
        migrations.AddField("printed", "utf8", models.BinaryField(default=b""), preserve_default=False),
        migrations.RunPython(encode, migrations.RunPython.noop),
        migrations.RemoveField("printed", "item"),
        migrations.RenameField("printed", "utf8", "item"),
    ]
