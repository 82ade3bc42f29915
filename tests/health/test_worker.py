"""`manage.py db_worker` while its database is away, and what becomes of the tasks of a worker that died."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django_tasks_db.models import DBTaskResult

from articles.desk.notices import worker as rounds
from articles.desk.pictures.sizes import make_sizes
from shaf import heartbeats
from shaf.db.clock import database_now
from shaf.health.worker import LONGEST_TASK, LastingWorker
from tests.conftest import unavailable
from tests.postgres import find_binaries, own_server

ROOT = Path(__file__).parent.parent.parent
AWAY = float(os.environ.get("SECONDS_AWAY", "3"))
SUBMIT = """
from articles.desk import workflow
from tests import factories as f
f.make_publisher()
branch = f.make_branch()
f.make_user("editor", "editor", branch, email="editor@example.org")
writer = f.make_user("writer", "writer", branch)
workflow.submit(f.make_article(by=writer, branch=branch.pk).pk, "ar", by=writer)
"""


def wait_until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.outer
def test_it_waits_for_a_database_that_is_away(tmp_path):
    if (binaries := find_binaries()) is None:
        unavailable("PostgreSQL")
    said, mail = tmp_path / "said", tmp_path / "mail"
    with own_server(binaries) as server:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))},
            "DEBUG": "false",
            "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
            "ALLOWED_HOSTS": "127.0.0.1",
            "DATABASE_URL": server.url,
            "MEDIA_ROOT": f"{tmp_path}/media",
            "EMAIL_URL": f"file://{mail}",
            "TASKS": "database",
            "PYTHONPATH": str(ROOT),
        }
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
        with said.open("w") as log:
            worker = subprocess.Popen([*manage, "db_worker"], cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until(lambda: heartbeat(server.url))
            server.stop()
            time.sleep(AWAY)
            assert worker.poll() is None, said.read_text()
            before = time.time()
            server.start()
            subprocess.run([*manage, "shell", "-v0", "-c", SUBMIT], cwd=ROOT, env=environment, check=True)
            wait_until(lambda: mail.exists() and list(mail.iterdir()))
            wait_until(lambda: heartbeat(server.url) > before)
            time.sleep(2)
            assert len(list(mail.iterdir())) == 1
            assert worker.poll() is None
            assert said.read_text().count("The database is away") == 1
            assert said.read_text().count("The database is back") == 1
            assert "Traceback" not in said.read_text()
            # An end while it waits.
            server.stop()
            wait_until(lambda: said.read_text().count("The database is away") == 2)
            worker.terminate()
            assert worker.wait(timeout=10) == 0
            server.start()
        finally:
            worker.kill()
            worker.wait()


def lasting_worker() -> LastingWorker:
    options = {"interval": 1, "batch": False, "backend_name": "default", "startup_delay": False, "max_tasks": None}
    return LastingWorker(queue_names=["default"], excluded_queue_names=[], worker_id="w", **options)


def heartbeat(url: str) -> float:
    with closing(psycopg.connect(url)) as session:
        found = session.execute("SELECT extract(epoch FROM at) FROM heartbeats_heartbeat WHERE name = 'worker'")
        return float((found.fetchone() or [0])[0])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("replica", ["", "postgresql://replica.example/shaf"])
def test_it_beats_and_for_a_replica_so_does_the_primary(settings, replica):
    settings.DATABASE_REPLICA_URL = replica
    worker = lasting_worker()
    beating = threading.Thread(target=worker._keep_beating)
    beating.start()
    try:
        wait_until(lambda: heartbeats.age("worker"))
        wait_until(lambda: heartbeats.age("primary") or not replica)
    finally:
        worker.running = False
        beating.join()
    assert (heartbeats.age("primary") is not None) == bool(replica)


@pytest.mark.django_db(transaction=True)
def test_one_that_is_stuck_in_a_task_does_not_beat(monkeypatch):
    worker = lasting_worker()
    worker.busy_since = time.monotonic() - LONGEST_TASK - 1
    monkeypatch.setattr("shaf.health.worker.time.sleep", lambda _seconds: setattr(worker, "running", False))
    worker._keep_beating()
    assert heartbeats.age("worker") is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("left", "taken_up"),
    [
        ({"status": "RUNNING", "age": 11}, True),
        ({"status": "RUNNING", "age": 1}, False),
        ({"status": "RUNNING", "age": 11, "begun": 3}, False),
        ({"status": "FAILED", "age": 1, "error": "django.db.utils.OperationalError"}, True),
        ({"status": "FAILED", "age": 1, "error": "django.db.utils.OperationalError", "begun": 3}, False),
        ({"status": "FAILED", "age": 1, "error": "shaf.pictures.encoding.PictureRefused"}, False),
        ({"status": "SUCCESSFUL", "age": 11}, False),
    ],
)
def test_a_task_that_lost_its_worker_or_its_database_is_begun_again(settings, left, taken_up):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    when = database_now() - timedelta(minutes=left["age"])
    make_sizes.enqueue(1)
    DBTaskResult.objects.update(
        status=left["status"],
        started_at=when,
        finished_at=None if left["status"] == "RUNNING" else when,
        exception_class_path=left.get("error", ""),
        worker_ids=["dead"] * left.get("begun", 1),
    )
    rounds.make_round.func()
    task = DBTaskResult.objects.get(task_path=make_sizes.module_path)
    assert task.status == ("READY" if taken_up else left["status"])
