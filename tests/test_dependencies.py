"""What is installed is what pyproject.toml says, and no file names where it came from."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.test_rooms import MODULES, OURS, imports

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


def test_production_is_exported_with_hashes_at_the_pinned_versions(tmp_path):
    """What shaf/deploy/Dockerfile installs by. The index is asked for what uv has not met yet."""
    uv = shutil.which("uv")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command = [uv, "export", "--quiet", "--no-dev", "--all-extras", "-o", "requirements.txt"]
    if uv is None or subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode:
        unavailable("uv, or a package index")
    text = (tmp_path / "requirements.txt").read_text()
    wanted = {pin.partition(" ; ")[0] for pin in PINS}
    blocks = re.findall(r"^([\w.-]+==\S+)(.*(?:\n +.*)*)", text, re.MULTILINE)
    assert len(blocks) > 30
    for pin, rest in blocks:
        assert pin in wanted
        assert "--hash=sha256:" in rest, pin
    assert not HOSTS.search(text)


def without_dev(extra: str = "") -> set[str]:
    """What `uv sync --no-dev` installs: the dependencies, and theirs; with `--extra` those of an extra, too."""
    installed: set[str] = set()
    lines = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"].get(extra, [])]
    waiting = [(canonical(name_of(line)), extras_of(line)) for line in lines]
    while waiting:
        name, extras = waiting.pop()
        try:
            lines = requires(name) or ()
        except PackageNotFoundError:  # for another system, as its condition says
            continue
        installed.add(name)
        for line in lines:
            _what, _semicolon, condition = line.partition(";")
            extra = re.search(r"extra == ['\"]([^'\"]+)", condition)
            if (extra is None or extra[1] in extras) and canonical(name_of(line)) not in installed:
                waiting.append((canonical(name_of(line)), extras_of(line)))
    return installed


def name_of(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0]


def extras_of(requirement: str) -> set[str]:
    extras = re.match(r"[\w.-]+\s*\[([^\]]*)\]", requirement)
    return {extra.strip() for extra in extras[1].split(",")} if extras else set()


# Modules that are loaded only where a setting wants what an extra installs; `check` asks for it by name.
OF_AN_EXTRA = {"shaf/pictures/object_storage.py": "s3", "shaf/health/sentry.py": "sentry", "shaf/paper/weasy.py": "pdf"}


def imported_by(paths: Iterable[Path]) -> set[str]:
    """Packages of others."""
    return {name.split(".")[0] for path in paths for name in imports(path)} - {*OURS, *sys.stdlib_module_names}


def lacking(imported: set[str], installed: set[str]) -> set[str]:
    known = packages_distributions()
    return {name for name in imported if installed.isdisjoint(canonical(one) for one in known.get(name, [name]))}


def test_the_product_imports_nothing_that_production_lacks():
    installed = without_dev()
    files = {*(path for _module, path in MODULES), ROOT / "manage.py"}
    optional = {ROOT / path: extra for path, extra in OF_AN_EXTRA.items()}
    imported = imported_by(files - optional.keys())
    assert "django" in imported
    assert not lacking(imported, installed)
    for path, extra in optional.items():
        assert lacking(imported_by([path]), installed), f"{path} needs no extra"
        assert not lacking(imported_by([path]), without_dev(extra))
    assert "pytest" not in installed, "what only tests need would pass, too"
    assert {"psycopg-binary", "granian", "brotli"} <= installed
