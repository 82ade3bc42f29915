"""Arabic text as pure functions: folding for comparison, slugs, digits, dates, words.

What is stored is what was typed. Everything here makes copies to compare by, never text to print.
"""

import re
import unicodedata
from datetime import date
from typing import Literal

from shaf.product.limits import COMBINING_MARKS

TATWEEL = "\u0640"
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Embeddings, overrides and isolates: unseen, they reorder what stands around them, which U+200E, U+200F and U+061C
# do not.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Cairo writes the same word with and without hamza, and final ى for ي: comparison ignores both.
LETTERS = str.maketrans("أإآٱىیکةہھەؤئ", "ااااييكهههه\u0621\u0621")
WORD = re.compile(r"[^\W_]+(?:[\u0610-\u061a\u064b-\u065f\u0670\u0640'’-]*[^\W_]+)*[\u064b-\u065f\u0670]*")
SLUG_LENGTH = 80
# Controls that separate: word processors write U+000B for a line break and U+000C for a page's, the four information
# separators stand between fields; U+0085, U+2028 and U+2029 end lines.
SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f]")
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# In a slug these glue, because they stand inside a word or a number: the apostrophe of a word, the stops of an
# abbreviation of single letters, the sign of thousands.
INSIDE = re.compile(
    r"(?<=[^\W\d_])['’‘`](?=[^\W\d_])|(?<=\d)[,٬](?=\d{3}(?!\d))"
    r"|(?<=(?<![^\W_])[^\W\d_])\.(?=[^\W\d_](?![^\W_]))"
)
# Unseen, or a mark on a letter: nothing of a slug, and no end of a word either.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Mc", "Me"}

# As Cairo, Damascus and the Maghreb name them, and English.
MONTHS = {
    1: ("يناير", "كانون الثاني", "جانفي", "january", "jan"),
    2: ("فبراير", "شباط", "فيفري", "february", "feb"),
    3: ("مارس", "آذار", "march", "mar"),
    4: ("أبريل", "إبريل", "نيسان", "أفريل", "april", "apr"),
    5: ("مايو", "أيار", "ماي", "may"),
    6: ("يونيو", "يونية", "حزيران", "جوان", "june", "jun"),
    7: ("يوليو", "يولية", "تموز", "جويلية", "يوليوز", "july", "jul"),
    8: ("أغسطس", "آب", "أوت", "غشت", "august", "aug"),
    9: ("سبتمبر", "أيلول", "شتنبر", "september", "sep", "sept"),
    10: ("أكتوبر", "تشرين الأول", "october", "oct"),
    11: ("نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"),
    12: ("ديسمبر", "كانون الأول", "دجنبر", "december", "dec"),
}
WEEKDAYS = re.compile(
    r"(?:يوم\s+)?(?:ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*[,،]?\s+",
    re.IGNORECASE,
)


# Every combining character is neither a letter, a digit nor white space, and none comes before U+0300.
MANY_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{COMBINING_MARKS + 1},}}+")
JOINER = "\u034f"


def normalised(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form of Unicode, in a time that grows with its length alone.

    Sorting the marks on one letter takes the square of their number, so that of more than 30 each 31st is set apart by
    U+034F, which is not seen (UAX 15, 13: the stream-safe text format). Doing it again changes nothing.
    """
    return unicodedata.normalize(form, MANY_MARKS.sub(_set_apart, text))


def _set_apart(run: re.Match[str]) -> str:
    out: list[str] = []
    marks = 0
    for sign in run[0]:
        decomposed = unicodedata.normalize("NFKD", sign)
        own = sum(map(bool, map(unicodedata.combining, decomposed)))
        if own < len(decomposed):
            marks = 0
        elif marks + own > COMBINING_MARKS:
            out.append(JOINER)
            marks = 0
        marks += own
        out.append(sign)
    return "".join(out)


def composed(text: str) -> str:
    """The text in NFC."""
    return normalised("NFC", text)


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as 0-9."""
    return text.translate(DIGITS)


def fold(text: str) -> str:
    """A key under which two spellings of the same words are equal.

    NFKC, without marks, tatweel and invisible characters; alef, yeh, teh marbuta and hamza forms united;
    white space and punctuation as one space; casefolded.
    """
    text = normalised("NFKC", text)
    text = MARKS.sub("", INVISIBLE.sub("", text)).replace(TATWEEL, "")
    text = ascii_digits(text.translate(LETTERS)).replace("\u0621", "")
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def without_reordering(text: str) -> str:
    """The text without the invisible controls that turn the order of a line around (UAX 9, 2.1 to 2.5)."""
    return REORDERING.sub("", text)


def separated(text: str) -> str:
    """The text with a line end for each kind of it, and a space for each other control that separates words."""
    return SEPARATORS.sub(" ", LINE_ENDS.sub("\n", text))


def slugify(text: str) -> str:
    """A Unicode slug of at most 80 characters, cut between words; '' where the text has no letter or digit.

    Whatever stands between two words parts them: a blank, a control, a dash, a mark. A slug is its own slug, also one
    of before, so an underscore stays.
    """
    text = normalised("NFKC", separated(text))
    text = ascii_digits(MARKS.sub("", INVISIBLE.sub("", text)).replace(TATWEEL, "")).lower()
    text = INSIDE.sub("", text)
    kept = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in UNSEEN)
    slug = re.sub(r"\W+", "-", kept).strip("-_")
    if len(slug) <= SLUG_LENGTH:
        return slug
    head, cut, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
    return head if cut else slug[:SLUG_LENGTH]


def count_words(text: str) -> int:
    """Words as a reader counts them: an Arabic word with its marks is one."""
    return len(WORD.findall(text))


FOLDED_MONTHS = {fold(name): month for month, names in MONTHS.items() for name in names}


def parse_date(text: str) -> date:
    """A date with the day first: 16/11/2025, ١٦-١١-٢٠٢٥, 16 نوفمبر 2025, or ISO 2025-11-16, or November 16, 2025.

    A weekday before it is passed over, unchecked. Raises ValueError where the text is no such date, or a date that does
    not exist.
    """
    given = text
    text = MARKS.sub("", ascii_digits(INVISIBLE.sub("", text))).strip().rstrip("م.").strip()
    text = WEEKDAYS.sub("", text, count=1) if WEEKDAYS.match(text) else text
    if iso := re.fullmatch(r"(\d{4})\s*[-/]\s*(\d{1,2})\s*[-/]\s*(\d{1,2})", text):
        year, month, day = iso.groups()
    elif numeric := re.fullmatch(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", text):
        day, month, year = numeric.groups()
    elif named := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:من\s+|of\s+)?([^\W\d][^\d]*?)[\s,،.]+(\d{4})", text):
        day, month, year = named.groups()
    elif named := re.fullmatch(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})", text):
        month, day, year = named.groups()
    else:
        raise ValueError(f"no date: {given!r}")
    return date(int(year), int(month) if month.isdigit() else _month(month), int(day))


def _month(name: str) -> int:
    """1 to 12; of «تشرين الثاني/نوفمبر» both must mean one month. Raises ValueError."""
    (month, *others) = {FOLDED_MONTHS.get(fold(part)) for part in name.split("/")}
    if others or month is None:
        raise ValueError(f"no month: {name!r}")
    return month
