"""Pandoc's tree → HTML for press/html to put into normal form, the file's pictures and comments in their places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from articles.desk.importers.document import FilePicture, FileRemark
from articles.desk.importers.word.facts import AGAIN, PICTURE, REMARK

Tree = dict[str, Any]
STYLE, OWN = "custom-style", "shaf-"
WRAPPED = {
    "Strong": "strong",
    "Emph": "i",
    "Underline": "u",
    "Strikeout": "s",
    "Superscript": "sup",
    "Subscript": "sub",
}
ALONE = re.compile(r"(?:<img [^>]*>\s*)+")
ALONE_ONE = re.compile(r"<img [^>]*>")
NOTE = re.compile(r'<a class="footnote-ref".*?</a>')
NOTE_OR_PICTURE = re.compile(rf"{ALONE_ONE.pattern}|{NOTE.pattern}")
TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Written:
    """`html` is all but the title; `formulas`: those that no word tells of before."""

    title: str = ""
    subtitle: str = ""
    html: str = ""
    remarks: list[FileRemark] = field(default_factory=list)


def written(tree: Tree, pictures: dict[str, FilePicture], remarks: dict[str, str]) -> Written:
    """The text of pandoc's tree. `pictures` and `remarks` by their anchors (word/facts.py)."""
    return _Writer(pictures, remarks).whole(tree)


class _Writer:
    def __init__(self, pictures: dict[str, FilePicture], remarks: dict[str, str]) -> None:
        self.pictures, self.comments = pictures, remarks
        self.written = Written()
        self.notes: list[str] = []
        # Comments that were met: in the paragraph that is being written, and at all.
        self.here: list[str] = []
        self.met: set[str] = set()

    def whole(self, tree: Tree) -> Written:
        self._from_meta(tree.get("meta", {}))
        body = self._blocks(tree.get("blocks", []))
        if self.notes:
            items = "".join(f'<li id="fn-{number}">{note}</li>' for number, note in enumerate(self.notes, 1))
            body += f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'
        self.written.remarks += [FileRemark(text) for anchor, text in self.comments.items() if anchor not in self.met]
        self.written.html = body
        return self.written

    def _from_meta(self, meta: Tree) -> None:
        for name in ("title", "subtitle"):
            if (given := meta.get(name)) and given["t"] in {"MetaInlines", "MetaString"}:
                html = given["c"] if given["t"] == "MetaString" else self._inlines(given["c"])
                setattr(self.written, name, _plain(html))

    # Blocks

    def _blocks(self, blocks: Iterable[Tree]) -> str:
        return "".join(_captioned(self._rendered(blocks)))

    def _rendered(self, blocks: Iterable[Tree]) -> Iterator[tuple[str, str]]:
        """(role, HTML) of each block."""
        for block in blocks:
            kind, content = block["t"], block.get("c")
            match kind:
                case "Para" | "Plain":
                    yield self._paragraph("p", content)
                case "Header":
                    yield self._paragraph(f"h{content[0]}", content[2])
                case "Div":
                    yield from self._division(*content)
                case "BlockQuote":
                    yield "", f"<blockquote>{self._blocks(content)}</blockquote>"
                case "BulletList":
                    yield "", f"<ul>{self._items(content)}</ul>"
                case "OrderedList":
                    start = content[0][0]
                    opening = "<ol>" if start == 1 else f'<ol start="{start}">'
                    yield "", f"{opening}{self._items(content[1])}</ol>"
                case "DefinitionList":
                    for term, definitions in content:
                        yield "", f"<p><strong>{self._inlines(term)}</strong></p>"
                        yield "", "".join(map(self._blocks, definitions))
                case "LineBlock":
                    yield self._paragraph("p", [part for line in content for part in (*line, {"t": "LineBreak"})])
                case "CodeBlock":
                    yield "", f"<pre>{escape(content[1])}</pre>"
                case "HorizontalRule":
                    yield "", "<hr>"
                case "Table":
                    yield "table", self._table(content)
                case "Figure":
                    yield "", f"<figure>{self._blocks(content[2])}{self._caption(content[1])}</figure>"
                case "RawBlock":
                    yield "", content[1] if content[0] == "html" else f"<p>{escape(content[1])}</p>"

    def _paragraph(self, name: str, inlines: list[Tree]) -> tuple[str, str]:
        self.here = []
        html = self._inlines(inlines)
        quote = _plain(html)
        self.written.remarks += [FileRemark(self.comments[anchor], quote) for anchor in self.here]
        self.here = []
        if ALONE.fullmatch(html.strip()):
            return "picture", "".join(f"<figure>{picture}</figure>" for picture in ALONE_ONE.findall(html))
        return name, f"<{name}>{html}</{name}>"

    def _division(self, attributes: list[Any], blocks: list[Tree]) -> Iterator[tuple[str, str]]:
        role = dict(attributes[2]).get(STYLE, "").removeprefix(OWN)
        inner = list(self._rendered(blocks))
        html = "".join(_captioned(inner))
        if role in {"title", "subtitle"}:
            before = getattr(self.written, role)
            setattr(self.written, role, " ".join(filter(None, (before, _plain(html)))))
            if "<a " in html or "<img " in html:
                # A note or a picture of a title stays in the text.
                kept = "".join(NOTE_OR_PICTURE.findall(html))
                yield "", f"<p>{kept}</p>" if kept else ""
        elif re.fullmatch(r"h[1-9]", role):
            level = min(int(role[1]), 6)
            yield f"h{level}", re.sub(r"(</?)p(?=>)", rf"\1h{level}", html)
        elif role == "quote":
            yield "quote", f"<blockquote>{html}</blockquote>"
        elif role == "caption":
            yield "caption", html
        else:
            yield from inner

    def _items(self, items: list[list[Tree]]) -> str:
        return "".join(f"<li>{self._blocks(item)}</li>" for item in items)

    def _caption(self, caption: list[Any]) -> str:
        html = self._blocks(caption[1])
        return f"<figcaption>{html}</figcaption>" if html else ""

    def _table(self, content: list[Any]) -> str:
        _attributes, caption, _columns, head, bodies, foot = content
        rows = "".join(self._row(row, "th") for row in head[1])
        rows = f"<thead>{rows}</thead>" if rows else ""
        for _attr, headings, above, below in bodies:
            rows += "".join(self._row(row, "th") for row in above)
            rows += "".join(self._row(row, "td", headings) for row in below)
        rows += "".join(self._row(row, "td") for row in foot[1])
        return f"<figure><table>{rows}</table>{self._caption(caption)}</figure>"

    def _row(self, row: list[Any], name: str, headings: int = 0) -> str:
        cells = []
        for place, (_attributes, _align, rows, columns, blocks) in enumerate(row[1]):
            tag = "th" if place < headings else name
            spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
            cells.append(f"<{tag}{spans}>{self._blocks(blocks)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    # Inlines

    def _inlines(self, inlines: Iterable[Tree]) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Tree) -> str:
        kind, content = inline["t"], inline.get("c")
        if kind in WRAPPED:
            name = WRAPPED[kind]
            return f"<{name}>{self._inlines(content)}</{name}>"
        match kind:
            case "Str":
                return escape(content, quote=False)
            case "Space" | "SoftBreak":
                return " "
            case "LineBreak":
                return "<br>"
            case "SmallCaps":
                return self._inlines(content)
            case "Quoted":
                marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
                return f"{marks[0]}{self._inlines(content[1])}{marks[1]}"
            case "Cite":
                return self._inlines(content[1])
            case "Code":
                return f"<code>{escape(content[1])}</code>"
            case "Math":
                return f"<code>{escape(content[1])}</code>"
            case "RawInline":
                return content[1] if content[0] == "html" else escape(content[1])
            case "Link":
                return self._link(*content)
            case "Image":
                return f'<img src="{escape(content[2][0])}" alt="{escape(_plain(self._inlines(content[1])))}">'
            case "Span":
                return self._span(*content)
            case "Note":
                return self._note(content)
        return ""

    def _span(self, attributes: list[Any], inlines: list[Tree]) -> str:
        html = self._inlines(inlines)
        given = dict(attributes[2])
        direction = given.get(STYLE, "").removeprefix(OWN) or given.get("dir", "")
        return f'<span dir="{direction}">{html}</span>' if direction in {"ltr", "rtl"} and html.strip() else html

    def _link(self, _attributes: list[Any], inlines: list[Tree], target: list[str]) -> str:
        address = target[0]
        anchor = address.removeprefix("#")
        if anchor.startswith(PICTURE) and (picture := self.pictures.get(anchor)):
            return f'<img src="/media/{picture.name}" alt="{escape(picture.alt)}">'
        if anchor.startswith(REMARK) and anchor in self.comments:
            self.here.append(anchor)
            self.met.add(anchor)
            return ""
        if anchor.startswith(AGAIN) and anchor.removeprefix(AGAIN).isdecimal():
            return _reference(int(anchor.removeprefix(AGAIN)))
        html = self._inlines(inlines)
        return html if address.startswith("#") else f'<a href="{escape(address)}">{html}</a>'

    def _note(self, blocks: list[Tree]) -> str:
        self.notes.append("")
        number = len(self.notes)
        here = self.here
        self.notes[number - 1] = self._blocks(blocks)
        self.here = here
        return _reference(number)


def _captioned(blocks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A caption belongs to the picture before it, else to the table after it or before it; else it is a paragraph."""
    rendered = list(blocks)
    place = 0
    while place < len(rendered):
        role, html = rendered[place]
        following = rendered[place + 1] if place + 1 < len(rendered) else ("", "")
        if role in {"picture", "table"} and following[0] == "caption":
            yield _with_caption(html, following[1])
            place += 2
        elif role == "caption" and following[0] == "table":
            yield _with_caption(following[1], html)
            place += 2
        else:
            yield html
            place += 1


def _with_caption(figure: str, caption: str) -> str:
    return f"{figure.removesuffix('</figure>')}<figcaption>{caption}</figcaption></figure>"


def _reference(number: int) -> str:
    return f'<a class="footnote-ref" href="#fn-{number}" role="doc-noteref"><sup>{number}</sup></a>'


def _plain(html: str) -> str:
    """The words of inline HTML, without references to notes."""
    text = NOTE.sub("", html).replace("<br>", " ")
    return " ".join(unescape(TAG.sub("", text)).split())
