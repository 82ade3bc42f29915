"""Search terms have their language in them: 0013 enters every edition under them."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0008_printed_in_order")]

    operations: ClassVar = []
