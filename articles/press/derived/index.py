"""The index rows of an edition: made at publish, rebuilt at will."""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.press.models import (
    AuthorIndex,
    BranchIndex,
    Edition,
    EditionPdf,
    PictureIndex,
    SeriesIndex,
    SourceIndex,
    TopicIndex,
    TypeIndex,
    WriterIndex,
)

NOTHING: Mapping[int, int] = {}


def index_anew(edition: Edition, *, merged_authors: Mapping[int, int] = NOTHING) -> None:
    """Write the rows of an edition that has some already."""
    for model in (*(model for model, _ids in _entries(edition, merged_authors)), PictureIndex):
        model.objects.filter(edition=edition).delete()
    index(edition, merged_authors=merged_authors)
    for pdf in EditionPdf.objects.filter(edition=edition):
        PictureIndex.objects.create(edition=edition, picture=pdf.file)


def index(edition: Edition, *, merged_authors: Mapping[int, int] = NOTHING) -> None:
    """Write the rows of a new edition.

    `merged_authors` maps the id of an author entry that was merged away to the one that took its place.
    """
    wrote = {merged_authors.get(person["id"], person["id"]) for person in edition.byline["authors"]}
    for model, ids in _entries(edition, merged_authors):
        rows = [
            model(edition=edition, entry_id=pk, language=edition.language, first_live_from=edition.first_live_from)
            for pk in dict.fromkeys(ids)
        ]
        if model is AuthorIndex:
            for row in rows:
                row.in_byline = row.entry_id in wrote
        model.objects.bulk_create(rows)
    names = dict.fromkeys([*edition.pictures, *(file["file"] for file in edition.files)])
    PictureIndex.objects.bulk_create(PictureIndex(edition=edition, picture=name) for name in names)


def _entries(edition: Edition, merged_authors: Mapping[int, int]) -> list[tuple[Any, Iterable[int]]]:
    attributions = edition.credits["attributions"]
    return [
        (BranchIndex, [edition.credits["branch"]["id"]]),
        (AuthorIndex, [merged_authors.get(p["id"], p["id"]) for a in attributions for p in a["authors"]]),
        (SourceIndex, [a["source"]["id"] for a in attributions if a["source"]]),
        (TopicIndex, [topic["id"] for topic in edition.topics]),
        (SeriesIndex, [edition.series["series"]["id"]] if edition.series else []),
        (TypeIndex, [edition.report_type["id"]] if edition.report_type else []),
        (WriterIndex, [person["id"] for person in edition.written_by]),
    ]
