"""Edition: what was published, frozen. The rows of an index beside it lead from the register to editions."""

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shaf.db.compressed import CompressedField
from shaf.product.limits import URL

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Ended(models.TextChoices):
    """Why an edition's interval has an end."""

    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", pgettext_lazy("of an edition", "withdrawn")
    CANCELLED = "cancelled", _("cancelled")


class CorrectionKind(models.TextChoices):
    """A substantive correction is announced to subscribers; a minor one is dated and logged."""

    SUBSTANTIVE = "substantive", _("substantive")
    MINOR = "minor", _("minor")


class Edition(models.Model):
    """One report, one language, one number: all that is printed, public during [live_from, live_until).

    Immutable but for `live_until`, `ended_why` and `ended_note`, and those only while the end is open or ahead. The
    guards (guards.py) hold this in the database. Rows are written by publish.py alone.
    """

    MUTABLE: ClassVar = ("live_until", "ended_why", "ended_note")
    # What is long, and says nothing of when and why an edition is public.
    TEXTS: ClassVar = ("body", "manuscript", "credits", "contents", "key_points")
    # What whoever shows an edition does not read: long columns, whose content is in the printed page already, and what
    # is for the record alone. A new short column is read without being asked for anywhere.
    NOT_SHOWN: ClassVar = (
        *("body", "manuscript", "contents", "key_points", "standfirst", "pictures"),
        *("written_by", "approved_by", "approved_by_name", "article_version", "manuscript_format"),
    )

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions", verbose_name=_("article"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("number"))
    article_version = models.PositiveIntegerField(_("version of the article"))
    live_from = models.DateTimeField(_("public from"))
    first_live_from = models.DateTimeField(_("first public"))
    live_until = models.DateTimeField(_("public until"), null=True, blank=True)
    ended_why = models.CharField(_("ended because"), max_length=10, choices=Ended, blank=True)
    ended_note = models.TextField(_("reason given to readers"), blank=True)

    title = models.TextField(_("title"))
    word_count = models.PositiveIntegerField(_("words"))
    byline_date = models.DateField(_("byline date"))
    slug = models.CharField(_("slug"), max_length=100)
    correction_note = models.TextField(_("correction note"), blank=True)
    correction_kind = models.CharField(_("kind of correction"), max_length=12, choices=CorrectionKind, blank=True)

    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("approved by")
    )
    approved_by_name = models.CharField(_("approved by"), max_length=300)

    manuscript_format = models.PositiveSmallIntegerField(_("format of the manuscript"))
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    seal = models.CharField(_("seal"), max_length=64)

    report_type = models.JSONField(pgettext_lazy("of a report", "type"), null=True)
    files = models.JSONField(pgettext_lazy("of a report", "files"), default=list)
    feed_id = models.CharField(_("id in feeds"), max_length=URL, blank=True)

    # Last: SQLite reads a row from its beginning, and most who read one want no text.
    standfirst = models.TextField(_("standfirst"), blank=True)
    key_points = models.JSONField(_("key points"), default=list)
    description = models.TextField(_("description"))
    credits = models.JSONField(_("credits"))
    topics = models.JSONField(_("topics"), default=list)
    series = models.JSONField(_("series"), null=True)
    cover = models.JSONField(_("cover"), null=True)
    written_by = models.JSONField(_("written by"))
    body = models.TextField(_("body"))
    contents = models.JSONField(_("contents"), default=list)
    pictures = models.JSONField(_("pictures"), default=list)
    manuscript = models.TextField(_("manuscript"))

    objects = models.Manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "number"], name="edition_number_unique"),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(live_until__isnull=True),
                name="edition_one_open_ended",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True, ended_why="")
                | Q(live_until__isnull=False, ended_why__in=Ended.values),
                name="edition_end_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="edition_end_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(ended_why=Ended.CANCELLED) | Q(live_until=F("live_from")),
                name="edition_cancelled_is_empty",
            ),
            models.CheckConstraint(
                condition=~Q(ended_why=Ended.WITHDRAWN) | ~Q(ended_note=""),
                name="edition_withdrawn_with_note",
            ),
        ]
        indexes = [
            models.Index(fields=["language", "-first_live_from", "-id"], name="edition_newest"),
            models.Index(fields=["language", "-live_from"], name="edition_begins"),
            models.Index(fields=["language", "live_until"], name="edition_ends"),
            models.Index(
                fields=["language", "-live_from", "-id"], condition=~Q(correction_note=""), name="edition_corrections"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language} {self.number})"

    @classmethod
    def live_at(cls, now: datetime) -> "models.QuerySet[Edition]":
        """What the public sees at `now`."""
        return cls.objects.filter(cls.is_live(now))

    @staticmethod
    def is_live(now: datetime, path: str = "") -> Q:
        """The condition of being public at `now`; `path` leads to the edition from another table."""
        open_ended, ends_later = Q(**{f"{path}live_until__isnull": True}), Q(**{f"{path}live_until__gt": now})
        return (open_ended | ends_later) & Q(**{f"{path}live_from__lte": now})

    def is_live_at(self, now: datetime) -> bool:
        return self.live_from <= now and (self.live_until is None or self.live_until > now)

    def is_ahead_of(self, now: datetime) -> bool:
        return self.live_from > now and (self.live_until is None or self.live_until > self.live_from)

    def was_public_by(self, now: datetime) -> bool:
        return self.live_from <= now and (self.live_until is None or self.live_until > self.live_from)

    @classmethod
    def of(cls, article: int, language: str = "") -> "list[Edition]":
        """The editions of one article by number, without their texts; in this language, or in each.

        Asked by article alone: told the language too, SQLite walks everything that is live in it instead.
        """
        found = cls.objects.filter(article=article).defer(*cls.TEXTS).order_by("number")
        return [edition for edition in found if not language or edition.language == language]

    @classmethod
    def live_in(cls, article: int, language: str, now: datetime) -> "Edition | None":
        """The edition of one article and language that is live at `now`, without its texts."""
        return next((edition for edition in cls.of(article, language) if edition.is_live_at(now)), None)

    @classmethod
    def past_at(cls, now: datetime) -> "models.QuerySet[Edition]":
        """What the public has seen and no longer sees at `now`."""
        return cls.objects.filter(live_until__lte=now, live_until__gt=F("live_from"))

    @classmethod
    def public_by(cls, now: datetime) -> "models.QuerySet[Edition]":
        """What is or has been public at `now`."""
        return cls.live_at(now) | cls.past_at(now)

    @classmethod
    def was_public(cls, article: int, language: str, now: datetime) -> bool:
        """Whether the article is or has been public in this language at `now`: what follows is a correction."""
        return cls.public_by(now).filter(article=article, language=language).exists()

    @classmethod
    def ahead_of(cls, now: datetime) -> "models.QuerySet[Edition]":
        """What is approved for a time after `now`; for the desk alone."""
        return cls.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")), live_from__gt=now)

    @property
    def byline(self) -> dict[str, Any]:
        return next(a for a in self.credits["attributions"] if a["kind"] == "byline")

    @property
    def references(self) -> list[dict[str, Any]]:
        return [a for a in self.credits["attributions"] if a["kind"] != "byline"]


class IndexRow(models.Model):
    """A way from an entry to the editions that print it. Rebuilt from editions by index.py; never evidence.

    `language` and `first_live_from` are the edition's, so that an entry's newest reports are found without reading
    anybody else's.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="%(class)s")
    language = models.CharField(max_length=2)
    first_live_from = models.DateTimeField()

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["entry", "language", "-first_live_from", "-edition"], name="%(class)s_newest"),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"


class BranchIndex(IndexRow):
    entry = models.ForeignKey("authors.Branch", models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="branch_index_unique")]


class AuthorIndex(IndexRow):
    """`in_byline`: they wrote it; otherwise it draws on their work."""

    entry = models.ForeignKey("authors.Author", models.PROTECT, related_name="+")
    in_byline = models.BooleanField(default=False)

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="author_index_unique")]


class SourceIndex(IndexRow):
    entry = models.ForeignKey("authors.Source", models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="source_index_unique")]


class TopicIndex(IndexRow):
    entry = models.ForeignKey("authors.Topic", models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="topic_index_unique")]


class SeriesIndex(IndexRow):
    entry = models.ForeignKey("authors.Series", models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="series_index_unique")]


class TypeIndex(IndexRow):
    entry = models.ForeignKey("authors.ReportType", models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="type_index_unique")]


class WriterIndex(IndexRow):
    """Whoever contributed to an edition cannot be deleted."""

    entry = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(IndexRow.Meta):
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="writer_index_unique")]


class PictureIndex(models.Model):
    """Which editions print a picture or carry a file; by its stored name, since the press does not know the desk's
    tables."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    picture = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "edition"], name="picture_index_unique")]

    def __str__(self) -> str:
        return f"{self.picture} in {self.edition_id}"


class EditionPdf(models.Model):
    """An edition on paper, made once (shaf/paper/) and never again.

    `file`: its stored name, which is its hash; it stands in PictureIndex too, so it is public, withdrawn and kept as a
    picture of the edition is. `size` in bytes.
    """

    edition = models.OneToOneField(Edition, models.PROTECT, primary_key=True, related_name="pdf")
    file = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.file}"


class Printed(models.Model):
    """An edition set in HTML once, at publish, so that no reader's request does it again. Made by printing.py from the
    edition alone, and made anew at will.

    `page`: the report; `card`: its entry in a list; `item`: its entry in a feed, of characters that XML can hold; both
    long ones in UTF-8. `version`: of the templates. Absolute addresses in them begin with ELSEWHERE: where the
    site stands is not the press's to know.
    """

    ELSEWHERE: ClassVar = "https://site.invalid"
    ELSEWHERE_QUOTED: ClassVar = quote(ELSEWHERE, "")

    edition = models.OneToOneField(Edition, models.PROTECT, primary_key=True, related_name="printed")
    page = CompressedField()
    card = models.TextField()
    item = CompressedField()
    version = models.CharField(max_length=16)

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.version}"

    @classmethod
    def at(cls, html: str, site_url: str) -> str:
        """A page or card with the address of the site in it."""
        if cls.ELSEWHERE_QUOTED in html:
            html = html.replace(cls.ELSEWHERE_QUOTED, quote(site_url, ""))
        return html.replace(cls.ELSEWHERE, site_url)

    def item_at(self, site_url: str) -> bytes:
        """The entry in a feed, with the address of the site in it."""
        item: bytes = self.item
        return item.replace(self.ELSEWHERE.encode(), site_url.encode())


class Version(models.Model):
    """How often the tables of the press, or of the register, were changed; see versions.py."""

    name = models.CharField(primary_key=True, max_length=10)
    number = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class SearchEntry(models.Model):
    """What search keeps of an edition; the terms themselves lie beside it, in each database's own index (search.py).

    `place` puts entries in the order of the site's lists, by first publication: the index is read along it.
    """

    # Places of one minute, before those of the next are taken. The index keeps with each term of each report how far it
    # is from the last that has it: a byte for every seven bits.
    WITHIN_A_MINUTE: ClassVar = 16

    place = models.BigIntegerField(primary_key=True)
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(help_text="of the terms, arabic_search.VERSION")
    text = CompressedField(help_text="standfirst, key points and body, a passage a line")
    stems = CompressedField(help_text="of each passage, on the line of the same number")

    class Meta:
        indexes = [models.Index(fields=["version"], name="search_entry_version")]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    @classmethod
    def place_of(cls, moment: datetime) -> int:
        """The first place for what was first public at this moment: those who find it taken stand behind."""
        return (moment - EPOCH) // MINUTE * cls.WITHIN_A_MINUTE

    @classmethod
    def moment_of(cls, place: int) -> datetime:
        """When what stands at this place was first public (UTC)."""
        return EPOCH + place // cls.WITHIN_A_MINUTE * MINUTE


class OldAddress(models.Model):
    """An address of the former site, as its key (shaf/text/old_address.py), and its place here.

    `target`: the id of a report or an entry; `file`: the name of a picture. Plain values and no foreign keys: what a
    row leads to may go, and then there is nothing at the old address either. `thing`: by which address the former
    site's own number asks for what this is an address of, '' for one that a person added, which no import changes.
    `guessed`: made up of what is known of the thing, where the former site may have used it or not; it gives way to an
    address that is sure.
    """

    class Place(models.TextChoices):
        """What is there. The names are those of the site's views."""

        REPORT = "report", _("report")
        PAGE = "page", pgettext_lazy("of the site", "page")
        BRANCH = "branch", pgettext_lazy("model", "branch")
        TOPIC = "topic", _("topic")
        SERIES = "series", pgettext_lazy("model", "series")
        AUTHOR = "author", _("author")
        SOURCE = "source", pgettext_lazy("model", "source")
        TYPE = "type", _("report type")
        PICTURE = "picture", pgettext_lazy("model", "picture")
        FILE = "file", pgettext_lazy("of a report", "file")
        HOME = "home", _("home page")
        GONE = "gone", _("nothing: it is gone (410)")

    address = models.CharField(_("old address"), max_length=1_000)
    place = models.CharField(_("what is there"), max_length=10, choices=Place)
    target = models.PositiveBigIntegerField(null=True)
    file = models.CharField(max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    thing = models.CharField(max_length=1_000, blank=True)
    guessed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering: ClassVar = ["address"]
        constraints = [models.UniqueConstraint(fields=["address"], name="old_address_unique")]

    def __str__(self) -> str:
        return self.address

    @property
    def is_by_hand(self) -> bool:
        return not self.thing
