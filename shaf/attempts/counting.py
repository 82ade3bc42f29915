"""Whether one more attempt is within its limits, counted as it is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from shaf.attempts.models import Attempts
from shaf.db.clock import database_now

# Rows. More than one attempt can add, so the table does not grow while it is counted in.
PRUNED_AT_ONCE = 100


@dataclass(frozen=True)
class Limit:
    """So many attempts at once, and then one more each time that `every` has passed.

    No hour has more than `at_once` and an hour's worth of `every`.
    """

    what: str
    at_once: int
    every: timedelta


@dataclass(frozen=True)
class Try:
    """An attempt by `who` (a name, an address) under a limit."""

    limit: Limit
    who: str

    def row(self) -> dict[str, str]:
        return {"what": self.limit.what, "who": hashed(self.who)}


class TooMany(Exception):
    """A limit is reached; after `wait` there may be one more attempt."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait

    @property
    def minutes(self) -> int:
        """How long to wait, in whole minutes, as it is said to people."""
        return max(1, ceil(self.wait / timedelta(minutes=1)))


def count(*tries: Try) -> None:
    """Count an attempt under each of its limits; raises TooMany, and counts it nowhere, where one is reached.

    They are looked at in this order and no further than the first that is reached. Whoever asks in a transaction of
    their own holds the rows until its end.
    """
    now = database_now()
    with transaction.atomic():
        for tried in tries:
            _count(tried, now)
    _prune(now)


def _count(tried: Try, now: datetime) -> None:
    row, _made = Attempts.objects.select_for_update().get_or_create(**tried.row(), defaults={"empty_at": now})
    limit = tried.limit
    row.empty_at = max(row.empty_at, now) + limit.every
    if (over := row.empty_at - now - limit.at_once * limit.every) > timedelta(0):
        raise TooMany(over)
    row.save(update_fields=["empty_at"])


def take_back(tried: Try) -> None:
    """Count one attempt less."""
    Attempts.objects.filter(**tried.row()).update(empty_at=F("empty_at") - tried.limit.every)


def forget(tried: Try) -> None:
    """All attempts by this one under this limit."""
    Attempts.objects.filter(**tried.row()).delete()


def hashed(who: str) -> str:
    """A name or an address as it is stored: under a key of the installation's own."""
    return salted_hmac("shaf.attempts", who, algorithm="sha256").hexdigest()


def _prune(now: datetime) -> None:
    """Drop rows that count nothing any more. Those that somebody is counting in at this moment are left alone."""
    with transaction.atomic():
        over = Attempts.objects.select_for_update(skip_locked=True).filter(empty_at__lt=now)
        _delete(over.values_list("pk", flat=True)[:PRUNED_AT_ONCE])


def _delete(ids: Iterable[int]) -> None:
    if found := list(ids):
        Attempts.objects.filter(pk__in=found).delete()
