"""The text of a paragraph in pieces that look the same, and which of them are set apart by their direction."""

import re
from dataclasses import dataclass

ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Words that stand right in a line of the other direction by themselves.
SIMPLE = {
    "ltr": re.compile(r"\s*[A-Za-z\u00c0-\u024f]+(?:[\s’'-]+[A-Za-z\u00c0-\u024f]+)*\s*"),
    "rtl": re.compile(r"\s*[\u0610-\u065f\u0620-\u06d3]+(?:\s+[\u0610-\u065f\u0620-\u06d3]+)*\s*"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with its marks (`\\n` is a line break), or with `raw` XML that pandoc reads as it is."""

    text: str
    marks: tuple[str, ...] = ()
    href: str = ""
    rtl: bool = False
    raw: str = ""


def marks_of(marks: dict[str, str | bool], *, linked: bool) -> tuple[str, ...]:
    chosen = [mark for mark in ("b", "i", "u", "strike") if marks.get(mark) and not (mark == "u" and linked)]
    return (*chosen, str(marks["vert"])) if marks.get("vert") else tuple(chosen)


def same(one: Piece, other: Piece) -> bool:
    return (one.marks, one.href) == (other.marks, other.href)


def without(piece: Piece, marks: set[str]) -> Piece:
    return Piece(piece.text, tuple(m for m in piece.marks if m not in marks), piece.href, piece.rtl, piece.raw)


def isolated(pieces: list[Piece], right_to_left: bool) -> list[Piece]:
    """Stretches in the other direction that hold more than words are set apart, since signs at their edges would move
    to where the line's own direction puts them.
    """
    letters = "".join(piece.text for piece in pieces)
    rtl = right_to_left or len(ARABIC.findall(letters)) > len(LATIN.findall(letters))
    other, own, foreign = ("ltr", ARABIC, LATIN) if rtl else ("rtl", LATIN, ARABIC)
    out: list[Piece] = []
    place = 0
    while place < len(pieces):
        stretch = [pieces[place]]
        place += 1
        while place < len(pieces) and not (pieces[place].raw or stretch[0].raw) and pieces[place].rtl == stretch[0].rtl:
            stretch.append(pieces[place])
            place += 1
        text = "".join(piece.text for piece in stretch)
        apart = (
            stretch[0].rtl != rtl
            and foreign.search(text)
            and not own.search(text)
            and not SIMPLE[other].fullmatch(text)
            and "\n" not in text
        )
        out += [Piece(p.text, (*p.marks, other), p.href, p.rtl) for p in stretch] if apart else stretch
    return out
