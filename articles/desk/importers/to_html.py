"""Blocks → HTML in the editor's normal form (press/sanitise.canonical leaves it unchanged).

A run-in group is a <ul> with bold heads and not a <dl>, which the editor tears out of its <li>.
"""

from collections.abc import Iterable

from articles.desk.importers.blocks import Block, Bullets, Heading, Item, Markup, Numbered, Paragraph, Rule


def to_html(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<h2>{_escaped(text)}</h2>"
        case Rule():
            return "<hr>"
        case Markup(html):
            return html
        case Paragraph():
            return f"<p>{_inline(block)}</p>"
        case Bullets(items):
            return f"<ul>{_items(items)}</ul>"
        case Numbered(start, items):
            opening = "<ol>" if start == 1 else f'<ol start="{start}">'
            return f"{opening}{_items(items)}</ol>"


def _items(items: list[Item]) -> str:
    return "".join(f"<li>{_item(item)}</li>" for item in items)


def _item(item: Item) -> str:
    """One paragraph stands bare in its <li>, several each in a <p>."""
    bare = sum(isinstance(block, Paragraph) for block in item.blocks) == 1
    return "".join(_inline(block) if bare and isinstance(block, Paragraph) else _block(block) for block in item.blocks)


def _inline(paragraph: Paragraph) -> str:
    if not paragraph.head:
        return _escaped(paragraph.text)
    text = f" {_escaped(paragraph.text)}" if paragraph.text else ""
    return f"<strong>{_escaped(paragraph.head)}</strong>{text}"


def _escaped(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;")):
        text = text.replace(character, entity)
    return text
