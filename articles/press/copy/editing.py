"""What a report is made of: summary, key points, references, headings one below another."""

from collections.abc import Iterator, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.press.copy.block import Block
from articles.press.copy.document import Document
from articles.press.copy.facts import Facts
from articles.press.copy.findings import Found, Repair, Severity
from articles.press.copy.rule import BOTH, HOUSE_STYLE, Rule

TITLE_LENGTH = 90
SKIPPED = _("A level of headings is left out between this one and the one above it.")
LONG_TITLE = _("The title is longer than 90 characters: lists and search results cut it off.")


def skipped_headings(blocks: Sequence[Block], _facts: Facts) -> Iterator[tuple[Block, Found]]:
    above = 0
    for block in blocks:
        if block.kind == "title" and len(block.raw) > TITLE_LENGTH:
            yield block, Found(TITLE_LENGTH, len(block.raw), message=LONG_TITLE)
        if block.level:
            if block.level > (above or 2) + (1 if above else 0):
                yield block, Found(0, len(block.raw), message=SKIPPED)
            above = block.level


def missing(document: Document) -> Iterator[tuple[str, str | Promise]]:
    """What the report does without: the field, and what to say."""
    if document.standfirst is not None and not document.standfirst.strip():
        yield "standfirst", _("The report has no summary: lists, feeds and search results show one.")
    if document.key_points is not None and not any(point.strip() for point in document.key_points):
        yield "key_points", _("The report has no key points.")
    if document.references is None:
        return
    if 'role="doc-noteref"' not in document.body and "<a " not in document.body:
        yield "body", _("The text refers to nothing: no note and no link says where its facts come from.")
    if any(not reference.has_address for reference in document.references):
        yield "references", _("A reference has no address: readers cannot find the work.")
    if any(not reference.has_date for reference in document.references):
        yield "references", _("A reference has no date.")


RULES = (
    Rule(
        "ED01",
        Severity.WARNING,
        Repair.SAID,
        _("The report lacks something that readers look for."),
        HOUSE_STYLE,
        ("<h2>أول</h2><h4>ثان</h4>", "<h3>أول</h3>"),
        ("<h2>أول</h2><h3>ثان</h3><h2>ثالث</h2>", "<p>نص.</p>"),
        survey=skipped_headings,
        languages=BOTH,
    ),
)
