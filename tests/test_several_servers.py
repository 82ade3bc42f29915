"""Two servers on one PostgreSQL behind a pooler, and one Redis: whichever is asked, the answer is the same, and new."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.cookiejar import CookieJar
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import psycopg
import pytest

from tests.conftest import unavailable
from tests.pooler import find_pooler, pooled
from tests.postgres import find_binaries, own_server
from tests.test_replica import desk, told
from tests.test_serve import KEY, ROOT, asked, free_port, served, wait_for

pytestmark = [pytest.mark.nightly, pytest.mark.outer]
PUBLISHED = 200
THREADS, WORKERS = 2, 2
PATHS = ("/", "/en/", "/articles/", "/feed/", "/feed/json/", "/search/?q=%D8%AA", "/sitemap.xml", "/healthz")


@contextmanager
def redis() -> Iterator[str]:
    """A throw-away one; yields its CACHE_URL."""
    program = shutil.which("redis-server")
    if program is None:
        unavailable("redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(timeout=20)


def log_in(browser: OpenerDirector, url: str, password: str) -> str:
    """The page that a person meets after they typed their name and this password."""
    form = browser.open(f"{url}/admin/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    sent = urlencode({"csrfmiddlewaretoken": token, "username": "chief", "password": password, "next": "/admin/"})
    return browser.open(f"{url}/admin/login/", sent.encode()).read().decode()


def browser() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


def connections(server_url: str) -> int:
    """How many there are, beside the one that asks."""
    with psycopg.connect(server_url) as session:
        counted = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
        return session.execute(counted).fetchone()[0] - 1


def test_two_servers_answer_as_one(tmp_path):
    binaries, pooler = find_binaries(), find_pooler()
    if binaries is None or pooler is None:
        unavailable("PostgreSQL or PgBouncer")
    with ExitStack() as stack:
        database = stack.enter_context(own_server(binaries))
        pool = stack.enter_context(pooled(database, pooler))
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))},
            "DEBUG": "false",
            "SECOND_FACTOR_REQUIRED": "false",
            "SECRET_KEY": KEY,
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "DATABASE_URL": database.url,
            "CACHE_URL": stack.enter_context(redis()),
            "MEDIA_ROOT": f"{tmp_path}/media",
            "TASKS": "database",
        }
        make = "from tests import factories as f; f.make_user('chief', 'manager')"
        for command in (["migrate", "-v0"], ["shell", "-v0", "-c", make]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
        one, first = stack.enter_context(served(environment, "--workers", str(WORKERS)))
        wait_for(first, one)
        writers = stack.enter_context(desk(environment))
        _is_bounded(database.url, first)
        two, second = stack.enter_context(served(environment | {"DATABASE_URL": pool}, "--no-worker"))
        wait_for(second, two)
        _is_never_stale(writers, first, second)
        _is_the_same(first, second)
        _is_one_desk(first, second)
        assert [asked(f"{second}{PATHS[n % len(PATHS)]}")[0] for n in range(240)] == [200] * 240, "behind the pooler"


def _is_bounded(database: str, url: str) -> None:
    """Each thread of each worker has a connection, each worker one for the state, and db_worker two."""
    with ExitStack() as stack:
        for _n in range(40):
            # All at once, and none that is kept: each thread has to ask the database.
            asking = subprocess.Popen(
                ["curl", "-s", "-o", "/dev/null", f"{url}/search/?q={_n}"], stdout=subprocess.DEVNULL
            )
            stack.callback(asking.wait)
    # The desk's process of this test has one, too.
    assert WORKERS * 2 <= connections(database) <= WORKERS * (THREADS + 1) + 2 + 1


def _is_never_stale(writers: subprocess.Popen, *servers: str) -> None:
    """The first request to either after a verb has returned."""
    for n in range(PUBLISHED):
        path = told(writers, "publish")
        link = path.rsplit("/", 2)[0].encode()
        order = servers if n % 2 else servers[::-1]
        for url in order:
            assert link in asked(f"{url}/articles/")[2], f"{n}: the list of {url}"
            assert asked(f"{url}{quote(path)}")[0] == 200
        if n % 10 == 0:
            told(writers, "withdraw")
            for url in order:
                assert link not in asked(f"{url}/articles/")[2]
                assert asked(f"{url}{quote(path)}")[0] == 410


def _is_the_same(*servers: str) -> None:
    for path in PATHS[:-1]:
        (status, headers, body), again = (asked(f"{url}{path}") for url in servers)
        assert (status, body) == (again[0], again[2]), path
        assert headers.get("etag") == again[1].get("etag"), path
        if tag := headers.get("etag"):
            assert asked(f"{servers[1]}{path}", If_None_Match=tag)[0] == 304, path


def _is_one_desk(first: str, second: str) -> None:
    """Who logged in at one is known to the other; who guessed at both is counted once."""
    known = browser()
    assert 'name="password"' not in log_in(known, first, "demo")
    assert "/admin/logout/" in known.open(f"{second}/admin/").read().decode()
    stranger = browser()
    pages = [log_in(stranger, (first, second)[n % 2], "wrong") for n in range(6)]
    stopped = ["محاولات فاشلة كثيرة" in page for page in pages]
    assert stopped == [False] * 5 + [True], json.dumps(stopped)
