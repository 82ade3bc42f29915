"""A text in, findings out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from articles.press.copy.block import Block
from articles.press.copy.document import Blocks, Document
from articles.press.copy.editing import missing
from articles.press.copy.facts import Facts, gathered, of_one
from articles.press.copy.findings import Edit, Finding, Found, Place, Repair
from articles.press.copy.house import House
from articles.press.copy.rule import Rule
from articles.press.copy.rules import FAMILY_OF, RULES, of_house

# How much of the text around a place is said with it, in characters; whole words of it.
AROUND = 40


def check(document: Document, language: str, house: House | None = None) -> list[Finding]:
    """All that the rules say of a document, in the order of its text. `language`: ar or en. Raises TooLarge."""
    house = house or House()
    read = [block for block in Blocks(document, language).all if block.is_read or not block.raw.strip()]
    facts = gathered(read, house)
    rules = list(of_house(language, house))
    found = [finding for block in read for finding in _of_block(block, rules, facts)]
    for rule in rules:
        if rule.survey:
            for block, one in rule.survey(read, facts):
                if not (rule.of_words and _is_spared(one, block, house)):
                    found.append(finding_of(rule, block, one, house))
    order = {(block.field, block.number): place for place, block in enumerate(read)}
    found.sort(key=lambda finding: (order[finding.place.field, finding.place.block], finding.place.offset))
    if any(rule.id == "ED01" for rule in rules):
        found += _missing(document, house)
    return found


def check_block(block: Block, language: str, house: House | None = None, facts: Facts | None = None) -> list[Finding]:
    """What the rules say of one block alone, for what is being typed.

    What can be judged only with the rest of the text is left out, unless `facts` (`facts.gathered`) tell of it.
    """
    house = house or House()
    if not block.is_read:
        return []
    found = list(_of_block(block, list(of_house(language, house)), facts or of_one(block, house)))
    return sorted(found, key=lambda finding: finding.place.offset)


def found_in(rule: Rule, block: Block, facts: Facts) -> Iterator[Found]:
    """What one rule says of a block, but of what it must leave alone."""
    if rule.find:
        for found in rule.find(block, facts):
            if not (rule.of_words and _is_spared(found, block, facts.house)):
                yield found


def _is_spared(found: Found, block: Block, house: House) -> bool:
    """Whether it meets a name, or a whole phrase in quotation marks: their words are not the writer's."""
    return _meets(found, block.quotations) or _meets(found, house.names_in(block))


def _meets(found: Found, places: Sequence[tuple[int, int]]) -> bool:
    """`places` follow one another."""
    after = bisect_left(places, (found.end, 0))
    return after > 0 and found.start < places[after - 1][1]


def edits_of(found: Found) -> tuple[Edit, ...]:
    """What makes the first suggestion, in the block."""
    if found.edits or not found.suggestions:
        return found.edits
    return (Edit(found.start, found.end, found.suggestions[0]),)


def repair_of(rule: Rule, found: Found) -> Repair:
    return found.repair or rule.repair


def _of_block(block: Block, rules: Iterable[Rule], facts: Facts) -> Iterator[Finding]:
    for rule in rules:
        for found in found_in(rule, block, facts):
            yield finding_of(rule, block, found, facts.house)


def finding_of(rule: Rule, block: Block, found: Found, house: House) -> Finding:
    raw, start, end = block.raw, found.start, found.end
    return Finding(
        rule=rule.id,
        family=FAMILY_OF[rule.id],
        severity=house.severities.get(rule.id) or found.severity or rule.severity,
        repair=repair_of(rule, found),
        place=Place(block.field, block.number, start, end - start),
        message=rule.message if found.message is None else found.message,
        source=rule.source,
        excerpt=raw[start:end],
        before=raw[:start] if start <= AROUND else raw[start - AROUND : start].partition(" ")[2],
        after=raw[end:] if len(raw) - end <= AROUND else raw[end : end + AROUND].rpartition(" ")[0],
        suggestions=found.suggestions,
        edits=edits_of(found),
    )


def _missing(document: Document, house: House) -> Iterator[Finding]:
    rule = RULES["ED01"]
    severity = house.severities.get(rule.id) or rule.severity
    for field, message in missing(document):
        yield Finding(rule.id, "editing", severity, rule.repair, Place(field), message, rule.source)
