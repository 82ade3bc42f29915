"""Style: sentences that are too long, repetitions, calques, and the house's own terms."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.letters import LETTERS, MARKS, B, L, M, Word
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule, spotted, together
from articles.press.copy.spellings import SPELT_LETTERS, spelt
from articles.press.findings import lazy_text
from articles.press.html.tree import names
from shaf.text.arabic import count_words

LONG, TOO_LONG = 50, 80
# From so many words on a repetition is one: within a paragraph, and anywhere in the text.
REPEATED, REPEATED_ANYWHERE = 4, 6
ALONE, END = rf"(?<![{LETTERS}{MARKS}])", rf"(?![{LETTERS}{MARKS}])"
WHOLE = f"[{LETTERS}{MARKS}]"
S = f"{B}+"
# Said twice on purpose, or two words of the same letters.
TWICE = names("""
    من ما لا كلا هم نعم جدا رويدا قليلا كثيرا شيئا دكا صفا كل that had
""")
MASCULINE = names("""
    الخليفة العلامة الداعية الطاغية الراوية النابغة الرحالة البحاثة الفهامة الداهية القضاة الدعاة الرعاة الغزاة
    الولاة الأساتذة الحمزة الثلاثة الأربعة الخمسة الستة السبعة الثمانية التسعة العشرة القادة السادة الطلبة
    الورثة
""")
# Nouns in the singular that are masculine, which «هذه» cannot point at.
MASCULINE_NOUNS = "|".join(
    sorted(
        names("""
    القرار التقرير الاتفاق المشروع النظام الأمر التحالف المشهد الملف الواقع التحول الصراع النزاع البيان المجلس
    الاجتماع المؤتمر الحزب التنظيم الهجوم القانون البند المسار الإطار الموقف الحدث الحوار الحل التوجه النهج
    الخيار السيناريو التهديد الخطر السياق المبدأ المفهوم الكتاب الفصل المقال البحث الموضوع النص الخطاب الشعار
    القطاع الإقليم البلد
""")
    )
)


def long_sentences(block: Block, _facts: Facts) -> Iterator[Found]:
    for start, end in block.sentences:
        if (words := count_words(block.raw[start:end])) > LONG:
            severity = Severity.ERROR if words > TOO_LONG else None
            start += len(block.raw[start:end]) - len(block.raw[start:end].lstrip())
            yield Found(start, end, severity=severity, message=_so_many_words(words))


@lazy_text
def _so_many_words(words: int) -> str:
    text = ngettext(
        "The sentence has %(n)d word: who reads it loses the thread. Make two or three of it.",
        "The sentence has %(n)d words: who reads it loses the thread. Make two or three of it.",
        words,
    )
    return text % {"n": words}


def repeated_words(block: Block, _facts: Facts) -> Iterator[Found]:
    words = block.words
    for first, second in pairwise(words):
        if first.bare == second.bare and not block.text[first.end : second.start].strip(" \u00a0"):
            # «واحدًا واحدًا» is one after another.
            if (
                first.bare in TWICE
                or first.bare in SPELT_LETTERS
                or first.written.endswith(("ًا", "اً"))
                or len(first.bare) < 2
            ):
                continue
            yield Found(first.start, second.end, (first.written,), message=SAID_TWICE)


def repeated_phrases(blocks: Sequence[Block], facts: Facts) -> Iterator[tuple[Block, Found]]:
    """What is said again word for word: in one paragraph from four words on, anywhere from six."""
    earlier: dict[tuple[str, ...], None] = {}
    for block in blocks:
        words = [word for word in block.words if re.match(rf"{L}|[a-zA-Z]", word.bare)]
        yield from ((block, found) for found in _again(words, _grams(words, REPEATED), REPEATED, SAID_AGAIN_HERE))
        grams = _grams(words, REPEATED_ANYWHERE)
        told = 0
        for number, gram in enumerate(grams):
            if gram in earlier and number >= told:
                length = REPEATED_ANYWHERE
                while number + length - REPEATED_ANYWHERE + 1 < len(grams) and (
                    grams[number + length - REPEATED_ANYWHERE + 1] in earlier
                ):
                    length += 1
                told = number + length - REPEATED_ANYWHERE + 1
                place = Found(words[number].start, words[number + length - 1].end, message=SAID_AGAIN)
                yield block, place
        earlier |= dict.fromkeys(grams)


def _grams(words: Sequence[Word], length: int) -> list[tuple[str, ...]]:
    bare = [word.bare for word in words]
    return list(zip(*(bare[start:] for start in range(length)), strict=False))


def _again(
    words: Sequence[Word], grams: Sequence[tuple[str, ...]], length: int, message: str | Promise
) -> Iterator[Found]:
    """The longest repetitions within one sequence of words."""
    first: dict[tuple[str, ...], int] = {}
    told = 0
    for number, gram in enumerate(grams):
        begun = first.setdefault(gram, number)
        if begun + length > number or number < told:
            continue
        size = length
        while (
            number + size - length + 1 < len(grams)
            and grams[begun + size - length + 1] == grams[number + size - length + 1]
            and begun + size < number
        ):
            size += 1
        told = number + size
        yield Found(words[number].start, words[number + size - 1].end, message=message)


SAID_TWICE = _("The word stands twice in a row.")
SAID_AGAIN_HERE = _("The paragraph says this twice in the same words.")
SAID_AGAIN = _("The text has said this before in the same words.")


def this_with_a_feminine(found: re.Match[str]) -> str | None:
    noun = re.sub(f"[{MARKS}]", "", found["noun"])
    return None if noun in MASCULINE else f"{found['joined']}هذه {found['noun']}"


def all_of_them(found: re.Match[str]) -> str:
    return f"{found['joined']}{found['noun']} {found['all']}"


def in_a_way(found: re.Match[str]) -> str:
    """«بشكلٍ مؤقّتٍ» → «مؤقّتًا»."""
    adjective = re.sub("[\u064b-\u0650\u0652]+$", "", found[1])
    return adjective + ("ً" if adjective.endswith(("ة", "اء")) else "\u064bا")


def house_terms(block: Block, facts: Facts) -> Iterator[Found]:
    if not facts.house.terms:
        return
    for start, end, term in facts.house.terms_in(block.words):
        if block.raw[start:end] == term.preferred:
            continue
        severity = Severity.ERROR if term.forbidden else None
        repair = Repair.SUGGESTED if term.preferred else None
        yield Found(start, end, (term.preferred,) if term.preferred else (), (), repair, severity, term.reason or None)


RULES = (
    Rule(
        "ST01",
        Severity.WARNING,
        Repair.SAID,
        _("The sentence is too long."),
        "LanguageTool: LongSentence",
        (" ".join(["كلمة أخرى"] * 26) + ".",),
        (" ".join(["كلمة أخرى"] * 25) + ".", " ".join(["كلمة أخرى"] * 20) + "؟ " + " ".join(["كلمة أخرى"] * 20) + "."),
        long_sentences,
        languages=BOTH,
    ),
    Rule(
        "ST02",
        Severity.INFO,
        Repair.SAID,
        _("The same words are said again."),
        "LanguageTool: WordRepeat",
        (
            "وصل إلى إلى القاهرة.",
            "من تمدد خلايا التنظيمات المتشددة؛ ومن تمدد خلايا التنظيمات المتشددة.",
            "<p>انضمام سوريا إلى تحالف مكافحة الإرهاب العالمي.</p><p>عن انضمام سوريا إلى تحالف مكافحة الإرهاب.</p>",
        ),
        ("تحسن شيئًا فشيئًا ورويدًا رويدًا.", "اشترى من من يبيع.", "لا لا أوافق."),
        repeated_words,
        repeated_phrases,
        languages=BOTH,
        of_words=True,
    ),
    Rule(
        "ST03",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("The demonstrative and its noun differ in gender."),
        "LanguageTool: grammar.xml",
        ("تستغل هذا السردية.", "على هذه القرار."),
        ("هذا الخليفة عادل.", "هذه القرارات معلّقة.", "لهذا الدولة مطالبة.", "هذا حقيقة.", "ومع هذا السياسة قائمة."),
        together(
            spotted(
                rf"(?<!مع ){ALONE}(?P<joined>[وفبك]?){spelt('هذا')}{S}(?P<noun>ال{WHOLE}+ة{M}){END}",
                this_with_a_feminine,
                needs=("هذا",),
            ),
            spotted(rf"{ALONE}([وفبلك]?)هذه{M}{S}((?:{MASCULINE_NOUNS}){M}){END}", r"\1هذا \2", needs=("هذه",)),
        ),
        of_words=True,
    ),
    Rule(
        "ST04",
        Severity.INFO,
        Repair.SUGGESTED,
        _("«كافة» and «جميع» follow the noun that they confirm, in careful prose."),
        HOUSE_STYLE,
        ("دعا كافة الأطراف.", "حضر جميع الأعضاء."),
        ("حضر الأطراف كافة.", "حضر الأعضاء جميعًا."),
        together(
            spotted(
                rf"{ALONE}(?P<joined>[وف]?)(?P<all>كاف{M}ة{M}){S}(?P<noun>ال{WHOLE}+)", all_of_them, needs=("كافة",)
            ),
            spotted(
                rf"{ALONE}(?P<joined>[وف]?){spelt('جميع')}{M}{S}(?P<noun>ال{WHOLE}+)",
                r"\g<joined>\g<noun> جميعًا",
                needs=("جميع",),
            ),
        ),
        of_words=True,
    ),
    Rule(
        "ST05",
        Severity.INFO,
        Repair.SUGGESTED,
        _("«تواجد» is to be in ecstasy: what is meant is «وجود»."),
        HOUSE_STYLE,
        ("نقاط التواجد الأمني.", "تتواجد القوات هناك."),
        ("نقاط الوجود الأمني.", "الموجود هناك."),
        together(
            spotted(
                rf"{ALONE}([وفبكل]?{M}(?:ال|ل)?){spelt('تواجد')}({M}(?:ه|ها|هم|نا|ا)?{M}){END}",
                r"\1وجود\2",
                needs=("تواجد",),
            ),
            spotted(rf"{ALONE}([وف]?)([يت]){M}{spelt('تواجد')}(ون|ان|ين)?{M}{END}", r"\1\2وجد\3", needs=("تواجد",)),
            spotted(rf"{ALONE}([وف]?(?:ال)?){spelt('متواجد')}(\w*{M}){END}", r"\1موجود\2", needs=("متواجد",)),
        ),
        of_words=True,
    ),
    Rule(
        "ST06",
        Severity.INFO,
        Repair.SAID,
        _("«بين» is not said twice between two nouns: «بين مصر والسودان»."),
        HOUSE_STYLE,
        ("بين مصالح الدولة وبين مصالح المجتمع.",),
        ("بينه وبين جاره خلاف.", "بين القاهرة والخرطوم اتفاق.", "بين هذا وذاك. وبين الناس خلاف."),
        spotted(rf"{ALONE}[وفل]?بين{M} (?:[^.؟!؛…\s]+ ){{1,12}}?(و{M}بين{M})(?= {L}{{3}})", part=1, needs=("وبين",)),
        of_words=True,
    ),
    Rule(
        "ST07",
        Severity.INFO,
        Repair.SUGGESTED,
        _("The expression is carried over word for word from another language."),
        "LanguageTool",
        ("تراجعت بشكل مؤقت.", "وبالتالي ارتفعت.", "ليس فقط في القاهرة بل أيضًا هنا.", "رغم ذلك إلا أنه قائم."),
        ("تراجعت مؤقتًا.", "هو على شكل مربع.", "لا يملك إلا أنه حاضر."),
        together(
            spotted(rf"{ALONE}{spelt('بشكل')}{M}{S}((?!ال)(?:{L}{M}){{3,}}){END}", in_a_way, needs=("بشكل",)),
            spotted(rf"{ALONE}و?{spelt('بالتالي')}{M}{END}", "ومن ثم", needs=("بالتالي",)),
            spotted(rf"{ALONE}(ليس{M}{S}فقط)(?=[^.؟!]{{1,150}}بل{M} (?:و?أيض))", "لا", needs=("فقط",)),
            spotted(rf"(?<=رغم)[^.؟!]{{1,120}}?{ALONE}(إلا{M} أن)", "فإن", part=1, needs=("رغم",)),
        ),
        of_words=True,
    ),
    Rule(
        "ST08",
        Severity.INFO,
        Repair.SAID,
        _("The house has decided on another term here, or does without this one."),
        HOUSE_STYLE,
        (),
        ("أعلن التنظيم مسؤوليته.",),
        house_terms,
        languages=BOTH,
        of_words=True,
    ),
    Rule(
        "ST09",
        Severity.INFO,
        Repair.SAID,
        _("The first of two joined nouns has no article."),
        HOUSE_STYLE,
        ("محاولات الاستغلال الفراغات.",),
        ("محاولات استغلال الفراغات.", "محاولات السلطة الجديدة."),
        spotted(
            rf"{ALONE}(?!ال|[وبلكف]ال|لل){WHOLE}{{3,}}{S}(ال{WHOLE}{{2,}}(?<!ة)(?<!ات)(?<!ين)(?<!ية)(?<!يّ)){S}ال(?:{L}{M}){{3,}}ات{M}{END}",
            part=1,
        ),
        of_words=True,
        is_on=False,
    ),
)
