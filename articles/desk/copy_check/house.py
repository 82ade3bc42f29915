"""The house of a branch, as the rules of copy want it: what it has decided, and the names that nobody corrects."""

from articles.models import CopyName, CopyRule, CopyTerm
from articles.press.copy.findings import Severity
from articles.press.copy.house import House, Term
from authors.models import Author, Branch, Series, Source
from shaf.text.hunspell import speller

OFF = CopyRule.Holds.OFF


def house_of(branch: int | None, *, spelt_in: str = "") -> House:
    """The house of a branch with this id; None has only the names of the register.

    `spelt_in`: the language in which words are looked up in the system's dictionary, where there is one; '' for none.
    """
    held = dict(CopyRule.objects.filter(branch=branch).values_list("rule", "holds"))
    own = CopyTerm.objects.filter(branch=branch).values_list("written", "preferred", "reason", "forbidden")
    return House(
        terms=tuple(Term(*term) for term in own),
        names=_of_the_register() | set(CopyName.objects.filter(branch=branch).values_list("name", flat=True)),
        off=frozenset(rule for rule, holds in held.items() if holds == OFF),
        on=frozenset(rule for rule, holds in held.items() if holds != OFF),
        severities={rule: Severity(holds) for rule, holds in held.items() if holds != OFF},
        unknown=speller(spelt_in) if spelt_in else None,
    )


def _of_the_register() -> frozenset[str]:
    """Names in both languages. Topics are words like others."""
    registers = (Author, Branch, Series, Source)
    pairs = [pair for entries in registers for pair in entries.objects.values_list("name_ar", "name_en")]
    return frozenset(name for pair in pairs for name in pair if name)
