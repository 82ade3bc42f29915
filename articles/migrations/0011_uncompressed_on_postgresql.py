"""What is printed and what search shows is read far more often than it is written: PostgreSQL keeps it as it is.

To decompress the texts of ten results took longer than all else about them. The cost: about twice the room on disk, as
SQLite takes too. Editions themselves stay compressed.
"""

from typing import ClassVar

from django.db import migrations

# Column → an expression of the same value, which is then stored anew.
COLUMNS = {
    "articles_printed": {"page": "page || ''", "item": "item || ''::bytea"},
    "articles_searchentry": {"text": "text || ''", "stems": "stems || ''"},
}


def keep_as_it_is(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, columns in COLUMNS.items():
        for column in columns:
            schema_editor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTERNAL")
        anew = ", ".join(f"{column} = {value}" for column, value in columns.items())
        schema_editor.execute(f"UPDATE {table} SET {anew}")  # noqa: S608


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0010_edition_texts_last")]

    operations: ClassVar = [migrations.RunPython(keep_as_it_is, migrations.RunPython.noop)]
