"""Whether what was restored is an installation that works, and holds what was published."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.http.request import validate_host
from django.test import Client
from django.urls import reverse

from articles.press import seal
from articles.press.derived import search
from articles.press.models import Edition, PictureIndex
from shaf.audit import verifying
from shaf.backup import media
from shaf.backup.archive import Archive
from shaf.db.clock import database_now
from shaf.health import recorded
from shaf.health.database import missing_triggers

Progress = Callable[[Iterable[Any], str], Iterable[Any]]


def faults(archive: Archive, progress: Progress) -> Iterator[str]:
    """What a restore has done wrong."""
    for name in missing_triggers(connection):
        yield f"the trigger {name} does not stand"
    state = search.state()
    if state.missing or state.older:
        yield f"{state.missing + state.older} of {state.editions} editions are not in the search index"
    printed = set(PictureIndex.objects.values_list("picture", flat=True)) - set(archive.manifest["media"]["lost"])
    if gone := media.lost(progress(sorted(printed), "pictures compared"), archive):
        yield f"{len(gone)} pictures of editions are not stored as they were: {gone[0]}"
    yield from _pages()


def _pages() -> Iterator[str]:
    """Whatever is wrong with the first page and that of the newest report."""
    live = Edition.live_at(database_now()).order_by("-first_live_from").only("article_id", "slug", "language").first()
    paths = [reverse("site:home")]
    if live is not None:
        prefix = "" if live.language == settings.LANGUAGE_CODE else f"/{live.language}"
        paths.append(prefix + reverse("site:report", args=[live.article_id, live.slug]))
    client = Client(raise_request_exception=False, SERVER_NAME=_host())
    for path in paths:
        response = client.get(path, secure=settings.SECURE_SSL_REDIRECT)
        if response.status_code != 200:
            yield f"the page {path} is answered with {response.status_code}"


def _host() -> str:
    """A name that this installation answers to."""
    own = urlsplit(settings.SITE_URL).hostname or "localhost"
    if validate_host(own, settings.ALLOWED_HOSTS):
        return own
    return settings.ALLOWED_HOSTS[0].lstrip(".")


def unsound(progress: Progress) -> list[str]:
    """The editions that are not what was published, and what is wrong with the log: it was so in the backup already,
    whose bytes are verified."""
    found = progress(seal.verify(), "editions verified")
    broken = [f"article {b.article}, {b.language}, number {b.number}: the {b.what} is wrong" for b in found if b]
    log = progress(verifying.verify(), "log verified")
    broken += [f"audit log, event {b.event}, number {b.number}: {b.what}" for b in log if b]
    told = recorded.contradictions()
    return broken + [f"{c.article}, {c.language}, number {c.number}: {c.what}, by the audit log" for c in told]
