"""The log: events, the chain over them, and what remains of a part that was let go of.

People and things are named by number and in words, without foreign keys: an event outlives what it tells of.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One thing that somebody did. Append-only: the guards hold this in the database.

    `what` is a kind (kinds.py). `by` is an account's id, None for the operator, for the system and for strangers.
    `address` is the network address that it came from, '' where there was none. `branch` is the id of the branch whose
    managers see it. `about` is what it was done to, as “model:id”, and `name` the same in words. `digest` is of all
    these (digest.py).
    """

    at = models.DateTimeField(_("at"))
    what = models.CharField(_("what happened"), max_length=40)
    by = models.PositiveBigIntegerField(null=True)
    by_name = models.CharField(_("by"), max_length=300, blank=True)
    address = models.CharField(_("address"), max_length=60, blank=True)
    branch = models.PositiveBigIntegerField(null=True)
    about = models.CharField(max_length=60, blank=True)
    name = models.TextField(_("name"), blank=True)
    details = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("event of the log")
        verbose_name_plural = _("events of the log")
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["branch", "-id"], name="audit_branch"),
            models.Index(fields=["by", "-id"], name="audit_by"),
            models.Index(fields=["what", "-id"], name="audit_what"),
            models.Index(fields=["about", "-id"], name="audit_about"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.about}"


class Link(models.Model):
    """An event's place in the chain. `seal` is of the event and of the seal before it."""

    number = models.PositiveBigIntegerField(primary_key=True)
    event = models.PositiveBigIntegerField(unique=True)
    seal = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number}: {self.event}"


class Dropped(models.Model):
    """What remains of the links `first` to `last` and their events, which were kept as long as the setting says.

    `kinds` says how many there were of each kind, `seal` is the last link's, on which the chain goes on.
    """

    first = models.PositiveBigIntegerField(unique=True)
    last = models.PositiveBigIntegerField(unique=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    kinds = models.JSONField()
    seal = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering: ClassVar = ["first"]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"
