"""The records under a report's address: cite.bib, cite.ris, cite.json."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import path_of
from articles.site.citation.bibtex import bibtex
from articles.site.citation.csl import csl_json
from articles.site.citation.ris import ris
from articles.site.citation.work import Work, key_of, latin_family_of, work_of
from articles.site.errors import absent, gone, withdrawn_or_absent
from articles.site.public_state import public_state
from articles.site.responses import document, elsewhere
from authors.models import Author

WRITERS: dict[str, tuple[Callable[[Work], str], str]] = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json; charset=utf-8"),
}
CITED = (
    *("article_id", "language", "number", "live_from", "live_until", "title", "description", "credits", "byline_date"),
    *("topics", "series", "report_type", "correction_kind"),
)


@require_safe
def citation(request: HttpRequest, article: int, extension: str) -> HttpResponse:
    """Of the live edition; 410 and 404 as for the report."""
    state = public_state(request.LANGUAGE_CODE)
    public = _live(article, state.now)
    edition = public.get(state.language)
    if edition is None:
        return withdrawn_or_absent(state, lists.past(article, state.language, state.now))
    return _record(request, edition, extension, latin=public.get("en"))


@require_safe
def edition_citation(request: HttpRequest, article: int, number: int, extension: str) -> HttpResponse:
    """Of an edition that is over; 410 and 404 as for its page."""
    state = public_state(request.LANGUAGE_CODE)
    now, language = state.now, state.language
    public = _live(article, now)
    live = public.get(language)
    if live and live.number == number:
        return elsewhere(path_of(language, "citation", article, extension))
    history = lists.past(article, language, now)
    if number not in {edition.number for edition in history}:
        return absent(state)
    if withdrawal := lists.withdrawal_of(history, number):
        return gone(state, withdrawal)
    if live is None:
        return absent(state)
    edition = Edition.past_at(now).only(*CITED).get(article=article, language=language, number=number)
    return _record(request, edition, extension, latin=public.get("en"), over=True)


def _live(article: int, now: datetime) -> dict[str, Edition]:
    return {edition.language: edition for edition in lists.live_of(article, now).only(*CITED)}


def _record(
    request: HttpRequest, edition: Edition, extension: str, *, latin: Edition | None, over: bool = False
) -> HttpResponse:
    key = key_of(edition, over=over, latin=latin, latin_family="" if latin else _latin_family(edition))
    work = work_of(edition, key=key, over=over)
    write, kind = WRITERS[extension]
    response = document(request, write(work), kind)
    response["Content-Disposition"] = f'attachment; filename="{work.key}.{extension}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _latin_family(edition: Edition) -> str:
    """From the register: an edition says its own language's names alone."""
    first = [person["id"] for person in edition.byline["authors"][:1]]
    found = Author.objects.filter(pk__in=first).values_list("family_name_en", "name_en").first()
    return latin_family_of(found[0] or "", found[1] or "") if found else ""
