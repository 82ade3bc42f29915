"""How well the rules tell wrong sentences from right ones that look wrong."""

import pytest

from articles.press.copy.checking import check
from articles.press.copy.house import House
from articles.press.copy.rules import RULES
from tests.press.copy_check.sentences import HOUSE, scored, sentences, table

pytestmark = [pytest.mark.outer, pytest.mark.one_database]


def test_what_is_found_is_wrong_and_what_is_wrong_is_found():
    assert (
        sum(not sentence.expected for sentence in sentences()) > 100 < sum(map(bool, (s.expected for s in sentences())))
    )
    scores = scored()
    safe, rest = scores.of(safe=True), scores.of(safe=False)
    print("\n".join([*table(scores), *scores.slips]))  # noqa: T201 -- shown where it fails
    assert safe.precision >= 0.97 <= safe.recall
    assert rest.precision >= 0.9 <= rest.recall


def test_it_is_the_rules_that_find():
    """The control: without rules nothing is found; without what a house leaves alone, more."""
    found = {
        name: sum(len(check(sentence.document, sentence.language, house)) for sentence in sentences())
        for name, house in (("none", House(off=frozenset(RULES))), ("bare", House(terms=HOUSE.terms)), ("house", HOUSE))
    }
    assert found["none"] == 0 < found["house"] < found["bare"]
