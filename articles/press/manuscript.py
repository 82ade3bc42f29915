"""The manuscript: all that the press is told of a report, in one language."""

import hashlib
import json
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date as Date
from typing import Any, ClassVar

from articles.press import formats
from shaf.text import arabic


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of the register as it is to be printed. `id` and `slug` find its page, `name` is the text."""

    id: int
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Person:
    """An author as credited: the name, and apart from it what citations need."""

    id: int
    name: str
    slug: str
    honorific: str = ""
    given_name: str = ""
    family_name: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A printed block «المصدر / الكاتب / التاريخ». `kind`: byline, reference or reprint.

    `title` is the title of the work in the work's own language (`title_language`, BCP 47).
    """

    kind: str
    source: Name | None
    authors: tuple[Person, ...]
    date: Date | None
    title: str = ""
    title_language: str = ""
    url: str = ""
    accessed_on: Date | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture above the text. `picture` is its stored name (content hash and extension); sizes in pixels."""

    picture: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    series: Name
    number: int | None


@dataclass(frozen=True, slots=True)
class File:
    """A file that comes with the report. `file` is its stored name (content hash and extension), `size` in bytes."""

    file: str
    size: int
    title: str

    @property
    def extension(self) -> str:
        return self.file.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One report in one language, complete: what the editor is shown is what this says.

    `body` is canonical HTML (`sanitise.canonical`); `key_points` is one plain text a point.
    """

    article: int
    language: str
    title: str
    standfirst: str
    key_points: tuple[str, ...]
    body: str
    slug: str
    branch: Name
    attributions: tuple[Attribution, ...]
    topics: tuple[Name, ...] = ()
    series: SeriesPlace | None = None
    cover: Cover | None = None
    correction_note: str = ""
    correction_kind: str = ""
    report_type: Name | None = None
    files: tuple[File, ...] = ()
    feed_id: str = ""

    # The fields that an edition prints as they are written, in columns of the same names; compose sets the others.
    AS_WRITTEN: ClassVar = ("title", "standfirst", "slug", "correction_note", "correction_kind", "feed_id")

    @property
    def byline(self) -> Attribution | None:
        return next((a for a in self.attributions if a.kind == "byline"), None)

    @property
    def references(self) -> tuple[Attribution, ...]:
        return tuple(a for a in self.attributions if a.kind != "byline")


def canonical_json(value: Any) -> str:
    """One spelling of a JSON value: sorted keys, no white space, dates as ISO 8601, text in NFC."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_iso)
    return arabic.composed(text)


def canonical_text(manuscript: Manuscript, manuscript_format: int = formats.CURRENT) -> str:
    """Return the manuscript as one string: equal strings of one format are equal reports.

    It holds the fields that the format names, and of younger ones those that say something: so a text that was printed
    in an older format is told from one that has changed since.
    Raises KeyError for a format that this release does not know.
    """
    return canonical_json(_plain(manuscript, formats.FORMATS[manuscript_format]))


def _plain(value: Any, form: formats.Format) -> Any:
    if isinstance(value, tuple):
        return [_plain(one, form) for one in value]
    if not is_dataclass(value):
        return value
    known = form.fields.get(type(value).__name__, ())
    return {
        field.name: _plain(getattr(value, field.name), form)
        for field in fields(value)
        if field.name in known or getattr(value, field.name) != _default(field)
    }


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def from_canonical(canonical: str) -> Manuscript:
    """The manuscript that `canonical_text` wrote. Raises KeyError, TypeError or ValueError for any other text."""
    value = json.loads(canonical)
    return Manuscript(
        **value
        | {
            "key_points": tuple(value["key_points"]),
            "branch": Name(**value["branch"]),
            "attributions": tuple(_attribution(a) for a in value["attributions"]),
            "topics": tuple(Name(**topic) for topic in value["topics"]),
            "series": SeriesPlace(Name(**value["series"]["series"]), value["series"]["number"])
            if value["series"]
            else None,
            "cover": Cover(**value["cover"]) if value["cover"] else None,
            "report_type": Name(**value["report_type"]) if value.get("report_type") else None,
            "files": tuple(File(**file) for file in value.get("files", ())),
        }
    )


def _attribution(value: dict[str, Any]) -> Attribution:
    return Attribution(
        **value
        | {
            "source": Name(**value["source"]) if value["source"] else None,
            "authors": tuple(Person(**person) for person in value["authors"]),
            "date": Date.fromisoformat(value["date"]) if value["date"] else None,
            "accessed_on": Date.fromisoformat(value["accessed_on"]) if value["accessed_on"] else None,
        }
    )


def fingerprint(canonical: str) -> str:
    """SHA-256 of a canonical manuscript, in hexadecimal."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def fingerprint_of(manuscript: Manuscript, manuscript_format: int = formats.CURRENT) -> str:
    """Return the fingerprint that a manuscript has in a format; see `canonical_text`."""
    return fingerprint(canonical_text(manuscript, manuscript_format))


def _iso(value: Any) -> str:
    if isinstance(value, Date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")
