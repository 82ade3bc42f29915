"""A block's inline content as words. An Arabic word with its marks is one, however it is formatted."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.desk.diff.result import Marks, Piece
from articles.press.html.inline import INLINE, marked
from articles.press.html.tree import Node
from shaf.text import arabic

# Marks, tatweel and the joiners that Persian and Urdu words have inside.
JOINED = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200c\u200d"
TOKEN = re.compile(
    rf"[ \u00a0\t]+"
    rf"|\d+(?:[.,:/٫٬-]\d+)*[%٪]?"
    rf"|(?:[^\W_]|[{JOINED}])+(?:['’](?:[^\W_]|[{JOINED}])+)*"
    rf"|.",
    re.DOTALL,
)
TATWEEL_AND_MARKS = re.compile(f"{arabic.MARKS.pattern}|{arabic.TATWEEL}")
# Stands for a picture or a footnote's number while a block's text is cut into words.
OBJECT = "\ufffc"
LINKS_ONLY = {"href", "hreflang"}


def without_marks(text: str) -> str:
    return TATWEEL_AND_MARKS.sub("", text)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark of punctuation, a line break, a picture or a footnote's number, and the space before it."""

    key: str
    pieces: tuple[Piece, ...]
    gap: tuple[Piece, ...] = ()

    @property
    def space(self) -> str:
        return "".join(piece.text for piece in self.gap)

    @property
    def text(self) -> str:
        return "".join(piece.plain for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one block, the space after the last, and the folded words that it is recognised by."""

    tokens: tuple[Token, ...]
    after: tuple[Piece, ...]
    words: Counter[str]

    @property
    def text(self) -> str:
        parts = [token.space + token.text for token in self.tokens]
        return "".join(parts) + "".join(piece.text for piece in self.after)


def pieces_of(children: Iterable[Node | str], notes: Mapping[str, str]) -> list[Piece]:
    """Inline nodes as pieces. `notes` gives the id of a footnote the identity under which it is compared."""
    found: list[Piece] = []
    _collect(children, {}, notes, found)
    return found


def _collect(
    children: Iterable[Node | str], marks: dict[str, dict[str, str]], notes: Mapping[str, str], found: list[Piece]
) -> None:
    for child in children:
        if isinstance(child, str):
            if child:
                found.append(Piece(child, _frozen(marks)))
        elif child.name == "br":
            found.append(Piece("\n", (), "break"))
        elif child.name == "img":
            found.append(
                Piece(child.attributes.get("alt", ""), _frozen(marks), "image", child.attributes.get("src", ""))
            )
        elif child.attributes.get("class") == "footnote-ref":
            target = child.attributes.get("href", "").removeprefix("#")
            found.append(Piece(child.text(), (), "ref", notes.get(target, target)))
        elif child.attributes.get("class") == "footnote-back":
            continue
        else:
            _collect(child.children, marked(marks, child) if child.name in INLINE else marks, notes, found)


def _frozen(marks: dict[str, dict[str, str]]) -> Marks:
    """A link outside, the rest by name; anchors and roles are nothing that a person sees."""
    found = []
    for name in sorted(marks, key=lambda name: (name != "a", name)):
        attributes = {k: v for k, v in marks[name].items() if name != "a" or k in LINKS_ONLY}
        if name != "a" or attributes:
            found.append((name, tuple(sorted(attributes.items()))))
    return tuple(found)


def line_of(pieces: Iterable[Piece], *, ignore_marks: bool = False) -> Line:
    """Pieces cut into words; a word that runs over several pieces is one token of several."""
    pieces = list(pieces)
    text = "".join(OBJECT if piece.kind in {"ref", "image"} else piece.text for piece in pieces)
    tokens: list[Token] = []
    gap: tuple[Piece, ...] = ()
    cut = _Cutter(pieces)
    for match in TOKEN.finditer(text):
        found = match[0]
        taken = cut.take(len(found))
        if found[0] in " \u00a0\t":
            gap = taken
            continue
        key = _key(found, taken, ignore_marks=ignore_marks)
        tokens.append(Token(key, taken, gap))
        gap = ()
    folded = arabic.fold(text.replace(OBJECT, " ")).split()
    return Line(tuple(tokens), gap, Counter(folded))


def _key(text: str, pieces: tuple[Piece, ...], *, ignore_marks: bool) -> str:
    if pieces and pieces[0].kind in {"ref", "image"}:
        return f"{OBJECT}{pieces[0].kind} {pieces[0].src}"
    if ignore_marks:
        return without_marks(text) or text
    return text


class _Cutter:
    """Takes so and so many characters from the front of the pieces."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.at = 0
        self.offset = 0

    def take(self, length: int) -> tuple[Piece, ...]:
        taken = []
        while length:
            piece = self.pieces[self.at]
            if piece.kind in {"ref", "image"}:
                taken.append(piece)
                length -= 1
                self.at += 1
                continue
            part = piece.text[self.offset : self.offset + length]
            taken.append(piece if part == piece.text else Piece(part, piece.marks, piece.kind, piece.src))
            length -= len(part)
            self.offset += len(part)
            if self.offset == len(piece.text):
                self.at, self.offset = self.at + 1, 0
        return tuple(taken)


def plain_line(text: str, *, ignore_marks: bool = False) -> Line:
    """A line of plain text."""
    return line_of([Piece(text)] if text else [], ignore_marks=ignore_marks)
