"""What of the log a manager reads, and how it leaves the desk."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.desk.article import rights
from articles.desk.workflow.membership import unanswered
from authors.models import Membership
from shaf.audit.digest import COLUMNS
from shaf.audit.kinds import of_group
from shaf.audit.models import Event, Link

AT_ONCE = 500


def readable(user: AbstractBaseUser) -> QuerySet[Event]:
    """The events of the user's branches, and what their people did that belongs to no branch; a superuser's are all.

    Whose account an invited address is, nobody learns before they have answered: neither by a login of theirs.
    """
    if user.is_superuser and user.is_active:
        return Event.objects.all()
    branches = list(rights.branches(user, "members"))
    waiting = {person for branch, person in unanswered() if branch in branches}
    members = set(Membership.objects.filter(branch__in=branches).values_list("user", flat=True)) - waiting
    failed = Q(what="login_failed", about__in=[f"user:{pk}" for pk in members])
    return Event.objects.filter(Q(branch__in=branches) | Q(branch=None, by__in=members) | failed)


def narrowed(events: QuerySet[Event], chosen: dict[str, Any]) -> QuerySet[Event]:
    """Those that the form asks for: `group`, `who` or what by name, days from `since` to `until`, and a `branch`."""
    zone = timezone.get_default_timezone()
    if group := chosen.get("group"):
        events = events.filter(what__in=of_group(group))
    if words := chosen.get("who"):
        events = events.filter(Q(by_name__icontains=words) | Q(name__icontains=words))
    if since := chosen.get("since"):
        events = events.filter(at__gte=datetime.combine(since, time.min, tzinfo=zone))
    if until := chosen.get("until"):
        events = events.filter(at__lte=datetime.combine(until, time.max, tzinfo=zone))
    if branch := chosen.get("branch"):
        events = events.filter(branch=branch.pk)
    return events


def lines(events: QuerySet[Event]) -> Iterator[str]:
    """Each event as one line of JSON (jsonlines.org), with its number and seal in the chain, oldest first."""
    last = 0
    while some := list(events.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        links = {link.event: link for link in Link.objects.filter(event__in=[event.pk for event in some])}
        for event in some:
            said = {"id": event.pk} | {column: getattr(event, column) for column in COLUMNS}
            said |= {"at": event.at.astimezone(UTC).isoformat(timespec="microseconds"), "digest": event.digest}
            link = links.get(event.pk)
            said |= {"number": link.number if link else None, "seal": link.seal if link else ""}
            yield json.dumps(said, ensure_ascii=False) + "\n"
        last = some[-1].pk
