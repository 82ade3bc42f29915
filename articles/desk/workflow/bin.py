"""The bin, for what was never public."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft, rights
from articles.desk.article.refusal import Refusal
from articles.desk.article.verbs import VERBS
from articles.desk.workflow.steps import NOT_YOURS, lock, record, require, require_state
from articles.models import Article
from articles.press.models import Edition
from shaf.audit import recording
from shaf.db.clock import database_now


@transaction.atomic
def bin(article_id: int, *, by: AbstractBaseUser) -> Article:
    """Put away an article that was never public and is not scheduled or in review."""
    article = lock(article_id, verb="bin")
    for language in draft.LANGUAGES:
        if getattr(article, f"title_{language}"):
            require(rights.may(by, "bin", article.branch_id, language), "language", NOT_YOURS)
    require(rights.may(by, "bin", article.branch_id), "branch", NOT_YOURS)
    now = database_now()
    if Edition.public_by(now).filter(article=article).exists():
        raise Refusal("was_public", _("This report has been public, so it can only be withdrawn."))
    if Edition.ahead_of(now).filter(article=article).exists():
        raise Refusal("scheduled", _("This report is scheduled. Cancel that first."))
    for track in article.tracks.all():
        require_state(track, *VERBS["bin"].states)
    article.binned_at = now
    article.save(update_fields=["binned_at"])
    record(article, "bin", by=by, now=now)
    return article


@transaction.atomic
def unbin(article_id: int, *, by: AbstractBaseUser) -> Article:
    """Bring an article back from the bin, as it was."""
    article = lock(article_id, binned=True, verb="unbin")
    require(rights.may(by, "bin", article.branch_id), "branch", NOT_YOURS)
    article.binned_at = None
    article.save(update_fields=["binned_at"])
    record(article, "unbin", by=by, now=database_now())
    return article


@transaction.atomic
def empty_bin(article_id: int, *, by: AbstractBaseUser) -> None:
    """Delete a binned article for good. One with any edition, even a cancelled one, stays."""
    article = lock(article_id, binned=True)
    require(
        rights.may(by, "empty_bin", article.branch_id),
        "role",
        _("Only a manager of this branch empties the bin."),
    )
    if Edition.objects.filter(article=article).exists():
        raise Refusal("has_editions", _("This report was once approved, and its record is kept. It stays in the bin."))
    recording.record("deleted", by=by, branch=article.branch_id, about=article, name=str(article))
    article.delete()
