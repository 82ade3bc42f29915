"""Killed at any moment: a backup is whole or is not there, and what is restored is whole or empty."""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from articles.desk import workflow
from articles.models import Transition
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.backup import goal, target
from shaf.backup.archive import Archive
from shaf.backup.checks import restore_finished
from tests import factories as f
from tests.backup.installations import Installation, empty
from tests.desk.publish_forever import publish_forever
from tests.forked import FORKS, start

ROUNDS = int(os.environ.get("KILL_ROUNDS", "100"))
pytestmark = pytest.mark.nightly


def command(site: Installation, *arguments: str) -> None:
    """The child's process."""
    site.call(*arguments, verbosity=0)


def took(site: Installation, *arguments: str) -> float:
    """Seconds of a run to the end."""
    began = time.monotonic()
    child = start(command, site, *arguments)
    child.join()
    assert child.exitcode == 0
    return time.monotonic() - began


def killed(seconds: float, site: Installation, *arguments: str) -> bool:
    """Kill a run at any moment of so many seconds; whether it had come to its end before."""
    child = start(command, site, *arguments)
    child.join(random.uniform(0, seconds))
    if child.exitcode is None:
        os.kill(child.pid, signal.SIGKILL)
        child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode == 0


@pytest.fixture
def site(released, tmp_path):
    made = empty(tmp_path / "site")
    made.call("restore", released)
    return made


def test_backup(site, tmp_path):
    folder, counts = tmp_path / "backups", []
    folder.mkdir()
    seconds = took(site, "backup", str(folder / "first.zip"))
    for place in range(ROUNDS):
        path = folder / f"shaf-20260101-{place:06}.zip"
        killed(seconds * 2, site, "backup", str(path))
        counts.append(path.exists())
        if path.exists():
            with Archive(path) as archive:
                archive.verify(lambda _bytes: None)
    assert 0 < sum(counts) < ROUNDS, "some came to their end and some did not"
    site.call("backup", folder)
    assert [path for path in folder.iterdir() if not path.name.endswith(".zip")] == []
    assert len([path for path in folder.iterdir() if goal.OURS.fullmatch(path.name)]) == sum(counts) + 1


def test_restore(released, tmp_path):
    seconds = took(empty(tmp_path / "first"), "restore", str(released))
    whole, said = 0, 0
    site = empty(tmp_path / "site-0")
    for place in range(1, ROUNDS + 1):
        killed(seconds * 1.1, site, "restore", str(released))
        with site.opened():
            tables = set(connection.introspection.table_names()) - {target.MARK}
            unfinished = bool(restore_finished())
            if tables:
                assert not unfinished
                assert [broken for broken in verify() if broken] == []
                call_command("verify_editions", verbosity=0)
        said += unfinished
        if tables:
            whole += 1
            site = empty(tmp_path / f"site-{place}")
    assert said > ROUNDS / 4, "most were killed in their midst"
    if not whole or said:
        site.call("restore", released)
        with site.opened():
            assert restore_finished() == []
            call_command("verify_editions", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_backup_while_somebody_publishes(tmp_path):
    """Each is of one moment: no edition without its record, and each is sound where it is restored."""
    article = f.make_article()
    f.publish(article)
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    workflow.reopen(article.pk, "ar", by=writer)
    heard, said = FORKS.Pipe(duplex=False)
    child = start(publish_forever, said, article.pk, writer.pk, editor.pk)
    said.close()
    try:
        assert heard.poll(30)
        for place in range(5):
            call_command("backup", tmp_path / f"{place}.zip", verbosity=0)
    finally:
        child.kill()
        child.join()
        heard.close()
    counts = [_sound(empty(tmp_path / f"site-{place}"), tmp_path / f"{place}.zip", article.pk) for place in range(5)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1], "it was published meanwhile"


def _sound(site: Installation, path: Path, article: int) -> int:
    """How many editions there are."""
    site.call("restore", path, verbosity=0)
    with site.opened():
        call_command("verify_editions", verbosity=0)
        editions = Edition.objects.filter(article=article).count()
        assert Transition.objects.filter(article=article, verb="approve").count() == editions
    return editions
