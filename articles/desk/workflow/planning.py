"""When things may and should happen: the embargo and the day a text is due. Neither is printed."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.repeated import no_change
from articles.desk.workflow.steps import lock, note, record, require, track_of
from articles.models import Article, Track
from articles.press.models import Edition
from shaf.db.clock import database_now


@transaction.atomic
def set_embargo(article_id: int, *, by: AbstractBaseUser, not_before: datetime | None) -> Article:
    """Nothing new of this article becomes public before `not_before` (aware); None lifts the embargo."""
    article = lock(article_id)
    require(
        rights.may_do(by, "set_embargo", article),
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
    if article.not_before == not_before:
        no_change(article, "set_embargo", when=not_before)
    article.not_before = not_before
    article.save(update_fields=["not_before"])
    record(article, "set_embargo", by=by, now=now, when=not_before)
    return article


@transaction.atomic
def set_deadline(article_id: int, language: str, *, by: AbstractBaseUser, due_on: date | None) -> Track:
    """The day by which this language is to be ready, in whatever state it is; None for none."""
    article, track = track_of(article_id, language, "set_deadline", by)
    if track.due_on == due_on:
        no_change(article, "set_deadline", language, day=due_on)
    track.due_on = due_on
    track.save(update_fields=["due_on"])
    note(track, "set_deadline", by=by, now=database_now(), day=due_on)
    return track
