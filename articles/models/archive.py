"""What an import of an archive left to be worked off at the desk."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article


class Import(models.Model):
    """One run of an importer, or several of the same until it came to its end.

    `command`: its name; `source`: what it read. `results`: what became of the reports → how many. `branch`: which all
    went into, None where the files said. `ended_at`: None for one that runs, or was broken off.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    branch = models.ForeignKey("authors.Branch", models.PROTECT, null=True, related_name="+", verbose_name=_("branch"))
    command = models.CharField(max_length=40)
    source = models.CharField(_("from"), max_length=500)
    begun_at = models.DateTimeField(_("begun"))
    ended_at = models.DateTimeField(_("ended"), null=True)
    results = models.JSONField(default=dict)

    class Meta:
        verbose_name = pgettext_lazy("noun", "import")
        verbose_name_plural = pgettext_lazy("noun", "imports")
        ordering: ClassVar = ["-begun_at", "-id"]

    def __str__(self) -> str:
        return f"{self.command} {self.source}"


class ImportFinding(models.Model):
    """Something that a person should look at.

    `kind`: of articles/desk/archive/kinds.py. `text_ar`, `text_en`: the sentence; `what`: what it is about, as it stood
    there (a link, a shortcode, a file's name); `place`: the report's address there, or its file. `article`: None where
    nothing was stored. `digest`: by which a run that is begun again knows what it said before. `settled_how`:
    “repaired” by a button of the page, or “settled” with a `reason`.
    """

    class Settled(models.TextChoices):
        REPAIRED = "repaired", _("repaired")
        SETTLED = "settled", _("settled")

    imported = models.ForeignKey(Import, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20)
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="import_findings")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    text_ar = models.TextField()
    text_en = models.TextField()
    what = models.TextField(blank=True)
    place = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_how = models.CharField(max_length=10, choices=Settled, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("finding of an import")
        verbose_name_plural = _("findings of imports")
        ordering: ClassVar = ["id"]
        constraints = [models.UniqueConstraint(fields=["imported", "digest"], name="import_finding_unique")]
        indexes = [models.Index(fields=["imported", "kind", "settled_at"], name="import_finding_kind")]

    def __str__(self) -> str:
        return self.text_en

    def text_in(self, language: str) -> str:
        return self.text_ar if language == "ar" else self.text_en
