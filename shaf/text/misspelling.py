"""Whether one word may be how another was typed: a distance of edits in which common slips count less than others.

Optimal string alignment (Damerau 1964, restricted: an edit is not edited again). Slips are a doubled letter, two
letters changed about, a long vowel more or less, and a letter that sounds or looks like the right one. Words are
compared as `arabic_search.words` gives them, without the article.
"""

SLIP, EDIT = 1, 2
# What two words may differ by, by the length of the longer one.
SHORT, MIDDLING = 5, 8
MOST = {"short": SLIP, "middling": EDIT, "long": EDIT + SLIP}
ARTICLE = "ال"
# What is left of a shorter word is too little to compare.
SHORTEST = 2
# A word of three Latin letters has too many others beside it.
SHORTEST_LATIN = 4
VOWELS = frozenset("اويءaeiou")
ALIKE = ("ضظد", "ذدزظ", "ثتس", "صس", "طتظ", "قكغ", "حخج", "حه", "عغ", "رز", "aeiouy", "ckq", "csz", "gj", "fv")
ALIKE_AT_THE_END = "ايه"


def mistakes(typed: str, meant: str) -> int | None:
    """How far `typed` is from `meant`; None where it is too far to have been meant."""
    one, other = _bare(typed), _bare(meant)
    if other.isascii() and len(other) < SHORTEST_LATIN:
        return None
    longer = max(len(one), len(other))
    most = MOST["short" if longer <= SHORT else "middling" if longer <= MIDDLING else "long"]
    cost = _distance(one, other)
    return cost if cost <= most else None


def _bare(word: str) -> str:
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + SHORTEST else word


def _distance(one: str, other: str) -> int:
    before: list[int] = []
    row = [0]
    for j in range(len(other)):
        row.append(row[-1] + _one_more(other, j))
    for i, letter in enumerate(one):
        oldest, before, row = before, row, [row[0] + _one_more(one, i)]
        for j, wanted in enumerate(other):
            cost = min(
                before[j + 1] + _one_more(one, i),
                row[j] + _one_more(other, j),
                before[j] + _another(letter, wanted, last=i == len(one) - 1 and j == len(other) - 1),
            )
            if i and j and (one[i - 1], letter) == (wanted, other[j - 1]):
                cost = min(cost, oldest[j - 1] + SLIP)
            row.append(cost)
    return row[-1]


def _one_more(word: str, place: int) -> int:
    """Of a letter that the other word has not. How a word begins is seldom mistaken."""
    doubled = place and word[place] == word[place - 1]
    return SLIP if doubled or (place and word[place] in VOWELS) else EDIT


def _another(letter: str, wanted: str, *, last: bool) -> int:
    if letter == wanted:
        return 0
    groups = (*ALIKE, ALIKE_AT_THE_END) if last else ALIKE
    return SLIP if any(letter in group and wanted in group for group in groups) else EDIT
