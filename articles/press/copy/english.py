"""What English has of its own: curly quotation marks and apostrophes, and its dashes."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Edit, Found, Repair, Severity
from articles.press.copy.rule import ENGLISH, HOUSE_STYLE, Rule, spotted

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
        ("The reply -- a short one.",),
        ("<p>Type <code>a -- b</code> here.</p>", "The reply – a short one."),
        spotted(r"(?<=[^\s-])[ \u00a0]--[ \u00a0](?=[^\s-])", " – "),
        languages=ENGLISH,
    ),
)
