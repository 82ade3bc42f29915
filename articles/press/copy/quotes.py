"""Quotation marks and brackets."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Edit, Found, Repair, Severity
from articles.press.copy.left_alone import MASK
from articles.press.copy.letters import L, M
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule, spotted

# What often begins the name of a body, and hardly ever a word that itself begins with «ك».
BODIES = (
    "سرايا|حركة|حزب|تنظيم|جبهة|جماعة|جيش|قوات|كتائب|كتيبة|لواء|ألوية|هيئة|منظمة|شركة|مؤسسة|وزارة|صحيفة|قناة|مجلس|جمعية"
)
OPENING = '“”„‟"«'


def _guillemets(block: Block, opening: int, closing: int) -> Found:
    text = f"«{block.raw[opening + 1 : closing]}»"
    repair = Repair.SUGGESTED if block.pairs.unsure else None
    return Found(
        opening,
        closing + 1,
        (text,),
        (Edit(opening, opening + 1, "«"), Edit(closing, closing + 1, "»")),
        repair=repair,
    )


def _own(block: Block) -> Iterator[tuple[int, int]]:
    """The pairs in marks that are not the house's, around words of the text's own script."""
    for opening, closing in block.pairs.quotes:
        if block.text[opening + 1 : closing].strip(f"{MASK} "):
            yield opening, closing


def not_guillemets(block: Block, _facts: Facts) -> Iterator[Found]:
    for opening, closing in _own(block):
        yield _guillemets(block, opening, closing)


def reversed_pair(block: Block, _facts: Facts) -> Iterator[Found]:
    for opening, closing in _own(block):
        if block.text[opening] == "”" or (block.text[opening] == "“" == block.text[closing]):
            yield _guillemets(block, opening, closing)


def unbalanced(block: Block, facts: Facts) -> Iterator[Found]:
    if (block.field, block.number) not in facts.continued:
        for place in block.pairs.single:
            yield Found(place, place + 1)


RULES = (
    Rule(
        "QU01",
        Severity.WARNING,
        Repair.SAFE,
        _("Quotation marks in Arabic are « and »: they turn with the line, which others do not."),
        HOUSE_STYLE,
        ('أصدر "بيانًا" اليوم.', "رأت “تحالفًا” جديدًا.", "رأت ”تحالفًا“ جديدًا."),
        ("أصدر «بيانًا» اليوم.", "قال: «كتب “نعم” ومضى».", 'شاشة مقاسها 17" فقط.', "كتاب “The Logic of War” مهم."),
        not_guillemets,
    ),
    Rule(
        "QU02",
        Severity.ERROR,
        Repair.SAFE,
        _("The quotation marks are the wrong way round, or both are of one side."),
        HOUSE_STYLE,
        ("رأت ”تحالفًا“ جديدًا.", "وصفها كـ”خيانة” أمس."),
        ("رأت “تحالفًا” جديدًا.", "رأت «تحالفًا» جديدًا."),
        reversed_pair,
    ),
    Rule(
        "QU03",
        Severity.ERROR,
        Repair.SAID,
        _("A bracket or quotation mark has no fellow in its paragraph."),
        "LanguageTool: GenericUnpairedBrackets",
        ("أصدر المجلس «بيانًا ختاميًا.", "اجتمعوا في القاهرة) أمس."),
        ("أولًا: أ) الماء، ب) الغذاء.", "<p>«بدأ القول.</p><p>وهذا تمامه».</p>", "قال: «كتب “نعم” ومضى»."),
        unbalanced,
        languages=BOTH,
    ),
    Rule(
        "QU04",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("The preposition stands inside the quotation marks: it is the sentence's, and not the name's."),
        HOUSE_STYLE,
        ("الخلايا الأصغر “كسرايا أنصار السنة”.", "تحركت فصائل «كحركة الشباب»."),
        ("كتاب «كليلة ودمنة».", "مسرحية «بيت الدمية»."),
        spotted(rf"([{OPENING}])ك({M}(?:{BODIES})(?!{L}))", r"كـ\1\2"),
    ),
)
