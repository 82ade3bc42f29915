"""Digits, dates, units and ranges."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.letters import LETTERS, MARKS, B, D, L
from articles.press.copy.rule import BOTH, HOUSE_STYLE, InBlock, Rule, of_languages, spotted, together
from shaf.text.arabic import MONTHS, ascii_digits, fold

W3C = "W3C, Arabic layout requirements"
ANY_DIGIT = re.compile(D)
EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]+")
SLASHED = re.compile(rf"(?<![{D[1:-1]}/.-])({D}{{1,2}})/({D}{{1,2}})/({D}{{4}})(?![{D[1:-1]}/-])")
ISO = re.compile(rf"(?<![{D[1:-1]}\w/.-])({D}{{4}})-({D}{{1,2}})-({D}{{1,2}})(?![{D[1:-1]}/-])")
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
FOLDED_WEEKDAYS = {fold(name): number for number, name in enumerate(WEEKDAYS)}
EGYPTIAN = {number: names[0] for number, names in MONTHS.items()}
MONTH_NUMBERS = {name: number for number, names in MONTHS.items() for name in names if not name.isascii()}
LEVANTINE = {
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول"),
    *("تشرين الأول", "تشرين الثاني", "كانون الأول"),
}
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DAY = r"ال(?:[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)|السبت"
NAMED = re.compile(rf"(?<!{L})(?:يوم )?({_DAY})[،,]? ({D}{{1,2}}) ({_MONTH})[،,]? ({D}{{4}})(?!{D})")
MONTH = re.compile(rf"(?<![{LETTERS}{MARKS}])[وبفل]?({_MONTH})(?![{LETTERS}])")
UNITS = (
    "كم|كجم|كلم|كيلومتر|متر|مترًا|طن|طنًا|دولار|دولارًا|جنيه|يورو|مليون|مليار|ألف|آلاف|نسمة|هكتار|فدان|ميجاوات"
    "|عام|عامًا|سنة|شهر|شهرًا|يوم|يومًا"
)


def eastern(block: Block, facts: Facts) -> Iterator[Found]:
    """The digits that the house does not use, in a text that has both."""
    if facts.mixes_digits:
        for found in EASTERN.finditer(block.text):
            yield Found(found.start(), found.end(), (ascii_digits(found[0]),))


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(ascii_digits(year)), int(ascii_digits(month)), int(ascii_digits(day)))
    except ValueError:
        return None


def dates(block: Block, facts: Facts) -> Iterator[Found]:
    text = block.text
    if not ANY_DIGIT.search(text):
        return
    for found in SLASHED.finditer(text):
        day, month, year = found.groups()
        if not (written := _date(year, month, day)):
            yield Found(found.start(), found.end(), repair=Repair.SAID, message=NO_SUCH_DATE)
        elif written.day <= 12 and written.day != written.month and not facts.confirms_order:
            yield Found(found.start(), found.end(), (f"{written.day} {EGYPTIAN[written.month]} {year}",))
    for found in ISO.finditer(text):
        year, month, day = found.groups()
        if written := _date(year, month, day):
            yield Found(found.start(), found.end(), (f"{written:%d/%m/%Y}",), message=TURNED)
        elif int(ascii_digits(month)) <= 31:
            yield Found(found.start(), found.end(), repair=Repair.SAID, message=NO_SUCH_DATE)
    for found in NAMED.finditer(text):
        weekday, day, month, year = found.groups()
        written = _date(year, str(MONTH_NUMBERS[month]), day)
        if not written:
            yield Found(found.start(), found.end(), repair=Repair.SAID, message=NO_SUCH_DATE)
        elif FOLDED_WEEKDAYS.get(fold(weekday)) != written.weekday():
            yield Found(found.start(1), found.end(1), (WEEKDAYS[written.weekday()],), message=OTHER_WEEKDAY)


NO_SUCH_DATE = _("There is no such date.")
TURNED = _(
    "In a line from right to left this date is shown with its day first and its dashes mislead: write it with slashes."
)
OTHER_WEEKDAY = _("That date is another day of the week.")
MIXED_MONTHS = _(
    "Months have names of two countries in this text: one of them, or both together (تشرين الثاني/نوفمبر)."
)


def months(blocks: Sequence[Block], _facts: Facts) -> Iterator[tuple[Block, Found]]:
    """The first month of the kind that came second, where a text has both and not side by side."""
    kinds: set[bool] = set()
    for block in blocks:
        if not re.search(D, block.text):
            continue
        for found in MONTH.finditer(block.text):
            if "/" in block.text[max(0, found.start() - 1) : found.end() + 1] or not _is_dated(block.text, found):
                continue
            kind = found[1] in LEVANTINE
            if kinds and kind not in kinds:
                yield block, Found(found.start(1), found.end(1), repair=Repair.SAID, message=MIXED_MONTHS)
                return
            if kind or found[1] in EGYPTIAN.values():
                kinds.add(kind)


def _is_dated(text: str, found: re.Match[str]) -> bool:
    """A day before it or a year after it: «آب» and «مارس» are words too."""
    return bool(
        re.search(rf"{D}{B}$", text[max(0, found.start(1) - 4) : found.start(1)])
        or re.match(rf"{B}(?:من )?(?:عام |سنة |العام )?{D}{{4}}", text[found.end() : found.end() + 20])
    )


def ranges(block: Block, _facts: Facts) -> Iterator[Found]:
    """«12-15», rising, and no part of a longer chain of figures."""
    for found in RANGE.finditer(block.text) if "-" in block.text else ():
        first, last = int(ascii_digits(found[1])), int(ascii_digits(found[2]))
        if first < last and len(found[1]) <= 4:
            ways = [f"{found[1]}–{found[2]}"] + ([f"{found[1]} إلى {found[2]}"] if block.language == "ar" else [])
            yield Found(found.start(), found.end(), tuple(ways), message=RANGED)


def beside_digits(find: InBlock) -> InBlock:
    """The search where there is a digit at all."""
    return lambda block, facts: find(block, facts) if ANY_DIGIT.search(block.text) else ()


RANGE = re.compile(rf"(?<![\w.,/-])(?<!{L}-)({D}{{1,4}}){B}?-{B}?({D}{{1,4}})(?![\w.,/%٪-]*\d)(?![\w/-])")
RANGED = _("A range is written in words or with a dash (–): a hyphen joins parts of one number.")
APART = _("A number and its unit are parted by a space.")

RULES = (
    Rule(
        "NU01",
        Severity.WARNING,
        Repair.SAFE,
        _("The text mixes two kinds of digits: the house writes 0 to 9."),
        HOUSE_STYLE,
        ("من 12 إلى ١٥ عامًا.",),
        ("من ١٢ إلى ١٥ عامًا.", "من 12 إلى 15 عامًا."),
        eastern,
    ),
    Rule(
        "NU02",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("The date can be read in two ways: a month in words leaves no doubt."),
        "LanguageTool: DMYDateCheck",
        ("في 2025-11-16.", "في 05/06/2025.", "في 31/02/2025.", "الاثنين 16 نوفمبر 2025."),
        ("في 16/11/2025.", "الأحد 16 نوفمبر 2025.", "في 5 يونيو 2025.", "رقم 978-3-16-148410-0."),
        dates,
        months,
    ),
    Rule(
        "NU03",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("The sign beside the number is not the one, or not where it belongs."),
        W3C,
        ("بلغت 12 % في عام.", "بلغت %12 في عام.", "تبعد 10كم.", "بلغ 1،250 نسمة.", "من 12-15 شهرًا.", "بلغ ٣.٥ فقط."),
        ("بلغت 12% في عام.", "تبعد 10 كم.", "بلغ 1,250 نسمة.", "بلغ ٣٫٥ فقط.", "طائرات إف-16.", "رقم 02-2575-1234."),
        together(
            of_languages(
                "ar",
                beside_digits(
                    together(
                        spotted(rf"(?<!{D})([%٪]){B}?({D}+(?:[.,٫٬]{D}+)*)(?![%٪{D[1:-1]}])", r"\2\1"),
                        spotted(rf"({D}){B}+([%٪])(?!{D})", r"\1\2"),
                        spotted(rf"(?<![\w.,/-])({D}+)({UNITS})(?![{LETTERS}{MARKS}])", r"\1 \2", message=APART),
                        spotted(rf"(?<!{D})([0-9]{{1,3}})،([0-9]{{3}})(?!{D})", r"\1,\2"),
                        spotted("(?<=[\u0660-\u0669])[.](?=[\u0660-\u0669])", "٫"),
                        spotted("(?<=[\u0660-\u0669]),(?=[\u0660-\u0669]{3})", "٬"),
                        spotted("(?<=[0-9])٫(?=[0-9])", "."),
                        spotted("(?<=[0-9])٬(?=[0-9]{3})", ","),
                    )
                ),
            ),
            ranges,
        ),
        languages=BOTH,
    ),
)
