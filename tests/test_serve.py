"""The production server, as an operator starts it."""

import gzip
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.benchmarks.wire import processes

ROOT = Path(__file__).parent.parent
KEY = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"

pytestmark = pytest.mark.outer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """A migrated database of its own, and no settings but what an operator must give."""
    found = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))},
        "DEBUG": "false",
        "SECRET_KEY": KEY,
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "http://127.0.0.1",
        "DATABASE_URL": f"sqlite:///{tmp_path}/s.sqlite3",
        "MEDIA_ROOT": f"{tmp_path}/media",
        "TASKS": "database",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=found, check=True)
    return found


def workers_of(server: subprocess.Popen) -> set[int]:
    """The processes of db_worker among those that the server started."""
    started = processes(server.pid)[1:]
    return {one for one in started if Path(f"/proc/{one}/cmdline").read_bytes().endswith(b"\0db_worker\0")}


def wait_until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@contextmanager
def served(environment: dict[str, str], *arguments: str) -> Iterator[tuple[subprocess.Popen, str]]:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port), *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield server, f"http://127.0.0.1:{port}"
    finally:
        # It ends what it started; killed, it would leave that behind.
        if server.poll() is None:
            server.terminate()
        try:
            server.wait(timeout=90)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        server.stdout.close()


def asked(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, {k.lower(): v for k, v in response.headers.items()}, response.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def wait_for(url: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 120
    while True:
        try:
            assert asked(f"{url}/healthz")[0] == 200
        except OSError:
            assert server.poll() is None, server.stdout.read()
            assert time.monotonic() < deadline
            time.sleep(0.2)
        else:
            return


def test_it_serves_pages_and_their_files_compressed_and_ends_when_it_is_told(environment, tmp_path):
    # Where nobody has collected yet, it does.
    environment["STATIC_ROOT"] = f"{tmp_path}/static"
    with served(environment) as (server, url):
        wait_for(url, server)
        status, headers, body = asked(f"{url}/", Accept_Encoding="gzip")
        assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
        page = gzip.decompress(body).decode()
        status, headers, _body = asked(f"{url}/", Accept_Encoding="gzip", If_None_Match=headers["etag"])
        assert (status, headers["vary"]) == (304, "Accept-Encoding")
        sheet = re.search(r'href="(/static/shaf/[^"]+\.css)"', page)[1]
        status, headers, body = asked(f"{url}{sheet}", Accept_Encoding="gzip")
        assert (status, headers["content-encoding"]) == (200, "gzip")
        assert "immutable" in headers["cache-control"]
        assert asked(f"{url}/admin/login/")[0] == 200
        assert asked(f"{url}/", Host="elsewhere.example")[0] == 400
        database = Path(environment["DATABASE_URL"].removeprefix("sqlite:///"))
        private = [*database.parent.glob(f"{database.name}*"), Path(environment["MEDIA_ROOT"])]
        assert len(private) > 2
        assert not any(path.stat().st_mode & 0o077 for path in private), "they are their owner's alone"
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=90) == 0


def test_a_worker_that_dies_is_started_again_and_all_end_together(environment):
    with served(environment) as (server, url):
        wait_for(url, server)
        (worker,) = workers_of(server)
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: workers_of(server) - {worker})
        assert asked(f"{url}/")[0] == 200
        second = workers_of(server)
        server.send_signal(signal.SIGHUP)
        wait_until(lambda: workers_of(server) - second)
        wait_for(url, server)
        group = processes(server.pid)
        assert len(group) > 3
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=90) == 0
        assert not any(Path(f"/proc/{one}").exists() for one in group[1:])


@pytest.mark.nightly
def test_it_ends_though_it_is_told_to_before_it_has_started(environment):
    """A process of the server that hears it too early goes on, and would be waited for."""
    with served(environment, "--no-worker", "--workers", "1") as (server, _url):
        wait_until(lambda: len(processes(server.pid)) > 1)
        time.sleep(0.3)
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=90) == 0


def test_it_waits_for_migrations_that_are_due(environment):
    with sqlite3.connect(environment["DATABASE_URL"].removeprefix("sqlite:///")) as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'dismissals'")
        database.execute("DROP TABLE dismissals_dismissal")
    with served(environment) as (server, _url):
        output, _nothing = server.communicate(timeout=180)
        assert server.returncode
        assert "A migration is due" in output
    with served(environment, "--migrate", "--no-worker") as (server, url):
        wait_for(url, server)
        assert not workers_of(server)


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"SECRET_KEY": ""}, "SECRET_KEY is not set"), ({"SECRET_KEY": "short"}, "SECRET_KEY")],
)
def test_it_does_not_start_where_it_must_not(environment, changed, said):
    with served({**environment, **changed}) as (server, _url):
        output, _nothing = server.communicate(timeout=180)
        assert server.returncode
        assert said in output
        assert "Traceback" not in output
