"""What the addresses of services say: a database, a cache, a mail server, a storage. Whatever is not understood is
refused.

Each raises ImproperlyConfigured, which names the setting and the right forms, and repeats no password.
"""

import re
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import dj_database_url
import django_cache_url
from django.core.exceptions import ImproperlyConfigured

from shaf.db.reading import REPLICA

DATABASE_FORMS = "sqlite:////folder/file.sqlite3 or postgresql://user:password@host:port/name"
CACHE_FORMS = "locmem:// or redis://:password@host:port/0"
MAIL_FORMS = (
    "submission://user:password@host (port 587, STARTTLS), smtps://user:password@host (port 465, TLS), "
    "smtp://host:25 (no encryption), console://, file:///folder or dummy://"
)
STORAGE_FORMS = "s3://key:password@host:port/bucket, with ?region=eu-central-1 or, without encryption, ?tls=false"
ENCODING = (
    "A user or password with one of / ? # [ ] @ : % in it needs it written as %2F %3F %23 %5B %5D %40 %3A %25 there."
)
REPLICA_FORMS = "postgresql://user:password@host:port/name"
POSTGRESQL = {"postgres", "postgresql"}
DATABASES = {"sqlite", *POSTGRESQL}
FILES = {"sqlite", "file"}
CACHES = {"locmem", "redis", "rediss", "memcached", "pymemcache", "dummy", "db", "file"}
SMTP = "django.core.mail.backends.smtp.EmailBackend"
MAIL = {
    "smtp": SMTP,
    "submission": SMTP,
    "submit": SMTP,
    "smtps": SMTP,
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "memory": "django.core.mail.backends.locmem.EmailBackend",
    "dummy": "django.core.mail.backends.dummy.EmailBackend",
}
# RFC 6409 and RFC 8314: submission begins in the clear and turns to TLS; on 465 all is TLS from the first byte.
PORTS = {"smtp": 25, "submission": 587, "submit": 587, "smtps": 465}
STARTTLS_PORT, TLS_PORT = 587, 465
BUCKET = re.compile(r"/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/?")
REGION = re.compile(r"[a-z0-9-]{1,40}")
# What stands in a signature where the storage knows no regions.
ANY_REGION = "us-east-1"
# In the same bucket: what the desk uploads, and backups.
MEDIA, BACKUPS = "media", "backups"
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def database(url: str) -> dict[str, Any]:
    """Django's settings of the database."""
    return _database("DATABASE_URL", url, DATABASES, DATABASE_FORMS)


def replica(url: str, primary: dict[str, Any]) -> dict[str, Any]:
    """Django's settings of the replica, by its alias; none for an empty address. `primary`: those of the database."""
    if not url:
        return {}
    found = _database("DATABASE_REPLICA_URL", url, POSTGRESQL, REPLICA_FORMS)
    if primary["ENGINE"] != found["ENGINE"]:
        raise ImproperlyConfigured("DATABASE_REPLICA_URL is for PostgreSQL, but DATABASE_URL names a file of SQLite.")
    # Seconds and milliseconds: a host that is gone says nothing, and a reader does not wait for it.
    waits = {"connect_timeout": 2, "tcp_user_timeout": 3000, "keepalives_idle": 5, "keepalives_interval": 2}
    options = {"OPTIONS": waits | found.get("OPTIONS", {}), "TEST": {"MIRROR": "default"}}
    where = {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    return {REPLICA: primary | where | options}


def _database(name: str, url: str, schemes: set[str], forms: str) -> dict[str, Any]:
    parts = _parts(name, url, schemes, forms)
    if parts.netloc if parts.scheme == "sqlite" else "/" in parts.path[1:]:
        raise _refused(name, forms)
    try:
        return dict(dj_database_url.parse(url))
    except ValueError:
        raise _refused(name, forms) from None


def cache(url: str) -> dict[str, Any]:
    """Django's settings of the cache."""
    parts = _parts("CACHE_URL", url, CACHES, CACHE_FORMS)
    if parts.scheme.startswith("redis") and not parts.netloc + parts.path:
        raise _refused("CACHE_URL", CACHE_FORMS)
    try:
        return django_cache_url.parse(url)
    except Exception:  # the library raises nothing narrower
        raise _refused("CACHE_URL", CACHE_FORMS) from None


def mail(url: str) -> dict[str, Any]:
    """Django's settings of the mail, EMAIL_….

    On 587 and 465 mail is encrypted whatever the scheme; `?tls=true` (STARTTLS), `?ssl=true` (TLS from the first byte)
    and their `false` say otherwise. `?timeout=` is in seconds.
    """
    parts = _parts("EMAIL_URL", url, set(MAIL), MAIL_FORMS)
    backend = MAIL[parts.scheme]
    if backend != SMTP:
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.path.strip("/"):
        raise _refused("EMAIL_URL", MAIL_FORMS)
    try:
        asked = {
            name: int(value) if name == "timeout" else {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}[value]
            for name, value in parse_qsl(parts.query.lower(), keep_blank_values=True, strict_parsing=bool(parts.query))
        }
    except (KeyError, ValueError):
        asked = {"": 0}
    if not asked.keys() <= {"tls", "ssl", "timeout"} or (asked.get("tls") and asked.get("ssl")):
        raise _refused("EMAIL_URL", f"{MAIL_FORMS}, with ?tls=true, ?ssl=true or ?timeout=10")
    port = parts.port or PORTS[parts.scheme]
    tls = asked.get("tls", not asked.get("ssl") and (port == STARTTLS_PORT or parts.scheme in ("submission", "submit")))
    ssl = asked.get("ssl", not tls and (port == TLS_PORT or parts.scheme == "smtps"))
    return {
        "EMAIL_BACKEND": backend,
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": bool(tls),
        "EMAIL_USE_SSL": bool(ssl),
        "EMAIL_TIMEOUT": asked.get("timeout"),
    }


def storage(url: str) -> dict[str, dict[str, Any]]:
    """Django's storages `default` and `backups`; none for an empty address.

    `?region=`: as the storage names it; `?tls=false`: unencrypted, for a storage within the house's own walls.
    """
    if not url:
        return {}
    parts = _parts("STORAGE_URL", url, {"s3"}, STORAGE_FORMS)
    try:
        asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        tls = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}[asked.pop("tls", "true").lower()]
        region = asked.pop("region", ANY_REGION)
    except (KeyError, ValueError):
        raise _refused("STORAGE_URL", STORAGE_FORMS) from None
    said = parts.hostname and parts.username and parts.password and BUCKET.fullmatch(parts.path)
    if asked or not said or not REGION.fullmatch(region):
        raise _refused("STORAGE_URL", STORAGE_FORMS)
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    options = {
        "access_key": unquote(str(parts.username)),
        "secret_key": unquote(str(parts.password)),
        "bucket_name": parts.path.strip("/"),
        "endpoint_url": f"{'https' if tls else 'http'}://{host}{f':{parts.port}' if parts.port else ''}",
        "region_name": region,
    }
    module = "shaf.pictures.object_storage"
    return {
        "default": {"BACKEND": f"{module}.ContentHashBucket", "OPTIONS": options | {"location": MEDIA}},
        "backups": {"BACKEND": f"{module}.Bucket", "OPTIONS": options | {"location": BACKUPS, "file_overwrite": False}},
    }


def _parts(name: str, url: str, schemes: set[str], forms: str) -> SplitResult:
    scheme, colon, _rest = url.partition("://")
    if not colon:
        raise ImproperlyConfigured(f"{name} does not begin with a scheme and “://”. It can be {forms}.")
    if scheme.lower() not in schemes:
        raise ImproperlyConfigured(f"{name} begins with “{scheme}://”, which is not known. It can be {forms}.")
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError:
        if url == "sqlite://:memory:":
            return SplitResult("sqlite", "", ":memory:", "", "")
        raise _refused(name, forms) from None
    # What stands behind an unwritten / ? or # of a password is no longer part of it.
    if parts.fragment or (parts.scheme not in FILES and "@" in parts.path + parts.query):
        raise _refused(name, forms)
    return parts


def _refused(name: str, forms: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} cannot be read as an address. It can be {forms}. {ENCODING}")
