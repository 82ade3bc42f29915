"""Remarks on a text. They are not content: no version, no revision and no fingerprint knows them."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.desk.article.four_eyes import printed_name
from articles.desk.article.refusal import Already, Refusal
from articles.desk.workflow.repeated import already
from articles.desk.workflow.steps import not_too_long, note, require, track_of
from articles.models import Article, ReviewNote, Track
from shaf.db.clock import database_now
from shaf.product.limits import QUOTE
from shaf.text import arabic


@transaction.atomic
def remark(article_id: int, language: str, *, by: AbstractBaseUser, text: str, quote: str = "") -> ReviewNote:
    """Say something of one language of a report, in any state, or of the block whose plain text is `quote`.

    The same remark sent twice is one.
    """
    article, track = track_of(article_id, language, "remark", by)
    text, quote = arabic.separated(text).strip(), " ".join(quote.split())[:QUOTE]
    not_too_long(text)
    require(bool(arabic.fold(text)), "remark.missing", _("The remark is empty. Write what you have to say."))
    same = article.notes.filter(language=language, by=by.pk, text=text, quote=quote, resolved_at=None).first()
    if same:
        return same
    made = ReviewNote.objects.create(
        article=article,
        language=language,
        quote=quote,
        text=text,
        version=article.version,
        by_id=by.pk,
        at=database_now(),
    )
    _record(track, "remark", made, by)
    return made


@transaction.atomic
def resolve_remark(note_id: int, *, by: AbstractBaseUser) -> ReviewNote:
    """The remark is dealt with; it stays on record."""
    found, track = _note(note_id, by)
    if found.resolved_at:
        raise already("resolve_remark", printed_name(found.resolved_by), found.resolved_at, code="remark.resolved")
    found.resolved_by_id, found.resolved_at = by.pk, database_now()
    found.save(update_fields=["resolved_by", "resolved_at"])
    _record(track, "resolve_remark", found, by)
    return found


@transaction.atomic
def reopen_remark(note_id: int, *, by: AbstractBaseUser) -> ReviewNote:
    """The remark is open again."""
    found, track = _note(note_id, by)
    if not found.resolved_at:
        raise Already("remark.open", _("This remark is open already."))
    found.resolved_by, found.resolved_at = None, None
    found.save(update_fields=["resolved_by", "resolved_at"])
    _record(track, "reopen_remark", found, by)
    return found


def require_no_open_remarks(article: Article, language: str) -> None:
    """Where the branch wants it, nothing is approved over an open remark."""
    if not article.branch.open_notes_block:
        return
    count = article.notes.filter(language=language, resolved_at=None).count()
    if count:
        raise Refusal(
            "notes.open",
            ngettext_lazy(
                "%(n)d remark is open, and this branch wants every remark resolved before a report is approved.",
                "%(n)d remarks are open, and this branch wants every remark resolved before a report is approved.",
                count,
            )
            % {"n": count},
        )


def _note(note_id: int, by: AbstractBaseUser) -> tuple[ReviewNote, Track]:
    """The remark as it is under its article's lock."""
    found = ReviewNote.objects.filter(pk=note_id).first()
    if found is None:
        raise Refusal("gone", _("This remark does not exist any more."))
    _article, track = track_of(found.article_id, found.language, "remark", by)
    found.refresh_from_db()
    return found, track


def _record(track: Track, verb: str, remark: ReviewNote, by: AbstractBaseUser) -> None:
    note(track, verb, by=by, now=database_now(), reason=remark.text, note=remark)
