"""What makes a site unsafe or useless to open: errors of `check`, and reasons not to start (shaf/wsgi.py)."""

import ipaddress
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError, connection

from shaf.db.never_migrated import REMEDY, never_migrated

# The tag under which whatever stands in the way of opening the site is registered.
TAG = "shaf"
# Another for what is wrong with the database itself: `demo --reset` sets that right, so it is not stopped by it.
DATABASE_TAG = "shaf_database"
# And one for a database that is still to be made, which `migrate` does not ask.
MIGRATED_TAG = "shaf_migrated"
DEBUG_KEY = "insecure-and-only-for-debug"
# Characters; as hexadecimal digits 128 bits.
SHORTEST_KEY = 32
NEW_KEY = 'Make one: python -c "import secrets; print(secrets.token_urlsafe(50))".'
# Names of machines that nobody outside can look up (RFC 6761, 6762, 8375, and ICANN's .internal).
PRIVATE_NAMES = (".localhost", ".local", ".test", ".internal", ".home.arpa", ".lan")


def database_is_made(**_options: Any) -> list[CheckMessage]:
    """A warning where nothing was ever migrated; none where the database cannot be asked."""
    try:
        if not never_migrated(connection):
            return []
    except DatabaseError:
        return []
    return [Warning("The database is still to be made.", hint=REMEDY, id="shaf.W004")]


def settings_are_sound(**_options: Any) -> list[CheckMessage]:
    """An error for each setting that must not meet the public."""
    return [*_address(), *_hosts(), *_debug(), *_key(), *_mail(), *_storage()]


def _address() -> Iterator[CheckMessage]:
    site = urlsplit(settings.SITE_URL)
    if site.scheme not in ("http", "https") or not site.hostname:
        yield Error(
            f"SITE_URL is “{settings.SITE_URL}”, which is no address of a site.",
            hint="Write it with its scheme: https://reports.example.org.",
            id="shaf.E001",
        )
    elif not settings.DEBUG and is_here(site.hostname) and (public := _public_hosts()):
        yield Error(
            f"SITE_URL is {settings.SITE_URL}, but ALLOWED_HOSTS lets {public[0]} in.",
            hint=f"Feeds, mails and canonical links would lead to this machine. Set it to https://{public[0].strip('.*')}.",
            id="shaf.E002",
        )


def _hosts() -> Iterator[CheckMessage]:
    for host in settings.ALLOWED_HOSTS:
        if "/" in host or (":" in host and not host.startswith("[")):
            yield Error(
                f"ALLOWED_HOSTS has “{host}”, which no request will ever name.",
                hint="Write names of hosts alone, without scheme, port and path.",
                id="shaf.E003",
            )


def _debug() -> Iterator[CheckMessage]:
    if not settings.DEBUG:
        return
    public = [f"ALLOWED_HOSTS lets {host} in" for host in _public_hosts()]
    if settings.SITE_URL.startswith("https://"):
        public.append(f"SITE_URL is {settings.SITE_URL}")
    if public:
        yield Error(
            f"DEBUG is on, but {public[0]}.",
            hint="With DEBUG every error page shows the settings. Set DEBUG=false where others can come.",
            id="shaf.E004",
        )


def _key() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        return
    if settings.SECRET_KEY == DEBUG_KEY or settings.SECRET_KEY.startswith("django-insecure-"):
        yield Error("SECRET_KEY is one that everybody can read in published code.", hint=NEW_KEY, id="shaf.E005")
    elif len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield Error(
            f"SECRET_KEY has {len(settings.SECRET_KEY)} characters; fewer than {SHORTEST_KEY} can be guessed.",
            hint=NEW_KEY,
            id="shaf.E006",
        )


def _mail() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        return
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        yield Warning(
            "Mail goes to the console, so that nobody gets any.",
            hint="Set EMAIL_URL to submission://user:password@host.",
            id="shaf.W001",
        )
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if settings.EMAIL_HOST_PASSWORD and not encrypted and not is_here(settings.EMAIL_HOST):
        yield Warning(
            f"The password of EMAIL_URL goes to {settings.EMAIL_HOST} unencrypted.",
            hint="Write submission://… (port 587) or smtps://… (port 465) in place of smtp://….",
            id="shaf.W002",
        )


def _storage() -> Iterator[CheckMessage]:
    """Object storage needs packages that only its extra installs. Whether it answers is not asked."""
    if settings.STORAGE_URL and not all(find_spec(name) for name in ("storages", "boto3")):
        yield Error(
            "STORAGE_URL names object storage, but the Python packages “django-storages” and “boto3”, with which it is "
            "spoken to, are not installed.",
            hint="Install them with `uv sync --extra s3`, or take STORAGE_URL out of the settings.",
            id="shaf.E022",
        )


def _public_hosts() -> list[str]:
    return [host for host in settings.ALLOWED_HOSTS if _is_public(host)]


def _is_public(host: str) -> bool:
    """Whether others than this machine and its network may know the host by this name."""
    name = host.strip("[]").lower().rstrip(".")
    try:
        return ipaddress.ip_address(name).is_global
    except ValueError:
        return name == "*" or ("." in name and not name.endswith(PRIVATE_NAMES))


def is_here(host: str) -> bool:
    """Whether the host is the machine itself."""
    name = host.strip("[]").lower()
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
