"""What a comparison found. Plain frozen values; every `html` is escaped where it is made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.functional import Promise
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.press.html.sanitise import LANGUAGE, PICTURE

LINE_BREAK = format_html("<{}>", "br")

Marks = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
Text = str | SafeString | Promise

SHOWN = frozenset(
    {"strong", "i", "u", "s", "sub", "sup", "code", "q", "cite", "mark", "small", "span", "bdi", "bdo", "a"}
)
ADDRESS = re.compile(r"(?:https?:|mailto:|/(?!/))[^\x00-\x20\"'<>\\]+", re.IGNORECASE)


class RunKind(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class Status(StrEnum):
    """Of a block, a row or a cell. Whether it also moved is said apart."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


STATUS_LABELS: dict[str, Promise] = {
    Status.ADDED: _("addition"),
    Status.REMOVED: _("deletion"),
    Status.CHANGED: _("change"),
    "moved": _("move"),
    "moved_changed": _("move and change"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one set of inline elements around it. `kind`: text, break, ref (a footnote's number) or image."""

    text: str
    marks: Marks = ()
    kind: str = "text"
    src: str = ""

    @property
    def html(self) -> SafeString:
        match self.kind:
            case "break":
                inner = LINE_BREAK
            case "ref":
                inner = format_html("<sup>[{}]</sup>", self.text)
            case "image" if PICTURE.fullmatch(self.src):
                inner = format_html('<img src="{}" alt="{}" loading="lazy">', self.src, self.text)
            case _:
                inner = escape(self.text)
        for name, attributes in reversed(self.marks):
            if name in SHOWN:
                inner = format_html("<{0}{1}>{2}</{0}>", name, _attributes(name, dict(attributes)), inner)
        return inner

    @property
    def plain(self) -> str:
        return {"break": "\n", "ref": f"[{self.text}]", "image": f"[{self.text}]"}.get(self.kind, self.text)


def _attributes(name: str, attributes: dict[str, str]) -> SafeString:
    found: list[tuple[str, str]] = []
    if name == "a" and ADDRESS.fullmatch(attributes.get("href", "")):
        found += [("href", attributes["href"]), ("target", "_blank"), ("rel", "noopener noreferrer")]
    if attributes.get("dir") in {"rtl", "ltr", "auto"}:
        found.append(("dir", attributes["dir"]))
    if LANGUAGE.fullmatch(attributes.get("lang", "")):
        found.append(("lang", attributes["lang"]))
    return format_html_join("", ' {}="{}"', found)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row with one fate. `before` is how kept words were spelled where ignored marks differ.

    `reformatted`: the words stayed and their formatting changed.
    """

    kind: RunKind
    pieces: tuple[Piece, ...]
    before: str | None = None
    reformatted: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.plain for piece in self.pieces)

    @property
    def old_text(self) -> str:
        return self.text if self.before is None else self.before

    @property
    def html(self) -> SafeString:
        """The run in <ins> or <del>, or bare."""
        inner = format_html_join("", "{}", ((self._shown(piece),) for piece in self.pieces))
        match self.kind:
            case RunKind.INSERTED:
                return format_html("<ins>{}</ins>", inner)
            case RunKind.DELETED:
                return format_html("<del>{}</del>", inner)
        return format_html('<span class="reformatted">{}</span>', inner) if self.reformatted else inner

    def _shown(self, piece: Piece) -> SafeString:
        """A line break that came or went has a sign, for else nobody sees it."""
        if piece.kind != "break" or self.kind == RunKind.KEPT:
            return piece.html
        return format_html("↵{}", LINE_BREAK if self.kind == RunKind.INSERTED else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; its content is blocks, as everywhere."""

    status: Status
    blocks: tuple["Block", ...]
    heading: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    status: Status
    cells: tuple[Cell, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, footnote, picture, table … `kind` is for CSS, `label` names it to a person.

    `was_at` and `is_at` are its places among the old and the new blocks, None where it is in one of them only.
    `number` is printed before an item or a footnote, `depth` counts the lists and quotations around it.
    """

    kind: str
    label: Text
    status: Status
    runs: tuple[Run, ...] = ()
    notes: tuple[Text, ...] = ()
    rows: tuple[Row, ...] = ()
    pictures: tuple[Piece, ...] = ()
    moved: bool = False
    level: int = 0
    depth: int = 0
    number: str = ""
    language: str = ""
    direction: str = ""
    was_at: int | None = None
    is_at: int | None = None

    @property
    def unchanged(self) -> bool:
        return self.status == Status.SAME and not self.moved

    @property
    def status_label(self) -> Text:
        if self.moved:
            return STATUS_LABELS["moved" if self.status == Status.SAME else "moved_changed"]
        return STATUS_LABELS.get(self.status, "")

    @property
    def text(self) -> str:
        """The plain text as it is now; of a removed block, as it was."""
        gone = RunKind.INSERTED if self.status == Status.REMOVED else RunKind.DELETED
        if self.rows:
            return "\n".join(
                " | ".join(" ".join(block.text for block in cell.blocks) for cell in row.cells) for row in self.rows
            )
        return "".join(run.text for run in self.runs if run.kind != gone)

    @property
    def old_text(self) -> str:
        return "".join(run.old_text for run in self.runs if run.kind != RunKind.INSERTED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks; `folded` where nothing changed in them and there are many."""

    blocks: tuple[Block, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One field that differs. `kind` is words (in `lines`), blocks or sentences; any may come with sentences.

    `language` is None for what both languages share.
    """

    name: str
    label: Text
    language: str | None
    kind: str
    lines: tuple[Block, ...] = ()
    blocks: Sequence[Block] = ()
    sentences: tuple[Text, ...] = ()

    @property
    def direction(self) -> str:
        return {None: "auto", "ar": "rtl"}.get(self.language, "ltr")

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The blocks with long unchanged stretches apart; one unchanged block stays on each side of a change."""
        for unchanged, group in groupby(self.blocks, lambda block: block.unchanged):
            blocks = tuple(group)
            if not unchanged or len(blocks) <= 3:
                yield Stretch(blocks, folded=False)
                continue
            head = 0 if blocks[0] is self.blocks[0] else 1
            tail = len(blocks) - (0 if blocks[-1] is self.blocks[-1] else 1)
            if head:
                yield Stretch(blocks[:head], folded=False)
            yield Stretch(blocks[head:tail], folded=True)
            if tail < len(blocks):
                yield Stretch(blocks[tail:], folded=False)

    @property
    def count(self) -> int:
        """How many blocks, lines or sentences changed."""
        return len(self.sentences) + sum(not block.unchanged for block in (*self.lines, *self.blocks))


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs, in the order of the page. `whole`: there was nothing before, so all of it is new."""

    parts: tuple[Part, ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts)

    def part(self, name: str, language: str | None = None) -> Part | None:
        return next((part for part in self.parts if (part.name, part.language) == (name, language)), None)


def named(text: object, language: str = "") -> SafeString:
    """Text or a name within a sentence, kept apart from the sentence's own direction."""
    return format_html('<bdi dir="ltr">{}</bdi>' if language == "address" else "<bdi>{}</bdi>", text)
