"""What was left as it is: found again in a text that has changed elsewhere.

A finding is known by its rule, its field, the words that it is about and the two on either side of them, bare of marks
and punctuation. The same words in the same surroundings are the same place, however often they stand in the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import translation

from articles.models import Article, LeftFinding
from articles.press.copy.findings import Finding, Severity
from articles.press.copy.house import bare_words
from articles.press.copy.repairing import Spared

BESIDE = 2
# Of a passage, a whole sentence perhaps.
EXCERPT = 1_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a finding is found again by."""

    rule: str
    field: str
    excerpt: str
    before: str
    after: str

    @classmethod
    def of(cls, finding: Finding) -> "Anchor":
        """What concerns a whole field has no words of its own; what is said of it stands for them."""
        excerpt = finding.excerpt or _said(finding)
        before = " ".join(bare_words(finding.before)[-BESIDE:])
        after = " ".join(bare_words(finding.after)[:BESIDE])
        return cls(finding.rule, finding.place.field, excerpt[:EXCERPT], before, after)

    @classmethod
    def of_row(cls, row: LeftFinding) -> "Anchor":
        return cls(row.rule, row.field, row.excerpt, row.before, row.after)


def _said(finding: Finding) -> str:
    with translation.override("en"):
        return str(finding.message)


@dataclass(frozen=True, slots=True)
class Left:
    """A row, with the finding that it is about."""

    row: LeftFinding
    finding: Finding


@dataclass(frozen=True, slots=True)
class Parted:
    """`open` findings, and those that were `left`, both in the order of the text."""

    open: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.open if finding.severity is Severity.ERROR]

    @property
    def warnings(self) -> int:
        return self.count(Severity.WARNING)

    def count(self, severity: Severity) -> int:
        """How many open ones are of this severity."""
        return sum(finding.severity is severity for finding in self.open)


def parted(findings: Iterable[Finding], rows: Sequence[LeftFinding]) -> Parted:
    """The findings of a text apart: what is open, and what was left; of each row the first finding that is its own."""
    known = {Anchor.of_row(row): row for row in rows}
    found = Parted()
    told: set[int] = set()
    for finding in findings:
        row = known.get(Anchor.of(finding)) if known else None
        if row is None:
            found.open.append(finding)
        elif row.pk not in told:
            told.add(row.pk)
            found.left.append(Left(row, finding))
    return found


def spared_by(rows: Sequence[LeftFinding]) -> Spared | None:
    """What a repair of all passes over."""
    known = {Anchor.of_row(row) for row in rows}
    return (lambda finding: Anchor.of(finding) in known) if known else None


def rows_of(article: Article, language: str) -> list[LeftFinding]:
    return list(LeftFinding.objects.filter(article=article, language=language).select_related("by"))
