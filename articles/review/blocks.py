"""A manuscript as the blocks that can be read and remarked upon one by one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import ReviewNote
from articles.press.html import plain_text
from articles.press.manuscript import Manuscript
from articles.press.sanitise import MAX_DEPTH, sanitise
from articles.press.tree import Node, parse, serialise
from shaf.limits import QUOTE

BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass
class Block:
    """`quote` is its plain text, by which a remark finds it again; '' where there is none. `number` counts from 1."""

    html: SafeString
    quote: str
    number: int = 0
    notes: list[ReviewNote] = field(default_factory=list)


def blocks(text: Manuscript) -> list[Block]:
    """Title, standfirst, key points, and each block of the body."""
    found = [Block(html, quote[:QUOTE]) for html, quote in _parts(text)]
    for number, block in enumerate(found, 1):
        block.number = number
    return found


def _parts(text: Manuscript) -> Iterator[tuple[SafeString, str]]:
    plain = [
        ('<h2 class="report-title">{}</h2>', text.title),
        ('<p class="standfirst">{}</p>', text.standfirst),
        *(("<ul><li>{}</li></ul>", point) for point in text.key_points),
    ]
    for template, words in plain:
        if words:
            yield format_html(template, words), _squeezed(words)
    for node in parse(sanitise(text.body), max_depth=MAX_DEPTH).children:
        html = serialise(Node("", children=[node]))
        if html.strip():
            # Safe because it is a node of the tree that the allow-list made, spelled out again with its text escaped.
            yield mark_safe(html), _squeezed(plain_text(html))  # noqa: S308


def pin(notes: Iterable[ReviewNote], found: list[Block]) -> list[ReviewNote]:
    """Put each remark on a passage at the first block that still reads so; returns those whose passage has changed.

    A passage within a block, an item of a list for instance, is found by the words around it.
    """
    words = [(_words(block.quote), block) for block in found]
    exactly = dict(reversed(words))
    changed = []
    for note in notes:
        if not note.quote:
            continue
        quote = _words(note.quote)
        block = exactly.get(quote) or next((block for text, block in words if quote in text), None)
        if block:
            block.notes.append(note)
        else:
            changed.append(note)
    return changed


def _words(text: str) -> str:
    """A passage without the numbers of its footnotes and the names of its pictures, which stand in brackets."""
    return _squeezed(BRACKETS.sub(" ", text))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
