"""What stands around every page: the publisher's name and looks, the menu, the way to the other language, the feeds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import pgettext

from articles.site import register
from articles.site.addresses import absolute, other_than, path_of
from articles.site.feeds.addresses import RSS, FeedLink, feeds_of
from articles.site.moment import Moment
from authors.models import Page, Source

# A language's name in itself: what a reader who knows no other looks for.
OWN_NAMES = {"ar": "العربية", "en": "English"}


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Core:
    """What is the same around every page of one moment. `publisher`: None where it has no entry yet."""

    publisher: Source | None
    name: str
    disclaimer: str
    logo: str
    branches: list[Link]
    pages: list[Link]
    other_pages: list[Link]
    feeds: list[FeedLink]


@dataclass(frozen=True)
class Frame:
    """`here`: path of this page; `there`: the same page in the other language, '' where there is none.

    `feeds`: the site's own first, then the page's.
    """

    moment: Moment
    core: Core
    here: str = ""
    there: str = ""
    feeds: list[FeedLink] = field(default_factory=list)

    @property
    def language(self) -> str:
        return self.moment.language

    @property
    def name(self) -> str:
        return self.core.name

    @property
    def disclaimer(self) -> str:
        return self.core.disclaimer

    @cached_property
    def home(self) -> str:
        return path_of(self.language, "home")

    @cached_property
    def all_reports(self) -> str:
        return path_of(self.language, "reports")

    @cached_property
    def corrections(self) -> str:
        return path_of(self.language, "corrections")

    @cached_property
    def switch(self) -> Link:
        """To this page in the other language, or to its home."""
        other = other_than(self.language)
        return Link(OWN_NAMES[other], self.there or path_of(other, "home"), other)

    @property
    def rss(self) -> list[FeedLink]:
        """One feed of each kind of list, for people; programs find the other formats by themselves."""
        return [feed for feed in self.feeds if feed.format == RSS]

    @property
    def canonical(self) -> str:
        return absolute(self.here) if self.here else ""

    @cached_property
    def alternates(self) -> list[Link]:
        """hreflang pairs; empty where the page exists in one language."""
        if not (self.here and self.there):
            return []
        pair = {self.language: absolute(self.here), other_than(self.language): absolute(self.there)}
        default = pair[settings.LANGUAGE_CODE]
        return [*(Link("", url, code) for code, url in sorted(pair.items())), Link("", default, "x-default")]


def frame(now: Moment, *, here: str = "", there: str = "", feeds: Sequence[FeedLink] = ()) -> Frame:
    """`feeds`: this page's own, beside the site's."""
    core = core_of(now)
    return Frame(now, core, here, there, [*core.feeds, *feeds])


@lru_cache(maxsize=8)
def core_of(now: Moment) -> Core:
    """Three queries, once a moment."""
    publisher, language = Source.publisher(), now.language
    name = name_of(publisher, language)
    pages = [page for page in Page.objects.all() if page.name_in(language) and page.slug_in(language)]
    links = {page.pk: Link(page.name_in(language), path_of(language, "page", page.slug_in(language))) for page in pages}
    return Core(
        publisher=publisher,
        name=name,
        disclaimer=(getattr(publisher, f"disclaimer_{language}", "") or "") if publisher else "",
        logo=publisher.logo.name if publisher and publisher.logo else "",
        branches=[
            Link(branch_name(branch.name_in(language)), path_of(language, "branch", branch.slug_in(language)))
            for branch in register.public_branches(language, now.now)
        ],
        pages=[links[page.pk] for page in pages if page.in_menu],
        other_pages=[links[page.pk] for page in pages if not page.in_menu],
        feeds=feeds_of(language, name),
    )


def name_of(publisher: Source | None, language: str) -> str:
    """The publisher's name in this language; the site's host where it has none."""
    return (publisher.name_in(language) if publisher else "") or urlsplit(settings.SITE_URL).netloc


def branch_name(name: str) -> str:
    """«فرع القاهرة» for the branch «القاهرة»."""
    return pgettext("an office of the centre", "%(city)s branch") % {"city": name}
