"""An article's content as one plain value, and back.

A draft is a dict of JSON values with the keys of FIELDS: `title_ar` … `slug_en`, `correction_note_ar` …, and the shared
`branch`, `topics`, `series`, `series_number`, `cover` (ids) and `attributions`. Revisions store it, the form and the
importers hand it in, restore gives an old one back: one shape, so that none of them can forget a field.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Article, Attribution, Credit, Track
from articles.press.html.sanitise import canonical
from authors.models import Author
from shaf.text import arabic

Draft = dict[str, Any]

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
ARTICLE_FIELDS = ("title", "standfirst", "key_points", "body", "slug")
TRACK_FIELDS = ("correction_note", "correction_kind")
LANGUAGE_FIELDS = ARTICLE_FIELDS + TRACK_FIELDS
SHARED_FIELDS = ("branch", "topics", "series", "series_number", "cover", "attributions")
FIELDS = tuple(f"{field}_{language}" for language in LANGUAGES for field in LANGUAGE_FIELDS) + SHARED_FIELDS
EMPTY: Draft = {
    **{f"{field}_{language}": "" for language in LANGUAGES for field in LANGUAGE_FIELDS},
    "branch": None,
    "topics": [],
    "series": None,
    "series_number": None,
    "cover": None,
    "attributions": [],
}
ATTRIBUTION: Draft = {
    "kind": Attribution.Kind.REFERENCE.value,
    "source": None,
    "authors": [],
    "date": None,
    "title": "",
    "title_language": "",
    "url": "",
    "accessed_on": None,
}


def language_of(field: str) -> str | None:
    """'ar' or 'en' for a field of one language, None for a shared one."""
    return None if field in SHARED_FIELDS else field.rpartition("_")[2]


def fields_of(language: str) -> set[str]:
    """The fields that are printed in this language, the shared ones included."""
    return {f"{field}_{language}" for field in LANGUAGE_FIELDS} | set(SHARED_FIELDS)


def label(field: str) -> str:
    """The field's name for a person: “title (Arabic)”."""
    language = language_of(field)
    name = field.removesuffix(f"_{language}") if language else field
    if name == "attributions":
        return str(_("attributions"))
    model = Track if name in TRACK_FIELDS else Article
    shown = str(model._meta.get_field(name).verbose_name)
    return f"{shown} ({dict(settings.LANGUAGES)[language]})" if language else shown


def read(article: Article) -> Draft:
    """The article's present content."""
    draft = {
        f"{field}_{language}": getattr(article, f"{field}_{language}") or ""
        for language in LANGUAGES
        for field in ARTICLE_FIELDS
    }
    for track in Track.objects.filter(article=article):
        draft |= {f"{field}_{track.language}": getattr(track, field) for field in TRACK_FIELDS}
    return (
        EMPTY
        | draft
        | {
            "branch": article.branch_id,
            "topics": sorted(article.topics.values_list("pk", flat=True)),
            "series": article.series_id,
            "series_number": article.series_number,
            "cover": article.cover_id,
            "attributions": [_attribution(row) for row in article.attributions.prefetch_related("credits")],
        }
    )


def _attribution(row: Attribution) -> Draft:
    return {
        "kind": row.kind,
        "source": row.source_id,
        "authors": [credit.author_id for credit in row.credits.all()],
        "date": row.date.isoformat() if row.date else None,
        "title": row.title,
        "title_language": row.title_language,
        "url": row.url,
        "accessed_on": row.accessed_on.isoformat() if row.accessed_on else None,
    }


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
        if field not in FIELDS:
            raise KeyError(field)
        draft[field] = _normalised(field, value)
    for language in LANGUAGES:
        title, slug = draft.get(f"title_{language}"), draft.get(f"slug_{language}")
        if title and slug == "":
            draft[f"slug_{language}"] = arabic.slugify(title) or "report"
    return draft


def _normalised(field: str, value: Any) -> Any:
    name = field.rpartition("_")[0] if field not in SHARED_FIELDS else field
    match name:
        case "body":
            return canonical(value or "")
        case "title" | "correction_note":
            return " ".join(_text(value).split())
        case "standfirst" | "key_points":
            lines = (" ".join(line.split()) for line in _text(value).splitlines())
            return "\n".join(line for line in lines if line)
        case "slug":
            return arabic.slugify(_text(value))
        case "topics":
            return sorted(set(value))
        case "attributions":
            rows = [ATTRIBUTION | dict(row) for row in value]
            rows = _with_merged_authors([row | {"title": " ".join(_text(row["title"]).split())} for row in rows])
            return sorted(rows, key=lambda row: row["kind"] != Attribution.Kind.BYLINE)
        case _:
            return _text(value) if isinstance(value, str) else value


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
        for field in ARTICLE_FIELDS:
            if f"{field}_{language}" in changed:
                setattr(article, f"{field}_{language}", changed[f"{field}_{language}"])
        track = {f: changed[f"{f}_{language}"] for f in TRACK_FIELDS if f"{f}_{language}" in changed}
        if track:
            Track.objects.filter(article=article, language=language).update(**track)
    for field, column in (("branch", "branch_id"), ("series", "series_id"), ("cover", "cover_id")):
        if field in changed:
            setattr(article, column, changed[field])
    if "series_number" in changed:
        article.series_number = changed["series_number"]
    article.save()
    if "topics" in changed:
        article.topics.set(changed["topics"])
    if "attributions" in changed:
        _apply_attributions(article, changed["attributions"])


def _apply_attributions(article: Article, rows: list[Draft]) -> None:
    article.attributions.all().delete()
    for position, row in enumerate(rows):
        attribution = Attribution.objects.create(
            article=article,
            position=position,
            kind=row["kind"],
            source_id=row["source"],
            date=_date(row["date"]),
            title=row["title"],
            title_language=row["title_language"],
            url=row["url"],
            accessed_on=_date(row["accessed_on"]),
        )
        Credit.objects.bulk_create(
            Credit(attribution=attribution, author_id=author, position=place)
            for place, author in enumerate(dict.fromkeys(row["authors"]))
        )


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
