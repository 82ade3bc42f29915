"""The archive: its years, the months of each, and the reports of a month."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import compress

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.site import lists
from articles.site.addresses import other_than, path_of
from articles.site.errors import absent
from articles.site.feeds.archive import Part, part_of
from articles.site.frame import Link, frame
from articles.site.list_cards import card
from articles.site.metadata import head
from articles.site.public_state import PublicState, public_state
from articles.site.responses import elsewhere, page

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """`months`: those with reports, the newest first."""

    number: int
    months: tuple[Link, ...]


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Every month that has reports, by year."""
    state = public_state(request.LANGUAGE_CODE)
    here, there = (path_of(code, "archive") for code in (state.language, other_than(state.language)))
    around = frame(state, here=here, there=there)
    metadata = head.of_list(around, gettext("Archive"), [], description=_of_all(around.name))
    return page(request, "site/archive.html", {"site": around, "metadata": metadata, "years": years_at(state)})


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month of first publications, in the site's time zone; 404 where it has none."""
    state, before = public_state(request.LANGUAGE_CODE), request.GET.get("before", "")
    try:
        part = Part(year, month)
        listed = _of(part, state.language, state).page(before)
    except (lists.BadCursor, ValueError, OverflowError):
        return absent(state)
    if not listed.editions:
        return absent(state)
    here, other = (path_of(code, "month", year, month) for code in (state.language, other_than(state.language)))
    there = "" if before or not _of(part, other_than(state.language), state).exists() else other
    around, name = frame(state, here=f"{here}?before={before}" if before else here, there=there), _name(part)
    months = [link for found in years_at(state) for link in found.months]
    place = next((n for n, link in enumerate(months) if link.url == here), 0)
    context = {
        "site": around,
        "metadata": head.of_list(around, name, listed.editions, description=_about(name, around.name)),
        "month": name,
        "archive": path_of(state.language, "archive"),
        "cards": [card(edition) for edition in listed.editions],
        "page": listed,
        "before": before,
        "first": here,
        "newer": months[place - 1] if place else None,
        "older": months[place + 1] if place + 1 < len(months) else None,
    }
    return page(request, "site/month.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """To its newest month."""
    state = public_state(request.LANGUAGE_CODE)
    found = next((one for one in years_at(state) if one.number == year), None)
    return elsewhere(found.months[0].url) if found else absent(state)


@lru_cache(maxsize=4)
def years_at(state: PublicState) -> tuple[Year, ...]:
    """The newest first. Three queries, once a public state."""
    live = lists.everything(state.language, state.now)
    newest, oldest = live.newest_time(), live.oldest_time()
    if not (newest and oldest):
        return ()
    every_month = [part_of(newest)]
    while every_month[-1].begins > oldest:
        every_month.append(part_of(every_month[-1].begins - DAY))
    held = lists.have_reports([(month.begins, month.ends) for month in every_month], state.language, state.now)
    months = list(compress(every_month, held))
    numbers = dict.fromkeys(part.year for part in months)
    return tuple(
        Year(number, tuple(_link(part, state.language) for part in months if part.year == number)) for number in numbers
    )


def _of(part: Part, language: str, state: PublicState) -> lists.Listing:
    return lists.everything(language, state.now).between(part.begins, part.ends)


def _link(part: Part, language: str) -> Link:
    month = date_format(timezone.localtime(part.begins), "F")
    return Link(_name(part), path_of(language, "month", part.year, part.month), short=month)


def _of_all(publisher: str) -> str:
    return gettext("Reports from %(name)s by month of publication") % {"name": publisher}


def _about(month: str, publisher: str) -> str:
    return gettext("Reports from %(name)s, published in %(month)s") % {"name": publisher, "month": month}


def _name(part: Part) -> str:
    return date_format(timezone.localtime(part.begins), "YEAR_MONTH_FORMAT")
