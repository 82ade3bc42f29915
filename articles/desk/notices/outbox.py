"""The outbox: claim, send, mark. Stopped or killed at any point and started again, it loses no letter and doubles none.

A claim is a lease: it moves `mail_at` ahead, so that a letter whose worker died comes due again. The letter is then
handed over all but its last line (postman.py); only when it is marked as `sending`, which fails where the lease has
passed to another worker, does the line go that makes the server take it. So:

- killed before that mark, the server has no letter, and it is sent when the lease runs out;
- killed after it, the letter stays `sending` and is not sent again. This is the one unavoidable doubt: nobody can know
  whether the server took it. It lasts from the mark to the server's answer; nearly always it did take it, the inbox
  has the notice in any case, and managers see it and may send it again.

A server that breaks off without an answer leaves the same doubt (RFC 1047), and the letter stays `sending`; one that
says no for now is asked again, under the same Message-ID. Why a try was in vain stays with the letter, and after a few
of them a manager sees it.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from articles.desk.article import rights
from articles.desk.notices.kinds import kind_of
from articles.desk.notices.mail import compose, one_line
from articles.desk.notices.smtp import Postman, RefusedForGood, Unanswered, trouble
from articles.models import MailChoice, Notice
from shaf.db.clock import database_now

logger = logging.getLogger(__name__)
WAITING, SENDING, SENT, FAILED, NONE = (
    Notice.Mail.WAITING,
    Notice.Mail.SENDING,
    Notice.Mail.SENT,
    Notice.Mail.FAILED,
    Notice.Mail.NONE,
)
LEASE = timedelta(seconds=45)
# Tries, half a minute and then twice as long apart, up to two hours: a server that is down for a day costs no letter.
TRIES = 20
# Tries in vain after which a person should know: minutes, and not the day until the last.
PATIENCE = 3
LONGEST_PAUSE = timedelta(hours=2)
AT_ONE_TIME = 500

Letter = list[Notice]


def deliver() -> None:
    """Send every letter that is due. A server that does not answer ends it until the next round."""
    due = Notice.objects.filter(mail=WAITING, mail_at__lte=database_now()).order_by("mail_at", "pk")
    with Postman() as postman:
        for letter in _letters(list(due.select_related("to__mail_choice", "by", "article")[:AT_ONE_TIME])):
            if not _deliver(letter, postman):
                break


def _letters(notices: list[Notice]) -> Iterator[Letter]:
    """One letter for each notice; for somebody who wants one a day, one for all."""
    digests: dict[int, Letter] = {}
    for notice in notices:
        choice = getattr(notice.to, "mail_choice", None)
        if choice and choice.when == MailChoice.When.DAILY and not kind_of(notice).person:
            digests.setdefault(notice.to_id, []).append(notice)
        else:
            yield [notice]
    yield from digests.values()


def _deliver(letter: Letter, postman: Postman) -> bool:
    """Whether the server can be asked for more."""
    lease = _claim(letter)
    if lease is None:
        return True
    try:
        wanted = [notice for notice in letter if _may_read(notice)]
        _mark([notice for notice in letter if notice not in wanted], NONE, lease)
        message = compose(wanted) if wanted else None
    except Exception as error:  # whatever is wrong with one letter, the others go
        logger.exception("mail of notice %s could not be written", letter[0].pk)
        _postpone(letter, lease, (Notice.Trouble.UNWRITTEN, f"{type(error).__name__}: {error}"))
        return True
    if message is None:
        return True
    try:
        postman.send(message, commit=lambda: _mark(wanted, SENDING, lease))
    except RefusedForGood as error:
        logger.exception("mail of notice %s is refused for good", wanted[0].pk)
        _mark(wanted, FAILED, lease, trouble(error))
    except Unanswered as error:
        logger.warning("nobody knows whether the server took the mail of notice %s: %s", wanted[0].pk, error)
    except Exception as error:
        why = trouble(error)
        unexpected = why[0] == Notice.Trouble.OTHER
        logger.warning("mail of notice %s has to wait: %s", wanted[0].pk, why[1], exc_info=unexpected)
        _postpone(wanted, lease, why)
        return not postman.is_down
    else:
        _mark(wanted, SENT, lease)
    return True


def _claim(letter: Letter) -> datetime | None:
    """Until when it is ours; None where another worker has it."""
    now = database_now()
    lease = now + LEASE
    waiting = _rows(letter).filter(mail=WAITING, mail_at__lte=now)
    return lease if waiting.update(mail_at=lease, attempts=F("attempts") + 1) == len(letter) else None


def _mark(letter: Letter, mail: str, lease: datetime, why: tuple[str, str] = ("", "")) -> bool:
    """Set where the letter stands, and why; False, and nothing more than that, where the lease was lost."""
    came_from = [SENDING] if mail == SENT else [WAITING, SENDING]
    held = _rows(letter).filter(mail_at=lease, mail__in=came_from)
    when = lease if mail == SENDING else database_now()
    return held.update(mail=mail, mail_at=when, **_said(why)) == len(letter)


def _postpone(letter: Letter, lease: datetime, why: tuple[str, str]) -> None:
    tries = letter[0].attempts + 1
    if tries >= TRIES:
        _mark(letter, FAILED, lease, why)
        return
    pause = min(timedelta(seconds=30) * 2 ** (tries - 1), LONGEST_PAUSE)
    _rows(letter).filter(mail_at=lease, mail__in=[WAITING, SENDING]).update(
        mail=WAITING, mail_at=database_now() + pause, **_said(why)
    )


def _said(why: tuple[str, str]) -> dict[str, str]:
    return {"trouble": why[0], "answer": one_line(why[1])[:300]}


def _may_read(notice: Notice) -> bool:
    """Between the notice and its mail somebody may have left, or the report may have moved."""
    if not (notice.to.is_active and notice.to.email):
        return False
    return notice.article is None or rights.who_sees(notice.article).filter(pk=notice.to_id).exists()


def _rows(letter: Letter):
    return Notice.objects.filter(pk__in=[notice.pk for notice in letter])


def in_trouble() -> QuerySet[Notice]:
    """Letters that a person should know of: failed for good, of unknown fate, or tried a few times in vain."""
    in_vain = Q(mail=WAITING, attempts__gte=PATIENCE) & ~Q(trouble="")
    return Notice.objects.filter(Q(mail__in=[FAILED, SENDING]) | in_vain)
