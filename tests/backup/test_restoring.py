"""What a restore refuses, and what it leaves where it does not come to its end."""

import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from shaf.backup import proof, target
from shaf.backup.checks import restore_finished
from shaf.backup.refusal import Refused, Status
from tests import factories as f
from tests.backup.installations import empty


@pytest.fixture
def site(released, tmp_path):
    return empty(tmp_path / "site")


def tables():
    return [name for name in connection.introspection.table_names() if name != target.MARK]


def test_it_needs_an_empty_installation(released, site):
    """One that is only migrated is empty; one with an account is not."""
    site.call("migrate", verbosity=0)
    with site.opened():
        f.make_user("somebody")
        with pytest.raises(CommandError, match="auth_user: 1") as refusal:
            call_command("restore", released)
        assert refusal.value.returncode == Status.NOT_EMPTY
        f.User.objects.all().delete()
        call_command("restore", released)
        assert not f.User.objects.filter(username="somebody").exists()
        assert f.User.objects.filter(username="editor").exists()
        with pytest.raises(CommandError) as refusal:
            call_command("restore", released)
        assert refusal.value.returncode == Status.NOT_EMPTY


def test_what_fails_at_the_end_leaves_nothing(released, site, monkeypatch):
    def broken(*_arguments):
        assert "articles_edition" in tables()
        raise Refused("Broken on the way.")

    monkeypatch.setattr(proof, "faults", broken)
    with site.opened():
        with pytest.raises(CommandError, match="Broken on the way"):
            call_command("restore", released)
        assert tables() == []
        assert restore_finished() == []
    assert not site.media.exists() or list(site.media.iterdir()) == []


def test_one_that_was_killed_is_said_and_the_next_starts_anew(released, site):
    """As a process leaves it that is killed in its midst: see drill.py, which does kill it."""
    with site.opened():
        if connection.vendor == "sqlite":
            folder = target._folder(connection)
            folder.mkdir()
            (folder / "database.sqlite3").write_bytes(b"half")
        else:
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE TABLE {target.MARK} (since timestamptz)")
        (error,) = restore_finished()
        assert "did not finish" in error.msg
        with pytest.raises(CommandError, match="did not finish"):
            call_command("serve")
        call_command("restore", released)
        assert restore_finished() == []
        assert "articles_edition" in tables()
        assert target.MARK not in connection.introspection.table_names()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="no file is replaced")
def test_nothing_is_replaced_that_others_have_open(released, site):
    """They would go on writing to the old file."""
    with site.opened():
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("CREATE TABLE django_session (session_key text)")
        with pytest.raises(CommandError, match="Stop the server") as refusal:
            call_command("restore", released)
        assert refusal.value.returncode == Status.BUSY
        other.close()
        with target.replaced():
            assert tables() == []


def test_two_at_once(released, site):
    with site.opened(), target.replaced():
        other = site.manage("restore", str(released))
    assert other.returncode == Status.BUSY, other.stderr
    assert "Another restore is running." in other.stderr


@pytest.mark.outer
def test_pictures_are_never_written_over(released, site, source):
    name = sorted(path.name for path in source.media.glob("*.jpg"))[0]
    site.media.mkdir(parents=True)
    (site.media / name).write_bytes(b"another")
    with pytest.raises(CommandError, match=name):
        site.call("restore", released)
    assert (site.media / name).read_bytes() == b"another"
    shutil.copy(source.media / name, site.media / name)
    site.call("restore", released)


@pytest.mark.outer
def test_editions_that_were_tampered_with_before_are_restored_and_named(released, site, tmp_path):
    """The backup is what there was: without it nothing at all would be left."""
    with site.opened():
        call_command("restore", released)
        with connection.cursor() as cursor:
            on = " ON articles_edition" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER articles_edition_no_change_update{on}")
            cursor.execute(f"DROP TRIGGER articles_edition_ended_stays_ended_update{on}")
            cursor.execute("UPDATE articles_edition SET body = 'forged' WHERE id = 1")
        call_command("backup", tmp_path / "forged.zip")
    again = empty(tmp_path / "again")
    with pytest.raises(CommandError, match="1 editions are not what was published") as refusal:
        again.call("restore", tmp_path / "forged.zip")
    assert refusal.value.returncode == Status.UNSOUND
    with again.opened():
        assert "articles_edition" in tables()
