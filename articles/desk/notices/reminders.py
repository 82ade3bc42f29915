"""What has waited too long, and what is due tomorrow. Each is told once: the key of its notice says of what."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from articles.desk.article import rights
from articles.desk.article.states import REVIEW, UNFINISHED, WITH_EDITORS
from articles.desk.notices.notify import DIGEST_AT, notify
from articles.desk.notices.recipients import reviewers, writers
from articles.models import Notice, Track, Transition
from shaf.db.clock import database_now


def remind() -> None:
    """Tell the reviewers of what waits longer than their branch allows, and the holders of what is due tomorrow."""
    _waiting_for_review()
    _due()


def _waiting_for_review() -> None:
    """Counted from the last submission, so submitting again starts anew."""
    now = database_now()
    submissions = Transition.objects.filter(
        article=OuterRef("article"), language=OuterRef("language"), verb="submit"
    ).order_by("-pk")
    waiting = (
        Track.objects.filter(state=REVIEW, article__binned_at=None)
        .annotate(submission=Subquery(submissions.values("pk")[:1]), since=Subquery(submissions.values("at")[:1]))
        .select_related("article__branch")
    )
    late = {
        f"{track.submission}:reminder": track
        for track in waiting
        if track.since and track.since + timedelta(hours=track.article.branch.review_hours) <= now
    }
    for key, track in _untold(late).items():
        _remind(track, "reminder", key, reviewers(track.article, track.language, now))


def _due() -> None:
    now = database_now()
    local = timezone.localtime(now)
    if local.time() < DIGEST_AT:
        return
    tracks = Track.objects.filter(
        due_on__range=(local.date(), local.date() + timedelta(days=1)), state__in=UNFINISHED, article__binned_at=None
    ).select_related("article")
    for key, track in _untold({f"due:{track.pk}:{track.due_on}": track for track in tracks}).items():
        holders = (reviewers if track.state in WITH_EDITORS else writers)(track.article, track.language, now)
        _remind(track, "deadline", key, holders, day=track.due_on)


def _untold(tracks: dict[str, Track]) -> dict[str, Track]:
    told = set(Notice.objects.filter(key__in=tracks).values_list("key", flat=True))
    return {key: track for key, track in tracks.items() if key not in told}


@transaction.atomic
def _remind(track: Track, kind: str, key: str, people: set[int], day: date | None = None) -> None:
    notify(
        rights.seeing(track.article, people),
        kind=kind,
        key=key,
        at=database_now(),
        article=track.article,
        language=track.language,
        day=day,
    )
