"""Readers are served from a replica while it is in time, and never notice when it is not."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS

from articles.models import Article
from articles.press.models import Edition
from authors.models import Author, Membership
from shaf.db import reading
from shaf.http import replica
from shaf.http.page_cache import PageCache
from shaf.http.replica import ReplicaWatch, Router
from shaf.http.state_watch import NEVER, State
from tests.benchmarks.wire import processes
from tests.conftest import unavailable
from tests.front import Front
from tests.postgres import find_binaries, own_server
from tests.standby import Standby, standby_of
from tests.test_serve import KEY, ROOT, asked, served, wait_for, wait_until

REPLICA = reading.REPLICA
PAGE = [("Cache-Control", "public, max-age=0"), ("ETag", '"tag"'), ("Content-Type", "text/html")]


class Telling(ReplicaWatch):
    """A watch that says what it is told."""

    def __init__(self) -> None:
        self.state, self.left = State(1, NEVER), []

    def __call__(self) -> tuple[State, float]:
        return self.state, 0.0

    def give_up(self, why: object) -> None:
        self.left.append(why)


class Site(Front):
    """Each page says from which database it was read, and what stood there."""

    def __init__(self, stands: dict[str, str]) -> None:
        self.stands, self.asked, self.away = stands, 0, False
        self.watch = Telling()
        self.cache = PageCache(self._count, size=1 << 20, state=self.watch)

    def django(self, environ, start_response):
        database = reading.database()
        failed = self.away and database == REPLICA
        start_response("503 Service Unavailable" if failed else "200 OK", PAGE)
        return Body([f"{database}: {self.stands[database]}".encode()])


class Body(list):
    def close(self) -> None:
        pass


def test_a_page_is_kept_with_what_was_read_of_its_own_database():
    """The replica is behind: it stands at 1, and the primary at 2. No request mixes them, in whatever order."""
    site = Site({REPLICA: "old", DEFAULT_DB_ALIAS: "new"})
    behind, present = State(1, NEVER, REPLICA), State(2, NEVER)
    for state, body in ((behind, b"replica: old"), (present, b"default: new"), (behind, b"replica: old")):
        site.watch.state = state
        first, second = site.get("/"), site.get("/")
        assert (first.body, first.kept) == (body, False)
        assert (second.body, second.kept) == (body, True)
    # The replica catches up between the state and the page: the page is newer than it says, and goes with the state.
    site.stands[REPLICA] = "new"
    assert site.get("/articles/").body == b"replica: new"
    site.watch.state = State(2, NEVER, REPLICA)
    assert not site.get("/articles/").kept


def test_a_state_of_one_database_is_no_state_of_another():
    assert State(1, NEVER) != State(1, NEVER, REPLICA)


@pytest.mark.parametrize(
    ("method", "path", "database"),
    [
        ("GET", "/", REPLICA),
        ("HEAD", "/", REPLICA),
        ("GET", "/search/?q=x", REPLICA),
        ("GET", "/media/x.png", REPLICA),
        ("GET", "/sitemap.xml", REPLICA),
        ("GET", "/nothing/", REPLICA),
        ("POST", "/", DEFAULT_DB_ALIAS),
        ("GET", "/admin/", DEFAULT_DB_ALIAS),
        ("GET", "/admin", DEFAULT_DB_ALIAS),
        ("GET", "/preview/token/", DEFAULT_DB_ALIAS),
        ("GET", "/healthz", DEFAULT_DB_ALIAS),
        ("GET", "/readyz", DEFAULT_DB_ALIAS),
        ("GET", "/metrics", DEFAULT_DB_ALIAS),
    ],
)
def test_only_readers_are_sent_there(method, path, database):
    site = Site({REPLICA: "", DEFAULT_DB_ALIAS: ""})
    site.watch.state = State(1, NEVER, REPLICA)
    body = site.get(path, method).body
    assert body == (b"" if method == "HEAD" else f"{database}: ".encode())
    assert reading.database() == DEFAULT_DB_ALIAS


@pytest.mark.parametrize("path", ["/", "/search/?q=x"])
def test_one_that_fails_a_request_is_not_noticed(path):
    site = Site({REPLICA: "old", DEFAULT_DB_ALIAS: "new"})
    site.watch.state, site.away = State(1, NEVER, REPLICA), True
    for _again in range(2):
        answer = site.get(path)
        assert (answer.status, answer.body, answer.kept) == (200, b"default: new", False)
        assert answer.headers["Cache-Control"] == "no-store"
    assert len(site.watch.left) == 2


def test_of_models_only_what_the_public_reads_is_read_there():
    router = Router()
    with reading.read_from(REPLICA):
        assert [router.db_for_read(model) for model in (Edition, Author)] == [REPLICA] * 2
        assert [router.db_for_read(model) for model in (Article, User, Membership)] == [DEFAULT_DB_ALIAS] * 3
        assert router.db_for_write(Edition) == DEFAULT_DB_ALIAS
    assert router.db_for_read(Edition) == DEFAULT_DB_ALIAS
    assert not router.allow_migrate(REPLICA, "articles")


def test_an_answer_is_taken_again_for_a_while_and_ages(monkeypatch):
    at = [100.0]
    monkeypatch.setattr(replica.time, "monotonic", lambda: at[0])
    answered = replica.Answered(at=100.0, now=5000.0, age=1.95)
    for passed, most, until, again in (
        (0.0, 2, NEVER, 5000.0),
        (0.04, 2, NEVER, 5000.04),
        (0.06, 2, NEVER, None),
        (0.06, 3, NEVER, 5000.06),
        (0.11, 3, NEVER, None),
        (0.03, 2, 5000.02, None),
    ):
        at[0] = 100.0 + passed
        found = answered.again(State(1, until), most)
        assert found == pytest.approx(again) if again else found is None, (passed, most, until)


@contextmanager
def desk(environment: dict[str, str]) -> Iterator[subprocess.Popen]:
    """See tests/newsdesk.py."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.newsdesk"],
        cwd=ROOT,
        env=environment | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_REPLICA_URL": ""},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


def told(process: subprocess.Popen, what: str) -> str:
    process.stdin.write(f"{what}\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


@pytest.mark.nightly
@pytest.mark.outer
def test_readers_of_a_real_replica(tmp_path):
    binaries = find_binaries()
    if binaries is None:
        unavailable("PostgreSQL")
    with own_server(binaries) as primary:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))},
            "DEBUG": "false",
            "SECRET_KEY": KEY,
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "DATABASE_URL": primary.url,
            "MEDIA_ROOT": f"{tmp_path}/media",
            "TASKS": "database",
        }
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
        with standby_of(primary) as standby, desk(environment) as writers:
            environment["DATABASE_REPLICA_URL"] = standby.url
            with served(environment) as (server, url):
                wait_for(url, server)
                _follow(standby, writers, url)


def _follow(standby: Standby, writers: subprocess.Popen, url: str) -> None:
    def get(path: str) -> int:
        return asked(f"{url}{quote(path)}")[0]

    def is_read(path: str) -> bool:
        """Whether the replica is asked for what this page is made of."""
        before = len(standby.said())
        assert get(path) == 200
        return bool(re.search(r"FROM .?articles_edition", standby.said()[before:]))

    def take_down(path: str) -> list[int]:
        """What readers got until it was gone: no error, and no longer than the bound."""
        assert told(writers, "withdraw") == "withdrawn"
        begun, seen = time.monotonic(), []
        while 410 not in seen:
            seen.append(get(path))
            assert seen[-1] in (200, 410)
            assert time.monotonic() - begun < 2.5, "the bound, and half a second for the last request"
        assert {get(path) for _ in range(20)} == {410}
        return seen

    # In time: pages are made from it.
    path = told(writers, "publish")
    wait_until(lambda: get(path) == 200)
    wait_until(lambda: is_read(f"/search/?q={time.monotonic()}"))
    take_down(path)
    # It stands still, and answers: left within the bound.
    path = told(writers, "publish")
    wait_until(lambda: get(path) == 200)
    standby.pause()
    seen = take_down(path)
    assert seen[0] == 200, "control: it was read from the replica, which did not know yet"
    assert not is_read(f"/search/?q={time.monotonic()}")
    standby.go_on()
    wait_until(lambda: is_read(f"/search/?q={time.monotonic()}"))
    # It hangs: one request waits for it, and for less than a second.
    path = told(writers, "publish")
    wait_until(lambda: get(path) == 200)
    hanging = processes(standby.process.pid)
    for process in hanging:
        os.kill(process, signal.SIGSTOP)
    begun = time.monotonic()
    assert {get(path) for _ in range(10)} == {200}
    assert time.monotonic() - begun < 5
    take_down(path)
    for process in hanging:
        os.kill(process, signal.SIGCONT)
    wait_until(lambda: is_read(f"/search/?q={time.monotonic()}"))
    # It dies while pages are asked for.
    path = told(writers, "publish")
    wait_until(lambda: get(path) == 200)
    for round_ in range(60):
        if round_ == 20:
            standby.process.kill()
            standby.process.wait()
        assert get(path) == 200
        assert get(f"/search/?q={round_}") == 200
    take_down(path)
    standby.start()
    wait_until(lambda: is_read(f"/search/?q={time.monotonic()}"))
    assert get("/admin/login/") == 200
