"""The log at the desk: who reads what of it, narrowed, and taken along."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.desk.workflow import membership
from shaf.audit.chain import chain
from shaf.audit.models import Event
from shaf.audit.recording import record
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.browsing import login
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database, pytest.mark.usefixtures("world")]
LOG, EXPORT = "/admin/log/", "/admin/log/export/"


def make() -> None:
    """Events of two branches, of their people, of strangers and of the operator."""
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    chief, other = f.make_user("chief", "manager", cairo), f.make_user("other", "manager", nairobi)
    writer = f.make_user("writer", "writer", cairo, email="w@example.org")
    membership.invite(by=other, branch=nairobi, email="new@example.org", name="ضيف نيروبي", roles=[("editor", "ar")])
    record("roles", by=chief, branch=cairo.pk, about=writer, details={"before": [], "after": ["writer ar"]})
    record("login", by=writer, about=writer)
    record("login_failed", about=writer)
    record("login_failed", name="")
    record("backup", name="shaf.zip")
    changed = {"name_ar": ["قبل", "بعد"], "open_notes_block": [False, True]}
    record("settings", by=chief, branch=cairo.pk, about=cairo, details={"changed": changed})
    chain()


world = once_for_the_module(make)


def read(name: str, **asked) -> list[tuple[str, str]]:
    page = login(f.User.objects.get(username=name)).get(LOG, asked)
    assert page.status_code == 200
    events = [row["event"] for row in page.context["rows"]]
    return [
        (event.what, event.name)
        for event in events
        if event.at < STARTED or event.what not in ("login", "password_right")
    ]


STARTED = timezone.now() - timedelta(days=9999)


def test_a_manager_reads_what_is_their_branch_s_and_a_superuser_all():
    own = [("settings", "القاهرة"), ("login_failed", "writer"), ("roles", "writer")]
    assert read("chief") == own
    assert read("other") == [("invited", "ضيف نيروبي")]
    f.User.objects.create_superuser("boss")
    assert {*read("boss")} >= {*own, ("invited", "ضيف نيروبي"), ("backup", "shaf.zip"), ("login_failed", "")}


def test_a_login_in_another_branch_tells_nobody_whose_an_invited_address_is():
    chief, cairo = f.User.objects.get(username="chief"), f.make_branch()
    stranger = f.make_user("elsewhere", "writer", f.make_branch("تونس", "Tunis"), email="else@example.org")
    membership.invite(by=chief, branch=cairo, email="else@example.org", name="ضيف", roles=[("writer", "ar")])
    record("logout", by=stranger, about=stranger)
    assert ("logout", "elsewhere") not in read("chief")
    membership.answer_invitations(stranger)
    assert ("logout", "elsewhere") in read("chief")


@pytest.mark.parametrize("role", ["writer", "editor", ""])
@pytest.mark.parametrize("path", [LOG, EXPORT])
def test_nobody_else_reads_it(role, path):
    client = login(f.make_user(role=role))
    assert client.post(path).status_code in (302, 403, 405)
    assert client.get(path).status_code in (302, 403, 405)
    assert not Event.objects.filter(what="exported").exists()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"group": "people"}, ["roles"]),
        ({"group": "entering"}, ["login_failed"]),
        ({"who": "chief"}, ["settings", "roles"]),
        ({"who": "القاهرة"}, ["settings"]),
        ({"since": "1/1/2020"}, ["settings", "login_failed", "roles"]),
        ({"until": "1/1/2020"}, []),
        ({"since": "x"}, []),
        ({"group": "nothing"}, []),
        ({"before": "x"}, ["settings", "login_failed", "roles"]),
    ],
)
def test_it_is_narrowed(asked, found):
    assert [what for what, _name in read("chief", **asked)] == found


def test_it_says_what_was_and_what_is_in_words():
    page = login(f.User.objects.get(username="chief")).get(LOG).content.decode()
    for said in ("<dt>الاسم (العربية)</dt>", "قبل</del>", "بعد</ins>", "كاتب (العربية)", "غُيّر إعداد"):
        assert said in page, said
    assert "audit_log" not in page


def test_it_goes_on_where_the_page_ended():
    chief = f.User.objects.get(username="chief")
    for number in range(60):
        record("settings", by=chief, branch=f.make_branch().pk, name=f"n{number:02}", at=database_now())
    client = login(chief)
    page = client.get(LOG, {"group": "register"})
    assert len(page.context["rows"]) == 50
    rest = client.get(LOG, {"group": "register", "before": page.context["before"]})
    assert [row["event"].name for row in rest.context["rows"]] == [f"n{n:02}" for n in range(9, -1, -1)] + ["القاهرة"]


def test_an_export_holds_the_same_events_and_is_one():
    client = login(f.User.objects.get(username="chief"))
    answer = client.post(EXPORT, {"group": "people"})
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert answer["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert [line["what"] for line in lines] == ["roles"]
    assert lines[0]["seal"]
    assert lines[0]["number"]
    event = Event.objects.get(what="exported")
    assert (event.by_name, event.branch, event.details) == (
        "chief",
        f.make_branch().pk,
        {"chosen": {"group": "people"}},
    )


def test_the_menu_leads_there():
    assert reverse("admin:audit_log") == LOG
    assert f'href="{LOG}"' in login(f.User.objects.get(username="chief")).get("/admin/").content.decode()
    assert f'href="{LOG}"' not in login(f.User.objects.get(username="writer")).get("/admin/").content.decode()
