"""The map: what becomes of the former site's categories, tags, people, types and statuses. A file (TOML) that a person
edits; proposed from what the export has and the register knows by the same name.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from articles.desk.article.said import gettext as _
from articles.desk.importers.plain_text import BRANCH
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.wordpress.survey import Survey, kinds
from authors.models import Author, Branch, Entry, ReportType, Series, Source, Topic
from shaf.text import arabic

PLACES: dict[str, type[Entry]] = {"branch": Branch, "topic": Topic, "series": Series, "type": ReportType}
LEAVE = "leave"
TYPES = ("report", "page", LEAVE)
STATUSES = ("publish", "draft", LEAVE)
# What becomes of a status where no map says otherwise; a status that is not here is left out.
STATUS = {"publish": "publish", "draft": "draft", "pending": "draft", "private": "draft", "future": "draft"}
TYPE = {"post": "report", "page": "page"}
SECTIONS = ("site", "categories", "tags", "taxonomies", "authors", "types", "statuses")
PROPOSED = """\
# What becomes of {title} ({home}) here. Edit it, and run the import again with --map and this file.
#
# A category, tag or term: "branch:SLUG", "topic:NAME", "series:NAME", "type:NAME", or "leave".
#   Branches and types must be there; a topic or series that is not is added. "" is undecided, and left, and said.
# A person: the name that is credited, "" for the centre alone.
# A type of entry: "report", "page" or "leave". A status: "publish", "draft" or "leave".
"""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """`terms`: taxonomy and slug → its place and name, ('', '') where that is undecided or the term is left.

    `is_a_file`: False for what only exact names made.
    """

    centre: tuple[str, ...] = ()
    zone: tzinfo = UTC
    terms: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=lambda: TYPE)
    statuses: Mapping[str, str] = field(default_factory=lambda: STATUS)
    undecided: frozenset[tuple[str, str]] = frozenset()
    is_a_file: bool = False

    def is_centre(self, name: str) -> bool:
        return arabic.fold(name) in {arabic.fold(one) for one in self.centre}


def of_exact_names(found: Survey) -> SiteMap:
    """What is known without anybody's word: entries of the register with the very name."""
    terms = {key: _known(term.name) for key, term in found.terms.items()}
    authors = _authors()
    return SiteMap(
        zone=ZoneInfo(settings.TIME_ZONE),
        terms={key: _parted(place) for key, place in terms.items()},
        people={login: one.name for login, one in found.people.items() if arabic.fold(one.name) in authors},
        undecided=frozenset(key for key, place in terms.items() if not place and key[0] in ("category", "post_tag")),
    )


def proposed(found: Survey) -> str:
    """The text of the file to edit."""
    lines = [PROPOSED.format(title=_line(found.site.title) or "the site", home=_line(found.site.home))]
    publisher = Source.publisher()
    names = [found.site.title, *(publisher.names() if publisher else ())]
    lines += ["[site]", "# The zone of its clock.", f"timezone = {_quoted(settings.TIME_ZONE)}"]
    lines += [
        "# Phrases after «المصدر:» that mean the centre itself.",
        f"centre = {_list(dict.fromkeys(filter(None, names)))}",
    ]
    for section, taxonomy in (("categories", "category"), ("tags", "post_tag")):
        lines += ["", f"[{section}]"]
        lines += [line for key in _terms(found, taxonomy) for line in _term(found, key, key[1])]
    others = sorted({taxonomy for taxonomy, _slug in found.terms} - {"category", "post_tag", "author", "nav_menu"})
    for taxonomy in others:
        lines += ["", f"[taxonomies.{_quoted(taxonomy)}]"]
        lines += [line for key in _terms(found, taxonomy) for line in _term(found, key, key[1])]
    lines += ["", "[authors]"]
    people = {login: found.people[login].name if login in found.people else "" for login in found.writes if login}
    people |= {login: one.name for login, one in found.people.items()} | {
        slug: term.name for (taxonomy, slug), term in found.terms.items() if taxonomy == "author"
    }
    for login, name in sorted(people.items()):
        lines += [f"# {found.writes[login]} entries", f"{_quoted(login)} = {_quoted(name if _is_name(name) else '')}"]
    lines += ["", "[types]"]
    lines += [f"{_quoted(kind)} = {_quoted(TYPE.get(kind, LEAVE))}" for kind in kinds(found)]
    lines += ["", "[statuses]"]
    statuses = {**STATUS, "trash": LEAVE} | {s: STATUS.get(s, LEAVE) for _kind, s in found.types if s}
    lines += [f"{_quoted(status)} = {_quoted(place)}" for status, place in statuses.items()]
    return "\n".join(lines) + "\n"


def read(path: Path) -> SiteMap:
    """Raises Unimportable for what is no such file, and for what it names and the register has not."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Unimportable(
            "map.unreadable",
            _("The map cannot be read: %(error)s.") % {"error": error.strerror},
            _("Check the path and the rights to read it."),
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(_("It is no TOML: %(error)s.") % {"error": error}) from error
    if unknown := set(told) - set(SECTIONS):
        raise _wrong(_("There is no section “%(name)s”.") % {"name": sorted(unknown)[0]})
    site = _table(told, "site")
    terms = {("category", slug): place for slug, place in _texts(told, "categories").items()}
    terms |= {("post_tag", slug): place for slug, place in _texts(told, "tags").items()}
    for taxonomy in _table(told, "taxonomies"):
        terms |= {(taxonomy, slug): place for slug, place in _texts(told["taxonomies"], taxonomy).items()}
    for place in dict.fromkeys(terms.values()):
        _check_place(place)
    return SiteMap(
        centre=tuple(_phrases(site.get("centre", []))),
        zone=_zone(site.get("timezone", settings.TIME_ZONE)),
        terms={key: _parted(place) for key, place in terms.items()},
        people=_texts(told, "authors"),
        types=TYPE | _choices(told, "types", TYPES),
        statuses=STATUS | _choices(told, "statuses", STATUSES),
        undecided=frozenset(key for key, place in terms.items() if not place),
        is_a_file=True,
    )


def find(place: str, name: str) -> Entry | None:
    """The entry of the register that has this slug or, in either language, this name."""
    model = PLACES[place]
    by_slug = model.objects.filter(slug_ar=name).first() or model.objects.filter(slug_en=name).first()
    if by_slug or not name:
        return by_slug
    folded = arabic.fold(name)
    return next((one for one in model.objects.order_by("pk") if folded in _folded(one)), None)


def _folded(entry: Entry) -> set[str]:
    return {arabic.fold(name) for name in (entry.name_ar, entry.name_en) if name}


def _known(name: str) -> str:
    """“branch:…” of the one entry with this name; '' where there is none."""
    if named := BRANCH.fullmatch(name):
        # «فرع القاهرة», as texts here name a branch, too.
        branch = find("branch", next(group for group in named.groups() if group))
        if branch:
            return f"branch:{branch.slug_ar or branch.slug_en}"
    for place in PLACES:
        found = find(place, name)
        if found and arabic.fold(name) in _folded(found):
            return f"{place}:{found.slug_ar or found.slug_en}"
    return ""


def _parted(place: str) -> tuple[str, str]:
    kind, colon, name = place.partition(":")
    return (kind, name.strip()) if colon else ("", "")


def _check_place(place: str) -> None:
    kind, name = _parted(place)
    if place in ("", LEAVE):
        return
    if kind not in PLACES or not name:
        raise _wrong(
            _("“%(value)s” is no place: write branch:…, topic:…, series:…, type:… or leave.") % {"value": place}
        )
    if kind in ("branch", "type") and find(kind, name) is None:
        raise _wrong(_("The register has no such entry: “%(value)s”.") % {"value": place})


def _authors() -> set[str]:
    return {arabic.fold(name) for pair in Author.objects.values_list("name_ar", "name_en") for name in pair if name}


def _table(told: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    table = told.get(section, {})
    if not isinstance(table, dict):
        raise _wrong(_("“%(name)s” is no section.") % {"name": section})
    return table


def _texts(told: Mapping[str, Any], section: str) -> dict[str, str]:
    table = _table(told, section)
    for name, value in table.items():
        if not isinstance(value, str):
            raise _wrong(_("The value of “%(name)s” is no text in quotes.") % {"name": name})
    return {name: value.strip() for name, value in table.items()}


def _choices(told: Mapping[str, Any], section: str, choices: Iterable[str]) -> dict[str, str]:
    table = _texts(told, section)
    for name, value in table.items():
        if value not in choices:
            message = _("“%(value)s” of “%(name)s” is none of: %(choices)s.")
            raise _wrong(message % {"value": value, "name": name, "choices": ", ".join(choices)})
    return table


def _phrases(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(_("“centre” is no list of texts in quotes."))
    return value


def _zone(name: Any) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, TypeError, OSError, LookupError) as error:
        raise _wrong(_("There is no time zone “%(name)s”.") % {"name": name}) from error


def _wrong(reason: str) -> Unimportable:
    return Unimportable("map", reason, _("Correct the map, or have it proposed anew under another name."))


# Writing


def _terms(found: Survey, taxonomy: str) -> list[tuple[str, str]]:
    keys = [key for key in found.terms if key[0] == taxonomy and key[1]]
    return sorted(keys, key=lambda key: (-found.uses[key], key[1]))


def _term(found: Survey, key: tuple[str, str], slug: str) -> list[str]:
    name = found.terms[key].name
    place = _known(name)
    if not place and slug in ("uncategorized", "بدون-تصنيف", "غير-مصنف"):
        place = LEAVE
    elif not place and key[0] == "post_tag":
        place = f"topic:{name}"
    return [f"# {_line(name)}: {found.uses[key]} entries", f"{_quoted(slug)} = {_quoted(place)}"]


def _is_name(name: str) -> bool:
    return " " in name.strip() and "@" not in name


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def _line(text: str) -> str:
    return "".join(c for c in " ".join(text.split()) if c.isprintable())
