"""The line that a reader copies, and the box around it."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from articles.press.models import Edition
from articles.site.addresses import path_of
from articles.site.citation.work import Work, work_of

FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class Box:
    """`text` is the line up to its address, which is Latin and stands in its own direction. `files`: name, path."""

    text: str
    url: str
    files: tuple[tuple[str, str], ...]

    @property
    def links(self) -> SafeString:
        """The files, as elements."""
        return format_html_join("", '<a href="{}" rel="nofollow" dir="ltr">{}</a>', ((p, n) for n, p in self.files))


def citation_line(edition: Edition, *, over: bool = False) -> str:
    """The whole line, as it is copied."""
    box = box_of(edition, over=over)
    return f"{box.text} {box.url}"


def box_of(edition: Edition, *, over: bool = False) -> Box:
    """What the report's page shows under «للاستشهاد بهذا التقرير»; `over`: it is an earlier edition. No query."""
    with translation.override(edition.language):
        work = work_of(edition, over=over)
        return Box(text=_text(work), url=work.url, files=_files(edition, over=over))


def _text(work: Work) -> str:
    """As Arab research centres cite: author, «title», series and number, institution and date; in English likewise."""
    comma = pgettext("between two parts of a citation", ", ")
    series = work.series
    if series and work.number:
        series += comma + pgettext("place in a series", "no. %(number)s") % {"number": work.number}
    names = pgettext("between two names", ", ").join(name.whole for name in work.authors)
    if work.language == "ar":
        title = f"«{work.title.replace('«', '“').replace('»', '”')}»"
        parts = [names, title, series or work.genre, work.institution, date_format(work.date), work.note]
        return comma.join(filter(None, parts)) + comma.rstrip()
    title = f"“{work.title.replace('“', '‘').replace('”', '’')},”"
    rest = comma.join(filter(None, [series or work.genre, work.institution, date_format(work.date), work.note]))
    return f"{names}{comma if names else ''}{title} {rest}{comma.rstrip()}"


def _files(edition: Edition, *, over: bool) -> tuple[tuple[str, str], ...]:
    if over:
        name, *arguments = "edition_citation", edition.article_id, edition.number
    else:
        name, *arguments = "citation", edition.article_id
    return tuple(
        (label, path_of(edition.language, name, *arguments, extension)) for extension, label in FORMATS.items()
    )
