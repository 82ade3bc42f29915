"""Texts as feeds can carry them: characters and direction."""

import unicodedata

from shaf.text.xml_text import writable

MARKS = {"ar": "\u200f", "en": "\u200e"}
STRONG = {"ar": ("R", "AL"), "en": ("L",)}


def one_way(text: str, language: str) -> str:
    """No format has a direction: a text that begins in the other script gets a mark, or readers lay it out backwards.

    The mark stands in the feed alone; what is stored stays clean.
    """
    first = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), None)
    return text if first is None or first in STRONG[language] else MARKS[language] + text


def plain(text: str, language: str) -> str:
    """A plain text, ready to be written."""
    return one_way(writable(text), language)
