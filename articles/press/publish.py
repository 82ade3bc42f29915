"""The only writer of editions.

Every function runs inside the caller's transaction, under the row lock of the article, with `now` read from the
database after the lock. Order within it: empty the scheduled edition; move its predecessor's end; insert.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connection

from articles.press.compose import compose
from articles.press.derived.index import index
from articles.press.derived.printing import print_edition
from articles.press.derived.search import enter
from articles.press.manuscript import Manuscript, fingerprint_of
from articles.press.models import Edition, Ended
from articles.press.seal import seal

# SQLite's clock counts milliseconds: an interval that was public is at least one long.
SHORTEST = timedelta(milliseconds=1)


def publish(
    manuscript: Manuscript,
    *,
    article_version: int,
    written_by: Sequence[tuple[int, str]],
    approved_by: tuple[int, str],
    at: datetime,
    now: datetime,
    earlier: Sequence[Edition] | None = None,
) -> Edition:
    """Freeze the manuscript as the next edition, public from `at`, and end the one it replaces at that moment.

    `earlier` are the report's editions in this language, where they were read under the lock already.
    People are (user id, name as printed in the record). What is scheduled is cancelled first. Where the live edition
    says the same, it stays and is returned. `at` before `now` is for an archive's first edition only.
    Raises press.findings.Refused; IntegrityError from the guards.
    """
    _require_transaction()
    edition = compose(manuscript)
    article, language = manuscript.article, manuscript.language
    earlier = Edition.of(article, language) if earlier is None else earlier
    live = _live(earlier, now)
    emptied = _empty_scheduled(earlier, now=now)
    if live and live.fingerprint == fingerprint_of(manuscript, live.manuscript_format):
        _reopen_end(live, emptied)
        return live
    if live:
        at = max(at, live.live_from + SHORTEST)
        _end(live, at=at, why=Ended.SUPERSEDED)
    last = earlier[-1] if earlier else None
    edition.number = last.number + 1 if last else 1
    edition.article_version = article_version
    edition.written_by = [{"id": pk, "name": name} for pk, name in written_by]
    edition.approved_by_id, edition.approved_by_name = approved_by
    edition.live_from = at
    public = (before.live_from for before in earlier if before.ended_why != Ended.CANCELLED)
    edition.first_live_from = min(public, default=at)
    edition.seal = seal(edition, before=last.seal if last else "")
    edition.save(force_insert=True)
    index(edition)
    print_edition(edition)
    enter(edition)
    return edition


def cancel(article: int, language: str, *, now: datetime) -> Edition | None:
    """Cancel what is scheduled and reopen the end of the edition it would have replaced. None where nothing is."""
    _require_transaction()
    editions = Edition.of(article, language)
    emptied = _empty_scheduled(editions, now=now)
    if live := _live(editions, now):
        _reopen_end(live, emptied)
    return emptied


def withdraw(article: int, language: str, *, note: str, now: datetime) -> Edition | None:
    """End the live edition now, with a reason for readers, and cancel what is scheduled. None where nothing is live."""
    _require_transaction()
    editions = Edition.of(article, language)
    _empty_scheduled(editions, now=now)
    if live := _live(editions, now):
        _end(live, at=max(now, live.live_from + SHORTEST), why=Ended.WITHDRAWN, note=note)
    return live


def _live(editions: Iterable[Edition], now: datetime) -> Edition | None:
    return next((edition for edition in editions if edition.is_live_at(now)), None)


def _empty_scheduled(editions: Iterable[Edition], *, now: datetime) -> Edition | None:
    scheduled = next((edition for edition in editions if edition.is_ahead_of(now)), None)
    if scheduled:
        _end(scheduled, at=scheduled.live_from, why=Ended.CANCELLED)
    return scheduled


def _reopen_end(live: Edition, emptied: Edition | None) -> None:
    if emptied and live.live_until == emptied.live_from:
        live.live_until, live.ended_why, live.ended_note = None, "", ""
        live.save(update_fields=Edition.MUTABLE)


def _end(edition: Edition, *, at: datetime, why: Ended, note: str = "") -> None:
    edition.live_until, edition.ended_why, edition.ended_note = at, why, note
    edition.save(update_fields=Edition.MUTABLE)


def _require_transaction() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("the press works inside the caller's transaction")
