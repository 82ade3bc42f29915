"""Browsers in which somebody has logged in before (OWASP's “device cookies”).

Their guesses are counted apart from those of strangers, so no stranger locks out the person who always comes from here.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix

from shaf.attempts.counting import hashed

COOKIE = "known_browser"
# Its name where there is TLS: taken by the browser from this host alone.
OVER_TLS = "__Host-known_browser"
SALT = "shaf.attempts.browsers"
# Seconds since the last login, and accounts of one browser.
MAX_AGE = 180 * 24 * 3600
MAX_NAMES = 10
PATH = "admin/"


def known_browser(request: HttpRequest | None, name: str) -> str:
    """The browser's own id if somebody has logged in in it as `name`, else ''."""
    if request is None:
        return ""
    browser, names = _read(request)
    return browser if _short(name) in names else ""


def remember(request: HttpRequest | None, name: str) -> None:
    """`name` has just proved in this browser who they are; the answer takes the cookie along."""
    if request is None:
        return
    browser, names = _read(request)
    names = [_short(name), *(other for other in names if other != _short(name))][:MAX_NAMES]
    request._shaf_known_browser = (browser or secrets.token_urlsafe(12), names)


def with_known_browser(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: sets the cookie after a login, wherever it was made."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if hasattr(request, "_shaf_known_browser"):
            over_tls = settings.SESSION_COOKIE_SECURE
            response.set_cookie(
                OVER_TLS if over_tls else COOKIE,
                signing.dumps(request._shaf_known_browser, salt=SALT),
                max_age=MAX_AGE,
                path="/" if over_tls else get_script_prefix() + PATH,
                secure=over_tls,
                httponly=True,
                samesite="Lax",
            )
        return response

    return middleware


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    """The cookie's id and the names that it holds, shortened; nothing where it is forged, too old or absent."""
    try:
        # The other name is that of a release before, or of the time before TLS.
        cookie = request.COOKIES.get(OVER_TLS) or request.COOKIES.get(COOKIE, "")
        browser, names = signing.loads(cookie, salt=SALT, max_age=MAX_AGE)
    except (signing.BadSignature, TypeError, ValueError):
        return "", []
    return browser, names


def _short(name: str) -> str:
    return hashed(name)[:16]
