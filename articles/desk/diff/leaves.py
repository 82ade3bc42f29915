"""A body as the blocks that a person sees: paragraphs, headings, list items, footnotes, pictures, tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.diff.matching import Unit
from articles.desk.diff.result import Piece
from articles.desk.diff.tokens import Line, line_of, pieces_of
from articles.press.html.inline import INLINE
from articles.press.html.sanitise import sanitise
from articles.press.html.tree import Node, parse, serialise
from shaf.product.limits import BODY_DEPTH

HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
LABELS: dict[str, Promise] = {
    "paragraph": _("paragraph"),
    "heading": _("heading"),
    "item": _("list item"),
    "numbered": _("numbered list item"),
    "quote": _("quotation"),
    "note": _("footnote"),
    "image": _("picture"),
    "table": _("table"),
    "rule": _("dividing line"),
    "line": _("line"),
    "point": _("point"),
}
# Blocks of one group may turn into each other.
GROUPS = {"image": "image", "table": "table", "rule": "rule", "note": "note"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a block."""

    depth: int = 0
    language: str = ""
    direction: str = ""
    quoted: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a table."""

    leaves: tuple["Leaf", ...]
    heading: bool
    columns: int
    rows: int

    @property
    def text(self) -> str:
        return " ".join(leaf.text for leaf in self.leaves)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One block. `markup` is its HTML, footnotes by identity; `unit` is what it is matched by."""

    kind: str
    line: Line
    markup: str
    level: int = 0
    number: str = ""
    alignment: str = ""
    frame: Frame = field(default_factory=Frame)
    picture: Piece | None = None
    grid: tuple[tuple[Square, ...], ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def unit(self) -> Unit:
        loose = tuple(token.key for token in self.line.tokens)
        words = self.line.words
        if self.picture:
            loose = (self.picture.src, *loose)
        if self.grid:
            cells = [cell for row in self.grid for cell in row]
            loose = (*loose, *(cell.text for cell in cells))
            words = words.copy()
            for leaf in (leaf for cell in cells for leaf in cell.leaves):
                words.update(leaf.line.words)
        key = (self.kind, self.level, self.alignment, self.frame, self.markup, loose)
        return Unit.of(key, loose, words, GROUPS.get(self.kind, "text"))


def notes_of(root: Node) -> dict[str, str]:
    """The ids of footnotes, each with its text."""
    return {
        item.attributes["id"]: item.text().removesuffix("↩").strip()
        for section in root.walk()
        if section.attributes.get("class") == "footnotes"
        for item in section.walk()
        if item.name == "li" and "id" in item.attributes
    }


def tree(html: str) -> Node:
    """The body as a tree, after the allow-list. Raises press.sanitise.TooLarge."""
    return parse(sanitise(html), max_depth=BODY_DEPTH)


def leaves(root: Node, notes: Mapping[str, str], *, ignore_marks: bool) -> list[Leaf]:
    """The blocks in order. `notes` maps the id of each footnote to the identity it is compared under."""
    return list(_Reader(notes, ignore_marks).flow(root, Frame()))


@dataclass(frozen=True, slots=True)
class _Reader:
    notes: Mapping[str, str]
    ignore_marks: bool

    def flow(self, node: Node, frame: Frame, kind: str = "paragraph") -> Iterator[Leaf]:
        loose: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str) or child.name in INLINE:
                loose.append(child)
                continue
            if loose:
                yield self.text(Node("p", {}, loose), frame, kind)
                loose = []
            yield from self.block(child, frame, kind)
        if loose:
            yield self.text(Node("p", {}, loose), frame, kind)

    def block(self, node: Node, frame: Frame, kind: str) -> Iterator[Leaf]:
        attributes = node.attributes
        inner = replace(
            frame,
            language=attributes.get("lang", frame.language),
            direction=attributes.get("dir", frame.direction),
        )
        match node.name:
            case "ul" | "ol":
                yield from self.items(node, inner)
            case "blockquote":
                yield from self.flow(node, replace(inner, depth=frame.depth + frame.quoted, quoted=True), "quote")
            case "section":
                yield from self.footnotes(node, replace(inner, noted=True))
            case "figure" if any(child.name == "table" for child in node.nodes()):
                yield self.table(node, inner)
            case "figure":
                yield self.image(node, inner)
            case "hr":
                yield Leaf("rule", line_of([]), "<hr>", frame=inner)
            case "p" | "h2" | "h3" | "h4":
                yield self.text(node, inner, "heading" if node.name in HEADINGS else kind)
            case _:
                yield from self.flow(node, inner, kind)

    def text(self, node: Node, frame: Frame, kind: str) -> Leaf:
        pieces = pieces_of(node.children, self.notes)
        while pieces and not (text := pieces[-1].text.rstrip(" ")) and pieces[-1].kind == "text":
            pieces.pop()
        if pieces and pieces[-1].kind == "text":
            pieces[-1] = replace(pieces[-1], text=text)
        return Leaf(
            kind,
            line_of(pieces, ignore_marks=self.ignore_marks),
            "".join(piece.html for piece in pieces if piece.kind != "ref"),
            level=HEADINGS.get(node.name, 0),
            alignment=node.attributes.get("class", ""),
            frame=frame,
        )

    def items(self, node: Node, frame: Frame) -> Iterator[Leaf]:
        kind = "numbered" if node.name == "ol" else "item"
        first = node.attributes.get("start", "1")
        inner = replace(frame, depth=frame.depth + 1)
        for n, item in enumerate(node.nodes(), int(first) if first.isdecimal() else 1):
            within = replace(
                inner,
                language=item.attributes.get("lang", inner.language),
                direction=item.attributes.get("dir", inner.direction),
            )
            for place, leaf in enumerate(self.flow(item, within, kind)):
                # Only the first block of an item carries its number.
                own = leaf.kind == kind and leaf.frame.depth == inner.depth
                yield replace(leaf, number=str(n)) if own and kind == "numbered" and not place else leaf

    def footnotes(self, node: Node, frame: Frame) -> Iterator[Leaf]:
        items = [item for child in node.nodes() for item in (child.nodes() if child.name in {"ol", "ul"} else [child])]
        for n, item in enumerate(items, 1):
            identity = self.notes.get(item.attributes.get("id", ""), "")
            for leaf in self.flow(item, frame, "note"):
                yield replace(leaf, number=str(n), note=identity) if leaf.kind == "note" else leaf

    def image(self, node: Node, frame: Frame) -> Leaf:
        caption = next((child for child in node.nodes() if child.name == "figcaption"), None)
        pieces = pieces_of([child for child in node.children if child is not caption], self.notes)
        picture = next((piece for piece in pieces if piece.kind == "image"), None)
        written = pieces_of(caption.children, self.notes) if caption else []
        return Leaf(
            "image",
            line_of(written, ignore_marks=self.ignore_marks),
            "".join(piece.html for piece in written),
            frame=frame,
            picture=picture,
        )

    def table(self, node: Node, frame: Frame) -> Leaf:
        table = next(child for child in node.nodes() if child.name == "table")
        caption = next((child for child in node.nodes() if child.name == "figcaption"), None)
        written = pieces_of(caption.children, self.notes) if caption else []
        rows = [row for section in table.nodes() for row in section.nodes()]
        inner = replace(
            frame,
            language=table.attributes.get("lang", frame.language),
            direction=table.attributes.get("dir", frame.direction),
        )
        return Leaf(
            "table",
            line_of(written, ignore_marks=self.ignore_marks),
            serialise(table),
            frame=inner,
            grid=tuple(tuple(self.cell(cell, inner) for cell in row.nodes()) for row in rows),
        )

    def cell(self, node: Node, frame: Frame) -> Square:
        inner = replace(
            frame,
            language=node.attributes.get("lang", frame.language),
            direction=node.attributes.get("dir", frame.direction),
        )
        columns, rows = (node.attributes.get(name, "1") for name in ("colspan", "rowspan"))
        return Square(
            tuple(self.flow(node, inner)),
            node.name == "th",
            int(columns) if columns.isdecimal() else 1,
            int(rows) if rows.isdecimal() else 1,
        )
