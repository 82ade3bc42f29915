"""The menu above every page of the desk: where this person may go."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# What stands in the menu itself, by the page's name; all other lists lie folded behind its last entry.
PAGES: dict[str, str | Promise] = {
    "index": pgettext_lazy("menu", "Start"),
    "articles_article_changelist": pgettext_lazy("menu", "Reports"),
    "calendar": pgettext_lazy("menu", "Calendar"),
    "articles_picture_changelist": pgettext_lazy("menu", "Pictures"),
}


@dataclass
class Entry:
    label: str | Promise
    url: str
    here: bool


@dataclass
class Menu:
    entries: list[Entry] = field(default_factory=list)
    more: list[Entry] = field(default_factory=list)


def menu(request: HttpRequest, apps: list[dict[str, Any]], *, people: bool = False, archive: bool = False) -> Menu:
    """`apps` is the admin's own list of what the person may see (AdminSite.get_app_list); `people`: whether they manage
    some; `archive`: whether they work off what an import left."""
    lists = {model["admin_url"]: model["name"] for app in apps for model in app["models"] if model.get("admin_url")}
    found, home = Menu(), reverse("admin:index")
    for name, label in PAGES.items():
        try:
            url = reverse(f"admin:{name}")
        except NoReverseMatch:
            continue
        if not name.endswith("_changelist") or lists.pop(url, None):
            here = request.path == home if url == home else request.path.startswith(url)
            found.entries.append(Entry(label, url, here))
    found.more = [Entry(label, url, request.path.startswith(url)) for url, label in lists.items()]
    if archive:
        url = reverse("admin:articles_imports")
        found.more.append(Entry(_("The archive"), url, request.path.startswith(url)))
    if people:
        for name, label in (("people", _("People")), ("audit_log", _("Audit log"))):
            url = reverse(f"admin:{name}")
            found.more.append(Entry(label, url, request.path.startswith(url)))
    return found
