"""Readings of canonical HTML: its text, its headings, its pictures."""

import re
from typing import TypedDict

from lxml import etree, html

from shaf import arabic

PICTURE = re.compile(r"^/media/([0-9a-f]{64}\.[a-z]+)$")
BLOCK = re.compile(
    r"</?(?:p|h[2-5]|ul|ol|li|blockquote|figure|figcaption|table|caption|tr|t[dh]|pre|section|div|dl|dt|dd|hr|br)\b[^>]*>"
)


class Heading(TypedDict):
    """An entry of the contents. `level` is 2 to 4."""

    id: str
    text: str
    level: int


def _root(canonical: str) -> html.HtmlElement:
    return html.fragment_fromstring(canonical, create_parent="div")


def plain_text(canonical: str) -> str:
    """The text alone: a line a block."""
    if not canonical:
        return ""
    spaced = BLOCK.sub(lambda tag: "\n" + tag[0], canonical)
    lines = (" ".join(line.split()) for line in "".join(_root(spaced).itertext()).splitlines())
    return "\n".join(line for line in lines if line)


def with_anchors(canonical: str) -> tuple[str, list[Heading]]:
    """The HTML with an id on every heading that has none, and the contents in order."""
    if not canonical:
        return "", []
    root = _root(canonical)
    taken = {element.get("id") for element in root.iter() if element.get("id")}
    contents: list[Heading] = []
    for heading in root.iter("h2", "h3", "h4"):
        text = " ".join("".join(heading.itertext()).split())
        if not heading.get("id"):
            heading.set("id", _free_id(f"h-{arabic.slugify(text)[:60] or 'section'}", taken))
        contents.append(Heading(id=heading.get("id"), text=text, level=int(heading.tag[1])))
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in root), contents


def _free_id(wanted: str, taken: set[str | None]) -> str:
    candidate, n = wanted, 1
    while candidate in taken:
        n += 1
        candidate = f"{wanted}-{n}"
    taken.add(candidate)
    return candidate


def pictures(canonical: str) -> list[str]:
    """The stored names of the pictures that the HTML shows, in order."""
    if not canonical:
        return []
    found = (PICTURE.match(image.get("src") or "") for image in _root(canonical).iter("img"))
    return [match[1] for match in found if match]
