"""Letters: hamza, yeh and teh marbuta, tatweel, and characters that cannot be seen or are not ours."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.letters import LETTERS, MARKS, L, M, Word
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule, spotted, together
from articles.press.copy.spellings import (
    COUNTRY,
    HAMZA,
    NO_CONJUNCTION,
    NOT_WASL,
    SPELT_LETTERS,
    VARIANTS,
    WASL_NOUN,
    WASL_WORDS,
    YEH,
    spelt,
)
from articles.press.html.tree import names
from shaf.text.arabic import TATWEEL

TATWEELS = re.compile(f"{TATWEEL}+")
CLITICS = names("""
    و ف ب ل ك ال وال بال فال كال ول وب وك فب فل لل ولل
""")
# Signs that glue or part without being seen; the controls of direction are apart.
UNSEEN = re.compile("[\ufeff\u00ad\u2060\u2061-\u2064\u200b\u200c\u200d]+")
PARTING = re.compile("[\u200b\u200c\u200d]")
TURNING = re.compile("[\u200e\u200f\u061c]+")
ARABIC_LETTER = re.compile(f"[{LETTERS}{MARKS}]")
PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufbff\ufe70-\ufefc]+")
PERSIAN = str.maketrans("یکھہۀە", "يكههةه")
PERSIAN_LETTER = re.compile("[یکھہۀە]")
PERSIAN_WORD = re.compile(f"(?<![{LETTERS}{MARKS}])[{LETTERS}{MARKS}]*[یکھہۀە][{LETTERS}{MARKS}]*")
# No Arabic word has these: what has one is Persian, Urdu or Kurdish.
OTHERS_LETTERS = re.compile("[پچژگڤۆێڕڵڭٹڈڑ]")


def stretched(block: Block, _facts: Facts) -> Iterator[Found]:
    """Tatweel has its place where a joined letter meets what is no letter, and in «هـ»."""
    text = block.text
    if TATWEEL not in text:
        return
    for found in TATWEELS.finditer(text):
        start, end = found.span()
        before = re.search(f"[{LETTERS}{MARKS}]*$", text[max(0, start - 12) : start])
        stem = re.sub(M, "", before[0]) if before else ""
        follows = ARABIC_LETTER.match(text, end)
        if not stem:
            continue
        if follows and re.match(f"[{MARKS}]", follows[0]):
            # It carries a mark, as grammars print it.
            continue
        if follows:
            if stem in {"ل", "ول", "فل"} and text.startswith("ال", end):
                # «لـالقاهرة» is «للقاهرة».
                yield Found(start, end + 1, ("",), repair=Repair.SUGGESTED)
            else:
                yield Found(start, end, ("",))
        elif stem not in CLITICS and stem != "ه":
            yield Found(start, end, ("", " –"), repair=Repair.SUGGESTED)


def _letter_by_letter(words: Sequence[Word], number: int) -> bool:
    around = [words[place].bare for place in (number - 1, number + 1) if 0 <= place < len(words)]
    return any(neighbour in SPELT_LETTERS for neighbour in around)


def without_hamza(block: Block, _facts: Facts) -> Iterator[Found]:
    for number, word in enumerate(block.words):
        for joined in ("", "و", "ف"):
            if (ways := HAMZA.get(word.bare.removeprefix(joined))) and word.bare.startswith(joined):
                if word.bare not in NO_CONJUNCTION and not (
                    len(word.bare) <= 3 and _letter_by_letter(block.words, number)
                ):
                    yield Found(word.start, word.end, tuple(joined + way for way in ways))
                break


def with_a_wrong_hamza(block: Block, _facts: Facts) -> Iterator[Found]:
    for word in block.words:
        if "إ" not in word.bare and "أ" not in word.bare:
            continue
        noun = WASL_NOUN.fullmatch(word.bare)
        known = word.bare.removeprefix("و") in WASL_WORDS
        if (noun or known) and not NOT_WASL.fullmatch(word.bare):
            yield Found(word.start, word.end, (word.written.replace("إ", "ا", 1).replace("أ", "ا", 1),))


def without_dots(block: Block, _facts: Facts) -> Iterator[Found]:
    for word in block.words:
        if word.bare[-1] != "ى":
            continue
        for joined in ("", "و", "ف"):
            if (ways := YEH.get(word.bare.removeprefix(joined))) and word.bare.startswith(joined):
                yield Found(word.start, word.end, tuple(joined + way for way in ways))
                break


def with_heh(blocks: Sequence[Block], facts: Facts) -> Iterator[tuple[Block, Found]]:
    """A word that no dictionary has with its final ه, and one has with ة."""
    if not facts.house.unknown:
        return
    words = {word.bare for block in blocks for word in block.words if word.bare[-1] == "ه" and len(word.bare) > 3}
    wrong = facts.house.unknown(frozenset(words))
    still = facts.house.unknown(frozenset(f"{word[:-1]}ة" for word in wrong))
    for block in blocks:
        for word in block.words:
            if word.bare in wrong and f"{word.bare[:-1]}ة" not in still:
                yield block, Found(word.start, word.end, (re.sub(rf"ه({M})$", r"ة\1", word.written),))


def misspelt(blocks: Sequence[Block], facts: Facts) -> Iterator[tuple[Block, Found]]:
    """Each word that no dictionary has, at its first place."""
    if not facts.house.unknown:
        return
    arabic = re.compile(L)
    words = [(block, word, word.written.replace(TATWEEL, "")) for block in blocks for word in block.words]
    wrong = set(facts.house.unknown(frozenset(written for _block, _word, written in words if arabic.match(written))))
    for block, word, written in words:
        if written in wrong:
            wrong.discard(written)
            yield block, Found(word.start, word.end)


def unseen(block: Block, _facts: Facts) -> Iterator[Found]:
    text = block.text
    if text.isascii():
        return
    for found in UNSEEN.finditer(text):
        start, end = found.span()
        between = block.before(start).isalnum() and block.after(end).isalnum()
        if PARTING.search(found[0]) and between:
            yield Found(start, end, ("", " "), repair=Repair.SUGGESTED)
        else:
            yield Found(start, end, ("",), repair=Repair.SAFE)
    if block.language == "ar":
        for found in TURNING.finditer(text):
            start, end = found.span()
            if _among_arabic(text, start, end):
                yield Found(start, end, ("",), repair=Repair.SAFE)


def _among_arabic(text: str, start: int, end: int) -> bool:
    """A mark of direction between Arabic letters turns nothing."""
    before, after = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    return bool(ARABIC_LETTER.match(before[-1:]) and ARABIC_LETTER.match(after))


def of_other_alphabets(block: Block, _facts: Facts) -> Iterator[Found]:
    for found in PRESENTATION.finditer(block.text):
        yield Found(found.start(), found.end(), (unicodedata.normalize("NFKC", found[0]),), repair=Repair.SAFE)
    for found in PERSIAN_WORD.finditer(block.text) if PERSIAN_LETTER.search(block.text) else ():
        if not OTHERS_LETTERS.search(found[0]):
            yield Found(found.start(), found.end(), (found[0].translate(PERSIAN),))


RULES = (
    Rule(
        "OR01",
        Severity.WARNING,
        Repair.SAFE,
        _("A tatweel stretches the word: it is kept for a joined letter before a quotation mark or a figure (كـ«…»)."),
        "fix-common-arabic-mistakes",
        ("غير نشطة كـأنصار التوحيد.", "مـصـر دولة كبيرة."),
        ("كـ«خيانة» لا تُغتفر.", "سنة 1345هـ.", "بالـ50 عامًا.", "(د) و(هـ)."),
        stretched,
    ),
    Rule(
        "OR02",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("The word is written with a hamza."),
        "LanguageTool",
        ("وصل الوفد الى القاهرة.", "اذا وصل."),
        ("وصل الوفد إلى القاهرة.", "بثت قناة سي ان ان تقريرًا."),
        without_hamza,
        of_words=True,
    ),
    Rule(
        "OR03",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("The word begins with a bare alef: verbs of these forms and their nouns take no hamza."),
        _("King Saud University, notes on writing"),
        ("يؤدي إستخدام القوة.", "انعقد الإجتماع.", "يتراجع الإقتصاد."),
        ("زيارة أستراليا.", "الجنيه الإسترليني.", "إنتاج الغذاء وإتقان العمل.", "الإنسان أولًا."),
        with_a_wrong_hamza,
        of_words=True,
    ),
    Rule(
        "OR04",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("The final yeh is written with its two dots."),
        "LanguageTool",
        ("انعقد فى القاهرة.", "الدول التى شاركت."),
        ("على المستوى الوطني حتى الآن.", "إلى يحيى ومصطفى."),
        without_dots,
        of_words=True,
    ),
    Rule(
        "OR05",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("With a final ة this is a word that the dictionary has, with ه it is not."),
        "hunspell-ar",
        (),
        ("قرأ كتابه.",),
        survey=with_heh,
        of_words=True,
    ),
    Rule(
        "OR06",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("The house spells this word otherwise."),
        HOUSE_STYLE,
        ("قوات سوريا الديموقراطية.", "أهداف استراتيجية.", "شمال أفريقيا.", "صرّح مسئول.", "زار حلب في سورية."),
        ("القوات السورية انتشرت.", "الديمقراطية والإستراتيجية.", "مسؤول في الوزارة."),
        together(
            *(
                spotted(
                    rf"(?<![{LETTERS}{MARKS}])([وفبكل]?{M}(?:ال|ل)?{M}){spelt(written)}([{LETTERS}{MARKS}]*)",
                    rf"\1{by}\2",
                    needs=(written,),
                )
                for written, by in VARIANTS
            ),
            spotted(rf"{COUNTRY}({spelt('سورية')})(?![{LETTERS}{MARKS}])", "سوريا", part=1, needs=("سورية",)),
        ),
        of_words=True,
    ),
    Rule(
        "OR07",
        Severity.INFO,
        Repair.SAID,
        _("The dictionary does not have this word. It may be a name: then the house's dictionary can learn it."),
        "hunspell-ar",
        (),
        ("كتاب جديد.",),
        survey=misspelt,
        of_words=True,
    ),
    Rule(
        "OR08",
        Severity.ERROR,
        Repair.SUGGESTED,
        _("A character that cannot be seen, or that is not of the Arabic alphabet, stands among the letters."),
        HOUSE_STYLE,
        ("انتهت{zwsp} المهلة.", "المه{shy}لة.", "وﻻ تزال.", "الوزیر هنا."),
        ("المهلة انتهت.", "﴿قل هو الله أحد﴾.", "سوق پارس گلستان."),
        together(unseen, of_other_alphabets),
        languages=BOTH,
    ),
)
