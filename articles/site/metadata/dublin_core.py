"""Dublin Core in HTML (DCMI: Expressing Dublin Core in HTML/XHTML meta and link elements)."""

from articles.site.citation.work import one_line
from articles.site.metadata.subject import Report


def tags(work: Report) -> tuple[tuple[str, str], ...]:
    edition = work.edition
    found = [
        ("title", edition.title),
        *(("creator", name.whole) for name in work.names),
        ("publisher", edition.byline["source"]["name"]),
        ("date", edition.byline_date.isoformat()),
        ("language", edition.language),
        ("type", "Text"),
        ("format", "text/html"),
        ("identifier", work.short),
        *(("subject", topic["name"]) for topic in edition.topics),
    ]
    return tuple((f"DC.{name}", one_line(value)) for name, value in found if value)
