"""Who may know more than a status: whoever asks on this machine itself, and whoever has the token."""

import ipaddress
from hmac import compare_digest
from typing import Any

from django.conf import settings

# A proxy on this machine adds at least one of them, and lets the world in.
BY_A_PROXY = ("HTTP_X_FORWARDED_", "HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP")


def is_trusted(environ: dict[str, Any]) -> bool:
    """Whether a request (WSGI) comes from this machine, and through no proxy, or bears HEALTH_TOKEN."""
    given = environ.get("HTTP_AUTHORIZATION", "").encode("latin-1", "replace")
    if settings.HEALTH_TOKEN and compare_digest(given, f"Bearer {settings.HEALTH_TOKEN}".encode()):
        return True
    return is_loopback(environ.get("REMOTE_ADDR", "")) and not any(name.startswith(BY_A_PROXY) for name in environ)


def is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
