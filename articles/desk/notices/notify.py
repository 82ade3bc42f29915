"""Who is told what. This only writes, in the transaction of whoever calls it, who then asks for a round (worker.py)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from articles.desk.notices.kinds import KINDS
from articles.desk.notices.recipients import recipients
from articles.models import Article, MailChoice, Notice, Transition
from authors.models import Branch

DIGEST_AT = time(8)
# An archive's edition is public from its byline date; one approved now begins at most this much before its approval.
NOW = timedelta(minutes=1)


def tell(transition: Transition) -> bool:
    """Write a Notice for everybody whom the transition concerns, and for nobody else; return whether any is mailed."""
    kind, when = transition.verb, transition.when
    if kind in ("approve", "reschedule"):
        edition = transition.edition
        if edition and kind == "approve" and edition.number == 1 and edition.live_from < transition.at - NOW:
            _untell_submission(transition)
            return False
        if edition and edition.live_from > transition.at:
            kind = "scheduled" if kind == "approve" else kind
            when = edition.live_from
    return notify(
        recipients(transition),
        kind=kind,
        key=f"{transition.pk}:{kind}",
        at=transition.at,
        article=transition.article,
        language=transition.language,
        by=transition.by_id,
        reason=transition.reason,
        when=when,
        day=transition.day,
    )


def notify(
    people: Iterable[AbstractBaseUser],
    *,
    kind: str,
    key: str,
    at: datetime,
    article: Article | None = None,
    branch: Branch | None = None,
    language: str = "",
    by: int | None = None,
    reason: str = "",
    when: datetime | None = None,
    day: date | None = None,
) -> bool:
    """Write one Notice for each of the people, to be mailed as each has chosen; return whether any is mailed at all.

    `by` is a user's id, `at` aware. The same `key` never tells the same person twice.
    """
    notices = [
        Notice(
            to=person,
            kind=kind,
            key=key,
            at=at,
            article=article,
            branch=branch,
            language=language,
            by_id=by,
            reason=reason,
            when=when,
            day=day,
            mail=Notice.Mail.WAITING if (due := mail_due(person, kind, at)) else Notice.Mail.NONE,
            mail_at=due,
        )
        for person in people
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return any(notice.mail_at for notice in notices)


def mail_due(person: AbstractBaseUser, kind: str, at: datetime) -> datetime | None:
    """When the person is to be mailed of something that happened at `at`; None for never."""
    if not person.email:
        return None
    choice = person.mail_choice.when if hasattr(person, "mail_choice") else MailChoice.When.AT_ONCE
    if KINDS[kind].person:
        return None if KINDS[kind].quiet else at
    if choice == MailChoice.When.DAILY:
        return next_digest(at)
    return None if choice == MailChoice.When.NEVER or KINDS[kind].quiet else at


def next_digest(after: datetime) -> datetime:
    """The next 8:00 in the zone in which people read times (Cairo)."""
    zone = timezone.get_default_timezone()
    local = after.astimezone(zone)
    day = local.date() if local.time() < DIGEST_AT else local.date() + timedelta(days=1)
    return datetime.combine(day, DIGEST_AT, tzinfo=zone)


def _untell_submission(transition: Transition) -> None:
    """An archive's report is submitted and approved in one breath: nobody is to decide on it any more."""
    submission = Transition.objects.filter(
        article=transition.article, language=transition.language, verb="submit"
    ).first()
    if submission:
        Notice.objects.filter(key=f"{submission.pk}:submit", article=transition.article).delete()
