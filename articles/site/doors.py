"""The doors: every author, topic, series, branch and source that reports lead to, with how many there are of each.

To count takes a look at every report, so it is done once a public state and remembered.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.press.models import AuthorIndex, Edition, TopicIndex
from articles.site import register
from articles.site.addresses import other_than, path_of, report_path
from articles.site.errors import absent
from articles.site.frame import Link, branch_name, frame
from articles.site.metadata import head
from articles.site.public_state import PublicState, public_state
from articles.site.responses import page
from articles.site.sentences import reports_from
from authors.models import Entry, Topic
from shaf.text import arabic

GROUPS = {
    Topic.Kind.THEME: gettext_lazy("Themes"),
    Topic.Kind.REGION: gettext_lazy("Regions"),
    Topic.Kind.COUNTRY: gettext_lazy("Countries"),
}
# What a list of authors may be narrowed to.
FILTERS = {
    "branch": (gettext_lazy("Branch"), gettext_lazy("All branches")),
    "topic": (gettext_lazy("Topic"), gettext_lazy("All topics")),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One entry. `newest`: its newest report. `initial`: what stands where a photograph would."""

    link: Link
    slug: str
    count: int
    newest: Link
    about: str
    photo: str
    initial: str


@dataclass(frozen=True, slots=True)
class Group:
    """`title`: '' where all entries are of one kind."""

    title: str | Promise
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """`options`: (slug, name). `every`: what stands for no choice."""

    name: str
    label: str | Promise
    every: str | Promise
    options: tuple[tuple[str, str], ...]
    chosen: str


@require_safe
def doors(request: HttpRequest, kind: str) -> HttpResponse:
    """Every entry of a kind that has a page in this language."""
    state, of = public_state(request.LANGUAGE_CODE), register.KINDS[kind]
    chosen = {name: request.GET.get(name, "") for name in FILTERS} if of is register.AUTHOR else {}
    narrowed = {
        name: register.find(register.KINDS[name], slug, state.language) for name, slug in chosen.items() if slug
    }
    if None in narrowed.values():
        return absent(state)
    here, there = (path_of(code, of.folder) for code in (state.language, other_than(state.language)))
    around = frame(state, here=here, there=there)
    title = str(register.TITLES[kind])
    context = {
        "site": around,
        "metadata": head.of_list(around, title, [], description=f"{title}: {reports_from(around.name)}"),
        "title": title,
        "kind": kind,
        "groups": groups_of(state, kind, **{name: entry.pk for name, entry in narrowed.items()}),
        "filters": _filters(state, chosen),
        "narrowed": bool(narrowed),
    }
    return page(request, "site/doors.html", context, noindex=bool(narrowed))


@lru_cache(maxsize=64)
def groups_of(state: PublicState, kind: str, branch: int = 0, topic: int = 0) -> tuple[Group, ...]:
    """`branch`, `topic`: keys that authors are narrowed to, 0 for all. Three queries, once a public state."""
    of = register.KINDS[kind]
    counted = {row["entry"]: row for row in _counted(of, state, topic)}
    entries = [entry for entry in of.model.objects.filter(pk__in=counted) if _has_page(entry, state.language)]
    if branch:
        entries = [entry for entry in entries if entry.branch_id == branch]
    newest = _newest(of, entries, counted, state)
    found = [(entry, _door(of, entry, counted[entry.pk]["count"], newest[entry.pk], state)) for entry in entries]
    if of is register.AUTHOR:
        found.sort(key=lambda one: arabic.fold(one[1].link.name))
    elif of is not register.BRANCH:
        found.sort(key=lambda one: (-one[1].count, arabic.fold(one[1].link.name)))
    if of.model is not Topic:
        return (Group("", tuple(door for _entry, door in found)),) if found else ()
    groups = (
        Group(title, tuple(door for entry, door in found if entry.kind == kind)) for kind, title in GROUPS.items()
    )
    return tuple(group for group in groups if group.doors)


def _counted(of: register.EntryKind, state: PublicState, topic: int) -> "QuerySet[Any, dict[str, Any]]":
    """How many live reports of this language print each entry; of an author, those that they wrote."""
    rows = of.index.objects.filter(Edition.is_live(state.now, "edition__"), language=state.language)
    if of.index is AuthorIndex:
        rows = rows.filter(in_byline=True)
    if topic:
        rows = rows.filter(edition__in=TopicIndex.objects.filter(entry=topic).values("edition"))
    return rows.order_by().values("entry").annotate(count=Count("pk"), at=Max("first_live_from"))


def _newest(
    of: register.EntryKind, entries: list[Entry], counted: dict[int, dict[str, Any]], state: PublicState
) -> dict[int, Edition]:
    """The newest report of each entry."""
    rows = of.index.objects.filter(
        Edition.is_live(state.now, "edition__"),
        language=state.language,
        entry__in=[entry.pk for entry in entries],
        first_live_from__in={counted[entry.pk]["at"] for entry in entries},
    )
    if of.index is AuthorIndex:
        rows = rows.filter(in_byline=True)
    shown = (
        "entry",
        "first_live_from",
        "language",
        *(f"edition__{name}" for name in ("article", "language", "slug", "title")),
    )
    found = rows.select_related("edition").only(*shown).order_by("first_live_from", "edition")
    return {row.entry_id: row.edition for row in found if row.first_live_from == counted[row.entry_id]["at"]}


def _has_page(entry: Entry, language: str) -> bool:
    return bool(entry.name_in(language) and entry.slug_in(language) and not getattr(entry, "merged_into_id", None))


def _door(of: register.EntryKind, entry: Entry, count: int, newest: Edition, state: PublicState) -> Door:
    language, name = state.language, entry.name_in(state.language)
    photo = getattr(entry, "photo", None)
    honorific = getattr(entry, f"honorific_{language}", "") or ""
    return Door(
        link=Link(
            branch_name(name) if of is register.BRANCH else f"{honorific} {name}".strip(),
            path_of(language, of.name, entry.slug_in(language)),
        ),
        slug=entry.slug_in(language),
        count=count,
        newest=Link(newest.title, report_path(newest)),
        about=getattr(entry, f"position_{language}", "") or getattr(entry, f"city_{language}", "") or "",
        photo=photo.name if photo else "",
        initial=name[:1] if of is register.AUTHOR else "",
    )


def _filters(state: PublicState, chosen: dict[str, str]) -> list[Filter]:
    """Those that leave a choice."""
    found = []
    for name, slug in chosen.items():
        doors = [door for group in groups_of(state, name) for door in group.doors]
        options = tuple((door.slug, door.link.name) for door in doors)
        if len(options) > 1:
            found.append(Filter(name, *FILTERS[name], options, slug))
    return found
