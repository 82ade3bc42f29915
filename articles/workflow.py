"""The verbs of the desk. Each is one function and one transaction: lock the article's row, check, act, record.

Buttons, list actions, commands and importers call these, and nothing else sets a state or writes an article. A verb
that does not apply raises Refusal, and then nothing has changed.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles import draft, rights
from articles.contribution import contributors, printed_name
from articles.handover import manuscript
from articles.models import Article, Revision, Track, Transition
from articles.press import publish as press
from articles.press.compose import compose
from articles.press.findings import Refused
from articles.press.manuscript import Manuscript, canonical_text, fingerprint
from articles.press.models import Edition
from articles.press.sanitise import TooLarge
from articles.refusal import Conflict, Refusal, refused_by_press
from shaf import arabic
from shaf.clock import database_now

DRAFT, REVIEW, APPROVED, WITHDRAWN = (
    Track.State.DRAFT,
    Track.State.REVIEW,
    Track.State.APPROVED,
    Track.State.WITHDRAWN,
)
CAIRO = ZoneInfo("Africa/Cairo")


# Writing


@transaction.atomic
def create(*, by: AbstractBaseUser, changes: Mapping[str, Any]) -> Article:
    """A new article from a draft (draft.py); `branch` is required. Returns it at version 1."""
    wanted = _normalised({f"slug_{language}": "" for language in draft.LANGUAGES} | dict(changes))
    branch = wanted.get("branch")
    if branch is None:
        raise Refusal("branch.missing", _("Choose the branch that this report belongs to."))
    changed = {field: value for field, value in wanted.items() if value != draft.EMPTY[field]}
    _require(rights.may(by, "write", branch), "role", _("You may not write in this branch."))
    _check_languages(by, branch, changed)
    _check_cover(by, changed)
    article = Article.objects.create(branch_id=branch)
    for language in draft.LANGUAGES:
        Track.objects.create(article=article, language=language)
    _store(article, changed, by=by, now=database_now())
    return article


@transaction.atomic
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

    `decided_version` is the version whose text the person saw beside his own in a Conflict: in `decided_fields`, which
    that showed, his own now counts.
    A save that changes nothing writes no revision and leaves the version. A change to a shared field returns approved
    tracks to draft. Raises Conflict where somebody else changed the same field to something else; Refusal.
    """
    article = _lock(article_id)
    current = draft.read(article)
    changed = _merged(article, current, _normalised(changes), base_version, decided_version, decided_fields)
    if not changed:
        return article
    tracks = {track.language: track for track in article.tracks.all()}
    shared = [field for field in changed if draft.language_of(field) is None]
    _require(rights.may(by, "write", article.branch_id), "branch", _("This report belongs to another branch."))
    _check_languages(by, article.branch_id, changed)
    for language, track in tracks.items():
        if track.state != DRAFT and any(draft.language_of(field) == language for field in changed):
            raise Refusal("locked", _locked_message(track))
    _check_cover(by, changed)
    now = database_now()
    if shared:
        _check_shared(article, by, changed, tracks)
    _store(
        article,
        changed,
        by=by,
        now=now,
        reopened=[t for t in tracks.values() if shared and t.state == APPROVED],
    )
    return article


_NO_TEXT = object()


def _normalised(changes: Mapping[str, Any]) -> draft.Draft:
    try:
        return draft.normalised(changes)
    except TooLarge as error:
        raise Refusal(
            "too_large", _("The text is too large, or nested too deeply. Split it or paste it as plain text.")
        ) from error


def _merged(
    article: Article,
    current: draft.Draft,
    wanted: draft.Draft,
    base_version: int,
    decided_version: int | None,
    decided_fields: Collection[str],
) -> draft.Draft:
    """What this save changes. A field counts as touched where it differs from the version that was opened."""
    if base_version > article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))
    base = current if base_version == article.version else _draft_at(article, base_version)
    decided = _draft_at(article, decided_version) if decided_version else {}
    decided = {field: text for field, text in decided.items() if field in decided_fields}
    changed, conflicts = {}, {}
    for field, mine in wanted.items():
        theirs = current[field]
        if mine in (theirs, base.get(field, _NO_TEXT)):
            continue
        if theirs in (base.get(field, _NO_TEXT), decided.get(field, _NO_TEXT)):
            changed[field] = mine
        else:
            conflicts[field] = (theirs, mine)
    if conflicts:
        raise Conflict(
            conflicts,
            article.version,
            _("Somebody else changed the same fields while you wrote. Nothing is lost: both texts are below."),
        )
    return changed


def _draft_at(article: Article, version: int) -> draft.Draft:
    revision = article.revisions.filter(version__lte=version).order_by("-version").first()
    return revision.draft if revision else {}


def _check_languages(by: AbstractBaseUser, branch: int, changed: draft.Draft) -> None:
    for language in {draft.language_of(field) for field in changed} - {None}:
        _require(
            rights.may(by, "write", branch, language),
            "language",
            _("You may not write in this language in this branch."),
        )


def _check_cover(by: AbstractBaseUser, changed: draft.Draft) -> None:
    """Another branch's picture may be another branch's secret."""
    cover = changed.get("cover")
    _require(
        cover is None or rights.visible_pictures(by).filter(pk=cover).exists(),
        "branch",
        _("This picture belongs to another branch. Choose one of yours, or upload it."),
    )


def _check_shared(article: Article, by: AbstractBaseUser, changed: draft.Draft, tracks: Mapping[str, Track]) -> None:
    if any(track.state == REVIEW for track in tracks.values()):
        raise Refusal(
            "locked",
            _(
                "Branch, topics, series, cover and attribution are locked while a language is in review. "
                "Take it back first, or wait for the decision."
            ),
        )
    branches = {article.branch_id, changed.get("branch", article.branch_id)}
    if None in branches:
        raise Refusal("branch.missing", _("Choose the branch that this report belongs to."))
    for branch in branches:
        _require(rights.may(by, "write", branch), "branch", _("You may not write in the branch you chose."))
        for track in tracks.values():
            if track.state == APPROVED:
                _require(
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
        _move(track, DRAFT, "write", by=by, now=now, reason="shared fields changed")
    Revision.objects.create(
        article=article,
        version=article.version,
        by_id=by.pk,
        at=now,
        draft=draft.read(article),
        changed=sorted(changed),
    )


# From draft to review and back


@transaction.atomic
def submit(article_id: int, language: str, *, by: AbstractBaseUser, version: int | None = None) -> Track:
    """draft → in review. `version` is the one that the person saw; another one is refused."""
    article, track = _track(article_id, language, "submit", by)
    _require_state(track, DRAFT)
    _require_version(article, version)
    _require_printable(manuscript(article, language))
    return _move(track, REVIEW, "submit", by=by, now=database_now())


@transaction.atomic
def take_back(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """in review → draft, by those who write."""
    _article, track = _track(article_id, language, "take_back", by)
    _require_state(track, REVIEW)
    return _move(track, DRAFT, "take_back", by=by, now=database_now())


@transaction.atomic
def send_back(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    """in review → draft, by an editor, with a reason for the writer."""
    _article, track = _track(article_id, language, "send_back", by)
    _require_state(track, REVIEW)
    reason = _reason(reason)
    return _move(track, DRAFT, "send_back", by=by, now=database_now(), reason=reason)


@transaction.atomic
def reopen(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """approved or withdrawn → draft. What is live or scheduled stays as it is."""
    _article, track = _track(article_id, language, "reopen", by)
    _require_state(track, APPROVED, WITHDRAWN)
    return _move(track, DRAFT, "reopen", by=by, now=database_now())


# Publishing


@transaction.atomic
def approve(
    article_id: int, language: str, *, by: AbstractBaseUser, fingerprint: str, at: datetime | None = None
) -> Edition:
    """in review → approved: publish exactly the text whose fingerprint the editor was shown, now or at `at` (aware)."""
    article, track = _track(article_id, language, "approve", by)
    _require_state(track, REVIEW)
    now = database_now()
    if at is not None and at <= now:
        raise Refusal("time.past", _("The time to publish lies in the past. Choose a later one, or publish now."))
    return _publish(article, track, by=by, fingerprint=fingerprint, at=at or now, now=now, verb="approve")


@transaction.atomic
def approve_archive(article_id: int, language: str, *, by: AbstractBaseUser, fingerprint: str) -> Edition:
    """`approve` for the first edition of an archived report: public from its byline date, 12:00 in Cairo."""
    article, track = _track(article_id, language, "approve", by)
    _require_state(track, REVIEW)
    if Edition.objects.filter(article=article, language=language).exists():
        raise Refusal("archive.published", _("This report has editions already; an archive dates only the first."))
    now = database_now()
    byline = manuscript(article, language).byline
    if byline is None or byline.date is None:
        raise Refusal("incomplete", _("The byline needs a source and a date."))
    noon = datetime(byline.date.year, byline.date.month, byline.date.day, 12, tzinfo=CAIRO)
    return _publish(article, track, by=by, fingerprint=fingerprint, at=min(noon, now), now=now, verb="approve")


@transaction.atomic
def reschedule(article_id: int, language: str, *, by: AbstractBaseUser, at: datetime) -> Edition:
    """Move what is scheduled to another time; the track stays approved and the text the one that was approved."""
    article, track = _track(article_id, language, "reschedule", by)
    _require_state(track, APPROVED)
    now = database_now()
    scheduled = _scheduled(article, language, now)
    if at <= now:
        raise Refusal("time.past", _("The time to publish lies in the past. Choose a later one, or publish now."))
    return _publish(
        article,
        track,
        by=by,
        fingerprint=scheduled.fingerprint,
        at=at,
        now=now,
        verb="reschedule",
        rescheduled=True,
    )


@transaction.atomic
def cancel(article_id: int, language: str, *, by: AbstractBaseUser) -> Track:
    """Cancel what is scheduled. An approved track becomes draft and keeps its correction note; others stay."""
    article, track = _track(article_id, language, "cancel", by)
    now = database_now()
    scheduled = _scheduled(article, language, now)
    press.cancel(article.pk, language, now=now)
    to = DRAFT if track.state == APPROVED else Track.State(track.state)
    return _move(track, to, "cancel", by=by, now=now, fingerprint=scheduled.fingerprint)


@transaction.atomic
def withdraw(article_id: int, language: str, *, by: AbstractBaseUser, reason: str) -> Track:
    """From any state while an edition is live: take it down, with a reason that readers see."""
    article, track = _track(article_id, language, "withdraw", by)
    reason = _reason(reason)
    now = database_now()
    edition = press.withdraw(article.pk, language, note=reason, now=now)
    if edition is None:
        raise Refusal("nothing_live", _("No edition in this language is public, so there is nothing to withdraw."))
    return _move(track, WITHDRAWN, "withdraw", by=by, now=now, reason=reason, fingerprint=edition.fingerprint)


@transaction.atomic
def withdraw_all(article_id: int, *, by: AbstractBaseUser, reasons: Mapping[str, str]) -> list[Track]:
    """Withdraw every language that is live, in one transaction; `reasons` has one for each of them."""
    article = _lock(article_id)
    live = Edition.live_at(database_now()).filter(article=article).values_list("language", flat=True)
    if not live:
        raise Refusal("nothing_live", _("No edition of this report is public, so there is nothing to withdraw."))
    return [withdraw(article_id, language, by=by, reason=reasons.get(language, "")) for language in sorted(live)]


@transaction.atomic
def set_embargo(article_id: int, *, by: AbstractBaseUser, not_before: datetime | None) -> Article:
    """Nothing new of this article becomes public before `not_before` (aware); None lifts the embargo."""
    article = _lock(article_id)
    written = [language for language in draft.LANGUAGES if getattr(article, f"title_{language}")]
    _require(
        all(rights.may(by, "set_embargo", article.branch_id, language) for language in written or [None]),
        "role",
        _("Only an editor of this branch sets an embargo."),
    )
    now = database_now()
    scheduled = Edition.ahead_of(now).filter(article=article).order_by("live_from").first()
    if scheduled and not_before and not_before > scheduled.live_from:
        raise Refusal(
            "embargo",
            _("An edition is scheduled before this embargo would end. Cancel or reschedule it first."),
        )
    article.not_before = not_before
    article.save(update_fields=["not_before"])
    Transition.objects.create(
        article=article,
        verb="set_embargo",
        by_id=by.pk,
        at=now,
        reason=not_before.isoformat(timespec="minutes") if not_before else "",
    )
    return article


def _publish(
    article: Article,
    track: Track,
    *,
    by: AbstractBaseUser,
    fingerprint: str,
    at: datetime,
    now: datetime,
    verb: str,
    rescheduled: bool = False,
) -> Edition:
    """Approval binds to a text: the manuscript made here, under the lock, is the one compared and the one published."""
    text = manuscript(article, track.language)
    _require_printable(text)
    if _fingerprint(text) != fingerprint:
        raise Refusal(
            "stale_fingerprint",
            _("The report has changed since you opened it. Read it again before you approve."),
        )
    live = Edition.live_in(article.pk, track.language, now)
    writers = contributors(article, track.language, live)
    if by.pk in {writer.pk for writer in writers}:
        raise Refusal(
            "four_eyes",
            _("You contributed to this text, so another person must approve it. Ask another editor of the branch."),
        )
    if article.not_before and at < article.not_before:
        raise Refusal(
            "embargo",
            _("This report is under embargo until %(time)s. Choose a later time, or lift the embargo.")
            % {"time": date_format(timezone.localtime(article.not_before), "DATETIME_FORMAT")},
        )
    if not rescheduled:
        was_public = Edition.public_by(now).filter(article=article, language=track.language).exists()
        _check_correction_note(text, was_public=was_public)
    edition = press.publish(
        text,
        article_version=article.version,
        written_by=[(writer.pk, printed_name(writer)) for writer in writers],
        approved_by=(by.pk, printed_name(by)),
        at=at,
        now=now,
    )
    _move(track, APPROVED, verb, by=by, now=now, fingerprint=edition.fingerprint)
    return edition


def _check_correction_note(text: Manuscript, *, was_public: bool) -> None:
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


def _require_printable(text: Manuscript) -> None:
    try:
        compose(text)
    except Refused as refused:
        raise refused_by_press(refused.findings) from refused


def _fingerprint(text: Manuscript) -> str:
    return fingerprint(canonical_text(text))


def _scheduled(article: Article, language: str, now: datetime) -> Edition:
    scheduled = Edition.ahead_of(now).filter(article=article, language=language).first()
    if scheduled is None:
        raise Refusal("nothing_scheduled", _("Nothing is scheduled in this language."))
    return scheduled


# People and the bin


@transaction.atomic
def call_in(article_id: int, language: str, *, by: AbstractBaseUser, editor: AbstractBaseUser | None) -> Track:
    """Let an editor of another branch decide on this track; None ends it."""
    article, track = _track(article_id, language, "call_in", by)
    if editor is not None and not rights.is_editor_of(editor, language):
        raise Refusal("role", _("Only an editor of this language, of whichever branch, can be called in."))
    track.guest_editor_id = editor.pk if editor else None
    track.save(update_fields=["guest_editor"])
    Transition.objects.create(
        article=article,
        language=language,
        verb="call_in",
        by_id=by.pk,
        at=database_now(),
        from_state=track.state,
        to_state=track.state,
        reason=printed_name(editor) if editor else "",
    )
    return track


@transaction.atomic
def bin(article_id: int, *, by: AbstractBaseUser) -> Article:
    """Put away an article that was never public and is not scheduled or in review."""
    article = _lock(article_id)
    for language in draft.LANGUAGES:
        if getattr(article, f"title_{language}"):
            _require(rights.may(by, "bin", article.branch_id, language), "language", _NOT_YOURS)
    _require(rights.may(by, "bin", article.branch_id), "branch", _NOT_YOURS)
    now = database_now()
    if Edition.public_by(now).filter(article=article).exists():
        raise Refusal("was_public", _("This report has been public, so it can only be withdrawn."))
    if Edition.ahead_of(now).filter(article=article).exists():
        raise Refusal("scheduled", _("This report is scheduled. Cancel that first."))
    for track in article.tracks.all():
        _require_state(track, DRAFT)
    article.binned_at = now
    article.save(update_fields=["binned_at"])
    Transition.objects.create(article=article, verb="bin", by_id=by.pk, at=now)
    return article


@transaction.atomic
def unbin(article_id: int, *, by: AbstractBaseUser) -> Article:
    """Bring an article back from the bin, as it was."""
    article = _lock(article_id, binned=True)
    _require(rights.may(by, "bin", article.branch_id), "branch", _NOT_YOURS)
    article.binned_at = None
    article.save(update_fields=["binned_at"])
    Transition.objects.create(article=article, verb="unbin", by_id=by.pk, at=database_now())
    return article


@transaction.atomic
def empty_bin(article_id: int, *, by: AbstractBaseUser) -> None:
    """Delete a binned article for good. One with any edition, even a cancelled one, stays."""
    article = _lock(article_id, binned=True)
    _require(
        rights.may(by, "empty_bin", article.branch_id),
        "role",
        _("Only a manager of this branch empties the bin."),
    )
    if Edition.objects.filter(article=article).exists():
        raise Refusal("has_editions", _("This report was once approved, and its record is kept. It stays in the bin."))
    article.delete()


# What the verbs share

_NOT_YOURS = _("This report belongs to another branch, or you may not write in its language.")


def _lock(article_id: int, *, binned: bool = False) -> Article:
    article = Article.objects.select_for_update().filter(pk=article_id).first()
    if article is None:
        raise Refusal("gone", _("This report does not exist any more."))
    if bool(article.binned_at) != binned:
        raise Refusal(
            "binned",
            _("This report is in the bin. Bring it back first.") if article.binned_at else _("It is not in the bin."),
        )
    return article


def _track(article_id: int, language: str, verb: str, by: AbstractBaseUser) -> tuple[Article, Track]:
    article = _lock(article_id)
    track = article.tracks.get(language=language)
    if not rights.may_on(by, verb, article, track):
        if article.branch_id not in rights.branches(by):
            raise Refusal("branch", _("This report belongs to another branch."))
        if rights.may(by, verb, article.branch_id):
            raise Refusal("language", _("Your role in this branch is for another language."))
        raise Refusal("role", _("Your role does not allow this. Ask an editor of the branch."))
    return article, track


def _move(
    track: Track,
    to: Track.State,
    verb: str,
    *,
    by: AbstractBaseUser,
    now: datetime,
    reason: str = "",
    fingerprint: str = "",
) -> Track:
    came_from = track.state
    track.state = to
    if came_from in (APPROVED, WITHDRAWN) and to == DRAFT and verb != "cancel":
        track.correction_note = track.correction_kind = ""
    track.save(update_fields=["state", "correction_note", "correction_kind"])
    Transition.objects.create(
        article_id=track.article_id,
        language=track.language,
        verb=verb,
        by_id=by.pk,
        at=now,
        from_state=came_from,
        to_state=to,
        reason=reason,
        fingerprint=fingerprint,
    )
    return track


def _require(allowed: bool, code: str, message: Any) -> None:
    if not allowed:
        raise Refusal(code, message)


def _require_state(track: Track, *states: str) -> None:
    if track.state not in states:
        raise Refusal(
            "state",
            _("This does not apply: the report is “%(state)s” in this language.")
            % {"state": Track.State(track.state).label},
        )


def _require_version(article: Article, version: int | None) -> None:
    if version is not None and version != article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))


def _locked_message(track: Track) -> Any:
    return {
        REVIEW: _("This language is in review, so its text is locked. Take it back to change it."),
        APPROVED: _("This language is approved, so its text is locked. Reopen it to change it."),
        WITHDRAWN: _("This language is withdrawn, so its text is locked. Reopen it to change it."),
    }[track.state]


def _reason(reason: str) -> str:
    reason = reason.strip()
    if not arabic.fold(reason):
        raise Refusal("reason.missing", _("Give a reason."))
    return reason
