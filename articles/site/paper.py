"""The PDF under a report's address: of what is live, and of editions that are over; gone with its edition."""

import logging

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import path_of_report
from articles.site.citation.work import address_of
from articles.site.errors import absent, gone, withdrawn_or_absent
from articles.site.public_state import public_state
from articles.site.responses import ASK_AGAIN, elsewhere
from shaf.pictures.away import storage_is_away

logger = logging.getLogger(__name__)
SHOWN = ("article_id", "language", "number", "live_from", "live_until", "slug", "title", "pdf__file")


def paper_path(edition: Edition) -> str:
    """Where the PDF of a live edition is."""
    return path_of_report(edition.language, "pdf", edition.article_id)


@require_safe
def pdf(request: HttpRequest, article: int) -> HttpResponse:
    """Of the live edition; 404 where it has none yet, 410 and 404 as for the report."""
    state = public_state(request.LANGUAGE_CODE)
    live = {e.language: e for e in lists.live_of(article, state.now).select_related("pdf").only(*SHOWN)}
    edition = live.get(state.language)
    if edition is None:
        return withdrawn_or_absent(state, lists.past(article, state.language, state.now))
    return _file(request, edition) if hasattr(edition, "pdf") else absent(state)


@require_safe
def edition_pdf(request: HttpRequest, article: int, number: int) -> HttpResponse:
    """Of an edition that is over; 410 and 404 as for its page."""
    state = public_state(request.LANGUAGE_CODE)
    live = Edition.live_in(article, state.language, state.now)
    if live and live.number == number:
        return elsewhere(paper_path(live))
    history = lists.past(article, state.language, state.now)
    if number not in {edition.number for edition in history}:
        return absent(state)
    if withdrawal := lists.withdrawal_of(history, number):
        return gone(state, withdrawal)
    editions = Edition.past_at(state.now).select_related("pdf").only(*SHOWN)
    edition = editions.get(article=article, language=state.language, number=number)
    return _file(request, edition) if live and hasattr(edition, "pdf") else absent(state)


def _file(request: HttpRequest, edition: Edition) -> HttpResponse:
    name = edition.pdf.file
    headers = {
        "Cache-Control": ASK_AGAIN,
        "ETag": f'"{name}"',
        "Link": f'<{address_of(edition)}>; rel="canonical"',
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    try:
        file = default_storage.open(name)
    except OSError as error:
        logger.error("The PDF %s cannot be read: %s", name, error)
        return storage_is_away()
    return FileResponse(file, content_type="application/pdf", headers=headers, filename=f"{edition.slug}.pdf")
