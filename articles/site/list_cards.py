"""Cards of lists, as the press set them."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from articles.press.models import Edition, Printed

ENTRY_LINK = re.compile(r'<a href="(?:/en)?/(?:branches|authors|sources|topics|series|types)/[^"]*"[^>]*>(.*?)</a>')
SHARE = re.compile(r'<p class="share">.*?</p>\n?', re.DOTALL)


def card(edition: Edition, *, under_heading: bool = False, cited: bool = False) -> SafeString:
    """The edition's card. `under_heading`: the list stands under a heading of its own. `cited`: the report draws on
    this author's work, and says so.
    """
    return set_card(edition.printed.card, under_heading=under_heading, cited=cited)


def set_card(html: str, *, under_heading: bool = False, cited: bool = False) -> SafeString:
    """A card as the press set it, in its place."""
    if under_heading:
        html = html.replace('<h2 class="headline">', '<h3 class="headline">').replace("</h2>", "</h3>")
    if cited:
        note = pgettext("of an author whose work a report draws on", "cited in this report")
        html = html.replace("</p>", format_html(" <span>{}</span></p>", note), 1)
    return printed(html)


def together(cards: Iterable[SafeString]) -> SafeString:
    """Cards one after the other."""
    # Safe: each card is.
    return mark_safe("".join(cards))  # noqa: S308


def printed(html: str) -> SafeString:
    """What the press set, of a text that its sanitiser made safe, with the site's address in it."""
    # Safe: the press made it, and the address is a setting.
    return mark_safe(Printed.at(html, settings.SITE_URL))  # noqa: S308


def printed_before(html: str) -> SafeString:
    """A page of an edition that is over: without its ways into a register that may have moved on, and not to share."""
    return printed(SHARE.sub("", ENTRY_LINK.sub(r"<span>\1</span>", html)))


def stored(html: str) -> SafeString:
    """A text of the centre's own: the form that stores it lets nothing pass that the sanitiser does not know."""
    # Safe as far as nothing but that form writes it; the policy of the page (CSP) runs no script in any case.
    return mark_safe(html)  # noqa: S308
