"""The editor's normal form of a text: what CKEditor writes when it saves what it was given.

Importers emit this form and the desk stores it. tests/browser/test_round_trip.py opens and saves texts in the real
editor and finds them unchanged; where the editor could not hold something, this form does without it.

Blocks stand in a flow (the text, a quotation, a list item, a cell, a footnote). Loose text in a flow becomes
paragraphs, an element that is none of ours gives way to its content, neighbouring lists of one kind are one, what is
empty goes.
"""

from collections.abc import Sequence

from articles.press.html import footnotes
from articles.press.html.inline import INLINE, Marks, Run, marked, render
from articles.press.html.table import area, normalised
from articles.press.html.tree import Node, TooLarge, depth, parse, serialise
from shaf.product.limits import BODY_TAGS, TABLE_AREA
from shaf.text.arabic import composed

PARAGRAPHS = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4", "pre": "p"}
LISTS = {"ul", "ol"}
ALIGNMENT = {"ta-center", "ta-end"}
BLOCK_ATTRIBUTES = {"dir", "lang", "id", "role"}
# What makes a text without a letter more than an empty one.
CONTENT = {"img", "hr", "table"}
IMAGE_ATTRIBUTES = {"src", "alt", "width", "height"}


def normalise(clean: str, *, max_depth: int) -> str:
    """Rewrite sanitised HTML in normal form. Raises TooLarge."""
    root = parse(clean, max_depth=max_depth)
    _require_small(root)
    notes = footnotes.taken_out(root)
    blocks = _flow(root)
    loose, section = footnotes.put_back(blocks, notes, _flow)
    result = Node("", {}, _joined(blocks, loose + section))
    if not result.text() and not any(node.name in CONTENT for node in result.walk()):
        return ""
    if depth(result) > max_depth:
        raise TooLarge("depth")
    for node in result.walk():
        # An address is left as it is: another spelling may be another page.
        for name in node.attributes.keys() & {"alt", "title"}:
            node.attributes[name] = composed(node.attributes[name])
    return serialise(result)


def _require_small(root: Node) -> None:
    """Raises TooLarge where tables, or lines of preformatted text, come to more elements than a text may have."""
    if sum(area(node) for node in root.walk() if node.name == "table") > TABLE_AREA:
        raise TooLarge("table")
    lines = 0
    waiting = [(root, False)]
    while waiting:
        node, preformatted = waiting.pop()
        for child in node.children:
            if isinstance(child, Node):
                waiting.append((child, preformatted or child.name == "pre"))
            elif preformatted:
                lines += child.count("\n")
    if lines > BODY_TAGS:
        raise TooLarge("lines")


class _Flow:
    """Collects the blocks of one flow. Loose text becomes a `paragraph`, with `attributes` on the first."""

    def __init__(self, paragraph: str = "p", attributes: dict[str, str] | None = None) -> None:
        self.blocks: list[Node] = []
        self.runs: list[Run] = []
        self.paragraph = paragraph
        self.attributes = attributes or {}

    def add(self, child: Node | str, marks: Marks) -> None:
        if isinstance(child, str):
            self.runs.append(Run(child, marks))
        elif child.name == "br":
            self.runs.append(Run(Node("br"), {}))
        elif child.name == "img":
            if "src" in child.attributes:
                self.runs.append(Run(_kept(child, IMAGE_ATTRIBUTES), marks))
        elif footnotes.is_reference(child):
            self.runs.append(Run(child, {}))
        elif child.name in INLINE:
            inner = marked(marks, child)
            for grandchild in child.children:
                self.add(grandchild, inner)
        else:
            self.flush()
            for block in _blocks(child, marks):
                self._append(block)

    def flush(self) -> None:
        content = render(self.runs)
        self.runs = []
        if content or self.attributes.get("id"):
            self.blocks.append(Node(self.paragraph, self.attributes, content))
            self.attributes = {name: value for name, value in self.attributes.items() if name not in {"id", "role"}}

    def _append(self, block: Node) -> None:
        last = self.blocks[-1] if self.blocks else None
        if block.name in LISTS and last and last.name == block.name:
            last.children.extend(block.children)
        else:
            self.blocks.append(block)


def _flow(node: Node, marks: Marks | None = None) -> list[Node]:
    """The children of a node as blocks."""
    return _collected(node, marks or {}, _Flow())


def _collected(node: Node, marks: Marks, flow: _Flow) -> list[Node]:
    for child in node.children:
        flow.add(child, marks)
    flow.flush()
    return flow.blocks


def _blocks(node: Node, marks: Marks) -> list[Node]:
    """One element that is not inline, as blocks in normal form."""
    match node.name:
        case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return _collected(node, marks, _Flow(PARAGRAPHS[node.name], _block_attributes(node)))
        case "pre":
            return _collected(_with_line_breaks(node), marks, _Flow("p", _block_attributes(node)))
        case "hr":
            return [Node("hr")]
        case "ul" | "ol":
            return _list(node, marks)
        case "blockquote":
            return _container(node, _flow(node, marks), BLOCK_ATTRIBUTES)
        case "figure":
            return _figure(node, marks)
        case "table":
            return _table(node, None, {})
        case "dt":
            return _flow(node, marks | {"strong": {}})
        case _:
            return _directed(node, _flow(node, marks))


def _kept(node: Node, names: set[str]) -> Node:
    return Node(node.name, {name: value for name, value in node.attributes.items() if name in names})


def _block_attributes(node: Node) -> dict[str, str]:
    attributes = {name: value for name, value in node.attributes.items() if name in BLOCK_ATTRIBUTES}
    if node.attributes.get("class") in ALIGNMENT:
        attributes["class"] = node.attributes["class"]
    return attributes


def _container(node: Node, blocks: list[Node], names: set[str]) -> list[Node]:
    if not blocks:
        return []
    container = _kept(node, names)
    container.children = list(blocks)
    return [container]


def _directed(node: Node, blocks: list[Node]) -> list[Node]:
    """The blocks of an element that gives way; they take over its direction and language."""
    directed = {name: value for name, value in node.attributes.items() if name in {"dir", "lang"}}
    for block in blocks:
        if directed and block.name != "hr":
            block.attributes = directed | block.attributes
    return blocks


def _with_line_breaks(pre: Node) -> Node:
    """Preformatted text keeps its lines."""
    children: list[Node | str] = []
    for child in pre.children:
        if isinstance(child, Node):
            children.append(child if child.name not in INLINE else _with_line_breaks(child))
            continue
        for number, line in enumerate(child.strip("\n").split("\n")):
            children += [Node("br"), line] if number else [line]
    return Node(pre.name, pre.attributes, children)


def _list(node: Node, marks: Marks) -> list[Node]:
    """A list of items. A list that stands between items belongs to the one before it; loose text is an item."""
    items: list[Node] = []
    loose: list[Node | str] = []

    def close_loose() -> None:
        if blocks := _flow(Node("li", {}, loose), marks):
            items.append(Node("li", {}, list(blocks)))
        loose.clear()

    for child in node.children:
        if isinstance(child, str) or child.name in INLINE:
            loose.append(child)
            continue
        close_loose()
        if child.name == "li":
            item = _kept(child, BLOCK_ATTRIBUTES)
            item.children = list(_flow(child, marks))
            if item.children or item.attributes.get("id"):
                items.append(item)
        elif items and child.name in LISTS:
            items[-1].children = _joined(items[-1].children, _list(child, marks))
        else:
            items.extend(Node("li", {}, [block]) for block in _blocks(child, marks))
    close_loose()
    if not items:
        return []
    names = {"dir", "lang"}
    if node.name == "ol" and node.attributes.get("start", "").isdecimal() and int(node.attributes["start"]) > 1:
        names.add("start")
    result = _kept(node, names)
    for item in items:
        item.children = _bare(item.children, beside=LISTS)
    result.children = list(items)
    return [result]


def _joined(blocks: Sequence[Node | str], more: Sequence[Node]) -> list[Node | str]:
    flow = _Flow()
    for block in [*blocks, *more]:
        if isinstance(block, Node):
            flow._append(block)
    return list(flow.blocks)


def _bare(blocks: list[Node | str], *, beside: set[str]) -> list[Node | str]:
    """Where the only block is a plain paragraph, its text stands bare, as the editor writes it."""
    own = [block for block in blocks if isinstance(block, Node) and block.name not in beside]
    if len(own) == 1 and own[0] is blocks[0] and own[0].name == "p" and not own[0].attributes:
        return [*own[0].children, *blocks[1:]]
    return blocks


def _cell(node: Node) -> list[Node | str]:
    return _bare(list(_flow(node)), beside=set())


def _figure(node: Node, marks: Marks) -> list[Node]:
    """A table or a picture with its caption; anything else in a figure stands on its own."""
    table = next((child for child in node.nodes() if child.name == "table"), None)
    caption = next((child for child in node.nodes() if child.name == "figcaption"), None)
    attributes = {name: value for name, value in node.attributes.items() if name in BLOCK_ATTRIBUTES}
    if table:
        others = [child for child in node.children if child is not table and child is not caption]
        return _table(table, caption, attributes) + _flow(Node("", {}, others), marks)
    flow = _Flow()
    for child in node.children:
        if child is not caption:
            flow.add(child, marks)
    pictures = [run for run in flow.runs if isinstance(run.content, Node) and run.content.name == "img"]
    flow.runs = [run for run in flow.runs if not (isinstance(run.content, Node) and run.content.name == "img")]
    flow.flush()
    if not pictures:
        return _directed(node, flow.blocks + (_flow(caption, marks) if caption else []))
    figures: list[Node] = []
    for run in pictures:
        content = render([run])
        figures.append(Node("figure", {"class": "image"}, content))
    figures[0].attributes |= attributes
    if caption and (written := _caption(caption)):
        figures[-1].children.append(written)
    return figures + flow.blocks


def _caption(node: Node) -> Node | None:
    """A caption is one line of text, without pictures; its paragraphs become lines."""
    runs: list[Run] = []
    for block in _flow(node):
        if runs:
            runs.append(Run(Node("br"), {}))
        runs.extend(_runs_of(block, {}))
    content = render(runs, pictures=False)
    if not content:
        return None
    caption = _kept(node, BLOCK_ATTRIBUTES)
    caption.name, caption.children = "figcaption", content
    return caption


def _joined_captions(captions: list[Node]) -> Node | None:
    """One of several: no word of a second one goes."""
    if not captions:
        return None
    lines = [Node("div", {}, caption.children) for caption in captions]
    return Node("figcaption", captions[-1].attributes, list(lines))


def _runs_of(block: Node, marks: Marks) -> list[Run]:
    """The text of a block in normal form, all its lines in a row."""
    runs: list[Run] = []
    for child in block.children:
        if isinstance(child, str) or child.name in {"br", "img"} or footnotes.is_reference(child):
            runs.append(Run(child, marks))
        elif child.name in INLINE:
            runs.extend(_runs_of(child, marked(marks, child)))
        else:
            if runs:
                runs.append(Run(Node("br"), {}))
            runs.extend(_runs_of(child, marks))
    return runs


def _table(node: Node, caption: Node | None, attributes: dict[str, str]) -> list[Node]:
    table = normalised(node, _cell)
    captions = [child for child in node.nodes() if child.name == "caption"] + ([caption] if caption else [])
    caption = captions[0] if len(captions) == 1 else _joined_captions(captions)
    written = _caption(caption) if caption else None
    if table is None:
        return _flow(caption) if caption else []
    return [Node("figure", attributes | {"class": "table"}, [table, written] if written else [table])]
