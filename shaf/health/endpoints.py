"""/healthz, /readyz and /metrics, in front of everything else: no cache, no host that is let in, no redirect to https.

So they answer whatever is away behind them, and a monitor on this machine needs no header. Every other request gets its
name here (shaf/logs/), since a page that is kept must not keep another's.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shaf.health import asking, figures, outside
from shaf.health.asking import Found, is_at_fault
from shaf.health.findings import FAULT, Finding
from shaf.health.parts import PARTS
from shaf.health.trust import is_trusted
from shaf.logs import request_id

logger = logging.getLogger(__name__)

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
# Status, content type, body.
Answer = tuple[int, str, bytes]

TEXT, JSON = "text/plain; charset=utf-8", "application/json"
STATUS = {200: "200 OK", 403: "403 Forbidden", 503: "503 Service Unavailable"}
SERVING = tuple(part for part in PARTS if part.serves)
READY = tuple(part for part in PARTS if part.ready)
# Seconds for which strangers are told the same: what they ask must cost nothing.
REMEMBERED = 5


class Endpoints:
    """A WSGI application around another, whose requests it names and counts."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.requests = figures.Requests()
        self.answers: dict[str, Callable[[Environ], Answer]] = {
            "/healthz": healthz_answer,
            "/readyz": readyz_answer,
            "/metrics": self._metrics,
        }

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if (answers := self.answers.get(environ["PATH_INFO"])) and environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return _sent(answers(environ), environ, start_response)
        name = request_id.name(environ.get("HTTP_X_REQUEST_ID", ""))
        begun = "5"

        def beginning(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            nonlocal begun
            begun = status
            return start_response(status, [*headers, (request_id.HEADER, name)], exc_info)

        named = request_id.current.set(name)
        try:
            return self.application(environ, beginning)
        finally:
            request_id.current.reset(named)
            self.requests.count(begun, "shaf.kept" in environ)

    def _metrics(self, environ: Environ) -> Answer:
        if not is_trusted(environ):
            return 403, TEXT, b""
        with translation.override("en"):
            return 200, figures.CONTENT_TYPE, figures.exposition(self.requests).encode()


def healthz_answer(environ: Environ) -> Answer:
    """200 where pages can be served, 503 otherwise; why is in the log. A doctor is told how it was seen."""
    found = _looked("healthz", SERVING, environ)
    status = 503 if any(map(is_at_fault, found.values())) else 200
    if (said := outside.seen(environ)) is not None:
        return status, JSON, json.dumps({"seen": said}).encode()
    return status, TEXT, b""


def readyz_answer(environ: Environ) -> Answer:
    """200 where every part is in order, 503 otherwise; what is wrong is told to those who may know."""
    found = _looked("readyz", READY, environ)
    status = 503 if any(map(is_at_fault, found.values())) else 200
    if not is_trusted(environ):
        return status, TEXT, b""
    told = {
        name: {
            "ok": not is_at_fault(findings),
            "findings": [{"level": f.level, "what": f.what, "remedy": f.remedy} for f in findings],
        }
        for name, findings in found.items()
    }
    return status, JSON, json.dumps(told, ensure_ascii=False, indent=1).encode()


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The same, where only Django is asked."""
    status, content_type, body = healthz_answer(request.META)
    return HttpResponse(body, status=status, content_type=content_type)


_lock = threading.Lock()
_remembered: dict[str, tuple[float, Found]] = {}
_logged: dict[str, set[tuple[str, Finding]]] = {}


def _looked(name: str, parts: tuple[Any, ...], environ: Environ) -> Found:
    """What the parts say now; to strangers, what they said some seconds ago."""
    at, found = _remembered.get(name, (0.0, {}))
    if time.monotonic() - at < REMEMBERED and at and not is_trusted(environ):
        return found
    with translation.override("en"):
        found = asking.asked(parts)
    with _lock:
        _remembered[name] = (time.monotonic(), found)
        # Once for each change: a monitor asks again and again.
        troubles = {(part, finding) for part, findings in found.items() for finding in findings}
        news, _logged[name] = troubles - _logged.get(name, set()), troubles
    for part, finding in news:
        level = logging.ERROR if finding.level == FAULT else logging.WARNING
        logger.log(level, "%s: %s: %s %s", name, part, finding.what, finding.remedy)
    return found


def _sent(answer: Answer, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    status, content_type, body = answer
    headers = [("Content-Type", content_type), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
    start_response(STATUS[status], [*headers, ("X-Content-Type-Options", "nosniff")])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
