"""Pages of the register: a branch, an author, a source, a topic, a series, a type, with the reports that print it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.site import lists, register
from articles.site.addresses import other_than, path_of
from articles.site.errors import absent
from articles.site.feeds.addresses import feeds_of
from articles.site.frame import frame
from articles.site.list_cards import card
from articles.site.metadata import head
from articles.site.metadata.subject import entry as described_entry
from articles.site.public_state import PublicState, public_state
from articles.site.responses import moved, page
from articles.site.sentences import only_cited
from authors.models import Entry


@require_safe
def entry(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Public only while a live edition in this language prints the entry."""
    state, of = public_state(request.LANGUAGE_CODE), register.KINDS[kind]
    before = request.GET.get("before", "")
    found = register.find(of, slug, state.language)
    if found is None:
        return absent(state)
    try:
        credited = ("credits",) if of is register.AUTHOR else ()
        listed = register.reports(of, found, state.language, state.now).page(before, *credited)
    except lists.BadCursor:
        return absent(state)
    if not listed.editions:
        return absent(state)
    own = found.slug_in(state.language)
    here = path_of(state.language, of.name, own)
    if slug != own:
        return moved(here)
    # Merged entries are in the author's index too: frozen credits may call them by any of these ids.
    ids = register.merged_ids(found) if of is register.AUTHOR else set()
    fields = _printed(found, state.language)
    described = described_entry(of.name, fields, cited=bool(ids) and only_cited(ids, listed.editions))
    feeds = feeds_of(state.language, described.reports if described.cited else described.name, of.name, own)
    around = frame(
        state,
        here=f"{here}?before={before}" if before else here,
        there="" if before else _in_other_language(of, found, state),
        feeds=feeds,
    )
    context: dict[str, Any] = {
        "site": around,
        "metadata": head.of_entry(around, described, listed.editions),
        "entry": fields,
        "described": described,
        "cards": [
            card(e, cited=bool(ids) and ids.isdisjoint(person["id"] for person in e.byline["authors"]))
            for e in listed.editions
        ],
        "page": listed,
        "before": before,
        "first": here,
    }
    return page(request, f"site/{of.name}.html", context)


def _in_other_language(kind: register.EntryKind, found: Entry, state: PublicState) -> str:
    other = other_than(state.language)
    if not (found.name_in(other) and found.slug_in(other)):
        return ""
    if not register.reports(kind, found, other, state.now).exists():
        return ""
    return path_of(other, kind.name, found.slug_in(other))


def _printed(found: Entry, language: str) -> dict[str, Any]:
    """The entry's fields in exactly this language; what exists once for all languages as it is."""
    translated = ("name", "slug", "description", "city", "contact", "honorific", "position", "biography")
    fields = {name: getattr(found, f"{name}_{language}", "") or "" for name in translated}
    return fields | {name: getattr(found, name, "") or "" for name in ("orcid", "links", "url", "kind", "photo")}
