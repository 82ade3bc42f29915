"""A person's name divided into given and family name: a proposal, which somebody at the desk confirms.

Arabic names are compounds of several words («عبد الرحمن», «أبو الفضل», «آل سعود», «بن سلمان», «نور الدين»), and a
citation that divides one within names nobody. The family name is taken to be the last compound, and what stands before
it the given name.
"""

from authors.models import Author

# What begins a compound and is never a name alone: with the word after it, or with the compound that begins there.
BEGINNINGS = {
    *("عبد", "أبو", "ابو", "أبي", "ابي", "أبا", "ابا", "بو", "أم", "ام", "ذو", "ذي", "آل", "ال"),
    *("بن", "ابن", "بنت", "ولد", "بني", "أولاد", "اولاد", "سيدي", "مولاي"),
    *("abd", "abdul", "abdel", "abdal", "abu", "abou", "abi", "aboul", "abul", "um", "umm", "om", "al", "el"),
    *("bin", "ben", "ibn", "bint", "bent", "ould", "wuld", "aal", "ait"),
    *("van", "von", "der", "den", "de", "da", "di", "del", "della", "du", "la", "le", "dos", "das", "st", "mac"),
}
# What ends a compound and is never a name alone: with the word before it.
ENDINGS = {
    *("الدين", "الله", "بالله", "لله", "الإسلام", "الاسلام", "الحق", "الزمان", "المولى", "الرب", "الهدى"),
    *("aldin", "eldin", "eddin", "uddin", "addin", "aldeen", "eldeen", "eddine", "allah", "alislam", "elislam"),
    *("alhaq", "elhaq", "alzaman", "jr", "sr", "ii", "iii"),
}
SIGNS = str.maketrans("", "", "-–’'.‘`")


def divided(name: str) -> tuple[str, str]:
    """The given and the family name; both '' where the name is a single compound. `name` is without an honorific."""
    compounds = _compounds(name.split())
    return (" ".join(compounds[:-1]), compounds[-1]) if len(compounds) > 1 else ("", "")


def _compounds(words: list[str]) -> list[str]:
    found: list[str] = []
    begun: list[str] = []
    for word in words:
        begun.append(word)
        if _key(word) in BEGINNINGS:
            continue
        _add(found, begun)
        begun = []
    # What begins a compound and has nothing behind it is a name after all: «أحمد بن».
    if begun:
        _add(found, begun)
    return found


def _add(found: list[str], words: list[str]) -> None:
    compound = " ".join(words)
    if found and _key(compound) in ENDINGS:
        found[-1] = f"{found[-1]} {compound}"
    else:
        found.append(compound)


def _key(text: str) -> str:
    return text.lower().replace(" ", "").translate(SIGNS)


def propose(author: Author) -> None:
    """Fill in given and family name in each language that has the name and neither of them; nothing is stored."""
    for language in ("ar", "en"):
        if author.name_in(language) and not any(parts_in(author, language)):
            given, family = divided(author.name_in(language))
            setattr(author, f"given_name_{language}", given[:100])
            setattr(author, f"family_name_{language}", family[:100])


def parts_in(author: Author, language: str) -> tuple[str, str]:
    """Given and family name as they stand in the register."""
    given, family = (getattr(author, f"{part}_name_{language}") or "" for part in ("given", "family"))
    return given, family
