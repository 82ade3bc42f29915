"""Article + language → Manuscript: the hatch between desk and press.

Reads the exact columns of one language and never a fallback. Review page, preview, approve and publish all use this one
function, so what is shown is what is approved and what comes out.
"""

from django.db.models import Prefetch

from articles.models import Article, Attribution, Credit, Picture
from articles.press import manuscript as press
from authors.models import Author, Entry


def manuscript(article: Article, language: str) -> press.Manuscript:
    """The report in this language as it stands now."""
    track = article.track(language)
    key_points = getattr(article, f"key_points_{language}") or ""
    attributions = article.attributions.select_related("source").prefetch_related(
        Prefetch("credits", Credit.objects.select_related("author"))
    )
    return press.Manuscript(
        article=article.pk,
        language=language,
        title=getattr(article, f"title_{language}") or "",
        standfirst=getattr(article, f"standfirst_{language}") or "",
        key_points=tuple(key_points.splitlines()),
        body=getattr(article, f"body_{language}") or "",
        slug=getattr(article, f"slug_{language}") or "",
        branch=_name(article.branch, language),
        attributions=tuple(_attribution(row, language) for row in attributions),
        topics=tuple(_name(topic, language) for topic in article.topics.order_by("pk")),
        series=press.SeriesPlace(_name(article.series, language), article.series_number) if article.series else None,
        cover=_cover(article.cover, language) if article.cover else None,
        correction_note=track.correction_note,
        correction_kind=track.correction_kind,
    )


def _name(entry: Entry, language: str) -> press.Name:
    return press.Name(id=entry.pk, name=entry.name_in(language), slug=entry.slug_in(language))


def _attribution(row: Attribution, language: str) -> press.Attribution:
    return press.Attribution(
        kind=row.kind,
        source=_name(row.source, language) if row.source else None,
        authors=tuple(_person(credit.author, language) for credit in row.credits.all()),
        date=row.date,
        title=row.title,
        title_language=row.title_language,
        url=row.url,
        accessed_on=row.accessed_on,
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
