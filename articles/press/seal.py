"""The seal: a hash of the columns that an edition's format names, and of the seal before it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from articles.press.formats import FORMATS
from articles.press.manuscript import canonical_json, fingerprint
from articles.press.models import Edition


def seal(edition: Edition, *, before: str) -> str:
    """SHA-256, in hexadecimal. `before` is the seal of the previous edition of this article and language, or ''.

    Raises KeyError for a format that this release does not know.
    """
    columns = {name: _plain(getattr(edition, name)) for name in FORMATS[edition.manuscript_format].sealed}
    return hashlib.sha256(canonical_json({"before": before, "columns": columns}).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


@dataclass(frozen=True, slots=True)
class Broken:
    """An edition that is not what was published. `what`: format (unknown to this release), fingerprint or seal."""

    edition: int
    article: int
    language: str
    number: int
    what: str


def verify(using: str = "default") -> Iterator[Broken | None]:
    """Recompute fingerprint and seal of every edition; yields None for a sound one, so that a caller can count."""
    chain, before = None, ""
    editions = Edition.objects.using(using).order_by("article_id", "language", "number")
    for edition in editions.iterator(chunk_size=200):
        key = (edition.article_id, edition.language)
        if key != chain:
            chain, before = key, ""
        place = (edition.pk, edition.article_id, edition.language, edition.number)
        broken = None
        if edition.manuscript_format not in FORMATS:
            broken = Broken(*place, "format")
        elif fingerprint(edition.manuscript) != edition.fingerprint:
            broken = Broken(*place, "fingerprint")
        elif seal(edition, before=before) != edition.seal:
            broken = Broken(*place, "seal")
        before = edition.seal
        yield broken
