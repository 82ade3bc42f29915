"""The centre's own pages, edited at the desk, and its colours."""

import hashlib
import re
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe

from articles.site import register
from articles.site.addresses import other_than, path_of
from articles.site.errors import absent
from articles.site.frame import core_of, frame
from articles.site.list_cards import stored
from articles.site.metadata import head
from articles.site.public_state import public_state
from articles.site.responses import moved, page

DESCRIPTION_LENGTH = 200
BLOCK_END = re.compile(r"(?=</(?:p|h[2-4]|li|t[dh]|figcaption)>|<br>)")
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def centre_page(request: HttpRequest, slug: str) -> HttpResponse:
    """About, contact and their like; public in a language in which it has a title and a text."""
    state = public_state(request.LANGUAGE_CODE)
    found = register.find(register.PAGE, slug, state.language)
    body = getattr(found, f"body_{state.language}", "") or ""
    if found is None or not body:
        return absent(state)
    here, other = path_of(state.language, "page", found.slug_in(state.language)), other_than(state.language)
    if slug != found.slug_in(state.language):
        return moved(here)
    there = bool(found.name_in(other) and found.slug_in(other) and getattr(found, f"body_{other}"))
    around = frame(state, here=here, there=path_of(other, "page", found.slug_in(other)) if there else "")
    name = found.name_in(state.language)
    metadata = head.of_list(around, name, [], description=_about(body))
    context = {"site": around, "metadata": metadata, "title": name, "text": stored(body)}
    return page(request, "site/page.html", context)


def _about(body: str) -> str:
    """The beginning of the page's text, cut between words."""
    text = " ".join(unescape(strip_tags(BLOCK_END.sub(" ", body))).split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ،,؛;:") + "…"


@require_safe
def theme(request: HttpRequest, version: str) -> HttpResponse:
    """The centre's colours as a stylesheet; its address changes with them."""
    state = public_state(request.LANGUAGE_CODE)
    sheet = core_of(state).stylesheet
    if hashlib.sha256(sheet.encode()).hexdigest()[:12] != version:
        return absent(state)
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", headers={"Cache-Control": FOREVER})
