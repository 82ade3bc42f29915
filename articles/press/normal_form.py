"""The editor's normal form of a text: what CKEditor writes when it saves what it was given.

Importers emit this form and the desk stores it. tests/browser/ opens and saves texts in the real editor and finds them
unchanged.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

RENAMED = {"b": "strong", "em": "i", "strike": "s", "del": "s", "ins": "u"}
BLOCKS = set(
    [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "colgroup",
        "col",
        "pre",
        "section",
        "div",
        "dl",
        "dt",
        "dd",
        "hr",
    ]
)
# Blocks whose children are blocks; white space between those is nobody's text.
CONTAINERS = set(
    [
        "ul",
        "ol",
        "blockquote",
        "figure",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "colgroup",
        "section",
        "div",
        "dl",
    ]
)
INLINE_WORTHLESS_WHEN_EMPTY = set(
    [
        "strong",
        "i",
        "u",
        "s",
        "sub",
        "sup",
        "a",
        "q",
        "cite",
        "code",
        "span",
        "bdi",
        "bdo",
        "abbr",
        "time",
        "mark",
        "small",
    ]
)
BLOCK_WORTHLESS_WHEN_EMPTY = set(
    ["p", "h2", "h3", "h4", "h5", "ul", "ol", "li", "blockquote", "section", "div", "dl", "dt", "dd"]
)
SPACES = re.compile("[ \t\n\r\f\u00a0]+")


class TooDeep(ValueError):
    """Elements are nested deeper than a text needs."""


def normalise(clean: str, *, max_depth: int) -> str:
    """Rewrite sanitised HTML in normal form. Raises TooDeep."""
    if not clean.strip():
        return ""
    root = html.fragment_fromstring(clean, create_parent="div")
    if _depth(root) > max_depth:
        raise TooDeep(str(max_depth))
    _rename(root)
    _wrap_stray_text(root)
    _fold_spaces(root)
    _unwrap_list_paragraphs(root)
    _drop_empty(root)
    _trim_blocks(root)
    _sort_attributes(root)
    return _inner(root)


def _depth(root: html.HtmlElement) -> int:
    deepest, stack = 0, [(root, 0)]
    while stack:
        element, depth = stack.pop()
        deepest = max(deepest, depth)
        stack.extend((child, depth + 1) for child in element)
    return deepest


def _rename(root: html.HtmlElement) -> None:
    for element in list(root.iter()):
        if element.tag in RENAMED:
            element.tag = RENAMED[element.tag]
        if element.tag == "span" and not element.attrib and element is not root:
            element.drop_tag()


def _wrap_stray_text(root: html.HtmlElement) -> None:
    """Text and inline elements outside any block become paragraphs."""
    paragraph = None
    children = list(root)
    text, root.text = root.text, None
    if text and text.strip():
        paragraph = etree.Element("p")
        paragraph.text = text
        root.insert(0, paragraph)
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            paragraph = None
        else:
            if paragraph is None:
                paragraph = etree.Element("p")
                root.insert(root.index(child), paragraph)
            paragraph.append(child)
        if tail and tail.strip():
            if paragraph is None:
                paragraph = etree.Element("p")
                root.insert(root.index(child) + 1, paragraph)
            _append_text(paragraph, tail)


def _append_text(element: html.HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _fold_spaces(root: html.HtmlElement) -> None:
    for element in root.iter():
        if element.tag != "pre" and not any(a.tag == "pre" for a in element.iterancestors()):
            element.text = _folded(element.text)
        if not any(a.tag == "pre" for a in element.iterancestors()):
            element.tail = _folded(element.tail)
        if element.tag in CONTAINERS:
            element.text = _kept(element.text)
            for child in element:
                child.tail = _kept(child.tail)
    root.text = _kept(root.text)


def _folded(text: str | None) -> str | None:
    """Runs of white space as one space; a no-break space that stands alone stays."""
    if not text:
        return text
    return SPACES.sub(lambda run: run[0] if run[0] == "\u00a0" else " ", text)


def _kept(text: str | None) -> str | None:
    return text if text and text.strip() else None


def _unwrap_list_paragraphs(root: html.HtmlElement) -> None:
    """A list item with one paragraph holds its text bare, as the editor writes it; with several, each in its <p>."""
    for item in root.iter("li"):
        blocks = [child for child in item if child.tag in BLOCKS and child.tag not in {"ul", "ol"}]
        if [b.tag for b in blocks] == ["p"] and not _has_bare_text(item, blocks[0]) and not blocks[0].attrib:
            blocks[0].drop_tag()


def _has_bare_text(item: html.HtmlElement, paragraph: html.HtmlElement) -> bool:
    if item.text and item.text.strip():
        return True
    return any(child is not paragraph and child.tag not in {"ul", "ol"} for child in item)


def _drop_empty(root: html.HtmlElement) -> None:
    for element in reversed(list(root.iter())):
        if element is root or element.get("id"):
            continue
        if _is_empty(element):
            _remove_keeping_tail(element)


def _is_empty(element: html.HtmlElement) -> bool:
    if len(element):
        only_breaks = element.tag in BLOCK_WORTHLESS_WHEN_EMPTY and all(child.tag == "br" for child in element)
        return only_breaks and not "".join(element.itertext()).strip()
    text = element.text or ""
    if element.tag in INLINE_WORTHLESS_WHEN_EMPTY:
        return not text
    return element.tag in BLOCK_WORTHLESS_WHEN_EMPTY and not text.strip()


def _remove_keeping_tail(element: html.HtmlElement) -> None:
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    previous = element.getprevious()
    if tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _trim_blocks(root: html.HtmlElement) -> None:
    """No white space or line break at the edges of a block, nor before a nested list."""
    for element in root.iter():
        if element.tag not in BLOCKS or element.tag in CONTAINERS or element.tag == "pre":
            continue
        element.text = _stripped_start(element.text)
        while len(element) and element[-1].tag == "br" and not (element[-1].tail or "").strip():
            _remove_keeping_tail(element[-1])
        if len(element):
            element[-1].tail = _stripped_end(element[-1].tail)
        else:
            element.text = _stripped_end(element.text)
        for child in element:
            if child.tag in BLOCKS:
                previous = child.getprevious()
                if previous is None:
                    element.text = _stripped_end(element.text)
                else:
                    previous.tail = _stripped_end(previous.tail)
                child.tail = _stripped_start(child.tail)


def _stripped_start(text: str | None) -> str | None:
    return text.lstrip(" \t\n\r\f\u00a0") if text else text


def _stripped_end(text: str | None) -> str | None:
    return text.rstrip(" \t\n\r\f\u00a0") if text else text


def _sort_attributes(root: html.HtmlElement) -> None:
    for element in root.iter():
        attributes = sorted((name, value) for name, value in element.attrib.items() if value or name == "alt")
        element.attrib.clear()
        element.attrib.update(attributes)


def _inner(root: html.HtmlElement) -> str:
    return "".join(_parts(root))


def _parts(root: html.HtmlElement) -> Iterator[str]:
    if root.text:
        yield _escaped(root.text)
    for child in root:
        yield etree.tostring(child, encoding="unicode", method="html", with_tail=True)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
