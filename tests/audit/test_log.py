"""The log: what is recorded stands with what it tells, is chained behind it, and is rewritten by nobody."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client

from articles.desk.notices.worker import make_round
from shaf.audit import chain, guards, keeping
from shaf.audit.digest import digest
from shaf.audit.kinds import GROUPS, KINDS
from shaf.audit.models import Dropped, Event, Link
from shaf.audit.recording import record
from shaf.audit.verifying import PATIENCE, late, verify
from shaf.db.clock import database_now
from tests import factories as f
from tests.conftest import lift_guards, put_up_guards
from tests.press.rows import sql

pytestmark = pytest.mark.django_db
POSTGRESQL = connection.vendor == "postgresql"
EVENT, LINK, DROPPED = guards.EVENT, guards.LINK, guards.DROPPED


def broken() -> list[str]:
    return sorted(found.what for found in verify() if found)


def some(n: int = 3) -> list[Event]:
    found = [record("settings", name=f"شيء {number}", details={"from": "أ", "to": number}) for number in range(n)]
    chain.chain()
    return found


def aged(event: Event, days: int) -> None:
    """As if it had been written so many days ago."""
    event.at -= timedelta(days=days)
    event.digest = digest(event)
    event.save()


def test_an_event_stands_if_what_it_tells_does():
    with transaction.atomic():
        record("settings", name="لا يحدث")
        transaction.set_rollback(True)
    assert Event.objects.count() == 0
    user = f.make_user("nadia", first_name="نادية")
    event = record("settings", by=user, branch=7, about=f.make_branch(), details={"a": [1, None, "‮x\x00"]})
    event.refresh_from_db()
    assert (event.by, event.by_name, event.branch, event.name) == (user.pk, "نادية", 7, "القاهرة")
    assert event.details == {"a": [1, None, "x"]}
    assert broken() == []


def test_what_is_in_no_table_is_no_event():
    with pytest.raises(KeyError):
        record("whatever")
    assert all(kind.group in GROUPS for kind in KINDS.values())


def test_the_worker_chains_and_a_view_does_not():
    record("settings")
    assert Link.objects.count() == 0
    make_round.call()
    assert Link.objects.count() == 1
    assert chain.chain() == 0


def test_events_that_commit_out_of_order_are_linked_all_the_same():
    first, second = record("settings"), record("settings")
    Link.objects.create(
        number=1, event=second.pk, seal=chain.seal(Link(number=1, event=second.pk), second.digest, before="")
    )
    assert chain.chain() == 1
    assert list(Link.objects.order_by("number").values_list("event", flat=True)) == [second.pk, first.pk]
    assert broken() == []


def test_logins_and_their_failures():
    user = f.make_user("nadia", "editor")
    client = Client()
    for name, password in (("nadia", "no"), ("my-own-password", "x"), ("nadia", "demo")):
        client.post("/admin/login/", {"username": name, "password": password})
    client.post("/admin/logout/")
    told = list(Event.objects.order_by("pk").values_list("what", "by", "about", "name", "address"))
    here = "127.0.0.1"
    assert told == [
        ("login_failed", None, f"user:{user.pk}", "nadia", here),
        ("login_failed", None, "", "", here),
        ("password_right", user.pk, f"user:{user.pk}", "nadia", here),
        ("login", user.pk, f"user:{user.pk}", "nadia", here),
        ("device_new", user.pk, f"user:{user.pk}", "nadia", here),
        ("logout", user.pk, f"user:{user.pk}", "nadia", here),
    ]


# Each trick sets its scene and returns the act that must be refused.


def change_an_event():
    (event,) = some(1)
    return lambda: Event.objects.filter(pk=event.pk).update(name="x")


def delete_an_event():
    (event,) = some(1)
    return lambda: sql(f"DELETE FROM {EVENT} WHERE id = %s", event.pk)


def replace_an_event():
    some(1)
    copied = 'at, what, "by", by_name, address, branch, about, name, details, digest'
    verb = "INSERT" if POSTGRESQL else "INSERT OR REPLACE"
    return lambda: sql(f"{verb} INTO {EVENT} (id, {copied}) SELECT id, {copied} FROM {EVENT}")


def change_a_link():
    some(1)
    return lambda: Link.objects.update(seal="0" * 64)


def delete_a_link():
    some(1)
    return lambda: Link.objects.all()._raw_delete("default")


def link_out_of_turn():
    (event,) = some(1)
    other = record("settings")
    return lambda: Link.objects.create(number=9, event=other.pk, seal="0" * 64) and event


def link_twice():
    (event,) = some(1)
    verb = "INSERT" if POSTGRESQL else "INSERT OR REPLACE"
    return lambda: sql(f"{verb} INTO {LINK} (number, event, seal) VALUES (2, {event.pk}, 'x')")


def part() -> Dropped:
    for event in some(2):
        lift_guards()
        aged(event, 90)
        put_up_guards()
    Link.objects.filter(number__gt=1)
    return Dropped.objects.create(
        first=1, last=1, began_at=database_now(), ended_at=database_now(), kinds={}, seal="x", at=database_now()
    )


def change_a_stub():
    part()
    return lambda: Dropped.objects.update(seal="y")


def delete_a_stub():
    part()
    return lambda: Dropped.objects.all()._raw_delete("default")


def drop_what_is_young():
    some(1)
    now = database_now()
    return lambda: Dropped.objects.create(first=1, last=1, began_at=now, ended_at=now, kinds={}, seal="x", at=now)


def replace_a_stub():
    stub, now = part(), database_now()
    return lambda: Dropped(pk=stub.pk, first=2, last=2, began_at=now, ended_at=now, kinds={}, seal="x", at=now).save(
        force_insert=True
    )


def truncate():
    some(1)
    return lambda: sql(f"TRUNCATE {EVENT}")


TRICKS = {
    "event_no_change": change_an_event,
    "event_no_delete": delete_an_event,
    "event_no_replacement": replace_an_event,
    "link_no_change": change_a_link,
    "link_no_delete": delete_a_link,
    "link_no_replacement": link_twice,
    "link_next": link_out_of_turn,
    "dropped_no_change": change_a_stub,
    "dropped_no_delete": delete_a_stub,
    "dropped_no_replacement": replace_a_stub,
    "dropped_next": drop_what_is_young,
    **({"no_truncate": truncate} if POSTGRESQL else {}),
}


def test_every_guard_has_a_trick():
    assert {guard.name for guard in guards.guards(connection.vendor)} == set(TRICKS)


@pytest.mark.parametrize("guard", TRICKS)
def test_a_trick_is_refused(guard):
    act = TRICKS[guard]()
    with pytest.raises(IntegrityError, match=guard), transaction.atomic():
        act()


def test_a_guard_that_is_gone_is_missed():
    guard = guards.guards(connection.vendor)[0]
    sql(f"DROP TRIGGER {guard.trigger('UPDATE')}" + (f" ON {EVENT}" if POSTGRESQL else ""))
    assert guards.missing(connection) == ["event_no_change"]
    with pytest.raises(CommandError, match="1 guards missing"):
        verify_audit()
    guards.install(connection)
    assert guards.missing(connection) == []


def verify_audit(**options) -> str:
    told = StringIO()
    call_command("verify_audit", verbosity=0, stdout=told, **options)
    return told.getvalue()


def test_what_was_done_behind_the_guards_is_found():
    events = some(4)
    assert "4 events sound" in verify_audit()
    lift_guards()
    for act, found in (
        (lambda: Event.objects.filter(pk=events[1].pk).update(details={}), ["changed"]),
        (lambda: Event.objects.filter(pk=events[1].pk).delete(), ["gone"]),
        (lambda: Link.objects.filter(number=2).delete(), ["number"]),
        (lambda: Link.objects.filter(number=4).update(seal="0" * 64), ["seal"]),
        (lambda: aged(events[2], 1), ["seal"]),
    ):
        with transaction.atomic():
            act()
            assert broken() == found
            transaction.set_rollback(True)
    assert broken() == []


def test_a_chain_that_was_written_anew_is_told_by_a_head_that_was_kept():
    events = some(3)
    head = verify_audit().rpartition(" ")[2].strip().split("\x1b")[0]
    some(1)
    assert "4 events sound" in verify_audit(head=head)
    lift_guards()
    Link.objects.all().delete()
    aged(events[0], 1)
    chain.chain()
    put_up_guards()
    assert broken() == []
    with pytest.raises(CommandError):
        verify_audit(head=head)


def test_what_waits_for_its_place_for_long_is_said():
    record("settings")
    now = database_now()
    assert late(now) == 0
    assert late(now + PATIENCE * 2) == 1


def test_what_is_old_goes_and_a_stub_stays(settings):
    events = some(5)
    lift_guards()
    Link.objects.all().delete()
    for event in events[:3]:
        aged(event, 400)
    put_up_guards()
    chain.chain()
    settings.AUDIT_KEPT_DAYS = 0
    assert keeping.old(database_now()).count() == 0
    settings.AUDIT_KEPT_DAYS = 365
    old = keeping.old(database_now())
    assert (old.count(), keeping.drop(old)) == (3, 3)
    stub = Dropped.objects.get()
    assert (stub.first, stub.last, stub.kinds) == (1, 3, {"settings": 3})
    chain.chain()
    assert broken() == []
    assert [*Event.objects.order_by("pk").values_list("what", flat=True)] == ["settings", "settings", "dropped"]
    assert [*Link.objects.order_by("number").values_list("number", flat=True)] == [4, 5, 6]
    lift_guards()
    Dropped.objects.update(last=2)
    assert "dropped" in broken()
