"""What of a report answers: its best passage, and the words in it that were found.

Shown is always the text as it was printed: words are compared by copies, and marked where they stand. Everything is
escaped piece by piece before a tag is put around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.site.search.synonyms import Unit
from shaf.db.compressed import whole_lines
from shaf.text import arabic, search_words
from shaf.text.search_words import SMALL, expansions, stem

# Words of a passage: so many before the first that was found, so many in all.
BEFORE, LENGTH = 10, 45


# Of titles and names, which stand in many results.
stems_of = lru_cache(maxsize=10_000)(search_words.stems_of)
# Of a unit of the query the sets of stems any of which answers it, each stem between spaces.
Group = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """`groups`: one for each unit of the query; `encoded`: the same in UTF-8. `exact`: words of phrases."""

    groups: tuple[Group, ...]
    encoded: tuple[list[list[bytes]], ...]
    stems: frozenset[str]
    exact: frozenset[str]


def wanted(units: Sequence[Unit]) -> Wanted:
    groups, stems, exact = [], set(), set()
    for unit in units:
        for term in unit.terms:
            ways = [frozenset(way) for way in term.stems]
            if term.quoted:
                exact.update(term.words)
            else:
                stems.update(*ways)
            others = [frozenset(other) for other in unit.others] if len(unit.terms) == 1 else []
            groups.append(tuple(frozenset(f" {one} " for one in way) for way in (*ways, *others)))
        for other in unit.others:
            stems.update(other)
    encoded = tuple([[one.encode() for one in way] for way in group] for group in groups)
    return Wanted(tuple(groups), encoded, frozenset(stems) - SMALL, frozenset(exact))


def answers(group: Group, stems: str) -> bool:
    return any(all(one in stems for one in way) for way in group)


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`: '' where none answers anything. `unanswered`: what no passage answers."""

    text: str
    unanswered: tuple[Group, ...]


def best(text: bytes, stems: bytes, find: Wanted) -> Passage:
    """The passage that answers most of the query, the first of several.

    `text` and `stems` are those of a search entry, line by line, in UTF-8 and deflated: long texts, of which one line
    is shown, so neither is inflated further than it has to be.
    """
    groups = find.encoded
    if not groups:
        return Passage("", ())
    if len(groups) == 1 and all(len(way) == 1 for way in groups[0]):
        number = _first([one for (one,) in groups[0]], stems)
        return Passage("", find.groups) if number is None else Passage(_line(text, number), ())
    place, most, number, whole = 0, 0, 0, b""
    for lines in whole_lines(stems):
        whole += lines
        for line in lines.split(b"\n")[: lines.count(b"\n") or 1]:
            answered = sum(any(all(one in line for one in way) for way in ways) for ways in groups)
            if answered > most:
                place, most = number, answered
                if most == len(groups):
                    return Passage(_line(text, place), ())
            number += 1
    pairs = zip(find.groups, groups, strict=True)
    unanswered = (group for group, ways in pairs if not any(all(one in whole for one in way) for way in ways))
    return Passage(_line(text, place) if most else "", tuple(unanswered))


def _first(stems: list[bytes], deflated: bytes) -> int | None:
    """The number of the first line that has one of these."""
    number = 0
    for lines in whole_lines(deflated):
        if places := [place for one in stems if (place := lines.find(one)) >= 0]:
            return number + lines.count(b"\n", 0, min(places))
        number += lines.count(b"\n")
    return None


def _line(deflated: bytes, number: int) -> str:
    """Raises IndexError where the text has not so many."""
    for lines in whole_lines(deflated):
        ends = lines.count(b"\n")
        if number < ends or not ends:
            return lines.split(b"\n", number + 1)[number].decode()
        number -= ends
    raise IndexError(number)


def marked(text: str, find: Wanted, *, whole: bool = False) -> SafeString:
    """HTML of the text with `<mark>` around what was found; of a long one the part around it, unless `whole`."""
    words = list(arabic.WORD.finditer(text))
    begins, shown = 0, words
    if not whole and len(words) > LENGTH:
        first = next((n for n, word in enumerate(words) if _answers(word[0], find)), 0)
        begins = max(0, min(first - BEFORE, len(words) - LENGTH))
        shown = words[begins : begins + LENGTH]
    start = words[begins].start() if begins else 0
    end = shown[-1].end() if len(shown) < len(words) - begins else len(text)
    pieces = ["… "] if start else []
    at = start
    for word in shown:
        if _answers(word[0], find):
            opened, closed = word.span()
            pieces += [escape(text[at:opened]), "<mark>", escape(text[opened:closed]), "</mark>"]
            at = closed
    pieces += [escape(text[at:end]), "…" if end < len(text) else ""]
    # Every piece is a constant of ours or escaped.
    return mark_safe("".join(pieces))  # noqa: S308


def _answers(word: str, find: Wanted) -> bool:
    stems, exact = _keys(word)
    return not find.stems.isdisjoint(stems) or not find.exact.isdisjoint(exact)


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[frozenset[str], frozenset[str]]:
    words = search_words.words(word)
    return frozenset(more for one in words for more in (stem(one), *expansions(one))), frozenset(words)
