"""Uploads."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from authors.models import Branch


class Picture(models.Model):
    """A branch's upload, stored under the hash of its re-encoded bytes and never overwritten.

    The same bytes uploaded by another branch are a row of their own, so that neither learns of the other's.
    """

    file = models.ImageField(_("file"), max_length=80, width_field="width", height_field="height")
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = models.CharField(_("alternative text"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    branch = models.ForeignKey(
        Branch, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=pgettext_lazy("model", "branch")
    )
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering: ClassVar = ["-id"]
        constraints = [models.UniqueConstraint(fields=["file", "branch"], name="picture_once_a_branch")]

    def __str__(self) -> str:
        return self.alt_ar or self.alt_en or self.file.name


class PictureSize(models.Model):
    """A picture at another width or in another format, made from it and made anew at will."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="sizes")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    format = models.CharField(max_length=4)
    file = models.CharField(max_length=80)

    class Meta:
        ordering: ClassVar = ["format", "width"]
        constraints = [models.UniqueConstraint(fields=["picture", "format", "width"], name="picture_size_unique")]

    def __str__(self) -> str:
        return self.file
