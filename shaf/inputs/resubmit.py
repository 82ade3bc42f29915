"""A form that was sent and could not be accepted: the answer carries all that was typed, and a way to send it again.

Reasons: the session is over, a second factor is asked for again, the form's token is not the browser's, the server
failed or is busy, the right is gone, the form was carried out before with other content. What was too large to be read
at all cannot be in the answer: then it says where the browser has it. A form that asks for a password is the exception:
no page holds a password, and to send the form without it is no use.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.csrf import csrf_failure as stock_csrf_failure
from django.views.defaults import permission_denied

from shaf.db.no_room import is_for_want_of_room
from shaf.once.tokens import FIELD, new_token
from shaf.product.limits import BODY_BYTES, REQUEST_FILES, WORDS

DESK = "/admin/"
# CKEditor's uploader says that it accepts anything, and reads JSON alone.
EDITORS_UPLOAD = "/admin/upload/"
# Seconds.
RETRY_AFTER = 5
JSON = "application/json"
USERNAME, PASSWORD, CODE = "relogin_username", "relogin_password", "relogin_code"
# What is given again for one that is grave, and not a part of it.
AGAIN_CODE, AGAIN_PASSKEY = "again_code", "again_passkey"
OPENED_BY = "opened_by"
PASSWORDS = frozenset({"password", "password1", "password2", "old_password", "new_password1", "new_password2"})
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
    """For a POST by somebody who may not enter: asks them to log in; None once they have, and the POST may go on."""
    if request.content_type == JSON:
        return JsonResponse({"code": "login"}, status=401)
    if asks_for_password(request):
        messages.warning(
            request, _("You were logged out, so nothing was changed. Log in, and type the password once more.")
        )
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    errors: list[Any] = []
    if USERNAME in request.POST:
        errors = _log_in(site, request)
        if not errors:
            request.POST = _without(request.POST, USERNAME, PASSWORD, CODE)
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
    request.user = before
    wrong = site.enter(request, user, request.POST.get(CODE, ""))
    return [wrong] if wrong else []


def ask_again(request: HttpRequest, what: Any, wrong: str, passkey: Mapping[str, Any] | None) -> HttpResponse:
    """For what is grave, where the second factor was given some time ago: the same once more, with one.

    `what` it is, in words, '' where there are none; `wrong` is what stands against what was given; `passkey` is what a
    passkey is to sign, None where the account has none. What is read and not sent is asked for again at its address.
    """
    if wants_json(request):
        return _json(request, "second_factor", _("Confirm that it is you: reload the page."), 403)
    context = {
        **admin.site.each_context(request),
        "title": _("Confirm that it is you"),
        "what": what,
        "wrong": wrong,
        "posted": [(name, value) for name, values in _lists(request) for value in values],
        "texts": [text for name, values in _lists(request) for value in values if (text := _text(name, value))],
        "files": list(request.FILES),
        "address": request.get_full_path(),
        "passkey": passkey,
        "code_field": AGAIN_CODE,
        "passkey_field": AGAIN_PASSKEY,
        "csrf_token": get_token(request),
    }
    response = HttpResponse(render_to_string("admin/security/again.html", context, request), status=403)
    response["Cache-Control"] = "no-store"
    return response


def given_again(request: HttpRequest) -> tuple[str, str]:
    """The code and the passkey's answer that came along, which the request then holds no more; '' for none."""
    given = request.POST.get(AGAIN_CODE, ""), request.POST.get(AGAIN_PASSKEY, "")
    if any(given):
        request.POST = _without(request.POST, AGAIN_CODE, AGAIN_PASSKEY)
    return given


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token in the page is not the browser's: its cookies were cleared, or somebody logged in in another tab.

    Only what came from a page of our own gets a button that sends it again: a forged request must stay refused.
    """
    if not request.path_info.startswith(DESK):
        return stock_csrf_failure(request, reason)
    if request.content_type == JSON:
        return JsonResponse({"code": "csrf"}, status=403)
    if asks_for_password(request) and _from_here(request):
        return _typed_anew(request)
    return _page(
        request,
        title=_("This was not saved yet"),
        says=_("Your login changed in another tab, or the browser’s cookies were cleared. What you typed is here.")
        if _from_here(request)
        else _("This was sent from another website, so it was refused. Nothing was changed."),
        again=_("Send it again") if _from_here(request) else "",
        status=403,
    )


def asks_for_password(request: HttpRequest) -> bool:
    """Whether what was sent is a form with a password in it."""
    return request.method == "POST" and not PASSWORDS.isdisjoint(request.POST)


def _typed_anew(request: HttpRequest) -> HttpResponse:
    """To the same form, empty and with the browser's present token; from the login to where it was to lead, where a
    login in another tab has made it needless."""
    if request.path == reverse("admin:login") and admin.site.has_permission(request):
        messages.info(request, _("You are in: you logged in in another tab, as %s.") % request.user.get_username())
        there = request.POST.get(REDIRECT_FIELD_NAME, "")
        safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
        return HttpResponseRedirect(there if safe else reverse("admin:index"))
    messages.warning(
        request,
        _("Your login changed in another tab, or the browser’s cookies were cleared. Type the password once more."),
    )
    return HttpResponseRedirect(request.get_full_path())


def _from_here(request: HttpRequest) -> bool:
    came_from = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return (came_from.scheme, came_from.netloc) == (request.scheme, request.get_host())


def failed(request: HttpRequest) -> HttpResponse:
    """500 at the desk, without the database, which may be what failed: then it is a 503, and worth sending again; for
    want of room on a disk a 507 (RFC 4918, 11.5).
    """
    if is_for_want_of_room(sys.exc_info()[1]):
        return _no_room(request)
    if isinstance(sys.exc_info()[1], OperationalError):
        return _busy(request)
    if wants_json(request):
        message = _("Something went wrong. The fault is ours; please try again in a minute.")
        return _json(request, "failed", message, 500)
    return _page(
        request,
        title=_("Something went wrong"),
        says=_("The fault is ours. Nothing was saved, and nothing is lost: your text is kept. Try again in a minute.")
        if request.method == "POST" and not asks_for_password(request)
        else _("The page could not be shown. The fault is ours; please try again in a few minutes."),
        again=_("Try again"),
        status=500,
    )


def _busy(request: HttpRequest) -> HttpResponse:
    """503: another save holds the database, or it is away."""
    if wants_json(request):
        message = _("Somebody else is saving at this moment. It will be tried again.")
        response: HttpResponse = _json(request, "busy", message, 503)
    else:
        response = _page(
            request,
            title=_("The desk is busy at this moment"),
            says=_("Nothing was saved yet, and nothing is lost: all that you typed is on this page. Send it again.")
            if request.method == "POST"
            else _("The page could not be shown. Please try again in a moment."),
            again=_("Send it again") if request.method == "POST" else _("Try again"),
            status=503,
        )
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def _no_room(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        message = _("The server’s disk is full, so nothing can be saved. Tell whoever runs it; then try again.")
        return _json(request, "full", message, 507)
    return _page(
        request,
        title=_("The server’s disk is full"),
        says=_(
            "Nothing was saved, and nothing is lost: all that you typed is on this page. Tell whoever runs the server."
        )
        if request.method == "POST" and not asks_for_password(request)
        else _("Nothing can be saved, and nobody can log in, until there is room. Tell whoever runs the server."),
        again=_("Send it again") if request.method == "POST" else _("Try again"),
        status=507,
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, for what was sent and for what was asked for."""
    if not request.path_info.startswith(DESK):
        return permission_denied(request, exception)
    if wants_json(request):
        return _json(request, "forbidden", _("You may not do this, or not any more."), 403)
    if request.method != "POST":
        return refusal_page(request, 403)
    return _page(
        request,
        title=_("You may not do this now"),
        says=_("Perhaps it was put into the bin meanwhile, or your role changed. What you typed is here: copy it.")
        if request.method == "POST"
        else _("Your role does not allow this page. Ask a manager of your branch."),
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


REFUSALS: dict[int, tuple[Promise, Promise]] = {
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
    return _page(request, title=title, says=says, status=status, frame=admin.site.each_context(request), unread=True)


def not_read(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 and 413: what was sent is larger than any report, or is no form. None of it was read."""
    if isinstance(exception, DisallowedHost) or not request.path_info.startswith(DESK):
        said = _("The server did not understand this address.")
        return HttpResponse(said, status=400, content_type="text/plain; charset=utf-8")
    status, says = 400, _("It arrived incomplete or garbled, so nothing was changed. Go back and try again.")
    match exception:
        case RequestDataTooBig():
            says = _(
                "This is more than can be sent at once: the text of one language has at most %(words)d thousand words "
                "and %(size)d MB of HTML. Split the report, or paste it as plain text."
            ) % {"words": WORDS // 1_000, "size": BODY_BYTES // 1_000_000}
            status = 413
        case TooManyFieldsSent():
            says = _("This form has more fields than any report has. Remove some references and send it again.")
            status = 413
        case TooManyFilesSent():
            says = ngettext(
                "At most %(n)d file can be sent at once. Choose fewer and send them again.",
                "At most %(n)d files can be sent at once. Choose fewer and send them again.",
                REQUEST_FILES,
            ) % {"n": REQUEST_FILES}
            status = 413
    return beyond_measure(request, says, status)


def beyond_measure(request: HttpRequest, says: Any, status: int) -> HttpResponse:
    """The answer to a request whose body was not read."""
    if wants_json(request):
        return _json(request, "too_large" if status == 413 else "bad", says, status)
    return _page(
        request,
        title=_("This was not saved: it is too large") if status == 413 else _("This request could not be read"),
        says=says,
        more=_("What you typed is still in your browser: go back one page with the browser’s button, and it is there.")
        if request.method == "POST"
        else "",
        status=status,
        unread=True,
    )


def spoken(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """At the desk a 405 says in words that it is one; Django's has none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content or not request.path_info.startswith(DESK):
            return response
        answer = _json(request, "method", REFUSALS[405][1], 405) if wants_json(request) else refusal_page(request, 405)
        answer["Allow"] = response.get("Allow", "")
        return answer

    return middleware


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asked, and not a person."""
    return (
        request.content_type == JSON
        or request.path_info == EDITORS_UPLOAD
        or not request.accepts("text/html")
        or "X-Requested-With" in request.headers
    )


def _json(request: HttpRequest, code: str, message: Any, status: int) -> JsonResponse:
    """Each of our scripts reads one of these."""
    said = {"code": code, "message": str(message), "error": {"message": str(message)}}
    response = JsonResponse(said, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _page(
    request: HttpRequest,
    *,
    title: Any,
    says: Any,
    status: int,
    login_first: bool = False,
    again: Any = "",
    errors: list[Any] | None = None,
    more: Any = "",
    unread: bool = False,
    frame: dict[str, Any] | None = None,
    told: Sequence[str] = (),
    where: str = "",
    posted_as: Mapping[str, str] = MappingProxyType({}),
) -> HttpResponse:
    """`unread`: nothing of what was posted may be looked at. `frame`: what stands around a page of the desk.

    `told`: what was answered before, and `where` it led. `posted_as`: fields that are sent with another value.
    """
    has_form = request.method == "POST" and not unread
    sent = _lists(request) if has_form else []
    posted = [(name, posted_as.get(name, value)) for name, values in sent for value in values]
    context = {
        **(frame or {}),
        "home": status in REFUSALS and not has_form,
        "title": title,
        "site_title": _("Shaf desk"),
        "site_header": _("Shaf desk"),
        "says": says,
        "more": more,
        "errors": errors or [],
        "told": told,
        "where": where,
        "login_first": login_first,
        "again": again if posted or not login_first else "",
        "sent": has_form and not asks_for_password(request),
        "posted": posted,
        "texts": [text for name, value in posted if (text := _text(name, value))],
        "files": list(request.FILES) if has_form else [],
        "address": request.get_full_path(),
        "username": request.POST.get(USERNAME, "") if has_form else "",
        "csrf_token": get_token(request),
    }
    response = HttpResponse(render_to_string("admin/resubmit.html", context, request if frame else None), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _lists(request: HttpRequest) -> list[tuple[str, list[str]]]:
    return [(name, values) for name, values in request.POST.lists() if name not in _UNSENT]


_UNSENT = {"csrfmiddlewaretoken", USERNAME, PASSWORD, CODE, AGAIN_CODE, AGAIN_PASSKEY} | PASSWORDS


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
