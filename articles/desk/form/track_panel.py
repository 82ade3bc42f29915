"""What the form's panel says of each language: its state, its editions, and the verbs that apply now."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.article import rights
from articles.desk.article.four_eyes import contributors
from articles.desk.article.translations import Translation, translation_of
from articles.models import Article, ReviewNote, Track
from articles.press.models import Edition
from shaf.db.clock import database_now

DRAFT, REVIEW, APPROVED, WITHDRAWN = Track.State.DRAFT, Track.State.REVIEW, Track.State.APPROVED, Track.State.WITHDRAWN

# A button says what it will do.
LABELS: dict[str, str | Promise] = {
    "submit": _("Send to review"),
    "take_back": _("Take back from review"),
    "approve": _("Read and approve…"),
    "decide": _("Read and decide…"),
    "review": _("What changes for readers"),
    "reopen": _("Reopen for changes"),
    "cancel": _("Cancel the scheduled publication"),
    "reschedule": _("Publish at another time…"),
    "withdraw": _("Withdraw from the public…"),
    "withdraw_all": _("Withdraw every language…"),
    "set_embargo": _("Set or lift an embargo…"),
    "set_deadline": _("Set a deadline…"),
    "call_in": _("Call in an editor of another branch…"),
    "share_preview": _("Share a preview…"),
    "bin": pgettext_lazy("command", "Put into the bin"),
    "unbin": _("Bring back from the bin"),
    "empty_bin": _("Delete for good…"),
}


@dataclass(frozen=True)
class Button:
    verb: str
    label: str | Promise
    url: str


@dataclass(frozen=True)
class TrackPanel:
    """One language."""

    track: Track
    editions: list[Edition]
    live: Edition | None
    scheduled: Edition | None
    contributors: list[AbstractBaseUser]
    you_contributed: bool
    written: bool
    open_notes: list[ReviewNote]
    may_remark: bool
    overdue: bool
    translation: Translation | None
    buttons: list[Button]


def panels(article: Article, user: AbstractBaseUser, now: datetime | None = None) -> list[TrackPanel]:
    """A panel for each language of the article that the person may read."""
    now, read = now or database_now(), rights.languages_read(user, article)
    return [track_panel(article, track, user, now) for track in article.tracks.all() if track.language in read]


def track_panel(article: Article, track: Track, user: AbstractBaseUser, now: datetime) -> TrackPanel:
    editions = list(
        Edition.objects.filter(article=article, language=track.language)
        .order_by("-number")
        .only("number", "live_from", "live_until", "ended_why", "ended_note", "approved_by_name", "article_version")
    )
    live = next((e for e in editions if e.live_from <= now and (e.live_until is None or e.live_until > now)), None)
    scheduled = next((e for e in editions if e.live_from > now and e.live_until != e.live_from), None)
    people = list(contributors(article, track.language, live))
    written = bool(getattr(article, f"title_{track.language}"))
    applicable = verbs_of(track, live=bool(live), scheduled=bool(scheduled))
    return TrackPanel(
        track=track,
        editions=editions,
        live=live,
        scheduled=scheduled,
        contributors=people,
        you_contributed=user.pk in {person.pk for person in people},
        written=written,
        open_notes=list(article.notes.filter(language=track.language, resolved_at=None).select_related("by")),
        may_remark=not article.binned_at and rights.may_on(user, "remark", article, track),
        overdue=is_overdue(track),
        translation=translation_of(article, track, now) if len(rights.languages_read(user, article)) > 1 else None,
        buttons=[
            review_button(article, track, user) if verb == "review" else button(article, verb, track.language)
            for verb in applicable
            if (written or verb not in ("submit", "review"))
            and (verb == "review" or rights.may_on(user, verb, article, track))
            and not article.binned_at
        ],
    )


def is_overdue(track: Track) -> bool:
    """Whether the day on which it was to be ready has passed in Cairo, and it is not."""
    return bool(track.due_on and track.state in (DRAFT, REVIEW) and track.due_on < timezone.localdate())


def verbs_of(track: Track, *, live: bool, scheduled: bool) -> list[str]:
    """The verbs that apply to a track in this state, most wanted first (DESIGN 5)."""
    verbs = {
        DRAFT: ["submit", "review", "set_deadline"],
        REVIEW: ["review", "take_back", "call_in", "set_deadline"],
        APPROVED: ["reschedule"] * scheduled + ["reopen", "review"],
        WITHDRAWN: ["reopen", "review"],
    }[Track.State(track.state)]
    return verbs + ["cancel"] * scheduled + ["withdraw"] * live


def shared_buttons(article: Article, user: AbstractBaseUser, tracks: list[TrackPanel]) -> list[Button]:
    """The verbs that concern the whole article."""
    verbs = []
    if article.binned_at:
        verbs = ["unbin", "empty_bin"]
    else:
        verbs += ["share_preview"] * any(panel.written for panel in tracks) + ["set_embargo"]
        if sum(bool(panel.live) for panel in tracks) > 1:
            verbs.append("withdraw_all")
        if not any(panel.editions for panel in tracks) and all(panel.track.state == DRAFT for panel in tracks):
            verbs.append("bin")
    needed = {"withdraw_all": "withdraw", "unbin": "bin"}
    return [
        button(article, verb, "both") for verb in verbs if rights.may(user, needed.get(verb, verb), article.branch_id)
    ]


def button(article: Article, verb: str, language: str) -> Button:
    if verb == "share_preview":
        return Button(verb, LABELS[verb], reverse("admin:articles_article_previews", args=[article.pk]))
    return Button(verb, LABELS[verb], reverse("admin:articles_article_verb", args=[article.pk, verb, language]))


def review_button(article: Article, track: Track, user: AbstractBaseUser) -> Button:
    """The way to the review screen: to decide, or only to see."""
    decides = track.state == REVIEW and rights.may_on(user, "approve", article, track)
    verb = "decide" if decides else "review"
    return Button(verb, LABELS[verb], reverse("admin:articles_article_review", args=[article.pk, track.language]))


def correction_due(article: Article, language: str, now: datetime) -> bool:
    """Whether the next edition in this language needs a correction note, as things stand."""
    return Edition.public_by(now).filter(article=article, language=language).exists()
