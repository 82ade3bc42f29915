"""An OpenDocument text → a plainer one that pandoc reads, and what was taken out of it (as plain.py does for Word)."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.word.facts import Facts
from articles.desk.importers.word.package import Package, encrypted

MIME = b"application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TEXT, STYLE, DRAW, TABLE, MANIFEST, SVG = (
    f"{{{OASIS}:{name}:1.0}}" for name in ("office", "text", "style", "drawing", "table", "manifest", "svg-compatible")
)
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
INDEXES = {
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
}
# A repeated cell that says nothing fills a sheet; no table of a report is wider.
WIDEST = 60
# LibreOffice has ten. With more, the time that pandoc takes doubles with each.
LIST_LEVELS = 10


def is_open_document(package: Package) -> bool:
    if "mimetype" not in package or "content.xml" not in package:
        return False
    return b"".join(package.chunks("mimetype")).strip() == MIME


def plain(package: Package) -> tuple[bytes, Facts, str]:
    """The plain .odt, what was taken out, and the title that its style names. Raises Unimportable."""
    return _Rewriting(package).written()


class _Rewriting:
    def __init__(self, package: Package) -> None:
        if "META-INF/manifest.xml" in package and any(
            True for _found in package.xml("META-INF/manifest.xml").iter(f"{MANIFEST}encryption-data")
        ):
            raise encrypted()
        self.package, self.facts, self.title = package, Facts(), ""
        self.content = package.xml("content.xml")
        self.styles = package.xml("styles.xml") if "styles.xml" in package else None
        self.hidden, self.parents = self._named_styles()
        self.deletions: dict[str, str] = {}
        self.after: list[etree._Element] = []
        self.lists = 0

    def _named_styles(self) -> tuple[set[str], dict[str, str]]:
        """Styles that hide, and each style's parent."""
        hidden: set[str] = set()
        parents: dict[str, str] = {}
        for root in (self.styles, self.content):
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                name = style.get(f"{STYLE}name", "")
                parents[name] = style.get(f"{STYLE}parent-style-name", "")
                for properties in style.iterchildren(f"{STYLE}text-properties"):
                    if properties.get(f"{TEXT}display") in {"none", "condition"}:
                        hidden.add(name)
        return hidden, parents

    def _is(self, name: str, wanted: set[str]) -> bool:
        seen: set[str] = set()
        while name and name not in seen:
            if name in wanted:
                return True
            seen.add(name)
            name = self.parents.get(name, "")
        return False

    def written(self) -> tuple[bytes, Facts, str]:
        text = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise Unimportable(
                "broken",
                _("The file has no text of an OpenDocument text in it."),
                _("Open it in the program that made it, save it anew, and bring that file."),
            )
        for changes in list(text.iter(f"{TEXT}tracked-changes")):
            for region in changes.iterchildren(f"{TEXT}changed-region"):
                words = _words(region.find(f"{TEXT}deletion"))
                self.deletions[region.get(f"{TEXT}id", "")] = words
            _drop(changes)
        self._walk(text)
        self._say_frame()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("mimetype", MIME)
            archive.writestr("content.xml", etree.tostring(self.content, encoding="UTF-8"))
            if self.styles is not None:
                archive.writestr("styles.xml", etree.tostring(self.styles, encoding="UTF-8"))
        return out.getvalue(), self.facts, self.title

    def _say_frame(self) -> None:
        for name in ("header", "footer") if self.styles is not None else ():
            for frame in self.styles.iter(f"{STYLE}{name}"):
                words = _words(frame)
                if any(character.isalpha() for character in words):
                    self.facts.lose_once("frame", words)

    def _walk(self, parent: etree._Element) -> None:
        """In the order of the text: what is not to come out goes, what has a place elsewhere becomes an anchor."""
        for child in list(parent):
            tag = child.tag
            if not isinstance(tag, str):
                continue
            if self._goes(child):
                continue
            if tag == f"{TEXT}note-citation":
                # A number that the reader's program gives.
                continue
            if tag in {f"{TEXT}p", f"{TEXT}h"}:
                self._paragraph(child)
                continue
            if tag == f"{TABLE}table-cell":
                _bound(child, TABLE, ("number-columns-repeated", "number-columns-spanned", "number-rows-spanned"))
            elif tag == f"{TEXT}s":
                _bound(child, TEXT, ("c",))
            listed = tag == f"{TEXT}list"
            self.lists += listed
            if self.lists > LIST_LEVELS:
                raise Unimportable(
                    "depth",
                    _("The lists of the file stand one in another more than %(n)d deep.") % {"n": LIST_LEVELS},
                    _("Make fewer levels of them, and bring the file again."),
                )
            self.facts.say(child.text or "")
            self._walk(child)
            self.lists -= listed
            self.facts.say(child.tail or "")

    def _paragraph(self, paragraph: etree._Element) -> None:
        before, self.after = self.after, []
        self.facts.say(paragraph.text or "")
        self._walk(paragraph)
        self.facts.say("\n")
        if not self.title and self._is(paragraph.get(f"{TEXT}style-name", ""), {"Title"}):
            self.title = " ".join(_words(paragraph).split())
            if not any(True for _found in paragraph.iter(f"{TEXT}a", f"{TEXT}note")):
                _drop(paragraph)
            else:
                self.title = ""
        place = paragraph
        for box in self.after:
            for block in list(box):
                place.addnext(block)
                place = block
        self.after = before

    def _goes(self, element: etree._Element) -> bool:
        """Whether the element is taken out; what of it stays stands in its place by then."""
        tag = element.tag
        if tag == f"{OFFICE}annotation":
            lines = [_words(paragraph) for paragraph in element.iter(f"{TEXT}p")]
            creator = element.findtext(f"{DC}creator") or ""
            self._replace(element, self.facts.remark(lines, creator))
        elif tag == f"{OFFICE}annotation-end":
            self._replace(element, "")
        elif tag in {f"{TEXT}change", f"{TEXT}change-start"}:
            if words := self.deletions.get(element.get(f"{TEXT}change-id", ""), ""):
                self.facts.lose("deleted", words)
            self._replace(element, "")
        elif tag in {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"} or self._is_hidden(element):
            self.facts.lose("hidden", element.get(f"{TEXT}string-value") or _words(element))
            self._replace(element, "")
        elif tag in INDEXES:
            self.facts.lose_once("contents")
            self._replace(element, "")
        elif tag == f"{DRAW}frame":
            self._frame(element)
        elif tag in {f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}g", f"{DRAW}control", f"{DRAW}line"}:
            self._drawing(element)
        else:
            return False
        return True

    def _is_hidden(self, element: etree._Element) -> bool:
        if element.tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none":
            return True
        return element.tag in {f"{TEXT}span", f"{TEXT}p", f"{TEXT}h"} and self._is(
            element.get(f"{TEXT}style-name", ""), self.hidden
        )

    def _frame(self, frame: etree._Element) -> None:
        alt = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
        boxes = list(frame.iterchildren(f"{DRAW}text-box"))
        if boxes:
            for box in boxes:
                self._later(box)
            self._replace(frame, "")
            return
        if any(True for _found in frame.iterchildren(f"{DRAW}object", f"{DRAW}object-ole")):
            self.facts.lose("charts", alt)
            self._replace(frame, "")
            return
        anchor, known = "", False
        for image in frame.iterchildren(f"{DRAW}image"):
            target = image.get(f"{XLINK}href", "").removeprefix("./")
            known = True
            if target in self.package:
                anchor = self.facts.picture(self.package.picture(target), alt)
            elif target:
                self.facts.lose("linked", alt, target)
            else:
                self.facts.lose("pictures", alt)
            break
        if not known:
            self.facts.lose("drawings", alt)
        self._replace(frame, anchor)

    def _drawing(self, drawing: etree._Element) -> None:
        if any(True for _found in drawing.iter(f"{TEXT}p")) and _words(drawing).strip():
            box = etree.Element(f"{DRAW}text-box")
            box.extend(list(drawing.iter(f"{TEXT}p")))
            self._later(box)
        else:
            self.facts.lose("drawings")
        self._replace(drawing, "")

    def _later(self, box: etree._Element) -> None:
        """The text of a box follows the paragraph that it hangs on."""
        recent = self.facts.recent
        self._walk(box)
        self.facts.recent = recent
        self.after.append(box)

    def _replace(self, element: etree._Element, anchor: str) -> None:
        parent = element.getparent()
        if parent is None:
            return
        tail = element.tail or ""
        if anchor:
            link = etree.Element(f"{TEXT}a", {f"{XLINK}href": f"#{anchor}", f"{XLINK}type": "simple"})
            link.text, link.tail = "x", tail
            if parent.tag in {f"{TEXT}p", f"{TEXT}h", f"{TEXT}span", f"{TEXT}a"}:
                parent.replace(element, link)
            else:
                paragraph = etree.Element(f"{TEXT}p")
                paragraph.append(link)
                parent.replace(element, paragraph)
        else:
            _drop(element)
        self.facts.say(tail)


def _drop(element: etree._Element) -> None:
    """Without the element, with the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _words(element: etree._Element | None) -> str:
    return " ".join(" ".join(_pieces(element)).split()) if element is not None else ""


def _pieces(element: etree._Element) -> Iterator[str]:
    for piece in element.itertext():
        yield str(piece)


def _bound(element: etree._Element, namespace: str, names: tuple[str, ...]) -> None:
    """What is to be repeated more often than any writer means is there once."""
    for name in names:
        given = element.get(f"{namespace}{name}")
        if given and (not given.isdecimal() or int(given[:6]) > WIDEST):
            element.set(f"{namespace}{name}", "1")
