"""One block of a text as the rules of copy read it, and as a repair writes it."""

import re
from collections.abc import Iterable
from functools import cached_property

from articles.press.copy.findings import Edit
from articles.press.copy.left_alone import MASK, masked
from articles.press.copy.letters import DRESS, LETTERS, Word
from articles.press.copy.pairs import Pairs, paired
from articles.press.html.text_blocks import Piece, TextBlock
from articles.press.html.tree import Node
from shaf.text.arabic import count_words

SENTENCE_END = re.compile(r"[.؟!…?]+[»”\"’)\]]*(?=\s|$)|\n")
# From so many words on what stands in quotation marks is somebody's sentence, and no word that an author holds off.
QUOTED_WORDS = 4
ARABIC_LETTER = re.compile(f"[{LETTERS}]")


class Block:
    """`kind`: title, standfirst, key_point, heading, paragraph, item, cell, caption, note or quotation.

    `raw` is what is written; `text`, which rules read, has MASK for each character that is left alone.
    """

    def __init__(self, field: str, number: int, language: str, read: TextBlock) -> None:
        self.field, self.number, self.language = field, number, language
        self.kind, self.level, self.pieces = read.kind, read.level, read.pieces

    @cached_property
    def raw(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def text(self) -> str:
        own = "".join(MASK * len(piece.text) if piece.verbatim else piece.text for piece in self.pieces)
        return masked(own, self.language)

    @cached_property
    def bare(self) -> str:
        """The text without marks and tatweel."""
        return DRESS.sub("", self.text)

    @cached_property
    def words(self) -> list[Word]:
        return list(Word.all_of(self.text))

    @cached_property
    def pairs(self) -> Pairs:
        return paired(self.text)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Where whole phrases stand in quotation marks."""
        return [
            (start, end)
            for start, end in self.pairs.quotes + self.pairs.guillemets
            if count_words(self.raw[start:end]) >= QUOTED_WORDS
        ]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of each sentence, with the mark that ends it."""
        ends = [found.end() for found in SENTENCE_END.finditer(self.text)]
        return [
            (start, end)
            for start, end in zip([0, *ends], [*ends, len(self.text)], strict=True)
            if self.text[start:end].strip()
        ]

    @property
    def is_read(self) -> bool:
        """Whether it has anything that a rule may look at."""
        return self.kind != "quotation" and bool(self.text.strip(MASK + " \n"))

    def before(self, place: int) -> str:
        """The character before a place; '' at the beginning."""
        return self.text[place - 1] if place else ""

    def after(self, place: int) -> str:
        return self.text[place] if place < len(self.text) else ""

    def edited(self, edits: Iterable[Edit]) -> bool:
        """Write the edits into the pieces; of those that meet the first is made. Whether anything has changed.

        What an edit puts in goes to the first piece that it touches; a line break or an object is never touched.
        """
        made: list[Edit] = []
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if (not made or made[-1].end <= edit.start) and self._may_be_edited(edit):
                made.append(edit)
        for edit in reversed(made):
            self._write(edit)
        for known in ("raw", "text", "bare", "words", "pairs", "quotations", "sentences"):
            self.__dict__.pop(known, None)
        return bool(made)

    def _may_be_edited(self, edit: Edit) -> bool:
        return self.raw[edit.start : edit.end] != edit.text and MASK not in self.text[edit.start : edit.end]

    def _write(self, edit: Edit) -> None:
        place, text = 0, edit.text
        for number, piece in enumerate(self.pieces):
            begin, end = place, place + len(piece.text)
            place = end
            last = number == len(self.pieces) - 1
            touched = begin < edit.end and edit.start < end
            inserted = edit.start == edit.end and begin <= edit.start <= end and (edit.start < end or last)
            if piece.parent is None or piece.verbatim or not (touched or inserted):
                continue
            head, tail = max(edit.start - begin, 0), max(edit.end - begin, 0)
            piece.text = piece.text[:head] + text + piece.text[tail:]
            text = ""
            piece.parent.children[piece.place] = piece.text
            if inserted:
                return


def of_text(field: str, number: int, language: str, kind: str, text: str) -> Block:
    """A block of plain text, which stands in no tree but its own."""
    return Block(field, number, language, TextBlock(kind, pieces=[Piece(text, parent=Node("", {}, [text]))]))
