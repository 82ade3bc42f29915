"""What the form's panel says of each language: its state, its editions, and the verbs that apply now."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.four_eyes import contributors, vouchers_of
from articles.desk.article.states import DRAFT, REVIEW, UNFINISHED
from articles.desk.article.translations import Translation, translation_of
from articles.desk.article.verb import Need, On, Verb
from articles.desk.article.verbs import TABLE
from articles.models import Article, ReviewNote, Track
from articles.press.models import Edition
from shaf.db.clock import database_now

# The way to the review screen, to decide or only to see, is a button and no verb.
DECIDE, SEE = _("Read and decide…"), _("What changes for readers")


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
    your_voucher_contributed: bool
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
    live = next((edition for edition in editions if edition.is_live_at(now)), None)
    scheduled = next((edition for edition in editions if edition.is_ahead_of(now)), None)
    people = list(contributors(article, track.language, live))
    wrote = {person.pk for person in people}
    written = bool(getattr(article, f"title_{track.language}"))
    return TrackPanel(
        track=track,
        editions=editions,
        live=live,
        scheduled=scheduled,
        contributors=people,
        you_contributed=user.pk in wrote,
        your_voucher_contributed=bool(wrote & vouchers_of(user)),
        written=written,
        open_notes=list(article.notes.filter(language=track.language, resolved_at=None).select_related("by")),
        may_remark=not article.binned_at and rights.may_on(user, "remark", article, track),
        overdue=is_overdue(track),
        translation=translation_of(article, track, now) if len(rights.languages_read(user, article)) > 1 else None,
        buttons=buttons(article, track, user, written=written, live=bool(live), scheduled=bool(scheduled)),
    )


def is_overdue(track: Track) -> bool:
    """Whether the day on which it was to be ready has passed in Cairo, and it is not."""
    return bool(track.due_on and track.state in UNFINISHED and track.due_on < timezone.localdate())


def buttons(
    article: Article, track: Track, user: AbstractBaseUser, *, written: bool, live: bool, scheduled: bool
) -> list[Button]:
    """Return the buttons of one language, most wanted first (DESIGN 5); none for what is in the bin."""
    if article.binned_at:
        return []
    there = _needs({Need.TEXT: written, Need.LIVE: live, Need.SCHEDULED: scheduled})
    offered = [
        verb
        for verb in TABLE
        if verb.on is On.LANGUAGE
        and not verb.address
        and track.state in verb.offered
        and verb.needs <= there
        and rights.may_on(user, verb.name, article, track)
    ]
    return [
        *(button(article, verb, track.language) for verb in offered if verb.first),
        *([review_button(article, track, user)] if written else []),
        *(button(article, verb, track.language) for verb in offered if not verb.first),
    ]


def shared_buttons(article: Article, user: AbstractBaseUser, tracks: list[TrackPanel]) -> list[Button]:
    """The verbs that concern the whole article."""
    untouched = not any(panel.editions for panel in tracks) and all(panel.track.state == DRAFT for panel in tracks)
    there = _needs(
        {
            Need.BINNED: bool(article.binned_at),
            Need.TEXT: any(panel.written for panel in tracks),
            Need.LIVE_TWICE: sum(bool(panel.live) for panel in tracks) > 1,
            Need.NEVER_APPROVED: untouched,
        }
    )
    return [
        button(article, verb, "both")
        for verb in TABLE
        if (verb.on is On.REPORT or verb.address)
        and verb.offered
        and verb.needs <= there
        and (Need.BINNED in verb.needs) == bool(article.binned_at)
        and rights.may_do(user, verb.name, article)
    ]


def _needs(found: dict[Need, bool]) -> set[Need]:
    return {need for need, there in found.items() if there}


def button(article: Article, verb: Verb, language: str) -> Button:
    if verb.address:
        return Button(verb.name, verb.label, reverse(verb.address, args=[article.pk]))
    url = reverse("admin:articles_article_verb", args=[article.pk, verb.name, language])
    return Button(verb.name, verb.label, url)


def review_button(article: Article, track: Track, user: AbstractBaseUser) -> Button:
    """The way to the review screen: to decide, or only to see."""
    url = reverse("admin:articles_article_review", args=[article.pk, track.language])
    if track.state == REVIEW and rights.may_on(user, "approve", article, track):
        return Button("decide", DECIDE, url)
    return Button("review", SEE, url)
