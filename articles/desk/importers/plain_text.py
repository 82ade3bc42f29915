"""Plain text → Document, by the grammar of the centre's reports, in Arabic or English.

    document    := title branch? body attribution (separator? attribution)* recents?
    branch      := "فرع " NAME | NAME " branch" | "Branch: " NAME
    attribution := lines `label: value`, from source, author and date; url and title of the work where known
    recents     := "المقالات الأخيرة" or "Recent articles", and whatever follows it

The body's own grammar is in body.py. A line is a block; blank lines mean nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from articles.desk.importers import body
from articles.desk.importers.blocks import Block
from articles.desk.importers.body import Line
from articles.desk.importers.problem import Unimportable
from shaf.text import arabic

TITLE_LENGTH = 300
URL_LENGTH = 500
NAME_LENGTH = 200
EDGES = re.compile(rf"^(?:\s|{arabic.INVISIBLE.pattern})+|(?:\s|{arabic.INVISIBLE.pattern})+$")
SPACES = re.compile(r"[^\S\n]+")
LABELS = {
    arabic.fold(label): part
    for part, labels in {
        "source": "المصدر|مصدر|نقلًا عن|Source",
        "author": (
            "الكاتب|الكاتبة|الكاتب/ة|الكاتبان|الكتاب|الكتّاب|إعداد|بقلم|كتب|كتبت|الباحث|الباحثة|الباحثان|الباحثون|"
            "المؤلف|المؤلفة|المؤلفون|Author|Authors|By|Prepared by|Written by|Researcher|Researchers"
        ),
        "date": "التاريخ|تاريخ النشر|نشر في|نُشر في|Date|Published|Published on|Publication date",
        "url": "الرابط|رابط|URL|Link",
        "title": "العنوان|عنوان|Title",
    }.items()
    for label in labels.split("|")
}
LABELLED = re.compile(r"(?P<label>[^:]{1,30}?)\s*:\s*(?P<value>.*)")
PEOPLE = re.compile(r"\s*[،,؛;&]\s*|\s+و\s+|\s+and\s+")
BRANCH = re.compile(
    r"فرع\s+(?P<a>[^:.،]{1,60})|الفرع\s*:\s*(?P<b>\S.{0,60})|(?P<c>[^:.,]{1,60}?)\s+branch|branch\s*:\s*(?P<d>\S.{0,60})",
    re.IGNORECASE,
)
RECENTS = {arabic.fold(label) for label in ("المقالات الأخيرة", "أحدث المقالات", "Recent articles", "Recent posts")}
ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(slots=True)
class Attribution:
    """A block «المصدر / الكاتب / التاريخ». `line` is its first; `lines` and `labels` are each part's."""

    line: int
    source: str = ""
    authors: list[str] = field(default_factory=list)
    date: Date | None = None
    url: str = ""
    title: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.source or self.authors or self.title or self.date)

    def unfilled(self) -> Iterator[tuple[int, str]]:
        """The line and label of each of the three parts that is named and has nothing after it."""
        for part, value in (("source", self.source), ("author", self.authors), ("date", self.date)):
            if part in self.lines and not value:
                yield self.lines[part], self.labels[part]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as its file has it. `language` is 'ar' or 'en', by the letters of the body.

    `unfilled`: line and label of what an attribution names and does not say.
    """

    title: str
    branch: str
    branch_line: int | None
    blocks: tuple[Block, ...]
    attributions: tuple[Attribution, ...]
    recents: tuple[str, ...]
    language: str
    misnumbered: tuple[int, ...]
    # Blocks of an address alone, which say neither whose nor what it is.
    stray: tuple[Attribution, ...] = ()
    unfilled: tuple[tuple[int, str], ...] = ()
    title_line: int = 1


def parse(text: str) -> Document:
    """The document, or Unimportable. `text` is as decode.py returns it."""
    lines = [Line(number, line) for number, raw in enumerate(text.split("\n"), start=1) if (line := _trimmed(raw))]
    if not lines:
        raise Unimportable("empty", _("The file is empty."), _("Remove it, or save the report into it."))
    attributed, end = _ending(lines)
    title = _title(lines[0], attributed)
    branch = BRANCH.fullmatch(lines[1].text) if attributed != 1 else None
    content = lines[2 if branch else 1 : attributed]
    _no_attribution_within(content)
    if not any(arabic.fold(line.text) for line in content):
        raise Unimportable(
            "body.missing",
            _("Between the title and the attribution there is no text."),
            _("Add the report's text under its title."),
            line=lines[attributed].number,
        )
    blocks, misnumbered = body.parse(content)
    found = _attributions(lines[attributed:end])
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
    if len(line.text) > TITLE_LENGTH:
        raise Unimportable(
            "title.long",
            _("The first line has %(length)d characters, too many for a title.") % {"length": len(line.text)},
            _("Begin the file with a title of at most 300 characters, on a line of its own."),
            line=line.number,
        )
    return line.text


def _labelled(line: Line) -> tuple[str, str] | None:
    """The part that the line names, and its value."""
    found = LABELLED.fullmatch(line.text)
    part = LABELS.get(arabic.fold(found["label"])) if found else None
    return (part, found["value"]) if found and part else None


def _belongs_to_attribution(line: Line) -> bool:
    return body.is_rule(line.text) or _labelled(line) is not None


def _ending(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the attribution begins and where it ends: at the recents, if there are any. Raises Unimportable."""
    end = len(lines)
    for position in range(1, len(lines)):
        if arabic.fold(lines[position].text) in RECENTS and _belongs_to_attribution(lines[position - 1]):
            end = position
            break
    start = end
    while start > 0 and _belongs_to_attribution(lines[start - 1]):
        start -= 1
    if not any(_labelled(line) for line in lines[start:end]):
        raise Unimportable(
            "attribution.missing",
            _("The text does not end with an attribution."),
            _("End it with the lines «المصدر: …», «الكاتب: …» and «التاريخ: …» (Source, Author, Date)."),
            line=lines[end - 1].number,
        )
    return start, end


def _no_attribution_within(content: Sequence[Line]) -> None:
    """Source, author and date on successive lines are an attribution wherever they stand; in the text, one is lost."""
    parts = [(line, (_labelled(line) or ("",))[0]) for line in content]
    for (line, part), (_next_line, next_part) in pairwise(parts):
        if {part, next_part} <= {"source", "author", "date"} and part != next_part:
            raise Unimportable(
                "attribution.misplaced",
                _("Here stands an attribution with other text after it."),
                _("Move every attribution to the end of the file, after the whole text."),
                line=line.number,
            )


def _attributions(lines: Sequence[Line]) -> list[Attribution]:
    """The blocks: a rule ends one, and so does a second line with the label that the block began with."""
    found: list[Attribution] = []
    open_, first = None, ""
    for line in lines:
        labelled = _labelled(line)
        if labelled is None:
            open_ = None
            continue
        part, value = labelled
        if open_ is None or part == first:
            open_, first = Attribution(line.number), part
            found.append(open_)
        elif part in open_.lines and part != "author":
            raise Unimportable(
                "attribution.twice",
                _("This line is given twice in one attribution."),
                _("Remove one, or put a line of hyphens between two attributions."),
                line=line.number,
            )
        open_.lines.setdefault(part, line.number)
        open_.labels.setdefault(part, line.text.partition(":")[0].strip())
        if value:
            _fill(open_, part, value, line)
    return found


def _fill(block: Attribution, part: str, value: str, line: Line) -> None:
    match part:
        case "source":
            block.source = _short(value, NAME_LENGTH, line)
        case "author":
            block.authors += [_short(name, NAME_LENGTH, line) for name in PEOPLE.split(value) if name]
        case "date":
            block.date = _date(value, line)
        case "url":
            block.url = _url(value, line)
        case "title":
            block.title = _short(value, TITLE_LENGTH, line)


def _short(value: str, length: int, line: Line) -> str:
    if len(value) > length or not arabic.slugify(value):
        raise Unimportable(
            "value.unusable",
            _("“%(value)s” is no name.") % {"value": value[:60]},
            _("Write a name of at most %(length)d characters.") % {"length": length},
            line=line.number,
        )
    return value


def _date(value: str, line: Line) -> Date:
    try:
        return arabic.parse_date(value)
    except ValueError as error:
        raise Unimportable(
            "date.impossible",
            _("“%(value)s” is no date that exists.") % {"value": value[:60]},
            _("Write the day first, then the month and the year: 16/11/2025."),
            line=line.number,
        ) from error


def _url(value: str, line: Line) -> str:
    try:
        if len(value) > URL_LENGTH:
            raise ValidationError("length")
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise Unimportable(
            "url.impossible",
            _("“%(value)s” is no web address.") % {"value": value[:60]},
            _("Write the whole address, beginning with https://, or leave the line out."),
            line=line.number,
        ) from error
    return value


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
