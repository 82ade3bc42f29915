"""The publisher's entry, and in it the authority of the feed ids, set once: at installation."""

from datetime import date

from django.conf import settings
from django.db import migrations


def create_publisher(apps, schema_editor):
    source = apps.get_model("authors", "Source")
    if source.objects.filter(kind="own").exists():
        return
    source.objects.create(
        kind="own",
        name="المركز",
        name_ar="المركز",
        slug="المركز",
        slug_ar="المركز",
        name_en="The Centre",
        slug_en="the-centre",
        tag_authority=f"{settings.TAG_AUTHORITY},{date.today().year}",
    )


class Migration(migrations.Migration):
    dependencies = [("authors", "0001_initial")]
    operations = [migrations.RunPython(create_publisher, migrations.RunPython.noop)]
