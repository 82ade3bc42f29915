"""The pages that say why there is no page: 404, 410, 500, 503."""

import sys
from collections.abc import Sequence

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.press.models import Edition, Ended
from articles.site.addresses import report_path
from articles.site.frame import OWN_NAMES, Link, frame
from articles.site.public_state import PublicState, public_state
from articles.site.responses import failed

# Seconds after which a machine that met a 503 asks again.
RETRY_AFTER = 120


def absent(state: PublicState) -> HttpResponse:
    """The one 404: what is scheduled, cancelled, in draft or unknown answers alike, to the byte."""
    return failed("site/404.html", {"site": frame(state)}, status=404)


def only_in_other_language(state: PublicState, other: Edition) -> HttpResponse:
    """404 for a report that is public in the other language, and the way to it there; its title is not this page's."""
    link = Link(OWN_NAMES[other.language], report_path(other), other.language)
    return failed("site/404.html", {"site": frame(state), "other": link}, status=404)


def gone(state: PublicState, withdrawal: Edition) -> HttpResponse:
    """410 with title, public reason and date."""
    return failed("site/410.html", {"site": frame(state), "edition": withdrawal}, status=410)


def withdrawn_or_absent(state: PublicState, past: Sequence[Edition], other: Edition | None = None) -> HttpResponse:
    """For a report with no live edition in this language; `past`: those that it had, oldest first.

    `other`: its live edition in the other language.
    """
    if past and past[-1].ended_why == Ended.WITHDRAWN:
        return gone(state, past[-1])
    return only_in_other_language(state, other) if other else absent(state)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For an address that no pattern knows."""
    return absent(public_state(request.LANGUAGE_CODE))


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the database, which may be what failed: then it is a 503, and worth asking again."""
    away = isinstance(sys.exc_info()[1], OperationalError)
    response = HttpResponse(render_to_string("site/503.html" if away else "site/500.html"), status=503 if away else 500)
    response["Cache-Control"] = "no-store"
    if away:
        response["Retry-After"] = str(RETRY_AFTER)
    return response
