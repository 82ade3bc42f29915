"""The round: whatever is due is found in the tables and done. Rounds set one another, so nothing else needs to.

Every verb that tells somebody asks for a round at once, in its own transaction. On the database backend two more always
wait in the queue, half a minute and a minute ahead: a worker that is killed takes one round with it at most, and the
next one finds what that left undone; of other tasks (picture sizes, which may be made twice) each round takes up those
that a worker or a database left in the middle. The immediate backend cannot wait: there a round is made after each
verb's commit, and reminders and digests that have come due go out with it.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.desk.housekeeping.daily import keep_house
from articles.desk.notices import outbox, reminders
from shaf.db.clock import database_now

logger = logging.getLogger(__name__)
EVERY = timedelta(seconds=30)
AHEAD = 2
# No task takes as long: one that is still marked as running has lost its worker.
LONGEST_TASK = timedelta(minutes=10)
# Times that a task is begun: one that takes its worker down each time is left alone.
BEGUN = 3
# What a task fails with whose database went.
GONE = ("django.db.utils.OperationalError", "django.db.utils.InterfaceError")


@task
def make_round() -> None:
    """Send what waits, remind of what is late, and once a day let go of what is of no use."""
    keep_going()
    take_up()
    try:
        reminders.remind()
    finally:
        outbox.deliver()
    if make_round.get_backend().supports_defer:
        # Not within somebody's request.
        keep_house()
        for work in settings.WORKER_ROUNDS:
            import_string(work)()


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


def take_up() -> None:
    """Have the tasks begun again that lost their worker or their database; those that know of either go on."""
    now = database_now()
    left = Q(status=TaskResultStatus.RUNNING, started_at__lt=now - LONGEST_TASK) | Q(
        status=TaskResultStatus.FAILED, exception_class_path__in=GONE, finished_at__gt=now - timedelta(days=1)
    )
    others = DBTaskResult.objects.exclude(task_path=make_round.module_path)
    for task_result in others.filter(left):
        if len(task_result.worker_ids) < BEGUN:
            logger.warning("%s lost its worker or its database, and is begun again.", task_result.task_path)
            # As it was found: two workers may look at the same moment.
            others.filter(pk=task_result.pk, started_at=task_result.started_at).update(status=TaskResultStatus.READY)
