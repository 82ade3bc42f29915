"""What else a reader may want who asked for this: the reports of a year, another spelling, the other language.

Each offer leads to something: those that are not certain are looked for, all in one query.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.site.addresses import other_than
from articles.site.public_state import PublicState
from articles.site.search.filters import choices
from articles.site.search.matching import Hit, Question, in_year, which
from articles.site.search.query import Asked
from articles.site.search.spelling import suggestion
from articles.site.search.synonyms import units
from shaf.text.search_terms import Condition
from shaf.text.search_words import QUOTED, Query, parse, words

# So few answers are poor ones.
POOR = 3
MOST_YEARS = 2
TYPED_YEAR = re.compile("((?:19|20)[0-9]{2})م?")
# What may stand before a year and belongs to it.
BEFORE_A_YEAR = frozenset(["عام", "العام", "سنه", "السنه", "لعام", "لسنه", "year"])
# A letter of each language, and one of any.
LETTERS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "en": re.compile("[A-Za-z\u00c0-\u024f]"),
}
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class OfYear:
    """The reports of a year that was typed; `typed`: the words that stood beside it, '' where there were none."""

    year: str
    typed: str


@dataclass(frozen=True, slots=True)
class Offers:
    """`meant`: another spelling, '' where there is none. `other_language`: there it finds something."""

    years: tuple[OfYear, ...] = ()
    meant: str = ""
    other_language: bool = False


NOTHING = Offers()


def offers(
    ask: Asked, query: Query, hits: Sequence[Hit], marks: Sequence[Condition], state: PublicState, *, may_look: bool
) -> Offers:
    """At most one query, and none unless `may_look`; then only what is certain is offered."""
    years = [year for year in _years(ask) if int(year.year) in choices(state).years]
    certain = {year for year in years if any(in_year(hit, year.year) for hit in hits) or not (year.typed or marks)}
    meant = suggestion(ask.typed, query, state) if not hits else ""
    other = len(hits) <= POOR and _in_script_of(other_than(state.language), ask.typed)
    if not may_look:
        return Offers(tuple(year for year in years if year in certain))
    questions: dict[object, Question] = {
        year: Question(units(parse(year.typed), state), marks, state.language, year.year)
        for year in years
        if year not in certain
    }
    if meant:
        questions["meant"] = Question(units(parse(meant), state), marks, state.language, ask.year)
    if other:
        there = replace(state, language=other_than(state.language))
        questions["other"] = Question(units(query, there), (), there.language, ask.year)
    answered = dict(zip(questions, which(list(questions.values()), state), strict=True))
    return Offers(
        tuple(year for year in years if year in certain or answered[year]),
        meant if answered.get("meant") else "",
        bool(answered.get("other")),
    )


def _years(ask: Asked) -> list[OfYear]:
    """The years among the words that were typed, outside quotation marks; where one is chosen, that one alone."""
    quoted = [range(*phrase.span()) for phrase in QUOTED.finditer(ask.typed)]
    chunks = list(re.finditer(r"\S+", ask.typed))
    found: dict[str, OfYear] = {}
    for before, chunk in zip([None, *chunks], chunks, strict=False):
        year = TYPED_YEAR.fullmatch(" ".join(words(chunk[0])))
        if not year or ask.year not in ("", year[1]) or any(chunk.start() in phrase for phrase in quoted):
            continue
        begins = before if before and BEFORE_A_YEAR.issuperset(words(before[0])) else chunk
        rest = " ".join((ask.typed[: begins.start()] + ask.typed[chunk.end() :]).split())
        found.setdefault(year[1], OfYear(year[1], rest if parse(rest).terms else ""))
    return list(found.values())[:MOST_YEARS]


def _in_script_of(language: str, typed: str) -> bool:
    letters = LETTER.findall(typed)
    return bool(letters) and all(LETTERS[language].match(letter) for letter in letters)
