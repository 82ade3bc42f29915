"""Responses of the site. They depend on the address alone: no cookie, no session, no header but the validators."""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

# Nobody foresees a withdrawal, so a copy is asked after each time; the ETag makes the question cheap. Redirects too:
# a slug that is changed and changed back would otherwise leave two remembered redirects chasing each other.
ASK_AGAIN = "public, max-age=0, must-revalidate"


def page(request: HttpRequest, template: str, context: dict[str, Any], *, noindex: bool = False) -> HttpResponse:
    """Rendered without the request, so that no template can touch session, user or CSRF token."""
    response = _rendered(template, context, status=200, noindex=noindex)
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)


def failed(template: str, context: dict[str, Any], *, status: int) -> HttpResponse:
    """A page that says why there is none: 404, 410."""
    return _rendered(template, context, status=status, noindex=True)


def _rendered(template: str, context: dict[str, Any], *, status: int, noindex: bool) -> HttpResponse:
    response = HttpResponse(render_to_string(template, context | {"noindex": noindex}), status=status)
    response["Cache-Control"] = ASK_AGAIN
    if noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


def document(request: HttpRequest, text: str, content_type: str, *, cache_control: str = ASK_AGAIN) -> HttpResponse:
    """A text for machines, asked after by its ETag like a page."""
    response = HttpResponse(text, content_type=content_type)
    response["Cache-Control"] = cache_control
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
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
