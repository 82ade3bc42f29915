"""How a backup is made: of one moment, whole or not at all, and no others than its own are removed."""

import errno
import os
import sqlite3
import time
from contextlib import closing

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from authors.models import Topic
from shaf import heartbeats
from shaf.backup import goal, media, snapshot
from shaf.backup.archive import MEDIA, Archive
from shaf.backup.refusal import Status
from shaf.backup.tables import tables_at
from tests.backup.installations import Installation

TOPICS = "authors_topic"


@pytest.fixture
def site(released, source, tmp_path):
    """A copy that is of this release, opened."""
    file = tmp_path / "site" / "site.sqlite3"
    copy = Installation(f"sqlite:///{file}", tmp_path / "site" / "media")
    copy.media.mkdir(parents=True)
    for picture in source.media.iterdir():
        os.link(picture, copy.media / picture.name)
    original, target = (sqlite3.connect(path) for path in (source.database.removeprefix("sqlite:///"), file))
    with closing(original), closing(target):
        original.backup(target)
    with copy.opened():
        yield copy


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_is_of_one_moment_and_nobody_waits():
    Topic.objects.create(name_ar="قبل")
    (topics,) = [table for table in tables_at(_applied()) if table.name == TOPICS]
    with snapshot.snapshot() as snap:
        before = list(snapshot.rows_of(snap, topics))
        Topic.objects.create(name_ar="أثناء")
        assert list(snapshot.rows_of(snap, topics)) == before
        assert len(before) == 1
    with snapshot.snapshot() as later:
        assert len(list(snapshot.rows_of(later, topics))) == 2
        assert later.last_key(topics) == max(Topic.objects.values_list("pk", flat=True))


def _applied():
    with snapshot.snapshot() as snap:
        return snapshot.applied(snap)


@pytest.mark.outer
def test_only_its_owner_reads_it_and_it_is_noted(site, tmp_path, capsys):
    call_command("migrate", verbosity=0)
    assert heartbeats.age(heartbeats.BACKUP) is None
    call_command("backup", tmp_path)
    (made,) = tmp_path.glob("shaf-*.zip")
    assert goal.OURS.fullmatch(made.name)
    assert made.stat().st_mode & 0o777 == 0o600
    assert heartbeats.age(heartbeats.BACKUP).total_seconds() < 60
    assert str(made) in capsys.readouterr().out


@pytest.mark.outer
def test_the_oldest_of_its_own_go_once_the_new_one_is_there(site, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    others = ["shaf-20240101-000000.zip.old", "shaf-2024.zip", "notes.txt", ".shaf-20240101-000001.zip.part2"]
    for name in [*others, "shaf-20240101-000000.zip", "shaf-20240102-000000.zip"]:
        (folder / name).write_text("x")
    call_command("backup", folder, keep=2)
    left = sorted(path.name for path in folder.iterdir())
    assert set(others) < set(left)
    assert next(name for name in left if goal.OURS.fullmatch(name)) == "shaf-20240102-000000.zip"
    assert len(left) == len(others) + 2
    for picture in site.media.glob("*.jpg"):
        picture.unlink()
    with pytest.raises(CommandError):
        call_command("backup", folder, keep=1)
    assert sorted(path.name for path in folder.iterdir()) == left


@pytest.mark.outer
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("member", ["tables/articles_edition.jsonl", f"{MEDIA}342c", "manifest.json"])
def test_a_full_disk_or_a_hand_on_the_keyboard_leaves_nothing(site, tmp_path, monkeypatch, error, member):
    from zipfile import ZipFile

    opened = ZipFile.open

    def breaking(self, name, *arguments, **options):
        if getattr(name, "filename", "").startswith(member):
            raise error
        return opened(self, name, *arguments, **options)

    monkeypatch.setattr(ZipFile, "open", breaking)
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(CommandError, match=r"No space left|Interrupted") as refusal:
        call_command("backup", folder)
    assert refusal.value.returncode == (1 if isinstance(error, OSError) else 130)
    assert list(folder.iterdir()) == []


@pytest.mark.outer
def test_what_a_killed_one_left_goes_with_the_next(site, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    left, other = folder / ".shaf-20250101-000000.zip.part", folder / ".notes.part"
    for part in (left, other):
        part.write_text("half")
    with goal.completed(folder / "shaf-20250102-000000.zip") as file:
        assert not left.exists()
        call_command("backup", folder)
        file.write(b"whole")
    assert other.exists()
    assert (folder / "shaf-20250102-000000.zip").read_bytes() == b"whole"


@pytest.mark.outer
def test_a_lost_picture_is_said_and_refused(site, tmp_path, capsys):
    lost, damaged = sorted(site.media.glob("*.jpg"))
    lost.unlink()
    with pytest.raises(CommandError, match=lost.name) as refusal:
        call_command("backup", tmp_path / "one.zip")
    assert refusal.value.returncode == Status.LOST
    lost.write_bytes(damaged.read_bytes())
    with pytest.raises(CommandError, match=lost.name):
        call_command("backup", tmp_path / "one.zip")
    assert not (tmp_path / "one.zip").exists()
    call_command("backup", tmp_path / "one.zip", without_lost_media=True)
    assert f"The file {lost.name} is gone" in capsys.readouterr().err
    with Archive(tmp_path / "one.zip") as archive:
        assert archive.manifest["media"]["lost"] == [lost.name]
        assert lost.name not in archive.names(MEDIA)


@pytest.mark.outer
def test_a_picture_that_is_deleted_meanwhile_stops_nobody(site, tmp_path, monkeypatch):
    """Its row is in the snapshot, and by the time that its file is wanted both are gone."""
    gone = sorted(site.media.glob("*.jpg"))[0]
    read = media.read

    def late(name):
        if gone.exists():
            with connection.cursor() as cursor:
                for table, column in (("articles_pictureindex", "picture"), ("articles_picturesize", "file")):
                    cursor.execute(f"DELETE FROM {table} WHERE {column} LIKE %s", [f"{gone.name}%"])
                cursor.execute("UPDATE articles_picture SET file = '' WHERE file = %s", [gone.name])
            for file in site.media.glob(f"{gone.name}*"):
                file.unlink()
        return read(name)

    monkeypatch.setattr(media, "read", late)
    call_command("backup", tmp_path / "one.zip")
    with Archive(tmp_path / "one.zip") as archive:
        assert gone.name in archive.manifest["media"]["lost"]


@pytest.mark.outer
def test_a_database_of_a_newer_release(site, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('articles', '0999_later', '2026-01-01')"
        )
    with pytest.raises(CommandError, match=r"The database has the migration articles\.0999_later") as refusal:
        call_command("backup", tmp_path / "one.zip")
    assert refusal.value.returncode == Status.NEWER


@pytest.mark.outer
def test_into_a_storage(site, tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="needs STORAGE_URL"):
        call_command("backup", to_storage=True)
    there = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path / "there")}}
    with override_settings(STORAGES=storages.backends | {goal.ALIAS: there}):
        call_command("backup", to_storage=True, keep=1)
        (first,) = (tmp_path / "there").iterdir()
        with monkeypatch.context() as stopped:
            stopped.setattr(goal, "new_name", lambda: first.name)
            with pytest.raises(CommandError, match="in the same second"):
                call_command("backup", to_storage=True, keep=1)
        # A name has the second in which it was made.
        time.sleep(1)
        call_command("backup", to_storage=True, keep=1)
        assert isinstance(storages[goal.ALIAS], FileSystemStorage)
    (made,) = (tmp_path / "there").iterdir()
    with Archive(made) as archive:
        archive.verify(lambda _bytes: None)


@pytest.mark.outer
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a file or a folder"),
        (["{}/there.zip"], "exists, and nothing is written over"),
        (["{}/nowhere/one.zip"], "There is no folder"),
        (["{}/one.zip", "--keep", "3"], "--keep needs a folder"),
        (["{}", "--keep", "0"], "1 or more"),
        (["{}", "--to-storage"], "Name a file or a folder"),
    ],
)
def test_what_cannot_be_asked(site, tmp_path, arguments, said):
    (tmp_path / "there.zip").write_text("x")
    with pytest.raises(CommandError, match=said):
        call_command("backup", *(argument.format(tmp_path) for argument in arguments))
