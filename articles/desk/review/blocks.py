"""A manuscript as the blocks that can be read and remarked upon one by one."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from django.utils.safestring import SafeString, mark_safe

from articles.desk.diff.paging import Weight, spans
from articles.models import ReviewNote
from articles.press.html.reading import text_of
from articles.press.html.sanitise import sanitise
from articles.press.html.tree import Node, names, parse, serialise
from articles.press.manuscript import Manuscript
from shaf.product.limits import BODY_DEPTH, QUOTE

# What is a block within a block.
INNER = names("li p td th")
BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass
class Block:
    """`quote` is its plain text, by which a remark finds it again; '' where there is none. `number` counts from 1."""

    node: Node
    quote: str
    weight: Weight
    number: int = 0
    page: int = 1
    notes: list[ReviewNote] = field(default_factory=list)

    @property
    def html(self) -> SafeString:
        # Safe because it is a node of the tree that the allow-list made, spelled out again with its text escaped.
        return mark_safe(serialise(Node("", children=[self.node])))  # noqa: S308


def blocks(text: Manuscript) -> list[Block]:
    """Title, standfirst, key points, and each block of the body."""
    found = [Block(node, quote[:QUOTE], (count, len(quote))) for node, quote, count in _parts(text)]
    for number, block in enumerate(found, 1):
        block.number = number
    for page, places in enumerate(spans(block.weight for block in found), 1):
        for place in places:
            found[place].page = page
    return found


def _parts(text: Manuscript) -> Iterator[tuple[Node, str, int]]:
    """Each with its plain text, and the number of blocks in it."""
    plain = [
        (Node("h2", {"class": "report-title"}, [text.title]), text.title),
        (Node("p", {"class": "standfirst"}, [text.standfirst]), text.standfirst),
        *((Node("ul", {}, [Node("li", {}, [point])]), point) for point in text.key_points),
    ]
    for node, words in plain:
        if words:
            yield node, _squeezed(words), 1
    for node in parse(sanitise(text.body), max_depth=BODY_DEPTH).nodes():
        yield node, _squeezed(text_of(node)), 1 + sum(inner.name in INNER for inner in node.walk())


def pin(notes: Iterable[ReviewNote], found: list[Block]) -> list[ReviewNote]:
    """Put each remark on a passage at the first block that still reads so; returns those whose passage has changed.

    A passage within a block, an item of a list for instance, is found by the words around it.
    """
    quoted = [note for note in notes if note.quote]
    if not quoted:
        return []
    words = [(_words(block.quote), block) for block in found]
    exactly = dict(reversed(words))
    # One long string to look in, and where each block's words begin in it.
    whole = "\n".join(text for text, _block in words)
    begins = [0, *accumulate(len(text) + 1 for text, _block in words)]
    changed = []
    for note in quoted:
        quote = _words(note.quote)
        block = exactly.get(quote)
        if block is None and (place := whole.find(quote)) >= 0:
            block = words[bisect_right(begins, place) - 1][1]
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
