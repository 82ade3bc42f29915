"""The chain: each event gets a link behind the last one. The worker does it, so that no view waits for another."""

from django.db import IntegrityError, transaction

from shaf.audit.digest import seal
from shaf.audit.models import Dropped, Event, Link

# Events of one transaction: on SQLite nobody else writes meanwhile.
AT_ONCE = 500


def chain() -> int:
    """Link every event that has no link yet, in the order of their ids; return how many.

    Two workers at one moment: the second finds the number taken, and leaves the rest to the first.
    """
    linked = 0
    while True:
        try:
            with transaction.atomic():
                found = _some()
        except IntegrityError:
            return linked
        linked += found
        if found < AT_ONCE:
            return linked


def _some() -> int:
    number, before = head()
    # Not by the last id: of two transactions the one that began later may have committed before.
    waiting = unlinked().order_by("pk").values_list("pk", "digest")[:AT_ONCE]
    links = []
    for pk, digest in waiting:
        number += 1
        link = Link(number=number, event=pk)
        link.seal = before = seal(link, digest, before=before)
        links.append(link)
    Link.objects.bulk_create(links)
    return len(links)


def head() -> tuple[int, str]:
    """Return the last link's number and seal, those of what was dropped last where no link stands; (0, '') for none."""
    if link := Link.objects.order_by("-number").first():
        return link.number, link.seal
    if dropped := Dropped.objects.order_by("-last").first():
        return dropped.last, dropped.seal
    return 0, ""


def unlinked():
    """The events that wait for their link."""
    return Event.objects.exclude(pk__in=Link.objects.values("event"))
