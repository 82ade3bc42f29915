"""Long commands: how far they are, Ctrl-C at any moment and once more, and two at once."""

import re
import signal
import subprocess
import sys
import threading
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from PIL import Image

from articles.desk.importers import run as importing
from articles.desk.pictures import sizes
from articles.desk.workflow.pictures import add_picture
from articles.models import Article, Picture
from articles.press import seal
from articles.press.derived import printing, search
from articles.press.models import Printed, SearchEntry
from authors.models import Topic
from shaf.commands import alone, progress
from shaf.commands.batches import in_batches
from shaf.pictures.encoding import WIDTHS
from tests import factories as f
from tests.test_configuration import KEY
from tests.test_settings import OURS, ROOT

MIGRATING = {**KEY, "ALLOWED_HOSTS": "localhost", "TAG_AUTHORITY": "example.org", "PYTHONUNBUFFERED": "1"}


def test_a_log_has_a_line_now_and_then_and_a_terminal_a_bar(monkeypatch, capsys):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    counted = progress.Progress("editions")
    assert list(counted.of(range(3))) == [0, 1, 2]
    assert capsys.readouterr().err.splitlines() == [f"editions: {n} of 3" for n in (1, 2, 3)]
    list(progress.Progress("editions", quiet=True).of(range(3)))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "EVERY", 60.0)
    list(counted.of(range(3)))
    assert capsys.readouterr().err == "", "nothing of what is done at once"
    terminal = type("Terminal", (StringIO,), {"isatty": lambda self: True})()
    monkeypatch.setattr(sys, "stderr", terminal)
    list(counted.of(iter(range(3)), 3))
    assert "3/3" in terminal.getvalue()


def interrupted(monkeypatch, module, name):
    """Have the function raise as Ctrl-C does when it is called for the second time."""
    real, calls = getattr(module, name), []

    def second_time(*args, **kwargs):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, second_time)


def texts(tmp_path):
    f.make_user("op", "writer", f.make_branch())
    f.make_publisher()
    for n in range(3):
        lines = [
            f"عنوان {n}",
            "فرع القاهرة",
            "نص التقرير كله.",
            "المصدر: مركز شاف لتحليل الأزمات والدراسات المستقبلية",
            "الكاتب: سلمى حسن",
            "التاريخ: 3/2/2025",
        ]
        (tmp_path / f"{n}.txt").write_text("\n".join(lines))


def three_editions(_tmp_path):
    for _n in range(3):
        f.make_edition()
    Printed.objects.update(version="another release")
    SearchEntry.objects.update(version=0)


def pictures(_tmp_path):
    for colour in ("red", "green", "blue"):
        encoded = BytesIO()
        Image.new("RGB", (WIDTHS[0] + 10, 20), colour).save(encoded, "PNG")
        add_picture(encoded.getvalue(), by=f.make_user("", "editor"), branch=f.make_branch().pk)


COMMANDS = {
    "make_picture_sizes": (pictures, sizes, "make", lambda: Picture.objects.filter(sizes=None).count(), (3, 2, 0)),
    "repress": (three_editions, printing, "printed", lambda: printing.stale().count(), (3, 2, 0)),
    "rebuild_search": (three_editions, search, "_enter", lambda: search.state().older, (3, 3, 0)),
    "verify_editions": (three_editions, seal, "fingerprint", lambda: 0, (0, 0, 0)),
    "import_reports": (texts, importing, "store", lambda: 3 - Article.objects.count(), (3, 2, 0)),
}


@pytest.mark.django_db
@pytest.mark.parametrize("command", COMMANDS)
def test_interrupted_it_says_what_is_done_and_run_again_it_ends_right(command, monkeypatch, tmp_path):
    make, module, name, left, (before, between, after) = COMMANDS[command]
    make(tmp_path)
    arguments = [str(tmp_path), "--as", "op"] if command == "import_reports" else []
    assert left() == before
    with monkeypatch.context() as patched:
        interrupted(patched, module, name)
        with pytest.raises(CommandError, match=r"^Interrupted\. \d of 3 .*[Rr]un it again") as said:
            call_command(command, *arguments, stdout=StringIO())
    assert said.value.returncode == 130
    assert "\n" not in str(said.value)
    assert left() == between
    call_command(command, *arguments, stdout=StringIO())
    assert left() == after


@pytest.mark.django_db
def test_notes_of_many_reports_are_said_once_each(monkeypatch, tmp_path):
    texts(tmp_path)
    said = []
    for few in (3, 2):
        monkeypatch.setattr("articles.management.commands.import_reports.FEW", few)
        out = StringIO()
        call_command("import_reports", str(tmp_path), "--as", "op", "--dry-run", stdout=out)
        said.append(out.getvalue())
    beside, once = said
    note = re.search(r"note: (.+)", beside)[1]
    assert beside.count(note) == 3
    assert once.count(note) == 1
    assert f"{note} (3 times)" in once


@pytest.mark.django_db(transaction=True)
def test_a_migration_in_batches_goes_on_where_it_was_broken_off():
    for n in range(5):
        f.make_topic(f"موضوع {n}", f"Topic {n}")
    undone = Topic.objects.filter(kind="theme")

    def move(breaks_off_at: int = 99) -> None:
        batches: list[int] = []

        def one(batch: list[Topic]) -> None:
            Topic.objects.filter(pk__in=[topic.pk for topic in batch]).update(kind="region")
            batches.append(len(batch))
            if len(batches) == breaks_off_at:
                raise KeyboardInterrupt

        in_batches(undone, one, unit="topics", size=2)

    with pytest.raises(KeyboardInterrupt):
        move(breaks_off_at=2)
    assert undone.count() == 3, "the second batch was not finished"
    move()
    assert undone.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_second_one_on_the_same_database_waits():
    waits, has_it = threading.Event(), threading.Event()

    def second():
        other = connection.copy()
        with alone.alone(other, waits.set):
            has_it.set()
        other.close()

    thread = threading.Thread(target=second)
    with alone.alone(connection, pytest.fail):
        thread.start()
        assert waits.wait(20)
        assert not has_it.is_set()
    assert has_it.wait(20)
    thread.join()


@pytest.mark.outer
def test_a_real_ctrl_c_in_the_first_migrate(tmp_path, monkeypatch):
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**MIGRATING, "DATABASE_URL": f"sqlite:///{tmp_path}/new/s.sqlite3"}.items():
        monkeypatch.setenv(name, value)
    # Whoever starts the tests in the background has Ctrl-C ignored.
    command = ["env", "--default-signal=INT", sys.executable, "manage.py", "migrate", "--no-color"]
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for line in first.stdout:
        if "auth.0001" in line:
            first.send_signal(signal.SIGINT)
            break
    rest, wrong = first.communicate(timeout=60)
    assert first.returncode == 130, wrong
    assert "once.0001" not in rest
    assert "Interrupted. The migrations that are done stay done" in wrong
    assert "Traceback" not in wrong
    # Two containers begin at once, where one was broken off: one waits for the other, and both end well.
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _n in "12"
    ]
    ends = [(*one.communicate(timeout=120), one.returncode) for one in both]
    assert [status for _out, _err, status in ends] == [0, 0], ends
    assert sum("No migrations to apply" in out for out, _err, _status in ends) == 1
    assert sum("this one waits for it" in err for _out, err, _status in ends) == 1
