"""What a release left is taken to the present tree: it stays what was published, and readers are shown the same.

Before the first release, whoever changes a first migration makes 0.1 anew: `python -m tests.releases.make`.
"""

import json
import re
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.databases import new_database
from tests.releases import dump, make
from tests.releases.printed import Shown, differences
from tests.tree import THIS

RELEASES = sorted(folder for folder in make.HERE.iterdir() if (folder / "printed.json").exists())
PRINTED = "tests.releases.printed"


@dataclass(frozen=True)
class Site:
    """A release's database and pictures under the present tree. `then`: what the public was shown of them."""

    database: str
    media: Path
    then: dict[str, Shown]

    def manage(self, *arguments: str) -> str:
        ran = THIS.manage(self.database, *arguments, **self.environment)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def call(self, function: str) -> Any:
        return THIS.call(self.database, f"{PRINTED}.{function}", list(self.then), **self.environment)

    @property
    def environment(self) -> dict[str, str]:
        return {"DJANGO_SETTINGS_MODULE": make.SETTINGS, "RELEASE_MEDIA": str(self.media)}


@pytest.fixture(scope="module", params=RELEASES, ids=lambda folder: folder.name)
def site(request, tmp_path_factory) -> Site:
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(request.param / "media", folder / "media")
    database = new_database(folder)
    dump.load((request.param / f"{connection.vendor}.sql").read_text(), database)
    site = Site(database, folder / "media", json.loads((request.param / "printed.json").read_text()))
    site.manage("migrate", "-v0")
    return site


def test_the_first_release_is_among_them():
    assert RELEASES[0].name == "0.1"


def test_every_edition_is_sound_and_every_guard_stands(site):
    assert "editions sound, every guard stands" in site.manage("verify_editions", "-v0")


def test_readers_are_shown_the_same(site):
    """As the release had set it, and once all that is derived was made anew. What may differ: see printed.py."""
    before, after = site.call("printed_twice")
    assert differences(site.then, before) == []
    assert differences(site.then, after) == []
    assert "0 editions would be set anew" in site.manage("repress", "--dry-run")


def test_authors_are_known_by_what_they_wrote(site, tmp_path):
    copy = Site(new_database(tmp_path, like=site.database), site.media, site.then)
    migrated, written = copy.call("bylines_twice")
    assert migrated == written
    assert len(written) > 5


def test_it_told_of_all_that_can_become_of_a_report(site):
    shown = list(site.then.values())
    assert {200, 301, 302, 404, 410} <= {page["status"] for page in shown}
    for part in ("standfirst", "key points", "contents", "links", "pictures", "captions", "topics", "correction"):
        assert any(page.get(part) for page in shown), part
    assert any(len(page.get("credits", ())) == 3 for page in shown)
    assert all(entry["lacks"] == [] for page in shown for entry in page.get("entries", ()))
    assert {page["language"] for page in shown if "body" in page} == {"ar", "en"}


def test_a_changed_word_of_a_page_and_a_lost_name_of_a_feed_are_seen(site, tmp_path):
    changed = Site(new_database(tmp_path, like=site.database), site.media, site.then)
    seen = differences(site.then, changed.call("printed_with_a_word_changed_and_a_name_lost"))
    assert any(line.startswith("/articles/2/البحر-الأحمر/: body was") and "ميناء عدن" in line for line in seen)
    assert any(line.startswith("/feed/: entries was") and "'lacks': ['باسل المحمد']" in line for line in seen)
    assert not any(line.startswith(("/articles/: ", "/en/articles/1/nile-water/")) for line in seen)


def test_a_dump_holds_all(site, tmp_path):
    text = dump.dump(site.database)
    again = new_database(tmp_path)
    dump.load(text, again)
    # PostgreSQL says the condition of an index in other casts once it has read its own words.
    said = re.compile(r"(?m)^(CREATE (?:UNIQUE )?INDEX .*)$")
    plain = partial(said.sub, lambda line: re.sub(r"::(?:character varying|text(?:\[\])?)|[()]", "", line[1]))
    assert plain(dump.dump(again)) == plain(text)


@pytest.mark.outer
def test_the_next_one_can_be_made(tmp_path):
    """On SQLite, to spare time; what PostgreSQL's takes beside that is the dump above."""
    make.write("sqlite", tmp_path)
    made = json.loads((tmp_path / "printed.json").read_text())
    assert len(made) > 40
    assert (tmp_path / "sqlite.sql").stat().st_size < 300_000
    assert list((tmp_path / "media").iterdir())
