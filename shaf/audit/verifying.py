"""Whether the log is what was written: every event as it was, in its place, and none taken out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from shaf.audit.chain import unlinked
from shaf.audit.digest import digest, said_of, seal
from shaf.audit.models import Dropped, Event, Link

# The worker links every half minute.
PATIENCE = timedelta(minutes=10)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Broken:
    """`what` is wrong with the event of this id, or with the link of this number where there is no event.

    changed: the event is not as it was written; gone: its link stands without it; seal: its place in the chain is not
    as it was; number: a link is missing before it; dropped: what is said of a dropped part is not so.
    """

    what: str
    event: int | None = None
    number: int | None = None


def verify(using: str = "default") -> Iterator[Broken | None]:
    """Recompute all of it; yields None for a sound link or event, so that a caller can count."""
    yield from _dropped(using)
    last = Dropped.objects.using(using).order_by("-last").first()
    number, before = (last.last, last.seal) if last else (0, "")
    links = Link.objects.using(using).order_by("number").iterator(chunk_size=AT_ONCE)
    for some in _some(links):
        events = Event.objects.using(using).in_bulk([link.event for link in some])
        for link in some:
            yield _of_link(link, events.get(link.event), number + 1, before)
            number, before = link.number, link.seal
    for event in unlinked().using(using).iterator(chunk_size=AT_ONCE):
        yield Broken("changed", event.pk) if digest(event) != event.digest else None


def late(now: datetime, using: str = "default") -> int:
    """How many events have waited for their link longer than a worker takes."""
    return unlinked().using(using).filter(at__lt=now - PATIENCE).count()


def _of_link(link: Link, event: Event | None, number: int, before: str) -> Broken | None:
    if event is None:
        return Broken("gone", link.event, link.number)
    if digest(event) != event.digest:
        return Broken("changed", event.pk, link.number)
    if link.number != number:
        return Broken("number", event.pk, link.number)
    return Broken("seal", event.pk, link.number) if seal(link, event.digest, before=before) != link.seal else None


def _dropped(using: str) -> Iterator[Broken | None]:
    """Each dropped part follows the one before, and the log itself says that it went, or a later part holds that."""
    told = {event.about: event for event in Event.objects.using(using).filter(what="dropped")}
    last, parts = 0, list(Dropped.objects.using(using).order_by("first"))
    for part in parts:
        event = told.pop(f"dropped:{part.pk}", None)
        follows = part.first == last + 1
        said = event.details == said_of(part) if event else part is not parts[-1]
        last = part.last
        yield None if follows and said else Broken("dropped", event and event.pk, part.first)
    for event in told.values():
        yield Broken("dropped", event.pk)


def _some(links: Iterator[Link]) -> Iterator[list[Link]]:
    batch: list[Link] = []
    for link in links:
        batch.append(link)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
