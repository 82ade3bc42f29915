"""Counting in the cache what must not be tried without end.

Each process counts for itself where the cache is in process (CACHE_URL); a shared one counts for all.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def count(what: str, who: str, *, seconds: int) -> int:
    """One more of `what` by `who`; returns how many there have been since the first, forgotten after `seconds`."""
    key = _key(what, who)
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it expired between the two
        cache.set(key, 1, seconds)
        return 1


def forget(what: str, who: str) -> None:
    cache.delete(_key(what, who))


def address(request: HttpRequest | None) -> str:
    """The visitor's network address; behind a proxy, the one that the proxy itself wrote down."""
    if request is None:
        return ""
    if settings.SECURE_PROXY_SSL_HEADER and (forwarded := request.headers.get("X-Forwarded-For")):
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def _key(what: str, who: str) -> str:
    return f"throttle:{what}:{hashlib.sha256(who.casefold().encode(errors='replace')).hexdigest()}"
