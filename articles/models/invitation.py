"""Who was asked to work in a branch, and whether they have answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from authors.models import Branch


class Invitation(models.Model):
    """One person asked into one branch. `name` is what the manager typed: it stands until the person has answered.

    Until another manager, or the operator, has confirmed it (`confirmed_at`; by None for the operator), the account
    stands on the word of whoever invited it, and approves nothing of theirs (desk/article/four_eyes.py).
    """

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="invitations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("name"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering: ClassVar = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "user"], condition=Q(answered_at=None), name="invitation_one_unanswered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.branch_id}"
