"""What a Word file's styles and numberings come to: each style with what it inherits, each list level as it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from shaf.text import arabic

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
VAL = f"{W}val"
OFF = {"0", "false", "off", "none"}
HEADING = re.compile(r"(?:heading|عنوان|العنوان|titre|überschrift)\s*([1-9])")
LEVELS = 9


def _names(*names: str) -> set[str]:
    return {arabic.fold(name) for name in names}


ROLES = {
    "title": _names("Title", "العنوان", "عنوان", "عنوان التقرير"),
    "subtitle": _names("Subtitle", "عنوان فرعي", "العنوان الفرعي"),
    "quote": _names("Quote", "Intense Quote", "Block Text", "اقتباس", "اقتباس مكثف", "Quotations"),
    "caption": _names("caption", "تسمية توضيحية", "Illustration", "Figure"),
}
# Run properties: element → what it is here. Where letters are Arabic Word looks at the second name.
MARKS = {"b": "b", "bCs": "b", "i": "i", "iCs": "i", "strike": "strike", "dstrike": "strike"}


@dataclass(slots=True)
class Style:
    name: str
    based_on: str = ""
    outline: int | None = None
    numbering: tuple[str | None, int | None] = (None, None)
    bidi: bool | None = None
    run: dict[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Effective:
    """`role`: h1 … h9, title, subtitle, quote, caption, contents, or ''."""

    role: str = ""
    numbering: tuple[str | None, int | None] = (None, None)
    bidi: bool = False
    run: dict[str, str | bool] = field(default_factory=dict)


def value(parent: etree._Element | None, name: str, default: str | None = None) -> str | None:
    """The value of a property that stands in `parent`."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return default if child is None else child.get(VAL, default)


def flag(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is there or not: None where nothing is said."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(VAL, "1").lower() not in OFF


def whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else None


def run_properties(element: etree._Element | None) -> dict[str, str | bool]:
    """What a `w:rPr` says itself: b, i, u, strike, vanish, rtl, vert."""
    found: dict[str, str | bool] = {}
    if element is None:
        return found
    for name, mark in MARKS.items():
        if (given := flag(element, name)) is not None:
            found[mark] = given or bool(found.get(mark))
    for name in ("vanish", "specVanish", "webHidden"):
        if (given := flag(element, name)) is not None:
            found["vanish"] = given or bool(found.get("vanish"))
    if (given := flag(element, "rtl")) is not None:
        found["rtl"] = given
    if (line := value(element, "u")) is not None:
        found["u"] = line not in OFF
    if (vertical := value(element, "vertAlign")) is not None:
        found["vert"] = vertical if vertical in {"superscript", "subscript"} else ""
    return found


def numbering_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    element = properties.find(f"{W}numPr") if properties is not None else None
    return value(element, "numId"), whole(value(element, "ilvl"))


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        self.styles: dict[str, Style] = {}
        self.default = ""
        self.defaults: dict[str, str | bool] = {}
        self._known: dict[str, Effective] = {}
        if root is None:
            return
        self.defaults = run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterchildren(f"{W}style"):
            identifier = element.get(f"{W}styleId", "")
            paragraph = element.find(f"{W}pPr")
            self.styles[identifier] = Style(
                name=value(element, "name", "") or "",
                based_on=value(element, "basedOn", "") or "",
                outline=whole(value(paragraph, "outlineLvl")),
                numbering=numbering_of(paragraph),
                bidi=flag(paragraph, "bidi"),
                run=run_properties(element.find(f"{W}rPr")),
            )
            if element.get(f"{W}default") in {"1", "true"} and element.get(f"{W}type") == "paragraph":
                self.default = identifier

    def chain(self, identifier: str) -> Iterator[Style]:
        """The style and what it is based on, nearest first; a circle ends."""
        seen: set[str] = set()
        while identifier in self.styles and identifier not in seen and len(seen) < 50:
            seen.add(identifier)
            yield self.styles[identifier]
            identifier = self.styles[identifier].based_on

    def effective(self, identifier: str | None) -> Effective:
        identifier = identifier or self.default
        if identifier not in self._known:
            self._known[identifier] = self._worked_out(identifier)
        return self._known[identifier]

    def _worked_out(self, identifier: str) -> Effective:
        chain = list(self.chain(identifier))
        run: dict[str, str | bool] = {}
        for style in reversed(chain):
            run |= style.run
        number = next((style.numbering[0] for style in chain if style.numbering[0] is not None), None)
        level = next((style.numbering[1] for style in chain if style.numbering[1] is not None), None)
        return Effective(
            role=next((role for style in chain if (role := _role(style))), "") if chain else _named(identifier),
            numbering=(number, level),
            bidi=bool(next((style.bidi for style in chain if style.bidi is not None), False)),
            run=run,
        )


def _role(style: Style) -> str:
    if style.outline is not None and 0 <= style.outline < LEVELS:
        return f"h{style.outline + 1}"
    return _named(style.name)


def _named(name: str) -> str:
    """The role that a name promises: also that of an identifier whose style is not in the file."""
    folded = " ".join(name.casefold().split())
    if found := HEADING.fullmatch(re.sub(r"(?<=[^\d\s])(?=\d)", " ", folded)):
        return f"h{found[1]}"
    if folded.startswith(("toc", "table of contents", "فهرس المحتويات")):
        return "contents"
    folded = arabic.fold(name)
    return next((role for role, names in ROLES.items() if folded in names), "")


class Numberings:
    """The lists of the file that show a mark or a number before their items."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.levels: dict[str, dict[int, tuple[str, int]]] = {}
        # Numberings of one kind count on from each other, unless one says where it begins.
        self.same: dict[str, str] = {}
        first: dict[str, str] = {}
        if root is None:
            return
        abstract = {element.get(f"{W}abstractNumId"): element for element in root.iterchildren(f"{W}abstractNum")}
        named = {value(element, "styleLink"): element for element in abstract.values()}
        for element in root.iterchildren(f"{W}num"):
            base = abstract.get(value(element, "abstractNumId"))
            if base is not None and (link := value(base, "numStyleLink")):
                base = named.get(link, base)
            levels = dict(_levels(base)) if base is not None else {}
            identifier, own = element.get(f"{W}numId", ""), False
            for override in element.iterchildren(f"{W}lvlOverride"):
                level = whole(override.get(f"{W}ilvl"))
                if level is None:
                    continue
                own = True
                levels |= dict(_levels(override))
                if (start := whole(value(override, "startOverride"))) is not None:
                    levels[level] = (levels.get(level, ("decimal", 1))[0], start)
            kind = value(element, "abstractNumId", "") or ""
            self.same[identifier] = identifier if own else first.setdefault(kind, identifier)
            self.levels[identifier] = levels

    def shows(self, number: str | None, level: int) -> bool:
        return number is not None and level in self.levels.get(number, {})


def _levels(parent: etree._Element) -> Iterator[tuple[int, tuple[str, int]]]:
    for element in parent.iterchildren(f"{W}lvl"):
        level = whole(element.get(f"{W}ilvl"))
        form = value(element, "numFmt", "decimal") or "decimal"
        shown = form == "bullet" or (form != "none" and value(element, "lvlText", "%1") != "")
        if shown and level is not None and 0 <= level < LEVELS:
            yield level, ("bullet" if form == "bullet" else "decimal", max(0, whole(value(element, "start")) or 1))
