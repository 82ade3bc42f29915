"""Marks of vowels: where they stand, and which letters they can stand on."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.letters import DRESS, LETTERS, MARKS, TANWEEN, VOWELS, L, M
from articles.press.copy.rule import HOUSE_STYLE, Rule, spotted
from articles.press.findings import lazy_text
from shaf.text.arabic import TATWEEL, composed

FATHATAN = "\u064b"
# No word is longer, and a pattern that may begin anywhere must end somewhere.
WHOLE = f"[{LETTERS}{MARKS}]{{0,60}}"
VOWEL = re.compile(f"[{VOWELS}]")
RUN = re.compile(f"{L}[{MARKS}\u0653-\u0655]+")
AFTER_BLANK = re.compile(rf"(?:(?<=[\s\u00a0])|^)[{MARKS}]+")
# Words that begin with «ال» and have no article: from roots in ل, and foreign ones written without their hamza.
RADICAL = re.compile(
    r"الت.ا.(?:ا|ة|ات)?|التئام.*|التواء.*|(?:الزام|الهام|الغاء|الحاح|الحاق|المام|القاء|الصاق|الماس|البوم|الف)ا?"
    r"|الكترون.*|الماني.*"
)
ARTICLE = re.compile(r"(?:ال.{2,}|[وف]?(?:بال|كال).{5,}|وال.{5,}|فال.{5,}|[وف]?لل.{4,})")


def on_the_letter_before(found: re.Match[str]) -> str:
    return composed(found[1] + found[2] + FATHATAN) + found[3]


def moved_to_the_end(found: re.Match[str]) -> str:
    """The tanween where a tanween stands; on the letter before, where an alef is its seat."""
    if found[3][-1] in "\u064b\u064c\u064d":
        return f"{found[1]}{found[3]}"
    return composed(f"{found[1]}{found[3]}{found[2]}")


def misplaced(block: Block, _facts: Facts) -> Iterator[Found]:
    for found in MIDWORD.finditer(block.text):
        rest = DRESS.sub("", found[3])
        if rest == "ا" or (rest in {"ى", "ة"} and found[2] == FATHATAN):
            continue
        suggestions = [moved_to_the_end(found)]
        if len(rest) > 1:
            suggestions.append(f"{found[1]}{found[2]} {found[3]}")
        yield Found(found.start(), found.end(), tuple(suggestions))


MIDWORD = re.compile(f"({L}{WHOLE})([{TANWEEN}])({L}{WHOLE})")


def on_a_definite_word(block: Block, _facts: Facts) -> Iterator[Found]:
    for word in block.words:
        written = word.written
        if not any(sign in written for sign in "\u064b\u064c\u064d"):
            continue
        body = written.rstrip("ا") if written.endswith(f"{FATHATAN}ا") else written
        tanween = next((sign for sign in body[-2:] if sign in "\u064b\u064c\u064d"), "")
        if not tanween or not ARTICLE.fullmatch(word.bare) or RADICAL.fullmatch(word.bare.lstrip("وف")):
            continue
        vowel = {"\u064b": "\u064e", "\u064c": "\u064f", "\u064d": "\u0650"}[tanween]
        without = body.replace(tanween, "")
        yield Found(word.start, word.end, (composed(without + vowel), without))


def two_marks(block: Block, _facts: Facts) -> Iterator[Found]:
    """What has another spelling in Unicode's one order, the same mark twice, two vowels on a letter, a mark on none."""
    for found in RUN.finditer(block.text):
        run = found[0]
        once = composed("".join(dict.fromkeys(run)))
        if once != run:
            yield Found(found.start(), found.end(), (once,), repair=Repair.SAFE)
        elif len(vowels := VOWEL.findall(run)) > 1:
            vowels = list(dict.fromkeys(vowels))
            others = [run.translate({ord(v): None for v in vowels if v != kept}) for kept in vowels]
            yield Found(found.start(), found.end(), tuple(others))
    for found in AFTER_BLANK.finditer(block.text):
        yield Found(found.start(), found.end(), ("",))


BEFORE = "(?:من|في|إلى|على|عن|مع|بعد|قبل|خلال|ضد|نحو)"
NOT_JOINED = re.compile(
    rf"(?<![{LETTERS}{MARKS}]){BEFORE} (?P<a>{WHOLE}\u064c)(?= {L})"
    rf"|(?<![{LETTERS}{MARKS}])(?P<b>(?!ال){WHOLE}[\u064c\u064d])(?= ال{L}{{3}})"
)


def not_a_construct(block: Block, _facts: Facts) -> Iterator[Found]:
    for found in NOT_JOINED.finditer(block.text):
        group = "a" if found["a"] else "b"
        yield Found(found.start(group), found.end(group))


def unlike(blocks: Sequence[Block], _facts: Facts) -> Iterator[tuple[Block, Found]]:
    """Each word that is written with different marks, at the first place where it differs from the place before."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for block in blocks:
        for word in block.words:
            written = word.written.replace(TATWEEL, "")
            first = seen.setdefault(word.bare, written)
            if first != written and word.bare not in told:
                told.add(word.bare)
                yield block, Found(word.start, word.end, message=_unlike(first, written))


@lazy_text
def _unlike(first: str, then: str) -> str:
    return gettext("The word is written «%(first)s» before and «%(then)s» here.") % {"first": first, "then": then}


RULES = (
    Rule(
        "DI01",
        Severity.WARNING,
        Repair.SAFE,
        _("The fathatan stands on the alef: the house writes it on the letter before (احتمالًا)."),
        HOUSE_STYLE,
        ("الأكثر احتمالاً اليوم.", "بلغ مدىً بعيدًا."),
        ("الأكثر احتمالًا اليوم.", "نال جزاءً عادلًا."),
        spotted(rf"((?<!ا)ء|(?!ء){L})({M})([اى])\u064b(?![{LETTERS}{MARKS}])", on_the_letter_before),
        of_words=True,
    ),
    Rule(
        "DI02",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("A vowel that cannot stand before a final alef: a fathatan was meant."),
        HOUSE_STYLE,
        ("خصوصُا إن لم تكن.", "كان قرارٌا صعبًا."),
        ("كتبُوا رسالة.", "خصوصًا إن لم تكن."),
        spotted(
            rf"(?<![{LETTERS}{MARKS}])({WHOLE}{L})[\u064c-\u064d\u064f-\u0650](\u0651?)ا(?![{LETTERS}{MARKS}])",
            lambda found: f"{found[1]}{FATHATAN}{found[2]}ا",
        ),
        of_words=True,
    ),
    Rule(
        "DI03",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("A tanween stands within a word: it belongs on the last letter."),
        HOUSE_STYLE,
        ("تعاونٌ استخباراتٌي مشترك.", "ضربةٍمشتركةٍ."),
        ("مباشرًا.", "مدًى بعيد.", "خصوصُا."),
        misplaced,
        of_words=True,
    ),
    Rule(
        "DI04",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("A word with the article takes no tanween."),
        HOUSE_STYLE,
        ("صدر القرارٌ أمس.", "اجتمعوا في القاهرةٍ أمس."),
        ("التزامًا بالاتفاق.", "التباسٌ في الفهم.", "والدٌ حازم.", "والٍ عادل.", "بالغًا مبلغه."),
        on_a_definite_word,
        of_words=True,
    ),
    Rule(
        "DI05",
        Severity.WARNING,
        Repair.SAID,
        _("A word with tanween cannot be the first of two joined nouns, and after a preposition it has no damma."),
        HOUSE_STYLE,
        ("مخاوف من تمدّدٌ خلايا جديدة.", "بيانٌ الوزارة صدر."),
        ("مخاوف من تمدّدِ خلايا جديدة.", "بيانٌ جديد صدر."),
        not_a_construct,
        of_words=True,
        is_on=False,
    ),
    Rule(
        "DI06",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("Two vowels stand on one letter, a mark stands twice, or it stands on no letter."),
        "Unicode: NFC",
        ("المدرسَُة الأولى.", "القرارُُ الجديد.", "صدر ُالقرار."),
        ("يُعدّ القرارُ تحوّلًا.", "هَٰذا بيان.", "استثنائيٌّ."),
        two_marks,
    ),
    Rule(
        "DI07",
        Severity.INFO,
        Repair.SAID,
        _("The same word is written with marks here and with others, or none, elsewhere."),
        HOUSE_STYLE,
        ("تحالفٌ جديد، وتحالف قديم، ثم تحالف آخر.",),
        ("تحالف جديد وتحالف قديم.",),
        survey=unlike,
        of_words=True,
    ),
    Rule(
        "DI08",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("After «اء» the tanween needs no alef (سواءً)."),
        _("school rule"),
        ("سواءًا كانت كبيرة.", "بناءاً على الطلب."),
        ("سواءً كانت كبيرة.", "جاءا معًا.", "جزءًا منه."),
        spotted(rf"({WHOLE}اء)(?:{FATHATAN}ا{FATHATAN}?|ا{FATHATAN})(?![{LETTERS}{MARKS}])", rf"\1{FATHATAN}"),
        of_words=True,
    ),
)
