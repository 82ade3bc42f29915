"""What is refused before anybody can open it: by `check`, and by the process that is to serve."""

import os
import subprocess
import sys

import pytest
from django.core import checks
from django.db import connection

from articles.desk.demo import mark
from articles.desk.demo.checks import database_is_no_demo
from shaf.startup import configuration
from tests.test_settings import OURS, ROOT

pytestmark = pytest.mark.one_database
SOUND = {
    "DEBUG": False,
    "SECRET_KEY": "k3y-" * 12,
    "ALLOWED_HOSTS": ["reports.example.org"],
    "SITE_URL": "https://reports.example.org",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "EMAIL_HOST": "mail.example.org",
    "EMAIL_HOST_PASSWORD": "secret",
    "EMAIL_USE_TLS": True,
}


def found(settings, **changed) -> list[str]:
    for name, value in {**SOUND, **changed}.items():
        setattr(settings, name, value)
    return [message.id for message in configuration.settings_are_sound()]


@pytest.mark.parametrize(
    ("changed", "ids"),
    [
        ({}, []),
        ({"SITE_URL": "reports.example.org"}, ["shaf.E001"]),
        ({"SITE_URL": "ftp://reports.example.org"}, ["shaf.E001"]),
        ({"SITE_URL": "https://"}, ["shaf.E001"]),
        ({"SITE_URL": "http://localhost:8000"}, ["shaf.E002"]),
        ({"SITE_URL": "http://127.0.0.1:8000"}, ["shaf.E002"]),
        ({"SITE_URL": "http://localhost:8000", "ALLOWED_HOSTS": ["*"]}, ["shaf.E002"]),
        ({"SITE_URL": "http://localhost:8000", "ALLOWED_HOSTS": ["localhost", "desk.internal", "10.0.0.5"]}, []),
        ({"ALLOWED_HOSTS": ["https://reports.example.org"]}, ["shaf.E003"]),
        ({"ALLOWED_HOSTS": ["reports.example.org:443"]}, ["shaf.E003"]),
        ({"ALLOWED_HOSTS": ["reports.example.org", "[::1]"]}, []),
        ({"DEBUG": True}, ["shaf.E004"]),
        ({"DEBUG": True, "SITE_URL": "http://localhost:8000"}, ["shaf.E004"]),
        ({"DEBUG": True, "ALLOWED_HOSTS": ["localhost"]}, ["shaf.E004"]),
        ({"DEBUG": True, "ALLOWED_HOSTS": ["192.168.1.5", "box.local"], "SITE_URL": "http://192.168.1.5:8000"}, []),
        ({"SECRET_KEY": configuration.DEBUG_KEY}, ["shaf.E005"]),
        ({"SECRET_KEY": "django-insecure-" + "x" * 50}, ["shaf.E005"]),
        ({"SECRET_KEY": "x"}, ["shaf.E006"]),
        ({"SECRET_KEY": "x" * 31}, ["shaf.E006"]),
        ({"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}, ["shaf.W001"]),
        ({"EMAIL_USE_TLS": False}, ["shaf.W002"]),
        ({"EMAIL_USE_TLS": False, "EMAIL_HOST": "localhost"}, []),
        ({"STORAGE_URL": "s3://key:secret@s3.example.org/bucket"}, []),
    ],
)
def test_each_setting_that_must_not_meet_the_public(settings, changed, ids):
    settings.EMAIL_USE_SSL = False
    assert found(settings, **changed) == ids


def test_a_client_that_is_missing_is_asked_for_by_its_name(settings, monkeypatch):
    monkeypatch.setattr(configuration, "find_spec", lambda name: None)
    assert found(settings) == []
    assert found(settings, STORAGE_URL="s3://key:secret@s3.example.org/bucket") == ["shaf.E022"]


def test_check_asks_for_all_of_it():
    asked = {check for check in checks.registry.registry.get_checks() if configuration.TAG in check.tags}
    assert asked == {configuration.settings_are_sound, database_is_no_demo}


@pytest.mark.both_databases
@pytest.mark.django_db
def test_a_demos_database_is_an_error_once_debug_is_off(settings):
    settings.DEBUG = False
    if connection.vendor == "sqlite":
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"]
    assert database_is_no_demo() == []
    mark.put()
    assert [message.id for message in database_is_no_demo()] == ["articles.E001"]
    settings.DEBUG = True
    assert database_is_no_demo() == []


def process(*command: str, **environment: str) -> subprocess.CompletedProcess:
    bare = {name: value for name, value in os.environ.items() if name not in (*OURS, "TASKS", "TAG_AUTHORITY")}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=bare | environment, capture_output=True, text=True, check=False
    )


SERVE = ("-c", "import shaf.wsgi; print('serving')")
KEY = {"SECRET_KEY": "k3y-" * 12}


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "x", "ALLOWED_HOSTS": "localhost"}, "SECRET_KEY has 1 characters"),
        ({"DEBUG": "true", "ALLOWED_HOSTS": "reports.example.org"}, "DEBUG is on"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({**KEY, "ALLOWED_HOSTS": "localhost", "SITE_URL": "localhost"}, "SITE_URL"),
        ({**KEY, "ALLOWED_HOSTS": "localhost", "EMAIL_URL": "mail.example.org"}, "submission://"),
        ({**KEY, "ALLOWED_HOSTS": "localhost", "TASKS": "celery"}, "“database” or “immediate”"),
        ({**KEY, "ALLOWED_HOSTS": "localhost", "TIME_ZONE": "Mars/Crater"}, "Mars/Crater"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_the_server_does_not_start_and_says_why_in_a_line(environment, said, tmp_path):
    refused = process(*SERVE, DATABASE_URL=f"sqlite:///{tmp_path}/s.sqlite3", **environment)
    assert refused.returncode == 3, "gunicorn tries no further worker"
    assert "serving" not in refused.stdout
    (line,) = (line for line in refused.stderr.splitlines() if said in line)
    assert line.startswith("Shaf does not start.")
    assert "Traceback" not in refused.stderr


def test_a_command_without_settings_says_so_in_a_line_and_help_needs_none():
    refused = process("manage.py", "verify_editions")
    assert refused.returncode
    assert refused.stderr.count("\n") == 1
    assert "SECRET_KEY is not set" in refused.stderr
    assert "--reset" in process("manage.py", "help", "demo").stdout
