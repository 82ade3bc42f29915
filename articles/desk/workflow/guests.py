"""Who else may decide."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.four_eyes import printed_name
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.repeated import no_change
from articles.desk.workflow.steps import note, track_of
from articles.models import Track
from shaf.audit.recording import record
from shaf.db.clock import database_now


@transaction.atomic
def call_in(article_id: int, language: str, *, by: AbstractBaseUser, editor: AbstractBaseUser | None) -> Track:
    """Let an editor of another branch decide on this track; None ends it."""
    article, track = track_of(article_id, language, "call_in", by)
    if editor is not None and not rights.is_editor_of(editor, language):
        raise Refusal("role", _("Only an editor of this language, of whichever branch, can be called in."))
    reason = printed_name(editor) if editor else ""
    if track.guest_editor_id == (editor.pk if editor else None):
        no_change(article, "call_in", language, reason=reason)
    track.guest_editor_id = editor.pk if editor else None
    track.save(update_fields=["guest_editor"])
    now, details = database_now(), {"language": language, "for": reason}
    record("called_in", by=by, branch=article.branch_id, about=article, name=str(article), details=details, at=now)
    note(track, "call_in", by=by, now=now, reason=reason)
    return track
