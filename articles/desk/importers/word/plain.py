"""A Word file → a plainer one that pandoc reads without loss and in time, and what was taken out of it.

Pandoc's reader alone loses the words around a text box and the columns that a table's grid does not name, prints hidden
text, knows headings by English names, and takes seconds for a report whose every word is a run. So what a file says by
styles, fields, wrappers and runs is worked out here, and written anew in the few elements that mean the same: styles of
ours by role, marks, lists, tables, links, notes, formulas.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.word.facts import AGAIN, Facts
from articles.desk.importers.word.ooxml import (
    DELETED,
    MC,
    RELATIONSHIP,
    WP,
    WRAPPERS,
    A,
    M,
    R,
    V,
    cells_of,
    choice,
    drawn,
    rows_of,
    unwrapped,
)
from articles.desk.importers.word.output import ROLES, Output, bare, link_to
from articles.desk.importers.word.package import Package
from articles.desk.importers.word.pieces import ARABIC, LATIN, Piece, isolated, marks_of, without
from articles.desk.importers.word.styles import (
    LEVELS,
    Effective,
    Numberings,
    Styles,
    W,
    flag,
    numbering_of,
    run_properties,
    value,
    whole,
)
from shaf.product.limits import TABLE_AREA
from shaf.text import arabic

CHARTS = ("/drawingml/2006/chart", "/drawing/2014/chartex", "/drawingml/2006/diagram")
FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
WIDEST = 60


@dataclass(slots=True)
class Field:
    instruction: str = ""
    shown: bool = False


def is_word(package: Package) -> bool:
    return "[Content_Types].xml" in package and bool(_main_part(package))


def plain(package: Package) -> tuple[bytes, Facts]:
    """The plain .docx and what was taken out. Raises Unimportable."""
    return _Rewriting(package).written()


def _main_part(package: Package) -> str:
    """The part that the package says is its document."""
    if "_rels/.rels" in package:
        for element in package.xml("_rels/.rels").iter(RELATIONSHIP):
            target = element.get("Target", "").lstrip("/")
            if element.get("Type", "").endswith("/officeDocument") and target in package:
                return target
    return "word/document.xml" if "word/document.xml" in package else ""


class _Rewriting:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.facts = Facts()
        main = _main_part(package)
        self.folder = main.rpartition("/")[0]
        self.targets = self._relationships(main)
        self.targets_here = self.targets
        root = package.xml(main)
        self.body = root.find(f"{W}body")
        if self.body is None:
            raise Unimportable(
                "broken",
                _("The file has no text of a Word document in it."),
                _("Open it in the program that made it, save it anew, and bring that file."),
            )
        self.styles = Styles(self._part("styles"))
        self.numberings = Numberings(self._part("numbering"), self.styles)
        self.stories = {name: self._story(name) for name in ("footnote", "endnote")}
        self.comments = self._story("comment")
        letters = "".join(text.text or "" for text in self.body.iter(f"{W}t"))
        self.rtl = len(ARABIC.findall(letters)) > len(LATIN.findall(letters))
        # What is moved is deleted in one place and stands in another.
        self.moved = {"".join(t.text or "" for t in to.iter(f"{W}t")) for to in self.body.iter(f"{W}moveTo")}
        self.fields: list[Field] = []
        self.output = Output()
        self.noted: dict[tuple[str, str], int] = {}
        self.in_note = False
        self.remarked: set[str] = set()
        # Pieces of a paragraph whose end is deleted: it goes on in the next.
        self.pending: list[Piece] = []
        self.area = 0

    # Parts of the package

    def _relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Id → kind, target and whether that lies outside."""
        folder, _slash, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        found: dict[str, tuple[str, str, bool]] = {}
        if rels in self.package:
            for element in self.package.xml(rels).iter(RELATIONSHIP):
                target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
                if not outside:
                    target = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def _name(self, kind: str) -> str:
        named = next((t for k, t, outside in self.targets.values() if k == kind and not outside), "")
        return named if named in self.package else ""

    def _part(self, kind: str) -> etree._Element | None:
        name = self._name(kind)
        return self.package.xml(name) if name else None

    def _story(self, kind: str) -> dict[str, etree._Element]:
        """Notes or comments by id."""
        root = self._part(f"{kind}s")
        if root is None:
            return {}
        return {element.get(f"{W}id", ""): element for element in root.iterchildren(f"{W}{kind}")}

    # The whole

    def written(self) -> tuple[bytes, Facts]:
        blocks = "".join(self._blocks(self.body))
        blocks += "".join(self._pending_paragraph())
        for identifier in self.comments.keys() - self.remarked:
            # Its passage is not in the text: it is a remark on the whole.
            self._remark_of(identifier)
        self._say_frame()
        return self.output.file(blocks, self.numberings.levels), self.facts

    def _say_frame(self) -> None:
        """What stands at the head and the foot of every page."""
        for kind, target, outside in self.targets.values():
            if kind not in {"header", "footer"} or outside or target not in self.package:
                continue
            texts = self.package.xml(target).iter(f"{W}t")
            words = " ".join(" ".join(text.text or "" for text in texts).split())
            if any(character.isalpha() for character in words):
                self.facts.lose_once("frame", words)
        if any(outside and kind in {"frame", "subDocument"} for kind, _target, outside in self.targets.values()):
            self.facts.lose_once("outside")

    # Blocks

    def _blocks(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child)
            elif tag == f"{W}tbl":
                yield from self._pending_paragraph()
                yield self._table(child)
            elif tag == f"{W}sdt":
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                if gallery is not None and "contents" in gallery.get(f"{W}val", "").lower():
                    self.facts.lose_once("contents")
                elif (content := child.find(f"{W}sdtContent")) is not None:
                    yield from self._blocks(content)
            elif tag in WRAPPERS:
                yield from self._blocks(child)
            elif tag in DELETED:
                self._delete(child)
            elif tag in {f"{M}oMath", f"{M}oMathPara"}:
                yield f"<w:p>{self._formula(child).raw}</w:p>"
            elif tag == f"{MC}AlternateContent":
                if (chosen := choice(child)) is not None:
                    yield from self._blocks(chosen)
            elif tag == f"{W}altChunk":
                self.facts.lose("embedded")
            elif next(child.iter(f"{W}p"), None) is not None:
                # What is not known gives way to what stands in it.
                yield from self._blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.effective(value(properties, "pStyle"))
        role = style.role
        outline = whole(value(properties, "outlineLvl"))
        if outline is not None:
            role = f"h{outline + 1}" if 0 <= outline < LEVELS else ("" if role.startswith("h") else role)
        if role == "contents":
            self._pass_over(paragraph)
            self.facts.lose_once("contents")
            return
        boxes: list[etree._Element] = []
        pieces = self.pending + list(self._inline(paragraph, style, boxes))
        self.pending = []
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{W}del") is not None and not boxes:
            self.pending = pieces
            return
        right_to_left = flag(properties, "bidi")
        yield self._written(
            pieces, role, self._list_of(properties, style, role), style.bidi if right_to_left is None else right_to_left
        )
        for box in boxes:
            yield from self._blocks(box)
            yield from self._pending_paragraph()

    def _pending_paragraph(self) -> Iterator[str]:
        if self.pending:
            pieces, self.pending = self.pending, []
            yield self._written(pieces, "", "", self.rtl)

    def _written(self, pieces: list[Piece], role: str, listed: str, right_to_left: bool) -> str:
        if role.startswith("h") or role in {"title", "subtitle"}:
            pieces = [without(piece, {"b"}) for piece in pieces]
        self.facts.say("\n")
        style = f'<w:pStyle w:val="shaf-{role}"/>' if role in ROLES else ""
        return f"<w:p><w:pPr>{style}{listed}</w:pPr>{self.output.runs(isolated(pieces, right_to_left))}</w:p>"

    def _list_of(self, properties: etree._Element | None, style: Effective, role: str) -> str:
        number, level = numbering_of(properties)
        number = style.numbering[0] if number is None else number
        level = min(max((style.numbering[1] if level is None else level) or 0, 0), LEVELS - 1)
        if role.startswith("h") or role in {"title", "subtitle"} or not self.numberings.shows(number, level):
            return ""
        number = self.numberings.same[number or ""]
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val={quoteattr(number)}/></w:numPr>'

    def _table(self, table: etree._Element) -> str:
        """Its grid is as wide as its widest row. Columns stand as they are seen: in the order of the report."""
        rows: list[tuple[bool, list[tuple[int, str, str]]]] = []
        mirrored = bool(flag(table.find(f"{W}tblPr"), "bidiVisual")) != self.rtl
        for row in rows_of(table):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._delete(row)
                continue
            cells: list[tuple[int, str, str]] = []
            for edge in ("gridBefore", "cells", "gridAfter"):
                if edge == "cells":
                    cells += [self._cell(cell) for cell in cells_of(row)]
                elif (blank := whole(value(properties, edge)) or 0) > 0:
                    cells.append((min(blank, WIDEST), "", "<w:p/>"))
            rows.append((bool(flag(properties, "tblHeader")), cells))
        width = max((sum(cell[0] for cell in cells) for _head, cells in rows), default=0)
        self.area += width * len(rows)
        if self.area > TABLE_AREA:
            raise Unimportable(
                "too_large",
                _("The tables of the file have more than %(n)d cells.") % {"n": TABLE_AREA},
                _("Take the largest out and publish it as a file of its own, or split the report."),
            )
        written = []
        for head, cells in rows:
            header = '<w:trPr><w:tblHeader w:val="1"/></w:trPr>' if head else ""
            order = cells[::-1] if mirrored else cells
            written.append(
                f"<w:tr>{header}"
                + "".join(
                    f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{content}</w:tc>'
                    for span, merged, content in order
                )
                + "</w:tr>"
            )
        grid = '<w:gridCol w:w="1000"/>' * width
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>" if written else ""

    def _cell(self, cell: etree._Element) -> tuple[int, str, str]:
        properties = cell.find(f"{W}tcPr")
        span = min(max(whole(value(properties, "gridSpan")) or 1, 1), WIDEST)
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        merged = ""
        if merge is not None:
            merged = f'<w:vMerge w:val="{"restart" if merge.get(f"{W}val") == "restart" else "continue"}"/>'
        content = "".join(self._blocks(cell)) + "".join(self._pending_paragraph())
        return span, merged, content or "<w:p/>"

    # What stands in a paragraph

    def _inline(
        self, parent: etree._Element, style: Effective, boxes: list[etree._Element], href: str = ""
    ) -> Iterator[Piece]:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                yield from self._run(child, style, boxes, href)
            elif tag == f"{W}hyperlink":
                kind, target, outside = self.targets_here.get(child.get(f"{R}id", ""), ("", "", False))
                own = target if kind == "hyperlink" and outside else ""
                anchor = child.get(f"{W}anchor", "")
                if own and anchor and "#" not in own:
                    own = f"{own}#{anchor}"
                yield from self._inline(child, style, boxes, own or href)
            elif tag in WRAPPERS or tag == f"{W}fldSimple":
                yield from self._inline(child, style, boxes, href)
            elif tag == f"{W}sdt":
                placeholder = child.find(f"{W}sdtPr/{W}showingPlcHdr")
                content = child.find(f"{W}sdtContent")
                if content is not None and placeholder is None:
                    yield from self._inline(content, style, boxes, href)
            elif tag in DELETED:
                self._delete(child)
            elif tag in {f"{M}oMath", f"{M}oMathPara"}:
                yield self._formula(child)
            elif tag == f"{W}commentRangeStart":
                yield from self._remark(child)
            elif next(child.iter(f"{W}r"), None) is not None:
                yield from self._inline(child, style, boxes, href)

    def _run(self, run: etree._Element, style: Effective, boxes: list[etree._Element], href: str) -> Iterator[Piece]:
        properties = run.find(f"{W}rPr")
        own = run_properties(properties)
        named = value(properties, "rStyle")
        run_style = self.styles.effective(named).run if named else {}
        marks = self.styles.defaults | style.run | run_style | own
        if properties is not None and properties.find(f"{W}del") is not None:
            self._delete(run)
            return
        if marks.get("vanish"):
            self._hide(run)
            return
        self._note_looks(properties)
        chosen = marks_of(marks, linked=bool(href))
        rtl = bool(marks.get("rtl"))
        for child in unwrapped(run):
            text, tag = "", child.tag
            if tag == f"{W}t":
                text = child.text or ""
            elif tag in {f"{W}tab", f"{W}ptab"}:
                text = " "
            elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type", "textWrapping") == "textWrapping"):
                text = "\n"
            elif tag == f"{W}br":
                text = " "
            elif tag == f"{W}noBreakHyphen":
                text = "\u2011"
            elif tag in {f"{W}delText", f"{W}delInstrText"}:
                self.facts.lose("deleted", child.text or "")
            elif tag == f"{W}instrText":
                if self.fields:
                    self.fields[-1].instruction += (child.text or "")[:2000]
            elif tag == f"{W}fldChar":
                self._field(child)
            elif tag == f"{W}sym":
                yield Piece("", raw=f"<w:r>{etree.tostring(bare(child), encoding='unicode')}</w:r>")
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                yield from self._note(tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", ""))
            elif tag == f"{W}commentReference":
                yield from self._remark(child)
            elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                yield from self._drawing(child, boxes)
            elif tag in WRAPPERS:
                yield from self._inline(child, style, boxes, href)
            if text and not self._in_contents():
                # A joint of lines that HTML does not have is none in a run either.
                text = arabic.SEPARATORS.sub(" ", arabic.LINE_ENDS.sub("\n", text))
                self.facts.say(text.replace("\n", " "))
                yield Piece(text, chosen, href or self._field_link(), rtl)

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif self.fields and kind == "separate":
            self.fields[-1].shown = True
            if self._in_contents():
                self.facts.lose_once("contents")
        elif self.fields and kind == "end":
            self.fields.pop()

    def _in_contents(self) -> bool:
        return any(field.shown and field.instruction.lstrip().startswith("TOC") for field in self.fields)

    def _field_link(self) -> str:
        for field in self.fields:
            if field.shown and (found := FIELD_LINK.search(field.instruction)):
                return found[1]
        return ""

    def _note_looks(self, properties: etree._Element | None) -> None:
        shade = value(properties, "highlight") or value(properties, "color") or "auto"
        if shade not in {"auto", "none", "000000"}:
            self.facts.lose_once("looks")

    def _formula(self, element: etree._Element) -> Piece:
        words = "".join(text.text or "" for text in element.iter(f"{M}t"))
        self.facts.lose("formulas", words)
        return Piece("", raw=etree.tostring(element, encoding="unicode", with_tail=False))

    def _note(self, kind: str, identifier: str) -> Iterator[Piece]:
        element = self.stories[kind].get(identifier)
        if element is None or self.in_note:
            return
        if number := self.noted.get((kind, identifier)):
            yield Piece("", raw=link_to(f"{AGAIN}{number}"))
            return
        number = self.noted[kind, identifier] = len(self.noted) + 1
        yield Piece("", raw=f'<w:r><w:footnoteReference w:id="{number}"/></w:r>')
        before, here = self.facts.recent, self.targets_here
        pending, self.pending = self.pending, []
        fields, self.fields = self.fields, []
        self.in_note, self.targets_here = True, self._relationships(self._name(f"{kind}s"))
        self.facts.say("\n")
        content = "".join(self._blocks(element)) + "".join(self._pending_paragraph())
        self.in_note, self.targets_here, self.pending, self.fields = False, here, pending, fields
        self.facts.recent = before
        self.output.notes.append(f'<w:footnote w:id="{number}">{content}</w:footnote>')

    def _remark(self, mark: etree._Element) -> Iterator[Piece]:
        """A comment stands where its passage begins."""
        identifier = mark.get(f"{W}id", "")
        if identifier in self.comments and identifier not in self.remarked and (anchor := self._remark_of(identifier)):
            yield Piece("", raw=link_to(anchor))

    def _remark_of(self, identifier: str) -> str:
        """The anchor of a comment."""
        self.remarked.add(identifier)
        comment = self.comments[identifier]
        lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")]
        return self.facts.remark(lines, comment.get(f"{W}author", ""))

    def _drawing(self, drawing: etree._Element, boxes: list[etree._Element]) -> Iterator[Piece]:
        """Its pictures stand here, its text boxes follow the paragraph, what else it draws is named."""
        found = False
        about = next(drawing.iter(f"{WP}docPr"), None)
        alt = (about.get("descr") or about.get("title") or "") if about is not None else ""
        for element in drawn(drawing):
            if element.tag == f"{W}txbxContent":
                boxes.append(element)
                found = True
                continue
            reference = element.get(f"{R}embed") or element.get(f"{R}id") if element.tag == f"{A}blip" else None
            if element.tag == f"{V}imagedata":
                reference = element.get(f"{R}id")
                shape = element.getparent()
                alt = alt or (shape.get("alt", "") if shape is not None else "")
            outside = element.get(f"{R}link") if element.tag == f"{A}blip" else None
            if reference or outside:
                found = True
                if drawing.tag == f"{W}object":
                    self.facts.lose("embedded", alt)
                    return
                yield from self._picture(reference or outside or "", alt)
        if not found:
            uri = next((data.get("uri", "") for data in drawing.iter(f"{A}graphicData")), "")
            if uri.endswith(CHARTS):
                self.facts.lose("charts", alt)
            elif drawing.tag == f"{W}object":
                self.facts.lose("embedded", alt)
            elif any(True for _shape in drawing.iter(f"{V}line", f"{V}rect", f"{V}shape")) or uri:
                self.facts.lose("drawings", alt)

    def _picture(self, reference: str, alt: str) -> Iterator[Piece]:
        _kind, target, outside = self.targets_here.get(reference, ("", "", False))
        if outside:
            self.facts.lose("linked", alt, target)
        elif target in self.package:
            if anchor := self.facts.picture(self.package.picture(target), alt):
                yield Piece("", raw=link_to(anchor))
        else:
            self.facts.lose("pictures", alt)

    # What does not come out

    def _delete(self, element: etree._Element) -> None:
        paragraphs = list(element.iter(f"{W}p")) or [element]
        words = " ".join("".join(t.text or "" for t in p.iter(f"{W}delText", f"{W}t")) for p in paragraphs)
        if element.tag == f"{W}moveFrom" and words in self.moved:
            return
        if words.strip():
            self.facts.lose("deleted", words)
        elif next(element.iter(f"{A}blip", f"{V}imagedata"), None) is not None:
            self.facts.lose("deleted")

    def _hide(self, run: etree._Element) -> None:
        words = "".join((child.text or "") if child.tag == f"{W}t" else " " for child in run)
        for child in run.iter(f"{W}fldChar", f"{W}instrText"):
            # A field is counted though it is not seen.
            if child.tag == f"{W}fldChar":
                self._field(child)
        for kind in ("footnote", "endnote"):
            for reference in run.iter(f"{W}{kind}Reference"):
                note = self.stories[kind].get(reference.get(f"{W}id", ""))
                words += "".join(t.text or "" for t in note.iter(f"{W}t")) if note is not None else ""
        if words.strip() or next(run.iter(f"{A}blip", f"{V}imagedata", f"{W}txbxContent"), None) is not None:
            self.facts.lose("hidden", words)

    def _pass_over(self, paragraph: etree._Element) -> None:
        """Fields go on through what is passed over."""
        for mark in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if mark.tag == f"{W}fldChar":
                self._field(mark)
            elif self.fields:
                self.fields[-1].instruction += (mark.text or "")[:2000]
