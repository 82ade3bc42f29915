"""Files that were brought to the desk and are not yet drafts."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class BroughtFile(models.Model):
    """A file as it came, while its owner looks at what was found in it. It is nobody else's, and goes after some days.

    `fills`: the report that it is to fill, None for a new draft. `made`: the report that it became; `data` is then
    empty, and the same button again leads there.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("file"), max_length=200)
    data = models.BinaryField()
    fills = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    made = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("brought file")
        verbose_name_plural = _("brought files")
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return self.name
