"""What a person is told of unsaved text: on the form, on the page of one such text, on the start page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.desk.article import draft
from articles.desk.autosave.autosaves import ASIDE, visible
from articles.desk.autosave.differences import differences
from articles.desk.autosave.presence import GONE
from articles.desk.autosave.values import in_words
from articles.desk.diff.paging import paged
from articles.desk.diff.result import Changes
from articles.desk.form.boxes import DIRECTIONS
from articles.models import Article, Autosave, Presence
from shaf.db.clock import database_now


@dataclass(frozen=True)
class Unsaved:
    """One unsaved text. `aside`: given up in a conflict; `open_now`: the tab that it is typed in is open."""

    pk: int
    tab: str
    at: datetime
    title: str
    who: str
    mine: bool
    aside: bool
    open_now: bool
    fields: list[str]
    look: str
    take: str
    # What differs from the saved text, where the form says so itself.
    changes: Changes | None = None
    # There is more of them on the page of this text.
    cut: bool = False


def unsaved(user: AbstractBaseUser) -> list[Unsaved]:
    """The person's own unsaved texts, newest first; three queries and what their rights take."""
    return _told(visible(user).filter(user=user.pk).exclude(tab__startswith=ASIDE), user)


def unsaved_in(article: Article | None, user: AbstractBaseUser) -> list[Unsaved]:
    """What there is of this report (None: of new ones) that the person may see; their own first."""
    rows = list(visible(user).filter(article=article))
    told = sorted(_told(rows, user), key=lambda one: (not one.mine, one.aside))
    if article and told and told[0].mine and not told[0].aside:
        beginning, pager = paged(changes(next(row for row in rows if row.pk == told[0].pk), user))
        told[0] = replace(told[0], changes=beginning, cut=pager.count > 1)
    return told


def _told(rows: Sequence[Autosave], user: AbstractBaseUser) -> list[Unsaved]:
    rows = list(rows)
    alive = set()
    if rows:
        tabs = Q(tab__in=[row.tab for row in rows], seen_at__gte=database_now() - GONE)
        alive = set(Presence.objects.filter(tabs).values_list("user", "tab"))
    return [
        Unsaved(
            pk=row.pk,
            tab=row.tab,
            at=row.at,
            title=_title(row),
            who=row.user.get_full_name() or row.user.get_username(),
            mine=row.user_id == user.pk,
            aside=row.tab.startswith(ASIDE),
            open_now=(row.user_id, row.tab) in alive,
            fields=[draft.label(field) for field in draft.FIELDS if field in row.draft],
            look=reverse("admin:articles_autosave_look", args=[row.pk]),
            take=_form(row.article) + f"?unsaved={row.pk}",
        )
        for row in rows
    ]


def _title(row: Autosave) -> str:
    typed = row.draft.get("title_ar") or row.draft.get("title_en") or ""
    return str(row.article) if row.article else typed


def _form(article: Article | None) -> str:
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])


@dataclass(frozen=True)
class Side:
    """One field's text as it is kept unsaved beside the one that is stored."""

    label: str
    language: str | None
    direction: str
    stored: SafeString
    typed: SafeString


def sides(row: Autosave, user: AbstractBaseUser) -> list[Side]:
    """As this person, who is not always its writer, may see it."""
    current = draft.read(row.article) if row.article else draft.EMPTY
    return [
        Side(
            label=draft.label(field),
            language=draft.language_of(field),
            direction=DIRECTIONS.get(draft.language_of(field) or "", "auto"),
            stored=in_words(field, current[field], user),
            typed=in_words(field, row.draft[field], user),
        )
        for field in draft.FIELDS
        if field in row.draft
    ]


def changes(row: Autosave, user: AbstractBaseUser) -> Changes:
    """Against what is stored now."""
    current = draft.read(row.article) if row.article else draft.EMPTY
    return differences({field: current[field] for field in row.draft}, row.draft, user)
