"""From draft to review and back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.article.verbs import VERBS
from articles.desk.copy_check.gate import require_copy
from articles.desk.workflow.steps import (
    move,
    require_applies,
    require_printable,
    require_version,
    required_reason,
    track_of,
)
from articles.desk.workflow.translating import note_original
from articles.models import Track
from shaf.db.clock import database_now


@transaction.atomic
def submit(
    article_id: int, language: str, *, by: AbstractBaseUser, version: int | None = None, of_archive: bool = False
) -> Track:
    """draft → in review. `version` is the one that the person saw; another one is refused.

    Each error of copy is repaired or left before; not `of_archive`, whose texts stood so in public: the importer says
    what is wrong with them.
    """
    article, track = track_of(article_id, language, "submit", by)
    require_applies(track, "submit")
    require_version(article, version)
    text = manuscript(article, language)
    require_printable(text)
    if track.correction_note and not track.correction_kind:
        raise Refusal("note.kind", _("Say whether the correction is substantive or minor, then submit again."))
    if not of_archive:
        require_copy(article, language, text)
    now = database_now()
    note_original(article, track, now=now, written=True)
    return move(track, VERBS["submit"].to, "submit", by=by, now=now)


def take_back(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """in review → draft, by those who write."""
    return step(article_id, language, "take_back", by=by)


def send_back(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    """in review → draft, by an editor, with a reason for the writer."""
    return step(article_id, language, "send_back", by=by, reason=reason)


def reopen(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """approved or withdrawn → draft. What is live or scheduled stays as it is."""
    return step(article_id, language, "reopen", by=by)


@transaction.atomic
def step(article_id: int, language: str, verb: str, *, by: AbstractBaseUser, reason: str = "") -> Track:
    """Move a track from one state to another, as the table of verbs says, and do no more than that."""
    row = VERBS[verb]
    _article, track = track_of(article_id, language, verb, by)
    require_applies(track, verb, reason)
    reason = required_reason(reason) if row.reasoned else ""
    return move(track, row.to, verb, by=by, now=database_now(), reason=reason)
