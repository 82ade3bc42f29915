"""Public pages, kept as bytes in front of Django: a hit touches no middleware, no session and no template.

A page is a function of the public state and of its address, so it is kept for as long as the state lasts
(shaf/http/state_watch.py), and nothing of it ever has to expire or be purged.
"""

import re
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any

import brotli
from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.db import DEFAULT_DB_ALIAS
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.http import parse_http_date_safe
from zlib_ng import gzip_ng

from shaf.db import reading
from shaf.http import replica
from shaf.http.middleware import READING, language_of
from shaf.http.replica import ReplicaWatch
from shaf.http.state_watch import State
from shaf.pictures.storage import StorageAway

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Key = tuple[str, ...]

# The one query that pages themselves lead to in number: where in a list to go on. What a reader types is kept apart, in
# so small a part of the room: however much is typed, the pages are not pushed out.
KNOWN_QUERY = re.compile(r"(?:before=[^&;]{1,200})?")
TYPED_PART = 8
LONGEST_QUERY = 500
# What a reader sends with a request. No page depends on it.
OF_THE_READER = re.compile(r"HTTP_(?:COOKIE|RANGE|IF_\w+|ACCEPT\w*|AUTHORIZATION|USER_AGENT|REFERER)")
MAX_AGE = re.compile(r"\bmax-age=(\d+)")
# RFC 9110, 15.4.5: of the body, a 304 has nothing to say.
OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Encoding")
# What a request has in its environment that was answered from memory.
KEPT = "shaf.kept"
# Bytes that a page takes beside its body, about.
OVERHEAD = 1500
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip_ng.compress(body, 6, mtime=0),
    "": bytes,
}
DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip_ng.decompress, "": bytes}


@dataclass(slots=True)
class Body:
    """A page in one encoding. `headers` lacks only Cache-Control, which is reckoned at each hit."""

    etag: str
    content: bytes
    headers: Headers
    not_modified: Headers


@dataclass(slots=True)
class Page:
    """`max_age` (seconds): how long a copy may rest at most; `bodies`: by encoding, those that were asked for;
    `size`: bytes, of which the cache reckons with `counted`.
    """

    state: State
    headers: Headers
    etag: str
    cache_control: str
    max_age: int
    modified: int | None
    bodies: dict[str, Body] = field(default_factory=dict)
    size: int = OVERHEAD
    counted: int = 0

    def add(self, encoding: str, content: bytes) -> Body:
        """Keep a body, and return it."""
        etag = f'{self.etag[:-1]}-{encoding}"' if encoding else self.etag
        headers = [*self.headers, ("ETag", etag), ("Content-Length", str(len(content)))]
        if encoding:
            headers.append(("Content-Encoding", encoding))
        told = [header for header in headers if header[0] not in OF_THE_BODY]
        self.bodies[encoding] = Body(etag, content, headers, told)
        self.size += len(content)
        return self.bodies[encoding]

    def body(self, encoding: str) -> Body:
        """In this encoding, made of another one where it was not asked for before."""
        if (found := self.bodies.get(encoding)) is not None:
            return found
        known, body = next(iter(self.bodies.items()))
        return self.add(encoding, COMPRESS[encoding](DECOMPRESS[known](body.content)))

    def cached_for(self, now: float) -> str:
        """Its Cache-Control: no copy rests past the next change that is decided."""
        if not self.max_age:
            return self.cache_control
        rest = int(max(0, min(self.max_age, self.state.until - now)))
        return MAX_AGE.sub(f"max-age={rest}", self.cache_control)

    def is_known_to(self, environ: Environ, body: Body) -> bool:
        """Whether the reader has this very page (RFC 9110, 13.2.2: tags decide where there are any)."""
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return tags == body.etag or any(
                tag.strip().removeprefix("W/") in ("*", body.etag) for tag in tags.split(",")
            )
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if not since or self.modified is None:
            return False
        asked = parse_http_date_safe(since)
        return asked is not None and self.modified <= asked


class Shelf:
    """Pages, the latest used last, bounded by bytes: what was used longest ago makes room."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.size = 0

    def take(self, key: Key) -> Page | None:
        page = self.pages.get(key)
        if page is not None:
            self.pages.move_to_end(key)
        return page

    def put(self, key: Key, page: Page) -> None:
        if (before := self.pages.pop(key, None)) is not None:
            self.size -= before.counted
        if page.size > self.limit // 4:
            return
        self.pages[key], page.counted = page, page.size
        self.size += page.size
        while self.size > self.limit:
            _key, gone = self.pages.popitem(last=False)
            self.size -= gone.counted

    def clear(self) -> None:
        self.pages.clear()
        self.size = 0


class PageCache:
    """A WSGI application around Django's. `size`: bytes of pages that are kept at most. `state`: the present public
    state, and the present time (seconds); None where it cannot be read, and then Django answers.

    What readers ask for is read from the database that the state was, so that nothing is kept under another's state.
    """

    def __init__(self, application: Application, *, size: int, state: Callable[[], tuple[State, float] | None]) -> None:
        self.application, self.state = application, state
        self.typed = Shelf(size // TYPED_PART)
        self.pages = Shelf(size - self.typed.limit)
        self.replica = state if isinstance(state, ReplicaWatch) else None
        self.last: State | None = None
        self.lock = Lock()
        self.proxy_header = (settings.SECURE_PROXY_SSL_HEADER or ("",))[0]

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if (key := self._key(environ)) is None:
            asked = self.replica and replica.is_public(environ)
            return self._unkept(environ, start_response, self.state() if asked else None)
        if (present := self.state()) is None:
            return self.application(environ, start_response)
        state, now = present
        encoding = _encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        page = self._kept(key, state)
        if page is None:
            if not _is_page(environ):
                return self._unkept(environ, start_response, present)
            lacked = StorageAway.raised
            status, headers, response = self._asked(environ, state)
            if lacked != StorageAway.raised:
                # A picture's size may be missing, which the next page has.
                headers = _of_this_once(headers)
            page = _page_of(status, headers, response, state, encoding)
            if page is None:
                start_response(status, headers)
                return response
        else:
            environ[KEPT] = True
        body = page.bodies.get(encoding) or page.body(encoding)
        if page.counted != page.size:
            self._keep(key, page)
        control = ("Cache-Control", page.cached_for(now))
        if page.is_known_to(environ, body):
            start_response("304 Not Modified", [*body.not_modified, control])
            return []
        start_response("200 OK", [*body.headers, control])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]

    def _key(self, environ: Environ) -> Key | None:
        """What a page is kept under: all that its address is made of. None where no page is asked for."""
        query = environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] not in READING or len(query) > LONGEST_QUERY:
            return None
        if "HTTP_IF_MATCH" in environ or "HTTP_IF_UNMODIFIED_SINCE" in environ:
            # Preconditions of those who write. Django answers them.
            return None
        return (
            environ["wsgi.url_scheme"],
            environ.get(self.proxy_header, ""),
            environ.get("HTTP_HOST", ""),
            environ.get("SERVER_PORT", ""),
            environ.get("SCRIPT_NAME", ""),
            environ["PATH_INFO"],
            query,
        )

    def _shelf(self, key: Key) -> Shelf:
        return self.pages if KNOWN_QUERY.fullmatch(key[-1]) else self.typed

    def _kept(self, key: Key, state: State) -> Page | None:
        """The page, if it is of this state. Those of another state go, all at once."""
        with self.lock:
            if state is not self.last:
                self.pages.clear()
                self.typed.clear()
                self.last = state
            return self._shelf(key).take(key)

    def _keep(self, key: Key, page: Page) -> None:
        with self.lock:
            if page.state is self.last:
                self._shelf(key).put(key, page)

    def _unkept(
        self, environ: Environ, start_response: StartResponse, present: tuple[State, float] | None
    ) -> Iterable[bytes]:
        """What is asked of Django each time."""
        if present is None or present[0].database == DEFAULT_DB_ALIAS or not replica.is_public(environ):
            return self.application(environ, start_response)
        status, headers, response = self._answered(environ, present[0].database)
        start_response(status, headers)
        return response

    def _asked(self, environ: Environ, state: State) -> tuple[str, Headers, Iterable[bytes]]:
        """What Django answers to a reader of whom nothing is known."""
        plain = {name: value for name, value in environ.items() if not OF_THE_READER.fullmatch(name)}
        plain["REQUEST_METHOD"] = "GET"
        return self._answered(plain, state.database, state.read)

    def _answered(
        self, environ: Environ, database: str, of_the_state: dict[str, Any] | None = None
    ) -> tuple[str, Headers, Iterable[bytes]]:
        """What Django answers from this database; where a replica fails it, from the primary, as no page to keep."""
        begun: list[Any] = []
        with reading.read_from(database, of_the_state):
            response = self.application(environ, lambda status, headers, _exc=None: begun.extend((status, headers)))
        status, headers = begun
        if database == DEFAULT_DB_ALIAS or not status.startswith("5"):
            return status, headers, response
        if hasattr(response, "close"):
            response.close()
        if self.replica:
            self.replica.give_up(f"it failed a request ({status})")
        status, headers, response = self._answered(environ, DEFAULT_DB_ALIAS)
        return status, _of_this_once(headers), response


def _is_page(environ: Environ) -> bool:
    """Whether the address is one of the site's own: neither the desk's, nor a file's, nor a robot's."""
    return _leads_to_a_page(get_path_info(environ))


@lru_cache(maxsize=1024)
def _leads_to_a_page(path: str) -> bool:
    with translation.override(language_of(path)):
        try:
            return "site" in resolve(path).app_names
        except Resolver404:
            return False


def _of_this_once(headers: Headers) -> Headers:
    """Of an answer that the next one need not be like."""
    kept = [header for header in headers if header[0] not in ("ETag", "Last-Modified", "Cache-Control")]
    return [*kept, ("Cache-Control", "no-store")]


def _page_of(status: str, headers: Headers, response: Any, state: State, encoding: str) -> Page | None:
    """The answer as a page that can be kept; None where it is none."""
    known = dict(headers)
    control, varies = known.get("Cache-Control", ""), known.get("Vary", "")
    if (
        not status.startswith("200 ")
        or not control.startswith("public")
        or "immutable" in control
        or "ETag" not in known
        or "Set-Cookie" in known
        or varies not in ("", "Accept-Encoding")
        or known.get("Content-Type", "").startswith("image/")
    ):
        return None
    rest = MAX_AGE.search(control)
    page = Page(
        state=state,
        headers=[
            *(
                (sys.intern(name), sys.intern(value))
                for name, value in headers
                if name not in ("ETag", "Content-Length", "Cache-Control", "Vary")
            ),
            ("Vary", "Accept-Encoding"),
        ],
        etag=known["ETag"].removeprefix("W/"),
        cache_control=sys.intern(control),
        max_age=int(rest[1]) if rest else 0,
        modified=parse_http_date_safe(known["Last-Modified"]) if "Last-Modified" in known else None,
    )
    try:
        page.add(encoding, COMPRESS[encoding](b"".join(response)))
    finally:
        response.close()
    return page


@lru_cache(maxsize=256)
def _encoding(accepted: str) -> str:
    """The best encoding that this Accept-Encoding allows (RFC 9110, 12.5.3); empty for none."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        try:
            weights[name] = float(weight)
        except ValueError:
            weights[name] = 0
    best = max(("br", "gzip"), key=lambda name: weights.get(name, weights.get("*", 0)))
    return best if weights.get(best, weights.get("*", 0)) > 0 else ""
