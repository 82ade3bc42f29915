"""What every answer says to a browser, whatever it is an answer to; and what a browser keeps."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from shaf.attempts import browsers
from shaf.http.headers import PERMISSIONS
from tests import factories as f
from tests.desk.second_factors import log_in
from tests.test_settings import ask, run

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ANSWERS = ["/", "/en/", "/absent/", "/feed/", "/robots.txt", "/media/absent.png", "/admin/", "/admin/login/"]
TLS = {"SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abc", "ALLOWED_HOSTS": "example.org"}
TLS |= {"SITE_URL": "https://example.org", "EMAIL_URL": "dummy://", "DJANGO_SETTINGS_MODULE": "shaf.settings"}


@pytest.mark.parametrize("address", ANSWERS)
def test_every_answer_has_every_header(address):
    answer = Client().get(address)
    assert answer["Permissions-Policy"] == PERMISSIONS
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


DESK = ["admin:index", "admin:jsi18n", "admin:password_change", "admin:login", "security", "second_factor", "relogin"]


@pytest.mark.parametrize("name", [*DESK, "admin_password_reset", "second_factor_set_up", "recovery_codes"])
def test_nothing_of_the_desk_is_kept(name):
    client = log_in(f.make_user("chief", "editor"))
    for who in (client, Client()):
        assert "no-store" in who.get(reverse(name))["Cache-Control"]


def test_what_is_not_there_is_not_kept_either():
    client = log_in(f.make_user("chief", "editor"))
    assert "no-store" in client.get("/admin/absent/")["Cache-Control"]


def test_over_tls_cookies_are_of_this_host_alone_and_a_second_factor_is_asked_for():
    """What an operator gets who says nothing of either."""
    code = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
    code += "s.SESSION_COOKIE_PATH, s.CSRF_COOKIE_PATH, s.SESSION_COOKIE_DOMAIN, s.CSRF_COOKIE_DOMAIN, "
    code += "s.SESSION_COOKIE_SECURE, s.SECOND_FACTOR_REQUIRED)"
    told = run(code, **TLS)
    assert told.stdout.split() == ["__Host-sessionid", "__Host-csrftoken", "/", "/", "None", "None", "True", "True"]
    assert ask("settings.SESSION_COOKIE_NAME, settings.SECOND_FACTOR_REQUIRED", DEBUG="true").stdout.split() == [
        "sessionid",
        "False",
    ]


@pytest.mark.parametrize("secure", [True, False])
def test_the_known_browser_is_of_this_host_alone_too(secure):
    with override_settings(SESSION_COOKIE_SECURE=secure):
        user = f.make_user("chief", "editor")
        client = Client()
        answer = client.post(reverse("admin:login"), {"username": "chief", "password": "demo"}, secure=secure)
        cookie = answer.cookies[browsers.OVER_TLS if secure else browsers.COOKIE]
        assert (bool(cookie["secure"]), cookie["path"], cookie["domain"]) == (secure, "/" if secure else "/admin/", "")
        assert user.notices.count() == 1
        client.post(reverse("admin:logout"), secure=secure)
        client.post(reverse("admin:login"), {"username": "chief", "password": "demo"}, secure=secure)
        assert user.notices.count() == 1


def test_the_check_of_a_deployment_has_nothing_to_say(tmp_path):
    code = "import sys; from django.core.management import execute_from_command_line as do\n"
    code += "do(['manage.py', 'check', '--deploy', '--tag', 'security', '--fail-level', 'WARNING'])"
    said = run(code, DATABASE_URL=f"sqlite:///{tmp_path}/s.sqlite3", **TLS)
    assert said.returncode == 0, said.stderr
    assert "WARNING" not in said.stderr
    assert said.stdout.startswith("System check identified no issues"), said.stdout
