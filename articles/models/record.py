"""What was written and what was done: both append-only."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article, Track
from articles.models.review import ReviewNote
from articles.press.models import Edition


class Revision(models.Model):
    """What one save left. Append-only. `draft` is every field (article/draft.py).

    `changed` has the fields that this save changed as keys, so that both databases can ask for them.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField(_("version"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    draft = models.JSONField()
    changed = models.JSONField()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering: ClassVar = ["-version"]
        constraints = [models.UniqueConstraint(fields=["article", "version"], name="revision_unique")]
        # Who wrote what, without reading the texts: a draft is large, and `changed` lies behind it in the row.
        indexes = [models.Index(fields=["article", "by", "version", "changed"], name="revision_contribution")]

    def __str__(self) -> str:
        return f"{self.article_id} v{self.version}"


class Transition(models.Model):
    """What was done to a track, by whom, when and why. Append-only. `language` is '' for what concerns both.

    `when` and `day` are the time, or the day, that it set; `note` is the remark that it is about.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="transitions")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    verb = models.CharField(_("what was done"), max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    from_state = models.CharField(_("from"), max_length=10, choices=Track.State, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=Track.State, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    when = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    note = models.ForeignKey(ReviewNote, models.SET_NULL, null=True, related_name="+")
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("transition")
        verbose_name_plural = _("transitions")
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.article_id} {self.language}"

    @cached_property
    def edition(self) -> Edition | None:
        """The edition whose fingerprint the transition recorded."""
        editions = self.article.editions.filter(language=self.language, fingerprint=self.fingerprint)
        return editions.order_by("-number").first()
