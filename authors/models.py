"""The register: people, institutions and subjects. Saving is publishing; there is no workflow here.

Names, slugs and texts exist once per language (`name_ar`, `name_en`; see translation.py), and no language stands in
for another. An entry without an English name has no English page.
"""

import re
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shaf.db.validators import validate_colour, validate_links, validate_orcid
from shaf.text import arabic, search_words


def unique_slug(model: str) -> list[models.UniqueConstraint]:
    """Slugs are unique per language; modeltranslation's base column is left alone (it would clash across languages)."""
    return [
        models.UniqueConstraint(
            fields=[f"slug_{language}"],
            condition=Q(**{f"slug_{language}__gt": ""}),
            name=f"{model}_slug_{language}_unique",
            violation_error_message=_("Another entry already has this slug."),
        )
        for language, _name in settings.LANGUAGES
    ]


class Entry(models.Model):
    """What every entry of the register has: a name and a slug in each language."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.CharField(_("slug"), max_length=100, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_ar or self.name_en or ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Every way into the register, forms and importers alike: a name must not turn the line that it stands in, nor
        two words of it run together where a control stood between them."""
        for field in self._meta.concrete_fields:
            value = self.__dict__.get(field.attname)
            if isinstance(field, models.CharField | models.TextField) and isinstance(value, str):
                clean = arabic.separated(arabic.without_reordering(value))
                if isinstance(field, models.CharField) and clean != value:
                    clean = " ".join(clean.split())
                if clean != value:
                    setattr(self, field.attname, clean)
        super().save(*args, **kwargs)

    @classmethod
    def kind_name(cls) -> str:
        """What the addresses of the site call it, and its former slugs."""
        return str(cls._meta.model_name)

    def name_in(self, language: str) -> str:
        """The name in exactly this language, '' where there is none."""
        return getattr(self, f"name_{language}") or ""

    def slug_in(self, language: str) -> str:
        return getattr(self, f"slug_{language}") or ""

    def fill_slugs(self) -> None:
        """Give each language that has a name but no slug one made from the name.

        A slug is one part of an address, whatever was typed: «أ/ب» would be two, and no page could link to it.
        """
        for language, _name in settings.LANGUAGES:
            if self.slug_in(language):
                setattr(self, f"slug_{language}", arabic.slugify(self.slug_in(language)))
            if self.name_in(language) and not self.slug_in(language):
                setattr(
                    self,
                    f"slug_{language}",
                    self._free_slug(arabic.slugify(self.name_in(language)), language),
                )

    def _free_slug(self, slug: str, language: str) -> str:
        others = type(self).objects.exclude(pk=self.pk)
        candidate, n = slug, 1
        while others.filter(**{f"slug_{language}": candidate}).exists():
            n += 1
            candidate = f"{slug}-{n}"
        return candidate


class Branch(Entry):
    """An office of the centre: reports, members and rights belong to one."""

    city = models.CharField(_("city"), max_length=100, blank=True)
    description = models.TextField(_("description"), blank=True)
    contact = models.TextField(_("contact"), blank=True)
    logo = models.ImageField(_("logo"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    open_notes_block = models.BooleanField(_("open remarks block approval"), default=False)
    review_hours = models.PositiveSmallIntegerField(
        _("hours until a reminder"), default=48, help_text=_("How long a report may wait for review.")
    )

    class Meta:
        verbose_name = pgettext_lazy("model", "branch")
        verbose_name_plural = _("branches")
        ordering: ClassVar = ["order", "id"]
        constraints = unique_slug("branch")


class Author(Entry):
    """A person who is credited, with or without an account."""

    honorific = models.CharField(
        _("honorific"),
        max_length=50,
        blank=True,
        help_text=_("Dr., Prof., Ambassador … Kept apart from the name."),
    )
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(
        _("family name"), max_length=100, blank=True, help_text=_("For citations; may be a compound name.")
    )
    name_checked = models.BooleanField(
        _("given and family name checked"),
        default=False,
        help_text=_("Somebody has looked at how the name is divided. Until then it is a proposal."),
    )
    position = models.CharField(_("job title"), max_length=200, blank=True)
    biography = models.TextField(_("biography"), blank=True, help_text=_("Plain text."))
    photo = models.ImageField(_("photo"), blank=True)
    orcid = models.CharField(_("ORCID iD"), max_length=19, blank=True, validators=[validate_orcid])
    links = models.TextField(_("links"), blank=True, validators=[validate_links], help_text=_("One address a line."))
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, blank=True, verbose_name=_("branch"))
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("account")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering: ClassVar = ["name_ar", "id"]
        constraints = unique_slug("author")


class Source(Entry):
    """Where a text comes from. The one of kind `own` is the publisher: this centre itself."""

    class Kind(models.TextChoices):
        OWN = "own", _("this centre")
        NEWS = "news", _("news organisation")
        THINK_TANK = "think_tank", _("think tank")
        ACADEMIC = "academic", _("academic")
        OFFICIAL = "official", _("official")
        OTHER = "other", _("other")

    aliases = models.TextField(
        _("aliases"),
        blank=True,
        help_text=_("Other names under which imported texts mention it, one a line."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    url = models.URLField(_("website"), blank=True)
    logo = models.ImageField(_("logo"), blank=True)
    disclaimer = models.TextField(_("disclaimer"), blank=True, help_text=_("Printed under every report."))
    accent_colour = models.CharField(
        _("accent colour"), max_length=7, blank=True, validators=[validate_colour], help_text=_("As #1f4e5f.")
    )
    tag_authority = models.CharField(
        _("authority of feed ids"),
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("host,date of the tag URIs (RFC 4151); set at installation, never changed."),
    )

    class Meta:
        verbose_name = pgettext_lazy("model", "source")
        verbose_name_plural = _("sources")
        ordering: ClassVar = ["name_ar", "id"]
        constraints = [
            *unique_slug("source"),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind="own"),
                name="source_one_own",
                violation_error_message=_("There is one publisher already."),
            ),
        ]

    def names(self) -> list[str]:
        """Every name and alias, in every language."""
        return [name for name in (self.name_ar, self.name_en, *self.aliases.splitlines()) if name and name.strip()]

    @classmethod
    def publisher(cls) -> "Source | None":
        return cls.objects.filter(kind=cls.Kind.OWN).first()


class Topic(Entry):
    class Kind(models.TextChoices):
        THEME = "theme", _("theme")
        REGION = "region", _("region")
        COUNTRY = "country", _("country")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.THEME)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering: ClassVar = ["name_ar", "id"]
        constraints = unique_slug("topic")


class Series(Entry):
    class Meta:
        verbose_name = pgettext_lazy("model", "series")
        verbose_name_plural = pgettext_lazy("plural", "series")
        ordering: ClassVar = ["name_ar", "id"]
        constraints = unique_slug("series")


class ReportType(Entry):
    """What kind of text a report is: a policy paper, an assessment, a commentary.

    `template` is what a new report of it begins with, as `Page.body` is kept; `required` names what must be there
    before it goes to review (articles/desk/article/required.py).
    """

    template = models.TextField(
        _("text to begin with"), blank=True, help_text=_("A new report of this type begins with it. Optional.")
    )
    required = models.JSONField(_("must be there before review"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("report type")
        verbose_name_plural = _("report types")
        ordering: ClassVar = ["order", "name_ar", "id"]
        constraints = unique_slug("report_type")

    @classmethod
    def kind_name(cls) -> str:
        return "type"


class Page(Entry):
    """A text of the centre's own beside the reports: about, contact and their like. `name` is its title.

    `body` is HTML in the editor's normal form, sanitised by the form that stores it
    (articles/desk/form/centre_pages.py).
    """

    body = models.TextField(_("text"), blank=True)
    in_menu = models.BooleanField(_("in the main menu"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = pgettext_lazy("of the site", "page")
        verbose_name_plural = pgettext_lazy("of the site", "pages")
        ordering: ClassVar = ["order", "id"]
        constraints = unique_slug("page")


class Synonym(models.Model):
    """Words or phrases that search takes for the same, in one language; «داعش، تنظيم الدولة»."""

    SEPARATOR: ClassVar = re.compile(r"[،,؛;=|\n]+")
    MOST_PHRASES: ClassVar = 12
    MOST_WORDS: ClassVar = 5

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    words = models.CharField(
        _("equal words"),
        max_length=500,
        help_text=_(
            "Words or phrases that mean the same, separated by commas. Whoever searches for one finds the others."
        ),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering: ClassVar = ["language", "words"]

    def __str__(self) -> str:
        return self.words

    def phrases(self) -> list[str]:
        """Each as it was typed."""
        words = arabic.without_reordering(self.words)
        return [phrase.strip() for phrase in self.SEPARATOR.split(words) if search_words.words(phrase)]

    def clean(self) -> None:
        """Raises ValidationError for what could not be searched for, and for a phrase that another group has."""
        phrases = self.phrases()
        keys = [self._key(phrase) for phrase in phrases]
        if len(set(keys)) < 2:
            raise ValidationError({"words": _("Give at least two that search does not take for the same already.")})
        if len(phrases) > self.MOST_PHRASES:
            raise ValidationError({"words": _("These are too many for one group: twelve at most.")})
        for phrase in phrases:
            if len(search_words.words(phrase)) > self.MOST_WORDS:
                message = _("“%(phrase)s” is too long: a phrase has five words at most.")
                raise ValidationError({"words": ValidationError(message, params={"phrase": phrase})})
        for group in Synonym.objects.filter(language=self.language).exclude(pk=self.pk):
            taken = {self._key(phrase) for phrase in group.phrases()}
            for phrase, key in zip(phrases, keys, strict=True):
                if key in taken:
                    message = _("“%(phrase)s” is in another group: %(group)s. Add the others there.")
                    params = {"phrase": phrase, "group": group.words}
                    raise ValidationError({"words": ValidationError(message, params=params)})

    @staticmethod
    def _key(phrase: str) -> tuple[str, ...]:
        return tuple(search_words.stem(word) for word in search_words.words(phrase))


class FormerSlug(models.Model):
    """A slug that an entry had: its address is answered with a 301 to the present one."""

    kind = models.CharField(max_length=20)
    entry = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    slug = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "language", "slug"], name="former_slug_unique")]

    def __str__(self) -> str:
        return self.slug


class Membership(models.Model):
    """What a person may do, and where: one role in one branch and language."""

    class Role(models.TextChoices):
        WRITER = "writer", _("writer")
        EDITOR = "editor", _("editor")
        MANAGER = "manager", _("manager")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("user"))
    branch = models.ForeignKey(Branch, models.PROTECT, verbose_name=_("branch"))
    role = models.CharField(_("role"), max_length=10, choices=Role)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["user", "branch", "role", "language"], name="membership_unique")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()} · {self.branch} · {self.get_language_display()}"


class OnCall(models.Model):
    """An editor of another branch who may decide, until a day, on what waits for review here: for a branch of two."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="on_call", verbose_name=_("branch"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    until = models.DateField(_("until"), help_text=_("The last day."))

    class Meta:
        verbose_name = _("editor on call")
        verbose_name_plural = _("editors on call")
        constraints = [models.UniqueConstraint(fields=["branch", "user", "language"], name="on_call_unique")]

    def __str__(self) -> str:
        return f"{self.user}: {self.branch} · {self.get_language_display()}"
