"""/healthz: a status, and nothing else."""

import pytest
from django.db import DatabaseError, connection

from articles.press import guards

pytestmark = pytest.mark.django_db


def status(client) -> int:
    response = client.get("/healthz")
    assert response.content == b""
    assert "no-store" in response["Cache-Control"]
    return response.status_code


def test_in_order(client):
    assert status(client) == 200
    assert client.head("/healthz").status_code == 200
    assert client.get("/en/healthz").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("guard", guards.guards(connection.vendor), ids=lambda guard: guard.name)
def test_a_missing_guard(client, guard):
    on = f" ON {guards.TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {guard.trigger(guard.events[0])}{on}")
    assert status(client) == 503
    guards.install(connection)
    assert status(client) == 200


def test_no_database(client, monkeypatch, caplog):
    def fail():
        raise DatabaseError("connection refused")

    monkeypatch.setattr("shaf.db.clock.database_now", fail)
    assert status(client) == 503
    assert "connection refused" in caplog.text, "the operator reads why in the log"


def test_no_place_for_uploads(client, settings, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    settings.MEDIA_ROOT = blocked / "media"
    assert status(client) == 503
    settings.MEDIA_ROOT = tmp_path / "media"
    assert status(client) == 200
