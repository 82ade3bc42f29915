"""The copy check of what files bring: counted, and repaired in bulk where somebody asks for it."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.functional import Promise

from articles.desk.article import draft
from articles.desk.copy_check.drafts import changes as changes_between
from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Finding, Repair, Severity
from articles.press.copy.house import House
from articles.press.copy.repairing import repaired
from articles.press.html.sanitise import canonical


@dataclass(frozen=True, slots=True)
class Counted:
    """What the rules say of one language of a report: `safe` of it would repair itself, and `repaired` was.

    `kinds`: rule and sentence of each kind of error or warning, with their number, errors first.
    """

    errors: int
    warnings: int
    safe: int
    kinds: tuple[tuple[str, str | Promise, int], ...] = ()
    repaired: int = 0


def counted(document: Document, language: str, house: House) -> Counted:
    """Raises TooLarge."""
    found = [one for one in check(document, language, house) if one.severity is not Severity.INFO]
    found.sort(key=lambda finding: (finding.severity is Severity.WARNING, finding.rule))
    kinds = Counter((finding.rule, finding.severity) for finding in found)
    first: dict[str, Finding] = {}
    for finding in found:
        first.setdefault(finding.rule, finding)
    return Counted(
        errors=sum(finding.severity is Severity.ERROR for finding in found),
        warnings=sum(finding.severity is Severity.WARNING for finding in found),
        safe=sum(finding.repair is Repair.SAFE for finding in found),
        kinds=tuple((rule, first[rule].message, n) for (rule, _severity), n in kinds.items()),
    )


def brought(changes: draft.Draft, language: str) -> Document:
    """What a file sets of one language. What it does not set is not missing yet. Raises TooLarge."""
    return Document(
        title=changes.get(f"title_{language}") or "",
        standfirst=changes.get(f"standfirst_{language}") or None,
        body=canonical(changes.get(f"body_{language}") or ""),
    )


def settled(changes: draft.Draft, language: str, house: House, *, repair: bool) -> tuple[draft.Draft, Counted]:
    """The changes that a file makes, repaired where that is asked for, and what the rules say of them then."""
    before = brought(changes, language)
    said = counted(before, language, house)
    if not repair or not said.safe:
        return changes, said
    after = repaired(before, language, house)
    left = counted(after, language, house)
    written = {key: value for key, value in changes_between(before, after, language).items() if key in changes}
    return changes | written, replace(left, repaired=said.safe - left.safe)
