"""A table as the editor writes it: a head and a body, every row as wide as the widest, no foot, no columns."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from articles.press.html.tree import Node, TooLarge
from shaf.product.limits import TABLE_AREA

KEPT = {"dir", "lang", "id", "role"}
Content = Callable[[Node], list[Node | str]]


@dataclass(slots=True)
class Cell:
    """A cell at its place in the grid of its section; sizes in columns and rows."""

    node: Node
    columns: int
    rows: int
    column: int = 0

    @property
    def is_heading(self) -> bool:
        return self.node.name == "th"


Section = list[list[Cell]]


def normalised(table: Node, content: Content) -> Node | None:
    """The <table> in normal form, without its caption; None where it has no cell. Raises TooLarge.

    `content` gives a cell's children in normal form.
    """
    head, body = (_without_empty_rows(section) for section in _sections(table))
    # A row of headings at the top of the body is what the editor calls the head.
    while body and all(cell.is_heading for cell in body[0]):
        head.append(body.pop(0))
    head, body = _without_empty_rows(head), _without_empty_rows(body)
    width = max((cell.column + cell.columns for row in head + body for cell in row), default=0)
    if not width:
        return None
    if width * len(head + body) > TABLE_AREA:
        raise TooLarge("table")
    _pad(head, width)
    _pad(body, width)
    heading_columns = _heading_columns(body, width)
    sections = []
    for name, rows, headings in (("thead", head, width), ("tbody", body, heading_columns)):
        if rows:
            written = [
                Node("tr", {}, [_written(cell, cell.column < headings, content) for cell in row]) for row in rows
            ]
            sections.append(Node(name, {}, list(written)))
    return Node("table", _kept(table), list(sections))


def area(table: Node) -> int:
    """At most so many cells has the table once every row is as wide as the widest, by the spans of its cells.

    One cell with a wide span makes every other row as wide.
    """
    rows = [row for section in _sections(table) for row in section]
    # How much wider each row is than the one before.
    change = [0] * (len(rows) + 1)
    for number, row in enumerate(rows):
        for cell in row:
            change[number] += cell.columns
            change[min(len(rows), number + cell.rows)] -= cell.columns
    return max(accumulate(change)) * len(rows)


def _kept(node: Node) -> dict[str, str]:
    return {name: value for name, value in node.attributes.items() if name in KEPT}


def _sections(table: Node) -> tuple[Section, Section]:
    """The rows of the first head, and all others, whatever they stood in."""
    head: Section = []
    body: Section = []
    first_head = next((child for child in table.nodes() if child.name == "thead"), None)
    for child in table.nodes():
        rows = [child] if child.name == "tr" else [row for row in child.nodes() if row.name == "tr"]
        for row in rows:
            cells = [
                Cell(cell, int(cell.attributes.get("colspan", 1)), int(cell.attributes.get("rowspan", 1)))
                for cell in row.nodes()
                if cell.name in {"td", "th"}
            ]
            (head if child is first_head else body).append(cells)
    return head, body


def _place(rows: Section) -> list[dict[int, Cell]]:
    """Give each cell its column, cut spans that overlap or run out of the section; the cells by row and column."""
    grid: list[dict[int, Cell]] = [{} for _row in rows]
    area = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[number]:
                column += 1
            columns = 1
            while columns < cell.columns and column + columns not in grid[number]:
                columns += 1
            cell.column, cell.columns, cell.rows = column, columns, min(cell.rows, len(rows) - number)
            area += cell.columns * cell.rows
            if area > TABLE_AREA:
                raise TooLarge("table")
            for y in range(number, number + cell.rows):
                grid[y] |= dict.fromkeys(range(column, column + columns), cell)
    return grid


def _without_empty_rows(rows: Section) -> Section:
    """The rows with cells of their own, placed; cells that span one without become shorter."""
    grid = _place(rows)
    for row, places in zip(rows, grid, strict=True):
        if not row:
            for cell in {id(cell): cell for cell in places.values()}.values():
                cell.rows -= 1
    kept = [row for row in rows if row]
    _place(kept)
    return kept


def _pad(rows: Section, width: int) -> None:
    for row, places in zip(rows, _place(rows), strict=True):
        row.extend(Cell(Node("td"), 1, 1, column) for column in range(width) if column not in places)
        row.sort(key=lambda cell: cell.column)


def _heading_columns(body: Section, width: int) -> int:
    """How many columns are headings in every row."""
    fewest = width
    for places in _place(body):
        fewest = min(fewest, next((column for column in range(width) if not places[column].is_heading), width))
    return fewest if body else 0


def _written(cell: Cell, is_heading: bool, content: Content) -> Node:
    attributes = _kept(cell.node)
    if cell.columns > 1:
        attributes["colspan"] = str(cell.columns)
    if cell.rows > 1:
        attributes["rowspan"] = str(cell.rows)
    if is_heading and "scope" in cell.node.attributes:
        attributes["scope"] = cell.node.attributes["scope"]
    return Node("th" if is_heading else "td", attributes, content(cell.node))
