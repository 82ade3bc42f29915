"""Article + language → Manuscript: the hatch between desk and press.

Reads the exact columns of one language and never a fallback. Review page, preview, approve and publish all use this one
function, so what is shown is what is approved and what comes out.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch

from articles.desk.article.fields import OF_A_WORK, ON_ARTICLE, ON_TRACK, SHARED, Field, FieldKind
from articles.models import Article, Attribution, Credit, Picture, ReportFile
from articles.press import manuscript as press
from authors.models import Author, Entry


def manuscript(article: Article, language: str) -> press.Manuscript:
    """The report in this language as it stands now."""
    track = article.track(language)
    texts = {field.name: _text(field, getattr(article, f"{field.name}_{language}")) for field in ON_ARTICLE}
    texts |= {field.name: _text(field, getattr(track, field.name)) for field in ON_TRACK}
    shared = {field.name: _shared(field, article, language) for field in SHARED if not field.part_of}
    return press.Manuscript(article=article.pk, language=language, **texts, **shared)


def _text(field: Field, value: str | None) -> str | tuple[str, ...]:
    return tuple((value or "").splitlines()) if field.kind is FieldKind.LINES else value or ""


def _shared(field: Field, article: Article, language: str) -> Any:
    value = getattr(article, field.name)
    match field.kind:
        case FieldKind.WORKS:
            credits = Prefetch("credits", Credit.objects.select_related("author"))
            works = value.select_related("source").prefetch_related(credits)
            return tuple(_attribution(work, language) for work in works)
        case FieldKind.ENTRIES:
            return tuple(_name(entry, language) for entry in value.order_by("pk"))
        case FieldKind.PLACE:
            return press.SeriesPlace(_name(value, language), article.series_number) if value else None
        case FieldKind.PICTURE:
            return _cover(value, language) if value else None
        case FieldKind.FILES:
            return tuple(_files(value.all(), language))
        case _:
            return _name(value, language) if value else None


def _name(entry: Entry, language: str) -> press.Name:
    return press.Name(id=entry.pk, name=entry.name_in(language), slug=entry.slug_in(language))


def _attribution(row: Attribution, language: str) -> press.Attribution:
    of_the_register = (FieldKind.ENTRY, FieldKind.ENTRIES)
    parts = {part.name: getattr(row, part.name) for part in OF_A_WORK if part.kind not in of_the_register}
    return press.Attribution(
        source=_name(row.source, language) if row.source else None,
        authors=tuple(_person(credit.author, language) for credit in row.credits.all()),
        **parts,
    )


def _person(author: Author, language: str) -> press.Person:
    return press.Person(
        id=author.pk,
        name=author.name_in(language),
        slug=author.slug_in(language),
        honorific=getattr(author, f"honorific_{language}") or "",
        given_name=getattr(author, f"given_name_{language}") or "",
        family_name=getattr(author, f"family_name_{language}") or "",
    )


def _cover(picture: Picture, language: str) -> press.Cover:
    return press.Cover(
        picture=picture.file.name,
        width=picture.width,
        height=picture.height,
        alt=getattr(picture, f"alt_{language}") or "",
        caption=getattr(picture, f"caption_{language}") or "",
        credit=picture.credit,
        licence=picture.licence,
    )


def _files(files: Iterable[ReportFile], language: str) -> Iterator[press.File]:
    """Those that have a title in this language: the paper first, then its data."""
    found = [
        press.File(file=file.file.name, size=file.size, title=getattr(file, f"title_{language}") or "")
        for file in sorted(files, key=lambda file: file.pk)
    ]
    return (file for file in sorted(found, key=lambda file: file.extension != "pdf") if file.title)
