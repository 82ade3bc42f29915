"""Breaking a title into lines that look meant. Pure but for the font, whose widths it asks."""

from collections.abc import Callable
from dataclasses import dataclass

ELLIPSIS = "…"
# Not left alone at the end of a line: in Arabic a word of two letters belongs to the next one.
CLINGING = 2

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Set:
    """Lines, and whether all of the text is in them."""

    lines: tuple[str, ...]
    whole: bool


def balanced(text: str, width: Width, *, widest: float, most: int) -> Set:
    """The text in as few lines as `widest` allows, as even as they can be; cut with an ellipsis after `most` lines."""
    words = _joined(text.split())
    lines = _filled(words, width, widest)
    if len(lines) > most:
        kept = lines[:most]
        kept[-1] = _cut(kept[-1], width, widest)
        return Set(tuple(kept), whole=False)
    if any(width(line) > widest for line in lines):
        return Set(tuple(line if width(line) <= widest else _cut(line, width, widest) for line in lines), whole=False)
    low, high = max((width(word) for word in words), default=0), widest
    while high - low > 4:
        middle = (low + high) / 2
        if len(_filled(words, width, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return Set(tuple(_filled(words, width, high)), whole=True)


def fitted(text: str, width: Width, *, widest: float) -> str:
    """One line, cut where it is too long."""
    return text if width(text) <= widest else _cut(text, width, widest)


def _joined(words: list[str]) -> list[str]:
    """A short word or a dash goes with its neighbour, so that no line ends with «في» or begins with a dash."""
    joined: list[str] = []
    for word in words:
        if joined and (word in "–—-" or _clings(joined[-1])):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _clings(word: str) -> bool:
    last = word.rpartition(" ")[2]
    return last.isalpha() and len(last) <= CLINGING and word.count(" ") < 2


def _filled(words: list[str], width: Width, widest: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}") <= widest:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(text: str, width: Width, widest: float) -> str:
    """The beginning of the text that fits with an ellipsis: whole words, or letters where one word is too long."""
    words = text.split()
    while len(words) > 1 and width(" ".join(words).rstrip(" ،,:؛;-–") + ELLIPSIS) > widest:
        words.pop()
    kept = " ".join(words)
    while len(kept) > 1 and width(kept + ELLIPSIS) > widest:
        kept = kept[:-1]
    return kept.rstrip(" ،,:؛;.-–") + ELLIPSIS
