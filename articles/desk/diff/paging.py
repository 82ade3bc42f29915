"""A long text, or what differs in it, page by page. What is ordinary has one page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.desk.diff.blocks import Compared
from articles.desk.diff.result import Block, Changes, Part
from shaf.product.limits import PAGE_BLOCKS, PAGE_LETTERS

Weight = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is. `changed` are the pages on which something differs, where that is known."""

    number: int
    count: int
    changed: tuple[int, ...] = ()

    @property
    def numbers(self) -> range:
        return range(1, self.count + 1)

    @property
    def before(self) -> int:
        """The page before this one; 0 for the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The next page; 0 for the last."""
        return self.number + 1 if self.number < self.count else 0


def spans(weights: Iterable[Weight]) -> list[range]:
    """The places that each page has, of things with so many blocks and letters each; one page at least."""
    found: list[range] = []
    start = stop = blocks = letters = 0
    for more_blocks, more_letters in weights:
        blocks, letters = blocks + more_blocks, letters + more_letters
        if (blocks > PAGE_BLOCKS or letters > PAGE_LETTERS) and stop > start:
            found.append(range(start, stop))
            start, blocks, letters = stop, more_blocks, more_letters
        stop += 1
    return [*found, range(start, stop)]


def number_in(asked: str, count: int) -> int:
    """The page that an address asks for; the nearest there is."""
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1
    return min(max(wanted, 1), count)


def paged(changes: Changes, asked: str = "") -> tuple[Changes, Pager]:
    """What one page shows of the changes, and where it is among all."""
    # A part without a place is where it begins: its sentences and lines stand there.
    entries = [(part, place) for part in changes.parts for place in (None, *range(len(part.blocks)))]
    pages = spans(_head(part) if place is None else _weight(part, place) for part, place in entries)
    number = number_in(asked, len(pages))
    changed = [n for n, places in enumerate(pages, 1) if any(_differs(*entries[place]) for place in places)]
    shown = _parts([entries[place] for place in pages[number - 1]])
    return replace(changes, parts=tuple(shown)), Pager(number, len(pages), tuple(changed))


def _parts(entries: Sequence[tuple[Part, int | None]]) -> Iterable[Part]:
    """The parts that these belong to, each with what is among them of it."""
    places: dict[int, list[int]] = {}
    parts: dict[int, Part] = {}
    for part, place in entries:
        if place is None:
            parts[id(part)] = part
        else:
            parts.setdefault(id(part), replace(part, sentences=(), lines=()))
            places.setdefault(id(part), []).append(place)
    return [
        replace(part, blocks=part.blocks[of[0] : of[-1] + 1] if (of := places.get(key)) else ())
        for key, part in parts.items()
    ]


def _differs(part: Part, place: int | None) -> bool:
    if place is None:
        return bool(part.sentences) or any(not line.unchanged for line in part.lines)
    if isinstance(part.blocks, Compared):
        return part.blocks.differs(place)
    return not part.blocks[place].unchanged


def _weight(part: Part, place: int) -> Weight:
    return part.blocks.weight(place) if isinstance(part.blocks, Compared) else weight(part.blocks[place])


def _head(part: Part) -> Weight:
    return _sum(map(weight, part.lines))


def weight(block: Block) -> Weight:
    """A block with those in its cells, and its letters."""
    blocks, letters = _sum(weight(inner) for row in block.rows for cell in row.cells for inner in cell.blocks)
    return blocks + 1, letters + sum(len(piece.text) for run in block.runs for piece in run.pieces)


def _sum(weights: Iterable[Weight]) -> Weight:
    blocks = letters = 0
    for more_blocks, more_letters in weights:
        blocks, letters = blocks + more_blocks, letters + more_letters
    return blocks, letters
