"""Texts as feeds can carry them: characters and direction."""

import re
import unicodedata

# XML 1.0 (2.2) has no way to write these, and UTF-8 none for lone surrogates.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MARKS = {"ar": "\u200f", "en": "\u200e"}
STRONG = {"ar": ("R", "AL"), "en": ("L",)}


def writable(text: str) -> str:
    """The text without the characters that a feed cannot hold."""
    return UNWRITABLE.sub("", text)


def one_way(text: str, language: str) -> str:
    """No format has a direction: a text that begins in the other script gets a mark, or readers lay it out backwards.

    The mark stands in the feed alone; what is stored stays clean.
    """
    first = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), None)
    return text if first is None or first in STRONG[language] else MARKS[language] + text


def plain(text: str, language: str) -> str:
    """A plain text, ready to be written."""
    return one_way(writable(text), language)
