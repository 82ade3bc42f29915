"""Two drafts → everything that differs, in both languages, with the register's names."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.desk.article import draft as drafts
from articles.desk.article.draft import Draft
from articles.desk.diff.manuscripts import LABELS, Shared, compare_shared, compare_texts
from articles.desk.diff.result import Changes
from articles.models import Picture
from articles.press.manuscript import Attribution, Cover, Name, Person, SeriesPlace
from authors.models import Author, Branch, Series, Source, Topic

Names = dict[str, dict[int, Any]]


def compare_drafts(
    old: Draft,
    new: Draft,
    *,
    ignore_marks: bool = False,
    languages: Collection[str] = drafts.LANGUAGES,
    pictures: QuerySet[Picture] | None = None,
) -> Changes:
    """What differs in these languages and in what they share, in six queries at most.

    `pictures`: those that may be named, where a draft was never checked by a verb; None: all.
    An entry that does not exist any more is named as deleted. Raises press.sanitise.TooLarge.
    """
    old, new = drafts.EMPTY | old, drafts.EMPTY | new
    parts: list = []
    for language in languages:
        labels = {field: drafts.label(f"{field}_{language}") for field in drafts.LANGUAGE_FIELDS}
        texts = [{f: side[f"{f}_{language}"] for f in drafts.LANGUAGE_FIELDS} for side in (old, new)]
        parts += compare_texts(*texts, language, labels, ignore_marks=ignore_marks)
    names = names_in([old, new], Picture.objects.all() if pictures is None else pictures)
    shared = [_shared(side, names) for side in (old, new)]
    parts += compare_shared(*shared, None, LABELS, ignore_marks=ignore_marks)
    return Changes(tuple(parts))


def ids_in(draft: Draft) -> dict[str, set[int]]:
    """The ids of everything outside the draft that it names, by kind."""
    rows = draft["attributions"]
    return {
        "branch": _present([draft["branch"]]),
        "topic": set(draft["topics"]),
        "series": _present([draft["series"]]),
        "cover": _present([draft["cover"]]),
        "source": _present(row["source"] for row in rows),
        "author": {author for row in rows for author in row["authors"]},
    }


def _present(ids: Iterable[int | None]) -> set[int]:
    return {pk for pk in ids if pk is not None}


def names_in(sides: list[Draft], pictures: QuerySet[Picture]) -> Names:
    """The rows behind the ids, by kind and id; one query for each kind that is named."""
    register = {"branch": Branch, "topic": Topic, "series": Series, "source": Source, "author": Author}
    rows = {kind: model._default_manager.all() for kind, model in register.items()} | {"cover": pictures}
    wanted = [ids_in(side) for side in sides]
    return {
        kind: {row.pk: row for row in found.filter(pk__in=ids)}
        if (ids := set().union(*(side[kind] for side in wanted)))
        else {}
        for kind, found in rows.items()
    }


def _shared(draft: Draft, names: Names) -> Shared:
    def name(kind: str, pk: int | None) -> Name | None:
        if pk is None:
            return None
        return Name(pk, str(names[kind][pk]) if pk in names[kind] else deleted(pk), "")

    def person(pk: int) -> Person:
        return Person(pk, str(names["author"][pk]) if pk in names["author"] else deleted(pk), "")

    series = name("series", draft["series"])
    cover = draft["cover"]
    picture = names["cover"].get(cover)
    return Shared(
        attributions=tuple(
            Attribution(
                row["kind"],
                name("source", row["source"]),
                tuple(person(pk) for pk in row["authors"]),
                _date(row["date"]),
                row["title"],
                row["title_language"],
                row["url"],
                _date(row["accessed_on"]),
            )
            for row in (drafts.ATTRIBUTION | given for given in draft["attributions"])
        ),
        topics=tuple(name("topic", pk) for pk in draft["topics"]),
        series=SeriesPlace(series, draft["series_number"]) if series else None,
        cover=None if cover is None else Cover(str(cover), 0, 0, str(picture) if picture else deleted(cover)),
        branch=name("branch", draft["branch"]),
    )


def deleted(pk: int) -> str:
    return _("deleted entry no. %(id)d") % {"id": pk}


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
