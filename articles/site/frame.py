"""What stands around every page: the publisher's name and looks, the menu, the way to the other language, the feeds."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from articles.site import register
from articles.site.addresses import absolute, other_than, path_of
from articles.site.feeds.addresses import FeedLink, feeds_of
from articles.site.feeds.formats import RSS
from articles.site.public_state import PublicState
from articles.templatetags.typography import direction
from authors.models import Page, Source
from shaf.pictures.colours import readable

# The paper of site/frame.css.
PAPER = {"light": "#fcfbf8", "dark": "#171614"}
WHITE = "#ffffff"
# Templates, rendered once a public state.
FIXED = ("publisher", "menu", "colophon")
# What a page loads beside frame.css and print.css (shaf/static/shaf/site/): one sheet or none, so that with a centre's
# colours it waits for three at most.
SHEETS = ("none", "lists", "report")
# A language's name in itself: what a reader who knows no other looks for.
OWN_NAMES = {"ar": "العربية", "en": "English"}
OWN_HOMES = {"ar": "الصفحة الرئيسية بالعربية", "en": "English home page"}


@dataclass(frozen=True, slots=True)
class Link:
    """`short`: what is written where there is no room for the name, which is said all the same."""

    name: str
    url: str
    language: str = ""
    short: str = ""

    @property
    def element(self) -> SafeString:
        """Of a link in a language of its own."""
        way = f'lang="{self.language}" hreflang="{self.language}" dir="{direction(self.language)}"'
        name, said = escape(self.name), ""
        if self.short:
            said = f' aria-label="{name}"'
            name = f'<span class="long">{name}</span><span class="short">{escape(self.short)}</span>'
        # Safe: address and names are escaped, and the language is one of our own two.
        return mark_safe(f'<a href="{escape(self.url)}" {way}{said}>{name}</a>')  # noqa: S308


@dataclass(frozen=True, slots=True)
class Core:
    """What is the same around every page in one public state.

    `publisher`: None where it has no entry yet. `logo`: its stored name. `stylesheet`: the centre's own colours,
    `theme`: its address, '' for the colours of the house. `doors`: lists of authors, topics and, where they are too
    many for a line, branches.
    """

    BRANCHES_IN_A_LINE: ClassVar = 3

    publisher: Source | None
    name: str
    disclaimer: str
    logo: str
    branches: list[Link]
    pages: list[Link]
    other_pages: list[Link]
    feeds: list[FeedLink]
    stylesheet: str
    theme: str
    doors: list[Link]

    @property
    def has_many_branches(self) -> bool:
        return len(self.branches) > self.BRANCHES_IN_A_LINE


@dataclass(frozen=True)
class Frame:
    """`here`: path of this page; `there`: the same page in the other language, '' where there is none.

    `feeds`: the site's own first, then the page's.
    """

    state: PublicState
    core: Core
    here: str = ""
    there: str = ""
    feeds: list[FeedLink] = field(default_factory=list)

    @property
    def language(self) -> str:
        return self.state.language

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
    def archive(self) -> str:
        return path_of(self.language, "archive")

    @cached_property
    def corrections(self) -> str:
        return path_of(self.language, "corrections")

    @cached_property
    def switch(self) -> Link:
        """To this page in the other language, or to its home, and then it says so."""
        other = other_than(self.language)
        if self.there:
            return Link(OWN_NAMES[other], self.there, other)
        return Link(OWN_HOMES[other], path_of(other, "home"), other, short=OWN_NAMES[other])

    @property
    def looks(self) -> dict[str, SafeString]:
        """Icon and stylesheets, by what of SHEETS the page needs."""
        return _looks(self.state)

    @property
    def publisher(self) -> SafeString:
        """Name and logo."""
        return self._fixed("publisher")

    @property
    def menu(self) -> SafeString:
        """With this page's own entry marked."""
        link = f'<a href="{self.here}"'
        # Safe: a rendered template, with a constant put into it.
        return mark_safe(self._fixed("menu").replace(f"{link}>", f'{link} aria-current="page">'))  # noqa: S308

    @property
    def colophon(self) -> SafeString:
        return self._fixed("colophon")

    def _fixed(self, name: str) -> SafeString:
        return _fixed(self.state, _logo_size(self.state))[name]

    @property
    def links(self) -> SafeString:
        """Where this page is, in either language, and which feeds there are."""
        found = [f'<link rel="canonical" href="{escape(self.canonical)}">\n'] if self.canonical else []
        for link in self.alternates:
            found.append(f'<link rel="alternate" hreflang="{link.language}" href="{escape(link.url)}">\n')
        found += [feed.element for feed in self.feeds]
        # Safe: every address is escaped, here or in FeedLink.element.
        return mark_safe("".join(found))  # noqa: S308

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


def frame(state: PublicState, *, here: str = "", there: str = "", feeds: Sequence[FeedLink] = ()) -> Frame:
    """`feeds`: this page's own, beside the site's."""
    core = core_of(state)
    return Frame(state, core, here, there, [*core.feeds, *feeds])


@lru_cache(maxsize=8)
def core_of(state: PublicState) -> Core:
    """Three queries, once a public state."""
    publisher, language = Source.publisher(), state.language
    name = name_of(publisher, language)
    pages = [
        (page.in_menu, Link(page.name_in(language), path_of(language, "page", page.slug_in(language))))
        for page in Page.objects.all()
        if page.name_in(language) and page.slug_in(language) and getattr(page, f"body_{language}")
    ]
    stylesheet = _stylesheet(publisher.accent_colour) if publisher and publisher.accent_colour else ""
    branches = [
        Link(branch_name(branch.name_in(language)), path_of(language, "branch", branch.slug_in(language)))
        for branch in register.public_branches(language, state.now)
    ]
    doors = ["topic", "author", *(["branch"] if len(branches) > Core.BRANCHES_IN_A_LINE else [])] if branches else []
    return Core(
        publisher=publisher,
        name=name,
        disclaimer=(getattr(publisher, f"disclaimer_{language}", "") or "") if publisher else "",
        logo=publisher.logo.name if publisher and publisher.logo else "",
        branches=branches,
        pages=[link for in_menu, link in pages if in_menu],
        other_pages=[link for in_menu, link in pages if not in_menu],
        feeds=feeds_of(language, name),
        stylesheet=stylesheet,
        theme=path_of("ar", "theme", hashlib.sha256(stylesheet.encode()).hexdigest()[:12]) if stylesheet else "",
        doors=[Link(str(register.TITLES[kind]), path_of(language, register.KINDS[kind].folder)) for kind in doors],
    )


@lru_cache(maxsize=8)
def _fixed(state: PublicState, logo_size: tuple[int, int] | None) -> dict[str, SafeString]:
    """What is around every page and the same around each; the menu needs but the page's own address marked."""
    around = {"site": Frame(state, core_of(state)), "logo_size": logo_size}
    return {name: render_to_string(f"site/_{name}.html", around) for name in FIXED}


@lru_cache(maxsize=8)
def _looks(state: PublicState) -> dict[str, SafeString]:
    around = Frame(state, core_of(state))
    return {sheet: render_to_string("site/_looks.html", {"site": around, "sheet": sheet}) for sheet in SHEETS}


def _stylesheet(colour: str) -> str:
    """The centre's colour on paper by day and by night, as far as text in it can be read."""
    sheets = (
        f"--accent:{readable(colour, PAPER[scheme])};--accent-strong:{strong}"
        for scheme, strong in (("light", colour), ("dark", readable(colour, WHITE)))
    )
    light, dark = sheets
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _logo_size(state: PublicState) -> tuple[int, int] | None:
    """Of the publisher's logo in pixels; None where there is none, or its file cannot be read."""
    try:
        return _size(state)
    except OSError:
        return None


@lru_cache(maxsize=8)
def _size(state: PublicState) -> tuple[int, int] | None:
    """Raises OSError where the file cannot be read just now: that is not remembered."""
    publisher = core_of(state).publisher
    try:
        return (publisher.logo.width, publisher.logo.height) if publisher and publisher.logo else None
    except (FileNotFoundError, TypeError):
        return None


def name_of(publisher: Source | None, language: str) -> str:
    """The publisher's name in this language; the site's host where it has none."""
    return (publisher.name_in(language) if publisher else "") or urlsplit(settings.SITE_URL).netloc


def branch_name(name: str) -> str:
    """«فرع القاهرة» for the branch «القاهرة»."""
    return pgettext("an office of the centre", "%(city)s branch") % {"city": name}
