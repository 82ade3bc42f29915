"""The only writer of editions.

Every function runs inside the caller's transaction, under the row lock of the article, with `now` read from the
database after the lock. Order within it: empty the scheduled edition; move its predecessor's end; insert.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Min

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
) -> Edition:
    """Freeze the manuscript as the next edition, public from `at`, and end the one it replaces at that moment.

    People are (user id, name as printed in the record). What is scheduled is cancelled first. Where the live edition
    says the same, it stays and is returned. `at` before `now` is for an archive's first edition only.
    Raises press.findings.Refused; IntegrityError from the guards.
    """
    _require_transaction()
    edition = compose(manuscript)
    article, language = manuscript.article, manuscript.language
    live = Edition.live_in(article, language, now)
    emptied = _empty_scheduled(article, language, now=now)
    if live and live.fingerprint == fingerprint_of(manuscript, live.manuscript_format):
        _reopen_end(live, emptied)
        return live
    if live:
        at = max(at, live.live_from + SHORTEST)
        _end(live, at=at, why=Ended.SUPERSEDED)
    earlier = Edition.objects.filter(article=article, language=language)
    public = earlier.exclude(ended_why=Ended.CANCELLED)
    last = earlier.order_by("-number").first()
    edition.number = last.number + 1 if last else 1
    edition.article_version = article_version
    edition.written_by = [{"id": pk, "name": name} for pk, name in written_by]
    edition.approved_by_id, edition.approved_by_name = approved_by
    edition.live_from = at
    edition.first_live_from = public.aggregate(t=Min("live_from"))["t"] or at
    edition.seal = seal(edition, before=last.seal if last else "")
    edition.save(force_insert=True)
    index(edition)
    print_edition(edition)
    enter(edition)
    return edition


def cancel(article: int, language: str, *, now: datetime) -> Edition | None:
    """Cancel what is scheduled and reopen the end of the edition it would have replaced. None where nothing is."""
    _require_transaction()
    emptied = _empty_scheduled(article, language, now=now)
    live = Edition.live_in(article, language, now)
    if live:
        _reopen_end(live, emptied)
    return emptied


def withdraw(article: int, language: str, *, note: str, now: datetime) -> Edition | None:
    """End the live edition now, with a reason for readers, and cancel what is scheduled. None where nothing is live."""
    _require_transaction()
    _empty_scheduled(article, language, now=now)
    live = Edition.live_in(article, language, now)
    if live:
        _end(live, at=max(now, live.live_from + SHORTEST), why=Ended.WITHDRAWN, note=note)
    return live


def _empty_scheduled(article: int, language: str, *, now: datetime) -> Edition | None:
    scheduled = Edition.ahead_of(now).filter(article=article, language=language).first()
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
