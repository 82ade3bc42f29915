"""Who wrote a report, as the register knows them now, and what else they wrote."""

from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from articles.press.models import Edition
from articles.site import register
from articles.site.addresses import path_of, report_path
from articles.site.frame import Link
from articles.site.public_state import PublicState
from authors.models import Author

MOST = 6
WORKS = 2
ABOUT_LENGTH = 220


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
    """The authors in the byline of whom there is more to say than their name."""
    here = report_path(edition)
    found = dict.fromkeys(_person(person["id"], state) for person in edition.byline["authors"][:MOST])
    known = [
        replace(person, works=tuple(work for work in person.works if work.url != here)[:WORKS])
        for person in found
        if person
    ]
    return [person for person in known if person.photo or person.position or person.about or person.works]


@lru_cache(maxsize=512)
def _person(pk: int, state: PublicState) -> Person | None:
    """With one work more than is shown, since one may be the report itself. Two queries, once a public state."""
    language = state.language
    entry = Author.objects.select_related("merged_into").filter(pk=pk).first()
    author = (entry.merged_into or entry) if entry else None
    if author is None or not (author.name_in(language) and author.slug_in(language)):
        return None
    name, honorific = author.name_in(language), getattr(author, f"honorific_{language}") or ""
    return Person(
        name=f"{honorific} {name}".strip(),
        url=path_of(language, "author", author.slug_in(language)),
        photo=author.photo.name if author.photo else "",
        initial=name[:1],
        position=getattr(author, f"position_{language}") or "",
        about=_beginning(getattr(author, f"biography_{language}") or ""),
        orcid=author.orcid,
        elsewhere=tuple(Link(urlsplit(url).netloc.removeprefix("www."), url) for url in author.links.split()),
        works=tuple(Link(work.title, report_path(work)) for work in _works(author, state)),
    )


def _works(author: Author, state: PublicState) -> list[Edition]:
    """The newest that they wrote."""
    wrote = register.reports(register.AUTHOR, author, state.language, state.now)
    columns = (f"edition__{name}" for name in ("article", "language", "slug", "title"))
    rows = wrote.newest_first().filter(in_byline=True).select_related("edition").only("first_live_from", *columns)
    return [row.edition for row in rows[: WORKS + 1]]


def _beginning(biography: str) -> str:
    text = " ".join(biography.split())
    if len(text) <= ABOUT_LENGTH:
        return text
    return text[:ABOUT_LENGTH].rpartition(" ")[0].rstrip(" ،,؛;:") + "…"
