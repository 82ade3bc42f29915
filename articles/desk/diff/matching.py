"""Which of the old blocks is which of the new ones: first those that are equal, then those that resemble each other.

Every step is bounded, so that a text rewritten from end to end takes no longer than an edited one.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from articles.desk.diff.sequences import matching_blocks

# A word that is in more blocks than this recognises none of them.
COMMON = 12
# Share of common words from which two blocks are one that was edited.
RESEMBLES = 0.5
# Between the same neighbours, less will do.
RESEMBLES_IN_PLACE = 0.34
# Words compared in looking for blocks that resemble each other, wherever they stand; after that, only neighbours are.
MOST_COMPARED = 3_000_000
# Words up to which a block can be so short that an edit leaves nothing of it.
SHORT = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """What is to be matched. Only units of one `group` are; `key` equal means equal, `loose` equal means same words."""

    key: Hashable
    loose: Hashable
    words: Counter[str]
    group: str = ""
    size: int = field(default=0)

    @classmethod
    def of(cls, key: Hashable, loose: Hashable, words: Counter[str], group: str = "") -> "Unit":
        return cls(key, (group, loose), words, group, words.total())


@dataclass(frozen=True, slots=True)
class Pair:
    """Old and new place of one unit; None where it is not. `moved`: its neighbours stayed in order and it did not."""

    old: int | None
    new: int | None
    moved: bool = False


def resemblance(a: Unit, b: Unit) -> float:
    """Share of the words that both have, 0 to 1 (Dice's coefficient over words with their counts)."""
    if a.group != b.group:
        return 0.0
    if not a.size or not b.size:
        return 1.0 if a.loose == b.loose else 0.0
    few, many = (a.words, b.words) if len(a.words) < len(b.words) else (b.words, a.words)
    return 2 * sum(min(n, many[word]) for word, n in few.items()) / (a.size + b.size)


def match(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Every unit of both, in the order of the new ones; what is gone stands after what it followed."""
    partner = _equal(old, new)
    _similar(old, new, partner)
    _in_place(old, new, partner)
    return _ordered(len(old), len(new), partner)


def _equal(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """old → new: what stayed in order by key, then by words, then what is equal elsewhere."""
    partner: dict[int, int] = {}
    for start, other, size in matching_blocks([u.key for u in old], [u.key for u in new]):
        partner |= {start + n: other + n for n in range(size)}
    for name in ("key", "loose"):
        free: dict[Hashable, list[int]] = defaultdict(list)
        taken = set(partner.values())
        for j in reversed(range(len(new))):
            if j not in taken:
                free[getattr(new[j], name)].append(j)
        for i, unit in enumerate(old):
            if i not in partner and (places := free.get(getattr(unit, name))) and unit.size:
                partner[i] = places.pop()
    return partner


def _similar(old: Sequence[Unit], new: Sequence[Unit], partner: dict[int, int]) -> None:
    """Add the pairs that resemble each other most, best first; of equals, those between the same neighbours."""
    taken = set(partner.values())
    holders: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(new):
        if j not in taken:
            for word in unit.words:
                holders[word].append(j)
    places = {pair: True for gap in _gaps(len(old), len(new), partner) for pair in _near(*gap)}
    candidates = dict(places)
    compared = 0
    for i, unit in enumerate(old):
        if i not in partner and compared < MOST_COMPARED:
            for word in unit.words:
                if len(found := holders.get(word, ())) <= COMMON:
                    more = [(i, j) for j in found if (i, j) not in candidates]
                    candidates.update(dict.fromkeys(more, False))
                    compared += len(more) * len(unit.words)
    scored = []
    for (i, j), in_place in candidates.items():
        share = resemblance(old[i], new[j])
        if share >= (RESEMBLES_IN_PLACE if in_place else RESEMBLES):
            scored.append((-share - 0.05 * in_place, abs(i - j), i, j))
    for _share, _distance, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)


def _gaps(olds: int, news: int, partner: dict[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """What is unmatched between two neighbours that stayed in order."""
    before, start = 0, 0
    taken = set(partner.values())
    for i in [*_in_order(partner), olds]:
        j = partner.get(i, news)
        gone = [n for n in range(before, i) if n not in partner]
        come = range(start, j)
        if gone and come:
            yield gone, [n for n in come if n not in taken]
        before, start = i + 1, j + 1


def _near(gone: list[int], come: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs about the diagonal of a gap."""
    for n, i in enumerate(gone):
        for m in range(max(0, n - 3), min(len(come), n + 4)):
            yield i, come[m]


def _in_place(old: Sequence[Unit], new: Sequence[Unit], partner: dict[int, int]) -> None:
    """A short unit that alone was replaced by one of its kind between the same neighbours is that one, rewritten."""
    for gone, come in list(_gaps(len(old), len(new), partner)):
        if len(gone) != len(come):
            continue
        for i, j in zip(gone, come, strict=True):
            if old[i].group == new[j].group and max(old[i].size, new[j].size) <= SHORT:
                partner[i] = j


def _in_order(partner: dict[int, int]) -> list[int]:
    """The most old places whose new places ascend: what did not move."""
    tails: list[int] = []
    at: list[int] = []
    previous: dict[int, int | None] = {}
    for i in sorted(partner):
        n = bisect_left(tails, partner[i])
        previous[i] = at[n - 1] if n else None
        tails[n : n + 1] = [partner[i]]
        at[n : n + 1] = [i]
    chain: list[int] = []
    i = at[-1] if at else None
    while i is not None:
        chain.append(i)
        i = previous[i]
    return chain[::-1]


def _ordered(olds: int, news: int, partner: dict[int, int]) -> list[Pair]:
    stayed = set(_in_order(partner))
    back = {j: i for i, j in partner.items()}
    gone: dict[int, list[Pair]] = defaultdict(list)
    last = -1
    for i in range(olds):
        if i in stayed:
            last = partner[i]
        elif i not in partner:
            gone[last].append(Pair(i, None))
    ordered = gone[-1]
    for j in range(news):
        i = back.get(j)
        ordered.append(Pair(i, j, moved=i is not None and i not in stayed))
        ordered += gone[j]
    return ordered
