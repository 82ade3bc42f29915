"""Two drafts → everything that differs, in both languages, with the register's names."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from articles.desk.article import draft as drafts
from articles.desk.article.draft import Draft
from articles.desk.article.fields import OF_A_LANGUAGE, OF_A_WORK, ONE_ID, SHARED, Field, FieldKind
from articles.desk.diff.manuscripts import Side, compare_fields, heading
from articles.desk.diff.result import Changes
from articles.models import Picture, ReportFile
from articles.press.manuscript import Attribution, Cover, File, Name, Person, SeriesPlace

# The rows behind the ids, by what they are of.
Rows = dict[type[Model], dict[int, Any]]
Ids = dict[type[Model], set[int]]


def compare_drafts(
    old: Draft,
    new: Draft,
    *,
    ignore_marks: bool = False,
    languages: Collection[str] = drafts.LANGUAGES,
    pictures: QuerySet[Picture] | None = None,
    files: QuerySet[ReportFile] | None = None,
) -> Changes:
    """What differs in these languages and in what they share, in eight queries at most.

    `pictures`, `files`: those that may be named, where a draft was never checked by a verb; None: all.
    An entry that does not exist any more is named as deleted. Raises press.sanitise.TooLarge.
    """
    old, new = drafts.EMPTY | old, drafts.EMPTY | new
    parts: list = []
    for language in languages:
        texts = [{f.name: side[f"{f.name}_{language}"] for f in OF_A_LANGUAGE} for side in (old, new)]
        label = _label_in(language)
        parts += compare_fields(OF_A_LANGUAGE, *texts, language, label, ignore_marks=ignore_marks)
    known: dict[type[Model], QuerySet] = {
        Picture: Picture.objects.all() if pictures is None else pictures,
        ReportFile: ReportFile.objects.all() if files is None else files,
    }
    rows = _rows([old, new], known)
    shared = [_shared(side, rows) for side in (old, new)]
    printed = [field for field in SHARED if not field.part_of]
    parts += compare_fields(printed, *shared, None, heading, ignore_marks=ignore_marks)
    return Changes(tuple(parts))


def _label_in(language: str) -> Callable[[Field], str]:
    return lambda field: drafts.label(f"{field.name}_{language}")


def _rows(sides: list[Draft], known: dict[type[Model], QuerySet]) -> Rows:
    """The rows that the drafts name; one query for each model that is named."""
    ids: Ids = {}
    for side in sides:
        for field in SHARED:
            _gather(ids, field, side[field.name])
    return {
        model: {row.pk: row for row in known.get(model, model._default_manager.all()).filter(pk__in=found)}
        for model, found in ids.items()
    }


def _gather(ids: Ids, field: Field, value: Any) -> None:
    """Add the ids in the value of a field."""
    if field.kind is FieldKind.WORKS:
        for row in (drafts.ATTRIBUTION | given for given in value):
            for part in OF_A_WORK:
                _gather(ids, part, row[part.name])
    elif field.entry and value:
        ids.setdefault(field.entry, set()).update([value] if field.kind in ONE_ID else value)


def _shared(draft: Draft, rows: Rows) -> Side:
    """The fields of a draft as a manuscript has them."""

    def value(field: Field) -> Any:
        found = draft[field.name]
        match field.kind:
            case FieldKind.WORKS:
                return tuple(_attribution(drafts.ATTRIBUTION | row, rows) for row in found)
            case FieldKind.ENTRIES:
                return tuple(Name(pk, _called(field, pk, rows), "") for pk in found)
            case FieldKind.FILES:
                return tuple(File(str(pk), 0, _called(field, pk, rows)) for pk in found)
            case _ if found is None:
                return None
            case FieldKind.PICTURE:
                return Cover(str(found), 0, 0, _called(field, found, rows))
            case FieldKind.PLACE:
                return SeriesPlace(Name(found, _called(field, found, rows), ""), draft["series_number"])
            case _:
                return Name(found, _called(field, found, rows), "")

    return {field.name: value(field) for field in SHARED}


def _attribution(row: Draft, rows: Rows) -> Attribution:
    def value(part: Field) -> Any:
        found = row[part.name]
        match part.kind:
            case FieldKind.ENTRIES:
                return tuple(Person(pk, _called(part, pk, rows), "") for pk in found)
            case FieldKind.ENTRY:
                return None if found is None else Name(found, _called(part, found, rows), "")
            case FieldKind.DATE:
                return date.fromisoformat(found) if found else None
            case _:
                return found

    return Attribution(**{part.name: value(part) for part in OF_A_WORK})


def _called(field: Field, pk: int, rows: Rows) -> str:
    """The name of an entry or picture."""
    found = rows.get(field.entry, {}).get(pk) if field.entry else None
    return _("deleted entry no. %(id)d") % {"id": pk} if found is None else str(found)
