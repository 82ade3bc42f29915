"""The site's addresses; shaf/urls.py puts the English ones under /en/."""

from django.urls import path, register_converter

from articles.site import archive, centre_pages, corrections, doors, paper, register_pages, views
from articles.site.cards.views import social_card
from articles.site.citation.views import citation, edition_citation
from articles.site.feeds import urls as feeds
from articles.site.register import KINDS
from articles.site.search.views import search


class Serial:
    """A positive number without leading zeros, in ASCII digits, that every database can hold."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class SmallSerial(Serial):
    regex = "[1-9][0-9]{0,8}"


class Citation:
    """The file name's extension: which program reads it."""

    regex = "bib|ris|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ImageType(Citation):
    regex = "png|jpg"


class Hash(Citation):
    """The beginning of a SHA-256, in hexadecimal."""

    regex = "[0-9a-f]{12}"


class Segment:
    """One part of a path, in any script; control characters are in no slug, and PostgreSQL chokes on NUL."""

    regex = r"[^/\x00-\x1f\x7f]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Serial, "serial")
register_converter(SmallSerial, "small_serial")
register_converter(Segment, "segment")
register_converter(Citation, "citation")
register_converter(Hash, "hash")
register_converter(ImageType, "image")

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("articles/", views.reports, name="reports"),
    path("articles/<serial:article>/", views.report),
    path("articles/<serial:article>/<segment:slug>/", views.report, name="report"),
    path("articles/<serial:article>/cite.<citation:extension>", citation, name="citation"),
    path("articles/<serial:article>/report.pdf", paper.pdf, name="pdf"),
    path("articles/<serial:article>/editions/<small_serial:number>/report.pdf", paper.edition_pdf, name="edition_pdf"),
    path("articles/<serial:article>/card-<hash:card>.<image:extension>", social_card, name="card"),
    path(
        "articles/<serial:article>/editions/<small_serial:number>/cite.<citation:extension>",
        edition_citation,
        name="edition_citation",
    ),
    path("articles/<serial:article>/editions/<small_serial:number>/", views.earlier_edition, name="edition"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<archive_year:year>/", archive.year, name="year"),
    path("archive/<archive_year:year>/<archive_month:month>/", archive.month, name="month"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("pages/<segment:slug>/", centre_pages.centre_page, name="page"),
    path("theme-<hash:version>.css", centre_pages.theme, name="theme"),
    path("search/", search, name="search"),
    path("r/<serial:article>/", views.short, name="short"),
    *feeds.patterns(),
    *(
        path(f"{kind.folder}/<segment:slug>/", register_pages.entry, {"kind": kind.name}, name=kind.name)
        for kind in KINDS.values()
    ),
    *(path(f"{kind.folder}/", doors.doors, {"kind": kind.name}, name=kind.folder) for kind in KINDS.values()),
]
