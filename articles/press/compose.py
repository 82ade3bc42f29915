"""Manuscript → unsaved Edition. Pure: the same manuscript gives the same edition, byte for byte."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from articles.press.findings import Finding, Refused, lazy_text
from articles.press.formats import CURRENT
from articles.press.html import reading
from articles.press.html.bidi import settled
from articles.press.html.sanitise import sanitise
from articles.press.manuscript import Attribution, Cover, Manuscript, canonical_text, fingerprint
from articles.press.models import Edition
from shaf.text import arabic

DESCRIPTION_LENGTH = 200


def findings(manuscript: Manuscript) -> list[Finding]:
    """All that keeps this manuscript from being printed; empty when nothing does."""
    found = []
    if not arabic.fold(manuscript.title):
        found.append(Finding("title.missing", _("The title is empty. Write one.")))
    if not arabic.fold(reading.plain_text(manuscript.body)):
        found.append(Finding("body.missing", _("The body is empty. Write the report's text.")))
    found.extend(_body_findings(manuscript.body))
    if not manuscript.slug:
        found.append(Finding("slug.missing", _("The slug is empty. Write one in this report's language.")))
    if not manuscript.branch.name:
        message = _("The branch has no name in this language. Add it.")
        found.append(Finding("branch.name.missing", message, manuscript.branch.id))
    bylines = [a for a in manuscript.attributions if a.kind == "byline"]
    if len(bylines) != 1:
        found.append(Finding("byline.count", _("A report has exactly one byline. Fill in source, author and date.")))
    for attribution in manuscript.attributions:
        found.extend(_credit_findings(attribution))
    if manuscript.cover and not manuscript.cover.alt.strip():
        found.append(
            Finding(
                "cover.alt.missing",
                _("The cover has no alternative text in this language. Describe the picture."),
            )
        )
    for topic in manuscript.topics:
        if not topic.name:
            message = _("A topic has no name in this language. Add it.")
            found.append(Finding("topic.name.missing", message, topic.id))
    if manuscript.series and not manuscript.series.series.name:
        message = _("The series has no name in this language. Add it.")
        found.append(Finding("series.name.missing", message, manuscript.series.series.id))
    if manuscript.report_type and not manuscript.report_type.name:
        message = _("The type of this report has no name in this language. Add it.")
        found.append(Finding("type.name.missing", message, manuscript.report_type.id))
    return found


def _body_findings(body: str) -> list[Finding]:
    found = []
    if pictures := reading.pictures_without_alt(body):
        found.append(Finding("picture.alt.missing", _undescribed(pictures)))
    if empty := reading.empty_footnotes(body):
        found.append(Finding("footnote.empty", _empty_notes(empty)))
    return found


@lazy_text
def _undescribed(pictures: int) -> str:
    text = ngettext(
        "%(n)d picture in the text has no alternative text. Choose the picture and describe it in this language.",
        "%(n)d pictures in the text have no alternative text. Choose each and describe it in this language.",
        pictures,
    )
    return text % {"n": pictures}


@lazy_text
def _empty_notes(numbers: list[int]) -> str:
    text = ngettext(
        "Footnote %(numbers)s is empty. Write it, or delete its reference.",
        "Footnotes %(numbers)s are empty. Write them, or delete their references.",
        len(numbers),
    )
    return text % {"numbers": pgettext("between two of a list", ", ").join(map(str, numbers))}


def _credit_findings(attribution: Attribution) -> list[Finding]:
    found = []
    if attribution.source and not attribution.source.name:
        message = _("A credited source has no name in this language. Add it.")
        found.append(Finding("source.name.missing", message, attribution.source.id))
    for author in attribution.authors:
        if not author.name:
            message = _("A credited author has no name in this language. Add it.")
            found.append(Finding("author.name.missing", message, author.id))
    if attribution.kind == "byline" and not (attribution.source and attribution.date):
        found.append(Finding("byline.incomplete", _("The byline needs a source and a date.")))
    if attribution.kind != "byline" and not (attribution.source or attribution.authors or attribution.title):
        found.append(Finding("reference.empty", _("A reference is empty. Name its source, author or title.")))
    return found


def compose(manuscript: Manuscript) -> Edition:
    """Set the manuscript as an edition: anchors, contents, credits, description, word count, fingerprint.

    Returns an unsaved Edition without number, interval, people and seal, which `publish` adds.
    Raises Refused where `findings(manuscript)` is not empty.
    """
    byline = manuscript.byline
    if (found := findings(manuscript)) or byline is None or byline.date is None:
        raise Refused(found)
    with translation.override(manuscript.language):
        heading, back = pgettext("at the end of a text", "Footnotes"), gettext("Back to where the footnote belongs")
    body, contents = reading.with_anchors(settled(reading.with_backlinks(manuscript.body, heading=heading, back=back)))
    body = sanitise(body)
    text = reading.plain_text(body)
    canonical = canonical_text(manuscript)
    return Edition(
        article_id=manuscript.article,
        language=manuscript.language,
        key_points=list(manuscript.key_points),
        body=body,
        contents=contents,
        description=_description(manuscript.standfirst or text),
        word_count=arabic.count_words(text),
        credits=_credits(manuscript),
        byline_date=byline.date,
        topics=[asdict(topic) for topic in manuscript.topics],
        series=asdict(manuscript.series) if manuscript.series else None,
        cover=_cover(manuscript.cover) if manuscript.cover else None,
        report_type=asdict(manuscript.report_type) if manuscript.report_type else None,
        files=[asdict(file) for file in manuscript.files],
        pictures=_pictures(manuscript, body),
        manuscript=canonical,
        manuscript_format=CURRENT,
        fingerprint=fingerprint(canonical),
        **{name: getattr(manuscript, name) for name in Manuscript.AS_WRITTEN},
    )


def _credits(manuscript: Manuscript) -> dict[str, Any]:
    return {
        "branch": asdict(manuscript.branch),
        "attributions": [
            {
                **asdict(attribution),
                "authors": [asdict(author) for author in attribution.authors],
                "date": _iso(attribution.date),
                "accessed_on": _iso(attribution.accessed_on),
            }
            for attribution in sorted(manuscript.attributions, key=lambda a: a.kind != "byline")
        ],
    }


def _cover(cover: Cover) -> dict[str, Any]:
    """Its texts may be older than the rule that none comes in with a control that turns a line around."""
    return {
        name: arabic.without_reordering(value) if isinstance(value, str) else value
        for name, value in asdict(cover).items()
    }


def _pictures(manuscript: Manuscript, body: str) -> list[str]:
    names = reading.pictures(body)
    if manuscript.cover:
        names.insert(0, manuscript.cover.picture)
    return list(dict.fromkeys(names))


def _description(text: str) -> str:
    # What is cut off may be what closed an isolate.
    text = " ".join(arabic.without_reordering(text).split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ،,؛;:") + "…"


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
