"""Highwire Press tags, which Google Scholar and Zotero read.

The institution makes it a technical report: with the title alone Zotero would file it as a journal article. One author
a tag, without honorifics; both split a name at a Latin comma, and neither knows the Arabic one.
"""

from articles.site.citation.work import Name, one_line
from articles.site.metadata.subject import Report


def tags(work: Report) -> tuple[tuple[str, str], ...]:
    edition = work.edition
    series = edition.series or {}
    found = [
        ("title", edition.title),
        *(("author", author(name)) for name in work.names),
        ("publication_date", edition.byline_date.strftime("%Y/%m/%d")),
        ("technical_report_institution", edition.byline["source"]["name"]),
        ("technical_report_number", "" if series.get("number") is None else str(series["number"])),
        ("language", edition.language),
        ("keywords", "; ".join(topic["name"].replace(";", " ") for topic in edition.topics)),
        ("abstract_html_url", work.url),
        ("pdf_url", work.pdf),
    ]
    return tuple((f"citation_{name}", one_line(value)) for name, value in found if value)


def author(name: Name) -> str:
    """“Family, Given” where both are known, so that a compound family name stays whole."""
    parts = (name.family, name.given) if name.is_split else (name.whole,)
    return ", ".join(" ".join(part.replace(",", " ").replace(";", " ").split()) for part in parts)
