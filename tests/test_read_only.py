"""A checkout in which nobody may write: what runs is not where it is stored."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.test_configuration import KEY
from tests.test_settings import OURS, ROOT

pytestmark = pytest.mark.outer
PARTS = ("articles", "authors", "shaf", "templates", "locale")
# Root may write where nobody may, as long as it has this capability.
PLAIN = ("setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override")


@pytest.fixture
def checkout(tmp_path):
    """A copy of what is installed, without a bit that lets anybody write."""
    root = tmp_path / "checkout"
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", root)
    for path in (root, *root.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    yield root
    for path in (root, *root.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def plain_user() -> tuple[str, ...]:
    if os.geteuid():
        return ()
    if shutil.which(PLAIN[0]) is None:
        unavailable(PLAIN[0])
    return PLAIN


def test_everything_that_is_written_lies_elsewhere(checkout, tmp_path):
    port = free_port()
    (tmp_path / "settings.env").write_text(
        "\n".join(
            f"{name}={value}"
            for name, value in {
                **KEY,
                "ALLOWED_HOSTS": "127.0.0.1",
                "SITE_URL": "http://127.0.0.1",
                "TAG_AUTHORITY": "example.org",
                "VAR_ROOT": f"{tmp_path}/var/shaf",
                # Collecting them takes a quarter of a minute: once for all tests that serve.
                "STATIC_ROOT": f"{ROOT}/var/static",
            }.items()
        )
    )
    ours = (*OURS, "TASKS", "TAG_AUTHORITY", "VAR_ROOT", "STATIC_ROOT", "MEDIA_ROOT")
    bare = {name: value for name, value in os.environ.items() if name not in ours}
    bare |= {"ENV_FILE": f"{tmp_path}/settings.env", "PYTHONDONTWRITEBYTECODE": "1"}
    before = listing(checkout)

    def manage(*arguments: str) -> subprocess.CompletedProcess:
        command = [*plain_user(), sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=checkout, env=bare, capture_output=True, text=True, check=False)

    control = subprocess.run(
        [*plain_user(), sys.executable, "-c", "open('probe', 'w')"], cwd=checkout, capture_output=True, check=False
    )
    assert b"PermissionError" in control.stderr, "the copy can be written after all"
    early = manage("serve", "--port", str(port))
    assert early.returncode == 1
    assert early.stderr.strip().startswith("CommandError: The database is still to be made. Run `manage.py setup`")
    for command in (["check"], ["migrate", "-v0"], ["verify_editions"]):
        ran = manage(*command)
        assert ran.returncode == 0, ran.stderr
    server = subprocess.Popen(
        [*plain_user(), sys.executable, "manage.py", "serve", "--port", str(port), "--no-worker"],
        cwd=checkout,
        env=bare,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert answers(f"http://127.0.0.1:{port}/healthz", server) == 200
        taken = manage("serve", "--port", str(port))
        assert f"Port {port} cannot be used" in taken.stderr
        assert "Try serve --port" in taken.stderr
        assert "http://" not in taken.stdout
    finally:
        server.terminate()
        server.communicate(timeout=60)
    assert listing(checkout) == before
    assert {path.name for path in (tmp_path / "var/shaf").iterdir()} >= {"shaf.sqlite3", "media"}


def listing(root: Path) -> set[tuple[str, int]]:
    return {(str(path), path.stat().st_mtime_ns) for path in root.rglob("*")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url: str, server: subprocess.Popen) -> int:
    """The status, as soon as there is one."""
    deadline = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            assert server.poll() is None, server.stdout.read()
            assert time.monotonic() < deadline
            time.sleep(0.2)
