"""Remarks made while a text is reviewed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class ReviewNote(models.Model):
    """A remark on one language of a report, or on one block of it; open until somebody resolves it.

    `quote` is the plain text of the block as it stood, '' for a remark on the whole.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="notes")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    quote = models.TextField(_("passage"), blank=True)
    text = models.TextField(_("remark"))
    version = models.PositiveIntegerField(_("version"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("resolved by")
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
