from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Dismissal(models.Model):
    """One person wants to see one thing of the desk no more. `what` is its name in the code."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(max_length=50)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "what"], name="dismissal_unique")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.what}"
