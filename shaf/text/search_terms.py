"""The terms under which the search index keeps an edition, and conditions over them in each database's own language.

A term is a word (shaf/text/search_words.py) behind the sign of the language and the place it stands in, so that each
question has posting lists of its own: whoever asks for a word in Arabic titles reads no list of those that have it in
their texts, and none of all that is Arabic.

Terms consist of letters, digits and `_`, so nothing that a person types can be an operator of either database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from sqlite3 import connect

# Where a term stands, exactly and by its stem: in the title; in the head (title, standfirst, key points, bylined names,
# topics, series); anywhere.
TITLE, HEAD, ANYWHERE = "tu", "gh", "es"
# What the edition belongs to: not words, but filters.
LANGUAGE, BRANCH, AUTHOR, SOURCE, TOPIC, TYPE = "l_", "b_", "a_", "o_", "c_", "k_"
# When it was first public, for an index that has no order of its own (PostgreSQL's): the quarter of a year, in UTC.
QUARTER = "q_"
# Two words side by side, as one term, so that of words which are everywhere no database has to compare the places.
PAIR = "p_"
# For SQLite's MATCH: a phrase of no words, which nothing answers.
NOTHING = '""'


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms side by side; a single one is the commonest case."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class But:
    """`part`, and not `excluded`."""

    part: "Condition"
    excluded: "Condition"


Condition = Phrase | All | Some | But


def signs(language: str, place: str) -> tuple[str, str]:
    """Of a word as it stands there, and of its stem: art_, aru_."""
    exact, stemmed = place
    return f"{language}{exact}_", f"{language}{stemmed}_"


def every(parts: Iterable[Condition]) -> Condition:
    """All of at least one."""
    return _one_or(All, tuple(parts))


def some(parts: Iterable[Condition]) -> Condition:
    """One of at least one."""
    return _one_or(Some, tuple(parts))


def _one_or(kind: type[All] | type[Some], parts: Sequence[Condition]) -> Condition:
    if not parts:
        raise ValueError("a condition of no parts")
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def quarter(moment: datetime) -> str:
    """2025-11-16 (UTC) → q_20254."""
    return f"{QUARTER}{moment.year}{(moment.month + 2) // 3}"


def pair(one: str, next_one: str) -> str:
    """The term that says of two others that they stand side by side. A digest: two Arabic words are three times as
    long, and PostgreSQL writes a term out in every report that has it."""
    return PAIR + blake2b(f"{one} {next_one}".encode(), digest_size=6).hexdigest()


def pairs(condition: Condition) -> Condition | None:
    """What a text has among its pairs wherever the condition holds; None where it need not have any."""
    match condition:
        case Phrase(terms):
            known = [Phrase((pair(*two),)) for two in pairwise(terms)]
            return every(known) if known else None
        case All(parts):
            said = [one for one in map(pairs, parts) if one]
            return every(said) if said else None
        case Some(parts):
            said = [one for one in map(pairs, parts) if one]
            return some(said) if len(said) == len(parts) else None
        case But(part, _excluded):
            return pairs(part)


def fts5(condition: Condition) -> str:
    """For SQLite's MATCH."""
    match condition:
        case Phrase((term,)):
            return f'"{term}"'
        case Phrase((one, other)):
            return f'"{pair(one, other)}"'
        case Phrase(terms):
            known = [f'"{pair(*two)}"' for two in pairwise(terms)]
            return "(" + " AND ".join([*known, f'"{" ".join(terms)}"']) + ")"
        case All(parts):
            return "(" + " AND ".join(map(fts5, parts)) + ")"
        case Some(parts):
            return "(" + " OR ".join(map(fts5, parts)) + ")"
        case But(part, excluded):
            return f"({fts5(part)} NOT {fts5(excluded)})"


def tsquery(condition: Condition) -> str:
    """For PostgreSQL's @@.

    A tsvector keeps no more than 255 places of a term, and none beyond the 16,383rd: texts that have more keep pairs.
    """
    match condition:
        case Phrase((term,)):
            return f"'{term}'"
        case Phrase(terms):
            beside = " <-> ".join(f"'{term}'" for term in terms)
            known = " & ".join(f"'{pair(*two)}'" for two in pairwise(terms))
            return f"(({beside}) | ({known}))"
        case All(parts):
            return "(" + " & ".join(map(tsquery, parts)) + ")"
        case Some(parts):
            return "(" + " | ".join(map(tsquery, parts)) + ")"
        case But(part, excluded):
            return f"({tsquery(part)} & !{tsquery(excluded)})"


def instr(condition: Condition, column: str) -> str:
    """For a SQLite without FTS5: over a column of terms with a space around each. The slow way to the same answer."""
    match condition:
        case Phrase(terms):
            return f"instr({column}, ' {' '.join(terms)} ')"
        case All(parts):
            return "(" + " AND ".join(instr(part, column) for part in parts) + ")"
        case Some(parts):
            return "(" + " OR ".join(instr(part, column) for part in parts) + ")"
        case But(part, excluded):
            return f"({instr(part, column)} AND NOT {instr(excluded, column)})"


@cache
def has_fts5() -> bool:
    """Whether this SQLite was built with FTS5. Nearly all are."""
    connection = connect(":memory:")
    try:
        return bool(connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0])
    finally:
        connection.close()
