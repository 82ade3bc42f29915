"""One block of a text as the rules of copy read it, and as a repair writes it."""

import re
from collections import deque
from collections.abc import Iterable, Sequence
from functools import cached_property

from articles.press.copy.findings import Edit
from articles.press.copy.left_alone import MASK, masked
from articles.press.copy.letters import DRESS, Word
from articles.press.copy.pairs import Pairs, paired
from articles.press.html.text_blocks import Piece, TextBlock
from articles.press.html.tree import Node
from shaf.text.arabic import count_words

SENTENCE_END = re.compile(r"[.؟!…?]+[»”\"’)\]]*(?=\s|$)|\n")
# From so many words on what stands in quotation marks is somebody's sentence, and no word that an author holds off.
QUOTED_WORDS = 4


class Block:
    """`kind`: title, standfirst, key_point, heading, paragraph, item, cell, caption, note or quotation.

    `raw` is what is written; `text`, which rules read, has MASK for each character that is left alone.
    """

    def __init__(self, field: str, number: int, language: str, read: TextBlock) -> None:
        self.field, self.number, self.language = field, number, language
        self.kind, self.level, self.pieces = read.kind, read.level, read.pieces
        # The house that was asked last for its names in this block, and their places.
        self.names: tuple[object, list[tuple[int, int]]] = (None, [])

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
        """Where whole phrases stand in quotation marks, without what is quoted within a quotation."""
        found: list[tuple[int, int]] = []
        outermost = -1
        for start, end in sorted(self.pairs.quotes + self.pairs.guillemets):
            if end > outermost:
                outermost = end
                if count_words(self.raw[start:end]) >= QUOTED_WORDS:
                    found.append((start, end))
        return found

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
        if made:
            self._write(made)
            for known in ("raw", "text", "bare", "words", "pairs", "quotations", "sentences"):
                self.__dict__.pop(known, None)
            self.names = (None, [])
        return bool(made)

    def _may_be_edited(self, edit: Edit) -> bool:
        return self.raw[edit.start : edit.end] != edit.text and MASK not in self.text[edit.start : edit.end]

    def _write(self, edits: Sequence[Edit]) -> None:
        """Edits in order that do not meet, in one pass over the pieces."""
        waiting = deque(edits)
        begin = 0
        for piece in self.pieces:
            end = begin + len(piece.text)
            kept: list[str] = []
            place = begin
            while waiting and waiting[0].start < end:
                edit = waiting.popleft()
                kept.append(self.raw[place : edit.start])
                kept.append(edit.text)
                place = min(edit.end, end)
                if edit.end > end:
                    # What is left of it belongs to the next piece, which it only shortens.
                    waiting.appendleft(Edit(end, edit.end, ""))
                    break
            kept.append(self.raw[place:end])
            if piece.parent is not None and not piece.verbatim:
                piece.text = "".join(kept)
                piece.parent.children[piece.place] = piece.text
            begin = end


def of_text(field: str, number: int, language: str, kind: str, text: str) -> Block:
    """A block of plain text, which stands in no tree but its own."""
    return Block(field, number, language, TextBlock(kind, pieces=[Piece(text, parent=Node("", {}, [text]))]))
