"""The queues of the desk: what waits for this person, as one query each.

Each yields (article, language, since): ids, '' for what concerns both languages, and the time that its age counts from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.article import draft, rights, translations
from articles.desk.article.four_eyes import blocked_by_four_eyes, wrote
from articles.desk.article.states import DRAFT, REVIEW, UNFINISHED, WITHDRAWN, State
from articles.desk.dashboard.scope import Desk
from articles.models import Article, Edition, Revision, Track, Transition
from authors.models import Membership

RECENT = timedelta(days=30)


@dataclass(frozen=True)
class Queue:
    """`title` names it; `verb` is what somebody must be allowed to do somewhere to have this queue, None: any role.

    `age` says what the age of a row is the age of: %(age)s is “3 days ago” or “in 3 days”, %(time)s the time itself.
    `with_writer` and `with_editors`: its rows say who has them now, as which of the two. `written_by`: they say who
    wrote last; `by_whom`: who put them there, and why.
    """

    name: str
    title: str | Promise
    find: Callable[[Desk], QuerySet]
    verb: str | None = None
    age: str | Promise = ""
    with_writer: bool = False
    with_editors: bool = False
    written_by: bool = False
    by_whom: bool = False


def moves() -> QuerySet[Transition]:
    """What changed the track's state, newest first."""
    done = Transition.objects.filter(article=OuterRef("article"), language=OuterRef("language"))
    return done.exclude(from_state=F("to_state")).order_by("-id")


def tracks(where: Q, *states: str) -> QuerySet[Track]:
    found = Track.objects.filter(where, article__binned_at__isnull=True).order_by()
    return found.filter(state__in=states) if states else found


def as_rows(found: QuerySet, since: str = "since") -> QuerySet:
    return found.values_list("article_id", "language", since)


def mine(desk: Desk) -> Q:
    """Tracks whose language the person wrote in, or that they were the last to move."""
    untitled = Exists(Revision.objects.filter(article=OuterRef("article"), by=desk.user.pk))
    nothing = Q(language=draft.LANGUAGES[0])
    for language in draft.LANGUAGES:
        for field in ("title", "body"):
            nothing &= ~Q(**{f"article__{field}_{language}__gt": ""})
    return wrote(desk.user) | Q(last_by=desk.user.pk) | (nothing & untitled)


def drafts(desk: Desk) -> QuerySet:
    found = tracks(desk.reach("write"), DRAFT).annotate(
        last_by=Subquery(moves().values("by")[:1]),
        last_verb=Coalesce(Subquery(moves().values("verb")[:1]), Value("")),
        since=F("article__updated_at"),
    )
    found = found.filter(mine(desk)).exclude(last_verb="send_back")
    return as_rows(found.order_by("-since", "-pk"))


def returned(desk: Desk) -> QuerySet:
    """To whoever wrote it, or sent it to review."""
    sent = Transition.objects.filter(article=OuterRef("article"), language=OuterRef("language"), verb="submit")
    found = tracks(desk.reach("write"), DRAFT).annotate(
        last_verb=Subquery(moves().values("verb")[:1]),
        since=Subquery(moves().values("at")[:1]),
        sender=Subquery(sent.order_by("-id").values("by")[:1]),
    )
    return as_rows(
        found.filter(last_verb="send_back").filter(wrote(desk.user) | Q(sender=desk.user.pk)).order_by("since", "pk")
    )


def in_review(desk: Desk, where: Q) -> QuerySet[Track]:
    found = tracks(where & desk.narrowed(), REVIEW).annotate(since=Subquery(moves().values("at")[:1]))
    return blocked_by_four_eyes(found, desk.user, desk.now)


def review(desk: Desk) -> QuerySet:
    """What the person may decide: by role, or as an editor called in or on call; four eyes allowing."""
    return as_rows(in_review(desk, rights.where(desk.user, "approve")).filter(blocked=False).order_by("since", "pk"))


def waiting(desk: Desk) -> QuerySet:
    """What the person contributed to, so that another must decide."""
    return as_rows(in_review(desk, rights.reach(desk.user)).filter(blocked=True).order_by("since", "pk"))


def unmet_deadline() -> Q:
    """The tracks that have a day on which they are due; approving clears it."""
    return Q(due_on__isnull=False, state__in=UNFINISHED)


def waits_too_long(desk: Desk) -> Q:
    """The tracks in review for longer than their branch allows; they need `since`."""
    found = Q(pk__in=[])
    for branch in desk.branches:
        found |= Q(article__branch=branch.pk, since__lt=desk.now - timedelta(hours=branch.review_hours))
    return Q(state=REVIEW) & found


def overdue(desk: Desk) -> QuerySet:
    found = tracks(desk.reach("write"), *UNFINISHED).annotate(since=Subquery(moves().values("at")[:1]))
    found = found.filter((unmet_deadline() & Q(due_on__lt=desk.today)) | waits_too_long(desk))
    return as_rows(found.order_by(F("due_on").asc(nulls_last=True), "since", "pk"))


def _original(desk: Desk) -> QuerySet[Edition]:
    public = Edition.objects.filter(article=OuterRef("article"), live_from__lte=desk.now)
    return public.exclude(language=OuterRef("language")).exclude(ended_why="cancelled").order_by("-number")


def stale(desk: Desk) -> QuerySet:
    found = translations.left_behind(desk.now).filter(desk.reach("write"))
    since = Subquery(_original(desk).values("live_from")[:1])
    return as_rows(found.annotate(since=since).order_by("since", "pk"))


def untranslated(desk: Desk) -> QuerySet:
    """Where somebody has a role in the language that is missing."""
    places = Q(pk__in=[])
    for language in draft.LANGUAGES:
        staffed = Membership.objects.filter(language=language, user__is_active=True).values("branch")
        places |= Q(language=language, article__branch__in=staffed)
    found = translations.untranslated(desk.now).filter(places, desk.reach("write"))
    since = Subquery(_original(desk).values("first_live_from")[:1])
    return as_rows(found.annotate(since=since).order_by("-since", "-pk"))


def scheduled(desk: Desk) -> QuerySet:
    return as_rows(Edition.ahead_of(desk.now).filter(desk.reach()).order_by("live_from", "pk"), "live_from")


def embargoed(desk: Desk) -> QuerySet:
    found = Article.objects.filter(desk.articles(), not_before__gt=desk.now, binned_at__isnull=True)
    return found.order_by("not_before", "pk").values_list("pk", Value(""), "not_before")


def recent(desk: Desk) -> QuerySet[Edition]:
    begun = Edition.live_at(desk.now).filter(desk.reach(), live_from__gt=desk.now - RECENT)
    return begun.order_by("-live_from", "-pk")


def published(desk: Desk) -> QuerySet:
    return as_rows(recent(desk).filter(correction_kind=""), "live_from")


def corrected(desk: Desk) -> QuerySet:
    return as_rows(recent(desk).exclude(correction_kind=""), "live_from")


def standing_in(state: State, verb: str | None = None, *, oldest_first: bool = True) -> Callable[[Desk], QuerySet]:
    """Return what finds the tracks in one state where the person may do this (None: has any role)."""

    def find(desk: Desk) -> QuerySet:
        found = tracks(desk.reach(verb), state).annotate(since=Subquery(moves().values("at")[:1]))
        return as_rows(found.order_by("since", "pk") if oldest_first else found.order_by("-since", "-pk"))

    return find


def in_the_bin(desk: Desk) -> QuerySet:
    found = Article.objects.filter(desk.articles("bin"), binned_at__isnull=False)
    return found.order_by("-binned_at", "-pk").values_list("pk", Value(""), "binned_at")


SENT = _("sent %(age)s")
QUEUES = {
    queue.name: queue
    for queue in (
        Queue("returned", _("Returned to me"), returned, "write", _("returned %(age)s"), by_whom=True),
        Queue("review", _("Waiting for my decision"), review, "approve", SENT, written_by=True),
        Queue(
            "overdue",
            _("Overdue"),
            overdue,
            "write",
            _("in review, sent %(age)s"),
            with_writer=True,
            with_editors=True,
        ),
        Queue("drafts", _("My drafts"), drafts, "write", _("changed %(age)s"), with_writer=True),
        Queue("waiting", _("In review, for another to decide"), waiting, None, SENT, with_editors=True),
        Queue(
            "stale",
            _("Translations left behind"),
            stale,
            "write",
            _("the original was published anew %(age)s"),
            with_writer=True,
        ),
        Queue(
            "untranslated",
            _("Not translated yet"),
            untranslated,
            "write",
            _("the original was published %(age)s"),
        ),
        Queue("scheduled", _("Scheduled"), scheduled, None, _("%(time)s (Cairo time), %(age)s")),
        Queue("embargoed", _("Under embargo"), embargoed, None, _("until %(time)s (Cairo time), %(age)s")),
        Queue("published", _("Published lately"), published, None, _("published %(age)s")),
        Queue("corrected", _("Corrected lately"), corrected, None, _("corrected %(age)s")),
        Queue(
            "withdrawn",
            pgettext_lazy("plural", "Withdrawn"),
            standing_in(WITHDRAWN, oldest_first=False),
            None,
            _("withdrawn %(age)s"),
            by_whom=True,
        ),
        Queue("bin", _("In the bin"), in_the_bin, "bin", pgettext_lazy("into the bin", "put there %(age)s")),
    )
}


def queues_of(desk: Desk) -> dict[str, Queue]:
    """The queues that this person has, most urgent first."""
    return {name: queue for name, queue in QUEUES.items() if rights.branches(desk.user, queue.verb)}
