"""The sentences, and how well the rules tell the wrong from the right: by rule, precision and recall.

DJANGO_SETTINGS_MODULE=tests.settings python -m tests.press.copy_check.sentences
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Repair
from articles.press.copy.house import House, Term

HERE = Path(__file__).parent
UNSEEN = {
    "{nbsp}": "\u00a0",
    "{zwsp}": "\u200b",
    "{shy}": "\u00ad",
    "{bom}": "\ufeff",
    "{zwnj}": "\u200c",
    "{rlm}": "\u200f",
}
HOUSE = House(
    terms=(
        Term("داعش", "تنظيم الدولة", "اسم التنظيم كما يعتمده المركز"),
        Term("الكيان الصهيوني", "إسرائيل", "اسم الدولة كما يعتمده المركز"),
    ),
    names=frozenset({"مركز الاستراتيجيا", "معرض إستخدام الدولي", "قناة التواجد"}),
)


@dataclass(frozen=True)
class Sentence:
    language: str
    expected: Counter[str]
    text: str

    @property
    def document(self) -> Document:
        return example(self.text)


def example(text: str) -> Document:
    """An example as a document: HTML as it is, a text as one paragraph."""
    for name, sign in UNSEEN.items():
        text = text.replace(name, sign)
    return Document(body=text if text.startswith("<") else f"<p>{escape(text, quote=False)}</p>")


def sentences() -> Iterator[Sentence]:
    for language in ("ar", "en"):
        for line in (HERE / f"sentences.{language}.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                rules, _bar, text = line.partition(" | ")
                yield Sentence(language, Counter(rules.replace("-", "").split()), text)


@dataclass
class Score:
    """Of one rule: findings that were expected, that were not, and what was expected and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Scores:
    """By rule, apart for what repairs itself and for the rest; `slips` are sentences with what went wrong."""

    by_rule: dict[tuple[str, bool], Score] = field(default_factory=dict)
    slips: list[str] = field(default_factory=list)

    def of(self, *, safe: bool) -> Score:
        whole = Score()
        for (_rule, is_safe), score in self.by_rule.items():
            if is_safe is safe:
                whole.right += score.right
                whole.wrong += score.wrong
                whole.missed += score.missed
        return whole


def scored() -> Scores:
    scores = Scores()
    for sentence in sentences():
        findings = check(sentence.document, sentence.language, HOUSE)
        safe = {finding.rule: finding.repair is Repair.SAFE for finding in findings}
        found = Counter(finding.rule for finding in findings)
        for rule in sorted(found | sentence.expected):
            score = scores.by_rule.setdefault((rule, safe.get(rule, False)), Score())
            score.right += min(found[rule], sentence.expected[rule])
            score.wrong += max(0, found[rule] - sentence.expected[rule])
            score.missed += max(0, sentence.expected[rule] - found[rule])
        if found != sentence.expected:
            extra, missed = dict(found - sentence.expected), dict(sentence.expected - found)
            scores.slips.append(f"{sentence.text}\n    not expected: {extra}; not found: {missed}")
    return scores


def table(scores: Scores) -> Iterator[str]:
    yield f"{'rule':6}{'repair':9}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>10}{'recall':>8}"
    rows = [(rule, "safe" if safe else "rest", score) for (rule, safe), score in sorted(scores.by_rule.items())]
    for rule, repair, score in [*rows, ("all", "safe", scores.of(safe=True)), ("all", "rest", scores.of(safe=False))]:
        yield (
            f"{rule:6}{repair:9}{score.right:6}{score.wrong:6}{score.missed:7}{score.precision:10.3f}{score.recall:8.3f}"
        )


if __name__ == "__main__":
    result = scored()
    print("\n".join([*table(result), "", *result.slips]))  # noqa: T201
