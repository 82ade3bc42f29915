"""An edition set in HTML, once, at publish: the report, its card in a list and its entry in a feed.

Made from the edition and the templates in templates/press/ alone, so it can be made anew at will. It stands beside the
edition, outside fingerprint and seal.
"""

import re
from collections.abc import Iterable
from functools import partial
from html import unescape
from urllib.parse import quote, urlencode, urljoin

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.press.html.reading import Heading
from articles.press.models import Edition, Printed
from shaf.pictures.encoding import readers_size
from shaf.pictures.markup import picture_markup
from shaf.product import release
from shaf.text.xml_text import writable

HEADING = re.compile(r'(<h[234] id="([^"]+)"[^>]*>)(.*?)(</h[234]>)', re.DOTALL)
IN_TAG = r'(?:[^>"]|"[^"]*")*>'
TAG_OR_END_OF_TABLE = re.compile(rf"<[a-z]{IN_TAG}|</table>")
IMAGE = re.compile(rf"<img\b{IN_TAG}")
TAG = re.compile(rf"<[a-z]{IN_TAG}")
ATTRIBUTE = re.compile(r'\b(src|alt|width|height)="([^"]*)"')
STORED = re.compile(r"/media/([0-9a-f]{64}\.[a-z]+)")
LINK = re.compile(r'\b(href|src)="([^"]*)"')


def printed(edition: Edition) -> Printed:
    """Set a saved edition; the row is not saved."""
    with translation.override(edition.language):
        item = writable(render_to_string("press/feed_entry.html", {"edition": edition, "linked": True}))
        item = IMAGE.sub(_readers_picture, item)
        address = Printed.ELSEWHERE + reverse("site:report", args=[edition.article_id, edition.slug])
        return Printed(
            edition=edition,
            page=set_page(edition).encode(),
            card=render_to_string("press/card.html", {"edition": edition}),
            item=_absolute(item, address).encode(),
            version=release.identifier(),
        )


def set_page(edition: Edition, *, linked: bool = True) -> str:
    """The report as a reader sees it, without what stands around it. Needs the edition's language active.

    `linked`: credits lead to the register, and there are links to share it by.
    """
    context = {"edition": edition, "linked": linked, "text": _text(edition.body, edition.contents)}
    return render_to_string("press/page.html", context | ({"share": _share(edition)} if linked else {}))


def print_edition(edition: Edition) -> None:
    """Set a new edition and keep what was set."""
    printed(edition).save(force_insert=True)


def stale() -> QuerySet[Edition]:
    """The editions that another release set, or none."""
    return Edition.objects.filter(Q(printed=None) | ~Q(printed__version=release.identifier()))


def print_anew(ids: Iterable[int]) -> None:
    """Set these editions again, each in a transaction of its own."""
    for pk in ids:
        with transaction.atomic():
            printed(Edition.objects.defer("manuscript").get(pk=pk)).save()


def _text(body: str, contents: list[Heading]) -> SafeString:
    """The composed body with what only a page needs: a link at each heading, tables that a keyboard can scroll, and
    pictures in every size. The body has passed the sanitiser; what is added is escaped here.
    """
    table = escape(gettext("Table; it can be scrolled"))
    body = HEADING.sub(partial(_heading, names={heading["id"]: heading["text"] for heading in contents}), body)
    around = f'<div class="wide" role="group" tabindex="0" aria-label="{table}">'

    def scrolling(tag: re.Match[str]) -> str:
        if tag[0] == "</table>":
            return "</table></div>"
        return f"{around}{tag[0]}" if tag[0].startswith("<table") else tag[0]

    # By whole tags: what looks like one in the text of an attribute is left alone.
    body = TAG_OR_END_OF_TABLE.sub(scrolling, body)
    # Safe because the sanitiser was the last step of composing, and every word added since is escaped.
    return mark_safe(IMAGE.sub(_picture, body))  # noqa: S308


def _heading(found: re.Match[str], names: dict[str, str]) -> str:
    """The heading with a link to itself. Its name stays its own text: the link has another, which is no part of it."""
    begin, anchor, inner, end = found.groups()
    # No id of a text can be this one (press/html/sanitise.py).
    own = f"name-of-{anchor}"
    link = escape(gettext("Link to the section: %(heading)s") % {"heading": names.get(unescape(anchor), "")})
    begin = begin.removesuffix(">") + f' aria-labelledby="{own}">'
    return f'{begin}<span id="{own}">{inner}</span> <a class="anchor" href="#{anchor}" aria-label="{link}"></a>{end}'


def _picture(image: re.Match[str]) -> str:
    attributes = dict(ATTRIBUTE.findall(image[0]))
    stored = STORED.fullmatch(attributes.get("src", ""))
    width, height = attributes.get("width", ""), attributes.get("height", "")
    if not (stored and width.isdecimal() and height.isdecimal()):
        return image[0].replace("<img", '<img loading="lazy"', 1)
    return picture_markup(stored[1], int(width), int(height), alt=unescape(attributes.get("alt", "")))


def _readers_picture(image: re.Match[str]) -> str:
    """The picture in a size for reading: a feed's reader can choose none, and an original may be 12 MB."""
    attributes = dict(ATTRIBUTE.findall(image[0]))
    stored = STORED.fullmatch(attributes.get("src", ""))
    width, height = attributes.get("width", ""), attributes.get("height", "")
    if not (stored and width.isdecimal() and height.isdecimal()):
        return image[0]
    name, *size = readers_size(stored[1], int(width), int(height))
    shown = {"src": f"{settings.MEDIA_URL}{name}", "width": size[0], "height": size[1]}
    return ATTRIBUTE.sub(lambda found: f'{found[1]}="{shown.get(found[1], found[2])}"', image[0])


def _share(edition: Edition) -> list[tuple[str, str]]:
    """Names and addresses of places to pass the report on to; plain links, so none of them learns who reads.

    By the short address: an Arabic slug arrives in some messengers torn.
    """
    short = Printed.ELSEWHERE + reverse("site:short", args=[edition.article_id])
    title, url = edition.title, {"url": short, "text": edition.title}
    return [
        (gettext("WhatsApp"), f"https://wa.me/?{urlencode({'text': f'{title} {short}'}, quote_via=quote)}"),
        (gettext("Telegram"), f"https://t.me/share/url?{urlencode(url, quote_via=quote)}"),
        ("X", f"https://x.com/intent/post?{urlencode(url, quote_via=quote)}"),
        (gettext("Facebook"), f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': short})}"),
        (gettext("E-mail"), f"mailto:?{urlencode({'subject': title, 'body': short}, quote_via=quote)}"),
    ]


def _absolute(fragment: str, base: str) -> str:
    """Every address absolute: a reader of feeds has no page to resolve them by."""

    def absolute(link: re.Match[str]) -> str:
        return f'{link[1]}="{escape(urljoin(base, unescape(link[2])))}"'

    return TAG.sub(lambda tag: LINK.sub(absolute, tag[0]), fragment)
