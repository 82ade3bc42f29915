"""What two sequences have in common, in order, in a time that is bounded whatever they hold.

difflib finds the longest stretch again and again: it takes the square of a long text that changed everywhere, and more
where the same few items come back all the time. So a long one is cut first at what is in both sides exactly once
(Bram Cohen's patience diff), and difflib sees the gaps.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Match = tuple[int, int, int]

# Items on either side, and pairs of equal items, up to which difflib is asked.
LONG = 3_000
PAIRS = 100_000


def matching_blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Stretches that are equal and in order: (place in old, place in new, length), none beside the next."""
    if _short(old, new):
        return _joined(_asked(old, new, range(len(old)), range(len(new))))
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    olds, news = range(start, len(old) - end), range(start, len(new) - end)
    found: list[Match] = [(0, 0, start)]
    for a, b in _gaps(olds, news, _anchors(old, new, olds, news)):
        before, after = old[a.start : a.stop], new[b.start : b.stop]
        if _short(before, after):
            found += _asked(old, new, a, b)
            continue
        # Nothing in it is there once, so that no order tells what belongs together.
        head = _same(before, after)
        tail = _same(before[head:][::-1], after[head:][::-1])
        found += [(a.start, b.start, head), (a.stop - tail, b.stop - tail, tail)]
    found.append((olds.stop, news.stop, end))
    return _joined(found)


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Both sequences in turn: whether a stretch is equal, and from where to where it goes in each."""
    i = j = 0
    for a, b, size in [*matching_blocks(old, new), (len(old), len(new), 0)]:
        if i < a or j < b:
            yield False, i, a, j, b
        if size:
            yield True, a, a + size, b, b + size
        i, j = a + size, b + size


def _same(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many items both begin with."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _short(old: Sequence[Hashable], new: Sequence[Hashable]) -> bool:
    if max(len(old), len(new)) > LONG:
        return False
    there = Counter(new)
    # What is in more than a hundredth of a long text is no anchor for difflib (autojunk).
    common = len(new) // 100 + 1 if len(new) >= 200 else len(new)
    return sum(n * there[item] for item, n in Counter(old).items() if there[item] <= common) <= PAIRS


def _asked(old: Sequence[Hashable], new: Sequence[Hashable], a: range, b: range) -> list[Match]:
    matcher = SequenceMatcher(None, old[a.start : a.stop], new[b.start : b.stop])
    return [(a.start + i, b.start + j, size) for i, j, size in matcher.get_matching_blocks()]


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], olds: range, news: range) -> list[tuple[int, int]]:
    """Places of what is on both sides once; the most of them that stand in the same order."""
    sides = [
        {item: place for place in places if once[item := side[place]] == 1}
        for side, places in ((old, olds), (new, news))
        if (once := Counter(side[places.start : places.stop])) is not None
    ]
    pairs = [(place, sides[1][item]) for item, place in sides[0].items() if item in sides[1]]
    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for n, (_place, other) in enumerate(pairs):
        length = bisect_left(tails, other)
        previous.append(at[length - 1] if length else -1)
        tails[length : length + 1] = [other]
        at[length : length + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(pairs[n])
        n = previous[n]
    return chain[::-1]


def _gaps(olds: range, news: range, anchors: list[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """From each anchor to the next, it included."""
    i, j = olds.start, news.start
    for a, b in [*anchors, (olds.stop, news.stop)]:
        yield range(i, a), range(j, b)
        i, j = a, b


def _joined(found: list[Match]) -> list[Match]:
    joined: list[Match] = []
    for i, j, size in found:
        if not size:
            continue
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((i, j, size))
    return joined
