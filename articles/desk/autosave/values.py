"""The value of any field of draft.py as a person reads it: names for ids, blocks for attribution rows."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, QuerySet
from django.template.defaultfilters import linebreaks_filter
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.desk.article import draft, rights
from articles.desk.article.stored_html import clean_html
from articles.desk.autosave.posted import as_day
from articles.models import Attribution
from articles.press.html.sanitise import TooLarge
from articles.press.models import CorrectionKind
from authors.models import Author, Branch, Series, Source, Topic

# Every branch's people read the whole register.
REGISTER: dict[str, type[Model]] = {"branch": Branch, "series": Series, "topics": Topic}
KINDS = dict(Attribution.Kind.choices)
EMPTY = format_html("<p>{}</p>", "—")


def in_words(field: str, value: Any, user: AbstractBaseUser) -> SafeString:
    """Safe HTML, for this person: a value may be any number that a browser sent, and names nothing that is not his.

    Texts of one language are to be put into an element with that `lang` and `dir`.
    """
    name = field.rpartition("_")[0] if draft.language_of(field) else field
    if value in (None, "", []):
        return EMPTY
    match name:
        case "body":
            return _body(value)
        case "attributions":
            return _attributions(value)
        case "topics" | "branch" | "series":
            ids = value if isinstance(value, list) else [value]
            return format_html("<p>{}</p>", _names(REGISTER[name].objects.all(), ids))
        case "cover":
            return format_html("<p>{}</p>", _names(rights.known_pictures(user), [value]))
        case "correction_kind":
            return format_html("<p>{}</p>", dict(CorrectionKind.choices).get(value, value))
        case _:
            return linebreaks_filter(str(value), autoescape=True)


def _body(html: str) -> SafeString:
    try:
        return clean_html(html)
    except TooLarge:
        return format_html("<pre>{}</pre>", html)


def _names(entries: QuerySet, ids: Iterable[int]) -> SafeString:
    ids = list(ids)
    found = {entry.pk: entry for entry in entries.filter(pk__in=ids)}
    names = [(str(found[pk]) if pk in found else _("no longer there"),) for pk in ids]
    return format_html_join(pgettext("list separator", ", "), "<bdi>{}</bdi>", names)


def _attributions(rows: list[draft.Draft]) -> SafeString:
    return format_html_join("", '<dl class="attribution">{}</dl>', ((_attribution(row),) for row in rows))


def _attribution(row: draft.Draft) -> SafeString:
    row = draft.ATTRIBUTION | row
    said: list[tuple[Any, Any]] = [
        (_("kind"), KINDS.get(row["kind"], row["kind"])),
        (pgettext("attribution", "source"), _names(Source.objects.all(), [row["source"]]) if row["source"] else ""),
        (pgettext("attribution", "author"), _names(Author.objects.all(), row["authors"])),
        (_("date"), _day(row["date"])),
        (_("title of the work"), format_html('<span dir="auto">{}</span>', row["title"]) if row["title"] else ""),
        (_("address"), format_html('<bdi dir="ltr">{}</bdi>', row["url"]) if row["url"] else ""),
        (_("accessed on"), _day(row["accessed_on"])),
    ]
    return format_html_join("", "<dt>{}</dt><dd>{}</dd>", ((label, value) for label, value in said if value))


def _day(value: str | None) -> str:
    day = as_day(value)
    return day if isinstance(day, str) else date_format(day, "j F Y") if day else ""
