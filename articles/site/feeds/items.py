"""One edition as the values that every format writes."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.template.defaultfilters import linebreaksbr
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext

from articles.press.models import CorrectionKind, Edition
from articles.site.addresses import absolute, path_of, report_path
from articles.site.feeds.channel import Channel
from articles.site.feeds.text import plain
from shaf.pictures.encoding import readers_size
from shaf.pictures.storage import media_type
from shaf.text.xml_text import writable


@dataclass(frozen=True, slots=True)
class Person:
    """`url`: address of the person's page, '' for none."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """`length` in bytes."""

    url: str
    type: str
    length: int


@dataclass(frozen=True, slots=True)
class Item:
    """Texts are writable, plain, and have their direction; addresses are absolute. `content`: HTML in UTF-8.

    `id`: the one that the report had in the feeds of another site, else a tag URI of ours.
    `enclosures`: the files that belong to it, the most important one first.
    """

    id: str
    url: str
    title: str
    summary: str
    content: bytes
    authors: tuple[Person, ...]
    categories: tuple[str, ...]
    published: datetime
    updated: datetime
    enclosures: tuple[Enclosure, ...]

    @property
    def image(self) -> Enclosure | None:
        return next((file for file in self.enclosures if file.type.startswith("image/")), None)

    @property
    def corrected(self) -> bool:
        return self.updated != self.published


def item_of(edition: Edition, channel: Channel) -> Item:
    """Needs the edition's language active."""
    url = address_of(report_path(edition))
    return Item(
        id=edition.feed_id or f"tag:{channel.authority}:article/{edition.article_id}/{edition.language}",
        url=url,
        title=plain(_title(edition), edition.language),
        summary=plain(_summary(edition), edition.language),
        content=_content(edition, channel),
        authors=_authors(edition),
        categories=_categories(edition),
        published=edition.first_live_from,
        updated=edition.live_from,
        enclosures=_enclosures(edition),
    )


def _categories(edition: Edition) -> tuple[str, ...]:
    kinds = [edition.report_type] if edition.report_type else []
    return tuple(dict.fromkeys(writable(entry["name"]) for entry in (*kinds, *edition.topics)))


def _enclosures(edition: Edition) -> tuple[Enclosure, ...]:
    """The files that the report carries, the paper first, then the cover."""
    files = [Enclosure(picture_address(file["file"]), media_type(file["file"]), file["size"]) for file in edition.files]
    cover = enclosure(edition.cover) if edition.cover else None
    return (*files, cover) if cover else tuple(files)


def _content(edition: Edition, channel: Channel) -> bytes:
    """One HTML element, as the press set it, with the centre's present disclaimer at its end."""
    item = edition.printed.item_at(settings.SITE_URL).strip().removesuffix(b"</div>")
    return b"%b%b</div>" % (item, _disclaimer(channel.disclaimer, channel.language))


def _disclaimer(disclaimer: str, language: str) -> bytes:
    if not disclaimer:
        return b""
    way = "rtl" if language == "ar" else "ltr"
    text = linebreaksbr(writable(disclaimer), True)
    return f'<p dir="{way}" lang="{language}"><small>{text}</small></p>'.encode()


def _title(edition: Edition) -> str:
    """A substantive correction is announced; a minor one is dated only."""
    return gettext("[Corrected] %(title)s") % {"title": edition.title} if _is_announced(edition) else edition.title


def _summary(edition: Edition) -> str:
    """What was corrected comes first: readers of feeds show the beginning, and often no more."""
    if not _is_announced(edition):
        return edition.description
    return gettext("Correction: %(note)s") % {"note": edition.correction_note} + " " + edition.description


def _is_announced(edition: Edition) -> bool:
    return bool(edition.correction_note) and edition.correction_kind == CorrectionKind.SUBSTANTIVE


def _authors(edition: Edition) -> tuple[Person, ...]:
    """Whoever the byline names; its source where it names nobody: an Atom entry has an author (RFC 4287, 4.1.2)."""
    byline = edition.byline
    if byline["authors"]:
        return tuple(_person(author, "author", edition.language) for author in byline["authors"])
    return (_person(byline["source"], "source", edition.language),)


def _person(entry: dict[str, Any], kind: str, language: str) -> Person:
    url = address_of(path_of(language, kind, entry["slug"])) if entry["slug"] else ""
    return Person(writable(entry["name"]), url)


def address_of(path: str) -> str:
    """The absolute address of a path within the site, in ASCII."""
    return iri_to_uri(absolute(path))


def picture_address(name: str) -> str:
    """The absolute address of a stored picture."""
    return urljoin(f"{settings.SITE_URL}/", f"{settings.MEDIA_URL}{name}")


def enclosure(cover: dict[str, Any]) -> Enclosure | None:
    """The cover in a size for reading; itself, as long as that is not made.

    None where the file is missing: RSS has no enclosure without a length.
    """
    smaller, _width, _height = readers_size(cover["picture"], cover["width"], cover["height"])
    for name in (smaller, cover["picture"]):
        try:
            return Enclosure(picture_address(name), media_type(name), _bytes(name))
        except OSError:
            continue
    return None


@lru_cache(maxsize=4096)
def _bytes(name: str) -> int:
    """A stored file's size in bytes, which only an upgrade of what makes it changes. Raises OSError."""
    return default_storage.size(name)
