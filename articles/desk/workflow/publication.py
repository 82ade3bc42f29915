"""Publishing, and the ends of what was published. Approval binds to a text."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft
from articles.desk.article.four_eyes import ON_ANOTHERS_WORD, contributors, printed_name, vouchers_of
from articles.desk.article.refusal import Refusal
from articles.desk.article.states import APPROVED, DRAFT, WITHDRAWN, State
from articles.desk.article.to_manuscript import manuscript
from articles.desk.article.verbs import VERBS
from articles.desk.workflow.remarks import require_no_open_remarks
from articles.desk.workflow.repeated import last_of, no_change, not_again
from articles.desk.workflow.steps import (
    lock,
    move,
    require_applies,
    require_printable,
    require_state,
    required_reason,
    track_of,
)
from articles.desk.workflow.translating import original_moved
from articles.models import Article, Track
from articles.press import publish as press
from articles.press.formats import CURRENT
from articles.press.manuscript import Manuscript, fingerprint_of
from articles.press.models import Edition
from shaf.audit.recording import record
from shaf.db.clock import database_now
from shaf.text import arabic

CAIRO = ZoneInfo("Africa/Cairo")


@transaction.atomic
def approve(
    article_id: int, language: str, *, by: AbstractBaseUser, fingerprint: str, at: datetime | None = None
) -> Edition:
    """in review → approved: publish exactly the text whose fingerprint the editor was shown, now or at `at` (aware)."""
    article, track = track_of(article_id, language, "approve", by)
    require_applies(track, "approve")
    now = database_now()
    if at is not None and at <= now:
        raise Refusal("time.past", _("The time to publish lies in the past. Choose a later one, or publish now."))
    return _publish(article, track, by=by, fingerprint=fingerprint, at=at or now, now=now, verb="approve")


@transaction.atomic
def approve_archive(
    article_id: int, language: str, *, by: AbstractBaseUser, fingerprint: str, at: datetime | None = None
) -> Edition:
    """`approve` for the first edition of an archived report: public from its byline date, 12:00 in Cairo, or from `at`
    (aware), where its first publication is known."""
    article, track = track_of(article_id, language, "approve", by)
    require_state(track, *VERBS["approve_archive"].states)
    if Edition.objects.filter(article=article, language=language).exists():
        raise Refusal("archive.published", _("This report has editions already; an archive dates only the first."))
    now = database_now()
    byline = manuscript(article, language).byline
    if byline is None or byline.date is None:
        raise Refusal("incomplete", _("The byline needs a source and a date."))
    noon = datetime(byline.date.year, byline.date.month, byline.date.day, 12, tzinfo=CAIRO)
    return _publish(article, track, by=by, fingerprint=fingerprint, at=min(at or noon, now), now=now, verb="approve")


@transaction.atomic
def reschedule(article_id: int, language: str, *, by: AbstractBaseUser, at: datetime) -> Edition:
    """Move what is scheduled to another time; the track stays approved and the text the one that was approved."""
    article, track = track_of(article_id, language, "reschedule", by)
    require_applies(track, "reschedule")
    now = database_now()
    scheduled = scheduled_edition(article, language, now)
    if at == scheduled.live_from:
        no_change(article, "reschedule", language)
    if at <= now:
        raise Refusal("time.past", _("The time to publish lies in the past. Choose a later one, or publish now."))
    return _publish(
        article,
        track,
        by=by,
        fingerprint=scheduled.fingerprint,
        manuscript_format=scheduled.manuscript_format,
        at=at,
        now=now,
        verb="reschedule",
        rescheduled=True,
    )


@transaction.atomic
def cancel(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """Cancel what is scheduled. An approved track becomes draft and keeps its correction note; others stay."""
    article, track = track_of(article_id, language, "cancel", by)
    now = database_now()
    if (last := last_of(track, "approve", "reschedule", "cancel")) and last.verb == "cancel":
        no_change(article, "cancel", language)
    scheduled = scheduled_edition(article, language, now)
    press.cancel(article.pk, language, now=now)
    _log_edition("cancelled", scheduled, article, by=by, now=now)
    to = DRAFT if track.state == APPROVED else State(track.state)
    return move(track, to, "cancel", by=by, now=now, fingerprint=scheduled.fingerprint)


@transaction.atomic
def withdraw(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    """From any state while an edition is live: take it down, with a reason that readers see."""
    track = _withdraw(article_id, language, by=by, reason=reason)
    original_moved(track.article, language, by=by, now=database_now(), reason=required_reason(reason))
    return track


def _withdraw(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    article, track = track_of(article_id, language, "withdraw", by)
    reason = required_reason(reason)
    not_again(track, "withdraw", WITHDRAWN, reason)
    now = database_now()
    edition = press.withdraw(article.pk, language, note=reason, now=now)
    if edition is None:
        raise Refusal("nothing_live", _("No edition in this language is public, so there is nothing to withdraw."))
    _log_edition("withdrawn", edition, article, by=by, now=now)
    return move(track, WITHDRAWN, "withdraw", by=by, now=now, reason=reason, fingerprint=edition.fingerprint)


@transaction.atomic
def withdraw_all(article_id: int, *, by: AbstractBaseUser, reasons: Mapping[str, str]) -> list[Track]:
    """Withdraw every language that is live, in one transaction; `reasons` has one for each of them."""
    article = lock(article_id)
    live = Edition.live_at(database_now()).filter(article=article).values_list("language", flat=True)
    if not live:
        for language in reasons or draft.LANGUAGES:
            track = track_of(article_id, language, "withdraw", by)[1]
            not_again(track, "withdraw", WITHDRAWN, reasons.get(language, ""))
        raise Refusal("nothing_live", _("No edition of this report is public, so there is nothing to withdraw."))
    return [_withdraw(article_id, language, by=by, reason=reasons.get(language, "")) for language in sorted(live)]


def _publish(
    article: Article,
    track: Track,
    *,
    by: AbstractBaseUser,
    fingerprint: str,
    at: datetime,
    now: datetime,
    verb: str,
    manuscript_format: int = CURRENT,
    rescheduled: bool = False,
) -> Edition:
    """Approval binds to a text: the manuscript made here, under the lock, is the one compared and the one published."""
    text = manuscript(article, track.language)
    require_printable(text)
    if fingerprint_of(text, manuscript_format) != fingerprint:
        raise Refusal(
            "stale_fingerprint",
            _("The report has changed since you opened it. Read it again before you approve."),
        )
    earlier = Edition.of(article.pk, track.language)
    live = next((edition for edition in earlier if edition.is_live_at(now)), None)
    writers = contributors(article, track.language, live)
    if by.pk in {writer.pk for writer in writers}:
        raise Refusal(
            "four_eyes",
            _("You contributed to this text, so another person must approve it. Ask another editor of the branch."),
        )
    if vouchers_of(by) & {writer.pk for writer in writers}:
        raise Refusal("four_eyes.invited", ON_ANOTHERS_WORD)
    if article.not_before and at < article.not_before:
        raise Refusal(
            "embargo",
            _("This report is under embargo until %(time)s. Choose a later time, or lift the embargo.")
            % {"time": date_format(timezone.localtime(article.not_before), "DATETIME_FORMAT")},
        )
    if not rescheduled:
        require_no_open_remarks(article, track.language)
        require_correction_note(text, was_public=any(edition.was_public_by(now) for edition in earlier))
    edition = press.publish(
        text,
        article_version=article.version,
        written_by=[(writer.pk, printed_name(writer)) for writer in writers],
        approved_by=(by.pk, printed_name(by)),
        at=at,
        now=now,
        earlier=earlier,
    )
    if edition not in earlier:
        _log_edition("published", edition, article, by=by, now=now)
    move(track, APPROVED, verb, by=by, now=now, fingerprint=edition.fingerprint, edition=edition)
    if not rescheduled:
        original_moved(article, track.language, by=by, now=now, edition=edition)
    return edition


def _log_edition(what: str, edition: Edition, article: Article, *, by: AbstractBaseUser, now: datetime) -> None:
    """Tell the audit log of an edition, by its seal: so one that is deleted with all that leads to it is missed."""
    record(
        what,
        by=by,
        at=now,
        branch=article.branch_id,
        about=article,
        name=edition.title,
        details={
            "edition": edition.pk,
            "language": edition.language,
            "number": edition.number,
            "seal": edition.seal,
            "fingerprint": edition.fingerprint,
            "live_from": edition.live_from.isoformat(),
        },
    )


def require_correction_note(text: Manuscript, *, was_public: bool) -> None:
    """A correction note is due exactly where the text has been public before."""
    if was_public and not (arabic.fold(text.correction_note) and text.correction_kind):
        raise Refusal(
            "note.due",
            _(
                "This report has been public before. "
                "Send it back for a correction note that tells readers what changed."
            ),
        )
    if not was_public and (text.correction_note or text.correction_kind):
        raise Refusal(
            "note.not_due",
            _("This report has never been public, so it has nothing to correct. Remove the correction note."),
        )


def scheduled_edition(article: Article, language: str, now: datetime) -> Edition:
    scheduled = Edition.ahead_of(now).filter(article=article, language=language).first()
    if scheduled is None:
        raise Refusal("nothing_scheduled", _("Nothing is scheduled in this language."))
    return scheduled
