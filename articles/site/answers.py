"""Responses of the site. They depend on the address alone: no cookie, no session, no header but the validators."""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

# Nobody foresees a withdrawal, so a copy is asked after each time; the ETag makes the question cheap. Redirects too:
# a slug that is changed and changed back would otherwise leave two remembered redirects chasing each other.
ASK_AGAIN = "public, max-age=0, must-revalidate"


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200, noindex: bool = False
) -> HttpResponse:
    """Rendered without the request, so that no template can touch session, user or CSRF token."""
    html = render_to_string(template, context | {"noindex": noindex})
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = ASK_AGAIN
    if noindex:
        response["X-Robots-Tag"] = "noindex"
    if status != 200:
        return response
    response["ETag"] = f'"{hashlib.sha256(html.encode()).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)


def moved(path: str) -> HttpResponse:
    """301 to where this now is."""
    return _redirect(HttpResponsePermanentRedirect(path))


def elsewhere(path: str) -> HttpResponse:
    """302 to where this is for the time being."""
    return _redirect(HttpResponseRedirect(path))


def _redirect(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = ASK_AGAIN
    return response
