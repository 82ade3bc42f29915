"""A real reader of feeds: newsboat subscribes, sees each report once, and meets nothing anew."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from urllib.parse import unquote, urlsplit

import pytest

from authors.models import Source
from tests import factories as f
from tests.conftest import unavailable
from tests.site.reading import address, correct

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


class Newsboat:
    """One subscriber with a cache of his own."""

    def __init__(self, folder, addresses):
        self.program = shutil.which("newsboat") or unavailable("newsboat")
        self.folder = folder
        (folder / "urls").write_text("\n".join(addresses) + "\n")
        (folder / "config").write_text("reload-threads 1\n")

    def reload(self) -> list[tuple]:
        """Id, title, path and whether it is unread, of each report that he has, oldest first.

        Newsboat knows a report by its id, in whichever feed it stands.
        """
        files = {"-u": "urls", "-C": "config", "-c": "cache.db", "-d": "log"}
        arguments = [part for flag, name in files.items() for part in (flag, str(self.folder / name))]
        command = [self.program, *arguments, "-l", "2", "-x", "reload"]
        home = {"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "NO_PROXY": "*"}
        subprocess.run(command, check=True, env=home, timeout=60, capture_output=True)
        log = self.folder / "log"
        assert not log.exists() or "error" not in log.read_text().lower(), log.read_text()
        rows = self._cache("SELECT guid, title, url, unread FROM rss_item ORDER BY id")
        return [(guid, title, unquote(urlsplit(url).path), unread) for guid, title, url, unread in rows]

    def read_everything(self) -> None:
        self._cache("UPDATE rss_item SET unread = 0")

    def content(self, guid: str) -> str:
        ((content,),) = self._cache("SELECT content FROM rss_item WHERE guid = ?", guid)
        return content

    def _cache(self, sql: str, *parameters: str) -> list[tuple]:
        with closing(sqlite3.connect(self.folder / "cache.db")) as cache, cache:
            return cache.execute(sql, parameters).fetchall()


PATHS = ["/feed/", "/feed/atom/", "/branches/القاهرة/feed/", "/topics/مكافحة-الإرهاب/feed/atom/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_subscriber_sees_each_report_once(live_server, settings, tmp_path, path):
    settings.SITE_URL = live_server.url
    topics = [f.make_topic().pk]
    first = f.make_edition(title_ar="تقرير أول", topics=topics)
    reader = Newsboat(tmp_path, [live_server.url + path])
    (seen,) = reader.reload()
    identity = f"tag:{Source.publisher().tag_authority}:article/{first.article_id}/ar"
    assert seen == (identity, "تقرير أول", address(first), 1)
    assert "تداعيات القرار" in reader.content(identity)

    reader.read_everything()
    corrected = correct(first, slug_ar="عنوان-آخر")
    second = f.make_edition(title_ar="تقرير ثان", topics=topics)
    after, new = reader.reload()
    assert after[:2] == (identity, "[مصحَّح] تقرير أول")
    assert after[3] == 0, "not unread again"
    assert corrected.correction_note in reader.content(identity)
    assert new[1:] == ("تقرير ثان", address(second), 1)


def test_a_report_in_several_feeds_is_one_report(live_server, settings, tmp_path):
    settings.SITE_URL = live_server.url
    f.make_edition(("ar", "en"), topics=[f.make_topic().pk], title_ar="تقرير", title_en="Report")
    reader = Newsboat(tmp_path, [live_server.url + path for path in [*PATHS, "/en/feed/", "/en/feed/atom/"]])
    assert sorted(title for _guid, title, _url, _unread in reader.reload()) == ["Report", "تقرير"]
