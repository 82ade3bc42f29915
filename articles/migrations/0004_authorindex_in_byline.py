"""An author's rows say which reports they wrote, and which only draw on their work."""

from typing import ClassVar

from django.db import migrations, models

# An entry that was merged away leads to the one that took its place, in one step.
SQLITE = """
UPDATE articles_authorindex SET in_byline = 1 WHERE EXISTS (
    SELECT 1 FROM articles_edition AS edition,
        json_each(edition.credits, '$.attributions') AS attribution,
        json_each(attribution.value, '$.authors') AS person
        LEFT JOIN authors_author AS author ON author.id = json_extract(person.value, '$.id')
    WHERE edition.id = articles_authorindex.edition_id
        AND json_extract(attribution.value, '$.kind') = 'byline'
        AND coalesce(author.merged_into_id, json_extract(person.value, '$.id')) = articles_authorindex.entry_id
)
"""
POSTGRESQL = """
UPDATE articles_authorindex SET in_byline = true WHERE EXISTS (
    SELECT 1 FROM articles_edition AS edition
        CROSS JOIN LATERAL jsonb_array_elements(edition.credits -> 'attributions') AS attribution
        CROSS JOIN LATERAL jsonb_array_elements(attribution -> 'authors') AS person
        LEFT JOIN authors_author AS author ON author.id = (person ->> 'id')::bigint
    WHERE edition.id = articles_authorindex.edition_id
        AND attribution ->> 'kind' = 'byline'
        AND coalesce(author.merged_into_id, (person ->> 'id')::bigint) = articles_authorindex.entry_id
)
"""


def fill(apps, schema_editor):
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("articles", "0003_broughtfile"), ("authors", "0002_publisher")]

    operations: ClassVar = [
        migrations.AddField("authorindex", "in_byline", models.BooleanField(default=False)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
