"""The text that is checked, as fields and their blocks; and written back after a repair."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from articles.press.copy.block import Block, of_text
from articles.press.html.sanitise import canonical
from articles.press.html.text_blocks import text_blocks
from articles.press.html.tree import Node, parse, serialise
from articles.press.manuscript import Manuscript
from shaf.product.limits import BODY_DEPTH
from shaf.text.arabic import count_words

# A line of a plain text that ends with none of these and is no longer is a heading.
TERMINAL, HEADING_WORDS = tuple('.:؛،؟!…?;,»”")'), 12


@dataclass(frozen=True, slots=True)
class Reference:
    """Of a work that the report names: what it says of it."""

    has_address: bool
    has_date: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One language of a report. `body` is canonical HTML; `text` is a text that has no markup yet, a line a block.

    None stands for what is not known yet: nobody is told that it is missing.
    """

    title: str = ""
    standfirst: str | None = None
    key_points: tuple[str, ...] | None = None
    body: str = ""
    cover_caption: str = ""
    correction_note: str = ""
    text: str = ""
    references: tuple[Reference, ...] | None = None

    @classmethod
    def of(cls, manuscript: Manuscript) -> "Document":
        return cls(
            title=manuscript.title,
            standfirst=manuscript.standfirst,
            key_points=manuscript.key_points,
            body=manuscript.body,
            cover_caption=manuscript.cover.caption if manuscript.cover else "",
            correction_note=manuscript.correction_note,
            references=tuple(Reference(bool(a.url), bool(a.date)) for a in manuscript.references),
        )


@dataclass(slots=True)
class Blocks:
    """A document taken apart: `all` its blocks that have text, in the order of its fields and of the text."""

    document: Document
    language: str
    all: list[Block] = field(init=False)
    _root: Node = field(init=False)

    def __post_init__(self) -> None:
        document, language = self.document, self.language
        self._root = parse(document.body, max_depth=BODY_DEPTH)
        self.all = [
            *_lines("title", "title", document.title, language),
            *_lines("standfirst", "standfirst", document.standfirst or "", language),
            *_lines("key_points", "key_point", "\n".join(document.key_points or ()), language),
            *_body(self._root, language),
            *_lines("cover_caption", "caption", document.cover_caption, language),
            *_lines("correction_note", "paragraph", document.correction_note, language),
            *_lines("text", "", document.text, language),
        ]

    def written(self) -> Document:
        """The document with its blocks as they are now; the body in normal form. Raises TooLarge."""
        document = self.document
        body = serialise(self._root)
        return replace(
            document,
            title=self._joined("title"),
            standfirst=document.standfirst and self._joined("standfirst"),
            cover_caption=self._joined("cover_caption"),
            correction_note=self._joined("correction_note"),
            text=self._joined("text"),
            key_points=document.key_points and tuple(self._joined("key_points").split("\n")),
            body=document.body if body == document.body else canonical(body),
        )

    def _joined(self, name: str) -> str:
        value = getattr(self.document, name) or ""
        lines = ("\n".join(value) if isinstance(value, tuple) else value).split("\n")
        for block in self.all:
            if block.field == name:
                lines[block.number] = block.raw
        return "\n".join(lines)


def body_blocks(html: str, language: str) -> list[Block]:
    """The blocks of a body, or of any part of one, in canonical HTML. Raises TooLarge."""
    return list(_body(parse(html, max_depth=BODY_DEPTH), language))


def _body(root: Node, language: str) -> Iterator[Block]:
    for number, read in enumerate(text_blocks(root, language)):
        yield Block("body", number, language, read)


def _lines(name: str, kind: str, text: str, language: str) -> Iterator[Block]:
    """A block for each line that is not empty; without a kind each is a heading or a paragraph by its own look."""
    for number, line in enumerate(text.split("\n")):
        if line:
            heading = count_words(line) <= HEADING_WORDS and not line.rstrip().endswith(TERMINAL)
            yield of_text(name, number, language, kind or ("heading" if heading else "paragraph"), line)
