"""What the verbs share: the lock, the checks, the one place that sets a state and records what was done."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.findings import everything_wrong
from articles.desk.article.refusal import Refusal, refused_by_press
from articles.desk.article.states import APPROVED, DRAFT, STATES, WITHDRAWN, State
from articles.desk.article.verbs import VERBS
from articles.desk.notices import worker
from articles.desk.notices.notify import tell
from articles.desk.workflow.repeated import no_change, not_again
from articles.models import Article, Edition, Track, Transition
from articles.press.manuscript import Manuscript
from shaf.product.limits import TEXT
from shaf.text import arabic

NOT_YOURS = _("This report belongs to another branch, or you may not write in its language.")


def lock(article_id: int, *, binned: bool = False, verb: str = "") -> Article:
    """The article under its lock. `verb` is one that moves it in or out of the bin, and may have done so already."""
    locked = Article.objects.select_for_update(of=("self",)).select_related("branch").prefetch_related("tracks")
    article = locked.filter(pk=article_id).first()
    if article is None:
        raise Refusal("gone", _("This report does not exist any more."))
    if bool(article.binned_at) != binned:
        no_change(article, verb)
        raise Refusal(
            "binned",
            _("This report is in the bin. Bring it back first.") if article.binned_at else _("It is not in the bin."),
        )
    return article


def track_of(article_id: int, language: str, verb: str, by: AbstractBaseUser) -> tuple[Article, Track]:
    article = lock(article_id)
    track = article.track(language)
    if not rights.may_on(by, verb, article, track):
        if article.branch_id not in rights.branches(by):
            raise Refusal("branch", _("This report belongs to another branch."))
        if rights.may(by, verb, article.branch_id):
            raise Refusal("language", _("Your role in this branch is for another language."))
        raise Refusal("role", _("Your role does not allow this. Ask an editor of the branch."))
    return article, track


def move(
    track: Track,
    to: State,
    verb: str,
    *,
    by: AbstractBaseUser,
    now: datetime,
    reason: str = "",
    fingerprint: str = "",
    edition: Edition | None = None,
) -> Track:
    """Set the track's state and record it: nothing else does. Back from approved, a correction note is cleared."""
    came_from = track.state
    track.state = to
    if came_from in (APPROVED, WITHDRAWN) and to == DRAFT and verb != "cancel":
        track.correction_note = track.correction_kind = ""
    if verb == "reopen":
        # Who was called in was to decide, and that is done.
        track.guest_editor = None
    if to == APPROVED:
        # The deadline is met; a correction gets one of its own.
        track.due_on = None
    track.save(update_fields=["state", "correction_note", "correction_kind", "guest_editor", "due_on"])
    record(
        track.article,
        verb,
        by=by,
        now=now,
        language=track.language,
        reason=reason,
        fingerprint=fingerprint,
        edition=edition,
        from_state=came_from,
        to_state=to,
    )
    return track


def note(track: Track, verb: str, *, by: AbstractBaseUser, now: datetime, **what: Any) -> Transition:
    """Record what was done to a track that stays in its state."""
    stays = {"language": track.language, "from_state": track.state, "to_state": track.state}
    return record(track.article, verb, by=by, now=now, **stays, **what)


def record(
    article: Article, verb: str, *, by: AbstractBaseUser, now: datetime, edition: Edition | None = None, **what: Any
) -> Transition:
    """Write down what was done, and tell those whom it concerns; both in the verb's transaction.

    `edition` is the one that came of it, where the caller has it. Raises KeyError for a verb that is not in the table:
    the column itself takes any word.
    """
    transition = Transition.objects.create(article=article, verb=VERBS[verb].name, by_id=by.pk, at=now, **what)
    if edition is not None:
        transition.edition = edition
    if tell(transition):
        worker.soon()
    return transition


def require(allowed: bool, code: str, message: Any) -> None:
    if not allowed:
        raise Refusal(code, message)


def require_applies(track: Track, verb: str, typed: str = "") -> None:
    """Refuse a verb in a state that the table does not name for it; raise Already where it led to this one.

    `typed` is the reason that was given, if any: see not_again.
    """
    row = VERBS[verb]
    if row.to is not None:
        not_again(track, verb, row.to, typed)
    require_state(track, *row.states)


def require_state(track: Track, *states: str) -> None:
    if track.state not in states:
        raise Refusal(
            "state",
            _("This does not apply: the report is “%(state)s” in this language.") % {"state": State(track.state).label},
        )


def require_version(article: Article, version: int | None) -> None:
    if version is not None and version != article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))


def locked_message(track: Track) -> Any:
    """Return why the track's text cannot be changed in the state that it is in; '' where it can."""
    return STATES[track.state].locked


def required_reason(reason: str) -> str:
    reason = not_too_long(arabic.separated(arabic.without_reordering(reason)).strip())
    if not arabic.fold(reason):
        raise Refusal("reason.missing", _("Give a reason."))
    return reason


def not_too_long(text: str, limit: int = TEXT) -> str:
    if len(text) > limit:
        raise Refusal(
            "reason.too_long",
            _("This has %(n)d characters, and at most %(limit)d are kept. Shorten it.")
            % {"n": len(text), "limit": limit},
        )
    return text


def require_printable(text: Manuscript) -> None:
    if found := everything_wrong(text):
        raise refused_by_press(found)
