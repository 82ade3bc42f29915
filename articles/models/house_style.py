"""What a branch has decided of its copy, and what people have left as it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from authors.models import Branch


class Decision(models.Model):
    """One thing that a branch has decided of its copy, by whom and when."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="+", verbose_name=pgettext_lazy("model", "branch"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), editable=False)

    class Meta:
        abstract = True


class CopyRule(Decision):
    """A rule of copy that holds otherwise in this branch than it does of itself."""

    class Holds(models.TextChoices):
        OFF = "off", pgettext_lazy("rule of copy", "off")
        ERROR = "error", pgettext_lazy("rule of copy", "an error")
        WARNING = "warning", pgettext_lazy("rule of copy", "a warning")
        INFO = "info", pgettext_lazy("rule of copy", "a hint")

    rule = models.CharField(_("rule"), max_length=8)
    holds = models.CharField(_("holds as"), max_length=8, choices=Holds)
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("rule of copy")
        verbose_name_plural = _("house style: rules")
        ordering: ClassVar = ["rule", "branch"]
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "rule"],
                name="copy_rule_unique",
                violation_error_message=_("The branch has decided on this rule already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.get_holds_display()}"


class CopyTerm(Decision):
    """A word or phrase that the branch writes otherwise, or not at all, and why."""

    written = models.CharField(_("as it is written"), max_length=120)
    preferred = models.CharField(_("as the branch writes it"), max_length=120, blank=True)
    forbidden = models.BooleanField(_("may not stand"), default=False)
    reason = models.CharField(_("reason"), max_length=300, help_text=_("Writers read it where the word stands."))

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("house style: terms")
        ordering: ClassVar = ["written", "branch"]
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "written"],
                name="copy_term_unique",
                violation_error_message=_("The branch has decided on this term already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.written} → {self.preferred}" if self.preferred else self.written


class CopyName(Decision):
    """A name in the branch's dictionary, which no rule corrects."""

    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("house style: names")
        ordering: ClassVar = ["name", "branch"]
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "name"],
                name="copy_name_unique",
                violation_error_message=_("The branch knows this name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class LeftFinding(models.Model):
    """A finding of the copy check that stays as it is, and why.

    `rule`, `field` (one of the press's `Document`), `excerpt` and the words `before` and `after` it, bare of their
    marks, find it again wherever it stands in the text.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="left_findings")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    rule = models.CharField(_("rule"), max_length=8)
    field = models.CharField(max_length=20)
    excerpt = models.TextField(_("passage"), blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("left finding")
        verbose_name_plural = _("left findings")
        ordering: ClassVar = ["id"]
        indexes = [models.Index(fields=["article", "language"], name="left_finding_of")]

    def __str__(self) -> str:
        return f"{self.rule} {self.excerpt[:40]}"
