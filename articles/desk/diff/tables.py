"""Two tables → rows and cells. Columns are matched once, over all rows."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.diff.leaves import Leaf, Square
from articles.desk.diff.matching import Pair, Unit, match
from articles.desk.diff.result import Block, Cell, Row, Status, Text, named

Grid = Sequence[Sequence[Square]]
Flows = Callable[[Sequence[Leaf], Sequence[Leaf]], tuple[Block, ...]]
# More changed cells than this are counted and not named.
NAMED = 6


def compare_grids(old: Grid, new: Grid, compare: Flows) -> tuple[tuple[Row, ...], list[Text]]:
    """The rows of both, and what happened in words. `compare` compares the content of two cells."""
    if not old and not new:
        return (), []
    columns = _columns(old, new)
    rows: list[Row] = []
    notes: list[Text] = []
    cells: list[Text] = []
    for pair in match([_unit(row, "row") for row in old], [_unit(row, "row") for row in new]):
        before = old[pair.old] if pair.old is not None else ()
        after = new[pair.new] if pair.new is not None else ()
        row = Row(_status(pair), tuple(_cells(before, after, columns, pair, compare)), pair.moved)
        if old and new:
            notes += _row_notes(row, before, after)
            cells += _cell_notes(row, after, new)
        rows.append(row)
    if len(cells) > NAMED:
        cells = [ngettext("%(n)d cell changed.", "%(n)d cells changed.", len(cells)) % {"n": len(cells)}]
    if old and new:
        notes = _column_notes(old, new, columns) + notes
    return tuple(_with_status(row) for row in rows), notes + cells


def _unit(squares: Sequence[Square], group: str) -> Unit:
    words: Counter[str] = Counter()
    for square in squares:
        for leaf in square.leaves:
            words.update(leaf.line.words)
    key = tuple(
        (square.heading, square.columns, square.rows, tuple(leaf.unit.key for leaf in square.leaves))
        for square in squares
    )
    return Unit.of(key, tuple(square.text for square in squares), words, group)


def _columns(old: Grid, new: Grid) -> list[Pair]:
    """Which column is which, by place in the row; spans are not followed."""
    widths = [max((len(row) for row in grid), default=0) for grid in (old, new)]
    if widths[0] == widths[1] or not all(widths):
        return [Pair(n if n < widths[0] else None, n if n < widths[1] else None) for n in range(max(widths))]
    sides = [
        [_unit([row[n] for row in grid if n < len(row)], "column") for n in range(width)]
        for grid, width in zip((old, new), widths, strict=True)
    ]
    return match(*sides)


def _status(pair: Pair) -> Status:
    if pair.old is None:
        return Status.ADDED
    return Status.REMOVED if pair.new is None else Status.SAME


def _cells(before: Sequence[Square], after: Sequence[Square], columns: list[Pair], pair: Pair, compare: Flows):
    for column in columns:
        old = before[column.old] if column.old is not None and column.old < len(before) else None
        new = after[column.new] if column.new is not None and column.new < len(after) else None
        square = new or old
        if square is None:
            continue
        blocks = compare(old.leaves if old else (), new.leaves if new else ())
        if old is None:
            status = Status.ADDED
        elif new is None:
            status = Status.REMOVED
        else:
            same = all(block.unchanged for block in blocks)
            shape = (old.heading, old.columns, old.rows) == (new.heading, new.columns, new.rows)
            status = Status.SAME if same and shape else Status.CHANGED
        yield Cell(status, blocks, square.heading, square.columns, square.rows)


def _with_status(row: Row) -> Row:
    if row.status == Status.SAME and any(cell.status != Status.SAME for cell in row.cells):
        return Row(Status.CHANGED, row.cells, row.moved)
    return row


def _name(squares: Sequence[Square]) -> str:
    return next((square.text for square in squares if square.text.strip()), "…")


def _row_notes(row: Row, before: Sequence[Square], after: Sequence[Square]) -> list[Text]:
    name = named(_name(after or before))
    if row.status == Status.ADDED:
        return [format_html(_("A row was added: “{name}”."), name=name)]
    if row.status == Status.REMOVED:
        return [format_html(_("A row was removed: “{name}”."), name=name)]
    return [format_html(_("A row was moved: “{name}”."), name=name)] if row.moved else []


def _cell_notes(row: Row, after: Sequence[Square], new: Grid) -> list[Text]:
    if row.status != Status.SAME:
        return []
    found: list[Text] = []
    heads = new[0] if new and all(square.heading for square in new[0]) else ()
    # A removed column's cell stands in the row and in no column of the new table.
    present = (cell for cell in row.cells if cell.status != Status.REMOVED)
    for cell, _square, head in zip_longest(present, after, heads):
        if cell is not None and cell.status == Status.CHANGED:
            if head is not None and head.text.strip():
                note = format_html(
                    _("The cell of row “{row}” and column “{column}” changed."),
                    row=named(_name(after)),
                    column=named(head.text),
                )
            else:
                note = format_html(_("A cell of row “{row}” changed."), row=named(_name(after)))
            found.append(note)
    return found


def _column_notes(old: Grid, new: Grid, columns: list[Pair]) -> list[Text]:
    notes: list[Text] = []
    for pair in columns:
        if pair.old is None and pair.new is not None and pair.new < len(new[0]):
            notes.append(format_html(_("A column was added: “{name}”."), name=named(new[0][pair.new].text or "…")))
        elif pair.new is None and pair.old is not None and pair.old < len(old[0]):
            notes.append(format_html(_("A column was removed: “{name}”."), name=named(old[0][pair.old].text or "…")))
        elif pair.moved and pair.new is not None and pair.new < len(new[0]):
            notes.append(format_html(_("A column was moved: “{name}”."), name=named(new[0][pair.new].text or "…")))
    return notes
