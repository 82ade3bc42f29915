"""The page of search: a form, and what answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.press.models import Edition, SearchEntry
from articles.site import prepared
from articles.site.addresses import other_than, path_of
from articles.site.answers import page
from articles.site.failures import absent
from articles.site.frame import Link, frame
from articles.site.moment import Moment, moment
from articles.site.search.asking import Asked, asked
from articles.site.search.choices import Narrowed, choices, narrowed
from articles.site.search.matching import BadCursor, Hit, find
from articles.site.search.passages import Wanted, best, marked, wanted
from articles.site.search.suggesting import suggestion
from articles.site.search.synonyms import units
from articles.site.shown import found_card
from shaf.arabic_search import parse

PAGE = 10
# Of one kind, so many of the reports shown are offered to narrow the search by.
OFFERED = 6
RESULT = ("title", "description", "credits", "printed__card")


@dataclass(frozen=True, slots=True)
class Result:
    """`card`: the edition's, with marks, and the passage that answers in the place of the description."""

    edition: Edition
    card: SafeString


@dataclass(frozen=True, slots=True)
class Answer:
    """`more`: address of the next page, '' on the last. `unknown`: kinds of filter that nothing public answers to.
    `too_little`: something was typed in which there is nothing to search for; `small`: there were words, but
    none that tells one report from another."""

    results: list[Result]
    narrowed: list[Narrowed]
    unknown: list[str]
    more: str = ""
    meant: str = ""
    too_little: bool = False
    small: bool = False
    cut: bool = False


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """At most four queries: the moment, the filters, what matches, and what of it is shown."""
    at, ask = moment(request.LANGUAGE_CODE), asked(request.GET)
    here, there = (path_of(code, "search") for code in (at.language, other_than(at.language)))
    offered = choices(at)
    context: dict[str, Any] = {"asked": ask, "choices": offered, "options": offered.options(ask), "path": here}
    if not ask.anything:
        return page(request, "site/search.html", context | {"site": frame(at, here=here, there=there)})
    try:
        answer = answered(ask, at)
    except BadCursor:
        return absent(at)
    context |= {
        "site": frame(at, there=there + ask.query_string(branch="", topic="", author="", source="")),
        "answer": answer,
        "remove": _removals(ask, answer),
        "offered": _offered(ask, answer),
        "first": ask.query_string(),
        "meant": ask.query_string(typed=answer.meant),
        "everywhere": Asked(typed=ask.typed).query_string(),
    }
    return page(request, "site/search.html", context, noindex=True)


def answered(ask: Asked, at: Moment) -> Answer:
    """Raises BadCursor."""
    query = parse(ask.typed)
    filters, unknown = narrowed(ask.filters, at)
    cut = query.cut or ask.cut
    if ask.typed and not query.terms:
        return Answer([], filters, unknown, too_little=True, small=query.small, cut=cut)
    if unknown:
        return Answer([], filters, unknown, cut=cut)
    sought, marks = units(query, at), [each.mark for each in filters]
    hits = find(sought, marks, at, before=ask.before, year=ask.year, limit=PAGE + 1)
    meant = ""
    if not hits and not ask.before:
        meant = suggestion(ask.typed, query, at)
        if meant and not find(units(parse(meant), at), marks, at, year=ask.year, limit=1):
            meant = ""
    shown = _results(hits[:PAGE], wanted(sought), at)
    more = ask.query_string(before=hits[PAGE - 1].cursor) if len(hits) > PAGE else ""
    return Answer(shown, filters, unknown, more, meant, cut=cut)


def _results(hits: list[Hit], sought: Wanted, at: Moment) -> list[Result]:
    if not hits:
        return []
    found = prepared.rows(_among, now=at.now, **{f"edition_{n}": hit.edition for n, hit in enumerate(hits)})
    editions = {edition.pk: edition for edition in found}
    return [_result(editions[hit.edition], sought) for hit in hits]


def _among(now: datetime, **editions: int) -> "QuerySet[Edition]":
    entry = SearchEntry.objects.filter(edition=OuterRef("pk"))
    found = Edition.live_at(now).filter(pk__in=list(editions.values())).select_related("printed").only(*RESULT)
    return found.annotate(text=Subquery(entry.values("text")), stems=Subquery(entry.values("stems")))


def _result(edition: Edition, sought: Wanted) -> Result:
    passage = best(edition.text, edition.stems, sought) or edition.description
    return Result(edition, found_card(edition, marked(edition.title, sought, whole=True), marked(passage, sought)))


def _removals(ask: Asked, answer: Answer) -> list[Link]:
    """For each filter, the same search without it; what nothing answers to is named as it was typed."""
    names = {each.kind: each.name for each in answer.narrowed}
    links = [
        Link(names.get(kind, slug.replace("-", " ")), ask.query_string(**{kind: ""}))
        for kind, slug in ask.filters.items()
    ]
    return [*links, Link(ask.year, ask.query_string(year=""))] if ask.year else links


def _offered(ask: Asked, answer: Answer) -> dict[str, list[Link]]:
    """Authors and sources of the reports shown, as further filters."""
    found: dict[str, dict[str, str]] = {"author": {}, "source": {}}
    for result in answer.results:
        for attribution in result.edition.credits["attributions"]:
            for person in attribution["authors"]:
                found["author"].setdefault(person["slug"], person["name"])
            if attribution["kind"] != "byline" and attribution["source"]:
                found["source"].setdefault(attribution["source"]["slug"], attribution["source"]["name"])
    return {
        kind: [Link(name, ask.query_string(**{kind: slug})) for slug, name in list(entries.items())[:OFFERED]]
        for kind, entries in found.items()
        if not getattr(ask, kind)
    }
