"""The Arabic catalogue is complete, compiled, and says everything the code can say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.conftest import unavailable

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "locale" / "ar" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ARABIC = re.compile("[\u0600-\u06ff]")
# Said in Latin letters or signs in Arabic too.
NOT_ARABIC = {":", "«%(words)s» %(place)s"}


@pytest.fixture(scope="module", params=["django", "djangojs"])
def catalogue(request) -> polib.POFile:
    return polib.pofile(str(FOLDER / f"{request.param}.po"))


def test_nothing_is_untranslated_or_fuzzy(catalogue):
    assert len(catalogue) > 50
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_six_plural_forms(catalogue):
    assert catalogue.metadata["Plural-Forms"].startswith("nplurals=6;")
    plurals = [entry for entry in catalogue if entry.msgid_plural]
    assert plurals
    for entry in plurals:
        assert sorted(entry.msgstr_plural) == [0, 1, 2, 3, 4, 5]
        assert all(entry.msgstr_plural.values()), entry.msgid


def test_placeholders_agree(catalogue):
    for entry in catalogue:
        wanted = set(PLACEHOLDER.findall(entry.msgid))
        if entry.msgid_plural:
            # The singular, the dual and none at all are said without a figure.
            assert all(set(PLACEHOLDER.findall(text)) <= wanted for text in entry.msgstr_plural.values()), entry.msgid
            assert set(PLACEHOLDER.findall(entry.msgstr_plural[3])) == wanted, entry.msgid
        else:
            assert set(PLACEHOLDER.findall(entry.msgstr)) == wanted, entry.msgid


def test_arabic_is_arabic(catalogue):
    for entry in catalogue:
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            assert ARABIC.search(text) or text in NOT_ARABIC, entry.msgid
            assert not re.search(r"[,;?](?!\w)", text), f"Latin punctuation: {text}"
            assert "“" not in text, f"«» is the house style: {text}"


def test_the_compiled_catalogue_matches(catalogue):
    compiled = polib.mofile(catalogue.fpath.removesuffix("po") + "mo")

    def messages(file):
        return {(e.msgctxt, e.msgid, e.msgid_plural): (e.msgstr, tuple(sorted(e.msgstr_plural.items()))) for e in file}

    assert messages(compiled) == messages(catalogue)


def test_everything_the_code_says_is_in_the_catalogue(catalogue, tmp_path):
    if not shutil.which("xgettext"):
        unavailable("gettext")
    for name in ("articles", "authors", "shaf", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "locale").mkdir()
    domain = Path(catalogue.fpath).stem
    command = [sys.executable, "-m", "django", "makemessages", "-d", domain, "-l", "ar", "--no-location", "-v0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    said = polib.pofile(str(tmp_path / "locale" / "ar" / "LC_MESSAGES" / f"{domain}.po"))
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}
    assert {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in said} == known
