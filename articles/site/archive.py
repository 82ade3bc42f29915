"""The archive: the reports of a month, and the way to the months around it."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import path_of
from articles.site.answers import page
from articles.site.failures import absent
from articles.site.feeds.archive import Part, part_of
from articles.site.frame import Link, frame
from articles.site.metadata import head
from articles.site.moment import moment
from articles.site.shown import card


@require_safe
def archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month of first publications, in the site's time zone; 404 where it has none. Four queries."""
    at, before = moment(request.LANGUAGE_CODE), request.GET.get("before", "")
    everything = lists.everything(at.language, at.now)
    try:
        part = Part(year, month)
        listed = everything.where(first_live_from__gte=part.begins, first_live_from__lt=part.ends).page(before)
    except (lists.BadCursor, ValueError, OverflowError):
        return absent(at)
    if not listed.editions:
        return absent(at)
    here = path_of(at.language, "archive", year, month)
    around, name = frame(at, here=f"{here}?before={before}" if before else here), _name(part)
    older = everything.where(first_live_from__lt=part.begins).newest_first()
    newer = everything.where(first_live_from__gte=part.ends).oldest_first()
    context = {
        "site": around,
        "metadata": head.of_list(around, name, listed.editions, description=_about(name, around.name)),
        "month": name,
        "cards": [card(edition) for edition in listed.editions],
        "page": listed,
        "before": before,
        "first": here,
        "older": _month_of_first(older),
        "newer": _month_of_first(newer),
    }
    return page(request, "site/archive.html", context)


def month_of(edition: Edition) -> Link:
    """The month of its first publication."""
    part = part_of(edition.first_live_from)
    return Link(_name(part), path_of(edition.language, "archive", part.year, part.month))


def _month_of_first(editions: "QuerySet[Edition]") -> Link | None:
    first = editions.only("language", "first_live_from").first()
    return month_of(first) if first else None


def _about(month: str, publisher: str) -> str:
    return gettext("Reports from %(name)s, published in %(month)s") % {"name": publisher, "month": month}


def _name(part: Part) -> str:
    return date_format(timezone.localtime(part.begins), "YEAR_MONTH_FORMAT")
