"""Letters, marks and words, as the rules of copy speak of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from shaf.text.arabic import TATWEEL

# For character classes. Tatweel, which stands among them in Unicode, is no letter.
LETTERS = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
MARKS = "\u064b-\u0652\u0670"
VOWELS = "\u064b-\u0650\u0652"
TANWEEN = "\u064b-\u064d"
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
BLANK = " \u00a0\t"
L, M, B, D = f"[{LETTERS}]", f"[{MARKS}]*", f"[{BLANK}]", f"[{DIGITS}]"

WORD = re.compile(rf"[{LETTERS}][{LETTERS}{MARKS}{TATWEEL}]*|[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)*")
DRESS = re.compile(f"[{MARKS}{TATWEEL}]")


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """The word without its marks and tatweel, Latin letters in one case."""
    return DRESS.sub("", word).casefold()


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands: `written` with all it wears, `bare` its letters alone."""

    start: int
    end: int
    written: str
    bare: str

    @classmethod
    def all_of(cls, text: str) -> "Iterator[Word]":
        return (cls(found.start(), found.end(), found[0], bare(found[0])) for found in WORD.finditer(text))

    def behind(self, letters: int) -> int:
        """The place in the text behind so many of the word's letters and the marks on them."""
        place = 0
        for _letter in range(letters):
            place += 1
            while place < len(self.written) and DRESS.match(self.written[place]):
                place += 1
        return self.start + place
