"""Texts as feeds can carry them: characters, direction, and addresses that need no page to resolve them by."""

import re
import unicodedata
from urllib.parse import urljoin

from lxml import html

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


def with_absolute_links(fragment: str, base: str) -> str:
    """One HTML element with every address in it absolute."""
    root = html.fragment_fromstring(writable(fragment).strip())
    root.rewrite_links(lambda link: urljoin(base, link), resolve_base_href=False)
    for element in root.iter("img", "source"):
        if srcset := element.get("srcset"):
            element.set("srcset", _absolute_candidates(srcset, base))
    return html.tostring(root, encoding="unicode")


def _absolute_candidates(srcset: str, base: str) -> str:
    """The candidates of a `srcset`; those that we write have no comma within an address."""
    candidates = (candidate.split(None, 1) for candidate in srcset.split(",") if candidate.strip())
    return ", ".join(" ".join([urljoin(base, url), *width]) for url, *width in candidates)
