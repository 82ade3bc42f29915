"""What is installed beside our code: licences that go with ours, and advisories, or a word that none was asked for."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from shaf.packages import advisories
from shaf.packages.licences import packages
from tests.test_dependencies import ROOT, without_dev

# May be linked with GPL-3.0-or-later; of several, any.
COMPATIBLE = (
    "MIT",
    "BSD",
    "Apache",
    "PSF",
    "Python Software Foundation",
    "MPL",
    "Mozilla",
    "LGPL",
    "GPL-3",
    "OFL",
)


def test_every_package_of_production_says_a_licence_that_goes_with_ours():
    installed = without_dev() | without_dev("redis") | without_dev("s3") | without_dev("sentry") | without_dev("word")
    ours = [package for package in packages() if package.name in installed]
    assert len(ours) > 30
    wrong = {p.name: p.licence for p in ours if not any(word in p.licence for word in COMPATIBLE)}
    assert not wrong


def test_what_a_package_carries_is_named():
    said = StringIO()
    call_command("licences", stdout=said)
    [line] = [line for line in said.getvalue().splitlines() if line.startswith("django-ckeditor-5")]
    assert "GPL-2.0-or-later" in line
    told = StringIO()
    call_command("licences", "--json", stdout=told)
    assert {"name", "version", "licence"} == json.loads(told.getvalue())[0].keys()


def answering(monkeypatch, stdout: str, stderr: str = "") -> StringIO:
    answer = subprocess.CompletedProcess([], 1, stdout, stderr)
    monkeypatch.setattr(advisories.subprocess, "run", lambda *args, **kwargs: answer)
    return StringIO()


FLAWED = {"name": "a", "version": "1", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2"], "aliases": []}]}
SOUND = {"name": "b", "version": "1", "vulns": []}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


def test_an_advisory_is_named_with_its_remedy(monkeypatch):
    out = answering(monkeypatch, json.dumps({"dependencies": [FLAWED, SOUND, UNKNOWN]}))
    with pytest.raises(CommandError, match="1 found, 2 packages asked of") as refused:
        call_command("check_advisories", stdout=out)
    assert refused.value.returncode == 1
    assert "a 1: CVE-2026-1, fixed in 2" in out.getvalue()
    assert "c: not found" in out.getvalue()


def test_none_is_said_only_of_what_was_asked(monkeypatch):
    out = answering(monkeypatch, json.dumps({"dependencies": [SOUND, UNKNOWN]}))
    call_command("check_advisories", stdout=out)
    assert "No advisory for any of 1 packages" in out.getvalue()


def test_an_index_that_knows_nothing_was_not_asked(monkeypatch):
    """A mirror may carry packages and no advisories."""
    answering(monkeypatch, json.dumps({"dependencies": [UNKNOWN]}))
    with pytest.raises(CommandError, match="nothing was asked") as refused:
        call_command("check_advisories", stdout=StringIO())
    assert refused.value.returncode == 2


@pytest.mark.parametrize("stdout", ["", "not JSON", "[]"])
def test_no_answer_is_no_good_news(monkeypatch, stdout):
    answering(monkeypatch, stdout, "ERROR: failed to connect")
    with pytest.raises(CommandError, match="nothing is known") as refused:
        call_command("check_advisories")
    assert refused.value.returncode == 2
    assert "failed to connect" in str(refused.value)


def test_without_the_extra_it_says_so(monkeypatch):
    monkeypatch.setattr(advisories, "find_spec", lambda name: None)
    with pytest.raises(CommandError, match="uv sync --extra advisories"):
        call_command("check_advisories")


@pytest.mark.nightly
def test_without_a_network_the_real_program_is_no_good_news_either(tmp_path):
    """A proxy at which nobody answers stands for no network."""
    nobody = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")
    environment = os.environ | nobody | {"DJANGO_SETTINGS_MODULE": "tests.settings", "XDG_CACHE_HOME": str(tmp_path)}
    environment |= {"NO_PROXY": "", "no_proxy": ""}
    command = [sys.executable, "manage.py", "check_advisories"]
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 2, said.stderr
    assert "nothing is known" in said.stderr
    assert "Traceback" not in said.stderr
