"""The page of search: a form, what answers, and what else is offered."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, pgettext
from django.views.decorators.http import require_safe

from articles.site.addresses import other_than, path_of
from articles.site.built_card import Mark, built_card
from articles.site.errors import absent
from articles.site.frame import Link, frame
from articles.site.list_cards import together
from articles.site.public_state import PublicState, public_state
from articles.site.responses import page
from articles.site.search.filters import Narrowed, choices, narrowed
from articles.site.search.form import form
from articles.site.search.matching import BadCursor, Hit, find
from articles.site.search.mentions import label, mentions
from articles.site.search.passages import Wanted, answers, best, marked, stems_of, wanted
from articles.site.search.query import KINDS, Asked, asked
from articles.site.search.shown import SHOWN, Shown, shown
from articles.site.search.suggestions import NOTHING, Offers, offers
from articles.site.search.synonyms import units
from shaf.text.search_words import parse

PAGE = 10
# Of one kind, so many of the reports shown are offered to narrow the search by.
OFFERED = 6


@dataclass(frozen=True, slots=True)
class Result:
    """`card`: the edition's, with marks, the passage that answers in the place of the description, and the names that
    answer above it."""

    edition: Shown
    card: SafeString


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter: `label` of its kind, `name` of the entry, `without`: the same search without it, and what that does."""

    kind: str
    label: str
    name: str
    url: str
    without: str


@dataclass(frozen=True, slots=True)
class OfYearLink:
    """To the reports of a year with the words that were typed beside it, '' where there were none."""

    year: str
    typed: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`more`: address of the next page, '' on the last. `unknown`: kinds of filter that nothing public answers to.
    `too_little`: something was typed in which there is nothing to search for; `small`: there were words, but
    none that tells one report from another."""

    results: list[Result]
    narrowed: list[Narrowed]
    unknown: list[str]
    more: str = ""
    offers: Offers = NOTHING
    too_little: bool = False
    small: bool = False
    cut: bool = False


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """At most four queries: the public state, the filters, what matches, and what else is offered."""
    state, ask = public_state(request.LANGUAGE_CODE), asked(request.GET)
    here, there = (path_of(code, "search") for code in (state.language, other_than(state.language)))
    context: dict[str, Any] = {"asked": ask, "title": _title(ask), "form": form(ask, state), "path": here}
    if not ask.anything:
        return page(request, "site/search.html", context | {"site": frame(state, here=here, there=there)})
    try:
        answer = answered(ask, state)
    except BadCursor:
        return absent(state)
    context |= {
        "site": frame(state, there=there + ask.query_string(**dict.fromkeys(KINDS, ""))),
        "answer": answer,
        "count": _count(ask, answer),
        "chosen": _chosen(ask, answer),
        "cards": together(result.card for result in answer.results),
        "narrower": _narrower(ask, answer, here),
        "first": ask.query_string() if ask.before else "",
        "years": _years(ask, answer),
        "meant": ask.query_string(typed=answer.offers.meant) if answer.offers.meant else "",
        "elsewhere": _elsewhere(ask, state, there) if answer.offers.other_language else None,
        "everywhere": Asked(typed=ask.typed).query_string() if ask.filters or ask.year else "",
    }
    return page(request, "site/search.html", context, noindex=True)


def answered(ask: Asked, state: PublicState) -> Answer:
    """Raises BadCursor."""
    query = parse(ask.typed)
    filters, unknown = narrowed(ask.filters, state)
    cut = query.cut or ask.cut
    if ask.typed and not query.terms:
        return Answer([], filters, unknown, too_little=True, small=query.small, cut=cut)
    if ask.year and int(ask.year) not in choices(state).years:
        unknown.append("year")
    if unknown:
        return Answer([], filters, unknown, cut=cut)
    sought, marks = units(query, state), [each.mark for each in filters]
    hits = find(sought, marks, state, before=ask.before, year=ask.year, limit=PAGE + 1, columns=SHOWN)
    # Beside filtered results only what is certain is offered: one query less.
    may_look = not (hits and ask.filters)
    further = NOTHING if ask.before else offers(ask, query, hits, marks, state, may_look=may_look)
    results = _results(hits[:PAGE], wanted(sought))
    more = ask.query_string(before=hits[PAGE - 1].cursor) if len(hits) > PAGE else ""
    return Answer(results, filters, unknown, more, further, cut=cut)


def _results(hits: list[Hit], sought: Wanted) -> list[Result]:
    # The same names stand in many cards.
    mark = cache(partial(marked, find=sought, whole=True))
    return [_result(hit, sought, mark) for hit in hits]


def _result(hit: Hit, sought: Wanted, mark: Mark) -> Result:
    edition = shown(hit)
    passage = best(edition.text, edition.stems, sought)
    in_title = stems_of(edition.title) if passage.unanswered else ""
    why = mentions(edition, [group for group in passage.unanswered if not answers(group, in_title)], sought)
    summary = marked(passage.text or edition.description, sought)
    text = mark_safe(f'{why}<p class="summary">{summary}</p>\n')  # noqa: S308 -- `mentions` and `marked` escape
    return Result(edition, built_card(edition, text=text, mark=mark))


def _title(ask: Asked) -> str:
    return gettext("Search: %(query)s") % {"query": ask.typed} if ask.typed else pgettext("page", "Search")


def _count(ask: Asked, answer: Answer) -> str:
    if ask.before:
        return gettext("Further reports")
    n = len(answer.results)
    if answer.more:
        return ngettext("More than %(n)s report", "More than %(n)s reports", n) % {"n": n}
    return ngettext("%(n)s report", "%(n)s reports", n) % {"n": n}


def _chosen(ask: Asked, answer: Answer) -> list[Chosen]:
    """Each filter, and the same search without it; what nothing answers to is named as it was typed."""
    names = {each.kind: each.name for each in answer.narrowed}
    found = []
    for kind, value in (ask.filters | ({"year": ask.year} if ask.year else {})).items():
        said = {"kind": label(kind), "name": names.get(kind, value.replace("-", " "))}
        without = gettext("Remove the filter %(kind)s: %(name)s") % said
        found.append(Chosen(kind, said["kind"], said["name"], ask.query_string(**{kind: ""}), without))
    return found


def _years(ask: Asked, answer: Answer) -> list[OfYearLink]:
    return [
        OfYearLink(each.year, each.typed, ask.query_string(typed=each.typed, year=each.year))
        for each in answer.offers.years
    ]


def _elsewhere(ask: Asked, state: PublicState, there: str) -> Link:
    """The same words in the other language, said in that language."""
    other = other_than(state.language)
    with translation.override(other):
        said = {
            "ar": gettext("Search for “%(query)s” in the Arabic reports"),
            "en": gettext("Search for “%(query)s” in the English reports"),
        }[other]
    return Link(said % {"query": ask.typed}, there + Asked(typed=ask.typed, year=ask.year).query_string(), other)


def _narrower(ask: Asked, answer: Answer, path: str) -> dict[str, SafeString]:
    """Authors and sources of the reports shown, where there are several, as further filters: items of a list."""
    if len(answer.results) < 2:
        return {}
    found: dict[str, dict[str, str]] = {"author": {}, "source": {}}
    for result in answer.results:
        for attribution in result.edition.credits["attributions"]:
            for person in attribution["authors"]:
                found["author"].setdefault(person["slug"], person["name"])
            if attribution["kind"] != "byline" and attribution["source"]:
                found["source"].setdefault(attribution["source"]["slug"], attribution["source"]["name"])
    return {
        kind: together(_item(name, path + ask.query_string(**{kind: slug})) for slug, name in entries)
        for kind, of in found.items()
        if (entries := list(of.items())[:OFFERED]) and not getattr(ask, kind)
    }


def _item(name: str, url: str) -> SafeString:
    return format_html('<li><a href="{}" rel="nofollow">{}</a></li>\n', url, name)
