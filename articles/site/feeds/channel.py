"""What a feed is of: everything in a language, or one entry of the register."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from articles.site.addresses import path_of
from articles.site.frame import branch_name, name_of
from articles.site.lists import Listing
from articles.site.register import BRANCH, EntryKind
from articles.site.sentences import reports_from, reports_of
from authors.models import Entry, Source


@dataclass(frozen=True, slots=True)
class Channel:
    """`kind` and `slug`: the entry's, '' for everything. `page`: path of the page with the same reports.

    `logo`: the stored name of a picture, '' for none. `live`: the editions that are public.
    """

    language: str
    id: str
    kind: str
    slug: str
    title: str
    description: str
    page: str
    publisher: str
    disclaimer: str
    authority: str
    logo: str
    live: Listing

    @property
    def rights(self) -> str:
        return f"© {self.publisher}"

    def described(self) -> list[str]:
        """All of it that is printed."""
        return [
            *(self.language, self.id, self.kind, self.slug, self.title, self.description, self.page),
            *(self.publisher, self.disclaimer, self.authority, self.logo),
        ]


def of_everything(publisher: Source | None, language: str, live: Listing) -> Channel:
    """Every report in this language."""
    name = name_of(publisher, language)
    return Channel(
        id=_id(publisher, language),
        kind="",
        slug="",
        title=name,
        description=reports_from(name),
        page=path_of(language, "home"),
        logo=_logo(publisher),
        live=live,
        **_of_publisher(publisher, language),
    )


def of_entry(publisher: Source | None, language: str, kind: EntryKind, entry: Entry, live: Listing) -> Channel:
    """The reports that print an entry of the register."""
    name = entry.name_in(language)
    name = branch_name(name) if kind is BRANCH else name
    own = getattr(entry, "kind", "") == Source.Kind.OWN
    return Channel(
        id=f"{_id(publisher, language)}/{kind.name}/{entry.pk}",
        kind=kind.name,
        slug=entry.slug_in(language),
        title=f"{name} – {name_of(publisher, language)}",
        description=getattr(entry, f"description_{language}", "") or reports_of(kind.name, name, own=own),
        page=path_of(language, kind.name, entry.slug_in(language)),
        logo=_logo(entry) or _logo(publisher),
        live=live,
        **_of_publisher(publisher, language),
    )


def drawing_on(channel: Channel, entry: Entry) -> Channel:
    """The channel of an author whom no report of it has as its own: it says so."""
    said = reports_of("author", entry.name_in(channel.language), cited=True)
    return replace(channel, title=f"{said} – {channel.publisher}", description=said)


def authority(publisher: Source | None) -> str:
    """Host and date of the tag URIs. Raises ImproperlyConfigured before they are set."""
    if publisher is None or not publisher.tag_authority:
        raise ImproperlyConfigured("The publisher's entry, or its authority of feed ids, is missing. Run migrate.")
    return publisher.tag_authority


def _id(publisher: Source | None, language: str) -> str:
    """A tag URI (RFC 4151) that depends on neither host nor slug."""
    return f"tag:{authority(publisher)}:feed/{language}"


def _of_publisher(publisher: Source | None, language: str) -> dict[str, Any]:
    return {
        "language": language,
        "publisher": name_of(publisher, language),
        "disclaimer": getattr(publisher, f"disclaimer_{language}", "") or "",
        "authority": authority(publisher),
    }


def _logo(entry: Entry | None) -> str:
    """The stored name of an institution's logo, or of a person's photo."""
    picture = getattr(entry, "logo", None) or getattr(entry, "photo", None)
    return picture.name if picture else ""
