"""Who wrote a report, as the register knows them now, and what else they wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.press.models import AuthorIndex, Edition
from articles.site.addresses import path_of, report_path
from articles.site.frame import Link
from articles.site.public_state import PublicState
from authors.models import Author
from shaf.db.reading import connection

MOST = 6
WORKS = 2
# Of each author the newest so many are looked at, however many there are: some are over, one is the report itself.
CANDIDATES = 8
ABOUT_LENGTH = 220
WROTE = f"""
    SELECT * FROM (
        SELECT entry_id, edition_id, first_live_from FROM {AuthorIndex._meta.db_table}
        WHERE entry_id = %s AND language = %s AND first_live_from <= %s AND in_byline
        ORDER BY first_live_from DESC, edition_id DESC LIMIT {CANDIDATES}
    ) AS wrote"""  # noqa: S608
SQL = f"""
SELECT x.entry_id, edition.article_id, edition.slug, edition.title FROM ({{wrote}}) AS x
JOIN {Edition._meta.db_table} AS edition ON edition.id = x.edition_id
WHERE EXISTS ({{live}})
ORDER BY x.first_live_from DESC, x.edition_id DESC"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Person:
    """`about`: the beginning of their biography. `initial`: what stands where a photograph would.

    `elsewhere`: their pages at other places.
    """

    name: str
    url: str
    photo: str
    initial: str
    position: str
    about: str
    orcid: str
    elsewhere: tuple[Link, ...]
    works: tuple[Link, ...]


def people(edition: Edition, state: PublicState) -> list[Person]:
    """The authors in the byline of whom there is more to say than their name. Two queries."""
    ids = [person["id"] for person in edition.byline["authors"][:MOST]]
    entries = {author.pk: author for author in Author.objects.select_related("merged_into").filter(pk__in=ids)}
    found = dict.fromkeys(entry.merged_into or entry for pk in ids if (entry := entries.get(pk)))
    known = [author for author in found if author.name_in(state.language) and author.slug_in(state.language)]
    works = _works(edition, [author.pk for author in known], state.now) if known else {}
    said = [_person(author, works.get(author.pk, ()), state.language) for author in known]
    return [person for person in said if person.photo or person.position or person.about or person.works]


def _works(edition: Edition, authors: Sequence[int], now: datetime) -> dict[int, tuple[Link, ...]]:
    """What else each of them wrote in this language, the newest first."""
    begun = connection.ops.adapt_datetimefield_value(now)
    live, parameters = _live(edition.article_id, now).query.sql_with_params()
    wrote = " UNION ALL ".join([WROTE] * len(authors))
    values = [value for author in authors for value in (author, edition.language, begun)]
    found: dict[int, tuple[Link, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(SQL.format(wrote=wrote, live=live), [*values, *parameters])
        for author, article, slug, title in cursor.fetchall():
            so_far = found.get(author, ())
            if len(so_far) < WORKS:
                other = Edition(article_id=article, language=edition.language, slug=slug)
                found[author] = (*so_far, Link(title, report_path(other)))
    return found


def _live(article: int, now: datetime) -> "QuerySet[Edition]":
    """Whether an index row's edition is live and another report's."""
    return Edition.live_at(now).filter(pk=RawSQL("x.edition_id", [])).exclude(article=article).values("pk")


def _person(author: Author, works: tuple[Link, ...], language: str) -> Person:
    name = author.name_in(language)
    honorific = getattr(author, f"honorific_{language}") or ""
    return Person(
        name=f"{honorific} {name}".strip(),
        url=path_of(language, "author", author.slug_in(language)),
        photo=author.photo.name if author.photo else "",
        initial=name[:1],
        position=getattr(author, f"position_{language}") or "",
        about=_beginning(getattr(author, f"biography_{language}") or ""),
        orcid=author.orcid,
        elsewhere=tuple(Link(urlsplit(url).netloc.removeprefix("www."), url) for url in author.links.split()),
        works=works,
    )


def _beginning(biography: str) -> str:
    text = " ".join(biography.split())
    if len(text) <= ABOUT_LENGTH:
        return text
    return text[:ABOUT_LENGTH].rpartition(" ")[0].rstrip(" ،,؛;:") + "…"
