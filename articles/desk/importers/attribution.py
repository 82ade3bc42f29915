"""The grammar of attribution, at the end of any format.

attribution := lines `label: value`, from source, author and date; url and title of the work where known
recents     := "المقالات الأخيرة" or "Recent articles", and whatever follows it
"""

import re
from collections.abc import Sequence
from datetime import date as Date
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.desk.article.said import gettext as _
from articles.desk.importers import body
from articles.desk.importers.body import Line
from articles.desk.importers.document import Attribution
from articles.desk.importers.problem import Unimportable
from shaf.product.limits import TITLE, URL
from shaf.text import arabic

NAME_LENGTH = 200
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
RECENTS = {arabic.fold(label) for label in ("المقالات الأخيرة", "أحدث المقالات", "Recent articles", "Recent posts")}


def labelled(line: Line) -> tuple[str, str] | None:
    """The part that the line names, and its value."""
    found = LABELLED.fullmatch(line.text)
    part = LABELS.get(arabic.fold(found["label"])) if found else None
    return (part, found["value"]) if found and part else None


def belongs(line: Line) -> bool:
    return body.is_rule(line.text) or labelled(line) is not None


def ending(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the attribution begins and where it ends: at the recents, if there are any. Raises Unimportable."""
    end = len(lines)
    for position in range(1, len(lines)):
        if arabic.fold(lines[position].text) in RECENTS and belongs(lines[position - 1]):
            end = position
            break
    start = end
    while start > 0 and belongs(lines[start - 1]):
        start -= 1
    if not any(labelled(line) for line in lines[start:end]):
        raise Unimportable(
            "attribution.missing",
            _("The text does not end with an attribution."),
            _("End it with the lines «المصدر: …», «الكاتب: …» and «التاريخ: …» (Source, Author, Date)."),
            line=lines[end - 1].number,
        )
    return start, end


def none_within(content: Sequence[Line]) -> None:
    """Source, author and date on successive lines are an attribution wherever they stand; in the text, one is lost."""
    parts = [(line, (labelled(line) or ("",))[0]) for line in content]
    for (line, part), (_next_line, next_part) in pairwise(parts):
        if {part, next_part} <= {"source", "author", "date"} and part != next_part:
            raise Unimportable(
                "attribution.misplaced",
                _("Here stands an attribution with other text after it."),
                _("Move every attribution to the end of the file, after the whole text."),
                line=line.number,
            )


def read(lines: Sequence[Line]) -> list[Attribution]:
    """The blocks: a rule ends one, and so does a second line with the label that the block began with."""
    found: list[Attribution] = []
    open_, first = None, ""
    for line in lines:
        named = labelled(line)
        if named is None:
            open_ = None
            continue
        part, value = named
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
            block.title = _short(value, TITLE, line)


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
        if len(value) > URL:
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
