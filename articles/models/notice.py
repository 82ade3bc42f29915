"""What people are told, in the desk's inbox and by mail."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from authors.models import Branch


class Notice(models.Model):
    """One thing told to one person, written in the transaction in which it happened: inbox and outbox in one.

    `key` says what it is about, so that nobody is told twice. `mail` is where its mail stands, `mail_at` the time
    before which it is not (again) tried, or at which it was sent. `trouble` is why the last try was in vain, `answer`
    what the server or the program said then. `when` and `day` are the time, or the day, that it tells of; `branch` is
    the one that it is about where it is about no report.
    """

    class Mail(models.TextChoices):
        NONE = "", _("not by mail")
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    class Trouble(models.TextChoices):
        UNREACHABLE = "unreachable", _("The mail server cannot be reached")
        LOGIN = "login", _("The mail server does not accept the site’s user or password")
        UNABLE = "unable", _("The mail server lacks the encryption or the login that the settings ask for")
        REFUSED = "refused", _("The mail server refuses this letter or its address")
        NOT_NOW = "not_now", _("The mail server takes nothing for now")
        UNWRITTEN = "unwritten", _("The letter could not be written")
        OTHER = "other", _("Something unexpected happened while it was sent")

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(max_length=100)
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="notices")
    branch = models.ForeignKey(Branch, models.CASCADE, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    when = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    at = models.DateTimeField(_("at"))
    read_at = models.DateTimeField(_("read"), null=True)
    mail = models.CharField(_("mail"), max_length=10, choices=Mail, blank=True, default=Mail.NONE)
    mail_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, choices=Trouble, blank=True, default="")
    answer = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering: ClassVar = ["-id"]
        constraints = [models.UniqueConstraint(fields=["to", "key"], name="notice_unique")]
        indexes = [
            models.Index(fields=["to", "read_at"], name="notice_unread"),
            models.Index(fields=["mail_at"], condition=Q(mail="waiting"), name="notice_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} → {self.to_id}"


class MailChoice(models.Model):
    """How a person wants to be mailed; nobody who has made no choice is without mail."""

    class When(models.TextChoices):
        AT_ONCE = "at_once", _("at once")
        DAILY = "daily", _("once a day")
        NEVER = "never", _("never; the inbox is enough")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choice")
    when = models.CharField(_("mail"), max_length=10, choices=When, default=When.AT_ONCE)

    class Meta:
        verbose_name = _("choice of mail")
        verbose_name_plural = _("choices of mail")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.when}"
