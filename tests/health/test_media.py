"""Files that are lost, and whose files are."""

import pytest

from articles.desk.pictures import media
from articles.press.models import PictureIndex
from tests import factories as f
from tests.test_settings import run


@pytest.mark.django_db
@pytest.mark.one_database
def test_a_lost_file_is_logged_once_when_a_reader_asks_for_it(client, caplog):
    media._say_that_it_is_lost.cache_clear()
    lost, never = f"{'3' * 64}.png", f"{'4' * 64}.png"
    PictureIndex.objects.create(edition=f.make_edition(), picture=lost)
    for _n in range(2):
        assert client.get(f"/media/{lost}").status_code == 404
        assert client.get(f"/media/{never}").status_code == 404
    assert caplog.text.count(f"The file {lost} is lost") == 1
    assert f"The file {never}" not in caplog.text


@pytest.mark.parametrize(("for_group", "folder", "file"), [(False, 0o700, 0o600), (True, 0o750, 0o640)])
def test_pictures_are_their_owners_alone(settings, tmp_path, for_group, folder, file):
    code = f"""
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from shaf.db.never_migrated import make_file
default_storage.save("{"5" * 64}.png", ContentFile(b"x"))
make_file(connection)
"""
    done = run(
        code,
        MEDIA_ROOT=f"{tmp_path}/media",
        MEDIA_FOR_GROUP=str(for_group),
        DEBUG="true",
        DJANGO_SETTINGS_MODULE="shaf.settings",
        DATABASE_URL=f"sqlite:///{tmp_path}/s.sqlite3",
    )
    assert not done.returncode, done.stderr
    made = tmp_path / "media"
    assert made.stat().st_mode & 0o777 == folder
    assert (made / f"{'5' * 64}.png").stat().st_mode & 0o777 == file
    assert (tmp_path / "s.sqlite3").stat().st_mode & 0o777 == 0o600
