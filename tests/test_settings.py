"""The one settings file, started as a fresh process starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.postgres import find_binaries, server

ROOT = Path(__file__).parent.parent
OURS = (
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "DATABASE_URL",
    "PAGE_CACHE_MB",
    "CACHE_URL",
    "EMAIL_URL",
    "EMAIL_FROM",
    "SECOND_FACTOR_REQUIRED",
    "TASKS",
    "DJANGO_SETTINGS_MODULE",
)


def ask(expression: str, **environment: str) -> subprocess.CompletedProcess:
    return run(f"from shaf import settings; print({expression})", **environment)


def run(code: str, **environment: str) -> subprocess.CompletedProcess:
    """In a process without the tests' settings."""
    bare = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=bare | environment, capture_output=True, text=True, check=False
    )


def test_it_refuses_to_start_without_a_secret_key():
    refused = ask("1")
    assert refused.returncode != 0
    assert "SECRET_KEY is not set" in refused.stderr


def test_it_refuses_to_start_without_hosts():
    refused = ask("1", SECRET_KEY="x" * 50)
    assert refused.returncode != 0
    assert "ALLOWED_HOSTS is not set" in refused.stderr


def test_it_starts_with_both():
    started = ask(
        "settings.DEBUG, settings.ALLOWED_HOSTS", SECRET_KEY="x" * 50, ALLOWED_HOSTS="example.org,a.example.org"
    )
    assert started.stdout.strip() == "False ['example.org', 'a.example.org']", started.stderr


@pytest.mark.parametrize(
    ("name", "value", "expression", "shown"),
    [
        ("DATABASE_URL", "postgresql://u:p@%2Fsocket/name", "settings.DATABASES['default']['HOST']", "/socket"),
        (
            "CACHE_URL",
            "redis://localhost:6379/1",
            "settings.CACHES['default']['BACKEND']",
            "django.core.cache.backends.redis.RedisCache",
        ),
        ("EMAIL_URL", "smtp://u:p@mail.example.org:25", "settings.EMAIL_HOST", "mail.example.org"),
        (
            "SITE_URL",
            "https://example.org/",
            "settings.SITE_URL, settings.SESSION_COOKIE_SECURE",
            "https://example.org True",
        ),
        ("MEDIA_ROOT", "/srv/media", "settings.MEDIA_ROOT", "/srv/media"),
        ("TIME_ZONE", "Africa/Khartoum", "settings.TIME_ZONE", "Africa/Khartoum"),
    ],
)
def test_every_address_is_read(name, value, expression, shown):
    answer = ask(expression, DEBUG="true", **{name: value})
    assert answer.stdout.strip() == shown, answer.stderr


def test_sqlite_is_set_up_for_writers():
    options = ask("settings.DATABASES['default']['OPTIONS']", DEBUG="true").stdout
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "journal_mode=WAL" in options
    assert "synchronous=FULL" in options


def test_a_letter_by_default_comes_out_on_the_console():
    code = """
import django
django.setup()
from django.core.mail import EmailMessage
from articles.desk.notices.smtp import Postman
with Postman() as postman:
    postman.send(EmailMessage("subject", "the words", to=["somebody@example.org"]), commit=lambda: True)
"""
    letter = run(code, DEBUG="true", DJANGO_SETTINGS_MODULE="shaf.settings")
    assert "To: somebody@example.org" in letter.stdout, letter.stderr
    assert "the words" in letter.stdout


@pytest.mark.parametrize("database", ["", "postgresql"])
def test_a_connection_outlives_a_request(tmp_path, database):
    """Two requests as a server makes them; the test client would leave out what closes connections."""
    code = """
import io
from shaf.wsgi import application
from django.db import connection
def ask():
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": f"/media/{0:064}.png", "SERVER_NAME": "localhost",
               "SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http"}
    answer = application(environ, lambda *args: None)
    list(answer)
    answer.close()
    return connection.connection
first = ask()
print(first is not None and first is ask())
"""
    with database_url(tmp_path, database) as url:
        settings = {"DEBUG": "true", "MEDIA_ROOT": str(tmp_path), "DJANGO_SETTINGS_MODULE": "shaf.settings"}
        answer = run(code, DATABASE_URL=url, **settings)
    assert answer.stdout.strip() == "True", answer.stderr


@contextmanager
def database_url(folder: Path, kind: str) -> Iterator[str]:
    if not kind:
        yield f"sqlite:///{folder}/kept.sqlite3"
    elif binaries := find_binaries():
        with server(binaries) as url:
            yield url
    else:
        unavailable("PostgreSQL")


def test_every_setting_is_documented():
    text = "".join((ROOT / "shaf" / name).read_text() for name in ("settings.py", "startup/environment.py"))
    read = set(re.findall(r'(?:env\.\w+|folder)\(\s*"([A-Z_]+)"', text))
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "shaf/docs/operating.md").read_text(), re.MULTILINE))
    assert read == documented
