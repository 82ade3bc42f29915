"""How a person wants to be mailed."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.desk.notices import worker
from articles.desk.notices.kinds import PERSONAL
from articles.desk.notices.notify import next_digest
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
