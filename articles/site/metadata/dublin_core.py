"""Dublin Core in HTML (DCMI: Expressing Dublin Core in HTML/XHTML meta and link elements)."""

from collections.abc import Iterable

from articles.press.models import Edition
from articles.site.citation.work import Name, one_line
from articles.site.metadata.subject import Report


def tags(work: Report) -> tuple[tuple[str, str], ...]:
    return tuple((f"DC.{name}", text) for name, text in elements(work.edition, work.names, work.short))


def elements(edition: Edition, names: Iterable[Name], address: str) -> list[tuple[str, str]]:
    """Names and texts of the elements that say something of an edition (DCMES 1.1)."""
    found = [
        ("title", edition.title),
        *(("creator", name.whole) for name in names),
        ("publisher", edition.byline["source"]["name"]),
        ("date", edition.byline_date.isoformat()),
        ("language", edition.language),
        ("type", "Text"),
        ("format", "text/html"),
        ("identifier", address),
        *(("subject", topic["name"]) for topic in edition.topics),
    ]
    return [(name, one_line(text)) for name, text in found if text]
