"""Where feeds are, and the links by which pages lead to them."""

from dataclasses import dataclass
from html import escape

from articles.site.addresses import absolute, path_of
from articles.site.feeds.formats import FORMATS, NAMES, RSS, TYPES


@dataclass(frozen=True, slots=True)
class FeedLink:
    """`<link rel="alternate">`: a feed's format, what it is of, and its absolute address."""

    format: str
    name: str
    url: str

    @property
    def type(self) -> str:
        return TYPES[self.format]

    @property
    def title(self) -> str:
        return f"{self.name} ({NAMES[self.format]})"

    @property
    def element(self) -> str:
        return f'<link rel="alternate" type="{self.type}" title="{escape(self.title)}" href="{escape(self.url)}">\n'


def view_name(kind: str, form: str, *, archive: bool = False) -> str:
    """The name of a URL pattern. `kind`: of the register, '' for everything."""
    name = "feed" if form == RSS else f"feed_{form}"
    name = f"{kind}_{name}" if kind else name
    return f"{name}_archive" if archive else name


def feed_path(language: str, form: str, kind: str = "", slug: str = "") -> str:
    """The path of the current document of a feed."""
    return path_of(language, view_name(kind, form), *([slug] if kind else []))


def archive_path(language: str, form: str, kind: str, slug: str, year: int, month: int, before: str = "") -> str:
    """The path of an archive document. `before`: the cursor of a month that needs more than one."""
    arguments = [*([slug] if kind else []), year, month]
    path = path_of(language, view_name(kind, form, archive=True), *arguments)
    return f"{path}?before={before}" if before else path


def feeds_of(language: str, name: str, kind: str = "", slug: str = "") -> list[FeedLink]:
    """The feeds of everything, or of one entry, in each format; `name` says of what in this language."""
    return [FeedLink(form, name, absolute(feed_path(language, form, kind, slug))) for form in FORMATS]
