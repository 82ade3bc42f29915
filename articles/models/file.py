"""Files that a report carries: the paper itself as a PDF, and the data behind it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from authors.models import Branch


class ReportFile(models.Model):
    """A branch's file, stored under the hash of its bytes and never overwritten. `size` in bytes.

    A report prints it in each language in which it has a title. The same bytes from another branch are a row of their
    own, as with pictures.
    """

    file = models.FileField(_("file"), max_length=80)
    size = models.PositiveBigIntegerField(pgettext_lazy("of a file", "size"), editable=False)
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("It is offered in each language in which it has a title.")
    )
    branch = models.ForeignKey(Branch, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("model", "branch"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")
    uploaded_at = models.DateTimeField(pgettext_lazy("of a file", "uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = pgettext_lazy("of a report", "file")
        verbose_name_plural = pgettext_lazy("of a report", "files")
        ordering: ClassVar = ["-id"]
        constraints = [models.UniqueConstraint(fields=["file", "branch"], name="report_file_once_a_branch")]

    def __str__(self) -> str:
        return f"{self.title_ar or self.title_en or ''} ({self.extension})"

    @property
    def extension(self) -> str:
        return str(self.file.name).rpartition(".")[2].upper()
