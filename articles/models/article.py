"""The working copy of a report, its languages and its attribution."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_ckeditor_5.fields import CKEditor5Field

from articles.models.file import ReportFile
from articles.models.picture import Picture
from articles.press.models import CorrectionKind, Edition
from authors.models import Author, Branch, ReportType, Series, Source, Topic
from shaf.product.limits import URL


class Article(models.Model):
    """The working copy of a report. `version` grows with every save that changes it."""

    title = models.CharField(_("title"), max_length=300, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("One or two sentences under the title."))
    key_points = models.TextField(_("key points"), blank=True, help_text=_("Three to five, one a line."))
    body = CKEditor5Field(_("text"), blank=True)
    slug = models.CharField(
        _("slug"),
        max_length=100,
        blank=True,
        help_text=_("The end of the report's address. Empty: made from the title."),
    )
    feed_id = models.CharField(
        _("id in feeds"),
        max_length=URL,
        blank=True,
        help_text=_("What the report was called in the feeds of another site, so that no subscriber sees it twice."),
    )

    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name=_("branch"))
    report_type = models.ForeignKey(
        ReportType, models.PROTECT, null=True, blank=True, verbose_name=pgettext_lazy("of a report", "type")
    )
    topics = models.ManyToManyField(Topic, blank=True, verbose_name=_("topics"))
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, verbose_name=_("series"))
    series_number = models.PositiveIntegerField(_("number in the series"), null=True, blank=True)
    cover = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, verbose_name=_("cover"))
    files = models.ManyToManyField(
        ReportFile,
        blank=True,
        verbose_name=pgettext_lazy("of a report", "files"),
        help_text=_("The paper as a PDF, and its data: CSV, XLSX, ODS."),
    )

    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    not_before = models.DateTimeField(_("embargo"), null=True, blank=True, editable=False)
    import_reference = models.CharField(max_length=200, null=True, blank=True, editable=False, unique=True)
    import_hash = models.CharField(max_length=64, blank=True, editable=False)
    import_version = models.PositiveIntegerField(null=True, editable=False)
    binned_at = models.DateTimeField(_("in the bin since"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering: ClassVar = ["-updated_at", "-id"]
        indexes = [
            models.Index(fields=[f"feed_id_{language}"], name=f"article_feed_id_{language}")
            for language, _name in settings.LANGUAGES
        ]

    def __str__(self) -> str:
        return self.title_ar or self.title_en or str(_("Untitled report"))

    def track(self, language: str) -> "Track":
        return next(track for track in self.tracks.all() if track.language == language)


class Track(models.Model):
    """One language of an article on its way through the workflow."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        APPROVED = "approved", _("approved")
        WITHDRAWN = "withdrawn", _("withdrawn")

    article = models.ForeignKey(Article, models.CASCADE, related_name="tracks")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    correction_note = models.TextField(_("correction note"), blank=True)
    correction_kind = models.CharField(_("kind of correction"), max_length=12, choices=CorrectionKind, blank=True)
    made_from = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("translated from")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    guest_editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("guest editor"),
    )

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        ordering: ClassVar = ["language"]
        constraints = [models.UniqueConstraint(fields=["article", "language"], name="track_unique")]
        indexes = [models.Index(fields=["state", "language"], name="track_state")]

    def __str__(self) -> str:
        return f"{self.article} ({self.get_language_display()})"


class Attribution(models.Model):
    """A block «المصدر / الكاتب / التاريخ»: the report's own byline, or a work it draws on. Shared by both languages."""

    class Kind(models.TextChoices):
        BYLINE = "byline", _("byline")
        REFERENCE = "reference", _("reference")
        REPRINT = "reprint", _("reprint")

    article = models.ForeignKey(Article, models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.REFERENCE)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    date = models.DateField(_("date"), null=True, blank=True)
    title = models.CharField(_("title of the work"), max_length=300, blank=True)
    title_language = models.CharField(_("language of the title"), max_length=10, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    accessed_on = models.DateField(_("accessed on"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("model", "attribution")
        verbose_name_plural = _("attributions")
        ordering: ClassVar = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(kind="byline"),
                name="attribution_one_byline",
                violation_error_message=_("A report has exactly one byline."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.source or ''}"


class Credit(models.Model):
    """An author's place in an attribution."""

    attribution = models.ForeignKey(Attribution, models.CASCADE, related_name="credits")
    author = models.ForeignKey(Author, models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints = [models.UniqueConstraint(fields=["attribution", "author"], name="credit_unique")]

    def __str__(self) -> str:
        return str(self.author)
