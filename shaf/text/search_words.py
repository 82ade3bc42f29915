"""What search compares: the words of a text, their light stems, and what a typed query asks for.

One normaliser for index and query, so that whatever is printed is found as it is typed. What it does, in order:

- NFKC (presentation forms, ligatures); invisible characters and bidi marks go;
- «كـ», «و» and their like before a tatweel are a word of their own; a word ends at ٌ or ٍ («ضربةٍمشتركةٍ» is two);
- Latin accents go (communiqué = communique);
- «عبدالحميد» is «عبد الحميد»;
- marks and tatweel go, alef, yeh and teh marbuta forms are united, digits are 0-9, case is folded, and a word is a run
  of letters and digits, as `arabic.fold` has it;
- every other hamza is one letter whatever it sits on (مسؤول = مسئول, موانئ = موانىء) and stays: «ماء» is not «ما»;
- «على» and «إلى», spelt with ى, stay apart from «علي» and «آلي».

What is stored and printed is never touched: this makes copies to compare by. Pure; no database.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from shaf.text import arabic
from shaf.text.broken_plurals import PLURALS

# Counts up with every change of the words, stems or expansions below, and of the terms that an index has of them
# (articles/press/derived/search.py): rows made by an older version are made anew.
VERSION = 4

CLITIC = re.compile(r"(?<![^\W_])([وفبلك])\u0640+(?=[\W_]*[^\W_])")
SERVANT = re.compile(r"(?<![^\W_])عبد(?=ال[^\W_]{2})")
WORD = re.compile(r"[^\W_]+")
TANWEEN = re.compile(r"(?<=[\u064c\u064d])(?=[^\W\d_])")
LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
COMBINING = re.compile("[\u0300-\u036f]")
# PostgreSQL takes no lexeme beyond 2 kB, and no word is that long.
LONGEST_WORD = 60

# «موانىء» is «موانئ».
SEATED_TWICE = re.compile("(?<=ا[^\\W\\d_])يء$")
PARTICLES = {
    joined + said: joined + kept
    for joined in ("", "و", "ف")
    for said, kept in (("على", "على"), ("إلى", "الى"), ("الى", "الى"))
}

PREFIXES = ("وبال", "وكال", "فبال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال")
SUFFIXES = (
    *("يات", "يين", "يون", "تها", "تهم", "تين", "تان"),
    *("ته", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "يا", "ه", "ي", "ا"),
)
SHORTEST_STEM = 3
# «الحل» is «حل»; behind longer prefixes two letters are too few to tell («والدة»).
SHORTEST_BEHIND = {"ال": 2, "لل": 2}
# How much of a word must be left when what may be a joined و, ف, ب, ل or ك is taken from it.
SHORTEST_REST = {"و": 3, "ف": 4, "ك": 4, "ب": 3, "ل": 3}
# How a word begins that means another thing than what is left of it without its ending → its stem: دولي is not of دولة,
# عملية not of عمل, تجارة not of تجار, بيانات not of بيان.
KEPT = {
    "دولي": "دولي",
    "عملي": "عملي",
    "محلي": "محلي",
    "مدني": "مدني",
    "بيانات": "بيانات",
    "تجاره": "تجاره",
    "تجارت": "تجاره",
    "تجاري": "تجاره",
    "امراه": "امراه",
    "امرات": "امراه",
}
LONGEST_ENDING = 4

SPELLINGS = (
    (re.compile("(?<=[a-z]{3})([bt])re$"), r"\1er"),
    (re.compile("(?<=[a-z]{3})our$"), "or"),
    (re.compile("(?<=[a-z]{3})is(e|ed|ing|ation)$"), r"iz\1"),
    (re.compile("^(def|off)ence$"), r"\1ense"),
    (re.compile("^programme$"), "program"),
)

MOST_WORDS = 12
LONGEST_QUERY = 200
QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
# Words that say nothing by themselves: nobody is searching for them, and they stand in every report.
_SMALL = """
    و ف ب ل ك في من على الى عن مع او ما لا لم لن كل ان قد هل ثم بل لو اذا حتي منذ بين عند كما حيث لكن هذا هذه ذلك
    تلك التي الذي الذين هو هي هم وفي ومن وعلى والى وعن ومع وما ولا ولم ولن وكل وان وقد فيما مما عما بما لما كلما له
    لها لهم به بها بهم فيه فيها منه منها عنه عنها عليه عليها عليهم
    a an and are as at be but by for from has have in is its not of on or that the their they this to was were with
"""
SMALL = frozenset(_SMALL.split())
TYPED_FOR = {"علي": "على", "الي": "الى"}
# What no other word may be cut down to: these, the name they look like, and what is left of «آلية» and «آليات».
UNCUT = SMALL | {"علي", "الي", "يه", "يات"}


def words(text: str) -> list[str]:
    """The words as they are compared, in the order of the text."""
    text = arabic.INVISIBLE.sub("", arabic.normalised("NFKC", text))
    text = TANWEEN.sub(" ", CLITIC.sub(r"\1 ", text))
    text = COMBINING.sub("", LATIN.sub(lambda letter: unicodedata.normalize("NFD", letter[0]), text))
    text = arabic.MARKS.sub("", text).replace(arabic.TATWEEL, "").casefold()
    united = " ".join(map(_united, WORD.findall(text)))
    return [word[:LONGEST_WORD] for word in SERVANT.sub("عبد ", united).split()]


def _united(word: str) -> str:
    return PARTICLES.get(word) or SEATED_TWICE.sub("ء", arabic.ascii_digits(word.translate(arabic.LETTERS)))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The light stem of a word that `words` gave: without article and common endings; of a broken plural the singular;
    of an English word without its plural s, as Americans spell it.
    """
    if word in SMALL:
        return word
    if word.isascii():
        return _american(_singular(word))
    light = _light(word)
    return SINGULARS.get(light, light)


def _light(word: str) -> str:
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= SHORTEST_BEHIND.get(prefix, SHORTEST_STEM) and rest not in UNCUT:
            word = rest
            break
    for begun, kept in KEPT.items():
        if word.startswith(begun) and len(word) - len(begun) <= LONGEST_ENDING:
            return kept
    for _time in range(2):
        for suffix in SUFFIXES:
            if word.endswith(suffix) and _may_be_cut(word[: -len(suffix)], suffix):
                word = word[: -len(suffix)]
                break
    return word


def _may_be_cut(rest: str, suffix: str) -> bool:
    """The ي of «ولاية» and «ولايات» is of the word itself."""
    return len(rest) >= SHORTEST_STEM and rest not in UNCUT and not (rest[-1] == "ا" and suffix[0] == "ي")


SINGULARS = {
    _light(word): _light("".join(words(singular))) for singular, plurals in PLURALS.items() for word in words(plurals)
}


def _singular(word: str) -> str:
    """Harman's S-stemmer (How effective is suffixing?, 1991)."""
    if len(word) <= SHORTEST_STEM:
        return word
    if word.endswith("ies") and word[-4:-3] not in ("e", "a"):
        return word[:-3] + "y"
    if word.endswith("es") and word[-3:-2] not in ("a", "e", "o"):
        return word[:-1]
    if word.endswith("s") and word[-2:-1] not in ("u", "s"):
        return word[:-1]
    return word


def _american(word: str) -> str:
    """centre → center, labour → labor, organisation → organization: what differs by no more than this is one word."""
    for written, by in SPELLINGS:
        word = written.sub(by, word)
    return word


@lru_cache(maxsize=100_000)
def expansions(word: str) -> tuple[str, ...]:
    """More stems under which an indexed word is found: without و or ف, ب, ل or ك; «لاستغلال» under «استغلال»."""
    found = dict.fromkeys(stem(rest) for rest in _rests(word) if rest not in SMALL)
    found.pop(stem(word), None)
    return tuple(found)


def _rests(word: str) -> list[str]:
    rests = [word[1:]] if word[:1] in ("و", "ف") and len(word) > SHORTEST_REST[word[0]] else []
    for begun in (word, *rests):
        if begun[:1] in ("ب", "ل", "ك") and len(begun) > SHORTEST_REST[begun[0]]:
            rests.append(begun[1:])
    return rests


def stems_of(text: str) -> str:
    """The stems under which a text is found, with a space around each."""
    return " " + " ".join(found for word in words(text) for found in (stem(word), *expansions(word))) + " "


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are to stand side by side: one typed word, or a quoted phrase, which is found as it is alone.

    `joined`: a و before it may be no part of the word («لبنان والأردن»). `among`: it stands among other words, where
    «علي» may be how «على» was typed.
    """

    words: tuple[str, ...]
    quoted: bool = False
    joined: bool = False
    among: bool = False

    @property
    def stems(self) -> list[tuple[str, ...]]:
        """The sequences of stems, any of which will do."""
        first, *others = self.words
        ways = [first, first[1:]] if self.joined else [first]
        if self.among and first in TYPED_FOR:
            ways.append(TYPED_FOR[first])
        return list(dict.fromkeys((stem(way), *map(stem, others)) for way in ways))


@dataclass(frozen=True, slots=True)
class Query:
    """Every term must be found. `cut`: more was typed than is searched for. `small`: nothing but small words
    was typed."""

    terms: tuple[Term, ...]
    cut: bool = False
    small: bool = False


def parse(typed: str) -> Query:
    """What a person asks for: "quoted phrases" exactly, every other word in any of its forms. Any text will do."""
    cut = len(typed) > LONGEST_QUERY
    typed = typed[:LONGEST_QUERY]
    terms = []
    place = 0
    for quoted in QUOTED.finditer(typed):
        terms += _loose(typed[place : quoted.start()])
        if phrase := words(quoted[1]):
            terms.append(Term(tuple(phrase), quoted=True))
        place = quoted.end()
    terms += _loose(typed[place:])
    terms = list(dict.fromkeys(terms))
    typed_any = bool(terms)
    terms = [term for term in terms if term.quoted or not SMALL.issuperset(term.words)]
    if len(terms) > 1:
        terms = [replace(term, among=True) if term.words[0] in TYPED_FOR else term for term in terms]
    kept: list[Term] = []
    room = MOST_WORDS
    for term in terms:
        if len(term.words) > room:
            cut = True
            if room:
                kept.append(replace(term, words=term.words[:room]))
            break
        kept.append(term)
        room -= len(term.words)
    return Query(tuple(kept), cut, small=typed_any and not terms)


def _loose(typed: str) -> list[Term]:
    """A term for each typed word; «18/06/2026» and «al-Amin» are one of several, «كـأنصار» is «أنصار»."""
    terms: list[Term] = []
    for chunk in typed.split():
        found = words(chunk)
        if len(found) > 1 and found[0] in ("و", "ف", "ب", "ل", "ك"):
            found = found[1:]
        if found:
            joined = bool(terms) and found[0][0] == "و" and len(found[0]) > SHORTEST_REST["و"]
            terms.append(Term(tuple(found), joined=joined))
    return terms
