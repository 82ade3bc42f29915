"""`manage.py db_worker`, stopped and killed at any point and started again: no mail is lost and none doubled."""

import os
import random
import threading
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from articles.desk import workflow
from articles.desk.notices import worker as rounds
from articles.models import Notice
from shaf.db.clock import database_now
from tests import factories as f
from tests import sink as smtp
from tests.forked import start

KILLS = int(os.environ.get("KILL_ROUNDS", "4"))
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def server():
    with smtp.server() as (sink, port):
        yield sink, port


@pytest.fixture
def worker(server, settings):
    """Starts workers on this run's database; verbs put their tasks into the table, as in production."""
    settings.TASKS = QUEUE
    running = []

    def begin():
        process = start(work, server[1])
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.join()
        process.close()


def work(port):
    """The worker's process. The server's port and the queue are all that differs from the settings of the tests."""
    smtp_backend = "django.core.mail.backends.smtp.EmailBackend"
    override_settings(TASKS=QUEUE, EMAIL_BACKEND=smtp_backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port).enable()
    call_command("db_worker", interval=0.05, startup_delay=False, reload=False, verbosity=0)


@pytest.fixture
def branch(transactional_db):
    f.make_publisher()
    branch = f.make_branch()
    for n in range(5):
        f.make_user(f"editor{n}", "editor", branch, email=f"editor{n}@example.org")
    return branch


def submit(branch, reports=3):
    writer = f.make_user(role="writer", branch=branch)
    for _n in range(reports):
        workflow.submit(f.make_article(by=writer, branch=branch.pk).pk, "ar", by=writer)


def wait_for(what, seconds=30):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def all_handed_over():
    return not Notice.objects.filter(mail="waiting").exists()


def all_marked():
    return not Notice.objects.exclude(mail="sent").filter(to__email__gt="").exists()


def let_leases_run_out():
    """As if a minute had passed since the worker died."""
    Notice.objects.filter(mail="waiting").update(mail_at=database_now() - timedelta(seconds=1))
    DBTaskResult.objects.filter(status="READY", run_after__lt=database_now() + timedelta(hours=1)).update(
        run_after=database_now()
    )


def expected():
    return Counter(f"editor{n}" for n in range(5) for _report in range(3))


def test_stopped_and_started_none_is_lost_and_none_doubled(worker, branch, server):
    sink, _port = server
    sink.data = lambda message: (time.sleep(0.03), "250 OK")[1]
    submit(branch)
    assert not sink.letters, "nothing goes before a worker runs"
    first = worker()
    assert sink.arrived.wait(30)
    first.terminate()
    first.join(30)
    assert first.exitcode is not None
    worker()
    wait_for(all_marked)
    assert Counter(sink.recipients()) == expected()
    assert len(set(sink.ids())) == len(sink.ids()) == 15
    assert set(Notice.objects.values_list("mail", flat=True)) == {"sent"}


def test_killed_again_and_again_none_is_doubled_and_none_lost_unseen(worker, branch, server):
    """Killed wherever it happens to be: what was not handed over is sent again. Only what was handed over in that very
    instant may be missing, and it says so to the managers."""
    sink, _port = server
    sink.data = lambda message: (time.sleep(0.01), "250 OK")[1]
    submit(branch)
    for _round in range(KILLS):
        sink.arrived.clear()
        process = worker()
        if not sink.arrived.wait(20):
            break
        time.sleep(random.uniform(0, 0.05))
        process.kill()
        process.join()
        let_leases_run_out()
    worker()
    wait_for(all_handed_over)
    time.sleep(0.2)
    unknown = Counter(notice.to.username for notice in Notice.objects.filter(mail="sending").select_related("to"))
    assert Counter(sink.recipients()) <= expected()
    assert expected() - Counter(sink.recipients()) <= unknown
    assert len(set(sink.ids())) == len(sink.ids())


@pytest.mark.parametrize("stage", ["RCPT", "DATA"])
def test_killed_at_the_worst_moments(stage, worker, branch, server):
    """Before the server has the letter, it is sent again; when it has it all and not yet answered, it is not."""
    sink, _port = server
    asked, dead = [], threading.Event()

    def slow(what):
        asked.append(what)
        if len(asked) == 1:
            dead.wait(30)
        return "250 OK"

    setattr(sink, stage.lower(), slow)
    submit(branch, reports=1)
    process = worker()
    wait_for(lambda: asked)
    process.kill()
    process.join()
    dead.set()
    time.sleep(0.2)
    let_leases_run_out()
    worker()
    wait_for(lambda: all_handed_over() and len(sink.letters) >= 5)
    time.sleep(0.2)
    assert Counter(sink.recipients()) == Counter(f"editor{n}" for n in range(5))
    unknown = Notice.objects.filter(mail="sending").count()
    assert unknown == (1 if stage == "DATA" else 0), "only where nobody can know, and there managers see it"


def test_two_workers_share_the_work(worker, branch, server):
    submit(branch)
    worker()
    worker()
    wait_for(all_marked)
    assert Counter(server[0].recipients()) == expected()


def test_a_round_always_follows(worker, branch, settings):
    """Two wait in the queue whatever happens to the one that runs, and they do not multiply."""
    submit(branch)
    waiting = DBTaskResult.objects.filter(status="READY", run_after__lt=database_now() + timedelta(days=1))
    assert waiting.count() == rounds.AHEAD
    waiting.first().delete()
    rounds.make_round.func()
    rounds.make_round.func()
    assert waiting.count() == rounds.AHEAD


def test_a_rolled_back_verb_leaves_neither_notice_nor_task(worker, branch):
    writer = f.make_user(role="writer", branch=branch)
    article = f.make_article(by=writer, branch=branch.pk)
    with transaction.atomic():
        workflow.submit(article.pk, "ar", by=writer)
        assert DBTaskResult.objects.exists()
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()
    assert not Notice.objects.exists()
    workflow.submit(article.pk, "ar", by=writer)
    assert DBTaskResult.objects.filter(task_path=rounds.make_round.module_path).exists()
