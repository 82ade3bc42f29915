"""Requests as the server makes them: to the WSGI application, through the pages that are kept in front of Django."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory

from shaf.http.page_cache import PageCache
from shaf.http.state_watch import State


@dataclass(frozen=True, slots=True)
class Answer:
    """`kept`: Django was not asked for it."""

    status: int
    headers: dict[str, str]
    body: bytes
    kept: bool


@contextmanager
def _connection_kept() -> Iterator[None]:
    """A test's connection, and its transaction, outlive a request, as with Django's own test client."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


class Front:
    """A process that serves. `state`: what tells the public state and the time."""

    def __init__(self, state: Callable[[], tuple[State, float] | None], *, size: int | None = None) -> None:
        self.asked = 0
        self.django = get_wsgi_application()
        self.cache = PageCache(self._count, size=size or settings.PAGE_CACHE_MB * 1024 * 1024, state=state)

    def _count(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        return self.django(environ, start_response)

    def get(self, path: str, method: str = "GET", *, secure: bool = False, **headers: str) -> Answer:
        """Headers are given as `accept_encoding="br"`."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        environ = RequestFactory().generic(method, path, headers=given, secure=secure).environ
        # The factory's own request has put it in as text; a server gives bytes as Latin-1 (PEP 3333).
        environ["PATH_INFO"] = environ["PATH_INFO"].encode().decode("latin-1")
        begun: list[Any] = []
        before = self.asked
        with _connection_kept():
            response = self.cache(environ, lambda status, found, _exc=None: begun.extend((status, found)))
            body = b"".join(response)
            if hasattr(response, "close"):
                response.close()
        return Answer(int(begun[0].split()[0]), dict(begun[1]), body, self.asked == before)
