"""From draft to review and back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.workflow.repeated import not_again
from articles.desk.workflow.steps import (
    APPROVED,
    DRAFT,
    REVIEW,
    WITHDRAWN,
    move,
    require_printable,
    require_state,
    require_version,
    required_reason,
    track_of,
)
from articles.desk.workflow.translating import last_written, note_original
from articles.models import Track
from shaf.db.clock import database_now


@transaction.atomic
def submit(article_id: int, language: str, *, by: AbstractBaseUser, version: int | None = None) -> Track:
    """draft → in review. `version` is the one that the person saw; another one is refused."""
    article, track = track_of(article_id, language, "submit", by)
    not_again(track, "submit", REVIEW)
    require_state(track, DRAFT)
    require_version(article, version)
    require_printable(manuscript(article, language))
    if track.correction_note and not track.correction_kind:
        raise Refusal("note.kind", _("Say whether the correction is substantive or minor, then submit again."))
    now = database_now()
    if not track.made_from_id:
        note_original(article, track, now=now, read_at=last_written(article, language))
    return move(track, REVIEW, "submit", by=by, now=now)


@transaction.atomic
def take_back(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """in review → draft, by those who write."""
    _article, track = track_of(article_id, language, "take_back", by)
    not_again(track, "take_back", DRAFT)
    require_state(track, REVIEW)
    return move(track, DRAFT, "take_back", by=by, now=database_now())


@transaction.atomic
def send_back(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    """in review → draft, by an editor, with a reason for the writer."""
    _article, track = track_of(article_id, language, "send_back", by)
    not_again(track, "send_back", DRAFT, reason)
    require_state(track, REVIEW)
    reason = required_reason(reason)
    return move(track, DRAFT, "send_back", by=by, now=database_now(), reason=reason)


@transaction.atomic
def reopen(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """approved or withdrawn → draft. What is live or scheduled stays as it is."""
    _article, track = track_of(article_id, language, "reopen", by)
    not_again(track, "reopen", DRAFT)
    require_state(track, APPROVED, WITHDRAWN)
    return move(track, DRAFT, "reopen", by=by, now=database_now())
