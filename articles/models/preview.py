"""Links for outsiders."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from shaf.db.defaults import new_key


class PreviewLink(models.Model):
    """A revocable view of one version for somebody without an account. `manuscript` is that version, canonical."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    version = models.PositiveIntegerField(_("version"))
    manuscript = models.TextField()
    key = models.CharField(max_length=32, unique=True, default=new_key)
    recipient = models.CharField(_("for whom"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    openings = models.PositiveIntegerField(_("openings"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} v{self.version}"
