"""Writing: what is typed, merged with what others typed, becomes the working copy and a Revision."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft, fields, limits, rights
from articles.desk.article.fields import FieldKind
from articles.desk.article.refusal import Conflict, Refusal, WrongFields
from articles.desk.article.states import APPROVED, DRAFT, WITH_EDITORS
from articles.desk.workflow.showing import bring_in
from articles.desk.workflow.steps import lock, locked_message, move, require
from articles.desk.workflow.translating import note_original
from articles.models import Article, Revision, Track
from articles.press.html.sanitise import TooLarge, worked_out_once
from shaf.db.clock import database_now


def create(*, by: AbstractBaseUser, changes: Mapping[str, Any]) -> Article:
    """A new article from a draft (draft.py); `branch` is required. Returns it at version 1."""
    # Before the transaction opens: on SQLite nobody else writes while it is open.
    with worked_out_once():
        wanted = normalised(dict.fromkeys(fields.keys(FieldKind.SLUG), "") | dict(changes))
        with transaction.atomic():
            return _create(by, draft.renewed(wanted))


def _create(by: AbstractBaseUser, wanted: draft.Draft) -> Article:
    branch = wanted.get("branch")
    if branch is None:
        raise Refusal("branch.missing", _("Choose the branch that this report belongs to."))
    changed = {field: value for field, value in wanted.items() if value != draft.EMPTY[field]}
    require(rights.may(by, "write", branch), "role", _("You may not write in this branch."))
    _check_languages(by, branch, changed)
    _check_limits(changed)
    _check_cover(by, changed)
    _check_files(by, changed, ())
    bring_in(changed, {}, by=by, article=None, branch=branch)
    article = Article.objects.create(branch_id=branch)
    for language in draft.LANGUAGES:
        Track.objects.create(article=article, language=language)
    _store(article, changed, by=by, now=database_now())
    return article


def write(
    article_id: int,
    *,
    by: AbstractBaseUser,
    changes: Mapping[str, Any],
    base_version: int,
    decided_version: int | None = None,
    decided_fields: Collection[str] = (),
) -> Article:
    """Save changes that were made to version `base_version`; fields that others changed since are merged.

    `decided_version` is the version whose text the person saw beside their own in a Conflict: in `decided_fields`,
    which that showed, their own now counts.
    A save that changes nothing writes no revision and leaves the version. A change to a shared field returns approved
    tracks to draft. Raises Conflict where somebody else changed the same field to something else; Refusal.
    """
    with worked_out_once():
        wanted = normalised(changes)
        # A slug that nobody typed is no text of anybody's: the one that is stored stays.
        made = {field for field in fields.keys(FieldKind.SLUG) if field in wanted and not changes.get(field)}
        with transaction.atomic():
            return _write(article_id, by, _Typed(wanted, made, base_version, decided_version, decided_fields))


@dataclass(frozen=True, slots=True)
class _Typed:
    """What `write` was given, normalised. `made`: slugs that nobody typed."""

    wanted: draft.Draft
    made: set[str]
    base_version: int
    decided_version: int | None
    decided_fields: Collection[str]


def _write(article_id: int, by: AbstractBaseUser, typed: _Typed) -> Article:
    article = lock(article_id)
    current = draft.read(article)
    changed = _merged(article, current, typed, by)
    if not changed:
        return article
    tracks = {track.language: track for track in article.tracks.all()}
    shared = [field for field in changed if draft.language_of(field) is None]
    require(rights.may(by, "write", article.branch_id), "branch", _("This report belongs to another branch."))
    _check_languages(by, article.branch_id, changed)
    for language, track in tracks.items():
        if locked_message(track) and any(draft.language_of(field) == language for field in changed):
            raise Refusal("locked", locked_message(track))
    _check_limits(changed)
    _check_cover(by, changed)
    _check_files(by, changed, current["files"])
    now = database_now()
    if shared:
        _check_shared(article, by, changed, tracks)
    bring_in(changed, current, by=by, article=article.pk, branch=changed.get("branch", article.branch_id))
    _store(
        article,
        changed,
        by=by,
        now=now,
        reopened=[t for t in tracks.values() if shared and t.state == APPROVED],
    )
    for language in {draft.language_of(field) for field in changed} - {None}:
        note_original(article, tracks[language], now=now)
    return article


_NO_TEXT = object()


def normalised(changes: Mapping[str, Any]) -> draft.Draft:
    """As draft.normalised. Raises Refusal where a text is past all measure."""
    if found := list(limits.untyped(changes)):
        raise _beyond_limits(found)
    try:
        return draft.normalised(changes)
    except TooLarge as error:
        raise Refusal(
            "too_large", _("The text is too large, or nested too deeply. Split it or paste it as plain text.")
        ) from error


def _merged(article: Article, current: draft.Draft, typed: _Typed, by: AbstractBaseUser) -> draft.Draft:
    """What this save changes. A field counts as touched where it differs from the version that was opened."""
    base_version, decided_version = typed.base_version, typed.decided_version
    if base_version > article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))
    wanted = draft.renewed(typed.wanted)
    base = current if base_version == article.version else draft.at_version(article, base_version)
    decided = draft.at_version(article, decided_version) if decided_version else {}
    decided = {field: text for field, text in decided.items() if field in typed.decided_fields}
    changed, conflicts = {}, {}
    for field, mine in wanted.items():
        theirs = current[field]
        if mine in (theirs, base.get(field, _NO_TEXT)):
            continue
        if theirs in (base.get(field, _NO_TEXT), decided.get(field, _NO_TEXT)):
            changed[field] = mine
        elif field in typed.made:
            continue
        else:
            conflicts[field] = (theirs, mine)
    if conflicts:
        own = _savers(article, conflicts, base_version) == {by.pk}
        message = (
            _("You saved the same fields in another window while you wrote here. Both texts are below.")
            if own
            else _("Somebody else changed the same fields while you wrote. Nothing is lost: both texts are below.")
        )
        raise Conflict(conflicts, article.version, message, own=own)
    return changed


def _savers(article: Article, fields: Collection[str], since: int) -> set[int]:
    """The ids of those who changed one of the fields after that version."""
    revisions = Revision.objects.filter(article=article, version__gt=since).values_list("by", "changed")
    return {by for by, changed in revisions if not set(fields).isdisjoint(changed)}


def _check_languages(by: AbstractBaseUser, branch: int, changed: draft.Draft) -> None:
    for language in {draft.language_of(field) for field in changed} - {None}:
        require(
            rights.may(by, "write", branch, language),
            "language",
            _("You may not write in this language in this branch."),
        )


def _check_limits(changed: draft.Draft) -> None:
    if found := list(limits.problems(changed, timezone.localtime(database_now()).date())):
        raise _beyond_limits(found)


def _beyond_limits(found: list[limits.Problem]) -> Refusal:
    return Refusal("limits", *(f"{draft.label(problem.field)}: {problem.message}" for problem in found))


def _check_cover(by: AbstractBaseUser, changed: draft.Draft) -> None:
    """Another branch's picture may be another branch's secret."""
    cover = changed.get("cover")
    if cover is not None and not rights.visible_pictures(by).filter(pk=cover).exists():
        message = _("This picture belongs to another branch. Choose one of yours, or upload it.")
        raise WrongFields("branch", {"cover": [message]})


def _check_files(by: AbstractBaseUser, changed: draft.Draft, stored: Collection[int]) -> None:
    """What the report carries already may stay, whichever branch it came from."""
    new = set(changed.get("files", ())) - set(stored)
    if new - set(rights.visible_files(by).filter(pk__in=new).values_list("pk", flat=True)):
        message = _("This file belongs to another branch. Choose one of yours, or upload it.")
        raise WrongFields("branch", {"files": [message]})


def _check_shared(article: Article, by: AbstractBaseUser, changed: draft.Draft, tracks: Mapping[str, Track]) -> None:
    if any(track.state in WITH_EDITORS for track in tracks.values()):
        raise Refusal(
            "locked",
            _(
                "Branch, type, topics, series, cover, files and attribution are locked while a language is in review. "
                "Take it back first, or wait for the decision."
            ),
        )
    branches = {article.branch_id, changed.get("branch", article.branch_id)}
    if None in branches:
        raise Refusal("branch.missing", _("Choose the branch that this report belongs to."))
    for branch in branches:
        require(rights.may(by, "write", branch), "branch", _("You may not write in the branch you chose."))
        for track in tracks.values():
            if track.state == APPROVED:
                require(
                    rights.may(by, "write", branch, track.language),
                    "language",
                    _("This change would return an approved language to draft in which you may not write."),
                )


def _store(
    article: Article,
    changed: draft.Draft,
    *,
    by: AbstractBaseUser,
    now: datetime,
    reopened: list[Track] | None = None,
) -> None:
    article.version += 1
    draft.apply(article, changed)
    for track in reopened or []:
        move(track, DRAFT, "write", by=by, now=now)
    Revision.objects.create(
        article=article,
        version=article.version,
        by_id=by.pk,
        at=now,
        draft=draft.read(article),
        changed=dict.fromkeys(sorted(changed), True),
    )
