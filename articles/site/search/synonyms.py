"""Equal words: what the register says is the same is found under either name."""

from dataclasses import dataclass
from functools import lru_cache

from articles.site.public_state import PublicState
from authors.models import Synonym
from shaf.text.search_words import Query, Term, stem, words

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Terms that must all be found, or one of the other phrases in their place."""

    terms: tuple[Term, ...]
    others: tuple[Stems, ...] = ()


@lru_cache(maxsize=8)
def equals(state: PublicState) -> dict[Stems, tuple[Stems, ...]]:
    """Each phrase of a group, by its stems → the others of the group. One query, once a public state."""
    found: dict[Stems, tuple[Stems, ...]] = {}
    for group in Synonym.objects.filter(language=state.language):
        phrases = [tuple(map(stem, words(phrase))) for phrase in group.phrases()]
        for phrase in phrases:
            others = (*found.get(phrase, ()), *(other for other in phrases if other != phrase))
            found[phrase] = tuple(dict.fromkeys(others))
    return found


def units(query: Query, state: PublicState) -> list[Unit]:
    """The query's terms, the longest equal phrases taken together."""
    known = equals(state)
    longest = max(map(len, known), default=1)
    found, place = [], 0
    while place < len(query.terms):
        for end in range(min(place + longest, len(query.terms)), place, -1):
            run = query.terms[place:end]
            others = _others(run, known)
            if others or end == place + 1:
                found.append(Unit(run, others))
                place = end
                break
    return found


def _others(run: tuple[Term, ...], known: dict[Stems, tuple[Stems, ...]]) -> tuple[Stems, ...]:
    if any(term.quoted for term in run):
        return ()
    return known.get(tuple(stem(word) for term in run for word in term.words), ())
