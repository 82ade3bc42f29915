"""The request's language, how much of it is read at all, which pages only answer, what a page may load, and where an
address leads that was bent on its way."""

import copy
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import quote, unquote

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.middleware.common import CommonMiddleware
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from articles.site import old_addresses
from shaf.http.replica import NOT_PUBLIC
from shaf.http.url_repair import meant
from shaf.inputs import resubmit
from shaf.product.limits import ENTRANCE_BYTES, PICTURE_MB, POST_MB
from shaf.text.arabic import without_reordering
from shaf.text.old_address import is_asked_at_home

Handler = Callable[[HttpRequest], HttpResponse]
# Bytes. The largest request there is: a few pictures in one form.
MAX_BODY = POST_MB * 1024 * 1024
DESK = "/admin"
# arabic.REORDERING in UTF-8, with or without escapes (WSGI hands bytes over as Latin-1).
REORDERING_QUERY = re.compile(
    r"(?:%[eE]2|\xe2)(?:(?:%80|\x80)(?:%[aA][a-eA-E]|[\xaa-\xae])|(?:%81|\x81)(?:%[aA][6-9]|[\xa6-\xa9]))"
)
ENTRANCES = tuple(f"{DESK}/{name}/" for name in ("login", "relogin", "logout", "password_reset", "second_factor"))
READING = ("GET", "HEAD")
# OAI-PMH (3.1.1) reads by POST as well.
READ_BY_POST = "/oai"


def language_from_path(get_response: Handler) -> Handler:
    """English under /en/, Arabic everywhere else. The browser's Accept-Language changes nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def language_of(path: str) -> str:
    return "en" if path.startswith("/en/") or path == "/en" else "ar"


def plain_address(get_response: Handler) -> Handler:
    """What an address asks is echoed in titles, links and messages: no control in it may turn a line around."""

    def middleware(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if query and (plain := REORDERING_QUERY.sub("", query)) != query:
            request.META["QUERY_STRING"] = plain
        path = request.path_info
        if request.method in READING and path.startswith(DESK) and (plain := without_reordering(path)) != path:
            return HttpResponseRedirect(quote(_with_prefix(plain)))
        return get_response(request)

    return middleware


def bounded_body(get_response: Handler) -> Handler:
    """A request that says it is larger than MAX_BODY, or than anybody's to come in, is refused before a byte is read.

    The server reads no more than a request says, and of one that does not say it, nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:18]) > MAX_BODY:
            message = _(
                "This is more than %(all)d MB at once. Send fewer or smaller files; a picture may have %(one)d MB."
            ) % {"all": POST_MB, "one": PICTURE_MB}
            return resubmit.beyond_measure(request, message, 413)
        if length.isdecimal() and int(length[:18]) > ENTRANCE_BYTES and request.path_info.startswith(ENTRANCES):
            return resubmit.beyond_measure(request, _("This is more than a name and a password."), 413)
        return get_response(request)

    return middleware


class ReadOnly:
    """Nothing outside the desk is written to: whatever asks for more than to read it is told so, with 405.

    Before the check of the form's token, which would answer that a cookie is missing (RFC 9110, 15.5.6).
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        if request.method in READING or request.path_info.startswith(DESK):
            return None
        if request.method == "POST" and request.path_info == READ_BY_POST:
            return None
        response = HttpResponseNotAllowed(
            READING, _("This page can be read, and nothing else."), content_type="text/plain; charset=utf-8"
        )
        response["Cache-Control"] = "no-store"
        return response


class ContentSecurityPolicy(CSPMiddleware):
    """The library's writes the policy anew for each response. Where no view changes it, it is always the same."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        changed = any(name.startswith("_csp") for name in vars(response))
        if settings.DEBUG or changed or request.path_info.startswith(DESK):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _policy())
        return response


@cache
def _policy() -> str:
    # The library's order is another in each process: two that serve the same page would say it differently.
    return "; ".join(sorted(build_policy().split("; ")))


class Common(CommonMiddleware):
    """Appends a slash at the desk alone: `one_hop` leads readers to the address itself, and to nothing else."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        return request.path_info.startswith(DESK) and super().should_redirect_with_slash(request)


# Public addresses; at the desk nobody's typing is second-guessed.
FORGIVING = {"site", "machines", "media"}
# A page that comes and goes would leave remembered redirects behind.
ASK_AGAIN = "public, max-age=0, must-revalidate"


def one_hop(get_response: Handler) -> Handler:
    """Where there is nothing, an address that was meant (shaf/http/url_repair.py), or that of the former site, is
    answered with one 301 to its page.

    The page is asked for first, so that the 301 never leads to another redirect, and never to a 404. Our own addresses
    come first, but for those whose path is the home page's and whose query asked the former site for something else.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return get_response(request)
        path, query = request.path_info, _query(request)
        if is_asked_at_home(path, query):
            return _formerly(request, get_response) or _not_found()
        response = get_response(request)
        if response.status_code != 404:
            return response
        for other in meant(path):
            if (found := _instead(request, other, get_response, query=query)) is not None:
                return found
        return (None if path.startswith(NOT_PUBLIC) else _formerly(request, get_response)) or response

    return middleware


def _query(request: HttpRequest) -> str:
    """As text: WSGI hands bytes over as Latin-1."""
    query: str = request.META.get("QUERY_STRING", "")
    return query if query.isascii() else query.encode("latin-1", "replace").decode("utf-8", "replace")


def _not_found() -> HttpResponse:
    """Raises Http404, which Django answers with our page."""
    raise Http404


def _formerly(request: HttpRequest, get_response: Handler) -> HttpResponse | None:
    """The answer to an address of the former site; None where it leads nowhere."""
    for led in old_addresses.led(request.path_info, _query(request)):
        if not led.path:
            return old_addresses.gone(request.LANGUAGE_CODE)
        path = unquote(led.path).removeprefix(get_script_prefix().rstrip("/"))
        if (found := _instead(request, path, get_response)) is not None:
            return found
    return None


def _instead(request: HttpRequest, path: str, get_response: Handler, *, query: str = "") -> HttpResponse | None:
    """The answer to a request for `path` in place of this one; None where nothing is there."""
    language = language_of(path)
    with translation.override(language):
        try:
            match = resolve(path)
        except Resolver404:
            return None
        if not FORGIVING.intersection((*match.app_names, match.url_name)):
            return None
        other = _request_for(request, path, language)
        if match.url_name == "media":
            # Whether it is there, and not its bytes.
            other.method = "HEAD"
        response = get_response(other)
    if response.status_code == 404:
        return None
    if response.status_code == 200:
        # Quoted, it arrives again as this very path: with one slash at its start, which names no host, no “?” of its
        # own and no control character.
        asked = iri_to_uri(query)
        response = HttpResponsePermanentRedirect(_with_prefix(quote(path)) + (f"?{asked}" if asked else ""))
        response["Cache-Control"] = ASK_AGAIN
    response.headers.setdefault("Content-Language", language)
    return response


def _request_for(request: HttpRequest, path: str, language: str) -> HttpRequest:
    """The same request for another path, of somebody who is nobody: where it leads is the same for everyone.

    It asks for no 304, which would say nothing of where the page is.
    """
    other = copy.copy(request)
    other.user = AnonymousUser()
    other.path_info, other.path = path, _with_prefix(path)
    other.META = {name: value for name, value in request.META.items() if not name.startswith("HTTP_IF_")}
    other.__dict__.pop("headers", None)
    other.LANGUAGE_CODE = language
    return other


def _with_prefix(path: str) -> str:
    return get_script_prefix().rstrip("/") + path
