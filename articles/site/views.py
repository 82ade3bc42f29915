"""Pages of reports. Each view asks for the public state once and passes it on, so one page never shows two."""

from datetime import datetime

from django.db.models import Case, F, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import other_than, path_of, report_path
from articles.site.citation.line import box_of
from articles.site.errors import absent, gone, withdrawn_or_absent
from articles.site.frame import frame
from articles.site.home import home_at, recent_beside
from articles.site.list_cards import card, printed, printed_before, together
from articles.site.metadata import head
from articles.site.people import people
from articles.site.public_state import public_state
from articles.site.related import related
from articles.site.responses import elsewhere, moved, page
from shaf.db.compressed import CompressedField


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest report above the latest ones, and the newest of each branch."""
    state = public_state(request.LANGUAGE_CODE)
    here, there = (path_of(code, "home") for code in (state.language, other_than(state.language)))
    around = frame(state, here=here, there=there)
    return page(request, "site/home.html", {"site": around, "metadata": head.of_home(around), "home": home_at(state)})


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """All of them, paged."""
    state, before = public_state(request.LANGUAGE_CODE), request.GET.get("before", "")
    try:
        listed = lists.everything(state.language, state.now).page(before)
    except lists.BadCursor:
        return absent(state)
    if before and not listed.editions:
        return absent(state)
    here, there = (path_of(code, "reports") for code in (state.language, other_than(state.language)))
    around = frame(state, here=f"{here}?before={before}" if before else here, there="" if before else there)
    context = {
        "site": around,
        "metadata": head.of_list(
            around,
            gettext("All reports"),
            listed.editions,
            description=gettext("All reports from %(name)s, newest first") % {"name": around.name},
        ),
        "cards": [card(edition) for edition in listed.editions],
        "archive": path_of(state.language, "archive"),
        "page": listed,
        "before": before,
    }
    return page(request, "site/reports.html", context)


@require_safe
def report(request: HttpRequest, article: int, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 where it was withdrawn. Three queries."""
    state = public_state(request.LANGUAGE_CODE)
    editions = list(_editions(article, state.language, state.now))
    live = {edition.language: edition for edition in editions if edition.is_live_at(state.now)}
    edition = live.get(state.language)
    past = [e for e in editions if e.language == state.language and not e.is_live_at(state.now)]
    other, earlier = live.get(other_than(state.language)), lists.still_readable(past)
    if edition is None:
        return withdrawn_or_absent(state, past, other)
    if slug != edition.slug:
        return moved(report_path(edition))
    around = frame(state, here=report_path(edition), there=report_path(other) if other else "")
    near = related(edition, state.now)
    context = {
        "site": around,
        "metadata": head.of_report(edition, around, other=other, earlier=earlier),
        "edition": edition,
        "page": printed(edition.page.decode()),
        "pdf": edition.pdf if hasattr(edition, "pdf") else None,
        "people": people(edition, state),
        "cite": box_of(edition),
        "log": _log(edition, earlier),
        "earlier": earlier,
        "related": together(one.card for one in near),
        "recent": together(recent_beside(article, {one.article for one in near}, state)),
    }
    return page(request, "site/report.html", context)


def _log(edition: Edition, earlier: list[Edition]) -> list[Edition]:
    """The editions that corrected something, newest first; none where the present note, which the page has, is all."""
    corrected = [e for e in (edition, *reversed(earlier)) if e.correction_note]
    return corrected if any(e is not edition for e in corrected) else []


def _editions(article: int, language: str, now: datetime) -> "QuerySet[Edition]":
    """All of the report's editions that are or were public, oldest first; with the printed page of the live one."""
    shown = When(Edition.is_live(now), language=language, then=F("printed__page"))
    editions = Edition.public_by(now).filter(article=article).defer(*Edition.NOT_SHOWN).order_by("number")
    # Whether there is a PDF is no part of what the press has set: it is made later.
    return editions.select_related("pdf").annotate(page=Case(shown, default=Value(b""), output_field=CompressedField()))


@require_safe
def earlier_edition(request: HttpRequest, article: int, number: int) -> HttpResponse:
    """An edition that is over, as it was printed. The live one's number leads to the report; others do not exist."""
    state = public_state(request.LANGUAGE_CODE)
    live = _addresses_of(article, state.now, "correction_note", "live_from").get(state.language)
    if live and live.number == number:
        return elsewhere(report_path(live))
    history = lists.past(article, state.language, state.now)
    if number not in {edition.number for edition in history}:
        return absent(state)
    if withdrawal := lists.withdrawal_of(history, number):
        return gone(state, withdrawal)
    if live is None:
        return absent(state)
    editions = Edition.past_at(state.now).select_related("printed").defer(*Edition.NOT_SHOWN)
    edition = editions.get(article=article, language=state.language, number=number)
    around = frame(state, here=report_path(live))
    context = {
        "site": around,
        "metadata": head.of_report(edition, around, over=True),
        "edition": edition,
        "page": printed_before(edition.printed.page.decode()),
        "cite": box_of(edition, over=True),
        "newest": report_path(live),
        "following": next(later for later in (*history, live) if later.number > number),
    }
    return page(request, "site/earlier.html", context, noindex=True)


@require_safe
def short(request: HttpRequest, article: int) -> HttpResponse:
    """/r/<id>/ to the report's address."""
    state = public_state(request.LANGUAGE_CODE)
    live = _addresses_of(article, state.now)
    if edition := live.get(state.language):
        return moved(report_path(edition))
    past = lists.past(article, state.language, state.now)
    return withdrawn_or_absent(state, past, live.get(other_than(state.language)))


def _addresses_of(article: int, now: datetime, *more: str) -> dict[str, Edition]:
    editions = lists.live_of(article, now).only("article_id", "language", "number", "slug", "title", *more)
    return {edition.language: edition for edition in editions}
