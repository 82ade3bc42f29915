"""RIS (Research Information Systems, as EndNote and Zotero read it): a tag a line, CRLF, UTF-8.

A report's number is SN and its series T2, because that is where both programs look for them in a RPRT.
"""

from articles.site.citation.work import Name, Work


def ris(work: Work) -> str:
    day = work.date
    lines = [
        ("TY", "RPRT"),
        ("ID", work.key),
        ("TI", work.title),
        *(("AU", _name(name)) for name in work.authors),
        ("PY", f"{day.year:04}"),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}"),
        ("PB", work.institution),
        ("M3", work.genre),
        ("T2", work.series),
        ("SN", work.number),
        *(("KW", topic) for topic in work.topics),
        ("AB", work.abstract),
        ("N1", work.note),
        ("UR", work.url),
        ("LA", work.language),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _name(name: Name) -> str:
    """A comma divides family and given name, so neither part may hold one of its own."""
    if name.is_split:
        return f"{_without_commas(name.family)}, {_without_commas(name.given)}"
    return _without_commas(name.whole)


def _without_commas(text: str) -> str:
    return " ".join(text.replace(",", " ").split())
