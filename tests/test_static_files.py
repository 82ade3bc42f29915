"""Static files that were not collected, or those of another version: no page falls over them, and somebody is told."""

import fcntl
import os
import re
import threading
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import checks
from django.core.management import call_command
from django.db import OperationalError
from django.templatetags.static import static
from django.test import Client, RequestFactory

from shaf.http import static_files
from shaf.startup import start
from shaf.urls import handler500
from tests import factories as f
from tests.test_configuration import KEY, SERVE, process

ICON = "shaf/icon.svg"
TEMPLATES = Path(__file__).parent.parent / "templates"
NAMED = re.compile(r"""{% static ['"]([^'"]+\.\w+)['"]""")


@pytest.fixture
def source(settings, tmp_path):
    """Production's storage, over a folder of sources with one file."""
    folder = tmp_path / "source"
    (folder / "shaf").mkdir(parents=True)
    (folder / ICON).write_text("<svg/>")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [folder]
    (tmp_path / "collected").mkdir()
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "shaf.http.static_files.Collected"}}
    return folder


def test_every_file_that_a_screen_or_a_template_names_is_there():
    """Where one is not, development says 404 to the browser alone, and production leaves it out (Collected)."""
    named = {ICON}
    for screen in admin.site._registry.values():
        media = screen.media
        named |= {str(path) for path in (*media._js, *(path for paths in media._css.values() for path in paths))}
    for template in TEMPLATES.rglob("*.html"):
        named |= set(NAMED.findall(template.read_text()))
    assert {"shaf/desk/desk.css", "shaf/desk/form.js", "shaf/desk/review.css"} <= named
    assert [name for name in sorted(named) if not finders.find(name)] == []


def collect():
    call_command("collectstatic", interactive=False, verbosity=0)


def test_the_process_that_collects_knows_it_at_once(source):
    restarted()
    assert static_files.trouble() == static_files.MISSING
    static_files.collect()
    assert static_files.trouble() == ""
    assert static(ICON) != f"/static/{ICON}"


def test_of_two_servers_that_start_at_once_one_collects(source, settings, monkeypatch):
    restarted()
    folder = os.open(settings.STATIC_ROOT, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    second = threading.Thread(target=static_files.collect)
    second.start()
    second.join(0.2)
    assert second.is_alive()
    knows_nothing = staticfiles_storage._wrapped
    assert restarted() == static_files.MISSING
    collect()
    staticfiles_storage._wrapped = knows_nothing
    assert static_files.trouble() == static_files.MISSING
    asked = []
    monkeypatch.setattr(static_files, "call_command", lambda name, **_: asked.append(name))
    os.close(folder)
    second.join(10)
    assert (second.is_alive(), asked, static_files.trouble()) == (False, [], "")


def restarted() -> str:
    """What a process that starts now has to say of its static files."""
    staticfiles_storage._wrapped = static_files.Collected()
    return static_files.trouble()


def test_nothing_collected_then_collected_then_an_upgrade(source):
    assert restarted() == static_files.MISSING
    collect()
    assert restarted() == ""
    assert static(ICON) != f"/static/{ICON}"
    (source / ICON).write_text("<svg></svg>")
    assert restarted() == static_files.OUTDATED
    collect()
    assert restarted() == ""
    (source / "shaf" / "new.css").write_text("p {}")
    assert restarted() == static_files.OUTDATED


@pytest.mark.parametrize("manifest", ["", "{", "[]"])
def test_half_a_manifest_is_none(source, settings, manifest):
    collect()
    (settings.STATIC_ROOT / "staticfiles.json").write_text(manifest)
    assert restarted() == static_files.MISSING
    collect()
    assert restarted() == ""


def test_what_another_version_collected_is_not_ours(source, settings):
    collect()
    (settings.STATIC_ROOT / static_files.DIGEST).unlink()
    assert restarted() == static_files.OUTDATED


@pytest.mark.one_database
@pytest.mark.django_db
def test_check_warns_and_check_deploy_fails(source):
    def said(deploy):
        messages = checks.run_checks(include_deployment_checks=deploy)
        return {message.id for message in messages} & {"shaf.W003", "shaf.E007"}

    restarted()
    assert said(False) == {"shaf.W003"}
    assert said(True) == {"shaf.W003", "shaf.E007"}
    collect()
    restarted()
    assert said(True) == set()


@pytest.mark.django_db
def test_the_server_does_not_start_without_and_says_so_where_they_are_old(source, monkeypatch, capsys, caplog):
    monkeypatch.setattr(checks, "run_checks", lambda tags: [])
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    restarted()
    with pytest.raises(SystemExit) as stopped:
        start.refuse_what_is_unsafe()
    assert stopped.value.code == start.REFUSED
    assert "collectstatic" in capsys.readouterr().err
    collect()
    restarted()
    start.refuse_what_is_unsafe()
    assert not caplog.records
    (source / ICON).write_text("<svg></svg>")
    restarted()
    start.refuse_what_is_unsafe()
    assert "collectstatic" in caplog.text


def test_a_real_server_does_not_start_without(tmp_path):
    code = f"from shaf import settings; settings.STATIC_ROOT = {str(tmp_path)!r}; {SERVE[1]}"
    refused = process("-c", code, ALLOWED_HOSTS="localhost", DATABASE_URL=f"sqlite:///{tmp_path}/s.sqlite3", **KEY)
    assert refused.returncode == start.REFUSED
    assert "collectstatic" in refused.stderr


@pytest.mark.one_database
@pytest.mark.django_db
def test_healthz_knows(source, client, caplog):
    restarted()
    assert client.get("/healthz").status_code == 503
    assert "collectstatic" in caplog.text
    collect()
    restarted()
    assert client.get("/healthz").status_code == 200


@pytest.mark.one_database
@pytest.mark.django_db
def test_every_page_stands_without_and_those_of_errors_too(source, monkeypatch):
    restarted()
    f.make_publisher()
    client = Client(raise_request_exception=False)
    assert [client.get(path).status_code for path in ("/", "/articles/", "/feed/", "/admin/login/")] == [200] * 4
    assert client.get("/nothing/").status_code == 404
    assert client.get("/admin/nothing/").status_code in (302, 404)

    def failing(error):
        def fail(*_args, **_kwargs):
            raise error

        return fail

    for error, status, says in ((ValueError, 500, "حدث خطأ"), (OperationalError, 503, "نعود بعد قليل")):
        monkeypatch.setattr("articles.site.views.public_state", failing(error))
        answer = client.get("/")
        assert answer.status_code == status
        assert says in answer.content.decode()
    desk = handler500(RequestFactory().get("/admin/"))
    assert desk.status_code == 500
    assert "desk.css" in desk.content.decode()
