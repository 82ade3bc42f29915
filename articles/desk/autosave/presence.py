"""Who has a report's form open now, and who is writing in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser

from articles.models import Article, Presence
from shaf.db.clock import database_now

# A tab that was not heard of for so long is closed, or its lid is.
GONE = timedelta(seconds=60)


@dataclass(frozen=True)
class Other:
    """Somebody else at the same report. `you`: another tab of one's own."""

    name: str
    you: bool
    writing: bool
    since: datetime


def beat(article: Article, user: AbstractBaseUser, tab: str, *, writing: bool) -> list[Other]:
    """Say that this tab is open; returns the others, one entry a person, those who write first."""
    now = database_now()
    here = {"seen_at": now, "writing": writing}
    if not Presence.objects.filter(article=article, user_id=user.pk, tab=tab).update(**here):
        Presence.objects.filter(article=article, seen_at__lt=now - GONE).delete()
        Presence.objects.update_or_create(
            article=article, user_id=user.pk, tab=tab, defaults=here, create_defaults={"since": now, **here}
        )
    others: dict[int, Other] = {}
    open_now = Presence.objects.filter(article=article, seen_at__gte=now - GONE).select_related("user")
    for row in open_now.exclude(user=user.pk, tab=tab):
        known = others.get(row.user_id)
        others[row.user_id] = Other(
            name=row.user.get_full_name() or row.user.get_username(),
            you=row.user_id == user.pk,
            writing=row.writing or bool(known and known.writing),
            since=known.since if known else row.since,
        )
    return sorted(others.values(), key=lambda other: (not other.writing, other.since))


def leave(article: Article, user: AbstractBaseUser, tab: str) -> None:
    Presence.objects.filter(article=article, user_id=user.pk, tab=tab).delete()
