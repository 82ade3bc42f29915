"""HTML in normal form read as blocks of text: what each is, and in which strings of the tree its letters stand.

For those who look at words and where they stand, and never at markup; what they change, they change in the strings.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.press.html.footnotes import is_reference
from articles.press.html.inline import INLINE
from articles.press.html.tree import Node, names

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
# What a node makes of the blocks in it; within a quotation everything is the quotation's.
KINDS = {"blockquote": "quotation", "figcaption": "caption", "caption": "caption", "td": "cell", "th": "cell"}
# Words that are somebody else's, or no words.
VERBATIM = names("code q cite")
# Stands for a picture or for the number of a footnote.
OBJECT = "\ufffc"
DIRECTION = {"ar": "rtl", "en": "ltr"}


@dataclass(slots=True)
class Piece:
    """A string of the tree, `parent.children[place]`; without a parent what stands for a line break or an object.

    `verbatim`: code, another's words, or another language.
    """

    text: str
    verbatim: bool = False
    parent: Node | None = None
    place: int = 0


@dataclass(slots=True)
class TextBlock:
    """`kind`: paragraph, heading, item, cell, caption, note or quotation; `level` is 2 to 4 for a heading, else 0."""

    kind: str
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)


def text_blocks(root: Node, language: str) -> list[TextBlock]:
    """The blocks that have text, in the order of the text. `language` is the text's own: ar or en."""
    return [
        block for block in _blocks(root, TextBlock("paragraph"), language, verbatim=False) if _says_something(block)
    ]


def _says_something(block: TextBlock) -> bool:
    return any(piece.text.strip(" \t\n") for piece in block.pieces)


def _blocks(node: Node, like: TextBlock, language: str, *, verbatim: bool) -> Iterator[TextBlock]:
    """The blocks of a node; its own text is a block as `like` is."""
    verbatim = _is_verbatim(node, language, verbatim)
    open_block = TextBlock(like.kind, like.level)
    for place, child in enumerate(node.children):
        if isinstance(child, str) or child.name in INLINE:
            open_block.pieces += _pieces(node, place, language, verbatim=verbatim)
            continue
        yield open_block
        open_block = TextBlock(like.kind, like.level)
        yield from _blocks(child, _made(child, like), language, verbatim=verbatim)
    yield open_block


def _made(node: Node, like: TextBlock) -> TextBlock:
    if like.kind == "quotation":
        return like
    if node.name in HEADINGS:
        return TextBlock("heading", HEADINGS[node.name])
    if node.name == "li":
        return TextBlock("note" if like.kind == "note" else "item")
    if node.name == "section" and node.attributes.get("class") == "footnotes":
        return TextBlock("note")
    return TextBlock(KINDS.get(node.name, like.kind))


def _pieces(parent: Node, place: int, language: str, *, verbatim: bool) -> Iterator[Piece]:
    child = parent.children[place]
    if isinstance(child, str):
        yield Piece(child, verbatim, parent, place)
    elif child.name == "br":
        yield Piece("\n")
    elif child.name == "img" or is_reference(child):
        yield Piece(OBJECT)
    else:
        inside = _is_verbatim(child, language, verbatim or child.name in VERBATIM)
        for inner in range(len(child.children)):
            yield from _pieces(child, inner, language, verbatim=inside)


def _is_verbatim(node: Node, language: str, outside: bool) -> bool:
    """Whether the node's words are not of the text's own language, as it says; where it says nothing, as outside."""
    if node.name in VERBATIM:
        return True
    if said := node.attributes.get("lang"):
        return said.partition("-")[0].lower() != language
    if (turned := node.attributes.get("dir")) in {"rtl", "ltr"}:
        return outside or turned != DIRECTION.get(language, turned)
    return outside
