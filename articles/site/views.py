"""Pages. Each view reads the clock once and passes it on, so one page never shows two moments."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition, Ended
from articles.site import lists, register
from articles.site.addresses import absolute, other_than, path_of, report_path
from articles.site.answers import elsewhere, failed, moved, page
from articles.site.citation.line import box_of
from articles.site.frame import Link, branch_name, frame
from articles.site.metadata import head
from articles.site.metadata.described import entry as described_entry
from articles.site.moment import Moment, moment
from authors.models import Entry


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest report above the latest ones."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    lead, *latest = lists.newest(lists.live(language, now), lists.HOME) or [None]
    here, there = (path_of(code, "home") for code in (language, other_than(language)))
    around = frame(at, here=here, there=there)
    context = {"site": around, "metadata": head.of_home(around), "lead": lead, "latest": latest}
    return page(request, "site/home.html", context)


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """All of them, paged."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    before = request.GET.get("before", "")
    try:
        listed = lists.page(lists.live(language, now), before)
    except lists.BadCursor:
        return absent(at)
    if before and not listed.editions:
        return absent(at)
    here, there = (path_of(code, "reports") for code in (language, other_than(language)))
    around = frame(at, here=_on_page(here, before), there="" if before else there)
    metadata = head.of_list(around, gettext("All reports"), listed.editions)
    return page(request, "site/reports.html", {"site": around, "metadata": metadata, "page": listed, "before": before})


@require_safe
def report(request: HttpRequest, article: int, slug: str = "") -> HttpResponse:
    """The live edition; 301 from any other slug, 410 where it was withdrawn."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    public = {e.language: e for e in lists.live_of(article, now).defer("manuscript")}
    edition = public.get(language)
    if edition is None:
        return withdrawn_or_absent(at, article)
    if slug != edition.slug:
        return moved(report_path(edition))
    other = public.get(other_than(language))
    around = frame(at, here=report_path(edition), there=report_path(other) if other else "")
    earlier = _earlier(edition, now)
    context = {
        "site": around,
        "metadata": head.of_report(edition, around, other=other, earlier=earlier),
        "cite": box_of(edition),
        "edition": edition,
        "linked": True,
        "short": absolute(path_of(language, "short", article)),
        "recent": lists.newest(lists.live(language, now).exclude(article=article), lists.RECENT),
        "earlier": earlier,
    }
    return page(request, "site/report.html", context)


def _earlier(edition: Edition, now: datetime) -> list[Edition]:
    if edition.live_from == edition.first_live_from:
        return []
    return lists.still_readable(lists.past(edition.article_id, edition.language, now))


@require_safe
def earlier_edition(request: HttpRequest, article: int, number: int) -> HttpResponse:
    """An edition that is over, as it was printed. The live one's number leads to the report; others do not exist."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    live = _address_of(article, language, now)
    if live and live.number == number:
        return elsewhere(report_path(live))
    history = lists.past(article, language, now)
    if number not in {edition.number for edition in history}:
        return absent(at)
    if withdrawal := lists.withdrawal_of(history, number):
        return gone(at, withdrawal)
    if live is None:
        return absent(at)
    edition = Edition.past_at(now).defer("manuscript").get(article=article, language=language, number=number)
    around = frame(at, here=report_path(live))
    context = {
        "site": around,
        "metadata": head.of_report(edition, around, over=True),
        "cite": box_of(edition, over=True),
        "edition": edition,
        "newest": report_path(live),
    }
    return page(request, "site/earlier.html", context, noindex=True)


@require_safe
def short(request: HttpRequest, article: int) -> HttpResponse:
    """/r/<id>/ to the report's address."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    live = _address_of(article, language, now)
    return moved(report_path(live)) if live else withdrawn_or_absent(at, article)


def _address_of(article: int, language: str, now: datetime) -> Edition | None:
    editions = lists.live_of(article, now).only("article_id", "language", "number", "slug")
    return next((edition for edition in editions if edition.language == language), None)


@require_safe
def entry(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """A page of the register: public only while a live edition in this language prints the entry."""
    at, of = moment(request.LANGUAGE_CODE), register.KINDS[kind]
    now, language = at.now, at.language
    before = request.GET.get("before", "")
    found = register.find(of, slug, language)
    if found is None:
        return absent(at)
    editions = register.reports(of, found, language, now)
    try:
        listed = lists.page(editions, before)
    except lists.BadCursor:
        return absent(at)
    if not listed.editions:
        return absent(at)
    here = path_of(language, of.name, found.slug_in(language))
    if slug != found.slug_in(language):
        return moved(here)
    there = "" if before else _in_other_language(of, found, language, now)
    feed = None
    if of is register.BRANCH:
        name = branch_name(found.name_in(language))
        feed = Link(name, absolute(path_of(language, "branch_feed", found.slug_in(language))))
    around, printed = frame(at, here=_on_page(here, before), there=there, feed=feed), _printed(found, language)
    context: dict[str, Any] = {
        "site": around,
        "metadata": head.of_entry(around, described_entry(of.name, printed), listed.editions),
        "kind": of.name,
        "entry": printed,
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
    return fields | {name: getattr(found, name, "") or "" for name in ("orcid", "links", "url", "kind", "photo")}


def _on_page(path: str, before: str) -> str:
    return f"{path}?before={before}" if before else path


def absent(at: Moment) -> HttpResponse:
    """The one 404: what is scheduled, cancelled, in draft or unknown answers alike, to the byte."""
    return failed("site/404.html", {"site": frame(at)}, status=404)


def gone(at: Moment, withdrawal: Edition) -> HttpResponse:
    """410 with title, public reason and date."""
    return failed("site/410.html", {"site": frame(at), "edition": withdrawal}, status=410)


def withdrawn_or_absent(at: Moment, article: int) -> HttpResponse:
    """For a report with no live edition in this language."""
    history = lists.past(article, at.language, at.now)
    if history and history[-1].ended_why == Ended.WITHDRAWN:
        return gone(at, history[-1])
    return absent(at)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For an address that no pattern knows."""
    return absent(moment(request.LANGUAGE_CODE))


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the database, which may be what failed."""
    response = HttpResponse(render_to_string("site/500.html"), status=500)
    response["Cache-Control"] = "no-store"
    return response
