"""What stands around every page: the publisher's name, the branches, the way to the other language, the feeds."""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import pgettext

from articles.site import register
from articles.site.addresses import absolute, other_than, path_of
from authors.models import Source

# A language's name in itself: what a reader who knows no other looks for.
OWN_NAMES = {"ar": "العربية", "en": "English"}


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """`here`: path of this page; `there`: the same page in the other language, '' where there is none.

    `feeds`: absolute addresses, the site's own first.
    """

    language: str
    name: str
    disclaimer: str
    branches: list[Link]
    here: str = ""
    there: str = ""
    feeds: list[Link] = field(default_factory=list)

    @property
    def home(self) -> str:
        return path_of(self.language, "home")

    @property
    def all_reports(self) -> str:
        return path_of(self.language, "reports")

    @property
    def switch(self) -> Link:
        """To this page in the other language, or to its home."""
        other = other_than(self.language)
        return Link(OWN_NAMES[other], self.there or path_of(other, "home"), other)

    @property
    def canonical(self) -> str:
        return absolute(self.here) if self.here else ""

    @property
    def alternates(self) -> list[Link]:
        """hreflang pairs; empty where the page exists in one language."""
        if not (self.here and self.there):
            return []
        pair = {self.language: absolute(self.here), other_than(self.language): absolute(self.there)}
        default = pair[settings.LANGUAGE_CODE]
        return [*(Link("", url, code) for code, url in sorted(pair.items())), Link("", default, "x-default")]


def frame(language: str, now: datetime, *, here: str = "", there: str = "", feed: Link | None = None) -> Frame:
    """Two queries. `feed`: this page's own feed, beside the site's."""
    publisher = Source.publisher()
    name = name_of(publisher, language)
    own = Link(name, absolute(path_of(language, "feed")))
    return Frame(
        language=language,
        name=name,
        disclaimer=(getattr(publisher, f"disclaimer_{language}", "") or "") if publisher else "",
        branches=[
            Link(branch_name(branch.name_in(language)), path_of(language, "branch", branch.slug_in(language)))
            for branch in register.public_branches(language, now)
        ],
        here=here,
        there=there,
        feeds=[own, feed] if feed else [own],
    )


def name_of(publisher: Source | None, language: str) -> str:
    """The publisher's name in this language; the site's host where it has none."""
    return (publisher.name_in(language) if publisher else "") or urlsplit(settings.SITE_URL).netloc


def branch_name(name: str) -> str:
    """«فرع القاهرة» for the branch «القاهرة»."""
    return pgettext("an office of the centre", "%(city)s branch") % {"city": name}
