from typing import ClassVar

from django.db import migrations

from articles.press import search


def enter_anew(apps, schema_editor):
    """Under terms that have their language in them."""
    if apps.get_model("articles", "Edition").objects.exists():
        search.rebuild()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0008_printed_in_order")]

    operations: ClassVar = [migrations.RunPython(enter_anew, migrations.RunPython.noop)]
