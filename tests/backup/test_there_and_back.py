"""A backup of either database restored into the other, and back: to the byte what it was for everybody outside."""

import json
import shutil

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from articles.models import Article
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.audit.models import Event
from shaf.audit.verifying import verify as verify_log
from shaf.backup.archive import Archive
from shaf.db.clock import database_now
from tests import factories as f
from tests.backup.conftest import ADDRESSES
from tests.backup.installations import Installation, empty

SEARCHES = [f"/search/?q={words}" for words in ("الطلب", "ماء", "مشروع ثقة", "باسل", "%22قواعد الجفاف%22")]
PAGES = [*ADDRESSES, *SEARCHES, "/", "/en/", "/pages/عن-المركز/", "/sitemap.xml"]
# What this release's migrations added to, and what it made anew.
MOVED_ON = ("articles_version", "articles_printed", "auth_permission", "django_content_type", "django_migrations")


@pytest.fixture
def three(released, source, tmp_path):
    """The one that was backed up, one of this run's database made of it, and one on SQLite made of that."""
    first = Installation(f"sqlite:///{tmp_path}/first.sqlite3", tmp_path / "media")
    shutil.copy(source.database.removeprefix("sqlite:///"), tmp_path / "first.sqlite3")
    shutil.copytree(source.media, first.media)
    first.call("migrate", verbosity=0)
    first.call("repress", verbosity=0)
    there, back = empty(tmp_path / "there"), empty(tmp_path / "back", sqlite=True)
    there.call("restore", released)
    there.call("backup", tmp_path / "there.zip")
    back.call("restore", tmp_path / "there.zip")
    return first, there, back


def test_there_and_back(three, released, tmp_path):
    """One test, since what it looks at takes long to make."""
    first, there, back = three
    assert there.database.startswith(connection.vendor)
    shown = first.pages(PAGES)
    assert {status for status, _content in shown.values()} >= {200, 301, 410}
    for site in (there, back):
        answered = site.pages(PAGES)
        assert [address for address in PAGES if answered[address] != shown[address]] == []
    _rows_are_the_same(released, tmp_path / "there.zip")
    with back.opened():
        assert list(Event.objects.order_by("pk").values_list("what", "name")) == [
            ("restored", released.name),
            ("restored", "there.zip"),
        ]
        assert not any(verify_log())
    for site in (there, back):
        with site.opened():
            _works()
    # A control: another text is seen.
    assert there.pages(["/feed/"]) != {"/feed/": shown["/feed/"]}


def _rows_are_the_same(one, other):
    """Times to the microsecond, bytes, JSON and all; and the keys that were given out."""
    with Archive(one) as before, Archive(other) as after:
        tables = {name: said for name, said in before.manifest["tables"].items() if name not in MOVED_ON}
        assert len(tables) > 40
        for table, said in tables.items():
            # What later migrations added to a table the release's backup has not.
            held = list(said["columns"])
            assert _read(before, table, held) == _read(after, table, held), table
            assert said.get("last_key") == after.manifest["tables"][table].get("last_key"), table


def _read(archive, table, held):
    columns = archive.manifest["tables"][table]["columns"]
    rows = (dict(zip(columns, row, strict=True)) for row in archive.rows(table))
    return [[json.loads(row[c]) if columns[c] == "json" and row[c] else row[c] for c in held] for row in rows]


def _works():
    """Sound, guarded, with keys that nobody had; what is published now is found, by the index that there should be."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'articles_search'")
            ((definition,),) = cursor.fetchall()
        assert "USING gin (head, words, pairs) WITH (fastupdate=off)" in definition
    assert [broken for broken in verify() if broken] == []
    last = max(Article.objects.values_list("pk", flat=True))
    article = f.make_article(title_ar="تقرير جديد بعد الاستعادة")
    f.publish(article)
    assert article.pk > last
    assert Edition.live_at(database_now()).filter(article=article).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(article=article).update(title="غير ذلك")
    assert f"/articles/{article.pk}/" in Client().get("/search/?q=الاستعادة").content.decode()
