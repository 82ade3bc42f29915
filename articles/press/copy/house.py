"""What a house has decided: words it prefers or refuses, names it leaves alone, rules it does without."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from articles.press.copy.block import Block
from articles.press.copy.findings import Severity
from articles.press.copy.letters import Word

Words = frozenset[str]
# The bare words of a phrase, and phrases by the first of theirs.
Phrase = tuple[str, ...]
Index = dict[str, list[Phrase]]
# What may be written in one with the word after it.
JOINED = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase that the house writes otherwise, or not at all; `reason` is said with it, never translated."""

    written: str
    preferred: str = ""
    reason: str = ""
    forbidden: bool = False


@dataclass(frozen=True)
class House:
    """`names`: the register's and the house dictionary's, as they are spelt; `off` and `on`: ids of rules;
    `severities`: how grave a rule is here, by its id, whatever it says of itself.

    `unknown` tells of words, as they are written but without tatweel, which ones no dictionary has; without it nothing
    is spelt.
    """

    terms: tuple[Term, ...] = ()
    names: Words = frozenset()
    off: Words = frozenset()
    on: Words = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    unknown: Callable[[Words], Words] | None = None

    @cached_property
    def _names(self) -> Index:
        return by_first_word(self.names)

    def names_in(self, block: Block) -> list[tuple[int, int]]:
        """Where names stand in a block, from the first character of each to behind its last; none meets another."""
        if not self._names:
            return []
        house, places = block.names
        if house is not self:
            places = []
            for start, end, _name in phrases_in(block.words, self._names):
                if not places or places[-1][1] <= start:
                    places.append((start, end))
            block.names = self, places
        return places

    @cached_property
    def _terms(self) -> Index:
        return by_first_word(term.written for term in self.terms)

    @cached_property
    def _term_of(self) -> dict[Phrase, Term]:
        return {bare_words(term.written): term for term in self.terms}

    def terms_in(self, words: Sequence[Word]) -> list[tuple[int, int, Term]]:
        """Where the house's terms stand, each without what is joined before it."""
        return [(start, end, self._term_of[phrase]) for start, end, phrase in phrases_in(words, self._terms)]


def bare_words(text: str) -> Phrase:
    return tuple(word.bare for word in Word.all_of(text))


def by_first_word(phrases: Iterable[str]) -> Index:
    index: Index = {}
    for phrase in phrases:
        if words := bare_words(phrase):
            index.setdefault(words[0], []).append(words)
    return index


def phrases_in(words: Sequence[Word], index: Index) -> list[tuple[int, int, Phrase]]:
    """Where phrases of an index stand among words: start, end and phrase, the longest at each place."""
    found = []
    for number, word in enumerate(words):
        for joined in JOINED:
            if not word.bare.startswith(joined) or not (rest := word.bare[len(joined) :]):
                continue
            fitting = [
                phrase
                for phrase in index.get(rest, ())
                if tuple(w.bare for w in words[number + 1 : number + len(phrase)]) == phrase[1:]
            ]
            if fitting:
                longest = max(fitting, key=len)
                found.append((word.behind(len(joined)), words[number + len(longest) - 1].end, longest))
                break
    return found
