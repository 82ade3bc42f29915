"""The addresses of feeds: of everything, and of each entry of the register."""

from collections.abc import Iterator

from django.urls import URLPattern, path, register_converter

from articles.site.feeds import views
from articles.site.feeds.addresses import view_name
from articles.site.feeds.formats import FORMATS, RSS
from articles.site.register import KINDS


class Year:
    """Four ASCII digits."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class Month(Year):
    """Two ASCII digits, 01 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int) -> str:
        return f"{value:02}"


register_converter(Year, "archive_year")
register_converter(Month, "archive_month")


def patterns() -> Iterator[URLPattern]:
    """The current document and the archive, in each format."""
    for kind in ("", *KINDS):
        folder = f"{KINDS[kind].folder}/<segment:slug>/" if kind else ""
        for form in FORMATS:
            own = folder + ("feed/" if form == RSS else f"feed/{form}/")
            what = {"kind": kind, "form": form}
            yield path(own, views.feed, what, name=view_name(kind, form))
            archive = f"{own}<archive_year:year>/<archive_month:month>/"
            yield path(archive, views.feed, what, name=view_name(kind, form, archive=True))
