"""Readings of canonical HTML: its text, its headings, its pictures."""

import re
from typing import TypedDict

from articles.press.html.footnotes import is_reference
from articles.press.html.tree import Node, names, parse, serialise
from shaf.product.limits import BODY_DEPTH
from shaf.text import arabic

PICTURE = re.compile(r"/media/([0-9a-f]{64}\.[a-z]+)")
BLOCKS = names("p h2 h3 h4 ul ol li blockquote figure figcaption table thead tbody tr th td section hr br")
# As many words as tell a person where something stands.
WORDS = 6
HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
FOOTNOTE_LINKS = {"footnote-ref", "footnote-back"}


class Heading(TypedDict):
    """An entry of the contents. `level` is 2 to 4."""

    id: str
    text: str
    level: int


def _root(canonical: str) -> Node:
    return parse(canonical, max_depth=BODY_DEPTH)


def plain_text(canonical: str) -> str:
    """The text alone: a line a block, without the numbers of footnotes."""
    return text_of(_root(canonical))


def text_of(node: Node) -> str:
    """The text below a node, as `plain_text` has it."""
    pieces: list[str] = []
    _gather(node, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)


def _gather(node: Node, pieces: list[str]) -> None:
    for child in node.children:
        if isinstance(child, str):
            pieces.append(child)
            continue
        if child.attributes.get("class") in FOOTNOTE_LINKS:
            continue
        edge = "\n" if child.name in BLOCKS else ""
        pieces.append(edge)
        _gather(child, pieces)
        pieces.append(edge)


def with_anchors(canonical: str) -> tuple[str, list[Heading]]:
    """The HTML with an id of its own on every heading, and the contents in order."""
    root = _root(canonical)
    taken = {node.attributes["id"] for node in root.walk() if "id" in node.attributes and node.name not in HEADINGS}
    times: dict[str, int] = {}
    contents: list[Heading] = []
    for node in root.walk():
        if node.name in HEADINGS:
            text = " ".join(_without_notes(node).split())
            wanted = node.attributes.get("id") or f"h-{arabic.slugify(text)[:60] or 'section'}"
            node.attributes["id"] = _free_id(wanted, taken, times)
            contents.append(Heading(id=node.attributes["id"], text=text, level=HEADINGS[node.name]))
    return serialise(root), contents


def _without_notes(node: Node) -> str:
    """The text of a heading as the contents list it: without the number of a footnote."""
    if node.attributes.get("class") in FOOTNOTE_LINKS:
        return ""
    return "".join(
        child if isinstance(child, str) else " " if child.name == "br" else _without_notes(child)
        for child in node.children
    )


def _free_id(wanted: str, taken: set[str], times: dict[str, int]) -> str:
    """`times`: up to which number each name was found taken."""
    candidate, n = wanted, times.get(wanted, 1)
    while candidate in taken:
        n += 1
        candidate = f"{wanted}-{n}"
    taken.add(candidate)
    times[wanted] = n
    return candidate


def pictures(canonical: str) -> list[str]:
    """The stored names of the pictures that the HTML shows, in order."""
    images = (node for node in _root(canonical).walk() if node.name == "img")
    found = (PICTURE.fullmatch(image.attributes.get("src", "")) for image in images)
    return [match[1] for match in found if match]


def picture_places(canonical: str) -> dict[str, tuple[int, str]]:
    """Each picture's stored name with its place: its number among all pictures, and the last words before it."""
    places: dict[str, tuple[int, str]] = {}
    number, words = 0, ""
    for node in _root(canonical).walk():
        if node.name == "img":
            number += 1
            if found := PICTURE.fullmatch(node.attributes.get("src", "")):
                places.setdefault(found[1], (number, words))
        text = " ".join(child for child in node.children if isinstance(child, str)).split()
        words = " ".join(text[-WORDS:]) or words
    return places


def pictures_without_alt(canonical: str) -> int:
    """How many pictures of the text have no alternative text."""
    return sum(node.name == "img" and not node.attributes.get("alt", "").strip() for node in _root(canonical).walk())


def empty_footnotes(canonical: str) -> list[int]:
    """The numbers of the footnotes that say nothing."""
    return [
        number
        for section in _footnotes(_root(canonical))
        for number, note in enumerate(_items(section), 1)
        if not note.text().strip() and not any(node.name == "img" for node in note.walk())
    ]


def with_backlinks(canonical: str, *, heading: str, back: str) -> str:
    """The HTML with a link at the end of every footnote to each place that refers to it.

    `heading` names the notes and `back` the links, for those who hear the page.
    """
    root = _root(canonical)
    places: dict[str, list[str]] = {}
    for node in root.walk():
        if is_reference(node):
            places.setdefault(node.attributes["href"][1:], []).append(node.attributes["id"])
    for section in _footnotes(root):
        section.attributes["aria-label"] = heading
        for note in _items(section):
            last = note.children[-1] if note.children else None
            end = last if isinstance(last, Node) and last.name == "p" else note
            for number, place in enumerate(places.get(note.attributes.get("id", ""), []), 1):
                mark: list[Node | str] = ["↑"] if number == 1 else ["↑", Node("sup", {}, [str(number)])]
                link = {"class": "footnote-back", "href": f"#{place}", "role": "doc-backlink", "aria-label": back}
                end.children += [" ", Node("a", link, mark)]
    return serialise(root)


def _footnotes(root: Node) -> list[Node]:
    return [node for node in root.nodes() if node.name == "section" and node.attributes.get("class") == "footnotes"]


def _items(section: Node) -> list[Node]:
    return [item for notes in section.nodes() for item in notes.nodes()]
