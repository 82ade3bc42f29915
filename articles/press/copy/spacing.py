"""Spaces: where there is one too many, one too few, or one of a wrong kind."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.left_alone import MASK
from articles.press.copy.letters import BLANK, LETTERS, MARKS, B, D, L, M
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule, of_languages, spotted, together
from shaf.text.arabic import TATWEEL

# Where a full stop before one of these may be an address without its scheme.
DOMAINS = "مصر|السعودية|امارات|الاردن|المغرب|تونس|قطر|فلسطين|سورية|عمان|شبكة|موقع|كوم"
NO_BREAK = "\u00a0"
LETTER, BLANKS = re.compile(f"[{LETTERS}{MARKS}A-Za-z]"), re.compile(f"{B}*")
DIGIT = re.compile(D)
# A space before one of these is another rule's.
MARKS_AFTER = tuple("،؛:.؟!,;?)»")


def no_break(block: Block, _facts: Facts) -> Iterator[Found]:
    """Kept behind a digit, and before one behind a letter; behind the stop of an abbreviation too."""
    text = block.text
    place = text.find(NO_BREAK)
    while place >= 0:
        before, after = block.before(place), block.after(place + 1)
        number = DIGIT.match(before) or (DIGIT.match(after) and LETTER.match(before))
        if after not in MARKS_AFTER and not (
            number or (re.search(rf"(?<![{LETTERS}]){L}\.$", text[max(0, place - 3) : place]) and after.isalpha())
        ):
            yield Found(place, place + 1, (" ",))
        place = text.find(NO_BREAK, place + 1)


def inside_pairs(block: Block, _facts: Facts) -> Iterator[Found]:
    """Blanks behind what opens, and before a quotation mark that looks the same on both sides."""
    for opening, closing in block.pairs.quotes:
        for blanks in (BLANKS.match(block.text, opening + 1), _blanks_before(block.text, closing)):
            if blanks and blanks[0] and blanks.end() < len(block.text) and not block.pairs.unsure:
                yield Found(blanks.start(), blanks.end(), ("",))
    for opening, _closing in block.pairs.guillemets + block.pairs.brackets:
        blanks = BLANKS.match(block.text, opening + 1)
        if blanks and blanks[0]:
            yield Found(blanks.start(), blanks.end(), ("",))


def _blanks_before(text: str, place: int) -> re.Match[str] | None:
    start = place
    while start and text[start - 1] in BLANK:
        start -= 1
    return BLANKS.match(text, start, place)


def outside_pairs(block: Block, _facts: Facts) -> Iterator[Found]:
    """A sign that opens against the word before it, one that closes against the word after it; clitics are joined."""
    text = block.text
    for opening, closing in sorted(block.pairs.quotes + block.pairs.guillemets + block.pairs.brackets):
        # «باحث(ة)» is one word.
        if block.pairs.unsure or (text[opening] == "(" and closing - opening <= 4):
            continue
        word = re.search(f"[{LETTERS}{MARKS}]+$", text[max(0, opening - 20) : opening])
        if word and len(re.findall(L, word[0])) > 2:
            yield Found(opening, opening + 1, (f" {text[opening]}",))
        if re.match(L, text[closing + 1 : closing + 2]):
            yield Found(closing, closing + 1, (f"{text[closing]} ",))


def empty(block: Block, _facts: Facts) -> Iterator[Found]:
    if not block.raw.strip():
        yield Found(0, len(block.raw), ("",))


RULES = (
    Rule(
        "SP01",
        Severity.WARNING,
        Repair.SAFE,
        _("More than one space in a row: one is enough between two words."),
        "LanguageTool: MultipleWhitespace",
        ("شهدت المنطقة  تحولًا.", "نقاط ضعف {nbsp}كقوافل."),
        ("شهدت المنطقة تحولًا.", "<p><code>a  b</code> رمز.</p>"),
        spotted(rf"{B}{{2,}}", " "),
        languages=BOTH,
    ),
    Rule(
        "SP02",
        Severity.WARNING,
        Repair.SAFE,
        _("A no-break space stands in prose: it keeps a line from breaking where it may. An ordinary space will do."),
        HOUSE_STYLE,
        ("أولًا:{nbsp}تعزيز التعاون.",),
        ("تبعد 10{nbsp}كم.", "في عام{nbsp}2025 تغيّر الأمر.", "قال د.{nbsp}كريم ذلك."),
        no_break,
        languages=BOTH,
    ),
    Rule(
        "SP03",
        Severity.ERROR,
        Repair.SAFE,
        _("A space stands before a punctuation mark: the mark belongs to the word before it."),
        "LanguageTool: ArabicPunctuationWhitespace; dorar.net",
        ("انتهت المهلة ، ولم يصل الرد.", "الدوافع{nbsp}: كثيرة.", "(في القاهرة ) أمس."),
        ("تبدأ عند 10:30 صباحًا.", "بلغ .5 من الواحد.", "كتب: «… ثم مضى»."),
        together(
            spotted(rf"(?<=[^\s,،؛;:.؟?!]){B}+(?=(?:[،؛:؟?!;,]|\.(?![\d.]))(?!\)))", ""),
            spotted(rf"(?<=[^\s«(]){B}+(?=[)»])", ""),
        ),
        languages=BOTH,
    ),
    Rule(
        "SP04",
        Severity.ERROR,
        Repair.SAFE,
        _("No space follows the punctuation mark: the next word runs into it."),
        "LanguageTool: ArabicCommaWhitespace",
        ("انتهت المهلة،ولم يصل الرد.", "انتهى الاجتماع.وغادر الوفد."),
        ("أ.د. محمد أستاذ.", "تبدأ عند 10:30.", "انظر www.example.org/a,b اليوم."),
        together(
            spotted(rf"(?<=[{LETTERS}{MARKS}{BLANK}»)\"”])[،؛؟!,;?]+(?={L})", r"\g<0> "),
            of_languages("en", spotted(r"(?<=[A-Za-z]{2})[,;?!](?=[A-Za-z]{2})", r"\g<0> ")),
            spotted(rf"(?<=[{LETTERS}{MARKS}»)]{{2}}):(?={L}{M}{L})", ": "),
            spotted(rf"(?<=[{LETTERS}{MARKS}]{{2}})\.(?={L}{M}{L})(?!(?:{DOMAINS})(?!{L}))", ". "),
        ),
        languages=BOTH,
    ),
    Rule(
        "SP05",
        Severity.ERROR,
        Repair.SAFE,
        _("The conjunction «و» stands apart from its word: it is written in one with it."),
        "fix-common-arabic-mistakes",
        ("مصر و السودان.", "تراجعت الصادرات، و ارتفعت الأسعار."),
        (
            "حرف الواو و «النون».",
            "الأحرف أ و ب و ج.",
            "كتب ج. و. بوش مذكراته.",
            "حرف و هو من حروف العطف.",
            "بندAو كلمة.",
        ),
        spotted(
            rf"(?<![{LETTERS}{MARKS}{MASK}\w.])(?<!حرف )(?<!الواو )و{M}({B}+)(?={L}{M}[{LETTERS}{TATWEEL}])(?!و{M}{B})",
            "",
            part=1,
        ),
    ),
    Rule(
        "SP06",
        Severity.ERROR,
        Repair.SAFE,
        _("A space stands inside the brackets or quotation marks: they enclose the words without one."),
        "LanguageTool; fix-common-arabic-mistakes",
        ("وصفه بأنه « خيانة».", "اجتمعوا ( في القاهرة) أمس.", 'وصفه بأنه "خيانة " مرة.'),
        ("وصفه بأنه «خيانة».", "قال «نعم» ثم «لا»."),
        inside_pairs,
        languages=BOTH,
    ),
    Rule(
        "SP07",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("Letters follow a tanween, which ends a word: two words are joined here, or the mark is misplaced."),
        HOUSE_STYLE,
        ("استجلاب ضربةٍمشتركةٍ.",),
        ("تعاونٌ مشترك.", "تعاونٌ استخباراتٌي."),
        spotted(
            rf"({L}[{LETTERS}{MARKS}]{{0,60}}[\u064c\u064d])({L}{M}{L}[{LETTERS}{MARKS}]{{0,60}})",
            r"\1 \2",
            lambda found: found[1][:-1] + found[2] + ("" if found[2][-1] in "\u064b\u064c\u064d" else found[1][-1]),
        ),
        of_words=True,
    ),
    Rule(
        "SP08",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("No space parts the brackets or quotation marks from the word beside them."),
        "dorar.net",
        ("أصدرت المنظمة«بيانًا» اليوم.", "شاركت الدول (الأعضاء)في القمة."),
        ("وصفه كـ«خيانة».", "في «الأهرام» و«الحياة».", "على كل باحث(ة) أن يسجل.", "بالـ«قوة»."),
        outside_pairs,
    ),
    Rule(
        "SP09",
        Severity.WARNING,
        Repair.SAFE,
        _("The paragraph is empty."),
        HOUSE_STYLE,
        ("{nbsp}",),
        ("نص.",),
        empty,
        languages=BOTH,
    ),
)
