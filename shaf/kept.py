"""A form that was sent and could not be accepted: the answer carries all that was typed, and a way to send it again.

Five reasons: the session is over, the form's token is not the browser's, the server failed, the right is gone, the
form was carried out before with other content.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from django.contrib.admin import AdminSite
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.views.csrf import csrf_failure as stock_csrf_failure
from django.views.defaults import permission_denied

from shaf.once.tokens import FIELD, new_token

DESK = "/admin/"
JSON = "application/json"
USERNAME, PASSWORD = "relogin_username", "relogin_password"
OPENED_BY = "opened_by"
LANGUAGES = {"ar": "rtl", "en": "ltr"}
# The texts that are shown to be read; everything else that was posted goes along unseen.
LABELS: dict[str, Promise] = {
    "title": _("title"),
    "standfirst": _("standfirst"),
    "key_points": _("key points"),
    "body": _("text"),
    "correction_note": _("correction note"),
    "reason": _("Reason"),
    "text": _("text"),
    "biography": _("biography"),
    "name": _("name"),
}


def session_over(site: AdminSite, request: HttpRequest) -> HttpResponse | None:
    """For a POST by somebody who may not enter: asks him to log in; None once he has, and the POST may go on."""
    if request.content_type == JSON:
        return JsonResponse({"code": "login"}, status=401)
    errors: list[Any] = []
    if USERNAME in request.POST:
        errors = _log_in(site, request)
        if not errors:
            request.POST = _without(request.POST, USERNAME, PASSWORD)
            return None
    return _page(
        request,
        title=_("You were logged out before this was saved"),
        says=_("Nothing is lost: all that you typed is on this page. Log in here, and it is saved as you sent it."),
        login_first=True,
        errors=errors,
        status=403,
    )


def _log_in(site: AdminSite, request: HttpRequest) -> list[Any]:
    """Log in with what was typed into this page; returns what stands against it."""
    form = site.login_form(request, {"username": request.POST[USERNAME], "password": request.POST.get(PASSWORD, "")})
    if not form.is_valid():
        return form.non_field_errors() or [_("Type your username and your password.")]
    user = form.get_user()
    if request.POST.get(OPENED_BY, str(user.pk)) != str(user.pk):
        return [_("This was written by somebody else. Only the person who wrote it can log in here and save it.")]
    before, request.user = request.user, user
    if not site.has_permission(request):
        request.user = before
        return [_("This account has no role at the desk. Ask the manager of your branch.")]
    login(request, user)
    return []


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token in the page is not the browser's: its cookies were cleared, or somebody logged in in another tab.

    Only what came from a page of our own gets a button that sends it again: a forged request must stay refused.
    """
    if not request.path_info.startswith(DESK):
        return stock_csrf_failure(request, reason)
    if request.content_type == JSON:
        return JsonResponse({"code": "csrf"}, status=403)
    return _page(
        request,
        title=_("This was not saved yet"),
        says=_("Your login changed in another tab, or the browser’s cookies were cleared. What you typed is here.")
        if _from_here(request)
        else _("This was sent from another website, so it was refused. Nothing was changed."),
        again=_("Send it again") if _from_here(request) else "",
        status=403,
    )


def _from_here(request: HttpRequest) -> bool:
    came_from = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return (came_from.scheme, came_from.netloc) == (request.scheme, request.get_host())


def failed(request: HttpRequest) -> HttpResponse:
    """500 at the desk, without the database, which may be what failed."""
    return _page(
        request,
        title=_("Something went wrong"),
        says=_("The fault is ours. Nothing was saved, and nothing is lost: your text is kept. Try again in a minute.")
        if request.method == "POST"
        else _("The page could not be shown. The fault is ours; please try again in a few minutes."),
        again=_("Try again"),
        status=500,
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 at the desk for something that was sent."""
    if request.method != "POST" or not request.path_info.startswith(DESK) or request.content_type == JSON:
        return permission_denied(request, exception)
    return _page(
        request,
        title=_("You may not do this now"),
        says=_("Perhaps it was put into the bin meanwhile, or your role changed. What you typed is here: copy it."),
        status=403,
    )


def sent_before(request: HttpRequest, *, told: list[str], where: str) -> HttpResponse:
    """409 for a form that was carried out before, when it said something else. `told` is what was then answered."""
    return _page(
        request,
        title=_("This form was sent before"),
        says=_("It was carried out then. What you have changed since is not saved: it is here, and you decide."),
        again=_("Save this as well"),
        told=told,
        where=where,
        posted_as={FIELD: new_token()},
        status=409,
    )


def _page(
    request: HttpRequest,
    *,
    title: Any,
    says: Any,
    status: int,
    login_first: bool = False,
    again: Any = "",
    errors: list[Any] | None = None,
    told: Sequence[str] = (),
    where: str = "",
    posted_as: Mapping[str, str] = MappingProxyType({}),
) -> HttpResponse:
    """`told`: what was answered before, and `where` it led; `posted_as`: fields that are sent with another value."""
    sent = _lists(request) if request.method == "POST" else []
    posted = [(name, posted_as.get(name, value)) for name, values in sent for value in values]
    context = {
        "title": title,
        "site_title": _("Shaf desk"),
        "site_header": _("Shaf desk"),
        "says": says,
        "errors": errors or [],
        "told": told,
        "where": where,
        "login_first": login_first,
        "again": again if posted or not login_first else "",
        "sent": request.method == "POST",
        "posted": posted,
        "texts": [text for name, value in posted if (text := _text(name, value))],
        "files": list(request.FILES) if request.method == "POST" else [],
        "address": request.get_full_path(),
        "username": request.POST.get(USERNAME, "") if request.method == "POST" else "",
        "csrf_token": get_token(request),
    }
    response = HttpResponse(render_to_string("admin/kept.html", context), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _lists(request: HttpRequest) -> list[tuple[str, list[str]]]:
    return [(name, values) for name, values in request.POST.lists() if name not in _UNSENT]


_UNSENT = {"csrfmiddlewaretoken", USERNAME, PASSWORD} | {
    *("password", "password1", "password2", "old_password", "new_password1", "new_password2")
}


_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|figcaption|blockquote)>")


def _text(name: str, value: str) -> dict[str, Any] | None:
    """How a text is shown: its name, its direction, its words."""
    bare, _underscore, language = name.rpartition("_")
    if language not in LANGUAGES:
        bare, language = name, ""
    words = strip_tags(_BLOCK_END.sub(r"\g<0>\n", value)).strip() if bare == "body" else value
    if bare not in LABELS or not words.strip():
        return None
    return {"label": LABELS[bare], "language": language, "direction": LANGUAGES.get(language, "auto"), "words": words}


def _without(posted: Any, *names: str) -> Any:
    left = posted.copy()
    for name in names:
        left.pop(name, None)
    return left
