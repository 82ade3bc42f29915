"""The table of rules: those of Arabic copy by their families, and the few that English has."""

from collections.abc import Iterator

from articles.press.copy import (
    diacritics,
    editing,
    english,
    numbers,
    orthography,
    punctuation,
    quotes,
    spacing,
    style,
)
from articles.press.copy.house import House
from articles.press.copy.rule import Rule

FAMILIES = {
    "spacing": spacing.RULES,
    "quotes": quotes.RULES,
    "punctuation": punctuation.RULES,
    "diacritics": diacritics.RULES,
    "orthography": orthography.RULES,
    "numbers": numbers.RULES,
    "style": style.RULES,
    "editing": editing.RULES,
    "english": english.RULES,
}
FAMILY_OF = {rule.id: family for family, rules in FAMILIES.items() for rule in rules}
RULES = {rule.id: rule for rules in FAMILIES.values() for rule in rules}
# A repair may make the next one possible: what cannot be seen first, then marks, spaces, quotation marks, the rest.
FIRST = ("OR08", "DI06", "SP02", "SP01", "QU02", "QU01", "SP03", "SP05", "SP06")
REPAIRED_IN_ORDER = (*FIRST, *(rule for rule in RULES if rule not in FIRST))


def of_house(language: str, house: House) -> Iterator[Rule]:
    """The rules that hold in a language in a house."""
    for rule in RULES.values():
        if language in rule.languages and rule.id not in house.off and (rule.is_on or rule.id in house.on):
            yield rule
