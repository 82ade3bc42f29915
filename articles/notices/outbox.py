"""The outbox: claim, send, mark. Stopped or killed at any point and started again, it loses no letter and doubles none.

A claim is a lease: it moves `mail_at` ahead, so that a letter whose worker died comes due again. The letter is then
handed over all but its last line (postman.py); only when it is marked as `sending`, which fails where the lease has
passed to another worker, does the line go that makes the server take it. So:

- killed before that mark, the server has no letter, and it is sent when the lease runs out;
- killed after it, the letter stays `sending` and is not sent again. This is the one unavoidable doubt: nobody can know
  whether the server took it. It lasts from the mark to the server's answer; nearly always it did take it, the inbox
  has the notice in any case, and managers see it and may send it again.

A server that breaks off without an answer leaves the same doubt (RFC 1047), and the letter stays `sending`; one that
says no for now is asked again, under the same Message-ID.
"""

import logging
import smtplib
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F

from articles import rights
from articles.models import MailChoice, Notice
from articles.notices import rounds
from articles.notices.kinds import KINDS
from articles.notices.letter import compose
from articles.notices.postman import Postman, RefusedForGood, Unanswered
from shaf.clock import database_now

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
        if choice and choice.when == MailChoice.When.DAILY and not KINDS[notice.kind].person:
            digests.setdefault(notice.to_id, []).append(notice)
        else:
            yield [notice]
    yield from digests.values()


def _deliver(letter: Letter, postman: Postman) -> bool:
    """Whether the server can be asked for more."""
    lease = _claim(letter)
    if lease is None:
        return True
    wanted = [notice for notice in letter if _may_read(notice)]
    _mark([notice for notice in letter if notice not in wanted], NONE, lease)
    if not wanted:
        return True
    try:
        message = compose(wanted)
    except Exception:  # whatever is wrong with one letter, the others go
        logger.exception("mail of notice %s could not be written", wanted[0].pk)
        _postpone(wanted, lease)
        return True
    try:
        postman.send(message, commit=lambda: _mark(wanted, SENDING, lease))
    except RefusedForGood:
        logger.exception("mail of notice %s is refused for good", wanted[0].pk)
        _mark(wanted, FAILED, lease)
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("mail of notice %s has to wait: %s", wanted[0].pk, error)
        _postpone(wanted, lease)
        return not postman.is_down
    except Unanswered as error:
        logger.warning("nobody knows whether the server took the mail of notice %s: %s", wanted[0].pk, error)
    else:
        _mark(wanted, SENT, lease)
    return True


def _claim(letter: Letter) -> datetime | None:
    """Until when it is ours; None where another worker has it."""
    now = database_now()
    lease = now + LEASE
    waiting = _rows(letter).filter(mail=WAITING, mail_at__lte=now)
    return lease if waiting.update(mail_at=lease, attempts=F("attempts") + 1) == len(letter) else None


def _mark(letter: Letter, mail: str, lease: datetime) -> bool:
    """Set where the letter stands; False, and nothing more than that, where the lease was lost."""
    came_from = [SENDING] if mail == SENT else [WAITING, SENDING]
    held = _rows(letter).filter(mail_at=lease, mail__in=came_from)
    when = lease if mail == SENDING else database_now()
    return held.update(mail=mail, mail_at=when) == len(letter)


def _postpone(letter: Letter, lease: datetime) -> None:
    tries = letter[0].attempts + 1
    if tries >= TRIES:
        _mark(letter, FAILED, lease)
        return
    pause = min(timedelta(seconds=30) * 2 ** (tries - 1), LONGEST_PAUSE)
    _rows(letter).filter(mail_at=lease, mail__in=[WAITING, SENDING]).update(
        mail=WAITING, mail_at=database_now() + pause
    )


def _may_read(notice: Notice) -> bool:
    """Between the notice and its mail somebody may have left, or the report may have moved."""
    if not (notice.to.is_active and notice.to.email):
        return False
    return notice.article is None or rights.who_sees(notice.article).filter(pk=notice.to_id).exists()


def _rows(letter: Letter):
    return Notice.objects.filter(pk__in=[notice.pk for notice in letter])


def send_again(notice: Notice) -> None:
    """Put a letter that failed, or whose fate is unknown, back into the outbox."""
    Notice.objects.filter(pk=notice.pk, mail__in=[FAILED, SENDING]).update(
        mail=WAITING, mail_at=database_now(), attempts=0
    )
    rounds.soon()
