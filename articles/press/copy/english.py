"""What English has of its own: curly quotation marks and apostrophes, its dashes, its sign of percent."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Edit, Found, Repair, Severity
from articles.press.copy.left_alone import MASK
from articles.press.copy.pairs import QUOTES
from articles.press.copy.rule import ENGLISH, HOUSE_STYLE, Rule, spotted, together

LETTER = "A-Za-z\u00c0-\u024f"
APOSTROPHE = re.compile(rf"(?<=[{LETTER}])'(?=[{LETTER}])|(?<=s)'(?=\s[a-z])")


def straight(block: Block, _facts: Facts) -> Iterator[Found]:
    text = block.text
    for opening, closing in block.pairs.quotes:
        edits = [Edit(place, place + 1, sign) for place, sign in ((opening, "“"), (closing, "”")) if text[place] == '"']
        if edits:
            repair = Repair.SUGGESTED if block.pairs.unsure else None
            yield Found(opening, closing + 1, (f"“{block.raw[opening + 1 : closing]}”",), tuple(edits), repair)
    for found in APOSTROPHE.finditer(text):
        yield Found(found.start(), found.end(), ("’",))


# A single mark opens before a word and closes behind one; a plural's apostrophe («the states' own») only seems to.
SINGLE = re.compile(r"(?<![\w’'])'(?!n'|s\b|\d0s\b)(\w(?:[^'\n]*[\w.,!?…])?)'(?![\w'])")
JOINED_HYPHENS = re.compile(rf"(?<=[{LETTER}0-9]{{2}})--(?=[{LETTER}0-9])")


def single_marks(block: Block, _facts: Facts) -> Iterator[Found]:
    for found in SINGLE.finditer(block.text) if block.text.count("'") > 1 else ():
        yield Found(found.start(), found.end(), (f"‘{block.raw[found.start(1) : found.end(1)]}’",))


def guillemets(block: Block, _facts: Facts) -> Iterator[Found]:
    """Around words of English. Other marks within them would then be of the same kind: that is a person's to see."""
    for opening, closing in block.pairs.guillemets:
        if not block.text[opening + 1 : closing].strip(f"{MASK} "):
            continue
        inside = block.raw[opening + 1 : closing]
        edits = (Edit(opening, opening + 1, "“"), Edit(closing, closing + 1, "”"))
        nested = any(sign in inside for sign in f"{QUOTES}«»")
        yield Found(opening, closing + 1, (f"“{inside}”",), edits, Repair.SUGGESTED if nested else None)


def joined_hyphens(block: Block, _facts: Facts) -> Iterator[Found]:
    for found in JOINED_HYPHENS.finditer(block.text) if "--" in block.text else ():
        yield Found(found.start(), found.end(), (" – ",), repair=Repair.SUGGESTED)


RULES = (
    Rule(
        "EN01",
        Severity.WARNING,
        Repair.SAFE,
        _("A straight quotation mark or apostrophe is typed: in print they are curly."),
        HOUSE_STYLE,
        ('The "no" was short.', "The minister's reply."),
        ("The “no” was short.", "The minister’s reply.", "The 6'2\" guard."),
        straight,
        languages=ENGLISH,
    ),
    Rule(
        "EN02",
        Severity.WARNING,
        Repair.SAFE,
        _("Two hyphens stand for a dash (–)."),
        HOUSE_STYLE,
        ("The reply -- a short one.", "The reply--a short one."),
        ("<p>Type <code>a -- b</code> here.</p>", "The reply – a short one.", "See https://example.org/one--two now."),
        together(spotted(r"(?<=[^\s-])[ \u00a0]--[ \u00a0](?=[^\s-])", " – "), joined_hyphens),
        languages=ENGLISH,
    ),
    Rule(
        "EN03",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("Words stand between straight single marks: in print they are curly."),
        HOUSE_STYLE,
        ("The 'no' was short.", "She said 'not now' twice."),
        ("The states' own plans and the cities' were kept.", "The ‘no’ was short.", "Rock 'n' roll, and the '90s."),
        single_marks,
        languages=ENGLISH,
    ),
    Rule(
        "EN04",
        Severity.INFO,
        Repair.SUGGESTED,
        _("An em dash stands here: the house parts with a dash between spaces (–)."),
        HOUSE_STYLE,
        ("The reply — a short one.", "The reply—a short one."),
        ("The reply – a short one.", "Pages 10–12."),
        spotted(rf"(?<=[{LETTER}0-9)”’%.]) ?— ?(?=[{LETTER}0-9(“‘])", " – ", needs=("—",)),
        languages=ENGLISH,
    ),
    Rule(
        "EN05",
        Severity.WARNING,
        Repair.SAFE,
        _("The quotation marks are those of Arabic: in English they are “ and ”."),
        HOUSE_STYLE,
        ("The «no» was short.",),
        ("The “no” was short.", "<p>The <q>«no»</q> was short.</p>"),
        guillemets,
        languages=ENGLISH,
    ),
    Rule(
        "EN06",
        Severity.WARNING,
        Repair.SUGGESTED,
        _("A space parts the number from its percent sign: in English they stand together."),
        HOUSE_STYLE,
        ("It grew by 5 % a year.",),
        ("It grew by 5% a year.", "It grew by 5 per cent."),
        spotted(r"(?<=\d)[ \u00a0]%(?!\w)", "%"),
        languages=ENGLISH,
    ),
)
