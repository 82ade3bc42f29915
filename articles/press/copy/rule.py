"""What a rule of copy is: a small object with its reason, its source and its own examples."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity

ARABIC, ENGLISH, BOTH = frozenset({"ar"}), frozenset({"en"}), frozenset({"ar", "en"})
HOUSE_STYLE = _("house style")
InBlock = Callable[[Block, Facts], Iterable[Found]]
InDocument = Callable[[Sequence[Block], Facts], Iterable[tuple[Block, Found]]]
# What takes the place of what a pattern found: a template of `re`, or a function; None for nothing to suggest.
Replacement = str | Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, which looks at one block (`find`) or at the whole document (`survey`).

    `message` says in one sentence what is wrong and why; `source` whose rule it is. `must` are texts in which it
    speaks and `must_not` those in which it does not; one that begins with `<` is HTML. `of_words`: it judges words, so
    it is silent within names and within whole phrases in quotation marks. `is_on`: whether a house must switch it on.
    """

    id: str
    severity: Severity
    repair: Repair
    message: str | Promise
    source: str | Promise
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    find: InBlock | None = None
    survey: InDocument | None = None
    languages: frozenset[str] = ARABIC
    of_words: bool = False
    is_on: bool = True


def spotted(
    pattern: str,
    *replacements: Replacement,
    part: int | str = 0,
    needs: Sequence[str] = (),
    message: str | Promise | None = None,
) -> InBlock:
    """A search for a pattern in the block's text. `part`: the group that is the place, if not the whole. `message`:
    what to say, if not the rule's own.

    Where all replacements are functions and each gives None, nothing was found. `needs`: without one of these in the
    text, which stands there bare of marks, there is nothing to search for.
    """
    compiled = re.compile(pattern)

    def find(block: Block, _facts: Facts) -> Iterator[Found]:
        if needs and not any(sign in block.bare for sign in needs):
            return
        for found in compiled.finditer(block.text):
            suggestions = [by(found) if callable(by) else found.expand(by) for by in replacements]
            kept = tuple(suggestion for suggestion in suggestions if suggestion is not None)
            if kept or not replacements:
                yield Found(found.start(part), found.end(part), kept, message=message)

    return find


def of_kinds(kinds: Iterable[str], find: InBlock) -> InBlock:
    """The search kept to blocks of these kinds."""
    kept = frozenset(kinds)
    return lambda block, facts: find(block, facts) if block.kind in kept else ()


def together(*finds: InBlock) -> InBlock:
    """Several searches as one."""
    return lambda block, facts: [found for find in finds for found in find(block, facts)]


def of_languages(languages: str, find: InBlock) -> InBlock:
    """The search kept to blocks of these languages."""
    kept = frozenset(languages.split())
    return lambda block, facts: find(block, facts) if block.language in kept else ()
