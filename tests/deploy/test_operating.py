"""Every command of the operator's page is pasted, in its order, into a tree with nothing in it but the product.

Blocks marked `sh root` need root, systemd or the network: their syntax is looked at, and the rest is tried by hand.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.deploy.front import ROOT

pytestmark = [pytest.mark.outer, pytest.mark.one_database]

TEXT = (ROOT / "shaf" / "docs" / "operating.md").read_text()
BLOCKS = re.findall(r"^```([^\n]+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PASTED = "sh"
MARKED = "sh root"
PLACES = ("/opt/shaf", "/etc/shaf", "/var/lib/shaf")


def pasted() -> list[str]:
    return [code for kind, code in BLOCKS if kind == PASTED]


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """A folder in place of /, with the product as step 3 leaves it, and an environment of nothing but a HOME."""
    top = tmp_path_factory.mktemp("bare")
    home, checkout, programs = top / "home", top / "opt/shaf", top / "bin"
    for folder in (home, checkout, programs, top / "etc/shaf", top / "var/lib/shaf", top / "var/lib/shaf-backups"):
        folder.mkdir(parents=True)
    for part in ("articles", "authors", "shaf", "templates", "locale"):
        shutil.copytree(ROOT / part, checkout / part)
    for file in ("manage.py", "pyproject.toml", ".env.example"):
        shutil.copy(ROOT / file, checkout)
    command = programs / "shaf"
    command.write_text(f'#!/bin/sh\ncd {checkout} && exec {sys.executable} manage.py "$@"\n')
    command.chmod(0o755)
    environment = {
        "HOME": str(home),
        "PATH": f"{programs}:{os.defpath}:/usr/bin",
        "LANG": "C.UTF-8",
        # In place of the two services that the page has an operator bring along.
        "DATABASE_URL": f"sqlite:///{top}/var/lib/shaf/shaf.sqlite3",
        "EMAIL_URL": f"file://{top}/mail",
    }
    return top, environment


def test_every_block_is_either_tried_or_said_not_to_be():
    assert {kind for kind, _code in BLOCKS} == {PASTED, MARKED}
    assert "    shaf " not in TEXT, "a block without a mark"


def test_all_of_it_is_shell():
    for _kind, code in BLOCKS:
        read = subprocess.run(["bash", "-n"], input=code, capture_output=True, text=True, check=False)
        assert (read.returncode, read.stderr) == (0, ""), code
    assert subprocess.run(["bash", "-n"], input="if [ 1", capture_output=True, text=True, check=False).returncode


@pytest.mark.nightly
def test_whoever_pastes_all_of_it_has_a_site(bare):
    top, environment = bare
    for code in pasted():
        for place in PLACES:
            code = code.replace(place, f"{top}{place}")
        ran = subprocess.run(
            ["bash", "-e", "-c", code],
            env=environment,
            cwd=top,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert ran.returncode == 0, f"{code}\n{ran.stdout}\n{ran.stderr}"
    assert (top / "opt/shaf/var/static/staticfiles.json").is_file()
    settings = (top / "etc/shaf/shaf.env").read_text()
    assert len(re.search(r"^SECRET_KEY=(\S+)$", settings, re.MULTILINE)[1]) > 50
    assert (top / "var/lib/shaf/shaf.sqlite3").is_file()


def test_every_command_that_it_names_is_one_of_ours():
    named = set(re.findall(r"(?:^|`|^\| `)(?:shaf|manage\.py) ([a-z_]+)", TEXT, re.MULTILINE))
    assert named <= set(get_commands())


def test_its_links_lead_to_headings_of_its_own():
    headings = {
        re.sub(r"[^\w\s-]", "", one.lower()).replace(" ", "-") for one in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings
