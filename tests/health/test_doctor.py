"""`manage.py doctor`: every part is tried and said, and the exit status tells a script."""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.press.models import PictureIndex
from shaf import heartbeats
from shaf.health import files, outside
from shaf.health.endpoints import Endpoints
from shaf.health.parts import PARTS
from tests import factories as f
from tests import sink as smtp

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

# Of the tests themselves, and of a site without https.
SILENCED = ["async.E001", *(f"security.W{n:03}" for n in range(1, 30))]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


def ours(environ, start_response):
    start_response("404 Not Found", [])
    return []


@contextmanager
def serving(application: Callable) -> Iterator[str]:
    """One process that serves at an address of its own."""
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def sound(settings):
    """An installation in which nothing is to be said."""
    settings.DISK_FREE_MB = 1
    settings.SILENCED_SYSTEM_CHECKS = SILENCED
    if database := files.sqlite_file():
        for file in database.parent.glob(f"{database.name}*"):
            file.chmod(0o600)
    with serving(Endpoints(ours)) as url:
        settings.SITE_URL = url
        heartbeats.beat("backup")
        with translation.override("en"):
            yield settings


def doctor(capsys, *options: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as end:
        call_command("doctor", *options)
    return end.value.code, capsys.readouterr().out


def found(capsys, *options: str) -> dict[str, list[str]]:
    """What was found, by part, where there is something."""
    told = json.loads(doctor(capsys, "--json", *options)[1])
    return {name: [one["what"] for one in part["findings"]] for name, part in told.items() if part["findings"]}


def test_in_order(capsys, sound):
    f.make_edition()
    status, said = doctor(capsys)
    assert status == 0, said
    assert said.count("✓") == len(PARTS)
    assert found(capsys) == {}


def test_warnings_and_faults(capsys, sound, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    sound.DISK_FREE_MB = 10**9
    status, said = doctor(capsys)
    assert status == 2
    assert "✗ disk" in said
    assert "→ Make room" in said
    sound.DISK_FREE_MB = 1
    sound.SILENCED_SYSTEM_CHECKS = SILENCED[:1]
    assert doctor(capsys)[0] == 1


def test_a_file_that_is_lost_and_one_that_is_another(capsys, sound):
    edition = f.make_edition()
    data = os.urandom(30)
    sound_name = default_storage.save(f"{hashlib.sha256(data).hexdigest()}.png", ContentFile(data))
    damaged = default_storage.save(f"{'1' * 64}.png", ContentFile(b"of another"))
    lost = f"{'2' * 64}.png"
    PictureIndex.objects.bulk_create(
        PictureIndex(edition=edition, picture=name) for name in (sound_name, damaged, lost)
    )
    (said,) = found(capsys)["pictures"]
    assert damaged in said
    assert lost in said
    assert sound_name not in said


def test_mail(capsys, sound):
    assert doctor(capsys, "--mail", "somebody@example.org")[0] == 0
    assert mail.outbox[-1].to == ["somebody@example.org"]
    with pytest.raises(CommandError, match="no mail address"):
        call_command("doctor", "--mail", "nobody")
    sound.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    sound.EMAIL_HOST, sound.EMAIL_PORT = "127.0.0.1", 9
    assert "cannot be reached" in found(capsys)["mail"][0]
    with smtp.server() as (sink, port):
        sound.EMAIL_PORT = port
        assert "mail" not in found(capsys)
        sound.EMAIL_HOST_USER, sound.EMAIL_HOST_PASSWORD = "user", "password"
        assert "mail" in found(capsys), "it offers no login"
        assert not sink.letters


def test_files_that_others_can_read(capsys, sound):
    sound.MEDIA_ROOT = "/tmp/shaf-doctor-media"
    os.makedirs(sound.MEDIA_ROOT, exist_ok=True)
    try:
        os.chmod(sound.MEDIA_ROOT, 0o755)
        assert any(sound.MEDIA_ROOT in what for what in found(capsys)["permissions"])
        os.chmod(sound.MEDIA_ROOT, 0o750)
        assert "permissions" not in found(capsys)
    finally:
        os.rmdir(sound.MEDIA_ROOT)


def without_host(environ, start_response):
    return Endpoints(ours)({**environ, "HTTP_HOST": "upstream"}, start_response)


def behind_a_proxy(environ, start_response):
    added = f"{environ['HTTP_X_FORWARDED_FOR']}, 203.0.113.9" if "HTTP_X_FORWARDED_FOR" in environ else "203.0.113.9"
    return Endpoints(ours)({**environ, "HTTP_X_FORWARDED_FOR": added}, start_response)


def another(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"<p>parked</p>"]


# What stands at SITE_URL, whether proxies are believed → what is said of it.
ADDRESSES = {
    "it": (Endpoints(ours), False, ""),
    "something else": (another, False, "something else"),
    "a proxy that loses the host": (without_host, False, "upstream"),
    "a proxy that is not believed": (behind_a_proxy, False, "not believed"),
    "a proxy that is believed": (behind_a_proxy, True, ""),
    "no proxy, and one is believed": (Endpoints(ours), True, "choose the address"),
}


@pytest.mark.parametrize("what", ADDRESSES)
def test_the_public_address(capsys, sound, what):
    application, believed, said = ADDRESSES[what]
    sound.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if believed else None
    with serving(application) as sound.SITE_URL:
        told = list(outside.address())
    assert bool(told) == bool(said), told
    assert not said or said in told[0].what
    sound.SITE_URL = "http://127.0.0.1:9"
    assert "cannot be reached" in next(outside.address()).what


def test_https_that_arrives_as_http_is_seen(sound):
    said = {"secure": False, "host": "reports.example.org", "counted": "203.0.113.9", "forwarded": ""}
    (told,) = outside._as_seen(said, is_https=True, host="reports.example.org")
    assert "arrive as http" in told.what
    assert not list(outside._as_seen({**said, "secure": True}, is_https=True, host="reports.example.org"))


def test_nobody_else_is_told_how_they_are_seen(sound):
    import urllib.request

    for given in ("Doctor x", "Doctor ", "Bearer x"):
        request = urllib.request.Request(sound.SITE_URL + "/healthz", headers={"Authorization": given})
        with urllib.request.urlopen(request, timeout=10) as response:
            assert response.read() == b""
