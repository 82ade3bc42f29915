"""A refusal, message by message, each with the way to where it is mended: a field or a name to be added."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles.desk.article import rights
from articles.desk.article.findings import ENTRIES, anchor, everything_wrong, named, place
from articles.desk.article.four_eyes import printed_name
from articles.desk.article.refusal import Refusal
from articles.models import Article
from articles.press.findings import Finding
from articles.press.manuscript import Manuscript
from authors.models import Entry

KINDS: dict[str, type[Entry]] = {str(model._meta.model_name): model for model, _said in ENTRIES.values()}
HEADINGS: dict[str, Promise] = {"ar": gettext_lazy("Add the Arabic name"), "en": gettext_lazy("Add the English name")}
LABELS: dict[str, Promise] = {"ar": gettext_lazy("Name in Arabic"), "en": gettext_lazy("Name in English")}
# Code of a refusal that no finding stands behind → the field of the form that it is about.
FIELDS = {
    "note.kind": "correction_kind_{language}",
    "note.due": "correction_note_{language}",
    "note.not_due": "correction_note_{language}",
    "branch.missing": "branch",
}
# Code of a refusal → the page of one language where it is mended.
PAGES = {"copy.errors": "admin:articles_article_copy_check"}
# People whom one may be told to ask.
MOST_ASKED = 3


@dataclass(frozen=True)
class MissingName:
    """The name that an entry lacks. `ask` says who adds it, where this person may not."""

    entry: Entry
    language: str
    url: str
    allowed: bool
    ask: str

    @property
    def label(self) -> Promise:
        return LABELS[self.language]

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"


@dataclass(frozen=True)
class Mending:
    """`url` leads to where it is mended, '' where nobody knows; `anchor` is the field on the report's own form."""

    message: str | Promise
    url: str = ""
    anchor: str = ""
    name: MissingName | None = None


def address(article: int, language: str) -> str:
    """The report's form, saying at its top what it lacks in this language."""
    return reverse("admin:articles_article_change", args=[article]) + f"?lacks={language}"


def lacking(text: Manuscript, article: Article, user: AbstractBaseUser) -> list[Mending]:
    """All that keeps this manuscript of the article from being printed."""
    return [_mending(finding, article, text.language, user) for finding in named(everything_wrong(text))]


def mendings(refusal: Refusal, article: Article, language: str, user: AbstractBaseUser) -> list[Mending]:
    """The messages of a refusal, in their order."""
    if refusal.findings:
        return [_mending(finding, article, language, user) for finding in refusal.findings]
    if page := PAGES.get(refusal.code):
        return [Mending(message, reverse(page, args=[article.pk, language])) for message in refusal.messages]
    field = FIELDS.get(refusal.code, "").format(language=language)
    url = f"{reverse('admin:articles_article_change', args=[article.pk])}#id_{field}" if field else ""
    return [Mending(message, url, f"id_{field}" if field else "") for message in refusal.messages]


def linked(mending: Mending, *, about: Any = "") -> SafeString:
    """One line for the list of messages at the top of a page; `about` is the report, where the page has several."""
    said = format_html("«<bdi>{}</bdi>»: {}", about, mending.message) if about else format_html("{}", mending.message)
    if not mending.url:
        return said
    return format_html(
        '{} <a href="{}">{}</a>', said, mending.url, HEADINGS[mending.name.language] if mending.name else _("Mend it")
    )


def missing_name(entry: Entry, language: str, user: AbstractBaseUser, branch: int) -> MissingName:
    """`branch` is the report's: its people are those to ask."""
    url = reverse("admin:writing_missing_name", args=[entry._meta.model_name, entry.pk, language])
    allowed = rights.may_name(user, entry, language)
    return MissingName(entry, language, url, allowed, "" if allowed else _whom_to_ask(entry, language, branch))


def _mending(finding: Finding, article: Article, language: str, user: AbstractBaseUser) -> Mending:
    url = place(finding, article.pk, language)
    if finding.code in ENTRIES:
        entry = ENTRIES[finding.code][0].objects.filter(pk=finding.entry).first()
        if entry is not None:
            return Mending(finding.message, url, name=missing_name(entry, language, user, article.branch_id))
    return Mending(finding.message, url, anchor(finding, language))


def _whom_to_ask(entry: Entry, language: str, branch: int) -> str:
    people = [
        f"\u2068{printed_name(person)}\u2069" for person in rights.who_names(entry, language, branch)[:MOST_ASKED]
    ]
    if not people:
        return _("Ask whoever administers this site to add it.")
    return _("Ask somebody who may add it: %(people)s.") % {"people": pgettext("list separator", ", ").join(people)}
