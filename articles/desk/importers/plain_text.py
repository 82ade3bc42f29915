"""Plain text → Document, by the grammar of the centre's reports, in Arabic or English.

    document    := title branch? body attribution (separator? attribution)* recents?
    branch      := "فرع " NAME | NAME " branch" | "Branch: " NAME
    attribution := lines `label: value`, from source, author and date; url and title of the work where known
    recents     := "المقالات الأخيرة" or "Recent articles", and whatever follows it

The body's own grammar is in body.py. A line is a block; blank lines mean nothing.
"""

import re
from collections.abc import Sequence

from articles.desk.article.said import gettext as _
from articles.desk.importers import attribution, body
from articles.desk.importers.body import Line
from articles.desk.importers.document import Attribution, Document
from articles.desk.importers.problem import Unimportable
from shaf.product.limits import TITLE
from shaf.text import arabic

EDGES = re.compile(rf"^(?:\s|{arabic.INVISIBLE.pattern})+|(?:\s|{arabic.INVISIBLE.pattern})+$")
SPACES = re.compile(r"[^\S\n]+")
BRANCH = re.compile(
    r"فرع\s+(?P<a>[^:.،]{1,60})|الفرع\s*:\s*(?P<b>\S.{0,60})|(?P<c>[^:.,]{1,60}?)\s+branch|branch\s*:\s*(?P<d>\S.{0,60})",
    re.IGNORECASE,
)
ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")


def parse(text: str) -> Document:
    """The document, or Unimportable. `text` is as decode.py returns it."""
    lines = [Line(number, line) for number, raw in enumerate(text.split("\n"), start=1) if (line := _trimmed(raw))]
    if not lines:
        raise Unimportable("empty", _("The file is empty."), _("Remove it, or save the report into it."))
    attributed, end = attribution.ending(lines)
    title = _title(lines[0], attributed)
    branch = BRANCH.fullmatch(lines[1].text) if attributed != 1 else None
    content = lines[2 if branch else 1 : attributed]
    attribution.none_within(content)
    if not any(arabic.fold(line.text) for line in content):
        raise Unimportable(
            "body.missing",
            _("Between the title and the attribution there is no text."),
            _("Add the report's text under its title."),
            line=lines[attributed].number,
        )
    blocks, misnumbered = body.parse(content)
    found = attribution.read(lines[attributed:end])
    return Document(
        title=title,
        branch=next(group for group in branch.groups() if group) if branch else "",
        branch_line=lines[1].number if branch else None,
        blocks=tuple(blocks),
        attributions=tuple(block for block in found if not block.is_empty),
        recents=tuple(line.text for line in lines[end + 1 :]),
        language=_language(content),
        misnumbered=tuple(misnumbered),
        stray=tuple(block for block in found if block.is_empty and block.url),
        unfilled=tuple(part for block in found for part in block.unfilled()),
        title_line=lines[0].number,
    )


def draft(text: str, name: str) -> Document:
    """As `parse`, for a person who sees what was found before it becomes a draft: what is missing is said, not refused.

    `name` stands for a title where the first line can be none.
    """
    lines = [Line(number, line) for number, raw in enumerate(text.split("\n"), start=1) if (line := _trimmed(raw))]
    problem: Unimportable | None = None
    found: list[Attribution] = []
    attributed = end = len(lines)
    try:
        attributed, end = attribution.ending(lines)
        found = attribution.read(lines[attributed:end])
    except Unimportable as missing:
        problem, attributed, end = missing, len(lines), len(lines)
    try:
        title, rest = _title(lines[0], attributed), lines[1:attributed]
    except Unimportable as missing:
        title, rest, problem = name, lines[:attributed], missing
    branch = BRANCH.fullmatch(rest[0].text) if rest else None
    content = rest[1:] if branch else rest
    try:
        attribution.none_within(content)
    except Unimportable as misplaced:
        problem = misplaced
    if not any(arabic.fold(line.text) for line in content):
        raise Unimportable(
            "body.missing",
            _("There is no text in the file but its title and attribution."),
            _("Bring a file with the report's text in it."),
        )
    blocks, misnumbered = body.parse(content)
    return Document(
        title=title,
        branch=next(group for group in branch.groups() if group) if branch else "",
        branch_line=rest[0].number if branch else None,
        blocks=tuple(blocks),
        attributions=tuple(block for block in found if not block.is_empty),
        recents=tuple(line.text for line in lines[end + 1 :]),
        language=language_of("\n".join(line.text for line in content)),
        misnumbered=tuple(misnumbered),
        stray=tuple(block for block in found if block.is_empty and block.url),
        unfilled=tuple(part for block in found for part in block.unfilled()),
        problem=problem,
        lenient=True,
    )


def language_of(text: str) -> str:
    """The language that most of the letters are of."""
    return "ar" if len(ARABIC_LETTER.findall(text)) >= len(LATIN_LETTER.findall(text)) else "en"


def _trimmed(line: str) -> str:
    """Without white space and invisible marks at the edges; one space for several, a lone no-break space kept."""
    return SPACES.sub(lambda run: run[0] if run[0] == "\u00a0" else " ", EDGES.sub("", line))


def _title(line: Line, attributed: int) -> str:
    if attributed == 0 or body.is_rule(line.text) or not arabic.fold(line.text) or BRANCH.fullmatch(line.text):
        raise Unimportable(
            "title.missing",
            _("The first line is not a title."),
            _("Begin the file with the report's title, and put the branch on the next line."),
            line=line.number,
        )
    if len(line.text) > TITLE:
        raise Unimportable(
            "title.long",
            _("The first line has %(length)d characters, too many for a title.") % {"length": len(line.text)},
            _("Begin the file with a title of at most 300 characters, on a line of its own."),
            line=line.number,
        )
    return line.text


def _language(content: Sequence[Line]) -> str:
    text = "\n".join(line.text for line in content)
    letters = {"ar": len(ARABIC_LETTER.findall(text)), "en": len(LATIN_LETTER.findall(text))}
    major, minor = sorted(letters, key=lambda language: -letters[language])
    if letters[minor] * 2 > letters[major] or not letters[major]:
        raise Unimportable(
            "language.mixed",
            _("The text is neither Arabic nor English throughout."),
            _("Save each language in a file of its own: report.ar.txt and report.en.txt."),
            line=content[0].number,
        )
    return major
