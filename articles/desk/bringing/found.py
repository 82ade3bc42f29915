"""What was found in a file, counted and said."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.article.stored_html import clean_html
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.of_files import Counted, brought, counted
from articles.desk.form import left_out
from articles.desk.importers import register
from articles.desk.importers.document import Attribution, Document
from articles.desk.importers.to_html import to_html
from articles.press.html import reading
from articles.press.html.tree import parse
from authors.models import Source
from shaf.product.limits import BODY_DEPTH
from shaf.text import arabic

IMAGE = re.compile(r"<img [^>]*>")
ALT = re.compile(r'alt="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Credit:
    """An attribution as it is shown. `lacks` says what of a reference is missing."""

    own: bool
    attribution: Attribution
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A document as the page shows it. `facts` are counts in words, `looks` is the text as it will be, `copy` what the
    rules of copy say of it.
    """

    document: Document
    words: int
    facts: list[str]
    credits: list[Credit]
    lost: list[str]
    lacks: list[str]
    notes: list[str]
    looks: SafeString
    pictures: int
    without_alt: int
    copy: Counted


def found_in(document: Document, branch: int | None) -> Found:
    """`branch`: the id of the one whose house style holds, if it is known."""
    html = to_html(document.blocks)
    counts = Counter(_counted(html))
    return Found(
        document=document,
        words=arabic.count_words(re.sub("<[^>]*>", " ", html)),
        facts=list(_facts(counts)),
        credits=list(_credits(document)),
        lost=left_out.said(document.lost),
        lacks=list(_lacks(document)),
        notes=list(_notes(document)),
        looks=clean_html(IMAGE.sub(_described, html)),
        pictures=len(reading.pictures(html)),
        without_alt=reading.pictures_without_alt(html),
        copy=_copy(document, html, branch),
    )


def _copy(document: Document, html: str, branch: int | None) -> Counted:
    texts = {"title": document.title, "standfirst": document.standfirst, "body": html}
    changes = {f"{name}_{document.language}": text for name, text in texts.items()}
    return counted(brought(changes, document.language), document.language, house_of(branch))


def _counted(html: str) -> Iterator[str]:
    for node in parse(html, max_depth=BODY_DEPTH).walk():
        if node.name in {"h2", "h3", "h4"}:
            yield "headings"
        elif node.name in {"p", "table", "blockquote"}:
            yield node.name
        elif node.name in {"ul", "ol"}:
            yield "lists"
        elif node.name == "li" and node.attributes.get("id", "").startswith("fn-"):
            yield "notes"
    if 'class="footnotes"' in html:
        # The notes' own list.
        yield "no_list"


def _facts(counts: Counter[str]) -> Iterator[str]:
    lists = counts["lists"] - counts["no_list"]
    for n, said in (
        (counts["headings"], ngettext("%(n)d heading", "%(n)d headings", counts["headings"])),
        (counts["p"], ngettext("%(n)d paragraph", "%(n)d paragraphs", counts["p"])),
        (lists, ngettext("%(n)d list", "%(n)d lists", lists)),
        (counts["table"], ngettext("%(n)d table", "%(n)d tables", counts["table"])),
        (counts["blockquote"], ngettext("%(n)d quotation", "%(n)d quotations", counts["blockquote"])),
        (counts["notes"], ngettext("%(n)d footnote", "%(n)d footnotes", counts["notes"])),
    ):
        if n:
            yield said % {"n": n}


def _credits(document: Document) -> Iterator[Credit]:
    publisher = Source.publisher()
    owned = False
    for block in document.attributions:
        own = not owned and publisher is not None and register.is_own(block.source, publisher)
        owned = owned or own
        lacks = [_("no date")] if block.date is None else []
        if not own and not block.url:
            lacks.append(_("no address"))
        yield Credit(own, block, " · ".join(lacks))


def _lacks(document: Document) -> Iterator[str]:
    if not document.standfirst:
        yield _("a standfirst")
    yield from (_("key points"), _("topics"), _("a cover"))


def _notes(document: Document) -> Iterator[str]:
    if document.problem:
        yield f"{document.problem.reason} {document.problem.remedy}"
    for _line, label in document.unfilled:
        yield _("“%(label)s” is empty.") % {"label": label}
    for block in document.stray:
        yield _("The address belongs to no attribution and was left out: %(url)s") % {"url": block.url}
    if document.recents:
        yield _("The recent articles at the end were left out: the site lists them itself.")


def _described(image: re.Match[str]) -> str:
    """A picture that is in no library yet, by its words."""
    alt = ALT.search(image[0])
    words = alt[1] if alt else ""
    return f"<mark>{_('Picture')}: {words}</mark>" if words else f"<mark>{_('Picture')}</mark>"
