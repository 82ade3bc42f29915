"""«هل تقصد …»: another spelling, from the words of what is public now and of nothing else.

Of titles, standfirsts, names and topics, and of the newest reports alone: what people look for by name stands there,
and the cost is the same however large the archive.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from articles.site import lists
from articles.site.public_state import PublicState
from shaf.text import arabic, search_words
from shaf.text.misspelling import mistakes
from shaf.text.search_words import SMALL, Query, stem, words

NEWEST = 500
SHORTEST = 3
MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`spelt`: a word as it is compared → as it is mostly written, and how often.

    `near`: a word or its stem, or what is left of either without one letter → the words of which it is.
    """

    stems: frozenset[str]
    spelt: dict[str, tuple[str, int]]
    near: dict[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def vocabulary(state: PublicState) -> Vocabulary:
    """One query, once a public state."""
    newest = lists.everything(state.language, state.now).newest_first()
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for title, standfirst, topics, credits in newest.values_list("title", "standfirst", "topics", "credits")[:NEWEST]:
        people = [person["name"] for a in credits["attributions"] for person in a["authors"]]
        for text in (title, standfirst, *people, *(topic["name"] for topic in topics)):
            for word in arabic.WORD.findall(text):
                compared = words(word)
                if len(compared) == 1 and len(compared[0]) >= SHORTEST and compared[0] not in SMALL:
                    counted[compared[0]][arabic.MARKS.sub("", word).replace(arabic.TATWEEL, "")] += 1
    near: dict[str, list[str]] = defaultdict(list)
    for word in counted:
        for key in _near(word):
            near[key].append(word)
    spelt = {word: (forms.most_common(1)[0][0], forms.total()) for word, forms in counted.items()}
    return Vocabulary(frozenset(map(stem, counted)), spelt, {key: tuple(found) for key, found in near.items()})


def suggestion(typed: str, query: Query, state: PublicState) -> str:
    """The query with each unknown word spelt as a word that is known; '' where none is like it."""
    known = vocabulary(state)
    text = typed
    for term in query.terms:
        if len(term.words) > 1 or stem(term.words[0]) in known.stems:
            continue
        likeliest = _likeliest(term.words[0], known)
        if not likeliest:
            return ""
        text = _replaced(text, term.words[0], likeliest)
    return text if text != typed else ""


def _likeliest(word: str, known: Vocabulary) -> str:
    """The known word that was most probably meant, as it is mostly written; '' where none was."""
    candidates = {one for key in _near(word) for one in known.near.get(key, ())}
    scored = []
    for candidate in sorted(candidates, key=lambda one: (abs(len(one) - len(word)), one))[:MOST_COMPARED]:
        spelling, count = known.spelt[candidate]
        if (cost := mistakes(word, candidate)) is not None:
            scored.append((-cost, candidate.startswith("ال") == word.startswith("ال"), count, spelling))
    return max(scored)[-1] if scored else ""


def _near(word: str) -> set[str]:
    """Two words that share one of these differ, in all or in their stems, by a letter more, less, other or moved."""
    return {form[:n] + form[n + 1 :] for form in (word, stem(word)) for n in range(len(form) + 1) if len(form) > 2}


def _replaced(text: str, word: str, by: str) -> str:
    parts = text.split(" ")
    return " ".join(by if search_words.words(part) == [word] else part for part in parts)
