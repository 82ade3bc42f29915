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
    """`groups`: one for each unit of the query. `exact`: words of phrases."""

    groups: tuple[Group, ...]
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
    return Wanted(tuple(groups), frozenset(stems) - SMALL, frozenset(exact))


def answers(group: Group, stems: str) -> bool:
    return any(all(one in stems for one in way) for way in group)


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`: '' where none answers anything. `unanswered`: what no passage answers."""

    text: str
    unanswered: tuple[Group, ...]


def best(text: bytes, stems: bytes, find: Wanted) -> Passage:
    """The passage that answers most of the query, the first of several.

    `text` and `stems` are those of a search entry, line by line and in UTF-8: long texts, of which one line is shown.
    """
    encoded = [(group, [[one.encode() for one in way] for way in group]) for group in find.groups]
    standing = [(group, [way for way in ways if all(one in stems for one in way)]) for group, ways in encoded]
    groups = [ways for _group, ways in standing if ways]
    unanswered = tuple(group for group, ways in standing if not ways)
    if not groups:
        return Passage("", unanswered)
    if len(groups) == 1 and all(len(way) == 1 for way in groups[0]):
        number = stems.count(b"\n", 0, min(stems.index(one) for (one,) in groups[0]))
        return Passage(_line(text, number), unanswered)
    place, most = -1, 0
    for number, line in enumerate(stems.split(b"\n")):
        answered = sum(any(all(one in line for one in way) for way in ways) for ways in groups)
        if answered > most:
            place, most = number, answered
            if most == len(groups):
                break
    return Passage(_line(text, place) if most else "", unanswered)


def _line(text: bytes, number: int) -> str:
    return text.split(b"\n", number + 1)[number].decode()


def marked(text: str, find: Wanted, *, whole: bool = False) -> SafeString:
    """HTML of the text with `<mark>` around what was found; of a long one the part around it, unless `whole`."""
    places = [(*word.span(), _answers(word[0], find)) for word in arabic.WORD.finditer(text)]
    first = next((n for n, (_start, _end, found) in enumerate(places) if found), 0)
    begins = 0 if whole or len(places) <= LENGTH else max(0, min(first - BEFORE, len(places) - LENGTH))
    shown = places if whole else places[begins : begins + LENGTH]
    start = places[begins][0] if begins else 0
    end = shown[-1][1] if len(shown) < len(places) - begins else len(text)
    pieces = ["… "] if start else []
    at = start
    for opened, closed, found in shown:
        if found:
            pieces += [escape(text[at:opened]), "<mark>", escape(text[opened:closed]), "</mark>"]
            at = closed
    pieces += [escape(text[at:end]), "…" if end < len(text) else ""]
    # Every piece is a constant of ours or escaped.
    return mark_safe("".join(pieces))  # noqa: S308


def _answers(word: str, find: Wanted) -> bool:
    stems, exact = _keys(word)
    return not (find.stems.isdisjoint(stems) and find.exact.isdisjoint(exact))


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[frozenset[str], frozenset[str]]:
    words = search_words.words(word)
    return frozenset(more for one in words for more in (stem(one), *expansions(one))), frozenset(words)
