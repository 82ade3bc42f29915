"""Repairs: all that is safe at once, or one finding as a person accepts it.

Only the strings of a text are written, never its markup; the body that comes out is in normal form.
"""

from collections.abc import Callable, Sequence

from articles.press.copy.block import Block
from articles.press.copy.checking import edits_of, finding_of, found_in, repair_of
from articles.press.copy.document import Blocks, Document
from articles.press.copy.facts import Facts, gathered
from articles.press.copy.findings import Edit, Finding, Repair
from articles.press.copy.house import House
from articles.press.copy.rule import Rule
from articles.press.copy.rules import REPAIRED_IN_ORDER, RULES, of_house

# One repair may make room for another. Texts of every day need two rounds.
MAX_ROUNDS = 8

# Whether a person has decided that a finding stays.
Spared = Callable[[Finding], bool]


class Moved(ValueError):
    """The text is not the one that was checked: what the finding speaks of does not stand at its place."""


def repaired(document: Document, language: str, house: House | None = None, spared: Spared | None = None) -> Document:
    """The document after every safe repair but of what is spared; repairing it again changes nothing.

    Raises TooLarge.
    """
    house = house or House()
    held = {rule.id for rule in of_house(language, house)}
    rules = [RULES[name] for name in REPAIRED_IN_ORDER if name in held]
    for _round in range(MAX_ROUNDS):
        blocks = Blocks(document, language)
        read = [block for block in blocks.all if block.is_read or not block.raw.strip()]
        facts = gathered(read, house)
        if not [block for block in read if _repair(block, rules, facts, spared)]:
            break
        document = blocks.written()
    return document


def _repair(block: Block, rules: Sequence[Rule], facts: Facts, spared: Spared | None) -> bool:
    """Whether anything of the block has changed."""
    before = block.raw
    for _round in range(MAX_ROUNDS):
        changed = [block.edited(_safe(rule, block, facts, spared)) for rule in rules]
        if not any(changed):
            break
    return block.raw != before


def _safe(rule: Rule, block: Block, facts: Facts, spared: Spared | None) -> list[Edit]:
    found = (found for found in found_in(rule, block, facts) if repair_of(rule, found) is Repair.SAFE)
    kept = (one for one in found if not (spared and spared(finding_of(rule, block, one, facts.house))))
    return [edit for one in kept for edit in edits_of(one)]


def accepted(document: Document, language: str, finding: Finding, suggestion: int = 0) -> Document:
    """The document with one finding repaired by that one of its suggestions.

    Raises Moved where its excerpt does not stand at its place any more; TooLarge.
    """
    blocks = Blocks(document, language)
    place = finding.place
    block = next((b for b in blocks.all if (b.field, b.number) == (place.field, place.block)), None)
    start, end = place.offset, place.offset + place.length
    if block is None or block.raw[start:end] != finding.excerpt:
        raise Moved(finding.rule)
    edits = finding.edits if suggestion == 0 else (Edit(start, end, finding.suggestions[suggestion]),)
    block.edited(edits)
    return blocks.written()


def repaired_text(text: str, language: str, house: House | None = None) -> str:
    """A plain text after every safe repair, a line a block."""
    return repaired(Document(text=text), language, house).text


def repaired_html(html: str, language: str, house: House | None = None) -> str:
    """A body in canonical HTML after every safe repair. Raises TooLarge."""
    return repaired(Document(body=html), language, house).body
