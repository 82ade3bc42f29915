"""Killed in the middle of publish: the old or the new edition is live, never neither, never both."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from articles import workflow
from articles.models import Track, Transition
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.clock import database_now
from tests import factories as f

ROUNDS = int(os.environ.get("KILL_ROUNDS", "20"))
ROOT = Path(__file__).parent.parent.parent


def child_environment() -> dict[str, str]:
    """The child works on this run's own test database."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        base = os.environ["DATABASE_URL"]
        url = base.rpartition("/")[0] + "/" + database["NAME"]
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def publisher():
    """A child that corrects and publishes one article over and over, and says so on its standard output."""
    running = []

    def start(article, writer, editor):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.desk.publish_forever", str(article), str(writer), str(editor)],
            cwd=ROOT,
            env=child_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        running.append(child)
        return child

    yield start
    for child in running:
        if child.poll() is None:
            child.kill()
        child.wait()
        child.stdout.close()


@pytest.mark.django_db(transaction=True)
def test_kill_in_the_middle_of_publish(publisher):
    article = f.make_article()
    first = f.publish(article)
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    workflow.reopen(article.pk, "ar", by=writer)
    seen = {first.pk}
    for _round in range(ROUNDS):
        child = publisher(article.pk, writer.pk, editor.pk)
        assert child.stdout.readline() == b"published\n"
        time.sleep(random.uniform(0, 0.05))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        live = list(Edition.live_at(database_now()).filter(article=article, language="ar"))
        assert len(live) == 1, "never neither, never both"
        seen.add(live[0].pk)
        approvals = Transition.objects.filter(article=article, verb="approve").count()
        assert approvals == Edition.objects.filter(article=article).count(), "no edition without its record"
        state = Track.objects.get(article=article, language="ar").state
        last = Transition.objects.filter(article=article).first()
        assert state == last.to_state
        assert all(broken is None for broken in verify())
    assert len(seen) > ROUNDS / 2, "the child did publish"
