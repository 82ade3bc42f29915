"""Punctuation marks, dashes and what is typed in place of them."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.letters import BLANK, LETTERS, MARKS, B, D, L, M
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule, of_kinds, spotted, together
from shaf.text.arabic import MONTHS, TATWEEL, ascii_digits, count_words

ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}
TERMINAL = tuple(".:؛،؟!…")
CLOSING = " \u00a0»”“\"')]\ufffc"
# A paragraph that is shorter may be a verse, a name or a line of an address.
SENTENCE_WORDS = 12
ABBREVIATED = re.compile(rf"(?:(?<!{L}){L}{M}|إلخ)\.$")
# Pairs that are one expression.
FIXED = {("و", "أو"), ("كم", "ساعة"), ("كم", "س"), ("م", "ث"), ("متر", "ثانية"), ("هـ", "م"), ("ه", "م")}
OF_MONTHS = {name.split()[-1] for names in MONTHS.values() for name in names} | {
    name.split()[0] for names in MONTHS.values() for name in names
}
FALLS_SHORT = _("The paragraph ends without a full stop or another mark that ends a sentence.")
OUT_OF_ORDER = _("The number does not follow the one before it: a number is missing, or stands twice.")
NUMBERED = re.compile(rf"^{B}*({D}{{1,2}})(?:{B}?[-–—]|[.)])(?:{B}+(?!{D})|(?={L}))")
ENDS_A_HEADING = _("A heading ends without a full stop, comma or colon.")
WORD = f"[{LETTERS}{MARKS}]+"


def arabic_mark(found: re.Match[str]) -> str:
    return ARABIC_MARKS[found[0]]


def doubled(found: re.Match[str]) -> str | None:
    """One of them; of two full stops a person must say whether one or an ellipsis was meant."""
    return None if found[0] == ".." else found[0][0]


def slashed(found: re.Match[str]) -> str | None:
    left, right = found[1], found[2]
    if (left, right) in FIXED or (left in OF_MONTHS and right in OF_MONTHS) or min(len(left), len(right)) < 2:
        return None
    return f"{left} / {right}"


def broken_numbering(blocks: Sequence[Block], _facts: Facts) -> Iterator[tuple[Block, Found]]:
    """A typed number that neither follows the one before it under its heading nor begins anew."""
    last = None
    for block in blocks:
        if block.kind == "heading":
            last = None
        elif block.kind == "paragraph" and (found := NUMBERED.match(block.text)):
            number = int(ascii_digits(found[1]))
            if last is not None and number not in (1, last + 1):
                yield block, Found(found.start(1), found.end(1), message=OUT_OF_ORDER, repair=Repair.SAID)
            last = number


def at_the_end(block: Block, _facts: Facts) -> Iterator[Found]:
    text = block.text.rstrip(CLOSING)
    if block.kind in {"heading", "title"}:
        if text.endswith((".", "؛", "،", ":", ",", ";")) and not ABBREVIATED.search(text):
            yield Found(len(text) - 1, len(text), message=ENDS_A_HEADING)
    elif "\n" not in block.text and not text.endswith(TERMINAL) and count_words(block.raw) > SENTENCE_WORDS:
        yield Found(max(len(text) - 1, 0), len(text), message=FALLS_SHORT)


TWO_STOPS = re.compile(r"(?<![.\d])\.\.(?![.\w/])")
ON_ONE_SIDE = re.compile(rf"(?<=[{LETTERS}{MARKS}»)]){B}-(?={L}{M}{L})|(?<={L}{L})-{B}(?={L})")


def two_stops(block: Block, _facts: Facts) -> Iterator[Found]:
    """A full stop typed twice, or an ellipsis that lacks one."""
    for found in TWO_STOPS.finditer(block.text):
        yield Found(found.start(), found.end(), (".", "…"), repair=Repair.SUGGESTED)


def on_one_side(block: Block, _facts: Facts) -> Iterator[Found]:
    """A hyphen with a space on one side: a dash that lacks the other, or no space at all was meant."""
    if "-" in block.text:
        for found in ON_ONE_SIDE.finditer(block.text):
            yield Found(found.start(), found.end(), (" – ", "-"), repair=Repair.SUGGESTED)


RULES = (
    Rule(
        "PU01",
        Severity.ERROR,
        Repair.SAFE,
        _("A Latin mark stands in an Arabic sentence: Arabic has its own comma, semicolon and question mark."),
        "LanguageTool; fix-common-arabic-mistakes",
        ("انتهت المهلة, ولم يصل الرد.", "هل تكفي الموارد?"),
        ("بلغ 1,250,000 نسمة.", "نشرت مجلة Foreign Policy, مقالًا.", "<p><code>نص, نص</code> رمز.</p>"),
        spotted(rf"(?<=[{LETTERS}{MARKS}»)])[,;?](?!\w*[0-9])(?=[\s»)”\"\ufffc{LETTERS}]|$)", arabic_mark),
    ),
    Rule(
        "PU02",
        Severity.ERROR,
        Repair.SAFE,
        _("A punctuation mark stands twice where one is enough."),
        "LanguageTool: ArabicDoublePunctuation; dorar.net",
        ("انتهت المهلة،، ولم يصل.", "هل تكفي؟؟", "هل تكفي الموارد؟.", "لم يتغير شيء.."),
        ("ماذا بعد؟!", "ثم صمت… ولم يزد.", "الماء والغذاء إلخ.، ثم توقف."),
        together(
            spotted(r"(?<![،؛:؟!,?;])([،؛:؟!,?;])\1+(?![،؛:؟!,?;])", doubled),
            spotted(r"([؟!?])\.(?!\.)", r"\1"),
            two_stops,
        ),
        languages=BOTH,
    ),
    Rule(
        "PU03",
        Severity.WARNING,
        Repair.SAFE,
        _("Dots in a row stand for an ellipsis, which is one sign (…)."),
        HOUSE_STYLE,
        ("الغذاء والدواء...", "ثم صمت.... ولم يزد."),
        ("الغذاء والدواء…", "<p><code>a...</code> رمز.</p>"),
        spotted(r"(?<!\.)\.{3,5}(?!\.)", "…", needs=("...",)),
        languages=BOTH,
    ),
    Rule(
        "PU04",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("An underscore is no punctuation mark: a dash or a space was meant."),
        HOUSE_STYLE,
        ("حراس الدين المنحل_ تميل إلى ذلك.", "الحل_السياسي ممكن."),
        ("وسم #أزمة_المياه يتصدر.", "الملف report_2025.csv هنا.", "____________"),
        together(
            spotted(rf"(?<=[{LETTERS}{MARKS}]){B}*(?<!_)_(?!_){B}*(?={B}|$)", " –", needs="_"),
            spotted(rf"(?<![^\s]){B}*(?<!_)_(?!_)(?=[{LETTERS}])", "– ", needs="_"),
            spotted(rf"(?<=[{LETTERS}{MARKS}])_(?=[{LETTERS}])", " ", " – ", needs="_"),
        ),
    ),
    Rule(
        "PU05",
        Severity.WARNING,
        Repair.SAFE,
        _("A hyphen stands for a dash: between spaces it is a dash (–) that parts, the hyphen joins."),
        HOUSE_STYLE,
        ("البعد الإقليمي - مؤشرات متباينة.", "يرى الباحثون -وهم كثر أن الحل ممكن."),
        (
            "العلاقات المصرية-السودانية.",
            "أ- الموارد المائية.",
            "1- تصعيد عملياتي.",
            "بلغت -5 درجات.",
            "من 10 - 12 شهرًا.",
        ),
        together(
            spotted(rf"(?<=[^\s{BLANK}{D[1:-1]}]){B}[-{TATWEEL}]{B}(?=[^\s])", " – "),
            on_one_side,
        ),
        languages=BOTH,
    ),
    Rule(
        "PU06",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("A row of hyphens is drawn as a line: the editor has a dividing line of its own."),
        HOUSE_STYLE,
        ("-------------------", "___________"),
        ("–", "يرى الباحثون – وهم كثر – ذلك."),
        spotted(rf"^{B}*[-_–—{TATWEEL}=*]{{5,}}{B}*$"),
        languages=BOTH,
    ),
    Rule(
        "PU07",
        Severity.WARNING,
        Repair.SAID,
        _("The end of a paragraph or heading is not marked as it should be."),
        HOUSE_STYLE,
        (
            "<p>تتعدد التداعيات الأمنية والسياسية والاقتصادية للقرار في المنطقة العربية كلها وفي دول الجوار أيضًا</p>",
            "<h2>تداعيات القرار.</h2>",
        ),
        ("<h2>هل تكفي الموارد؟</h2>", "<p>قفا نبك من ذكرى حبيبٍ ومنزلِ</p>", "<ul><li>دعم الشبكات</li></ul>"),
        of_kinds(("paragraph", "heading", "title", "standfirst"), at_the_end),
    ),
    Rule(
        "PU08",
        Severity.INFO,
        Repair.SUGGESTED,
        _("A slash joins two words: between Arabic words «و» or «أو» says which is meant."),
        HOUSE_STYLE,
        ("النفوذ الحزبي/المسلّح.",),
        ("في تشرين الثاني/نوفمبر.", "البحري و/أو البري.", "120 كم/ساعة.", "وقع في 16/11/2025."),
        spotted(rf"(?<![/{LETTERS}{MARKS}{TATWEEL}])({WORD})/({WORD})(?!/)", slashed, needs="/"),
        of_words=True,
    ),
    Rule(
        "PU09",
        Severity.ERROR,
        Repair.SAID,
        _("The paragraph begins with a punctuation mark, which belongs to the end of the one before."),
        "dorar.net",
        ("، ثم انتهت المهلة.", ". انتهت المهلة."),
        ("… ثم انتهى كل شيء.", "«القول» هنا.", "(انظر الجدول 3).", "– الموارد المائية."),
        spotted(rf"^{B}*(?:[،؛:؟!,;?]|\.(?![.\d]))(?!/)"),
        languages=BOTH,
    ),
    Rule(
        "PU10",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("A number is typed at the beginning: as a numbered list the numbers keep themselves right."),
        HOUSE_STYLE,
        ("1- تصعيد عملياتي.", "٣) تفاوت القدرات."),
        ("2011 عام التحولات.", "3.5 ملايين نازح.", "10-12 شهرًا مدة المشروع.", "<ol><li>تصعيد</li></ol>"),
        of_kinds(("paragraph",), spotted(NUMBERED.pattern)),
        broken_numbering,
        languages=BOTH,
    ),
)
