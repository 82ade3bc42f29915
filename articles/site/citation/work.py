"""What a citation says of an edition, whatever spells it out."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext

from articles.press.models import Edition
from articles.site.addresses import absolute, path_of_report
from shaf.text import arabic

# An article, a preposition or a question is nobody's first word for a report.
UNTELLING = {
    *("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "is", "are"),
    *("was", "were", "be", "what", "why", "how", "when", "where", "who", "which"),
}
ARTICLE = re.compile(r"^(?:al|el)[\s'’-]+", re.IGNORECASE)
LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without the honorific. `family` and `given` are '' where only the whole is known."""

    whole: str
    family: str = ""
    given: str = ""

    @property
    def is_split(self) -> bool:
        return bool(self.family and self.given)


@dataclass(frozen=True, slots=True)
class Work:
    """`key`: ASCII, '' where none was asked for. `number`: its place in the series, '' where it has none. `url`: ASCII,
    and the same for good.
    """

    key: str
    language: str
    title: str
    authors: tuple[Name, ...]
    date: date
    institution: str
    genre: str
    series: str
    number: str
    topics: tuple[str, ...]
    abstract: str
    url: str
    note: str


def work_of(edition: Edition, *, key: str = "", over: bool = False) -> Work:
    """The edition as a work, in its own language, which must be the active one.

    `over`: it is an earlier edition, cited as such.
    """
    series = edition.series or {"series": {"name": ""}, "number": None}
    byline = edition.byline
    return Work(
        key=key,
        language=edition.language,
        title=one_line(edition.title),
        authors=tuple(name_of(person) for person in byline["authors"]),
        date=edition.byline_date,
        institution=one_line(byline["source"]["name"]),
        genre=one_line(edition.report_type["name"])
        if edition.report_type
        else pgettext("kind of a cited work", "Report"),
        series=one_line(series["series"]["name"]),
        number="" if series["number"] is None else str(series["number"]),
        topics=tuple(one_line(topic["name"]) for topic in edition.topics),
        abstract=one_line(edition.description),
        url=address_of(edition, over=over),
        note=_note(edition, over=over),
    )


def name_of(person: dict[str, Any]) -> Name:
    """A credited author."""
    whole, family, given = (one_line(person.get(part, "")) for part in ("name", "family_name", "given_name"))
    return Name(whole, family, given) if family and given else Name(whole)


def address_of(edition: Edition, *, over: bool = False) -> str:
    """The short address of what is live, and of an edition that is over its own: no slug, so neither ever changes."""
    if over:
        return absolute(path_of_report(edition.language, "edition", edition.article_id, edition.number))
    return absolute(path_of_report(edition.language, "short", edition.article_id))


def _note(edition: Edition, *, over: bool) -> str:
    """What a reader of the citation must know: that this text was corrected, and that another took its place."""
    notes = []
    if edition.correction_kind == "substantive":
        notes.append(gettext("corrected on %(date)s") % {"date": _day(edition.live_from)})
    if over and edition.live_until:
        span = {"from": _day(edition.live_from), "until": _day(edition.live_until)}
        notes.append(gettext("earlier edition (from %(from)s to %(until)s)") % span)
    return pgettext("between two parts of a citation", ", ").join(notes)


def _day(moment: datetime) -> str:
    return date_format(localtime(moment).date())


def one_line(text: str) -> str:
    """The text in NFC, without control characters and unseen reordering, every run of white space one space."""
    if not text.isprintable():
        text = arabic.without_reordering(text)
        text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
        text = "".join(c for c in text if not 0xD800 <= ord(c) <= 0xDFFF)
    return arabic.composed(" ".join(text.split()))


def key_of(edition: Edition, *, over: bool = False, latin: Edition | None = None, latin_family: str = "") -> str:
    """`najjar2025syria`: family name, year and the first telling word of the title, all of them English.

    `latin`: the report's English edition; `latin_family`: the first author's family name in English, where there is no
    such edition. Without an English title the report's number stands for the word. The English text has a key of its
    own, since a translation is another work to cite.
    """
    if latin:
        latin_family = next((latin_family_of(p["family_name"], p["name"]) for p in latin.byline["authors"]), "")
    family = "".join(LATIN.findall(_ascii(ARTICLE.sub("", latin_family)))) or "report"
    words = [word for word in LATIN.findall(_ascii(latin.title if latin else "")) if word not in UNTELLING]
    word = next((word for word in words if len(word) > 2), f"r{edition.article_id}")
    own = ("-en" if edition.language == "en" else "") + (f"-ed{edition.number}" if over else "")
    return f"{family}{edition.byline_date.year}{word}{own}"


def latin_family_of(family: str, whole: str) -> str:
    """The family name, or the last word of the whole name."""
    return family or whole.rpartition(" ")[2]


def _ascii(text: str) -> str:
    return arabic.normalised("NFKD", arabic.ascii_digits(text)).encode("ascii", "ignore").decode().lower()
