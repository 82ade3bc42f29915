"""The site's addresses; shaf/urls.py puts the English ones under /en/."""

from django.urls import path, register_converter

from articles.site import feeds, views
from articles.site.register import BRANCH, KINDS
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

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("feed/", feeds.everything, name="feed"),
    path("articles/", views.reports, name="reports"),
    path("articles/<serial:article>/", views.report),
    path("articles/<serial:article>/<segment:slug>/", views.report, name="report"),
    path("articles/<serial:article>/editions/<small_serial:number>/", views.earlier_edition, name="edition"),
    path("search/", search, name="search"),
    path("r/<serial:article>/", views.short, name="short"),
    path(f"{BRANCH.folder}/<segment:slug>/feed/", feeds.branch, name="branch_feed"),
    *(
        path(f"{kind.folder}/<segment:slug>/", views.entry, {"kind": kind.name}, name=kind.name)
        for kind in KINDS.values()
    ),
]
