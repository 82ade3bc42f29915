"""One identifier for all that is derived: it moves with what can change a page, and with nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.template.loader import engines
from django.utils import translation

from articles.press.models import Printed
from shaf.product import release
from tests import factories as f
from tests.conftest import unavailable
from tests.site.reading import address
from tests.test_rooms import MODULES, ROOT, imports

OURS = dict(MODULES)
PRINTING = ("articles.press", "articles.site", "articles.templatetags")


def test_it_covers_all_the_code_that_press_and_site_run():
    todo = [module for module in OURS if module.startswith(PRINTING)]
    reached = set(todo)
    while todo:
        names = list(imports(OURS[todo.pop()]))
        found = {name for name in (*names, *(name.rpartition(".")[0] for name in names)) if name in OURS} - reached
        reached |= found
        todo.extend(found)
    covered = {path.resolve() for path in release.sources()}
    assert len(reached) > 80
    empty = {"shaf", "authors", "articles"}  # packages whose own file says nothing
    assert {module for module in reached - empty if OURS[module].resolve() not in covered} == set()


def test_it_knows_every_message_that_they_say(tmp_path):
    """What xgettext finds in the same files."""
    if not shutil.which("xgettext"):
        unavailable("gettext")
    for path in release.sources():
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    (tmp_path / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "-l", "ar", "--no-location", "-v0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    said = polib.pofile(str(tmp_path / "locale" / "ar" / "LC_MESSAGES" / "django.po"))
    wanted = {(entry.msgctxt or "", entry.msgid) for entry in said}
    assert len(wanted) > 100
    known = {pair for path in release.sources() for pair in release.messages(release.code_of(path))}
    assert wanted - known == set()


@pytest.fixture
def tree(tmp_path, settings):
    """A copy of the product, to change things in."""
    for name in ("articles", "authors", "shaf", "templates", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "static"))
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    return tmp_path


def identifier() -> str:
    return release.identifier.__wrapped__()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def retranslate(tree: Path, msgid: str, context: str | None = None) -> None:
    folder = tree / "locale" / "ar" / "LC_MESSAGES"
    catalogue = polib.pofile(str(folder / "django.po"))
    entry = catalogue.find(msgid, msgctxt=context) if context else catalogue.find(msgid)
    entry.msgstr += "!"
    catalogue.save_as_mofile(str(folder / "django.mo"))


def dates(tree):
    edit(tree / "shaf" / "formats" / "ar" / "formats.py", 'DATE_FORMAT = "j F Y"', 'DATE_FORMAT = "j M Y"')


def reading_time(tree):
    edit(tree / "articles" / "templatetags" / "typography.py", "WORDS_A_MINUTE = 190", "WORDS_A_MINUTE = 200")


def template(tree):
    edit(tree / "templates" / "press" / "card.html", "byline", "by-line")


def a_word_of_the_site(tree):
    retranslate(tree, "Correction")


def a_template_of_the_desk(tree):
    edit(tree / "templates" / "admin" / "base_site.html", "{% extends", "{# desk #}{% extends")


def code_of_the_desk(tree):
    edit(tree / "articles" / "desk" / "article" / "draft.py", '"""', '"""Desk. ')


def a_word_of_the_desk(tree):
    retranslate(tree, "outside the bin")


@pytest.mark.parametrize("change", [dates, reading_time, template, a_word_of_the_site])
def test_what_readers_would_see_moves_it(tree, change):
    before = identifier()
    assert identifier() == before
    change(tree)
    assert identifier() != before


@pytest.mark.parametrize("change", [a_template_of_the_desk, code_of_the_desk, a_word_of_the_desk])
def test_a_change_at_the_desk_leaves_it(tree, change):
    before = identifier()
    change(tree)
    assert identifier() == before


@pytest.mark.django_db
def test_check_says_that_repress_is_due(capsys):
    edition = f.make_edition()
    call_command("check", databases=["default"])
    assert "press.W003" not in capsys.readouterr().err
    Printed.objects.filter(edition=edition).update(version="another")
    call_command("check", databases=["default"])
    assert "1 editions in 'default' were set by another release" in capsys.readouterr().err
    call_command("repress")
    call_command("check", databases=["default"])
    assert "press.W003" not in capsys.readouterr().err


@pytest.mark.django_db
def test_with_debug_a_template_shows_at_once(client, settings, tmp_path, monkeypatch):
    """A template of the press, written while the server runs."""
    edition = f.make_edition()
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates" / "press", folder / "press")
    monkeypatch.setattr(release, "sources", lambda: sorted((folder / "press").glob("*.html")))
    options = settings.TEMPLATES[0]["OPTIONS"] | {"loaders": settings.LOADERS}
    settings.TEMPLATES = [
        settings.TEMPLATES[0] | {"DIRS": [folder, *settings.TEMPLATES[0]["DIRS"]], "OPTIONS": options}
    ]
    settings.MIDDLEWARE = ["shaf.http.development.print_as_written", *settings.MIDDLEWARE]
    release.identifier.cache_clear()
    try:
        assert "مطبوع-الآن" not in client.get(address(edition)).content.decode()
        page = folder / "press" / "page.html"
        page.write_text(page.read_text() + "<!-- مطبوع-الآن -->")
        assert engines["django"].engine.loaders == settings.LOADERS
        assert "مطبوع-الآن" in client.get(address(edition)).content.decode()
    finally:
        release.identifier.cache_clear()


def test_it_is_the_same_in_whatever_language_it_is_asked_first():
    said = set()
    for language in ("ar", "en"):
        release.identifier.cache_clear()
        with translation.override(language):
            said.add(release.identifier())
    assert len(said) == 1
