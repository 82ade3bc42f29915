"""Footnotes in normal form: notes once, at the end, in the order of their references; numbers by that order.

A reference is `<a class="footnote-ref" href="#fn-x" id="fnref-x" role="doc-noteref"><sup>1</sup></a>`, a note an item
of the one `<section class="footnotes">`. `fn-x` stays a note's name wherever it moves; several references may share a
note. A reference without a note becomes the text it was, a note without a reference a part of the text: no word goes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from articles.press.html.inline import INLINE
from articles.press.html.tree import Node

NOTE, REFERENCE = "fn-", "fnref-"
MAX_NAME = 60
# What stands for a note in print: a number, a letter or a sign, perhaps in brackets. Anything else is text.
LABEL = re.compile(r"[\W_]*(?:\d{1,4}|[a-zA-Z]|[ivxlcdm]{1,6})?[\W_]*")
DIRECTION = {"dir", "lang"}
KEPT_IN_NOTES = INLINE | {"p", "pre"}
Blocks = Callable[[Node], list[Node]]


@dataclass(slots=True)
class Notes:
    """What was taken out of a text. `named` by id, in their order; `loose` belongs to no reference."""

    named: dict[str, Node] = field(default_factory=dict)
    loose: list[Node] = field(default_factory=list)


def is_reference(node: Node) -> bool:
    return node.name == "a" and node.attributes.get("class") == "footnote-ref"


def taken_out(root: Node) -> Notes:
    """The notes, which leave the tree; in it every reference is left bare, and one without a note is plain text."""
    notes = Notes()
    for section in _sections(root):
        for part in _parts(section):
            name = part.attributes.get("id", "")
            if name.startswith(NOTE) and name not in notes.named:
                notes.named[name] = part
            else:
                notes.loose.append(part)
    renamed = _renamed(notes)
    for note in [*notes.named.values(), *notes.loose]:
        _mark_references(note, {})
    _mark_references(root, renamed)
    return notes


def _sections(node: Node) -> Iterator[Node]:
    """Every section of footnotes, out of its place and without those inside it."""
    for place, child in enumerate(node.children):
        if not isinstance(child, Node):
            continue
        if child.name == "section" and child.attributes.get("class") == "footnotes":
            # Something stays, so that the words before and after do not run together.
            node.children[place] = Node("div")
            inner = list(_sections(child))
            yield child
            yield from inner
        else:
            yield from _sections(child)


def _parts(section: Node) -> Iterator[Node]:
    """The items of a section's lists, and what else stands in it."""
    rest = Node("div", _directed(section))
    for child in section.children:
        if isinstance(child, Node) and child.name in {"ol", "ul"}:
            direction = _directed(section) | _directed(child)
            for item in child.children:
                if isinstance(item, Node) and item.name == "li":
                    item.attributes = direction | item.attributes
                    yield item
                else:
                    rest.children.append(item)
        else:
            rest.children.append(child)
    yield rest


def _directed(node: Node) -> dict[str, str]:
    return {name: value for name, value in node.attributes.items() if name in DIRECTION}


def _renamed(notes: Notes) -> dict[str, str]:
    """Old name → name. One so long that a reference's id would not fit gets a short one."""
    names: dict[str, str] = {}
    free = (name for number in count(1) if (name := f"{NOTE}{number}") not in notes.named)
    for old in list(notes.named):
        names[old] = old if len(old) <= MAX_NAME else next(free)
    notes.named = {names[old]: note for old, note in notes.named.items()}
    return names


def _mark_references(node: Node, notes: dict[str, str]) -> None:
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            children.append(child)
            continue
        _mark_references(child, notes)
        if child.attributes.get("id", "").startswith((NOTE, REFERENCE)):
            # These names are the footnotes' alone.
            child.attributes = {name: value for name, value in child.attributes.items() if name != "id"}
        kind = _kind(child)
        if kind == "reference":
            name = notes.get(child.attributes.get("href", "")[1:])
            if name is None or not LABEL.fullmatch(child.text()):
                children += child.children
            if name is not None:
                children.append(Node("a", {"class": "footnote-ref", "href": f"#{name}"}))
        elif kind == "back":
            children += child.children if not LABEL.fullmatch(child.text()) else []
        else:
            children.append(child)
    node.children = children


def _kind(node: Node) -> str:
    if node.name != "a":
        return ""
    marks = {node.attributes.get("class"), node.attributes.get("role")}
    if marks & {"footnote-ref", "doc-noteref"}:
        return "reference"
    return "back" if marks & {"footnote-back", "doc-backlink"} else ""


def put_back(blocks: list[Node], notes: Notes, flow: Blocks) -> tuple[list[Node], list[Node]]:
    """Number the references in `blocks`; the blocks of what none refers to, and the section of all the others.

    `flow` gives a node's children as blocks in normal form.
    """
    order: dict[str, int] = {}
    taken: set[str] = set()
    times: dict[str, int] = {}
    for reference in filter(is_reference, Node("", {}, list(blocks)).walk()):
        name = reference.attributes["href"][1:]
        number = order.setdefault(name, len(order) + 1)
        identifier = REFERENCE + name.removeprefix(NOTE)
        if identifier in taken:
            again = count(times.get(name, 2))
            identifier = next(free for n in again if (free := f"{REFERENCE}{name.removeprefix(NOTE)}-{n}") not in taken)
            times[name] = next(again)
        taken.add(identifier)
        reference.attributes |= {"id": identifier, "role": "doc-noteref"}
        reference.children = [Node("sup", {}, [str(number)])]
    loose = [note for name, note in notes.named.items() if name not in order] + notes.loose
    text = [block for note in loose for block in flow(note)]
    if not order:
        return text, []
    items = [_item(name, notes.named[name], flow) for name in order]
    section = Node("section", {"class": "footnotes", "role": "doc-endnotes"}, [Node("ol", {}, list(items))])
    return text, [section]


def _item(name: str, note: Node, flow: Blocks) -> Node:
    _flatten(note)
    blocks = flow(note)
    for block in blocks:
        block.attributes.pop("role", None)
    bare = len(blocks) == 1 and not blocks[0].attributes
    return Node("li", {"id": name} | _directed(note), list(blocks[0].children if bare else blocks))


def _flatten(note: Node) -> None:
    """A note is paragraphs: a heading is one, and the cells of a table are."""
    for node in note.walk():
        if node.name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            node.name = "p"
        elif node.name not in KEPT_IN_NOTES:
            node.name = "div"
        node.attributes = {name: value for name, value in node.attributes.items() if name != "id"}
