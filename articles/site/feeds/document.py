"""One feed document, ready for any writer."""

from dataclasses import dataclass
from datetime import datetime

from articles.site.feeds.channel import Channel
from articles.site.feeds.items import Item, Person


@dataclass(frozen=True, slots=True)
class Document:
    """The current document of a feed, or one of its archive documents (RFC 5005, section 4).

    Addresses are absolute. `here`: its own; `page`: of the reports as pages; `current`: of the current document;
    `previous` and `following`: of the archive documents with older and with newer reports, '' for none; `logo`: of a
    picture, '' for none. `stylesheet` is a path: browsers take one from the document's own origin alone. `part`: what
    of the archive this is, '' for the current document. Plain texts are as Item says.
    """

    channel: Channel
    title: str
    description: str
    publisher: Person
    rights: str
    here: str
    page: str
    current: str
    previous: str
    following: str
    logo: str
    stylesheet: str
    part: str
    updated: datetime
    items: tuple[Item, ...]

    @property
    def is_archive(self) -> bool:
        return bool(self.part)

    def links(self) -> list[tuple[str, str]]:
        """The relations of RFC 5005 and their addresses."""
        found = [("prev-archive", self.previous), ("next-archive", self.following)]
        if self.is_archive:
            found.insert(0, ("current", self.current))
        return [(relation, url) for relation, url in found if url]
