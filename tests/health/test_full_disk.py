"""A full disk: what was typed stays, an uploader is told in JSON, and nothing is left half written."""

import errno
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import OperationalError
from django.test import Client

from shaf.db.no_room import is_for_want_of_room
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FULL = OSError(errno.ENOSPC, "No space left on device")


class OfPostgreSQL(Exception):
    sqlstate = "53100"


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FULL, True),
        (OperationalError("database or disk is full"), True),
        (caused(OperationalError("could not extend file"), OfPostgreSQL()), True),
        (OperationalError("database is locked"), False),
        (OSError(errno.EACCES, "Permission denied"), False),
        (None, False),
    ],
)
def test_which_errors_say_so(error, said):
    assert is_for_want_of_room(error) == said


@pytest.fixture
def writer(client):
    user = f.make_user("writer", "writer", f.make_branch())
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


# What is sent → whether JSON is read there.
SENT = {
    "login": ("/admin/login/", {"username": "writer", "password": "demo"}, {}, False),
    "the library": ("/admin/pictures/", {}, {}, False),
    "the library's script": ("/admin/pictures/", {}, {"accept": "application/json"}, True),
    "the editor": ("/admin/upload/", {}, {"accept": "*/*"}, True),
    "autosave": ("/admin/articles/article/autosave/", "{}", {}, True),
}


@pytest.mark.parametrize("what", SENT)
def test_it_is_said(monkeypatch, writer, what):
    path, data, headers, is_json = SENT[what]

    def full(*_args, **_fields):
        raise FULL

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", full)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", full)
    kind = {"content_type": "application/json"} if isinstance(data, str) else {}
    response = writer.post(path, data, headers=headers, **kind)
    assert response.status_code == 507
    assert ("json" in response["Content-Type"]) == is_json
    if is_json:
        assert response.json()["error"]["message"]


def test_no_half_of_a_picture_stays(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    name = f"{'6' * 64}.png"

    def full(_self, chunk_size=None):
        yield b"a part"
        raise FULL

    monkeypatch.setattr(ContentFile, "chunks", full)
    with pytest.raises(OSError, match="No space"):
        default_storage.save(name, ContentFile(b"whole"))
    assert list(Path(settings.MEDIA_ROOT).iterdir()) == []
    monkeypatch.undo()
    default_storage.save(name, ContentFile(b"whole"))
    assert [path.name for path in Path(settings.MEDIA_ROOT).iterdir()] == [name]
