"""The index rows of an edition: made at publish, rebuilt at will."""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.press.models import (
    AuthorIndex,
    BranchIndex,
    Edition,
    PictureIndex,
    SeriesIndex,
    SourceIndex,
    TopicIndex,
    WriterIndex,
)

NOTHING: Mapping[int, int] = {}


def index(edition: Edition, *, merged_authors: Mapping[int, int] = NOTHING) -> None:
    """Write the edition's rows anew.

    `merged_authors` maps the id of an author entry that was merged away to the one that took its place.
    """
    attributions = edition.credits["attributions"]
    entries: list[tuple[Any, Iterable[int]]] = [
        (BranchIndex, [edition.credits["branch"]["id"]]),
        (AuthorIndex, [merged_authors.get(p["id"], p["id"]) for a in attributions for p in a["authors"]]),
        (SourceIndex, [a["source"]["id"] for a in attributions if a["source"]]),
        (TopicIndex, [topic["id"] for topic in edition.topics]),
        (SeriesIndex, [edition.series["series"]["id"]] if edition.series else []),
        (WriterIndex, [person["id"] for person in edition.written_by]),
    ]
    for model, ids in entries:
        model.objects.filter(edition=edition).delete()
        model.objects.bulk_create(
            model(edition=edition, entry_id=pk, language=edition.language, first_live_from=edition.first_live_from)
            for pk in dict.fromkeys(ids)
        )
    PictureIndex.objects.filter(edition=edition).delete()
    PictureIndex.objects.bulk_create(PictureIndex(edition=edition, picture=name) for name in edition.pictures)
