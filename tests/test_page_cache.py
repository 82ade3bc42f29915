"""Public pages that are kept in front of Django: never stale, never a reader's own, bounded."""

import gc
import gzip
import os
import time
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date

from articles.desk import workflow
from articles.models import Article, Autosave
from articles.press.models import Edition, Version
from authors.models import Author
from shaf.db import clock
from shaf.http.page_cache import PageCache
from shaf.http.state_watch import NEVER, State, StateWatch
from shaf.startup import start
from tests import factories as f
from tests.front import Answer, Front

pytestmark = pytest.mark.django_db(transaction=True)
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.fixture
def front():
    """Two processes, each with a watch of its own, as behind one address: a request goes to the first."""
    watch = StateWatch()
    yield Front(watch)
    watch.close()


@pytest.fixture
def other():
    watch = StateWatch()
    yield Front(watch)
    watch.close()


@pytest.fixture
def still():
    """A state that never changes, so that what is asked again would be answered from memory."""
    state = State(1, NEVER)
    return Front(lambda: (state, time.time()))


def path_of(edition: Edition) -> str:
    return f"/articles/{edition.article_id}/{edition.slug}/"


def read(answer: Answer) -> bytes:
    return DECODE[answer.headers.get("Content-Encoding")](answer.body)


@pytest.mark.parametrize("path", ["/", "/en/", "/articles/", "/feed/", "/en/feed/json/", "/corrections/", "/search/"])
def test_a_page_is_made_once(front, path):
    f.make_edition(("ar", "en"))
    first, second = front.get(path), front.get(path)
    assert (first.status, first.kept, second.kept) == (200, False, True)
    assert (second.status, second.headers, second.body) == (first.status, first.headers, first.body)


def test_it_is_what_django_answers(front, client):
    path = path_of(f.make_edition())
    answer, django = front.get(path), client.get(path)
    assert answer.body == django.content
    assert answer.headers == {**django.headers, "Vary": "Accept-Encoding", "Content-Length": str(len(django.content))}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("gzip;q=0", None),
        ("GZIP", "gzip"),
        ("br;q=nonsense", None),
    ],
)
def test_an_encoding_is_chosen(front, accepted, encoding):
    path = path_of(f.make_edition())
    plain = front.get(path)
    answer = front.get(path, accept_encoding=accepted)
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert (answer.kept, read(answer)) == (True, plain.body)
    assert (answer.headers["ETag"] == plain.headers["ETag"]) == (encoding is None)


def test_validators(front):
    edition = f.make_edition()
    tag = front.get("/feed/", accept_encoding="gzip").headers["ETag"]
    plain = front.get("/feed/").headers["ETag"]
    begun, before = (http_date(edition.live_from.timestamp() - less) for less in (0, 1))
    for given, status in (
        ({"if_none_match": tag}, 304),
        ({"if_none_match": f"W/{tag}"}, 304),
        ({"if_none_match": f'"other", {tag}'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": plain}, 200),
        ({"if_none_match": '"other"'}, 200),
        ({"if_modified_since": begun}, 304),
        ({"if_modified_since": before}, 200),
        ({"if_modified_since": "yesterday"}, 200),
        ({"if_none_match": '"other"', "if_modified_since": begun}, 200),
    ):
        for method in ("GET", "HEAD"):
            answer = front.get("/feed/", method, accept_encoding="gzip", **given)
            assert (answer.status, answer.kept) == (status, True), given
            assert answer.headers["ETag"] == tag
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert "max-age" in answer.headers["Cache-Control"]
            assert bool(answer.body) == (status == 200 and method == "GET")
            assert ("Content-Type" in answer.headers) == (status == 200)


def test_it_is_nobodys_own(front):
    path = path_of(f.make_edition())
    plain = front.get(path)
    for headers in (
        {"cookie": "sessionid=abc; csrftoken=def"},
        {"range": "bytes=0-10"},
        {"accept_language": "en", "user_agent": "x", "referer": "http://elsewhere.example/"},
        {"authorization": "Basic abc"},
    ):
        for process in (front, Front(front.cache.state)):
            answer = process.get(path, **headers)
            assert (answer.status, answer.headers, answer.body) == (200, plain.headers, plain.body), headers
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        *("/nothing/", "/articles/999/", "/articles/?before=x", "/?" + "x" * 501),
        *("/healthz", "/admin/login/", "/media/" + "0" * 64 + ".png", "/preview/guessed.link/", "/robots.txt"),
        *("/news-sitemap.xml", "/.well-known/security.txt", "/articles/?before=a&before=b"),
    ],
)
def test_what_is_not_kept(still, path):
    f.make_edition()
    assert not still.get(path).kept
    assert not still.get(path).kept
    assert still.get("/").status == 200
    assert still.get("/").kept


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered(front, method):
    assert front.get("/").status == 200
    assert front.get("/", method).status in (403, 405)
    assert not front.get("/", method).kept


def test_an_address_is_all_of_it(still, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    still = Front(still.cache.state)
    for given in (
        {"host": "one.example"},
        {"host": "two.example"},
        {"host": "one.example", "x_forwarded_proto": "https"},
    ):
        assert not still.get("/articles/", **given).kept, given
        assert still.get("/articles/", **given).kept, given
    assert still.get("/articles/", host="three.example").status == 400
    settings.SECURE_SSL_REDIRECT = True
    still = Front(still.cache.state)
    assert [still.get("/", host="one.example").status for _ in range(2)] == [301, 301]


def test_what_a_writer_does_drops_nothing(front):
    edition, article = f.make_edition(), f.make_article()
    path, writer = path_of(edition), f.make_user(role="writer")
    front.get(path)
    Autosave.objects.create(user=writer, article=article, tab="t", at=clock.database_now(), base_version=1, draft={})
    f.write(article, writer, title_ar="عنوان آخر")
    assert front.get(path).kept


def test_the_next_request_to_any_process_sees_it(front, other):
    """Published, corrected, renamed, withdrawn: each as soon as the verb has returned."""
    editor, writer = f.make_user(role="editor"), f.make_user(role="writer")

    def both(path: str) -> list[Answer]:
        return [process.get(path) for process in (front, other)]

    assert all("كناري".encode() not in answer.body for answer in both("/articles/") + both("/feed/"))
    edition = f.make_edition(title_ar="تقرير كناري")
    path = path_of(edition)
    for seen in (*both("/articles/"), *both("/feed/"), *both(path), *both("/")):
        assert "كناري".encode() in seen.body
    assert all(seen.kept for seen in both(path))
    author = Author.objects.get(pk=edition.byline["authors"][0]["id"])
    author.name_ar = "اسم آخر"
    author.save()
    assert not any(seen.kept for seen in both(path))
    workflow.withdraw(edition.article_id, "ar", by=editor, reason="سبب معلن")
    assert [seen.status for seen in both(path)] == [410, 410]
    assert all("كناري".encode() not in answer.body for answer in both("/articles/") + both("/feed/"))
    assert writer


def test_what_a_state_is_is_read_for_its_first_page_alone(front):
    paths = [path_of(f.make_edition(title_ar=f"تقرير {number}")) for number in range(3)]

    def asked_for_it(path: str) -> bool:
        with CaptureQueriesContext(connection) as asked:
            assert not front.get(path).kept
        assert len(asked)
        return any(Version._meta.db_table in query["sql"] for query in asked)

    assert [asked_for_it(path) for path in paths] == [True, False, False]
    f.make_edition()
    assert [asked_for_it(path) for path in paths] == [True, False, False]


def test_time_alone_turns_a_page(front, other):
    begins = clock.database_now() + timedelta(seconds=1.5)
    f.publish(f.make_article(title_ar="تقرير كناري"), at=begins)
    processes = (front, other)
    first = [process.get("/feed/") for process in processes]
    assert all("كناري".encode() not in answer.body for answer in first)
    assert {answer.headers["Cache-Control"] for answer in first} <= {"public, max-age=0", "public, max-age=1"}
    while clock.database_now() < begins:
        time.sleep(0.01)
    for process in processes:
        answer = process.get("/feed/")
        assert "كناري".encode() in answer.body
        assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_a_copy_rests_no_longer_the_later_it_was_asked_for():
    now = [1000.0]
    front = Front(lambda: (state, now[0]))
    state = State(1, 1200.0)
    f.make_edition()
    rests = []
    for now[0] in (800.0, 1000.0, 1100.0, 1199.5, 1300.0):
        rests.append(front.get("/feed/").headers["Cache-Control"])
    assert rests == [f"public, max-age={rest}" for rest in (300, 200, 100, 0, 0)]


@pytest.fixture
def small(still):
    """Twelve pages, and a process that has room for some eight."""
    paths = [path_of(f.make_edition()) for _ in range(12)]
    size = len(still.get(paths[0]).body)
    return paths, Front(still.cache.state, size=size * 9 + 10_000)


def bytes_of(shelf):
    assert shelf.size == sum(page.counted for page in shelf.pages.values())
    assert shelf.size == sum(page.size for page in shelf.pages.values())
    return shelf.size


def test_memory_is_bounded(small):
    paths, front = small
    for path in paths:
        front.get(path)
        front.get(path, accept_encoding="gzip")
    assert bytes_of(front.cache.pages) <= front.cache.pages.limit
    assert 2 <= len(front.cache.pages.pages) < 12
    assert front.get(paths[-1]).kept
    assert not front.get(paths[0]).kept


def test_what_is_used_stays(small):
    paths, front = small
    for path in paths:
        front.get(path)
        front.get(paths[0])
    assert front.get(paths[0]).kept


def test_what_is_typed_is_kept_and_pushes_no_page_out(still):
    path = path_of(f.make_edition())
    front = Front(still.cache.state, size=200_000)
    front.get(path)
    asked = [f"/search/?q=تقرير{number}" for number in range(60)]
    for one in asked:
        assert not front.get(one).kept
    assert front.get(asked[-1]).kept
    assert front.get(asked[-1], accept_encoding="br").headers["Content-Encoding"] == "br"
    assert not front.get(asked[0]).kept
    assert bytes_of(front.cache.typed) <= front.cache.typed.limit == 25_000
    assert front.get(path).kept


def test_what_was_found_is_found_no_more_once_it_is_withdrawn(front):
    editor = f.make_user(role="editor")
    edition = f.make_edition(title_ar="كناريّ نادر")
    asked = "/search/?q=كناري"
    assert not front.get(asked).kept
    assert front.get(asked).kept
    assert "نادر".encode() in front.get(asked).body
    workflow.withdraw(edition.article_id, "ar", by=editor, reason="سبب معلن")
    assert "نادر".encode() not in front.get(asked).body


def test_without_a_state_django_answers():
    front = Front(lambda: None)
    assert [front.get("/").kept for _ in range(2)] == [False, False]


def test_a_watch_finds_its_database_again(front):
    path = path_of(f.make_edition())
    front.get(path)
    front.cache.state.connection.connection.close()
    assert front.get(path).status == 200
    front.get(path)
    assert front.get(path).kept


def test_with_debug_nothing_is_kept(monkeypatch):
    monkeypatch.setattr(start, "refuse_what_is_unsafe", lambda: None)
    assert isinstance(start.application().application, PageCache)
    monkeypatch.setattr(settings, "DEBUG", True)
    assert not isinstance(start.application().application, PageCache)


def test_the_state_is_read_only_after_a_commit(front, django_assert_num_queries):
    """On SQLite; PostgreSQL has nothing that could be asked in its place."""
    watch = front.cache.state
    known = watch()[0]
    assert watch()[0] is known
    if watch.connection.vendor == "sqlite":
        said = []
        watch.connection.connection.set_trace_callback(said.append)
        watch()
        assert said == []
        Article.objects.create(branch=f.make_branch())
        watch()
        assert len(said) == 1
    f.make_edition()
    assert watch()[0] is not known


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's locks")
def test_a_watch_that_lets_go_leaves_sqlite_its_locks(front):
    """A process that closes a descriptor of the shared file loses every lock that it holds on it (fcntl(2))."""

    def locks() -> list[str]:
        inode = os.stat(f"{connection.settings_dict['NAME']}-shm").st_ino
        lines = Path("/proc/locks").read_text().splitlines()
        return [line for line in lines if f" {os.getpid()} " in line and line.split()[5].endswith(f":{inode}")]

    front.get("/")
    assert front.cache.state.shared is not None
    held = locks()
    assert held
    front.cache.state.close()
    gc.collect()
    assert locks()
