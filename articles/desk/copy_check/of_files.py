"""The copy check of what files bring: counted, and repaired in bulk where somebody asks for it."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise

from articles.desk.article import draft
from articles.desk.copy_check.drafts import changes as changes_between
from articles.desk.copy_check.quoting import quoted
from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Finding, Repair, Severity
from articles.press.copy.house import House
from articles.press.copy.repairing import repaired
from articles.press.html.sanitise import canonical

# Places that are named of each kind.
MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What one rule says, at `n` places; the first of them are `places`."""

    rule: str
    message: str | Promise
    n: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the rules say of one language of a report: `safe` of it would repair itself, and `repaired` was.

    `kinds` of errors and warnings, errors first.
    """

    errors: int
    warnings: int
    safe: int
    kinds: tuple[Kind, ...] = ()
    repaired: int = 0


def counted(document: Document, language: str, house: House) -> Counted:
    """Raises TooLarge."""
    found = [one for one in check(document, language, house) if one.severity is not Severity.INFO]
    by_kind: dict[tuple[bool, str], list[Finding]] = {}
    for finding in found:
        by_kind.setdefault((finding.severity is Severity.WARNING, finding.rule), []).append(finding)
    return Counted(
        errors=sum(finding.severity is Severity.ERROR for finding in found),
        warnings=sum(finding.severity is Severity.WARNING for finding in found),
        safe=sum(finding.repair is Repair.SAFE for finding in found),
        kinds=tuple(_kind(alike) for _grave, alike in sorted(by_kind.items(), key=lambda kind: kind[0])),
    )


def _kind(alike: list[Finding]) -> Kind:
    places = [quoted(finding) for finding in alike if finding.excerpt]
    return Kind(alike[0].rule, alike[0].message, len(alike), tuple(places[:MOST_QUOTED]))


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
