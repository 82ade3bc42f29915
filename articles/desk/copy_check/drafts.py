"""A draft as the copy check reads it, and what a repair changes of it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.article import draft
from articles.desk.article.to_manuscript import manuscript
from articles.models import Article
from articles.press.copy.checking import check
from articles.press.copy.document import Blocks, Document
from articles.press.copy.findings import Finding, Repair, Severity
from articles.press.copy.house import House
from articles.press.copy.repairing import accepted
from authors.models import Author, Branch, Series, Source

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
    cannot be accepted here."""

    finding: Finding
    choices: list[tuple[str, str]]


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
    """What was found, by passage in the order of the text; how much of it repairs itself, and how many of each kind."""

    passages: list[Passage]
    counts: dict[Severity, int]
    safe: int


OPENING = 90
# The fields that a repair may write.
WRITTEN = ("title", "standfirst", "key_points", "body", "correction_note")


def house() -> House:
    """The names of the register, in both languages, which no rule corrects. Topics are words like others."""
    names: set[str] = set()
    for entries in (Author, Branch, Series, Source):
        for pair in entries.objects.values_list("name_ar", "name_en"):
            names.update(name for name in pair if name)
    return House(names=frozenset(names))


def document_of(article: Article, language: str) -> Document:
    return Document.of(manuscript(article, language))


def checked(document: Document, language: str, house: House) -> Checked:
    """The findings of a draft. Raises TooLarge, which no stored draft is."""
    findings = check(document, language, house)
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
        passages[key].entries.append(_entry(finding))
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    repairable = [f for f in findings if f.repair is Repair.SAFE and f.place.field in WRITTEN]
    return Checked(list(passages.values()), counts, len(repairable))


def _entry(finding: Finding) -> Entry:
    named = finding.place.field in WRITTEN
    choices = [(f"{key_of(finding)}:{n}" if named else "", text) for n, text in enumerate(finding.suggestions)]
    return Entry(finding, choices)


def _opening(text: str) -> str:
    words = " ".join(text.replace("\ufffc", " ").split())
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] + "…"


def key_of(finding: Finding) -> str:
    """What names a finding in the form of the page, as long as the text is the same."""
    place = finding.place
    return f"{finding.rule}.{place.field}.{place.block}.{place.offset}.{place.length}"


def with_suggestion(document: Document, language: str, house: House, chosen: str) -> Document | None:
    """The document with one finding repaired as a person chose: `key_of` the finding, a colon, and which suggestion.

    None where there is no such finding or suggestion.
    """
    key, _colon, number = chosen.rpartition(":")
    for finding in check(document, language, house):
        if key_of(finding) == key and number in map(str, range(len(finding.suggestions))):
            return accepted(document, language, finding, int(number))
    return None


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
