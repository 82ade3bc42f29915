"""Whether the cache that CACHE_URL names can be spoken to from here at all."""

from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error


def client_is_installed(**_asked: Any) -> list[CheckMessage]:
    """A system check: Redis needs a client, which only its extra installs. Whether Redis answers is not asked."""
    backends = (str(cache.get("BACKEND", "")) for cache in settings.CACHES.values())
    if not any("redis" in backend.lower() for backend in backends) or find_spec("redis"):
        return []
    return [
        Error(
            "CACHE_URL names Redis, but the Python package “redis”, with which it is spoken to, is not installed.",
            hint="Install it with `uv sync --extra redis`, or take CACHE_URL out of the settings.",
            id="shaf.E020",
        )
    ]
