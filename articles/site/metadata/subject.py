"""What the vocabularies say of a report or an entry, before any of them says it in its own way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime

from articles.press.models import CorrectionKind, Edition
from articles.site.addresses import absolute, path_of, path_of_report, report_path
from articles.site.cards.address import SIZE, alternative, card_path, extension_of
from articles.site.citation.work import Name, address_of, name_of
from articles.site.frame import Frame, branch_name
from articles.site.sentences import reports_of
from authors.models import Source
from shaf.pictures.encoding import readers_size

TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif"}
DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Image:
    """Sizes in pixels."""

    url: str
    type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Correction:
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """An edition with all that its metadata draws on. `url`: its own page, whatever the page's canonical address.

    `image`: the one to share; `cover`: the one on the page. `modified`: the last substantive correction; where there is
    none, the first publication. `pdf`: its address, '' where there is none.
    """

    edition: Edition
    site: Frame
    url: str
    short: str
    over: bool
    names: tuple[Name, ...]
    branch: str
    image: Image | None
    cover: Image | None
    published: datetime
    modified: datetime
    corrections: tuple[Correction, ...]
    other: Edition | None
    pdf: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A register page. `reports` says what its list is of; `cited`: an author's, that it draws on their work alone.

    `fields` are those it prints (entries.py, `_printed`).
    """

    kind: str
    name: str
    reports: str
    cited: bool
    description: str
    fields: dict[str, Any]


def described(
    edition: Edition, site: Frame, *, other: Edition | None, earlier: Iterable[Edition], over: bool
) -> Report:
    """No query: what `earlier` was not read with is left out."""
    short = address_of(edition, over=over)
    corrected = [old for old in (*earlier, edition) if _note(old)]
    substantive = [old.live_from for old in corrected if old.correction_kind == CorrectionKind.SUBSTANTIVE]
    cover = _cover(edition)
    return Report(
        edition=edition,
        site=site,
        url=short if over else absolute(report_path(edition)),
        short=short,
        over=over,
        names=tuple(name_of(person) for person in edition.byline["authors"]),
        branch=branch_name(edition.credits["branch"]["name"]),
        image=cover if over else _card(edition, site) or cover,
        cover=cover,
        published=localtime(edition.first_live_from),
        modified=localtime(max(substantive, default=edition.first_live_from)),
        corrections=tuple(Correction(old.correction_note, localtime(old.live_from)) for old in corrected),
        other=other,
        pdf=_pdf(edition) if not over else "",
    )


def entry(kind: str, fields: dict[str, Any], *, cited: bool = False) -> Entry:
    """`fields`: what the page prints. `cited`: of an author, that the reports only draw on their work."""
    name = branch_name(fields["name"]) if kind == "branch" else str(fields["name"])
    reports = reports_of(kind, name, own=fields["kind"] == Source.Kind.OWN, cited=cited)
    about = " ".join((fields["description"] or fields["biography"]).split())
    if len(about) > DESCRIPTION_LENGTH:
        about = about[:DESCRIPTION_LENGTH].rpartition(" ")[0] + "…"
    return Entry(kind, name, reports, cited, reports if cited else about or reports, fields)


def media(name: str) -> str:
    """The absolute address of a stored picture."""
    return absolute(f"{settings.MEDIA_URL}{name}")


def page_of(kind: str, entry: dict[str, Any], language: str) -> str:
    """The absolute address of a credited entry's page; '' where it has no slug."""
    return absolute(path_of(language, kind, entry["slug"])) if entry.get("slug") else ""


def _pdf(edition: Edition) -> str:
    """Read already, or not at all."""
    has_one = "pdf" in edition._state.fields_cache and edition._state.fields_cache["pdf"] is not None
    return absolute(path_of_report(edition.language, "pdf", edition.article_id)) if has_one else ""


def _note(edition: Edition) -> str:
    """Read already, or not at all."""
    return "" if "correction_note" in edition.get_deferred_fields() else edition.correction_note


def _card(edition: Edition, site: Frame) -> Image | None:
    path = card_path(edition, site.core.publisher, site.name)
    if not path:
        return None
    return Image(absolute(path), TYPES[extension_of(edition)], *SIZE, alternative(edition, site.name))


def _cover(edition: Edition) -> Image | None:
    cover = edition.cover
    if not cover:
        return None
    name, width, height = readers_size(cover["picture"], cover["width"], cover["height"])
    return Image(media(name), TYPES[name.rpartition(".")[2]], width, height, cover["alt"])
