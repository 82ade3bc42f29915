"""The names of Office Open XML, and ways through its trees (ECMA-376, part 1)."""

from collections.abc import Iterator

from lxml import etree

from articles.desk.importers.word.styles import W

OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "m": f"{OFFICE}/officeDocument/2006/math",
}
R = f"{{{NAMESPACES['r']}}}"
M = f"{{{NAMESPACES['m']}}}"
A = f"{{{OFFICE}/drawingml/2006/main}}"
WP = f"{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}"
MC = f"{{{OFFICE}/markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
RELATIONSHIP = f"{{{OFFICE}/package/2006/relationships}}Relationship"
# What holds runs or blocks and means nothing here itself.
WRAPPERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent", "dir", "bdo", "rt")} | {
    f"{W}rubyBase",
    f"{W}ruby",
}
DELETED = {f"{W}del", f"{W}moveFrom"}


def choice(alternatives: etree._Element) -> etree._Element | None:
    """The newest of several forms of one thing that has anything in it."""
    return next((child for child in alternatives if len(child)), None)


def unwrapped(run: etree._Element) -> Iterator[etree._Element]:
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            if (chosen := choice(child)) is not None:
                yield from unwrapped(chosen)
        else:
            yield child


def drawn(drawing: etree._Element) -> Iterator[etree._Element]:
    """Every element of a drawing, of alternatives one, and nothing of what stands in a text box."""
    for child in drawing:
        if child.tag == f"{MC}AlternateContent":
            if (chosen := choice(child)) is not None:
                yield from drawn(chosen)
        elif isinstance(child.tag, str):
            yield child
            if child.tag != f"{W}txbxContent":
                yield from drawn(child)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in WRAPPERS:
            yield from rows_of(child)
        elif child.tag == f"{W}sdt" and (content := child.find(f"{W}sdtContent")) is not None:
            yield from rows_of(content)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in WRAPPERS:
            yield from cells_of(child)
        elif child.tag == f"{W}sdt" and (content := child.find(f"{W}sdtContent")) is not None:
            yield from cells_of(content)
