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

from articles.models import Article, Revision, Track
from articles.press.models import Edition
from shaf.clock import database_now
from tests import factories as f

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
        page = answer(f"http://127.0.0.1:{port}/")
        assert '<html lang="ar" dir="rtl"' in page
        assert "الأمن المائي في حوض النيل" in page
        assert 'lang="en"' in answer(f"http://127.0.0.1:{port}/en/")
        assert "<rss" in answer(f"http://127.0.0.1:{port}/feed/")
        assert 'dir="rtl"' in answer(f"http://127.0.0.1:{port}/admin/login/")
    finally:
        server.terminate()
        server.wait(timeout=20)


def answer(url: str) -> str:
    for _attempt in range(240):
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.read().decode()
        except urllib.error.URLError:
            time.sleep(0.5)
    raise AssertionError(f"{url} does not answer")
