"""The line that a reader copies, and the box around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from django.utils import translation
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from articles.press.models import Edition
from articles.site.addresses import path_of_report
from articles.site.citation.work import Work, work_of

FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
# No full stop follows these.
ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line. `isolated`: it is somebody's text, and its direction must not reach the rest."""

    text: str
    isolated: bool = False

    @property
    def element(self) -> str:
        """Escaped."""
        return f"<bdi>{escape(self.text)}</bdi>" if self.isolated else escape(self.text)


@dataclass(frozen=True, slots=True)
class Box:
    """`pieces` are the line up to its address, which is Latin and stands in its own direction; `end` what follows it.

    `files`: name, path.
    """

    pieces: tuple[Piece, ...]
    url: str
    end: str
    files: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The line up to its address."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def line(self) -> SafeString:
        """The same as elements, each foreign piece in a direction of its own."""
        # Safe: each is escaped.
        return mark_safe("".join(piece.element for piece in self.pieces))  # noqa: S308

    @property
    def links(self) -> SafeString:
        """The files, as elements."""
        comma = f'<span class="hidden">{escape(pgettext("between two names", ", "))}</span>'
        links = (f'<a href="{escape(path)}" rel="nofollow" dir="ltr">{escape(name)}</a>' for name, path in self.files)
        # Safe: names and paths are escaped.
        return mark_safe(comma.join(links))  # noqa: S308


def citation_line(edition: Edition, *, over: bool = False) -> str:
    """The whole line, as it is copied."""
    box = box_of(edition, over=over)
    return f"{box.text} {box.url}{box.end}"


def box_of(edition: Edition, *, over: bool = False) -> Box:
    """What the report's page shows under «للاستشهاد بهذا التقرير»; `over`: it is an earlier edition. No query."""
    with translation.override(edition.language):
        work = work_of(edition, over=over)
        end = "" if edition.language == "ar" else "."
        return Box(pieces=tuple(_pieces(work)), url=work.url, end=end, files=_files(edition, over=over))


def _pieces(work: Work) -> Iterator[Piece]:
    """As Arab research centres cite: author, «title», series and number, institution and date.

    English as the Chicago Manual of Style has a bibliography: Author. “Title.” Report, institution, date. Address.
    """
    comma, stop = pgettext("between two parts of a citation", ", "), ". "
    for place, name in enumerate(work.authors):
        if place:
            yield Piece(pgettext("between two names", ", "))
        yield Piece(name.whole, isolated=True)
    arabic = work.language == "ar"
    if work.authors:
        yield Piece(comma if arabic else stop)
    if arabic:
        yield Piece("«")
        yield Piece(work.title.replace("«", "“").replace("»", "”"), isolated=True)
        yield Piece("»" + comma)
    else:
        title = work.title.replace("“", "‘").replace("”", "’")
        yield Piece("“")
        yield Piece(title, isolated=True)
        yield Piece("” " if title.rstrip("’").endswith(ENDS) else ".” ")
    yield from _published(work, comma)
    yield Piece(comma.rstrip() if arabic else stop.rstrip())


def _published(work: Work, comma: str) -> Iterator[Piece]:
    """What it is part of, who published it and when."""
    yield Piece(work.series or work.genre, isolated=bool(work.series))
    if work.series and work.number:
        yield Piece(comma + pgettext("place in a series", "no. %(number)s") % {"number": work.number})
    if work.institution:
        yield Piece(comma)
        yield Piece(work.institution, isolated=True)
    yield Piece(comma.join(["", date_format(work.date), *filter(None, [work.note])]))


def _files(edition: Edition, *, over: bool) -> tuple[tuple[str, str], ...]:
    name, number = ("edition_citation", [edition.number]) if over else ("citation", [])
    first = next(iter(FORMATS))
    beginning = path_of_report(edition.language, name, edition.article_id, *number, first).removesuffix(first)
    return tuple((label, beginning + extension) for extension, label in FORMATS.items())
