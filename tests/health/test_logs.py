"""What is written of what happens: in which form, and to which request it belongs."""

import io
import json
import logging
import re

import pytest
from django.core.checks import run_checks
from django.test import RequestFactory
from django.urls import path
from django_tasks_db.models import DBTaskResult

from articles.desk.pictures.sizes import make_sizes
from shaf.health import endpoints, sentry
from shaf.health.worker import LastingWorker
from shaf.http.state_watch import NEVER, State
from shaf.logs import forms, request_id
from tests import factories as f
from tests.front import Front

TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
QUEUE = {"default": {"BACKEND": "shaf.logs.tasks.NamingBackend"}}


@pytest.fixture
def written():
    """What goes to the log, in each form."""
    outputs = {}
    handlers = []
    for name, formatter in (("lines", forms.Lines()), ("json", forms.Json())):
        outputs[name] = io.StringIO()
        handler = logging.StreamHandler(outputs[name])
        handler.setFormatter(formatter)
        logging.getLogger().addHandler(handler)
        handlers.append(handler)
    yield outputs
    for handler in handlers:
        logging.getLogger().removeHandler(handler)


def ask(application, path="/", **headers):
    begun: list = []
    environ = RequestFactory().get(path, headers=headers).environ
    list(endpoints.Endpoints(application)(environ, lambda status, found, _exc=None: begun.append(dict(found))))
    return begun[0]


def logging_application(_environ, start_response):
    logging.getLogger("of.the.request").warning("asked for %s", "a\nforged\u202e line")
    start_response("200 OK", [])
    return []


def test_a_line_says_when_and_for_which_request(written):
    name = ask(logging_application, x_request_id="proxy-1.2")["X-Request-ID"]
    assert name == "proxy-1.2"
    assert re.fullmatch(
        rf"{TIME} WARNING of\.the\.request \[proxy-1\.2\] asked for a\\nforged\\u202e line\n",
        written["lines"].getvalue(),
    )
    said = json.loads(written["json"].getvalue())
    assert re.fullmatch(TIME, said["time"])
    assert (said["level"], said["logger"], said["request"]) == ("WARNING", "of.the.request", "proxy-1.2")
    assert request_id.current.get() == ""


@pytest.mark.parametrize("given", ["", "a b", "x" * 101, "a\r\nX-Forged: 1", "<script>", "عربي"])
def test_a_name_that_is_none_is_replaced(given):
    names = {request_id.name(given) for _n in range(3)}
    assert len(names) == 3
    assert all(request_id.GIVEN.fullmatch(name) for name in names)
    assert given not in names


@pytest.fixture
def front():
    still = State(1, NEVER)
    found = Front(lambda: (still, 0.0))
    found.cache = endpoints.Endpoints(found.cache)
    return found


@pytest.mark.django_db
def test_a_page_that_is_kept_keeps_no_name(front):
    f.make_edition()
    first, second = front.get("/"), front.get("/")
    assert (first.kept, second.kept) == (False, True)
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


def fail(_request):
    try:
        raise KeyError("the cause")
    except KeyError as error:
        raise RuntimeError("the fault") from error


urlpatterns = [path("fails/", fail)]


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [False, True])
def test_a_failed_request_is_a_line_and_one_traceback(front, written, settings, debug):
    settings.ROOT_URLCONF, settings.DEBUG = __name__, debug
    assert front.get("/fails/", x_request_id="r1").status == 500
    said = written["lines"].getvalue()
    assert said.count("Traceback") == 1, said
    assert len(re.findall(rf"(?m)^{TIME} ERROR django.request \[r1\] Internal Server Error: /fails/$", said)) == 1
    assert "RuntimeError: the fault" in said
    assert "caused by: KeyError: 'the cause'" in said
    (line,) = written["json"].getvalue().splitlines()
    assert json.loads(line)["traceback"].count("Traceback") == 1


def test_no_other_handler_says_it_again():
    assert logging.getLogger("django").handlers == []


@pytest.mark.django_db
def test_a_task_knows_which_request_set_it(settings, written):
    settings.TASKS = QUEUE

    def setting(_environ, start_response):
        make_sizes.enqueue(1)
        start_response("200 OK", [])
        return []

    ask(setting, x_request_id="r2")
    (row,) = DBTaskResult.objects.all()
    options = {"interval": 1, "batch": True, "backend_name": "default", "startup_delay": False, "max_tasks": None}
    LastingWorker(queue_names=["default"], excluded_queue_names=[], worker_id="w", **options).run_task(row)
    lines = [line for line in written["lines"].getvalue().splitlines() if "make_sizes" in line]
    assert lines
    assert all("[r2]" in line for line in lines)
    row.refresh_from_db()
    assert row.status == "SUCCESSFUL"


@pytest.mark.django_db
def test_sentry_is_asked_for_by_its_name(monkeypatch, settings):
    settings.SENTRY_DSN = "https://key@sentry.example/1"
    monkeypatch.setattr(sentry, "find_spec", lambda _name: None)
    assert "shaf.E021" in [message.id for message in run_checks()]
    sentry.begin()
    settings.SENTRY_DSN = ""
    assert "shaf.E021" not in [message.id for message in run_checks()]


def test_errors_go_to_sentry_without_what_was_typed(settings):
    import sentry_sdk
    from sentry_sdk.transport import Transport

    sent = []

    class Kept(Transport):
        def capture_envelope(self, envelope):
            sent.extend(item.payload.json for item in envelope.items if item.type == "event")

    settings.SENTRY_DSN = "https://key@sentry.example/1"
    before = sentry_sdk.get_client()
    try:
        sentry.begin()
        sentry_sdk.get_client().transport = Kept()
        try:
            raise RuntimeError("the fault")
        except RuntimeError:
            logging.getLogger("x").exception("it failed")
        (event,) = sent
        assert event["exception"]["values"][0]["value"] == "the fault"
        frames = event["exception"]["values"][0]["stacktrace"]["frames"]
        assert frames
        assert not any("vars" in frame for frame in frames)
    finally:
        sentry_sdk.get_client().close(timeout=0)
        sentry_sdk.get_global_scope().set_client(before)
