"""Footnotes as pages have them → as ours: a list of notes by id, and links to them that say a number or a sign.

Known by their lists: the class `footnotes` (pandoc, Markdown, WordPress's block) or the id `ftn1` (Word's own HTML).
"""

import re

from lxml import etree, html

from articles.press.html.footnotes import LABEL

MARKED = re.compile(r"footnote|(?:id|name)=[\"']?_?ftn\d", re.IGNORECASE)
CLASSES = "concat(' ', normalize-space(@class), ' ')"
LISTS = f"//*[contains({CLASSES}, ' footnotes ') or contains({CLASSES}, ' wp-block-footnotes ')]"
NOTES = f"{LISTS}//li[@id] | //div[starts-with(@id, 'ftn')]"


def ours(text: str) -> str:
    """The page with its footnotes in our form; as it is where it has none, or cannot be told."""
    if not MARKED.search(text):
        return text
    try:
        root = html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return text
    notes = root.xpath(NOTES)
    links: dict[str, list[html.HtmlElement]] = {}
    for link in root.iter("a"):
        if (address := link.get("href", "")).startswith("#"):
            links.setdefault(address[1:], []).append(link)
    section = html.Element("section", {"class": "footnotes", "role": "doc-endnotes"})
    listed = etree.SubElement(section, "ol")
    for number, note in enumerate(notes, 1):
        anchors = {note.get("id"), *(a.get("name") or a.get("id") for a in note.iter("a"))} - {None}
        references = [a for anchor in anchors for a in links.get(anchor or "", ()) if note not in a.iterancestors()]
        if not references:
            continue
        item = etree.SubElement(listed, "li", {"id": f"fn-{number}"})
        for back in [a for a in note.iter("a") if a.get("href", "").startswith("#") and _is_label(a)]:
            back.drop_tree()
        item.text, children = note.text, list(note)
        item.extend(children)
        _drop(note)
        for reference in references:
            if _is_label(reference):
                reference.set("class", "footnote-ref")
                reference.set("href", f"#fn-{number}")
    if not len(listed):
        return text
    for empty in root.xpath(LISTS):
        if not "".join(empty.itertext()).strip():
            _drop(empty)
    body = root.find("body")
    (root if body is None else body).append(section)
    return html.tostring(root, encoding="unicode")


def _is_label(link: html.HtmlElement) -> bool:
    words = (link.text_content() or "").strip().replace("\ufe0e", "")
    return bool(LABEL.fullmatch(words))


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
