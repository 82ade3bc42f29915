"""How long the log is kept. What is older goes from the beginning of the chain; a stub of it stays."""

from collections import Counter
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from shaf.audit.digest import said_of
from shaf.audit.models import Dropped, Event, Link
from shaf.audit.recording import record
from shaf.db.clock import database_now

# Events of one part: on SQLite nobody else writes meanwhile.
AT_ONCE = 5000


def old(now: datetime) -> QuerySet[Link]:
    """The links whose events, and all before them, are older than the setting says; none where it says 0."""
    if not settings.AUDIT_KEPT_DAYS:
        return Link.objects.none()
    before = now - timedelta(days=settings.AUDIT_KEPT_DAYS)
    young = Event.objects.filter(at__gte=before).values("pk")
    first = Link.objects.filter(event__in=young).order_by("number").first()
    return Link.objects.filter(number__lt=first.number) if first else Link.objects.all()


def drop(links: QuerySet[Link]) -> int:
    """Let these links and their events go, some at a time, and leave a stub of each part; return how many went."""
    gone = 0
    while some := list(links.order_by("number")[:AT_ONCE]):
        with transaction.atomic():
            _drop(some)
        gone += len(some)
    return gone


def _drop(links: list[Link]) -> None:
    events = Event.objects.filter(pk__in=Link.objects.filter(number__lte=links[-1].number).values("event"))
    times = sorted(events.values_list("at", flat=True))
    part = Dropped.objects.create(
        first=links[0].number,
        last=links[-1].number,
        began_at=times[0],
        ended_at=times[-1],
        kinds=dict(sorted(Counter(events.values_list("what", flat=True)).items())),
        seal=links[-1].seal,
        at=database_now(),
    )
    record("dropped", about=part, details=said_of(part))
    events.delete()
    Link.objects.filter(number__lte=part.last).delete()
