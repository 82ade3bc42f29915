"""Pages of the register: which entry an address means, and which reports belong to it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.press.models import (
    AuthorIndex,
    BranchIndex,
    Edition,
    IndexRow,
    SeriesIndex,
    SourceIndex,
    TopicIndex,
    TypeIndex,
)
from articles.site.lists import LAST, Listing
from authors.models import Author, Branch, Entry, FormerSlug, Page, ReportType, Series, Source, Topic
from shaf.text import arabic


@dataclass(frozen=True, slots=True)
class EntryKind:
    """`name` is the view's, and that under which former slugs are kept; `folder` the first part of the path.

    `index`: None for a page, which no edition prints."""

    name: str
    folder: str
    model: type[Entry]
    index: type[IndexRow] | None


PAGE = EntryKind("page", "pages", Page, None)
BRANCH = EntryKind("branch", "branches", Branch, BranchIndex)
AUTHOR = EntryKind("author", "authors", Author, AuthorIndex)
KINDS = {
    kind.name: kind
    for kind in (
        BRANCH,
        AUTHOR,
        EntryKind("source", "sources", Source, SourceIndex),
        EntryKind("topic", "topics", Topic, TopicIndex),
        EntryKind("series", "series", Series, SeriesIndex),
        EntryKind("type", "types", ReportType, TypeIndex),
    )
}

# Of the list of all entries of a kind.
TITLES: dict[str, str | Promise] = {
    "branch": pgettext_lazy("door of the site", "Branches"),
    "author": pgettext_lazy("door of the site", "Authors"),
    "source": pgettext_lazy("door of the site", "Sources"),
    "topic": pgettext_lazy("door of the site", "Topics"),
    "series": pgettext_lazy("door of the site", "Series"),
    "type": pgettext_lazy("door of the site", "Kinds of report"),
}


def find(kind: EntryKind, slug: str, language: str) -> Entry | None:
    """The entry that has, or had, this slug in this language; for a merged author the one that took their place.

    None where there is none, or where it has no name or slug in this language.
    """
    slug = arabic.composed(slug)
    entry = kind.model.objects.filter(**{f"slug_{language}": slug}).order_by().first()
    if entry is None:
        former = FormerSlug.objects.filter(kind=kind.name, language=language, slug=slug).first()
        entry = kind.model.objects.filter(pk=former.entry).first() if former else None
    return standing(entry, language)


def standing(entry: Entry | None, language: str) -> Entry | None:
    """The entry that stands for this one today, if it has a name and a slug in this language."""
    seen = set()
    while entry and getattr(entry, "merged_into_id", None) and entry.pk not in seen:
        seen.add(entry.pk)
        entry = entry.merged_into
    return entry if entry and entry.name_in(language) and entry.slug_in(language) else None


def reports(kind: EntryKind, entry: Entry, language: str, now: datetime) -> Listing:
    """The live editions in this language that print the entry."""
    rows = kind.index.objects.filter(Edition.is_live(now, "edition__"), entry=entry.pk, language=language)
    return Listing(rows.select_related("edition"), "edition__", (now, LAST))


def public_branches(language: str, now: datetime) -> list[Branch]:
    """The branches that have a page in this language, in their order."""
    return list(public(BRANCH, language, now))


def public(kind: EntryKind, language: str, now: datetime) -> "QuerySet[Entry]":
    """The entries that have a page in this language."""
    named = kind.model.objects.filter(**{f"name_{language}__gt": "", f"slug_{language}__gt": ""})
    return named.alias(newest=newest(kind, language, now)).filter(newest__isnull=False)


def newest(kind: EntryKind, language: str, now: datetime) -> Subquery:
    """For a query over entries: the index row of the newest live edition that prints the entry; None where none does.

    The newest, and not whether there is any: of that PostgreSQL makes a join with every edition there is.
    """
    rows = kind.index.objects.filter(Edition.is_live(now, "edition__"), entry=OuterRef("pk"), language=language)
    return Subquery(rows.order_by("-first_live_from", "-edition").values("pk")[:1])


def merged_ids(author: Author) -> set[int]:
    """The author's own id and those of the entries merged into it: what frozen credits may call it."""
    return {author.pk, *Author.objects.filter(merged_into=author).values_list("pk", flat=True)}
