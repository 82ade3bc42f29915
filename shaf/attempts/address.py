"""Where a request comes from, as it is counted."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest | None) -> str:
    """The visitor's network address; behind a proxy, the one that the proxy itself wrote down.

    An IPv6 address counts by its /64, which is what one household or server has (RFC 6177). '' where none is known.
    """
    if request is None:
        return ""
    direct = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER and (forwarded := request.headers.get("X-Forwarded-For")):
        return _counted(forwarded.rpartition(",")[2]) or _counted(direct)
    return _counted(direct)


def _counted(text: str) -> str:
    """'' for what is no address. Some proxies add a port, and brackets around an IPv6 address."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return ""
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), 64), strict=False))
