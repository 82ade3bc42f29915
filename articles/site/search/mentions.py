"""Which of the names that a report prints answer what its title and its text do not: why it is found at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from articles.site.search.passages import Group, Wanted, answers, marked, stems_of
from articles.site.search.shown import Shown


@dataclass(frozen=True, slots=True)
class Name:
    """`language`: of a title, BCP 47; '' where nobody said, and of everything else."""

    kind: str
    text: str
    language: str = ""


def label(kind: str) -> str:
    """What stands before a name of this kind."""
    match kind:
        case "author":
            return pgettext("attribution", "Author")
        case "source":
            return pgettext("attribution", "Source")
        case "branch":
            return gettext("Branch")
        case "topic":
            return gettext("Topic")
        case "type":
            return pgettext("of a report", "Type")
        case "series":
            return pgettext("of a report", "Series")
        case "year":
            return gettext("Year")
        case "cited":
            return pgettext("of a work that the report draws on", "Author of a reference")
        case "work":
            return pgettext("of a work that the report draws on", "Title of a reference")
    raise ValueError(kind)


def mentions(edition: Shown, unanswered: Sequence[Group], find: Wanted) -> SafeString:
    """A line for each name that answers some of these, the one that answers most first; '' where none does."""
    if not unanswered:
        return SafeString()
    names = [(name, stems_of(name.text)) for name in _names(edition)]
    left, shown = list(unanswered), []
    while left and names:
        name, stems = max(names, key=lambda one: sum(answers(group, one[1]) for group in left))
        rest = [group for group in left if not answers(group, stems)]
        if rest == left:
            break
        left = rest
        shown.append(name)
    return format_html_join("", "{}", ((_line(name, find),) for name in shown))


def _line(name: Name, find: Wanted) -> SafeString:
    language = format_html(' lang="{}"', name.language) if name.language else ""
    shown = marked(name.text, find)
    return format_html('<p class="mention">{}: <bdi{}>{}</bdi></p>\n', label(name.kind), language, shown)


def _names(edition: Shown) -> Iterator[Name]:
    """All that the search index has of an edition beside its title and text (articles/press/derived/search.py)."""
    yield from (Name("author", person["name"]) for person in edition.byline["authors"])
    yield from (Name("topic", topic["name"]) for topic in edition.topics)
    if edition.series:
        yield Name("series", edition.series["series"]["name"])
    yield Name("branch", edition.credits["branch"]["name"])
    for reference in edition.references:
        if reference["source"]:
            yield Name("source", reference["source"]["name"])
        yield from (Name("cited", person["name"]) for person in reference["authors"])
        if reference["title"]:
            yield Name("work", reference["title"], reference["title_language"])
