"""A plain .docx, written: the few elements that pandoc reads without loss, and styles of ours that say what is what."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from articles.desk.importers.word.ooxml import NAMESPACES, OFFICE
from articles.desk.importers.word.pieces import Piece, same

ROLES = ("title", "subtitle", "quote", "caption", *(f"h{level}" for level in range(1, 10)))
MARKUP = {
    "b": "<w:b/>",
    "i": "<w:i/>",
    "u": '<w:u w:val="single"/>',
    "strike": "<w:strike/>",
    "superscript": '<w:vertAlign w:val="superscript"/>',
    "subscript": '<w:vertAlign w:val="subscript"/>',
    "ltr": '<w:rStyle w:val="shaf-ltr"/>',
    "rtl": '<w:rStyle w:val="shaf-rtl"/>',
}

Levels = Mapping[str, Mapping[int, tuple[str, int]]]


class Output:
    """`links`: the addresses that are linked to, each with its id; `notes`: the footnotes, in order."""

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        self.notes: list[str] = []

    def file(self, blocks: str, levels: Levels) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, text in self._parts(blocks, levels):
                archive.writestr(name, text)
        return out.getvalue()

    def _parts(self, blocks: str, levels: Levels) -> Iterator[tuple[str, str]]:
        content = f"{OFFICE}/package/2006/content-types"
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        kinds = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
            for name, kind in (
                ("document", "document.main"),
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("footnotes", "footnotes"),
            )
        )
        yield "[Content_Types].xml", f'<Types xmlns="{content}">{kinds}</Types>'
        yield (
            "_rels/.rels",
            _rels(f'<Relationship Id="r1" Type="{_type("officeDocument")}" Target="word/document.xml"/>'),
        )
        rels = "".join(
            f'<Relationship Id="{name}" Type="{_type(name)}" Target="{name}.xml"/>'
            for name in ("styles", "numbering", "footnotes")
        )
        rels += "".join(
            f'<Relationship Id="{key}" Type="{_type("hyperlink")}" Target={quoteattr(url)} TargetMode="External"/>'
            for url, key in self.links.items()
        )
        yield "word/_rels/document.xml.rels", _rels(rels)
        yield "word/document.xml", _root("document", f"<w:body>{blocks}</w:body>")
        yield "word/styles.xml", _root("styles", "".join(_style_rows()))
        yield "word/numbering.xml", _root("numbering", _numbering(levels))
        yield "word/footnotes.xml", _root("footnotes", "".join(self.notes))

    def runs(self, pieces: list[Piece]) -> str:
        """Neighbours that look the same are one run."""
        out: list[str] = []
        place = 0
        while place < len(pieces):
            first = pieces[place]
            if first.raw:
                out.append(first.raw)
                place += 1
                continue
            texts = []
            while place < len(pieces) and not pieces[place].raw and same(pieces[place], first):
                texts.append(pieces[place].text)
                place += 1
            out.append(self._run_of("".join(texts), first))
        return "".join(out)

    def _run_of(self, text: str, like: Piece) -> str:
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n")
        )
        run = f"<w:r><w:rPr>{''.join(MARKUP[mark] for mark in like.marks)}</w:rPr>{lines}</w:r>"
        if not like.href:
            return run
        key = self.links.setdefault(like.href, f"link{len(self.links)}")
        return f'<w:hyperlink r:id="{key}">{run}</w:hyperlink>'


def _numbering(levels: Levels) -> str:
    kinds, numbers = [], []
    for place, (number, own) in enumerate(levels.items()):
        rows = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{"•" if form == "bullet" else f"%{level + 1}."}"/></w:lvl>'
            for level, (form, start) in sorted(own.items())
        )
        kinds.append(f'<w:abstractNum w:abstractNumId="{place}">{rows}</w:abstractNum>')
        numbers.append(f"<w:num w:numId={quoteattr(number)}>" + f'<w:abstractNumId w:val="{place}"/></w:num>')
    return "".join(kinds + numbers)


def bare(element: etree._Element) -> etree._Element:
    return etree.Element(element.tag, dict(element.attrib), nsmap={"w": NAMESPACES["w"]})


def link_to(name: str) -> str:
    return f'<w:hyperlink w:anchor="{name}"><w:r><w:t>x</w:t></w:r></w:hyperlink>'


def _type(name: str) -> str:
    return f"{NAMESPACES['r']}/{name}"


def _rels(rows: str) -> str:
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{rows}</Relationships>'


def _root(name: str, content: str) -> str:
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {declared}>{content}</w:{name}>'


def _style_rows() -> Iterator[str]:
    for role in ROLES:
        yield f'<w:style w:type="paragraph" w:styleId="shaf-{role}"><w:name w:val="shaf-{role}"/></w:style>'
    for direction in ("ltr", "rtl"):
        yield f'<w:style w:type="character" w:styleId="shaf-{direction}"><w:name w:val="shaf-{direction}"/></w:style>'
