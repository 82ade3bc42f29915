"""Two bodies → blocks: first which block is which, then what changed in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.diff import leaves as reading
from articles.desk.diff.formatting import DIRECTIONS, language_name
from articles.desk.diff.leaves import LABELS, Leaf
from articles.desk.diff.matching import Pair, Unit, match
from articles.desk.diff.result import Block, Row, Run, RunKind, Status, Text, named
from articles.desk.diff.tables import compare_grids
from articles.desk.diff.tokens import without_marks
from articles.desk.diff.words import compare_lines, together, unchanged
from articles.press.html.tree import Node
from shaf.text import arabic

SPLITTABLE = {"paragraph", "item", "numbered", "quote", "note"}
# How much more two halves must have of a paragraph than one, to be its halves.
GAIN = 0.12


def compare_bodies(old: str, new: str, *, ignore_marks: bool = False) -> "Compared":
    """Every block of both canonical texts, in the order of the new one. Raises press.sanitise.TooLarge."""
    before, after = reading.tree(old), reading.tree(new)
    notes, renamed = _notes(before, after)
    return Compared(
        reading.leaves(before, notes, ignore_marks=ignore_marks),
        reading.leaves(after, renamed, ignore_marks=ignore_marks),
    )


def _notes(before: Node, after: Node) -> tuple[dict[str, str], dict[str, str]]:
    """The identity of every footnote on both sides: a note that was edited or renumbered stays the same one."""
    old, new = reading.notes_of(before), reading.notes_of(after)
    sides = [[Unit.of(text, without_marks(text), _bag(text)) for text in side.values()] for side in (old, new)]
    ids_before, ids_after = list(old), list(new)
    identities = {id_: f"{n}" for n, id_ in enumerate(ids_before)}
    renamed = {id_: f"new {n}" for n, id_ in enumerate(ids_after)}
    for pair in match(*sides):
        if pair.old is not None and pair.new is not None:
            renamed[ids_after[pair.new]] = identities[ids_before[pair.old]]
    return identities, renamed


def _bag(text: str) -> Counter[str]:
    return Counter(arabic.fold(text).split())


def compare_flows(old: Sequence[Leaf], new: Sequence[Leaf]) -> tuple[Block, ...]:
    """The blocks of two flows: of two bodies, or of two cells."""
    return tuple(block for group in _groups(old, new) for block in _blocks(group, old, new))


@dataclass(slots=True)
class _Group:
    """Blocks that are one another: one to one, or several where a paragraph was split or some were joined."""

    old: list[int]
    new: list[int]
    moved: bool = False


class Compared(Sequence[Block]):
    """The blocks of two bodies. Which is which is known; the words of each are compared when it is asked for."""

    def __init__(self, old: Sequence[Leaf], new: Sequence[Leaf]) -> None:
        self._old, self._new = old, new
        self._places = [(group, n) for group in _groups(old, new) for n in range(_count(group))]
        self._known: dict[int, list[Block]] = {}
        self._differing: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Block: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Block, ...]: ...

    def __getitem__(self, place: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(place, slice):
            return tuple(self._block(*at) for at in self._places[place])
        return self._block(*self._places[place])

    def _block(self, group: "_Group", n: int) -> Block:
        if id(group) not in self._known:
            self._known[id(group)] = list(_blocks(group, self._old, self._new))
        return self._known[id(group)][n]

    def differs(self, place: int) -> bool:
        """Whether there may be a change in it; an equal block of a text is always known to be one."""
        group, _n = self._places[place]
        if id(group) not in self._differing:
            self._differing[id(group)] = group.moved or not _one_and_the_same(group, self._old, self._new)
        return self._differing[id(group)]

    def weight(self, place: int) -> tuple[int, int]:
        """How many blocks it is, with those in its cells, and how many letters there are to be shown."""
        group, n = self._places[place]
        leaves = [self._new[group.new[n]]] if group.new else []
        leaves += [self._old[i] for i in group.old if not n] if self.differs(place) or not leaves else []
        inner = [leaf for one in leaves for row in one.grid for cell in row for leaf in cell.leaves]
        return 1 + len(inner), sum(len(leaf.text) for leaf in (*leaves, *inner))


def _count(group: "_Group") -> int:
    """How many blocks come of it."""
    return len(group.new) if group.old and group.new else 1


def _one_and_the_same(group: "_Group", old: Sequence[Leaf], new: Sequence[Leaf]) -> bool:
    """One block that stayed as it was; the number of an item may be another."""
    if len(group.old) != 1 or len(group.new) != 1:
        return False
    return _same(old[group.old[0]], new[group.new[0]])


def _same(old: Leaf, new: Leaf) -> bool:
    return replace(old, number="", note="") == replace(new, number="", note="")


def _groups(old: Sequence[Leaf], new: Sequence[Leaf]) -> list[_Group]:
    units = [leaf.unit for leaf in old], [leaf.unit for leaf in new]
    pairs = match(*units)
    groups = [_group(pair) for pair in pairs]
    _unite(groups, "new", units[1], units[0], new)
    _unite(groups, "old", units[0], units[1], old)
    return [group for group in groups if group.old or group.new]


def _group(pair: Pair) -> _Group:
    return _Group([] if pair.old is None else [pair.old], [] if pair.new is None else [pair.new], pair.moved)


def _unite(groups: list[_Group], side: str, mine: list[Unit], theirs: list[Unit], leaves: Sequence[Leaf]) -> None:
    """Take the pieces of a split (`side` new) or joined (`side` old) paragraph into the group of the whole."""
    other = "old" if side == "new" else "new"
    alone = {
        getattr(group, side)[0]: group
        for group in groups
        if len(getattr(group, side)) == 1 and not getattr(group, other)
    }
    if not alone:
        return
    for group in groups:
        own, whole = getattr(group, side), getattr(group, other)
        if len(own) != 1 or len(whole) != 1 or mine[own[0]].loose == theirs[whole[0]].loose:
            continue
        for step in (1, -1):
            while True:
                place = own[-1] + 1 if step == 1 else own[0] - 1
                if place not in alone or leaves[place].kind not in SPLITTABLE or leaves[own[0]].kind not in SPLITTABLE:
                    break
                now = _share([mine[n] for n in own], theirs[whole[0]])
                then = _share([mine[n] for n in [*own, place]], theirs[whole[0]])
                if then < now + GAIN or then < 0.6:
                    break
                own.insert(len(own) if step == 1 else 0, place)
                getattr(alone.pop(place), side).clear()


def _share(units: list[Unit], whole: Unit) -> float:
    words = units[0].words
    for unit in units[1:]:
        words = words + unit.words
    common = sum(min(n, whole.words[word]) for word, n in words.items())
    return 2 * common / max(1, words.total() + whole.size)


def _blocks(group: _Group, old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[Block]:
    before, after = [old[i] for i in group.old], [new[j] for j in group.new]
    if not before:
        yield _one_sided(after[0], Status.ADDED, None, group.new[0])
    elif not after:
        yield _one_sided(before[0], Status.REMOVED, group.old[0], None)
    elif len(before) == len(after) == 1:
        yield _pair(before[0], after[0], group)
    else:
        yield from _split_or_joined(before, after, group)


def _one_sided(leaf: Leaf, status: Status, was_at: int | None, is_at: int | None) -> Block:
    kind = RunKind.INSERTED if status == Status.ADDED else RunKind.DELETED
    pieces = tuple(piece for token in leaf.line.tokens for piece in (*token.gap, *token.pieces)) + leaf.line.after
    old, new = (leaf.grid, ()) if status == Status.REMOVED else ((), leaf.grid)
    rows, _notes_of_table = compare_grids(old, new, compare_flows)
    return _block(
        leaf,
        status,
        runs=(Run(kind, pieces),) if pieces else (),
        rows=rows,
        pictures=(leaf.picture,) if leaf.picture else (),
        was_at=was_at,
        is_at=is_at,
    )


def _block(leaf: Leaf, status: Status, **rest) -> Block:
    return Block(
        kind=leaf.kind,
        label=label(leaf),
        status=status,
        level=leaf.level,
        depth=leaf.frame.depth,
        number=leaf.number,
        language=leaf.frame.language,
        direction=leaf.frame.direction,
        **rest,
    )


def label(leaf: Leaf) -> str:
    """What a person calls this block."""
    if leaf.kind == "heading":
        return _("heading of level %(level)d") % {"level": leaf.level}
    return str(LABELS[leaf.kind])


def _pair(old: Leaf, new: Leaf, group: _Group) -> Block:
    if not group.moved and not new.grid and _same(old, new):
        pictures = (new.picture,) if new.picture else ()
        return _block(
            new, Status.SAME, runs=unchanged(new.line), pictures=pictures, was_at=group.old[0], is_at=group.new[0]
        )
    lines = compare_lines(old.line, new.line)
    rows, table_notes = compare_grids(old.grid, new.grid, compare_flows)
    notes = [*_setting(old, new), *_picture(old, new), *lines.notes, *table_notes]
    worded = any(run.kind != RunKind.KEPT for run in lines.runs)
    if worded:
        notes += _nature(lines.runs)
    changed = worded or notes or any(_row_changed(row) for row in rows)
    pictures = [new.picture] if new.picture else []
    if old.picture and new.picture and old.picture.src != new.picture.src:
        pictures.insert(0, old.picture)
    if group.moved:
        notes.insert(
            0, _("Moved here from further up.") if group.old[0] < group.new[0] else _("Moved here from further down.")
        )
    return _block(
        new,
        Status.CHANGED if changed else Status.SAME,
        runs=lines.runs,
        notes=tuple(notes),
        rows=rows,
        pictures=tuple(pictures),
        moved=group.moved,
        was_at=group.old[0],
        is_at=group.new[0],
    )


def _row_changed(row: Row) -> bool:
    return row.status != Status.SAME or row.moved


def _split_or_joined(before: list[Leaf], after: list[Leaf], group: _Group) -> Iterator[Block]:
    lines = compare_lines(together([leaf.line for leaf in before]), together([leaf.line for leaf in after]))
    for n, (leaf, runs) in enumerate(zip(after, lines.lines, strict=True)):
        notes: list[Text] = []
        if len(after) > 1:
            notes = [_split(len(after)) if not n else _("The rest of the paragraph above, which was split.")]
        if len(before) > 1:
            notes = [_joined(len(before))]
        if not n:
            notes += [*_setting(before[0], leaf), *lines.notes]
        yield _block(
            leaf,
            Status.CHANGED,
            runs=tuple(runs),
            notes=tuple(notes),
            moved=group.moved,
            was_at=group.old[0],
            is_at=group.new[n],
        )


def _split(count: int) -> str:
    return ngettext("This paragraph was split in %(n)d.", "This paragraph was split in %(n)d.", count) % {"n": count}


def _joined(count: int) -> str:
    return ngettext("%(n)d paragraph was joined here.", "%(n)d paragraphs were joined into one here.", count) % {
        "n": count
    }


def _setting(old: Leaf, new: Leaf) -> list[Text]:
    """What kind of block it is, where it stands, its language, direction and alignment."""
    notes: list[Text] = []
    if old.kind == new.kind == "heading" and old.level != new.level:
        notes.append(
            _("The level of the heading changed from %(old)d to %(new)d.") % {"old": old.level, "new": new.level}
        )
    elif old.kind != new.kind:
        notes.append(_("Changed from “%(old)s” to “%(new)s”.") % {"old": label(old), "new": label(new)})
    elif old.frame.depth != new.frame.depth:
        notes.append(
            _("The depth of indentation changed from %(old)d to %(new)d.")
            % {"old": old.frame.depth, "new": new.frame.depth}
        )
    if old.frame.language != new.frame.language:
        notes.append(
            _("Its language is now %(language)s.") % {"language": language_name(new.frame.language)}
            if new.frame.language
            else _("It no longer has a language of its own.")
        )
    if old.frame.direction != new.frame.direction:
        notes.append(_("Its direction is now: %(direction)s.") % {"direction": DIRECTIONS.get(new.frame.direction, "")})
    if old.alignment != new.alignment:
        notes.append(_("Its alignment changed."))
    if (old.frame.quoted, old.frame.noted) != (new.frame.quoted, new.frame.noted) and old.kind == new.kind:
        notes.append(_("It now stands somewhere else: in or outside a quotation or the footnotes."))
    return notes


def _picture(old: Leaf, new: Leaf) -> list[Text]:
    notes: list[Text] = []
    if old.picture is None or new.picture is None:
        return notes
    if old.picture.src != new.picture.src:
        notes.append(_("The picture was replaced."))
    if old.picture.text != new.picture.text:
        notes.append(
            format_html(
                _("The alternative text changed from “{old}” to “{new}”."),
                old=named(old.picture.text),
                new=named(new.picture.text),
            )
        )
    if old.picture.marks != new.picture.marks:
        notes.append(_("The picture's link changed."))
    return notes


def _nature(runs: Sequence[Run]) -> list[Text]:
    """Whether all that changed is how the same words are written."""
    old = "".join(run.old_text for run in runs if run.kind != RunKind.INSERTED)
    new = "".join(run.text for run in runs if run.kind != RunKind.DELETED)
    if not old.strip() or not new.strip():
        return []
    if old == new:
        return [_("Only references to footnotes, or pictures in the line, changed.")]
    if arabic.INVISIBLE.sub("", old) == arabic.INVISIBLE.sub("", new):
        return [_("Only invisible characters changed.")]
    if without_marks(old) == without_marks(new):
        return [_("Only vowel marks or tatweel changed.")]
    if arabic.ascii_digits(old) == arabic.ascii_digits(new):
        return [_("Only the form of the digits changed.")]
    if _letters(old) == _letters(new):
        return [_("Only punctuation, spaces or line breaks changed.")]
    if arabic.fold(old) == arabic.fold(new):
        return [_("Only the spelling of hamza and the like changed.")]
    return []


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum() or arabic.MARKS.match(c))
