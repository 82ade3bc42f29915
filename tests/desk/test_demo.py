"""`manage.py demo`, as a newcomer runs it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.desk.demo import mark as demo_mark
from articles.models import Article, Revision, Track
from articles.press.models import Edition
from shaf.db.clock import database_now
from tests import factories as f
from tests.test_settings import OURS

pytestmark = pytest.mark.one_database

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.django_db
def test_it_makes_reports_in_every_state(settings, capsys):
    settings.DEBUG = True
    call_command("demo", "--no-serve")
    states = set(Track.objects.exclude(article__title_ar="").values_list("state", flat=True))
    assert states == {"draft", "review", "approved", "withdrawn"}
    now = database_now()
    assert Edition.live_at(now).filter(language="ar").count() >= 4
    assert Edition.live_at(now).filter(language="en").count() >= 2
    assert Edition.ahead_of(now).count() == 1
    assert Edition.past_at(now).filter(ended_why="withdrawn").count() == 1
    corrected = Edition.live_at(now).exclude(correction_note="").get()
    assert "عشرة أيام" in corrected.body
    assert "أسبوعين" in Edition.past_at(now).get(article=corrected.article, language="ar").body
    out = capsys.readouterr().out
    assert "http://localhost:8000/admin/" in out
    call_command("verify_editions", verbosity=0)


@pytest.mark.django_db
def test_the_second_time_it_changes_nothing(settings):
    settings.DEBUG = True
    call_command("demo", "--no-serve")
    before = (Article.objects.count(), Revision.objects.count(), f.User.objects.count())
    # PostgreSQL alters no table whose checks are still due; in life the two runs are two transactions.
    connection.check_constraints()
    call_command("demo", "--no-serve")
    assert (Article.objects.count(), Revision.objects.count(), f.User.objects.count()) == before


@pytest.mark.django_db
def test_the_accounts_log_in_and_have_their_roles(settings, client):
    settings.DEBUG = True
    call_command("demo", "--no-serve")
    for username in ("writer", "editor", "manager", "admin"):
        assert client.login(username=username, password="demo")
        assert client.get("/admin/").status_code == 200
    assert not f.User.objects.get(username="writer").is_superuser


@pytest.mark.django_db
def test_without_debug_there_are_no_such_accounts(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("demo", "--no-serve")
    assert not f.User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("somebodys", ["an account", "a branch", "a report"])
def test_a_database_of_somebody_is_left_alone(settings, somebodys, capsys):
    settings.DEBUG = True
    match somebodys:
        case "an account":
            f.User.objects.create_user("operator")
        case "a branch":
            f.make_branch()
        case "a report":
            f.make_article()
    before = (f.User.objects.count(), Article.objects.count())
    with pytest.raises(CommandError, match=r"not demo's own\. Nothing was changed"):
        call_command("demo", "--no-serve")
    assert (f.User.objects.count(), Article.objects.count()) == before
    assert not f.User.objects.filter(username="admin").exists()
    assert not demo_mark.stands()


@pytest.fixture
def run(tmp_path):
    """manage.py as somebody runs it who has set nothing but these."""

    def run(*arguments, **environment):
        bare = {name: value for name, value in os.environ.items() if name not in (*OURS, "TASKS")}
        bare |= {"DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3", "MEDIA_ROOT": str(tmp_path / "media")}
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=bare | environment, capture_output=True, text=True, check=False)

    return run


PRODUCTION = {"SECRET_KEY": "k3y-" * 12, "ALLOWED_HOSTS": "localhost", "DEBUG": "false"}


@pytest.mark.outer
def test_it_never_opens_a_site_whose_settings_say_debug_off(run, tmp_path):
    refused = run("demo", "--no-serve", **PRODUCTION)
    assert refused.returncode
    assert "DEBUG=true" in refused.stderr
    assert not (tmp_path / "site.sqlite3").exists()


@pytest.mark.outer
@pytest.mark.parametrize("setting", [{"ALLOWED_HOSTS": "reports.example.org"}, {"SITE_URL": "https://example.org"}])
def test_it_runs_nowhere_that_others_can_come(run, tmp_path, setting):
    refused = run("demo", "--no-serve", **setting)
    assert "shaf.E004" in refused.stderr
    assert not (tmp_path / "site.sqlite3").exists()


@pytest.mark.outer
def test_what_env_says_is_read_before_anything_is_forced(tmp_path):
    """In a folder with a .env of its own, as a site has it."""
    for name in ("manage.py", "shaf", "articles", "authors", "templates", "locale"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "manage.py").unlink()
    (tmp_path / "manage.py").write_text((ROOT / "manage.py").read_text())
    (tmp_path / ".env").write_text("DEBUG=false\n")
    bare = {name: value for name, value in os.environ.items() if name not in (*OURS, "TASKS")}
    bare["PYTHONDONTWRITEBYTECODE"] = "1"
    refused = subprocess.run(
        [sys.executable, "manage.py", "demo"], cwd=tmp_path, env=bare, capture_output=True, text=True, check=False
    )
    assert refused.returncode
    assert "SECRET_KEY is not set" in refused.stderr, "DEBUG is off"


@pytest.mark.outer
def test_reset_deletes_the_demos_own_database_and_pictures_and_nobody_elses(run, tmp_path):
    database, media = tmp_path / "site.sqlite3", tmp_path / "media"
    assert run("migrate", "-v0", **PRODUCTION).returncode == 0
    add_account = "from django.contrib.auth.models import User; User.objects.create_user('operator')"
    assert run("shell", "-v0", "-c", add_account, **PRODUCTION).returncode == 0
    before = database.read_bytes()
    refused = run("demo", "--no-serve", "--reset")
    assert refused.returncode
    assert "Nothing was deleted" in refused.stderr
    assert database.read_bytes() == before
    database.unlink()
    media.mkdir()
    (media / "somebody's").write_text("")
    assert run("demo", "--no-serve").returncode == 0
    assert len(list(media.iterdir())) > 1
    # Where the samples cannot be made anew, what is left is what was not deleted.
    again = run("shell", "-v0", "-c", RESET, DEBUG="true")
    assert again.returncode == 0, again.stderr
    assert [file.name for file in media.iterdir()] == ["somebody's"]
    assert not database.exists()


RESET = "from articles.management.commands.demo import Command; Command()._reset()"


@pytest.mark.outer
def test_a_demos_database_serves_nobody_once_debug_is_off(run):
    assert run("migrate", "-v0", DEBUG="true").returncode == 0
    assert run("check", **PRODUCTION).returncode == 0
    mark = "from articles.desk.demo import mark; mark.put()"
    assert run("shell", "-v0", "-c", mark, DEBUG="true").returncode == 0
    for command in (["check"], ["db_worker", "--batch"], ["migrate"]):
        refused = run(*command, **PRODUCTION)
        assert refused.returncode
        assert "articles.E001" in refused.stderr


def test_a_port_that_is_taken_is_said_before_anything_is_made(settings):
    settings.DEBUG = True
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} cannot be used.*--port"):
            call_command("demo", "--port", str(port))


@pytest.mark.outer
def test_it_serves_on_its_port(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if k not in ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL")}
    environment |= {
        "DATABASE_URL": f"sqlite:///{tmp_path}/demo.sqlite3",
        "DJANGO_SETTINGS_MODULE": "shaf.settings",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    server = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(port), "--reset"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = answer(f"http://127.0.0.1:{port}/", server)
        assert '<html lang="ar" dir="rtl"' in page
        assert "الأمن المائي في حوض النيل" in page
        assert 'lang="en"' in answer(f"http://127.0.0.1:{port}/en/", server)
        assert "<rss" in answer(f"http://127.0.0.1:{port}/feed/", server)
        assert 'dir="rtl"' in answer(f"http://127.0.0.1:{port}/admin/login/", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def answer(url: str, server: subprocess.Popen) -> str:
    """The page, as soon as there is one: on a busy machine the samples take minutes."""
    for _attempt in range(1200):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.read().decode()
        except urllib.error.URLError:
            time.sleep(0.5)
    raise AssertionError(f"{url} does not answer")
