"""What works beside the server: the worker, mail, the cache, backups."""

import secrets
import smtplib
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import default_task_backend

from articles.desk.notices.outbox import PATIENCE
from articles.desk.notices.smtp import trouble
from articles.models import Notice
from shaf import heartbeats
from shaf.db.clock import database_now
from shaf.health.findings import Finding, fault, warning

# The worker beats every ten seconds.
LONGEST_SILENCE = timedelta(minutes=1)
# A round is made every half minute.
LONGEST_WAIT = timedelta(minutes=10)
RECENT = timedelta(days=7)
# Seconds.
CACHE_KEPT = 30
MAIL_TIMEOUT = 10


def worker() -> Iterator[Finding]:
    """It beats. Asked only where tasks wait for one."""
    if not default_task_backend.supports_defer:
        return
    silent = heartbeats.age(heartbeats.WORKER)
    if silent is None or silent > LONGEST_SILENCE:
        yield fault(
            _("No worker has been heard of.")
            if silent is None
            else _("The worker has not been heard of for %(minutes)d minutes.")
            % {"minutes": silent // timedelta(minutes=1)},
            _("Start `manage.py serve`, which keeps one running, or `manage.py db_worker`. No mail goes without it."),
        )


def waiting_letters() -> Q:
    """Letters that wait though they were tried a few times, or should have been long ago."""
    late = Q(mail_at__lt=database_now() - LONGEST_WAIT)
    return Q(mail=Notice.Mail.WAITING) & (Q(attempts__gte=PATIENCE) | late)


def letters() -> Iterator[Finding]:
    """None waits in vain. No mail is sent to find out."""
    stuck = Notice.objects.filter(waiting_letters())
    if n := stuck.count():
        last = stuck.exclude(answer="").order_by("-mail_at").values_list("answer", flat=True).first()
        said = _("The last answer was: %(answer)s") % {"answer": last} if last else ""
        yield fault(
            ngettext("%(n)d letter waits in vain.", "%(n)d letters wait in vain.", n) % {"n": n} + f" {said}".rstrip(),
            _("Run `manage.py doctor`: it tries the mail server. Look at EMAIL_URL."),
        )
    failed = Notice.objects.filter(mail=Notice.Mail.FAILED, mail_at__gt=database_now() - RECENT).count()
    if failed:
        yield warning(
            ngettext(
                "%(n)d letter of the last seven days could not be sent.",
                "%(n)d letters of the last seven days could not be sent.",
                failed,
            )
            % {"n": failed},
            _("Managers see why at the desk, under People, and may send them again."),
        )


def mail_server() -> Iterator[Finding]:
    """It lets this site in. Nothing is sent."""
    mailer = get_connection()
    if not hasattr(mailer, "timeout"):
        return
    mailer.timeout = MAIL_TIMEOUT
    try:
        mailer.open()
    except (OSError, smtplib.SMTPException) as error:
        yield mail_trouble(error)
    finally:
        mailer.close()


def mail_trouble(error: Exception) -> Finding:
    """Why the mail server does not take a letter."""
    why, answer = trouble(error)
    return fault(f"{Notice.Trouble(why).label}: {answer}", _("Look at EMAIL_URL, and at the server’s own log."))


def send_letter(address: str) -> Iterator[Finding]:
    """A letter to this address goes out."""
    subject = _("Shaf can send mail")
    body = _("This letter was asked for by `manage.py doctor --mail` at %(site)s.") % {"site": settings.SITE_URL}
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address]).send()
    except (OSError, ValueError, smtplib.SMTPException) as error:
        yield mail_trouble(error)


def cache_keeps() -> Iterator[Finding]:
    """What is put into the cache comes out again."""
    key, value = f"shaf.health.{secrets.token_hex(8)}", secrets.token_hex(8)
    remedy = _("Start the server that CACHE_URL names. Pages, logins and the desk do without it meanwhile.")
    try:
        cache.set(key, value, CACHE_KEPT)
        kept = cache.get(key)
        cache.delete(key)
    except Exception as error:  # each kind of cache raises its own
        yield fault(_("The cache does not answer: %(error)s") % {"error": str(error).strip()}, remedy)
        return
    if kept != value and not settings.CACHES["default"]["BACKEND"].endswith("DummyCache"):
        yield fault(_("The cache does not keep what is put into it."), remedy)


def backup() -> Iterator[Finding]:
    """There is one, and it is not old. Not asked with DEBUG, or where BACKUP_HOURS is 0."""
    if settings.DEBUG or not settings.BACKUP_HOURS:
        return
    age = heartbeats.age(heartbeats.BACKUP)
    remedy = _("Have `manage.py backup` run every day; BACKUP_HOURS=0 where something else makes them.")
    if age is None:
        yield warning(_("No backup has been made here yet."), remedy)
    elif age > timedelta(hours=settings.BACKUP_HOURS):
        yield fault(_("The last backup is %(hours)d hours old.") % {"hours": age // timedelta(hours=1)}, remedy)
