"""Finding an entry of the register by its name as people type it: hamza, teh marbuta, marks and order do not count.

The register is small (thousands of names), so both databases are asked for its names alone and they are compared here.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from authors.models import Author, Entry
from shaf.text import arabic

# Of a register of people and institutions, nobody looks through more than these.
MOST_FOUND = 500
ALIKE = 0.86
# Characters that anybody types to find a name.
LONGEST_TERM = 200
fold = lru_cache(maxsize=50_000)(arabic.fold)


def found(model: type[Entry], term: str) -> list[int]:
    """The ids of the entries that have every word of the term in one of their names; those that begin with it first."""
    words = fold(term[:LONGEST_TERM]).split()
    if not words:
        return []
    whole = " ".join(words)
    ranked: dict[int, int] = {}
    for pk, names in _names(model):
        for name in names:
            if all(word in name for word in words):
                rank = 0 if name == whole else 1 if name.startswith(whole) else 2 if f" {whole}" in name else 3
                ranked[pk] = min(rank, ranked.get(pk, rank))
    return sorted(ranked, key=lambda pk: ranked[pk])[:MOST_FOUND]


def alike(model: type[Entry], *names: str, limit: int = 5) -> list[Entry]:
    """Entries that may be the same person or institution under another spelling, the likeliest first."""
    typed = [fold(name) for name in names if fold(name)]
    scores: dict[int, float] = {}
    for pk, known in _names(model):
        score = max((_likeness(one, other) for one in typed for other in known), default=0.0)
        if score >= ALIKE:
            scores[pk] = max(score, scores.get(pk, 0.0))
    best = sorted(scores, key=lambda pk: -scores[pk])[:limit]
    entries = model.objects.in_bulk(best)
    return [entries[pk] for pk in best]


def _names(model: type[Entry]) -> Iterable[tuple[int, list[str]]]:
    """Each entry's id with its names, folded. What was merged into an entry is a name of it."""
    columns = ["pk", "name_ar", "name_en"]
    if any(field.name == "aliases" for field in model._meta.fields):
        columns.append("aliases")
    merged: dict[int, int] = {}
    if model is Author:
        merged = dict(Author.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    for pk, arabic_name, english_name, *aliases in model.objects.order_by("name_ar", "pk").values_list(*columns):
        names = (
            [arabic_name, english_name, *(aliases[0] or "").splitlines()] if aliases else [arabic_name, english_name]
        )
        final = pk
        while final in merged:
            final = merged[final]
        yield final, [fold(name) for name in names if name and fold(name)]


def _key(folded: str) -> str:
    """The words without «ال», in alphabetical order."""
    return " ".join(sorted(word.removeprefix("ال") or word for word in folded.split()))


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; neither order, nor «ال», nor a space within («عبدالرحمن») makes a difference."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return 1.0
    matcher = SequenceMatcher(None, _key(one), _key(other))
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
