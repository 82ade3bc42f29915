"""A form that was sent and could not be accepted: the answer carries all that was typed, and a way to send it again.

Four reasons: the session is over, the form's token is not the browser's, the server failed, the right is gone.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.views.csrf import csrf_failure as stock_csrf_failure
from django.views.defaults import bad_request as stock_bad_request
from django.views.defaults import permission_denied

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
    """403 at the desk. What was sent stays on the page."""
    if not request.path_info.startswith(DESK) or request.content_type == JSON or not request.accepts("text/html"):
        return permission_denied(request, exception)
    if request.method != "POST":
        return refusal_page(request, 403)
    return _page(
        request,
        title=_("You may not do this now"),
        says=_("Perhaps it was put into the bin meanwhile, or your role changed. What you typed is here: copy it."),
        status=403,
    )


REFUSALS: dict[int, tuple[Promise, Promise]] = {
    400: (
        _("This request could not be read"),
        _("It arrived incomplete or garbled, so nothing was changed. Go back and try again."),
    ),
    403: (
        _("Your role does not open this page"),
        _("If you need it for your work, ask the manager of your branch."),
    ),
    404: (
        _("There is no such page at the desk"),
        _("What was here is deleted, belongs to another branch, or the address is mistyped."),
    ),
    405: (
        _("This address is not a page"),
        _("It only answers to a button on another page. Nothing was changed."),
    ),
}


def refusal_page(request: HttpRequest, status: int) -> HttpResponse:
    """What a browser is told at the desk where there is nothing to show it, with the way on."""
    title, says = REFUSALS[status]
    return _page(request, title=title, says=says, status=status, frame=admin.site.each_context(request))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; the page is the desk's."""
    if not request.path_info.startswith(DESK) or not request.accepts("text/html"):
        return stock_bad_request(request, exception)
    return _page(request, title=REFUSALS[400][0], says=REFUSALS[400][1], status=400, bare=True)


def _page(
    request: HttpRequest,
    *,
    title: Any,
    says: Any,
    status: int,
    login_first: bool = False,
    again: Any = "",
    errors: list[Any] | None = None,
    frame: dict[str, Any] | None = None,
    bare: bool = False,
) -> HttpResponse:
    """`frame`: what stands around a page of the desk, for somebody logged in. `bare`: what was sent cannot be read."""
    sent = request.method == "POST" and not bare
    posted = [(name, value) for name, values in _lists(request) for value in values] if sent else []
    context = {
        **(frame or {}),
        "home": status in REFUSALS and not sent,
        "title": title,
        "site_title": _("Shaf desk"),
        "site_header": _("Shaf desk"),
        "says": says,
        "errors": errors or [],
        "login_first": login_first,
        "again": again if posted or not login_first else "",
        "sent": sent,
        "posted": posted,
        "texts": [text for name, value in posted if (text := _text(name, value))],
        "files": list(request.FILES) if sent else [],
        "address": request.get_full_path(),
        "username": request.POST.get(USERNAME, "") if sent else "",
        "csrf_token": get_token(request),
    }
    response = HttpResponse(render_to_string("admin/kept.html", context, request if frame else None), status=status)
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
