"""Evidence outlives code: a release adds a column and two fields, and what was published before it stays sound."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from articles.press.formats import CURRENT
from tests.databases import new_database
from tests.evolution.next_release import fingerprint_all_fields, make_next_release, seal_all_columns
from tests.tree import THIS, Tree

pytestmark = pytest.mark.one_database

NEWSROOM = "tests.evolution.newsroom"
# Two languages of one report, two editions of another, one scheduled and one withdrawn.
EDITIONS = 6


@dataclass(frozen=True)
class Installation:
    """A release and its database, where these articles are."""

    tree: Tree
    database: str
    articles: dict[str, int]
    folder: Path

    def with_copied_database(self, tree: Tree | None = None) -> "Installation":
        database = new_database(self.folder, like=self.database)
        return Installation(tree or self.tree, database, self.articles, self.folder)

    def call(self, function: str, *arguments: Any) -> Any:
        return self.tree.call(self.database, f"{NEWSROOM}.{function}", *arguments)

    def verify(self) -> str:
        """Return what verify_editions prints and, where it found something, what it ends with."""
        ran = self.tree.manage(self.database, "verify_editions", "-v0")
        return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory) -> Installation:
    """A newsroom that this release opened and the next one took over."""
    folder = tmp_path_factory.mktemp("evolution")
    database = new_database(folder)
    assert THIS.manage(database, "migrate", "-v0").returncode == 0
    articles = THIS.call(database, f"{NEWSROOM}.open_up")
    tree = make_next_release(folder / "next")
    migrated = tree.manage(database, "migrate")
    assert "_audio... OK" in migrated.stdout, migrated.stderr
    return Installation(tree, database, articles, folder)


@pytest.fixture(scope="module")
def gone_on(upgraded) -> tuple[Installation, dict[str, Any]]:
    """The same after some work under the next release, and how that work ended."""
    copy = upgraded.with_copied_database()
    return copy, copy.call("go_on", copy.articles["scheduled"], copy.articles["corrected"])


def test_what_was_published_before_is_sound(upgraded):
    assert f"{EDITIONS} editions sound, every guard stands" in upgraded.verify()


def test_what_was_scheduled_before_can_be_rescheduled(gone_on):
    _installation, answers = gone_on
    assert answers["rescheduled"] == 2


def test_an_untouched_report_approved_again_is_unchanged(gone_on):
    _installation, answers = gone_on
    assert answers["again"] == "unchanged"


def test_what_is_published_now_carries_more_and_all_is_sound(gone_on):
    installation, answers = gone_on
    new = answers["new"]
    assert new["manuscript_format"] == CURRENT + 1
    assert new["audio_url"] == json.loads(new["manuscript"])["audio_url"] == "https://example.org/1.mp3"
    assert '"orcid":"0000-0002-1825-0097"' in new["manuscript"]
    assert f"{EDITIONS + 2} editions sound, every guard stands" in installation.verify()


def test_each_format_covers_its_own_columns(gone_on):
    """A forged title of the first format is found and a forged recording of the next; the first knows no recording."""
    installation, answers = gone_on
    forged = installation.with_copied_database()
    old, other, new = forged.articles["published"], forged.articles["withdrawn"], answers["new"]["article_id"]
    address = "https://example.org/forged.mp3"
    forged.call("forge", (old, "title", "عنوان مزوّر"), (other, "audio_url", address), (new, "audio_url", address))
    found = forged.verify()
    assert [line for line in found.splitlines() if "is wrong" in line] == [
        f"article {old}, ar, number 1: the seal is wrong",
        f"article {new}, ar, number 1: the seal is wrong",
    ]
    assert f"2 of {EDITIONS + 2} editions broken, 0 guards missing" in found


def test_a_seal_of_all_columns_would_cry_wolf(upgraded, tmp_path):
    tree = upgraded.tree.copy(tmp_path)
    seal_all_columns(tree)
    assert f"{EDITIONS} of {EDITIONS} editions broken" in upgraded.with_copied_database(tree).verify()


def test_a_fingerprint_of_all_fields_would_refuse_to_reschedule(upgraded, tmp_path):
    tree = upgraded.tree.copy(tmp_path)
    fingerprint_all_fields(tree)
    careless = upgraded.with_copied_database(tree)
    assert careless.call("reschedule", careless.articles["scheduled"]) == "stale_fingerprint"


def test_it_runs_on_the_database_of_this_run(upgraded):
    assert upgraded.database.startswith(connection.vendor)
