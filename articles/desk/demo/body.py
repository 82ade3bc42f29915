"""A sample's text with what a text file cannot carry: figures, tables and footnotes, as the editor writes them."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from articles.models import Picture


def illustrated(
    body: str, plan: dict[str, Any], figures: Sequence[tuple[dict[str, str], Picture]], language: str
) -> str:
    """The body with the figures, tables and footnotes of a sample's plan (samples/samples.toml)."""
    for figure, picture in figures:
        body = _before(body, figure[f"before_{language}"], _figure(figure, picture, language))
    for table in plan.get("tables", []):
        body = _before(
            body, table[f"before_{language}"], _table(table[f"rows_{language}"], table[f"caption_{language}"])
        )
    return _with_footnotes(body, plan.get(f"footnotes_{language}", []))


def _before(body: str, heading: str, html: str) -> str:
    """Raises ValueError where the text has no such heading."""
    found = re.search(rf"<h[2-4][^>]*>{re.escape(heading)}", body)
    if not found:
        raise ValueError(heading)
    return body[: found.start()] + html + body[found.start() :]


def _figure(figure: dict[str, str], picture: Picture, language: str) -> str:
    size = f'width="{picture.width}" height="{picture.height}"'
    image = f'<img src="{picture.file.url}" alt="{escape(figure[f"alt_{language}"])}" {size}>'
    caption = escape(figure[f"caption_{language}"])
    return f'<figure class="image">{image}<figcaption>{caption}</figcaption></figure>'


def _table(rows: list[list[str]], caption: str) -> str:
    """The first row and the first cell of each are headings."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    lines = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for first, *cells in rows[1:]
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return f'<figure class="table">{table}<figcaption>{escape(caption)}</figcaption></figure>'


def _with_footnotes(body: str, notes: list[list[str]]) -> str:
    items = []
    for number, (words, note) in enumerate(notes, 1):
        reference = f'<a class="footnote-ref" href="#fn-{number}" id="fnref-{number}" role="doc-noteref">'
        body = body.replace(words, f"{words}{reference}<sup>{number}</sup></a>", 1)
        items.append(f'<li id="fn-{number}">{escape(note)}</li>')
    if not items:
        return body
    return f'{body}<section class="footnotes" role="doc-endnotes"><ol>{"".join(items)}</ol></section>'
