"""What a rule must know of the whole text to judge one block of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.press.copy.block import Block
from articles.press.copy.house import House
from shaf.text.arabic import ascii_digits

ASCII_DIGIT, ARABIC_DIGIT = re.compile("[0-9]"), re.compile("[\u0660-\u0669\u06f0-\u06f9]")
DATE = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Facts:
    """`mixes_digits`: both kinds of digits occur. `confirms_order`: a date shows that days come first (16/11/2025).

    `continued`: field and number of each block whose quotation goes on in a later one, or came from an earlier one.
    """

    house: House = field(default_factory=House)
    mixes_digits: bool = False
    confirms_order: bool = False
    continued: frozenset[tuple[str, int]] = frozenset()


def gathered(blocks: Sequence[Block], house: House) -> Facts:
    """The facts of a text."""
    texts = [block.text for block in blocks]
    return Facts(
        house,
        mixes_digits=any(map(ASCII_DIGIT.search, texts)) and any(map(ARABIC_DIGIT.search, texts)),
        confirms_order=any(_confirms(text) for text in texts if "/" in text),
        continued=frozenset(_continued(blocks)),
    )


def of_one(block: Block, house: House) -> Facts:
    """What is known where there is no text around a block: a quotation may go on in the next one."""
    single = _single_guillemets(block)
    return Facts(house, continued=frozenset({(block.field, block.number)}) if len(single) == 1 else frozenset())


def _single_guillemets(block: Block) -> str:
    """Those of them that have no fellow in the block."""
    return "".join(block.text[place] for place in block.pairs.single if block.text[place] in "«»")


def _confirms(text: str) -> bool:
    return any(int(day) > 12 for day, _month, _year in DATE.findall(ascii_digits(text)))


def _continued(blocks: Sequence[Block]) -> set[tuple[str, int]]:
    """A quotation of several paragraphs: one guillemet opens it, and another closes it further down."""
    found: set[tuple[str, int]] = set()
    begun: Block | None = None
    for block in blocks:
        if "«" not in block.raw and "»" not in block.raw:
            continue
        single = _single_guillemets(block)
        if begun and begun.field != block.field:
            begun = None
        if single == "»" and begun:
            found |= {(begun.field, begun.number), (block.field, block.number)}
            begun = None
        elif single == "«":
            begun = begun or block
            if begun is not block:
                # Each paragraph of it may open it anew.
                found.add((block.field, block.number))
    return found
