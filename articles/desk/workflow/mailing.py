"""What people do about their mail: choose how they are mailed, and have a letter tried once more."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.desk.notices import worker
from articles.desk.notices.kinds import PERSONAL
from articles.desk.notices.notify import next_digest
from articles.desk.notices.outbox import in_trouble
from articles.models import MailChoice, Notice
from shaf.db.clock import database_now


@transaction.atomic
def choose(person: AbstractBaseUser, when: str) -> None:
    """Set the choice (MailChoice.When), for what waits to be mailed too; mail about the account itself always goes."""
    MailChoice.objects.update_or_create(user=person, defaults={"when": when})
    waiting = Notice.objects.filter(to=person, mail=Notice.Mail.WAITING).exclude(kind__in=PERSONAL)
    match when:
        case MailChoice.When.NEVER:
            waiting.update(mail=Notice.Mail.NONE)
        case MailChoice.When.DAILY:
            waiting.update(mail_at=next_digest(database_now()))
        case MailChoice.When.AT_ONCE:
            waiting.update(mail_at=database_now())
            worker.soon()


@transaction.atomic
def send_again(notice: Notice) -> None:
    """Put a letter that is in trouble into the outbox anew."""
    anew = {"mail": Notice.Mail.WAITING, "mail_at": database_now(), "attempts": 0, "trouble": "", "answer": ""}
    in_trouble().filter(pk=notice.pk).update(**anew)
    worker.soon()
