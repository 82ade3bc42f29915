"""What is being typed: nothing is lost, and nobody writes over another unseen."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Autosave(models.Model):
    """What one tab holds that is not saved yet. `draft` has the fields of draft.py that differ from `base_version`.

    `tab` is the tab's own random name; `article` is None for a report that has never been saved. It goes away when the
    tab saves, and is nobody's contribution before.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="autosaves")
    tab = models.CharField(max_length=40)
    base_version = models.PositiveIntegerField(default=0)
    draft = models.JSONField()
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        ordering: ClassVar = ["-at"]
        constraints = [models.UniqueConstraint(fields=["user", "tab"], name="autosave_unique")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.user_id} {self.tab}"


class Presence(models.Model):
    """A tab in which the form of this article is open, last heard of at `seen_at`."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.CharField(max_length=40)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()
    writing = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["since"]
        constraints = [models.UniqueConstraint(fields=["article", "user", "tab"], name="presence_unique")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.user_id}"
