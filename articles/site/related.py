"""Reports that a reader of this one may want next: by series, authors, topics and the words of title and summary."""

from datetime import datetime

from django.db.models import Q

from articles.press.models import AuthorIndex, Edition, IndexRow, SeriesIndex, TopicIndex
from articles.site.lists import SHOWN
from shaf import arabic

SHOWN_MOST = 3
# Of each topic or author the newest so many are looked at, however many there are.
CANDIDATES = 24
SERIES, AUTHOR, TOPIC, WORD = 3.0, 2.0, 2.0, 0.5
MOST_WORDS = 6
SHORTEST_WORD = 4


def related(edition: Edition, now: datetime) -> list[Edition]:
    """At most three live reports in the edition's language, the nearest first. One query."""
    language = edition.language
    rows = [
        *((TopicIndex, topic["id"]) for topic in edition.topics[:6]),
        *((AuthorIndex, person["id"]) for person in edition.byline["authors"][:4]),
        *((SeriesIndex, place["series"]["id"]) for place in [edition.series] if place),
    ]
    if not rows:
        return []
    near = Q()
    for index, entry in rows:
        near |= Q(pk__in=_newest(index, entry, language))
    columns = (*SHOWN, "title", "description", "topics", "series")
    found = Edition.live_at(now).filter(near, language=language).exclude(article=edition.article_id)
    candidates = sorted(
        found.select_related("printed").only(*columns), key=lambda e: (_nearness(edition, e), e.first_live_from)
    )
    return candidates[: -SHOWN_MOST - 1 : -1]


def _newest(index: type[IndexRow], entry: int, language: str) -> "object":
    rows = index.objects.filter(entry=entry, language=language).order_by("-first_live_from", "-edition_id")  # type: ignore[attr-defined]
    return rows.values("edition")[:CANDIDATES]


def _nearness(one: Edition, other: Edition) -> float:
    same_series = bool(one.series and other.series and one.series["series"]["id"] == other.series["series"]["id"])
    words = min(MOST_WORDS, len(_words(one) & _words(other)))
    return (
        SERIES * same_series
        + AUTHOR * len(_authors(one) & _authors(other))
        + TOPIC * len(_ids(one.topics) & _ids(other.topics))
        + WORD * words
    )


def _ids(entries: list[dict]) -> set[int]:
    return {entry["id"] for entry in entries}


def _authors(edition: Edition) -> set[int]:
    return _ids(edition.byline["authors"])


def _words(edition: Edition) -> set[str]:
    folded = arabic.fold(f"{edition.title} {edition.description}").split()
    return {word.removeprefix("ال") for word in folded if len(word) >= SHORTEST_WORD}
