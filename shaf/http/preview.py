"""The page as readers will see it, for those at the desk and for whom they gave a link to one version.

The desk gives the manuscript, the press composes the edition, the site's template prints it.

Wiring, because it is the one place where all three rooms meet.
"""

import re
from datetime import datetime, timedelta

from csp.constants import SELF
from csp.decorators import csp_replace
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.desk.article import rights
from articles.desk.article.findings import named, place
from articles.desk.article.own_pictures import of_report
from articles.desk.article.to_manuscript import manuscript
from articles.desk.pictures.media import original, picture_file
from articles.desk.previews.links import open_link
from articles.models import PreviewLink
from articles.press.compose import compose
from articles.press.derived.printing import set_page
from articles.press.findings import Refused
from articles.press.manuscript import from_canonical
from articles.press.models import Edition
from shaf.attempts.address import address
from shaf.audit.models import Event
from shaf.audit.recording import record, reference
from shaf.db.clock import database_now

SAME_VISIT = timedelta(minutes=10)
# Messengers and search engines that fetch an address which somebody only sent or stored.
ROBOTS = re.compile(
    r"bot|crawl|spider|preview|embed|facebookexternalhit|whatsapp|telegram|skype|viber|slack|discord|teams|curl|wget",
    re.IGNORECASE,
)


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def preview(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """404 for an article that the person may not see, exactly as for one that does not exist.

    The review screen frames it; no other origin may.
    """
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    if article is None or language not in rights.languages_read(request.user, article):
        raise Http404
    try:
        edition, findings, mend = compose(manuscript(article, language)), [], ""
    except Refused as refused:
        # In the desk's language: the page is in the report's, but this is said to the desk.
        found = named(refused.findings)
        findings = [(str(finding.message), place(finding, article.pk, language)) for finding in found]
        edition, mend = None, gettext("Mend it")
    with translation.override(language):
        context = {"edition": edition, "page": _set(edition) if edition else "", "findings": findings, "mend": mend}
        response = render(request, "site/preview.html", context)
    return _unseen(response)


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """One version to whoever has its link. Everything else has the same answer, whatever the reason."""
    now = database_now()
    link = open_link(token, now)
    edition = _edition(link) if link else None
    if link is None or edition is None:
        return _no_preview()
    if request.method == "GET" and not _is_robot(request):
        _count_opening(request, link, now)
    with translation.override(link.language):
        context = {"edition": edition, "page": _set(edition), "link": link}
        page = render_to_string("site/shared_preview.html", context)
    for name in (*edition.pictures, *_files_of(edition)):
        page = page.replace(f"/media/{name}", f"/preview/{token}/{name}")
    return _unseen(HttpResponse(page, headers={"Content-Language": link.language}))


def _count_opening(request: HttpRequest, link: PreviewLink, now: datetime) -> None:
    """In the log once in a while for each address: who turns the page over and over fills none."""
    opened = PreviewLink.objects.filter(pk=link.pk)
    counted = {"openings": F("openings") + 1, "last_opened_at": now}
    since = {"about": reference(link), "address": address(request), "at__gt": now - SAME_VISIT}
    if Event.objects.filter(what="preview_opened", **since).exists():
        opened.update(**counted)
        return
    with transaction.atomic():
        opened.update(**counted)
        details = {"link": link.pk, "for": link.recipient, "language": link.language, "version": link.version}
        branch, name = link.article.branch_id, str(link.article)
        record("preview_opened", request=request, at=now, branch=branch, about=link, name=name, details=details)


@require_safe
def shared_picture(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """A picture that this version prints, in whatever size, or a file that it carries, as long as its link opens."""
    link, picture = open_link(token, database_now()), original(name)
    edition = _edition(link) if link and picture else None
    files = _files_of(edition) if edition else []
    if link is None or edition is None or picture not in (*edition.pictures, *files):
        return _no_preview()
    cover = edition.cover and edition.cover["picture"]
    if picture not in (cover, *files) and not of_report({picture}, link.article_id, link.article.branch_id):
        return _no_preview()
    try:
        return _unseen(picture_file(request, name, "no-store"))
    except Http404:
        return _no_preview()


def _set(edition: Edition) -> SafeString:
    """As readers will see it, with no way on from it to what is public."""
    # Safe: set by the press, as what is published is.
    return mark_safe(set_page(edition, linked=False))  # noqa: S308


def _files_of(edition: Edition) -> list[str]:
    return [file["file"] for file in edition.files]


def _edition(link: PreviewLink) -> Edition | None:
    """The version as it would be printed; None where a later release prints it no more."""
    try:
        return compose(from_canonical(link.manuscript))
    except (Refused, KeyError, TypeError, ValueError):
        return None


def _is_robot(request: HttpRequest) -> bool:
    return bool(ROBOTS.search(request.headers.get("User-Agent", ""))) or "prefetch" in request.headers.get(
        "Sec-Purpose", ""
    )


def _no_preview() -> HttpResponse:
    """In both languages: what the link was to is not said."""
    with translation.override("ar"):
        return _unseen(HttpResponse(render_to_string("site/no_preview.html"), status=404))


def _unseen(response: HttpResponse) -> HttpResponse:
    """Kept by no index, no cache and no other site's log."""
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store, private"
    return response
