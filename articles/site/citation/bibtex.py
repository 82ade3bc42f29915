r"""BibTeX: one entry, in UTF-8.

`@techreport`, not biblatex's `@report`: BibTeX itself, biblatex, Zotero, JabRef and pybtex all read it, and to biblatex
it is a report of the type that `type` gives. biblatex reads `date` and `langid`, BibTeX `year` and `month`.
"""

from articles.site.citation.work import Name, Work

LANGUAGES = {"ar": "arabic", "en": "english"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces are counted even where a backslash stands before them, so they need words of their own.
ESCAPES = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "%&#$_"},
    }
)


def bibtex(work: Work) -> str:
    fields = {
        "author": " and ".join(_name(name) for name in work.authors),
        # Braced, or styles put an English title into lower case.
        "title": f"{{{_escaped(work.title)}}}",
        "institution": _escaped(work.institution),
        "type": _escaped(work.genre),
        "series": _escaped(work.series),
        "number": work.number,
        "date": work.date.isoformat(),
        "year": f"{work.date.year:04}",
        "keywords": _escaped(", ".join(work.topics)),
        "abstract": _escaped(work.abstract),
        "note": _escaped(work.note),
        # As it is: biblatex prints it verbatim, and it is ASCII without a sign that TeX minds.
        "url": work.url,
        "langid": LANGUAGES[work.language],
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines.append(f"  month = {MONTHS[work.date.month - 1]},")
    return "\n".join([f"@techreport{{{work.key},", *lines, "}", ""])


def _name(name: Name) -> str:
    """A name that nobody split is braced whole, and so is a part that BibTeX would split at a comma or an “and”."""
    if not name.is_split:
        return f"{{{_escaped(name.whole)}}}"
    return f"{_part(name.family)}, {_part(name.given)}"


def _part(text: str) -> str:
    # Several words, or a small first letter («al-Masri»), are a particle to BibTeX, and not the family name.
    whole = "," in text or " " in text or text[:1].islower()
    return f"{{{_escaped(text)}}}" if whole else _escaped(text)


def _escaped(text: str) -> str:
    return text.translate(ESCAPES)
