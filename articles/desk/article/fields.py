"""Every field of a report that is printed: one table, which the rest of the desk asks.

The models keep columns of their own. A field is a row of the tuple that says where it is kept; its kind decides how it
is cleaned, bounded, typed, compared and said, so a new field of a known kind needs nothing else at the desk.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Attribution, Picture, ReportFile
from articles.press.models import CorrectionKind
from authors.models import Author, Branch, ReportType, Series, Source, Topic
from shaf.product import limits

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class FieldKind(StrEnum):
    """What a field holds, and the value that stands for it in a draft."""

    # Texts; '' for none.
    LINE = "a line of text"
    PARAGRAPHS = "text with line breaks"
    LINES = "a list of texts, one a line"
    HTML = "HTML in the press's own form"
    SLUG = "the end of an address"
    URL = "a web address"
    CHOICE = "one of a few values"
    LANGUAGE = "the code of a language"
    FEED_ID = "the id of an entry in a feed"
    # A number, or an ISO 8601 text; None for none.
    NUMBER = "a number"
    DATE = "a day"
    # Ids; None or [] for none.
    ENTRY = "an entry of the register"
    PLACE = "an entry of the register, and the place in it"
    ENTRIES = "entries of the register"
    PICTURE = "a picture"
    FILES = "files to download"
    # Dicts, with the parts of OF_A_WORK.
    WORKS = "the byline and the works that a report draws on"


# A draft holds an id of one entry or picture.
ONE_ID = (FieldKind.ENTRY, FieldKind.PLACE, FieldKind.PICTURE)
# A draft holds a list of ids.
MANY_IDS = (FieldKind.ENTRIES, FieldKind.FILES)


@dataclass(frozen=True, slots=True)
class Field:
    """A printed field, or a part of a work in the attribution.

    `limit`: characters, or those of each line of a list; `most`: lines, entries or works. `box`: attributes of its box
    in the form, beside those of its kind. `entry`: the model that its ids are of; `choices`: what a choice is one of.
    `default`: what stands for it where nothing was chosen, in place of its kind's own.
    `label` names it where no column of that name does; `in_changes` does where what changed is said, in place of both.
    `part_of`: the field that prints this one.
    """

    name: str
    kind: FieldKind
    limit: int | None = None
    most: int | None = None
    box: Mapping[str, str | int] = field(default_factory=dict)
    entry: type[models.Model] | None = None
    choices: type[models.TextChoices] | None = None
    default: str = ""
    label: str | Promise = ""
    in_changes: str | Promise = ""
    part_of: str = ""

    @property
    def empty(self) -> Any:
        """The value of a draft that says nothing here."""
        if self.kind in (*MANY_IDS, FieldKind.WORKS):
            return []
        return None if self.kind in (*ONE_ID, FieldKind.NUMBER, FieldKind.DATE) else self.default

    @property
    def column(self) -> str:
        """The attribute of a row that holds the value of a draft."""
        return f"{self.name}_id" if self.kind in ONE_ID else self.name

    def chosen(self, value: str) -> str:
        """Return what a person calls a choice; a value that is none is itself."""
        return str(dict(self.choices.choices).get(value, value)) if self.choices else value


# Columns of Article, one for each language (articles/translation.py): title_ar, title_en …
ON_ARTICLE = (
    # A long title is seen whole on a telephone; what is stored has no line breaks. Beyond what is advised the form
    # says that it is long.
    Field("title", FieldKind.LINE, limit=limits.TITLE, box={"class": "title", "rows": 1, "data-advised": 90}),
    Field("standfirst", FieldKind.PARAGRAPHS, limit=limits.STANDFIRST, box={"rows": 3, "data-advised": 300}),
    Field(
        "key_points",
        FieldKind.LINES,
        most=limits.KEY_POINTS,
        limit=limits.KEY_POINT,
        box={"rows": 5, "data-points": "1"},
    ),
    Field("body", FieldKind.HTML),
    Field("slug", FieldKind.SLUG),
    Field("feed_id", FieldKind.FEED_ID, limit=limits.URL),
)
# Columns of Track, which is of one language. They belong to the correction that is being written.
ON_TRACK = (
    Field("correction_note", FieldKind.LINE, limit=limits.CORRECTION_NOTE, box={"rows": 2}),
    Field("correction_kind", FieldKind.CHOICE, choices=CorrectionKind),
)
# Of Article, one for both languages.
SHARED = (
    Field("branch", FieldKind.ENTRY, entry=Branch, in_changes=pgettext_lazy("model", "branch")),
    Field("report_type", FieldKind.ENTRY, entry=ReportType),
    Field("topics", FieldKind.ENTRIES, entry=Topic),
    Field("series", FieldKind.PLACE, entry=Series, in_changes=pgettext_lazy("model", "series")),
    Field("series_number", FieldKind.NUMBER, part_of="series"),
    Field("cover", FieldKind.PICTURE, entry=Picture),
    Field("files", FieldKind.FILES, entry=ReportFile, most=limits.REPORT_FILES),
    Field("attributions", FieldKind.WORKS, most=limits.ATTRIBUTIONS, label=_("attributions")),
)
# Of Attribution. Each name in a sentence about changes is followed by the work it belongs to.
OF_A_WORK = (
    Field(
        "kind",
        FieldKind.CHOICE,
        choices=Attribution.Kind,
        default=Attribution.Kind.REFERENCE.value,
        in_changes=pgettext_lazy("of a work", "kind"),
    ),
    Field("source", FieldKind.ENTRY, entry=Source, in_changes=pgettext_lazy("of a work", "source")),
    Field(
        "authors",
        FieldKind.ENTRIES,
        entry=Author,
        most=limits.AUTHORS,
        label=pgettext_lazy("attribution", "author"),
    ),
    Field("date", FieldKind.DATE, in_changes=pgettext_lazy("of a work", "date")),
    Field("title", FieldKind.LINE, limit=limits.WORK_TITLE, in_changes=pgettext_lazy("of a work", "title")),
    Field("title_language", FieldKind.LANGUAGE, in_changes=pgettext_lazy("of a work", "language of the title")),
    Field("url", FieldKind.URL, limit=limits.URL, in_changes=pgettext_lazy("of a work", "link")),
    Field("accessed_on", FieldKind.DATE, in_changes=pgettext_lazy("of a work", "day of access")),
)
OF_A_LANGUAGE = ON_ARTICLE + ON_TRACK
# The names in the order of the page. What is of no text comes last.
AS_PRINTED = (
    *("title", "standfirst", "key_points", "cover", "body", "files", "attributions", "report_type", "series"),
    *("topics", "branch", "slug", "feed_id", "correction_note", "correction_kind"),
)

_BY_KEY = {f"{one.name}_{language}": one for language in LANGUAGES for one in OF_A_LANGUAGE}
_BY_KEY |= {one.name: one for one in SHARED}
# The keys of a draft.
KEYS = tuple(_BY_KEY)


def of(key: str) -> Field:
    """Return the field of a draft's key: of `title_ar` the title. Raises KeyError."""
    return _BY_KEY[key]


def keys(*kinds: FieldKind) -> Iterator[str]:
    """Yield the keys of a draft whose values are of one of these kinds."""
    return (key for key, one in _BY_KEY.items() if one.kind in kinds)


def parts(*kinds: FieldKind) -> tuple[str, ...]:
    """Return the names of those parts of a work that are of one of these kinds."""
    return tuple(one.name for one in OF_A_WORK if one.kind in kinds)
