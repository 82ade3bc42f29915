"""Which database `manage.py demo` made."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DemoMark(models.Model):
    """One row in a database that `demo` made, and in no other: everybody knows its passwords."""

    made_at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = "demo"
        verbose_name_plural = "demo"

    def __str__(self) -> str:
        return f"demo {self.made_at}"
