"""What is installed is what pyproject.toml says, and no file names where it came from."""

import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from tests.conftest import unavailable

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PINS = PROJECT["tool"]["uv"]["constraint-dependencies"]
HOSTS = re.compile(r"(?i)\b(files\.)?py" r"pi\.org|pythonh" r"osted|registry\.npm" r"js|deb\.deb" r"ian\.org")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("pin", PINS)
def test_pin_is_exact_and_installed(pin):
    requirement, _marker, _condition = pin.partition(" ; ")
    name, _equals, wanted = requirement.partition("==")
    assert wanted, f"{pin}: not exact"
    try:
        assert version(name) == wanted
    except PackageNotFoundError:
        assert _condition, f"{name} is not installed"


def test_every_dependency_is_pinned():
    pinned = {canonical(pin.split("==")[0]) for pin in PINS}
    extras = PROJECT["project"]["optional-dependencies"]
    groups = [PROJECT["project"]["dependencies"], *extras.values(), *PROJECT["dependency-groups"].values()]
    wanted = {canonical(re.split(r"[\[<>=! ]", requirement)[0]) for group in groups for requirement in group}
    assert wanted <= pinned


def test_no_committed_file_names_a_registry():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        unavailable("git")
    files = [ROOT / name for name in listed.stdout.splitlines()]
    assert files
    for path in files:
        if path.exists() and path.suffix not in {".mo", ".png", ".jpg"}:
            assert not HOSTS.search(path.read_text(errors="replace")), path
    assert "uv.lock" not in listed.stdout.splitlines()
