"""A database that another release made: whoever runs a command is told in a line what to do, and nothing is changed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from articles.desk.demo import mark
from tests.test_rooms import ROOT
from tests.test_settings import OURS

EARLY = [("articles", "0002_desk"), ("articles", "0014_demo_and_trouble"), ("authors", "0006_synonym")]
LATER = [("articles", "0003_of_a_later_release")]
NEW_DATABASE = r"Set DATABASE_URL to a new database.*import_reports"
RESET = r"demo --reset"


@pytest.fixture
def had():
    """Have the test's database say that it has had these migrations."""

    def had(migrations):
        for app, name in migrations:
            MigrationRecorder(connection).record_applied(app, name)

    return had


COMMANDS = [("check",), ("migrate",), ("verify_editions",), ("import_reports", "x.txt", "--as", "somebody")]


@pytest.mark.django_db
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_says_so(had, command):
    had(EARLY)
    with pytest.raises(SystemCheckError, match=rf"(?s)before the first release.*{NEW_DATABASE}.*"):
        call_command(*command, **({} if command == ("check",) else {"skip_checks": False}))


@pytest.mark.django_db
def test_demo_says_so(had, settings):
    settings.DEBUG = True
    had(EARLY)
    with pytest.raises(CommandError, match=rf"before the first release.*{NEW_DATABASE}"):
        call_command("demo", "--no-serve")


@pytest.mark.django_db
def test_a_demo_is_told_how_to_begin_anew(had, settings):
    settings.DEBUG = True
    mark.put()
    had(EARLY)
    with pytest.raises(CommandError, match=RESET if connection.vendor == "sqlite" else NEW_DATABASE):
        call_command("demo", "--no-serve")


@pytest.mark.django_db
def test_a_later_release_is_asked_for(had):
    had(LATER)
    said = r"(?s)articles\.0003_of_a_later_release.*Install the release"
    with pytest.raises(SystemCheckError, match=said):
        call_command("migrate", skip_checks=False)


@pytest.mark.django_db
@pytest.mark.parametrize(("variable", "locale"), [("LANG", "ar_EG.UTF-8"), ("LANGUAGE", "fr:ar"), ("LC_ALL", "ar")])
def test_it_is_said_in_the_language_of_the_terminal(had, monkeypatch, variable, locale):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    had(EARLY)
    with pytest.raises(SystemCheckError, match="before the first release"):
        call_command("check")
    monkeypatch.setenv(variable, locale)
    with pytest.raises(SystemCheckError, match=r"(?s)قبل الإصدار الأول.*وجّه DATABASE_URL"):
        call_command("check")


@pytest.mark.django_db
@pytest.mark.parametrize("migrations", [[], [("somebody_elses", "0099_far_ahead")]])
def test_this_releases_own_is_left_in_peace(had, migrations):
    had(migrations)
    call_command("check")


# What follows stands in processes of its own.

SETTINGS = {"SECRET_KEY": "k3y-" * 12, "ALLOWED_HOSTS": "localhost", "DEBUG": "true"}


@pytest.fixture(scope="module")
def before_the_first_release(tmp_path_factory):
    """A demo's database as the tree before the first release left it: the same tables, other migrations."""
    folder = tmp_path_factory.mktemp("early")
    (folder / "media").mkdir()
    mark = "from articles.desk.demo import mark; mark.put()"
    for command in (["migrate", "-v0"], ["shell", "-v0", "-c", mark]):
        assert run(folder, *command).returncode == 0
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database, database:
        database.executemany("INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, '2026-11-30')", EARLY)
        database.execute("DELETE FROM django_migrations WHERE name = '0002_search_index'")
    return folder


def run(folder, *arguments, **environment) -> subprocess.CompletedProcess:
    bare = {name: value for name, value in os.environ.items() if name not in (*OURS, "TASKS")}
    bare |= SETTINGS | {"DATABASE_URL": f"sqlite:///{folder}/site.sqlite3", "MEDIA_ROOT": str(folder / "media")}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=bare | environment, capture_output=True, text=True, check=False)


@pytest.mark.outer
def test_the_site_does_not_start(before_the_first_release):
    refused = run(before_the_first_release, "shell", "-v0", "-c", "import shaf.wsgi")
    (line,) = [line for line in refused.stderr.splitlines() if "before the first release" in line]
    assert refused.returncode
    assert line.startswith("Shaf does not start. ")
    assert RESET in line
    assert "Traceback" not in refused.stderr


@pytest.mark.outer
def test_reset_begins_anew(before_the_first_release):
    refused = run(before_the_first_release, "demo", "--no-serve")
    assert refused.returncode
    assert RESET in refused.stderr
    assert "Traceback" not in refused.stderr
    begun = run(before_the_first_release, "demo", "--no-serve", "--reset")
    assert begun.returncode == 0, begun.stderr
    assert "sample reports made" in begun.stdout
    assert run(before_the_first_release, "check").returncode == 0
