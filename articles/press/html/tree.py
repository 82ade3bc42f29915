"""HTML that has passed the allow-list, as a plain tree and back.

Its input is what nh3 writes: balanced, escaped, without comments, scripts or foreign elements. A parser that repairs
would only change it again.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;"})
TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})


def names(text: str) -> frozenset[str]:
    """The words of a list of element names."""
    return frozenset(text.split())


class TooLarge(ValueError):
    """Beyond a bound of shaf/product/limits.py, or made to grow or to change while it is read."""


class Node:
    """An element. `children` are nodes and strings."""

    __slots__ = ("attributes", "children", "name")

    def __init__(
        self, name: str, attributes: dict[str, str] | None = None, children: "list[Node | str] | None" = None
    ) -> None:
        self.name = name
        self.attributes = attributes or {}
        self.children = children or []

    def nodes(self) -> "list[Node]":
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> "Iterator[Node]":
        """Every element below this one, in the order of the text."""
        stack = self.nodes()[::-1]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(node.nodes()[::-1])

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Builder(HTMLParser):
    def __init__(self, max_depth: int) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("")]
        self.max_depth = max_depth

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag in VOID:
            return
        self.open.append(node)
        if len(self.open) - 1 > self.max_depth:
            raise TooLarge("depth")

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].name == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(clean: str, *, max_depth: int) -> Node:
    """The tree under a nameless root. Raises TooLarge where elements are nested deeper."""
    builder = _Builder(max_depth)
    builder.feed(clean)
    builder.close()
    return builder.open[0]


def serialise(node: Node) -> str:
    """The children of a node as HTML, in nh3's spelling, attributes in alphabetical order."""
    return "".join(_parts(node))


def _parts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child.translate(TEXT_ESCAPES)
            continue
        yield f"<{child.name}"
        for name, value in sorted(child.attributes.items()):
            yield f' {name}="{value.translate(ESCAPES)}"'
        yield ">"
        if child.name not in VOID:
            yield from _parts(child)
            yield f"</{child.name}>"


def depth(node: Node) -> int:
    """How deep elements are nested below the node."""
    deepest, level = 0, node.nodes()
    while level:
        deepest += 1
        level = [child for parent in level for child in parent.nodes()]
    return deepest
