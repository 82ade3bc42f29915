"""What a text loses when it is stored, said so that its writer finds the place."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.article import draft, fields
from articles.desk.article.fields import FieldKind
from articles.desk.article.said import Said
from articles.press.html.left_out import LeftOut, canonical_and_left_out
from articles.press.html.sanitise import TooLarge

KINDS: dict[str, str | Promise] = {
    "pictures": _("A picture that was not uploaded here; insert it from its file"),
    "unfinished": _("A picture whose upload was not finished; insert it again"),
    "links": _("A link whose address cannot be published; its words are kept"),
    "embedded": _("A video, drawing or embedded page"),
    "formulas": _("A formula"),
    "scripts": _("A script"),
    "forms": _("A form field"),
    "tables": _("A table in a footnote or a caption; its words are kept"),
    "lists": _("A list in a footnote; its words are kept"),
    "looks": _("Colours and fonts"),
    "hidden": _("Hidden text"),
    "deleted": _("Text that tracked changes delete"),
    "charts": _("A chart; save it as a picture and insert that"),
    "drawings": _("A drawing (shapes, EMF, SVG, TIFF); save it as PNG and insert that"),
    "linked": _("A picture that lies outside the file; nothing was fetched, insert it from its own file"),
    "frame": _("Head and foot of the pages"),
    "contents": _("The table of contents; the site makes it itself"),
    "outside": _("A template or frame that lies outside the file; nothing was fetched"),
    "numbers": _("A typed number that neither begins nor continues a list, and was left as it is"),
    "words": _("Words"),
    "other": _("Something that a text here has no place for"),
}
# What concerns the whole text.
WHOLE = {"looks", "frame", "contents", "outside", "numbers"}
MOST_SAID = 20


def of(changes: Mapping[str, Any]) -> dict[str, tuple[LeftOut, ...]]:
    """Field → what of it is not stored, for the bodies among the fields of a draft that was typed.

    What is past all measure is refused whole, and not in here.
    """
    found: dict[str, tuple[LeftOut, ...]] = {}
    for field in fields.keys(FieldKind.HTML):
        try:
            _kept, lost = canonical_and_left_out(changes.get(field) or "")
        except TooLarge:
            continue
        if lost:
            found[field] = lost
    return found


def said(lost: Iterable[LeftOut]) -> list[str]:
    """A line for each, as plain text; what is quoted stands apart in its own direction (Unicode's isolates), and an
    address from left to right."""
    lost = list(lost)
    lines: list[str] = [Said(partial(_line, one)) for one in lost[:MOST_SAID]]
    if more := len(lost[MOST_SAID:]):
        lines.append(Said(lambda: ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more}))
    return lines


def _line(one: LeftOut) -> str:
    line = str(KINDS[one.kind])
    told = [f"\u2068{one.what}\u2069"] if one.what else []
    told += [f"(\u2066{one.address}\u2069)"] if one.address else []
    if told:
        line += f": {' '.join(told)}"
    if one.kind in WHOLE:
        return line
    place = _("after “%(words)s”") % {"words": f"\u2068{one.after}\u2069"} if one.after else _("at the beginning")
    return f"{line} — {place}"


def warn(request: HttpRequest, found: Mapping[str, tuple[LeftOut, ...]]) -> None:
    """One message for each text that lost something."""
    for field, lost in found.items():
        lines = format_html_join("", "<li>{}</li>", ((line,) for line in said(lost)))
        heading = _("Not stored, because it has no place in a text here: %(field)s") % {"field": draft.label(field)}
        messages.warning(request, format_html('{}<ul class="left-out">{}</ul>', heading, lines))
