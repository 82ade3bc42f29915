"""A draft as the copy check reads it, and what a repair changes of it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zlib import crc32

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.article import draft
from articles.desk.article.to_manuscript import manuscript
from articles.desk.copy_check.left import Anchor, Left, parted
from articles.models import Article, LeftFinding
from articles.press.copy.checking import check
from articles.press.copy.document import Blocks, Document
from articles.press.copy.findings import Finding, Repair, Severity
from articles.press.copy.house import House
from articles.press.copy.repairing import accepted

FIELDS: dict[str, str | Promise] = {
    "title": _("title"),
    "standfirst": _("standfirst"),
    "key_points": _("key points"),
    "body": _("body"),
    "cover_caption": _("caption of the cover"),
    "correction_note": _("correction note"),
    "references": _("references"),
}
KINDS: dict[str, str | Promise] = {
    "heading": _("heading"),
    "paragraph": _("paragraph"),
    "item": _("list item"),
    "cell": _("table cell"),
    "caption": _("caption"),
    "note": _("footnote"),
}
SEVERITIES = {
    Severity.ERROR: pgettext_lazy("copy check", "errors"),
    Severity.WARNING: pgettext_lazy("copy check", "warnings"),
    Severity.INFO: pgettext_lazy("copy check", "hints"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the page shows it: `choices` are its suggestions, each with what names it in the form, '' where it
    cannot be accepted here; `key` names it there. `alike`: how many open findings its rule has. `name`: `name_in` it.
    """

    finding: Finding
    choices: list[tuple[str, str]]
    key: str
    alike: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the text with what was found in it. `opening`: its first words; '' for what concerns a whole field.
    `anchor` names it on the page.
    """

    anchor: str
    where: str | Promise
    number: int | None
    opening: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is open, by passage in the order of the text, and what was left; how much of it repairs itself, and how many
    of each kind.
    """

    passages: list[Passage]
    counts: dict[Severity, int]
    safe: int
    left: list[Left]


OPENING = 90
# The rule that says what the system's dictionary lacks.
DICTIONARY = "OR07"
# The rules that a name may break, and the words that one has at most.
OF_SPELLING, NAME_WORDS = frozenset({"OR02", "OR03", "OR05", "OR06", DICTIONARY, "ST05"}), 5
# The fields that a repair may write.
WRITTEN = ("title", "standfirst", "key_points", "body", "correction_note")


def document_of(article: Article, language: str) -> Document:
    return Document.of(manuscript(article, language))


def checked(document: Document, language: str, house: House, rows: Sequence[LeftFinding] = ()) -> Checked:
    """The findings of a draft; `rows` are what was left of it. Raises TooLarge, which no stored draft is."""
    found = parted(_without_echoes(check(document, language, house)), rows)
    findings = found.open
    alike = Counter(finding.rule for finding in findings)
    blocks = {(block.field, block.number): block for block in Blocks(document, language).all}
    passages: dict[tuple[str, int, bool], Passage] = {}
    for finding in findings:
        place = finding.place
        block = blocks.get((place.field, place.block)) if place.length else None
        key = place.field, place.block, block is not None
        if key not in passages:
            in_body = block is not None and block.field == "body"
            passages[key] = Passage(
                anchor=f"{place.field}-{place.block}" if block else place.field,
                where=KINDS.get(block.kind, FIELDS["body"]) if block and in_body else FIELDS[place.field],
                number=place.block + 1 if in_body else None,
                opening=_opening(block.raw) if block else "",
                entries=[],
            )
        passages[key].entries.append(_entry(finding, alike[finding.rule]))
    counts = {severity: found.count(severity) for severity in Severity}
    repairable = [f for f in findings if f.repair is Repair.SAFE and f.place.field in WRITTEN]
    return Checked(list(passages.values()), counts, len(repairable), found.left)


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Where a rule speaks of a word already, that the dictionary lacks it is no news."""
    told = {finding.place for finding in findings if finding.rule != DICTIONARY}
    return [finding for finding in findings if finding.rule != DICTIONARY or finding.place not in told]


def _entry(finding: Finding, alike: int) -> Entry:
    named = finding.place.field in WRITTEN
    choices = [(f"{key_of(finding)}:{n}" if named else "", text) for n, text in enumerate(finding.suggestions)]
    return Entry(finding, choices, key_of(finding), alike, name_in(finding))


def name_in(finding: Finding) -> str:
    """What the branch's dictionary could learn of a finding; '' where it can be no name."""
    words = finding.excerpt.split()
    return " ".join(words) if finding.rule in OF_SPELLING and len(words) <= NAME_WORDS else ""


def _opening(text: str) -> str:
    words = " ".join(text.replace("\ufffc", " ").split())
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] + "…"


def key_of(finding: Finding) -> str:
    """What names a finding in the form of the page, as long as the text is the same.

    Of one field several things may be said that have no place in it.
    """
    place = finding.place
    length = place.length or crc32(Anchor.of(finding).excerpt.encode())
    return f"{finding.rule}.{place.field}.{place.block}.{place.offset}.{length}"


def with_suggestion(document: Document, language: str, house: House, chosen: str) -> Document | None:
    """The document with one finding repaired as a person chose: `key_of` the finding, a colon, and which suggestion.

    None where there is no such finding or suggestion.
    """
    key, _colon, number = chosen.rpartition(":")
    for finding in check(document, language, house):
        if key_of(finding) == key and number in map(str, range(len(finding.suggestions))):
            return accepted(document, language, finding, int(number))
    return None


def found_by(document: Document, language: str, house: House, keys: Collection[str]) -> list[Finding]:
    """The findings that the form of the page named (`key_of`), of this very text."""
    return [finding for finding in check(document, language, house) if key_of(finding) in keys]


def changes(before: Document, after: Document, language: str) -> draft.Draft:
    """The fields of the draft in which two documents differ, as `workflow.write` takes them.

    The cover's caption is the library's: its repair is made there.
    """
    differing: draft.Draft = {}
    for name in WRITTEN:
        was, now = _text(getattr(before, name)), _text(getattr(after, name))
        if now != was:
            differing[f"{name}_{language}"] = now
    return differing


def _text(value: str | tuple[str, ...] | None) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value or ""
