"""The value of any field of draft.py as a person reads it: names for ids, blocks for attribution rows."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.template.defaultfilters import linebreaks_filter
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.desk.article import draft, fields, rights
from articles.desk.article.fields import OF_A_WORK, Field, FieldKind
from articles.desk.article.stored_html import clean_html
from articles.desk.autosave.posted import as_day
from articles.press.html.sanitise import TooLarge
from authors.models import Branch

EMPTY = format_html("<p>{}</p>", "—")


def in_words(field: str, value: Any, user: AbstractBaseUser) -> SafeString:
    """Safe HTML, for this person: a value may be any number that a browser sent, and names nothing that is not theirs.

    Texts of one language are to be put into an element with that `lang` and `dir`.
    """
    if value in (None, "", []):
        return EMPTY
    of = fields.of(field)
    match of.kind:
        case FieldKind.HTML:
            return _body(value)
        case FieldKind.WORKS:
            return _attributions(value)
        case FieldKind.ENTRY | FieldKind.PLACE | FieldKind.ENTRIES:
            return format_html("<p>{}</p>", _names(_entries(of), value if isinstance(value, list) else [value]))
        case FieldKind.PICTURE:
            return format_html("<p>{}</p>", _names(rights.known_pictures(user), [value]))
        case FieldKind.FILES:
            return format_html("<p>{}</p>", _names(rights.known_files(user), value))
        case FieldKind.CHOICE:
            return format_html("<p>{}</p>", of.chosen(value))
        case _:
            return linebreaks_filter(str(value), autoescape=True)


def _entries(of: Field) -> QuerySet:
    """Every branch's people read the whole register."""
    return of.entry._default_manager.all() if of.entry else Branch.objects.none()


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
    said = ((draft.column_label(part), _part(part, row[part.name])) for part in OF_A_WORK)
    return format_html_join("", "<dt>{}</dt><dd>{}</dd>", ((label, value) for label, value in said if value))


def _part(part: Field, value: Any) -> SafeString | str:
    """A part of a work; '' where there is nothing to be read."""
    match part.kind:
        case FieldKind.CHOICE:
            return part.chosen(value)
        case FieldKind.ENTRIES:
            return _names(_entries(part), value)
        case FieldKind.DATE:
            return _day(value)
        case FieldKind.LANGUAGE:
            # The title of the work shows its language.
            return ""
        case _ if not value:
            return ""
        case FieldKind.ENTRY:
            return _names(_entries(part), [value])
        case FieldKind.URL:
            return format_html('<bdi dir="ltr">{}</bdi>', value)
        case _:
            return format_html('<span dir="auto">{}</span>', value)


def _day(value: str | None) -> str:
    day = as_day(value)
    return day if isinstance(day, str) else date_format(day, "j F Y") if day else ""
