"""Killed in the middle of publish: the old or the new edition is live, never neither, never both."""

import os
import random
import signal
import time

import pytest

from articles.desk import workflow
from articles.models import Track, Transition
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.publish_forever import publish_forever
from tests.forked import FORKS, start

ROUNDS = int(os.environ.get("KILL_ROUNDS", "6"))
MANY_ROUNDS = 3 * ROUNDS


@pytest.fixture
def publisher():
    """A child that corrects and publishes one article over and over, and the pipe on which it says so."""
    running = []

    def begin(article, writer, editor):
        heard, said = FORKS.Pipe(duplex=False)
        child = start(publish_forever, said, article, writer, editor)
        said.close()
        running.append((child, heard))
        return child, heard

    yield begin
    for child, heard in running:
        child.kill()
        child.join()
        child.close()
        heard.close()


def wait_for(heard, word):
    assert heard.poll(30), f"it is never {word}"
    assert heard.recv() == word


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [ROUNDS, pytest.param(MANY_ROUNDS, marks=pytest.mark.nightly)])
def test_kill_in_the_middle_of_publish(publisher, rounds):
    article = f.make_article()
    first = f.publish(article)
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    workflow.reopen(article.pk, "ar", by=writer)
    seen = {first.pk}
    for _round in range(rounds):
        child, heard = publisher(article.pk, writer.pk, editor.pk)
        wait_for(heard, "approving")
        began = time.monotonic()
        wait_for(heard, "published")
        took = time.monotonic() - began
        wait_for(heard, "approving")
        time.sleep(random.uniform(0, took))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        live = list(Edition.live_at(database_now()).filter(article=article, language="ar"))
        assert len(live) == 1, "never neither, never both"
        seen.add(live[0].pk)
        approvals = Transition.objects.filter(article=article, verb="approve").count()
        assert approvals == Edition.objects.filter(article=article).count(), "no edition without its record"
        state = Track.objects.get(article=article, language="ar").state
        last = Transition.objects.filter(article=article).first()
        assert state == last.to_state
        assert all(broken is None for broken in verify())
    assert len(seen) > rounds / 2, "the child did publish"
