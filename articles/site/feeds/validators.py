"""What lets a reader keep a copy of a feed, and ask again cheaply."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from articles.press.models import Edition
from articles.site.feeds.archive import Held
from articles.site.feeds.channel import Channel
from articles.site.feeds.items import enclosure
from shaf.product import release

LONGEST_REST = 300


@dataclass(frozen=True, slots=True)
class Validators:
    """`modified`: the latest change that has passed; `next_change`: the next one that is decided."""

    etag: str
    modified: datetime | None
    next_change: datetime | None

    def answer(self, request: HttpRequest) -> HttpResponse | None:
        """304 (or 412) where the request's own validators decide so."""
        modified = int(self.modified.timestamp()) if self.modified else None
        return get_conditional_response(request, etag=self.etag, last_modified=modified)

    def mark(self, response: HttpResponse, now: datetime) -> HttpResponse:
        """Nobody foresees a withdrawal, so a copy rests for minutes at most, and never past the next change."""
        response["ETag"] = self.etag
        if self.modified:
            response["Last-Modified"] = http_date(self.modified.timestamp())
        rest = LONGEST_REST
        if self.next_change:
            rest = min(rest, int((self.next_change - now).total_seconds()))
        response["Cache-Control"] = f"public, max-age={rest}"
        return response


def etag(channel: Channel, held: Held, form: str, part: object, modified: datetime | None, stylesheet: str) -> str:
    """Strong: everything that the feed's bytes are made of, without writing them."""
    about = [
        *(*channel.described(), form, str(part), str(held.older), str(held.newer), stylesheet),
        *(settings.SITE_URL, settings.MEDIA_URL, settings.TIME_ZONE, release.identifier()),
        modified.isoformat() if modified and not held.editions else "",
    ]
    shown = [
        (edition.pk, edition.fingerprint, edition.seal, edition.printed.version, _cover(edition))
        for edition in held.editions
    ]
    text = json.dumps([about, shown], ensure_ascii=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def _cover(edition: Edition) -> str:
    """Which size of it a feed has: one that was not made yet when it was asked for is made later."""
    found = enclosure(edition.cover) if edition.cover else None
    return found.url if found else ""
