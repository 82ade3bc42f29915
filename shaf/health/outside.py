"""The site as others reach it: does SITE_URL lead here, and what arrives of those who come?

The doctor asks SITE_URL with a question that only this installation can have signed, and the process that it reaches
says, signed too, how the request looked there (`seen`).
"""

import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.handlers.wsgi import WSGIRequest
from django.utils.translation import gettext as _

from shaf.attempts.address import address as counted_address
from shaf.health.findings import Finding, fault, warning

SALT = "shaf.health.outside"
SCHEME = "Doctor "
# Seconds.
MAX_AGE, TIMEOUT = 60, 10
MOST_BYTES = 10_000
# An address of nobody (RFC 5737), which the doctor claims to come from.
CLAIMED = "192.0.2.77"
PATH = "/healthz"


def seen(environ: dict[str, Any]) -> str | None:
    """How this process sees the request of a doctor, signed; None for any other request."""
    given = environ.get("HTTP_AUTHORIZATION", "")
    if not given.startswith(SCHEME):
        return None
    try:
        nonce = signing.loads(given.removeprefix(SCHEME), salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    request = WSGIRequest({**environ, "wsgi.input": BytesIO()})
    return signing.dumps(
        {
            "nonce": nonce,
            "secure": request.is_secure(),
            "host": environ.get("HTTP_HOST", ""),
            "counted": counted_address(request),
            "forwarded": environ.get("HTTP_X_FORWARDED_FOR", ""),
        },
        salt=SALT,
    )


def address() -> Iterator[Finding]:
    """SITE_URL leads here, with its scheme, its host and the visitor's own address."""
    site = urlsplit(settings.SITE_URL)
    if settings.DEBUG or site.scheme not in ("http", "https") or not site.hostname:
        return
    try:
        said = _ask()
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        yield fault(
            _("%(url)s cannot be reached from here: %(error)s") % {"url": settings.SITE_URL, "error": reason},
            _("See to it that the name leads to this server, that the proxy runs, and that its certificate is valid."),
        )
        return
    if said is None:
        yield fault(
            _("%(url)s is answered by something else than this installation.") % {"url": settings.SITE_URL},
            _("Look at SITE_URL, at the name’s address, and at what the proxy passes on to whom."),
        )
        return
    yield from _as_seen(said, is_https=site.scheme == "https", host=site.netloc)
    if site.scheme == "https":
        yield from _hsts()


def _as_seen(said: dict[str, Any], *, is_https: bool, host: str) -> Iterator[Finding]:
    if is_https and not said["secure"]:
        yield fault(
            _("Requests over https arrive as http, and would be redirected without end."),
            _("Set BEHIND_PROXY=true, and have the proxy set X-Forwarded-Proto itself."),
        )
    if said["host"] != host:
        yield fault(
            _("The proxy passes on the host %(host)s in place of the site’s.") % {"host": said["host"]},
            _("Have it pass on Host as it came (nginx: `proxy_set_header Host $host`)."),
        )
    if said["counted"] == CLAIMED:
        yield fault(
            _("Visitors can choose the address that they are counted by."),
            _("Have the proxy add the visitor’s address to X-Forwarded-For, and let nothing else reach this server."),
        )
    elif said["forwarded"] not in ("", CLAIMED) and not settings.SECURE_PROXY_SSL_HEADER:
        yield warning(
            _("A proxy says where visitors come from, and is not believed: all are counted as one."),
            _("Set BEHIND_PROXY=true where nothing but the proxy reaches this server."),
        )


def _hsts() -> Iterator[Finding]:
    try:
        with _open(settings.SITE_URL + "/", {}) as response:
            headers = response.headers
    except OSError as error:
        yield fault(
            _("The home page does not arrive: %(error)s") % {"error": getattr(error, "reason", error)},
            _("See the server’s log."),
        )
        return
    if not headers.get("Strict-Transport-Security"):
        yield warning(
            _("Strict-Transport-Security is not there when the page arrives."),
            _("See to it that the proxy passes it on, and that requests arrive as https."),
        )


def _ask() -> dict[str, Any] | None:
    """How the process behind SITE_URL sees this; None where it is not ours. Raises OSError, ValueError."""
    nonce = secrets.token_hex(16)
    sent = {"Authorization": SCHEME + signing.dumps(nonce, salt=SALT), "X-Forwarded-For": CLAIMED}
    try:
        with _open(settings.SITE_URL + PATH, sent) as response:
            answer = response.read(MOST_BYTES)
    except urllib.error.HTTPError as error:
        with error:
            answer = error.read(MOST_BYTES)
    try:
        said = signing.loads(json.loads(answer)["seen"], salt=SALT, max_age=MAX_AGE)
    except (signing.BadSignature, ValueError, KeyError, TypeError):
        return None
    return said if isinstance(said, dict) and said.get("nonce") == nonce else None


def _open(url: str, headers: dict[str, str]) -> Any:
    request = urllib.request.Request(url, headers={"User-Agent": "Shaf doctor", **headers})  # noqa: S310 -- SITE_URL
    return urllib.request.urlopen(request, timeout=TIMEOUT)  # noqa: S310
