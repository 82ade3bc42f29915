"""/healthz, /readyz and /metrics as the server answers them: in front of the pages that are kept."""

import json
import re
import threading
import time
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError
from django.test import RequestFactory

from articles.models import Notice
from articles.press.models import PictureIndex, Printed, SearchEntry
from shaf import heartbeats
from shaf.db.clock import database_now
from shaf.health import asking, endpoints, files
from shaf.health.parts import PARTS
from shaf.heartbeats.models import Heartbeat
from shaf.http.state_watch import StateWatch
from tests import factories as f
from tests.front import Front

pytestmark = [pytest.mark.django_db(transaction=True)]
TOKEN = "a token of some length"
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _nobody_has_asked(settings):
    endpoints._remembered.clear()
    endpoints._logged.clear()
    settings.DISK_FREE_MB = 1
    settings.HEALTH_TOKEN = TOKEN


@pytest.fixture
def site():
    watch = StateWatch()
    front = Front(watch)
    front.cache = endpoints.Endpoints(front.cache)
    yield front
    watch.close()


def ask(path: str, **environ: str) -> tuple[int, dict[str, str], bytes]:
    """Where nothing stands behind it."""

    def nothing(_environ, start_response):
        start_response("404 Not Found", [])
        return []

    begun: list = []
    given = RequestFactory().get(path).environ | environ
    answer = endpoints.Endpoints(nothing)(given, lambda status, headers, _exc=None: begun.append((status, headers)))
    body = b"".join(answer)
    return int(begun[0][0][:3]), dict(begun[0][1]), body


def parts(**environ: str) -> dict[str, dict]:
    return json.loads(ask("/readyz", **environ)[2])


# Who asks → whether they are told more than a status.
ASKING = {
    "this machine": ({"REMOTE_ADDR": "127.0.0.1"}, True),
    "this machine, IPv6": ({"REMOTE_ADDR": "::1"}, True),
    "this machine, mapped": ({"REMOTE_ADDR": "::ffff:127.0.0.1"}, True),
    "a stranger": ({"REMOTE_ADDR": "203.0.113.5"}, False),
    "a stranger who says so": ({"REMOTE_ADDR": "203.0.113.5", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
    "a proxy here": ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.5"}, False),
    "a proxy here, empty": ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": ""}, False),
    "a proxy here, otherwise": ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=203.0.113.5"}, False),
    "a proxy here, with the scheme alone": ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"}, False),
    "a socket": ({"REMOTE_ADDR": ""}, False),
    "the token": ({"REMOTE_ADDR": "203.0.113.5", "HTTP_AUTHORIZATION": f"Bearer {TOKEN}"}, True),
    "a wrong token": ({"REMOTE_ADDR": "203.0.113.5", "HTTP_AUTHORIZATION": f"Bearer {TOKEN}x"}, False),
    "an empty token": ({"REMOTE_ADDR": "203.0.113.5", "HTTP_AUTHORIZATION": "Bearer "}, False),
}


def test_who_is_told_what(settings):
    for who, (environ, told) in ASKING.items():
        for path in ("/healthz", "/readyz", "/metrics"):
            status, headers, body = ask(path, **environ)
            assert headers["Cache-Control"] == "no-store"
            assert bool(body) == (told and path != "/healthz"), f"{who}: {path}"
            assert status == (200 if told or path != "/metrics" else 403), f"{who}: {path} {body}"
    settings.HEALTH_TOKEN = ""
    assert not ask("/readyz", **ASKING["an empty token"][0])[2]


def test_a_monitor_needs_no_header_and_no_page_is_kept(site, settings):
    settings.ALLOWED_HOSTS = ["reports.example.org"]
    settings.SECURE_SSL_REDIRECT = True
    assert site.get("/", host="127.0.0.1").status in (301, 400), "as pages answer"
    for path in ("/healthz", "/readyz", "/metrics"):
        asked_before = site.asked
        answer = site.get(path, host="127.0.0.1")
        assert (answer.status, site.asked) == (200, asked_before), answer.body
    assert site.get("/healthz", "POST", host="127.0.0.1").status in (301, 400)


def lose_a_picture():
    edition = f.make_edition()
    PictureIndex.objects.create(edition=edition, picture=f"{'0' * 64}.png")


def letters_in_vain():
    editor = f.make_user(role="editor", email="e@example.org")
    Notice.objects.create(
        to=editor,
        kind="submitted",
        key="1",
        at=database_now(),
        mail="waiting",
        attempts=4,
        trouble="login",
        mail_at=database_now() + timedelta(hours=1),
        answer="535 no",
    )


def beat_long_ago(name: str):
    Heartbeat.objects.create(name=name, at=database_now() - timedelta(days=3))


# What is wrong → the part that says so.
FAULTS = {
    "worker: never": ("worker", lambda: None),
    "worker: silent": ("worker", lambda: beat_long_ago("worker")),
    "letters": ("letters", letters_in_vain),
    "backup": ("backup", lambda: beat_long_ago("backup")),
    "pictures": ("pictures", lose_a_picture),
    "printed": ("printed", lambda: (f.make_edition(), Printed.objects.update(version="other"))),
    "search": ("search", lambda: (f.make_edition(), SearchEntry.objects.all().delete())),
    "disk": ("disk", lambda: setattr(django_settings, "DISK_FREE_MB", 10**9)),
}


@pytest.mark.parametrize("what", FAULTS)
def test_readyz_names_the_part_that_is_at_fault(what, settings):
    settings.TASKS = QUEUE
    part, break_it = FAULTS[what]
    if part != "worker":
        heartbeats.beat("worker")
        assert ask("/readyz")[0] == 200, parts()
    settings.DISK_FREE_MB = 1
    break_it()
    found = parts()
    assert [name for name, said in found.items() if not said["ok"]] == [part], found
    finding = next(one for one in found[part]["findings"] if one["level"] == "fault")
    assert finding["what"]
    assert finding["remedy"]
    assert ask("/readyz")[0] == 503
    assert ask("/healthz")[0] == 200, "pages are served all the same"
    assert list(found) == [part.name for part in PARTS if part.ready]


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("behind", "in_order"), [(timedelta(seconds=1), True), (timedelta(minutes=1), False), (None, False)]
)
def test_a_replica(monkeypatch, settings, behind, in_order):
    """tests/health/test_heartbeats.py asks the age itself."""
    monkeypatch.setitem(settings.DATABASES, "replica", settings.DATABASES["default"])
    monkeypatch.setattr("shaf.health.database.replica_lag", lambda: behind)
    assert parts()["replica"]["ok"] == in_order


def test_a_database_that_is_away(monkeypatch, site):
    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr("shaf.db.clock.database_now", away)
    assert site.get("/healthz").status == 503
    answer = site.get("/readyz")
    assert answer.status == 503
    found = json.loads(answer.body)
    assert "connection refused" in found["database"]["findings"][0]["what"]
    assert "Not known" in found["guards"]["findings"][0]["what"]
    assert found["storage"]["ok"]
    assert 'shaf_part_in_order{part="database"} 0' in site.get("/metrics").body.decode()


def test_what_hangs_is_given_up_and_not_asked_without_end(monkeypatch):
    """A disk or a server that does not answer, not even with an error."""
    hanging, begun = threading.Event(), []

    def hang(_folder):
        begun.append(1)
        hanging.wait(60)
        return 10**12

    monkeypatch.setattr(files, "free", hang)
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    try:
        for _n in range(asking.MOST + 3):
            before = time.monotonic()
            found = parts()
            assert time.monotonic() - before < 30, "it does not wait for what hangs"
        assert "in time" in found["disk"]["findings"][0]["what"]
        assert len(begun) == asking.MOST
    finally:
        hanging.set()


def test_strangers_cannot_have_it_asked_again_and_again(monkeypatch):
    asked = []
    real = asking.asked
    monkeypatch.setattr(asking, "asked", lambda *args: (asked.append(1), real(*args))[1])
    for _n in range(5):
        assert ask("/readyz", REMOTE_ADDR="203.0.113.5")[0] == 200
    assert len(asked) == 1
    ask("/readyz")
    assert len(asked) == 2


def test_a_trouble_is_logged_once(caplog, settings):
    settings.TASKS = QUEUE
    for _n in range(3):
        ask("/readyz")
    assert caplog.text.count("No worker has been heard of") == 1


def test_figures(site, settings):
    f.make_edition(("ar", "en"))
    heartbeats.beat("worker")
    for _n in range(3):
        site.get("/articles/")
    site.get("/nothing/")
    said = site.get("/metrics").body.decode()
    figure = dict(line.rsplit(" ", 1) for line in said.splitlines() if not line.startswith("#"))
    requests = {re.sub(r',process="\d+"', "", name): n for name, n in figure.items() if "requests" in name}
    assert requests == {
        'shaf_requests_total{status="2xx",kept="0"}': "1",
        'shaf_requests_total{status="2xx",kept="1"}': "2",
        'shaf_requests_total{status="4xx",kept="0"}': "1",
    }
    assert figure["shaf_editions"] == "2"
    assert figure['shaf_articles{language="ar",state="approved"}'] == "1"
    assert float(figure['shaf_heartbeat_age_seconds{name="worker"}']) < 60
    assert int(figure["shaf_database_bytes"]) > 10**5
    assert int(figure['shaf_disk_free_bytes{of="media"}']) > 10**6
    assert figure['shaf_part_in_order{part="guards"}'] == "1.0"
    for line in said.splitlines():
        assert re.fullmatch(r'# (HELP|TYPE) shaf_\w+ .+|shaf_\w+(\{(\w+="[\w.]*",?)+\})? -?[\d.e+]+', line), line
