"""Text that is not saved yet: kept for its writer, shown to the editors of the branch, nobody's contribution."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.desk.article import draft, fields, limits, rights
from articles.desk.article.fields import FieldKind
from articles.desk.article.refusal import Refusal
from articles.models import Article, Autosave
from articles.press.html.sanitise import TooLarge, worked_out_once
from shaf.db.clock import database_now

# Rows of one person; the next tab is refused until they took something over or discarded it.
MAX_ROWS = 100
# Characters of one row, as JSON.
MAX_SIZE = 6_000_000
KEPT = timedelta(days=30)
# Begins the tab's name where the text was given up in a conflict: kept, but not asked about on every opening.
ASIDE = "aside-"


def visible(user: AbstractBaseUser) -> QuerySet[Autosave]:
    """The person's own, and those of reports whose branch they edit."""
    articles = rights.visible_articles(user)
    own = Q(user=user.pk) & (Q(article=None) | Q(article__in=articles.values("pk")))
    edited = Q(article__in=articles.filter(branch__in=rights.branches(user, "read_unsaved")).values("pk"))
    return Autosave.objects.filter(own | edited).select_related("user", "article")


@dataclass(frozen=True)
class Kept:
    """`row` is None where there is no unsaved text; `too_large` has the names of fields that could not be kept."""

    row: Autosave | None
    too_large: list[str]


def keep(article: Article | None, user: AbstractBaseUser, tab: str, *, base_version: int, typed: draft.Draft) -> Kept:
    """Keep what was typed to `base_version` and is not saved.

    Raises Refusal where the person may not write there, and where they have too many unsaved texts.
    """
    _require_right(article, user, typed)
    with worked_out_once():
        # Before the transaction opens: on SQLite nobody else writes while it is open.
        changes, too_large = _normalised(typed)
    with transaction.atomic():
        row = _keep(article, user, tab, base_version, changes, only=not too_large)
    return Kept(row, [draft.label(field) for field in too_large])


def _keep(
    article: Article | None, user: AbstractBaseUser, tab: str, base_version: int, changes: draft.Draft, *, only: bool
) -> Autosave | None:
    """`only`: there is nothing else that was typed, so that a row with nothing in it goes."""
    now = database_now()
    own = Autosave.objects.filter(user_id=user.pk)
    old(now).filter(user_id=user.pk).delete()
    unsaved = _unsaved(article, base_version, changes)
    row = None
    if unsaved:
        if len(json.dumps(unsaved, ensure_ascii=False)) > MAX_SIZE:
            raise Refusal("too_large", _("This is too much text to be kept unsaved. Save it, or split the report."))
        if not own.filter(tab=tab).exists() and own.count() >= MAX_ROWS:
            raise Refusal("too_many", _("You have too many unsaved texts. Take them over or discard them."))
        values = {"article": article, "base_version": base_version, "draft": unsaved, "at": now}
        row, _made = Autosave.objects.update_or_create(user_id=user.pk, tab=tab, defaults=values)
    elif only:
        own.filter(tab=tab).delete()
    return row


def old(now: datetime) -> QuerySet[Autosave]:
    """What nobody has taken over for so long that it goes."""
    return Autosave.objects.filter(at__lt=now - KEPT)


def _require_right(article: Article | None, user: AbstractBaseUser, typed: draft.Draft) -> None:
    if article is None:
        branches = rights.branches(user, "write")
    else:
        branches = [article.branch_id] if rights.may(user, "write", article.branch_id) else []
    languages = {draft.language_of(field) for field in typed} - {None}
    if not branches or not all(any(rights.may(user, "write", b, language) for b in branches) for language in languages):
        raise Refusal("role", _("You may not write here any more, so this text is kept in this browser only. Copy it."))


def _normalised(typed: draft.Draft) -> tuple[draft.Draft, list[str]]:
    too_large = [problem.field for problem in limits.untyped(typed)]
    for field in [field for field in fields.keys(FieldKind.HTML) if field in typed]:
        try:
            draft.normalised({field: typed[field]})
        except TooLarge:
            too_large.append(field)
    too_large = list(dict.fromkeys(too_large))
    changes = draft.normalised({field: value for field, value in typed.items() if field not in too_large})
    # A slug is made from the title when it is saved, and not before.
    return changes | {
        field: "" for field in fields.keys(FieldKind.SLUG) if field in changes and not typed.get(field)
    }, too_large


def _unsaved(article: Article | None, base_version: int, changes: draft.Draft) -> draft.Draft:
    """What differs from the version that was opened, and from what is saved by now."""
    current = draft.read(article) if article else draft.EMPTY
    base = draft.at_version(article, base_version) if article else draft.EMPTY
    nothing = object()
    return {field: value for field, value in changes.items() if value not in (current[field], base.get(field, nothing))}


def saved(
    user: AbstractBaseUser, article: Article, tab: str, *, base_version: int = 0, given_up: draft.Draft | None = None
) -> None:
    """The tab was saved: its unsaved text goes, but for what its writer gave up in a conflict. Called in the save."""
    Autosave.objects.filter(user_id=user.pk, tab=tab).delete()
    if given_up:
        aside, _too_large = _normalised(given_up)
        Autosave.objects.create(
            user_id=user.pk,
            article=article,
            tab=f"{ASIDE}{uuid.uuid4()}"[:40],
            base_version=base_version,
            draft=aside,
            at=database_now(),
        )


def supersede(user: AbstractBaseUser, row_id: int, at: str) -> None:
    """A page that took this row's text over has kept it anew. A row that was written to since then stays."""
    row = Autosave.objects.filter(user_id=user.pk, pk=row_id).first()
    if row and row.at.isoformat() == at:
        row.delete()


def initial(row: Autosave, article: Article | None) -> tuple[draft.Draft, int]:
    """The row's fields for a form, and the version that they are to be saved against.

    Where nobody changed those fields since, that is the present version, so that only a true conflict is one.
    """
    if article is None:
        return row.draft, 0
    current, base = draft.read(article), draft.at_version(article, row.base_version)
    moved = any(base.get(field) != current[field] for field in row.draft)
    return row.draft, row.base_version if moved else article.version
