"""Requests to both sites in turn, in one process, at every size."""

import gc
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.db.models import F
from django.test import RequestFactory, override_settings

from articles.press.models import Version
from tests.benchmarks.cpu import spent, spent_by_database
from tests.benchmarks.kinds import Kind

# As `startproject` writes them.
STARTPROJECT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
WARMING = 3


class BareRequest(WSGIRequest):
    urlconf = "tests.benchmarks.bare.urls"


class Bare(WSGIHandler):
    request_class = BareRequest


@dataclass(slots=True)
class Measured:
    """CPU microseconds of each request, bytes of the last answer, queries of one."""

    times: list[float] = field(default_factory=list)
    bytes: int = 0
    queries: int = 0

    @property
    def typical(self) -> float:
        return statistics.median(self.times)


class Sites:
    """Both handlers, warm."""

    def __init__(self) -> None:
        self.ours = WSGIHandler()
        with override_settings(MIDDLEWARE=STARTPROJECT):
            self.bare = Bare()

    def ask(self, handler: WSGIHandler, address: str, wanted: int, **headers: str) -> tuple[float, bytes, dict]:
        """Microseconds, body and headers. The answer must have the status `wanted`."""
        path, _mark, query = address.partition("?")
        environ = RequestFactory().get("/", QUERY_STRING=query, **headers).environ
        environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")
        answered: dict[str, Any] = {}

        def start(status: str, sent: list[tuple[str, str]]) -> None:
            answered["status"], answered["headers"] = int(status[:3]), dict(sent)

        begun = spent()
        body = b"".join(handler(environ, start))
        took = (spent() - begun) * 1e6
        if answered["status"] != wanted:
            raise RuntimeError(f"{address}: {answered['status']} in place of {wanted}")
        return took, body, answered["headers"]


def change() -> None:
    """What the press does last when it publishes: nothing that was remembered of the moment before is true now."""
    Version.objects.filter(name="press").update(number=F("number") + 1)


def block(sites: Sites, turns: Sequence[int], kind: Kind, ours: Measured, bare: Measured) -> None:
    """A run of requests to our site, then one to the bare site."""
    for turn in turns:
        address, headers = kind.ours[turn % len(kind.ours)], {}
        if kind.again:
            headers["HTTP_IF_NONE_MATCH"] = sites.ask(sites.ours, address, 200)[2]["ETag"]
        if kind.changed:
            change()
        took, body, _headers = sites.ask(sites.ours, address, 304 if kind.again else 200, **headers)
        ours.times.append(took)
        ours.bytes = len(body)
    for turn in turns:
        took, body, _headers = sites.ask(sites.bare, kind.bare[turn % len(kind.bare)], 200)
        bare.times.append(took)
        bare.bytes = len(body)


def count(sites: Sites, kind: Kind, ours: Measured, bare: Measured) -> None:
    """Queries of a request, once whatever is remembered is remembered; also warms both sites."""
    for measured, handler, address in ((ours, sites.ours, kind.ours[-1]), (bare, sites.bare, kind.bare[-1])):
        for _round in range(WARMING):
            statements: list[str] = []

            def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
                statements.append(sql)  # noqa: B023
                return execute(sql, params, many, context)

            if kind.changed and handler is sites.ours:
                change()
            with connection.execute_wrapper(note):
                sites.ask(handler, address, 200)
            measured.queries = len(statements)


def database_share(sites: Sites, kind: Kind, requests: Iterable[int]) -> tuple[float, float]:
    """Microseconds a request costs in the database's own process, ours and the bare site's; 0 for SQLite."""
    if connection.vendor != "postgresql":
        return 0.0, 0.0
    found = []
    for handler, addresses in ((sites.ours, kind.ours), (sites.bare, kind.bare)):
        begun, asked = spent_by_database(), 0
        for turn in requests:
            sites.ask(handler, addresses[turn % len(addresses)], 200)
            asked += 1
        found.append((spent_by_database() - begun) * 1e6 / asked)
    return found[0], found[1]


def quietly() -> None:
    gc.collect()
    gc.freeze()
