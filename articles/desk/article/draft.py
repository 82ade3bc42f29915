"""An article's content as one plain value, and back.

A draft is a dict of JSON values with the keys of the table of fields (fields.py): `title_ar` … `slug_en`,
`correction_note_ar` …, and those that both languages share. Revisions store it, the form and the
importers hand it in, restore gives an old one back: one shape, so that none of them can forget a field.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from articles.desk.article import fields
from articles.desk.article.fields import LANGUAGES as LANGUAGES
from articles.desk.article.fields import MANY_IDS, OF_A_WORK, ON_ARTICLE, ON_TRACK, SHARED, Field, FieldKind
from articles.models import Article, Attribution, Credit, Track
from articles.press.html.sanitise import canonical
from authors.models import Author
from shaf.text import arabic

Draft = dict[str, Any]

ARTICLE_FIELDS = tuple(field.name for field in ON_ARTICLE)
TRACK_FIELDS = tuple(field.name for field in ON_TRACK)
LANGUAGE_FIELDS = ARTICLE_FIELDS + TRACK_FIELDS
SHARED_FIELDS = tuple(field.name for field in SHARED)
FIELDS = fields.KEYS
EMPTY: Draft = {key: fields.of(key).empty for key in FIELDS}
ATTRIBUTION: Draft = {part.name: part.empty for part in OF_A_WORK}


def language_of(field: str) -> str | None:
    """'ar' or 'en' for a field of one language, None for a shared one."""
    return None if field in SHARED_FIELDS else field.rpartition("_")[2]


def fields_of(language: str) -> set[str]:
    """The fields that are printed in this language, the shared ones included."""
    return {f"{field}_{language}" for field in LANGUAGE_FIELDS} | set(SHARED_FIELDS)


def label(field: str) -> str:
    """The field's name for a person: “title (Arabic)”."""
    language = language_of(field)
    name = column_label(fields.of(field))
    return f"{name} ({dict(settings.LANGUAGES)[language]})" if language else name


def column_label(field: Field) -> str:
    """The field's name without its language, as its column has it."""
    model = Attribution if field in OF_A_WORK else Track if field in ON_TRACK else Article
    return str(field.label or model._meta.get_field(field.name).verbose_name)


def read(article: Article) -> Draft:
    """The article's present content."""
    draft = dict(EMPTY)
    for language in LANGUAGES:
        draft |= {
            f"{field.name}_{language}": getattr(article, f"{field.name}_{language}") or "" for field in ON_ARTICLE
        }
    for track in Track.objects.filter(article=article):
        draft |= {f"{field.name}_{track.language}": getattr(track, field.name) for field in ON_TRACK}
    return draft | {field.name: _stored(article, field) for field in SHARED}


def _stored(row: Article | Attribution, field: Field) -> Any:
    match field.kind:
        case FieldKind.WORKS:
            return [_attribution(work) for work in row.attributions.prefetch_related("credits")]
        case FieldKind.ENTRIES | FieldKind.FILES:
            return sorted(getattr(row, field.name).values_list("pk", flat=True))
        case FieldKind.DATE:
            day = getattr(row, field.name)
            return day.isoformat() if day else None
        case _:
            return getattr(row, field.column)


def _attribution(row: Attribution) -> Draft:
    work = {part.name: _stored(row, part) for part in OF_A_WORK if part.name != "authors"}
    # In the order in which they are credited, which no column holds.
    return work | {"authors": [credit.author_id for credit in row.credits.all()]}


def at_version(article: Article, version: int) -> Draft:
    """The content that this version of the article had; {} where no revision is that old."""
    revision = article.revisions.filter(version__lte=version).order_by("-version").first()
    return revision.draft if revision else {}


def normalised(changes: Mapping[str, Any]) -> Draft:
    """The changes as they would be stored: NFC, canonical HTML, folded white space, no unseen reordering,
    known keys.

    Raises KeyError for an unknown field, press.sanitise.TooLarge for a body past all measure.
    """
    draft: Draft = {}
    for field, value in changes.items():
        draft[field] = _normalised(fields.of(field), value)
    for language in LANGUAGES:
        title, slug = draft.get(f"title_{language}"), draft.get(f"slug_{language}")
        if title and slug == "":
            draft[f"slug_{language}"] = arabic.slugify(title) or "report"
    return draft


def _normalised(field: Field, value: Any) -> Any:
    match field.kind:
        case FieldKind.HTML:
            return canonical(value or "")
        case FieldKind.LINE:
            return " ".join(_text(value).split())
        case FieldKind.PARAGRAPHS | FieldKind.LINES:
            lines = (" ".join(line.split()) for line in _text(value).splitlines())
            return "\n".join(line for line in lines if line)
        case FieldKind.SLUG:
            return arabic.slugify(_text(value))
        case FieldKind.URL | FieldKind.CHOICE | FieldKind.FEED_ID:
            return _text(value)
        case FieldKind.ENTRIES | FieldKind.FILES:
            return sorted(set(value))
        case FieldKind.WORKS:
            rows = _with_merged_authors([_normalised_row(ATTRIBUTION | dict(row)) for row in value])
            return sorted(rows, key=lambda row: row["kind"] != Attribution.Kind.BYLINE)
        case _:
            return _text(value) if isinstance(value, str) else value


def _normalised_row(row: Draft) -> Draft:
    return row | {part.name: _normalised(part, row[part.name]) for part in OF_A_WORK if part.kind is FieldKind.LINE}


def renewed(draft: Draft) -> Draft:
    """A normalised draft as it is under the lock: authors may have been merged since."""
    if "attributions" not in draft:
        return draft
    return draft | {"attributions": _with_merged_authors(draft["attributions"])}


def _with_merged_authors(rows: list[Draft]) -> list[Draft]:
    """For an author entry that was merged away, the one that took its place."""
    ids = {author for row in rows for author in row["authors"]}
    merged = dict(Author.objects.filter(pk__in=ids, merged_into__isnull=False).values_list("pk", "merged_into"))
    if not merged:
        return rows
    return [row | {"authors": [merged.get(author, author) for author in row["authors"]]} for row in rows]


def _text(value: str | None) -> str:
    text = arabic.separated(arabic.without_reordering(arabic.composed(value or "")))
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def apply(article: Article, changed: Mapping[str, Any]) -> None:
    """Write normalised fields to the article's rows. Called by workflow/, under its lock."""
    for language in LANGUAGES:
        for field in ON_ARTICLE:
            if (key := f"{field.name}_{language}") in changed:
                setattr(article, key, changed[key])
        of_track = {field.name: f"{field.name}_{language}" for field in ON_TRACK}
        if track := {column: changed[key] for column, key in of_track.items() if key in changed}:
            Track.objects.filter(article=article, language=language).update(**track)
    shared = [field for field in SHARED if field.name in changed]
    for field in shared:
        if field.kind not in (*MANY_IDS, FieldKind.WORKS):
            setattr(article, field.column, changed[field.name])
    article.save()
    for field in shared:
        if field.kind in MANY_IDS:
            getattr(article, field.name).set(changed[field.name])
        elif field.kind is FieldKind.WORKS:
            _apply_attributions(article, changed[field.name])


def _apply_attributions(article: Article, rows: list[Draft]) -> None:
    article.attributions.all().delete()
    for position, row in enumerate(rows):
        columns = {
            part.column: _date(row[part.name]) if part.kind is FieldKind.DATE else row[part.name]
            for part in OF_A_WORK
            if part.name != "authors"
        }
        attribution = Attribution.objects.create(article=article, position=position, **columns)
        Credit.objects.bulk_create(
            Credit(attribution=attribution, author_id=author, position=place)
            for place, author in enumerate(dict.fromkeys(row["authors"]))
        )


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
