"""Where an address of the former site leads: to the path of its place here, or to nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from articles.press.models import OldAddress
from articles.site import register
from articles.site.addresses import path_of
from articles.site.errors import frame
from articles.site.feeds.addresses import feed_path
from articles.site.public_state import public_state
from articles.site.responses import failed
from shaf.text import old_address

Place = OldAddress.Place
ENTRIES = {**register.KINDS, register.PAGE.name: register.PAGE}
# The former site's front page, whose feeds and lists are everything's. It needs no row.
HOMES = {"/": "ar", "/en": "en"}


@dataclass(frozen=True, slots=True)
class Led:
    """`path`: percent-encoded, of a page that may be there or not; '' for what is gone for good."""

    path: str


def led(path: str, query: str) -> Iterator[Led]:
    """Where this address may lead, likeliest first. One query, and one more where a row leads to an entry.

    `path` is what a server makes of the request.
    """
    asked = list(old_address.keys(path, query))
    language = "en" if path.startswith("/en/") else "ar"
    wanted = {one.key for one in asked if one.key not in HOMES}
    rows = {row.address: row for row in OldAddress.objects.filter(address__in=wanted)} if wanted else {}
    for one in asked:
        if (row := rows.get(one.key)) is not None:
            yield from _of_row(row, one.feed)
        elif one.key in HOMES and (one.feed or one.key != path):
            yield Led(_home(HOMES[one.key], one.feed))
        elif month := old_address.archive_of(one.key):
            yield Led(_archive(language, *month))


def gone(language: str) -> HttpResponse:
    """410 for what the former site had and this one has not."""
    return failed("site/gone.html", {"site": frame(public_state(language))}, status=410)


def _of_row(row: OldAddress, feed: str) -> Iterator[Led]:
    match row.place:
        case Place.GONE:
            yield Led("")
        case Place.HOME:
            yield Led(_home(row.language, feed))
        case _ if feed and row.place not in register.KINDS:
            # Of a report or a page the former site fed comments.
            yield Led("")
        case Place.REPORT:
            yield Led(path_of(row.language, "short", row.target))
        case Place.PICTURE | Place.FILE:
            yield Led(reverse("media", args=[row.file]))
        case _ if row.place in ENTRIES:
            if path := _of_entry(ENTRIES[row.place], row, feed):
                yield Led(path)


def _of_entry(kind: register.EntryKind, row: OldAddress, feed: str) -> str:
    """'' where there is no such entry in this language."""
    entry = register.standing(kind.model.objects.filter(pk=row.target).first(), row.language)
    if entry is None:
        return ""
    slug = entry.slug_in(row.language)
    if feed:
        return feed_path(row.language, feed, kind.name, slug)
    return path_of(row.language, kind.name, slug)


def _home(language: str, feed: str) -> str:
    return feed_path(language, feed) if feed else path_of(language, "home")


def _archive(language: str, year: int, month: int | None) -> str:
    return path_of(language, "month", year, month) if month else path_of(language, "year", year)
