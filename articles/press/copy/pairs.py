"""Quotation marks and brackets, each with its fellow: by their order, since whichever glyph was typed says little."""

import re
from collections import Counter
from dataclasses import dataclass, field

SIGNS = re.compile('[“”„‟"«»()\\[\\]]')
QUOTES = '“”„‟"'
CLOSES = {")": "(", "]": "[", "»": "«"}
# «أ)» and «12)» name a thing; they close nothing.
LABEL = re.compile(r"(?:^|[\s\ufffc])(?:\w{1,3}|هـ)$")
LETTER = re.compile(r"[^\W_]")
CLITIC = re.compile(r"(?<!\w)[وفبلك]{1,2}ـ*$|ـ$")


@dataclass(slots=True)
class Pairs:
    """Places in a text: of each pair the opening sign and the closing one; single signs that have no fellow.

    `quotes` are pairs of “ ” „ " outside of « », which are `guillemets`. `unsure`: which of the quotes open and which
    close, their order alone does not say.
    """

    quotes: list[tuple[int, int]] = field(default_factory=list)
    guillemets: list[tuple[int, int]] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    single: list[int] = field(default_factory=list)
    unsure: bool = False


def paired(text: str) -> Pairs:
    """The pairs of one block."""
    pairs = Pairs()
    opened: list[tuple[str, int]] = []
    # How many of each are open: a hostile text opens a million.
    open_signs: Counter[str] = Counter()
    quote: int | None = None
    for found in SIGNS.finditer(text):
        sign, place = found[0], found.start()
        if sign in QUOTES:
            if open_signs["«"]:
                continue
            if quote is None:
                if sign == '"' and text[place - 1 : place].isdigit():
                    continue
                pairs.unsure |= _looks_closing(text, place)
                quote = place
            else:
                pairs.unsure |= _looks_opening(text, place)
                pairs.quotes.append((quote, place))
                quote = None
        elif sign not in CLOSES:
            opened.append((sign, place))
            open_signs[sign] += 1
        elif open_signs[CLOSES[sign]]:
            while opened[-1][0] != CLOSES[sign]:
                open_signs[opened[-1][0]] -= 1
                pairs.single.append(opened.pop()[1])
            open_signs[CLOSES[sign]] -= 1
            (pairs.guillemets if sign == "»" else pairs.brackets).append((opened.pop()[1], place))
        elif sign != ")" or not LABEL.search(text[max(0, place - 4) : place]):
            pairs.single.append(place)
    pairs.single += [place for _sign, place in opened]
    if quote is not None:
        pairs.single.append(quote)
    pairs.single.sort()
    return pairs


def _looks_closing(text: str, place: int) -> bool:
    """A sign that should open stands behind a word and before none."""
    before = text[max(0, place - 6) : place]
    return (
        bool(LETTER.match(before[-1:])) and not CLITIC.search(before) and not LETTER.match(text[place + 1 : place + 2])
    )


def _looks_opening(text: str, place: int) -> bool:
    """A sign that should close stands before a word and behind none, as one does that opens a quotation within one."""
    return text[place - 1].isspace() and bool(LETTER.match(text[place + 1 : place + 2]))
