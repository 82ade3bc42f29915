"""The round: whatever is due is found in the tables and done. Rounds set one another, so nothing else needs to.

Every verb that tells somebody asks for a round at once, in its own transaction. On the database backend two more always
wait in the queue, half a minute and a minute ahead: a worker that is killed takes one round with it at most, and the
next one finds what that left undone. The immediate backend cannot wait: there a round is made after each verb's commit,
and reminders and digests that have come due go out with it.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.desk.housekeeping.daily import keep_house
from articles.desk.notices import outbox, reminders
from shaf.db.clock import database_now

logger = logging.getLogger(__name__)
EVERY = timedelta(seconds=30)
AHEAD = 2


@task
def make_round() -> None:
    """Send what waits, remind of what is late, and once a day let go of what is of no use."""
    keep_going()
    try:
        reminders.remind()
    finally:
        outbox.deliver()
    if make_round.get_backend().supports_defer:
        # Not within somebody's request.
        keep_house()


def soon() -> None:
    """Have a round made as soon as the transaction around this commits; never if it does not."""
    if make_round.get_backend().supports_defer:
        make_round.enqueue()
        keep_going()
    else:
        transaction.on_commit(make_round.enqueue, robust=True)


def keep_going() -> None:
    """See to it that two rounds wait in the queue, and drop the record of old ones."""
    if not make_round.get_backend().supports_defer:
        return
    rounds, now = DBTaskResult.objects.filter(task_path=make_round.module_path), database_now()
    waiting = rounds.filter(status=TaskResultStatus.READY, run_after__lt=get_date_max()).count()
    for place in range(waiting, AHEAD):
        make_round.using(run_after=now + EVERY * (place + 1)).enqueue()
    if waiting < AHEAD:
        done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - timedelta(hours=1))
        rounds.filter(done | Q(enqueued_at__lt=now - timedelta(days=7))).exclude(status=TaskResultStatus.READY).delete()
