"""Pages. Each view reads the clock once and passes it on, so one page never shows two moments."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from articles.press.models import Edition, Ended
from articles.site import lists, register
from articles.site.addresses import absolute, other_than, path_of, report_path
from articles.site.answers import elsewhere, moved, page
from articles.site.frame import Link, branch_name, frame
from authors.models import Entry
from shaf import clock


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest report above the latest ones."""
    now, language = clock.database_now(), request.LANGUAGE_CODE
    lead, *latest = lists.newest(lists.live(language, now), lists.HOME) or [None]
    here, there = (path_of(code, "home") for code in (language, other_than(language)))
    return page(
        request,
        "site/home.html",
        {"site": frame(language, now, here=here, there=there), "lead": lead, "latest": latest},
    )


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """All of them, paged."""
    now, language = clock.database_now(), request.LANGUAGE_CODE
    before = request.GET.get("before", "")
    try:
        listed = lists.page(lists.live(language, now), before)
    except lists.BadCursor:
        return absent(request, now)
    if before and not listed.editions:
        return absent(request, now)
    here, there = (path_of(code, "reports") for code in (language, other_than(language)))
    around = frame(language, now, here=_on_page(here, before), there="" if before else there)
    return page(request, "site/reports.html", {"site": around, "page": listed, "before": before})


@require_safe
def report(request: HttpRequest, article: int, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 where it was withdrawn."""
    now, language = clock.database_now(), request.LANGUAGE_CODE
    public = {e.language: e for e in lists.live_of(article, now).defer("manuscript")}
    edition = public.get(language)
    if edition is None:
        return withdrawn_or_absent(request, article, now)
    if slug != edition.slug:
        return moved(report_path(edition))
    other = public.get(other_than(language))
    around = frame(language, now, here=report_path(edition), there=report_path(other) if other else "")
    context = {
        "site": around,
        "edition": edition,
        "linked": True,
        "short": absolute(path_of(language, "short", article)),
        "recent": lists.newest(lists.live(language, now).exclude(article=article), lists.RECENT),
        "earlier": _earlier(edition, now),
    }
    return page(request, "site/report.html", context)


def _earlier(edition: Edition, now: datetime) -> list[Edition]:
    if edition.live_from == edition.first_live_from:
        return []
    return lists.still_readable(lists.past(edition.article_id, edition.language, now))


@require_safe
def earlier_edition(request: HttpRequest, article: int, number: int) -> HttpResponse:
    """An edition that is over, as it was printed. The live one's number leads to the report; others do not exist."""
    now, language = clock.database_now(), request.LANGUAGE_CODE
    live = _address_of(article, language, now)
    if live and live.number == number:
        return elsewhere(report_path(live))
    history = lists.past(article, language, now)
    if number not in {edition.number for edition in history}:
        return absent(request, now)
    if withdrawal := lists.withdrawal_of(history, number):
        return gone(request, withdrawal, now)
    if live is None:
        return absent(request, now)
    edition = Edition.past_at(now).defer("manuscript").get(article=article, language=language, number=number)
    return page(
        request,
        "site/earlier.html",
        {"site": frame(language, now, here=report_path(live)), "edition": edition, "newest": report_path(live)},
        noindex=True,
    )


@require_safe
def short(request: HttpRequest, article: int) -> HttpResponse:
    """/r/<id>/ to the report's address."""
    now, language = clock.database_now(), request.LANGUAGE_CODE
    live = _address_of(article, language, now)
    return moved(report_path(live)) if live else withdrawn_or_absent(request, article, now)


def _address_of(article: int, language: str, now: datetime) -> Edition | None:
    editions = lists.live_of(article, now).only("article_id", "language", "number", "slug")
    return next((edition for edition in editions if edition.language == language), None)


@require_safe
def entry(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """A page of the register: public only while a live edition in this language prints the entry."""
    now, language, of = clock.database_now(), request.LANGUAGE_CODE, register.KINDS[kind]
    before = request.GET.get("before", "")
    found = register.find(of, slug, language)
    if found is None:
        return absent(request, now)
    editions = register.reports(of, found, language, now)
    try:
        listed = lists.page(editions, before)
    except lists.BadCursor:
        return absent(request, now)
    if not listed.editions:
        return absent(request, now)
    here = path_of(language, of.name, found.slug_in(language))
    if slug != found.slug_in(language):
        return moved(here)
    there = "" if before else _in_other_language(of, found, language, now)
    feed = None
    if of is register.BRANCH:
        name = branch_name(found.name_in(language))
        feed = Link(name, absolute(path_of(language, "branch_feed", found.slug_in(language))))
    context: dict[str, Any] = {
        "site": frame(language, now, here=_on_page(here, before), there=there, feed=feed),
        "kind": of.name,
        "entry": _printed(found, language),
        "page": listed,
        "before": before,
        "first": here,
    }
    if of is register.AUTHOR:
        ids = register.merged_ids(found)
        context["cited"] = {
            e.pk for e in listed.editions if ids.isdisjoint(person["id"] for person in e.byline["authors"])
        }
    return page(request, f"site/{of.name}.html", context)


def _in_other_language(kind: register.Kind, found: Entry, language: str, now: datetime) -> str:
    other = other_than(language)
    if not (found.name_in(other) and found.slug_in(other)):
        return ""
    if not register.reports(kind, found, other, now).exists():
        return ""
    return path_of(other, kind.name, found.slug_in(other))


def _printed(found: Entry, language: str) -> dict[str, Any]:
    """The entry's fields in exactly this language; what exists once for all languages as it is."""
    translated = ("name", "slug", "description", "city", "contact", "honorific", "position", "biography")
    fields = {name: getattr(found, f"{name}_{language}", "") or "" for name in translated}
    return fields | {name: getattr(found, name, "") or "" for name in ("orcid", "links", "url", "kind")}


def _on_page(path: str, before: str) -> str:
    return f"{path}?before={before}" if before else path


def absent(request: HttpRequest, now: datetime) -> HttpResponse:
    """The one 404: what is scheduled, cancelled, in draft or unknown answers alike, to the byte."""
    around = frame(request.LANGUAGE_CODE, now)
    return page(request, "site/404.html", {"site": around}, status=404, noindex=True)


def gone(request: HttpRequest, withdrawal: Edition, now: datetime) -> HttpResponse:
    """410 with title, public reason and date."""
    around = frame(request.LANGUAGE_CODE, now)
    return page(request, "site/410.html", {"site": around, "edition": withdrawal}, status=410, noindex=True)


def withdrawn_or_absent(request: HttpRequest, article: int, now: datetime) -> HttpResponse:
    """For a report with no live edition in this language."""
    history = lists.past(article, request.LANGUAGE_CODE, now)
    if history and history[-1].ended_why == Ended.WITHDRAWN:
        return gone(request, history[-1], now)
    return absent(request, now)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For an address that no pattern knows."""
    return absent(request, clock.database_now())


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the database, which may be what failed."""
    response = HttpResponse(render_to_string("site/500.html"), status=500)
    response["Cache-Control"] = "no-store"
    return response
