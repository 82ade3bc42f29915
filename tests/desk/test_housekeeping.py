"""What grows for ever: what is old goes, what is younger stays, and nothing that anybody uses is among it."""

import io
import os
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django_tasks_db.models import DBTaskResult
from PIL import Image

from articles.desk.housekeeping import daily
from articles.desk.housekeeping.kinds import KINDS, sweep
from articles.desk.notices import worker as rounds
from articles.desk.workflow.pictures import add_picture
from articles.models import Autosave, Notice, Picture, Presence, PreviewLink
from shaf import heartbeats
from shaf.attempts.models import Attempts
from shaf.audit.chain import chain
from shaf.audit.recording import record
from shaf.db.clock import database_now
from shaf.devices.models import DeskSession
from shaf.once.models import SentForm
from tests import factories as f

DAY = timedelta(days=1)
UPLOAD = f"{'a' * 64}.jpg"


@pytest.fixture
def media(tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path):
        yield tmp_path


def file_of_a_broken_upload(folder, name, days):
    (folder / name).write_bytes(b"half")
    then = time.time() - days * 86400
    os.utime(folder / name, (then, then))


def fill(ago, serial, folder):
    """One of each kind, so long ago."""
    then = database_now() - ago
    person = f.User.objects.get(username="writer")
    article = person.attributes_of_the_test
    DeskSession.objects.create(session_key=f"s{serial}", session_data="x", expire_date=then)
    task = DBTaskResult(args_kwargs={}, task_path="x", queue_name="default", backend_name="default")
    task.status, task.finished_at, task.worker_ids = "SUCCESSFUL", then, []
    task.exception_class_path = task.traceback = ""
    task.run_after = then
    task.save()
    Notice.objects.create(to=person, kind="x", key=f"k{serial}", at=then, read_at=then)
    Autosave.objects.create(user=person, article=article, tab=f"t{serial}", draft={}, at=then)
    Presence.objects.create(article=article, user=person, tab=f"t{serial}", since=then, seen_at=then)
    PreviewLink.objects.create(
        article=article, language="ar", version=1, manuscript="{}", by=person, at=then, expires_at=then
    )
    SentForm.objects.create(person=person.pk, token=f"t{serial}", digest="x", at=then)
    Attempts.objects.create(what="x", who=f"w{serial}", empty_at=then)
    record("settings", at=then)
    chain()
    file_of_a_broken_upload(folder, f"{UPLOAD}.{serial:08}", ago / DAY)


@pytest.mark.django_db
def test_of_each_kind_the_old_goes(media, monkeypatch, capsys, settings):
    settings.AUDIT_KEPT_DAYS = 365
    article = f.make_article(by=f.make_user("writer", "writer"))
    monkeypatch.setattr(f.User, "attributes_of_the_test", article, raising=False)
    (media / UPLOAD).write_bytes(b"whole")
    fill(400 * DAY, 1, media)
    fill(-DAY, 2, media)
    call_command("housekeeping", "--dry-run")
    assert {found.kind.name: found.count for found in sweep(dry_run=True)} == dict.fromkeys(
        (kind.name for kind in KINDS), 1
    )
    assert "Nothing was deleted." in capsys.readouterr().out
    call_command("housekeeping")
    assert "       1  preview links: " in capsys.readouterr().out
    assert {found.count for found in sweep(dry_run=True)} == {0}
    for model in (DeskSession, DBTaskResult, Notice, Autosave, Presence, PreviewLink, SentForm, Attempts):
        assert model._default_manager.count() == 1, model
    assert sorted(os.listdir(media)) == [UPLOAD, f"{UPLOAD}.00000002"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "goes"),
    [
        ({"read_at": 366 * DAY}, True),
        ({"read_at": 364 * DAY}, False),
        ({"read_at": None}, False),
        ({"read_at": 366 * DAY, "mail": "waiting"}, False),
        ({"read_at": 366 * DAY, "mail": "failed"}, False),
        ({"read_at": None, "left": True}, True),
    ],
)
def test_which_notices_go(fields, goes):
    now, person = database_now(), f.make_user(is_active=not fields.pop("left", False))
    read = fields.pop("read_at")
    Notice.objects.create(to=person, kind="x", key="k", at=now - 400 * DAY, read_at=read and now - read, **fields)
    sweep()
    assert Notice.objects.exists() is not goes


def picture(branch, writer, colour, width=80):
    """One of 320 pixels or more has other sizes."""
    data = io.BytesIO()
    Image.new("RGB", (width, 60), colour).save(data, "PNG")
    made = add_picture(data.getvalue(), by=writer, branch=branch.pk)
    Picture.objects.filter(pk=made.pk).update(uploaded_at=database_now() - 91 * DAY)
    return made


@pytest.mark.django_db(transaction=True)
def test_pictures_that_nothing_uses(media):
    """One for each thing that may use it, one young one, and one that is used by nothing."""
    branch, writer = f.make_branch(), f.make_user("writer", "writer")
    uses = ["cover", "body", "edition", "revision", "earlier cover", "autosave", "link", "logo", "young"]
    made = {use: picture(branch, writer, (20 * place, 60, 90)) for place, use in enumerate(uses)}
    made["nothing"] = picture(branch, writer, (1, 2, 3), width=320)
    names = {use: one.file.name for use, one in made.items()}
    body = {
        use: f'<p>نص</p><figure class="image"><img src="/media/{name}" alt="ص"></figure>' for use, name in names.items()
    }
    article = f.make_article(writer, ("ar",), body_ar=body["revision"], cover=made["earlier cover"].pk)
    f.write(article, writer, body_ar=body["body"], cover=made["cover"].pk)
    f.make_edition(("ar",), body_ar=body["edition"])
    Autosave.objects.create(
        user=writer, article=article, tab="t", draft={"body_ar": body["autosave"]}, at=database_now()
    )
    link = {"language": "ar", "version": 1, "by": writer, "at": database_now(), "expires_at": database_now() + DAY}
    PreviewLink.objects.create(article=article, manuscript=body["link"], **link)
    branch.logo = names["logo"]
    branch.save()
    Picture.objects.filter(pk=made["young"].pk).update(uploaded_at=database_now() - 89 * DAY)
    call_command("housekeeping")
    call_command("housekeeping", "--pictures", "--dry-run")
    assert Picture.objects.count() == len(made) < len(list(media.iterdir()))
    call_command("housekeeping", "--pictures")
    left = set(Picture.objects.values_list("file", flat=True))
    assert {use for use, name in names.items() if name not in left} == {"nothing"}
    assert not default_storage.exists(names["nothing"])
    assert all(default_storage.exists(name) for use, name in names.items() if use != "nothing")
    assert len(list(media.iterdir())) == len(made) - 1, "its other sizes too"


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_it_once_a_day(settings, media):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def expired():
        DeskSession.objects.create(session_key="s", session_data="x", expire_date=database_now() - DAY)

    def there():
        return DeskSession.objects.exists()

    expired()
    rounds.make_round.func()
    assert not there()
    expired()
    rounds.make_round.func()
    assert there(), "not again within a day"
    with connection.cursor() as cursor:
        yesterday = database_now() - daily.EVERY
        cursor.execute(f"UPDATE {heartbeats.TABLE} SET at = %s WHERE name = %s", [yesterday, daily.HOUSEKEEPING])
    rounds.make_round.func()
    assert not there()


@pytest.mark.django_db
def test_no_request_does_it():
    """Without a worker rounds are made within requests."""
    DeskSession.objects.create(session_key="s", session_data="x", expire_date=database_now() - DAY)
    rounds.make_round.func()
    assert DeskSession.objects.exists()
