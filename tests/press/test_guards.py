"""Every guard refuses its tricks, and is what refuses them: without it the trick succeeds."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from articles.models import Article
from articles.press import guards
from articles.press.models import Edition, Ended
from tests import factories
from tests.press.rows import ago, ahead, make_row, sql, stored

pytestmark = pytest.mark.django_db
T = guards.TABLE
POSTGRESQL = connection.vendor == "postgresql"


def columns_but(*left_out: str) -> str:
    return ", ".join(f.column for f in Edition._meta.concrete_fields if f.column not in left_out)


# Each trick sets its scene and returns the act that must be refused.


def delete_by_sql():
    row = make_row()
    return lambda: sql(f"DELETE FROM {T} WHERE id = %s", row.pk)


def delete_by_orm():
    row = make_row()
    return lambda: Edition.objects.filter(pk=row.pk)._raw_delete("default")


def truncate():
    make_row()
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    return lambda: sql(f"TRUNCATE {T} CASCADE")


def change_title_by_sql():
    row = make_row()
    return lambda: sql(f"UPDATE {T} SET title = 'x' WHERE id = %s", row.pk)


def change_body_by_orm():
    row = make_row()
    return lambda: Edition.objects.filter(pk=row.pk).update(body="<p>x</p>")


def move_to_another_article():
    row, other = make_row(), Article.objects.create(branch=factories.make_branch())
    return lambda: Edition.objects.filter(pk=row.pk).update(article=other)


def renumber_the_key():
    row = make_row()
    return lambda: sql(f"UPDATE {T} SET id = id + 1000 WHERE id = %s", row.pk)


def revive_a_withdrawn_one():
    row = make_row(live_from=ago(days=2), live_until=ago(hours=2), ended_why=Ended.WITHDRAWN, ended_note="x")
    return lambda: Edition.objects.filter(pk=row.pk).update(live_until=None, ended_why="", ended_note="")


def rewrite_the_reason_of_a_past_end():
    row = make_row(live_from=ago(days=2), live_until=ago(hours=2), ended_why=Ended.WITHDRAWN, ended_note="x")
    return lambda: Edition.objects.filter(pk=row.pk).update(ended_note="y")


def revive_a_cancelled_one():
    later = ahead(days=1)
    row = make_row(live_from=later, live_until=later, ended_why=Ended.CANCELLED)
    return lambda: Edition.objects.filter(pk=row.pk).update(live_until=None, ended_why="")


def end_before_start():
    row = make_row(live_from=ahead(days=2))
    return lambda: sql(
        f"UPDATE {T} SET live_until = %s, ended_why = 'superseded' WHERE id = %s", stored(ahead(days=1)), row.pk
    )


def end_moved_into_the_past():
    row = make_row(live_from=ago(days=2))
    return lambda: Edition.objects.filter(pk=row.pk).update(live_until=ago(minutes=1), ended_why=Ended.SUPERSEDED)


def two_open_ended():
    row = make_row()
    return lambda: make_row(row.article, number=2, live_from=ahead(days=1))


def overlap_by_insert():
    row = make_row(live_until=ahead(days=2), ended_why=Ended.SUPERSEDED)
    return lambda: make_row(
        row.article, number=2, live_from=ahead(days=1), live_until=ahead(days=3), ended_why=Ended.SUPERSEDED
    )


def overlap_by_update():
    row = make_row(live_until=ahead(days=2), ended_why=Ended.SUPERSEDED)
    make_row(row.article, number=2, live_from=row.live_until, live_until=ahead(days=3), ended_why=Ended.SUPERSEDED)
    return lambda: Edition.objects.filter(pk=row.pk).update(live_until=ahead(days=2, hours=1))


def same_id_again():
    row = make_row(live_until=ahead(days=1), ended_why=Ended.SUPERSEDED)
    other = Article.objects.create(branch=factories.make_branch())
    verb = "INSERT" if POSTGRESQL else "INSERT OR REPLACE"
    copied = columns_but("article_id")
    return lambda: sql(
        f"{verb} INTO {T} (article_id, {copied}) SELECT {other.pk}, {copied} FROM {T} WHERE id = {row.pk}"
    )


def same_number_again():
    row = make_row(live_from=ago(days=3), live_until=ago(days=2), ended_why=Ended.SUPERSEDED)
    verb = "INSERT" if POSTGRESQL else "INSERT OR REPLACE"
    copied = columns_but("id", "live_from", "live_until")
    return lambda: sql(
        f"{verb} INTO {T} (live_from, live_until, {copied}) SELECT %s, %s, {copied} FROM {T} WHERE id = %s",
        stored(ago(days=2)),
        stored(ago(days=1)),
        row.pk,
    )


def replace_the_open_one():
    row = make_row()
    copied = columns_but("id", "number")
    verb = "INSERT" if POSTGRESQL else "INSERT OR REPLACE"
    return lambda: sql(f"{verb} INTO {T} (number, {copied}) SELECT 7, {copied} FROM {T} WHERE id = {row.pk}")


def time_of_another_shape():
    row = make_row()
    return lambda: sql(f"UPDATE {T} SET live_until = 'zzzz', ended_why = 'superseded' WHERE id = %s", row.pk)


TRICKS = {
    "no_delete": [delete_by_sql, delete_by_orm],
    "no_change": [change_title_by_sql, change_body_by_orm, move_to_another_article],
    "ended_stays_ended": [revive_a_withdrawn_one],
    "cancelled_stays_cancelled": [revive_a_cancelled_one],
    "no_end_before_start": [end_before_start],
    "no_end_in_the_past": [end_moved_into_the_past],
    "no_overlap": [overlap_by_insert, overlap_by_update],
    "no_replacement": [same_id_again, same_number_again],
    **({"no_truncate": [truncate]} if POSTGRESQL else {"time_shape": [time_of_another_shape]}),
}
# Refused by more than one wall, so that no single guard can be shown to be the one.
MORE_TRICKS = [rewrite_the_reason_of_a_past_end, renumber_the_key, two_open_ended, replace_the_open_one]
ALL = [pytest.param(guard, trick, id=f"{guard}-{trick.__name__}") for guard, ts in TRICKS.items() for trick in ts]
# Tables that reference editions and check constraints stand behind these guards too.
BEHIND = {"no_end_before_start": ["edition_end_after_start"], "no_overlap": ["edition_one_open_ended"]}


def refused(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


def test_every_guard_has_a_trick():
    assert {guard.name for guard in guards.guards(connection.vendor)} == set(TRICKS)


@pytest.mark.parametrize(("guard", "trick"), ALL)
def test_trick_is_refused(guard, trick):
    before = Edition.objects.count()
    act = trick()
    rows = list(Edition.objects.order_by("pk").values())
    with pytest.raises(IntegrityError, match=guard), transaction.atomic():
        act()
    assert list(Edition.objects.order_by("pk").values()) == rows
    assert Edition.objects.count() > before


@pytest.mark.parametrize("trick", MORE_TRICKS)
def test_trick_is_refused_by_more_than_one_wall(trick):
    act = trick()
    rows = list(Edition.objects.order_by("pk").values())
    assert refused(act)
    assert list(Edition.objects.order_by("pk").values()) == rows


def take_down(guard: str) -> None:
    """Take one guard down, and the constraint behind it that would refuse the same."""
    for g in guards.guards(connection.vendor):
        if g.name == guard:
            for event in g.events:
                sql(f"DROP TRIGGER {g.trigger(event)}" + (f" ON {T}" if POSTGRESQL else ""))
    if POSTGRESQL:
        for constraint in BEHIND.get(guard, []):
            sql(f"ALTER TABLE {T} DROP CONSTRAINT IF EXISTS {constraint}")
            sql(f"DROP INDEX IF EXISTS {constraint}")


@pytest.mark.parametrize(("guard", "trick"), ALL)
def test_without_its_guard_the_trick_succeeds(guard, trick):
    """So taking a guard away makes test_trick_is_refused fail by name."""
    take_down(guard)
    assert guards.missing(connection) == [guard]
    act = trick()
    if guard == "no_end_before_start" and not POSTGRESQL:
        # SQLite's check constraint cannot be dropped from a table; that it refuses too is the second wall.
        with pytest.raises(IntegrityError, match="edition_end_after_start"), transaction.atomic():
            act()
        return
    if guard == "no_replacement" and POSTGRESQL:
        # Plain INSERT: the key and the unique constraint stand behind this guard.
        with pytest.raises(IntegrityError, match=r"duplicate key"), transaction.atomic():
            act()
        return
    assert not refused(act)


def test_what_the_press_needs_is_allowed():
    row = make_row(live_from=ahead(days=1))
    Edition.objects.filter(pk=row.pk).update(live_until=row.live_from, ended_why=Ended.CANCELLED)
    live = make_row(live_from=ago(days=1))
    Edition.objects.filter(pk=live.pk).update(live_until=ahead(days=1), ended_why=Ended.SUPERSEDED)
    Edition.objects.filter(pk=live.pk).update(live_until=None, ended_why="")
    Edition.objects.filter(pk=live.pk).update(live_until=ago(seconds=1), ended_why=Ended.SUPERSEDED)
    assert Edition.objects.get(pk=live.pk).ended_why == Ended.SUPERSEDED


def test_neighbouring_intervals_touch():
    row = make_row(live_until=ahead(days=1), ended_why=Ended.SUPERSEDED)
    make_row(row.article, number=2, live_from=row.live_until)
    make_row(row.article, number=3, live_from=ago(days=9), live_until=row.live_from, ended_why=Ended.SUPERSEDED)
    assert Edition.objects.count() == 3


def test_a_guard_that_was_altered_is_missing():
    if POSTGRESQL:
        sql(f"CREATE OR REPLACE FUNCTION {T}_no_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'")
    else:
        sql(f"DROP TRIGGER {T}_no_delete_delete")
        sql(f"CREATE TRIGGER {T}_no_delete_delete BEFORE DELETE ON {T} BEGIN SELECT 1; END")
    assert guards.missing(connection) == ["no_delete"]
    guards.install(connection)
    assert guards.missing(connection) == []


@pytest.mark.skipif(not POSTGRESQL, reason="a PostgreSQL switch")
def test_a_replica_role_does_not_slip_past():
    row = make_row()
    sql("SET LOCAL session_replication_role = replica")
    assert refused(lambda: sql(f"DELETE FROM {T} WHERE id = %s", row.pk))


def test_check_says_which_guard_is_gone(capsys):
    from django.core.management.base import SystemCheckError

    call_command("check", databases=["default"])
    take_down("no_delete")
    with pytest.raises(SystemCheckError, match="no_delete"):
        call_command("check", databases=["default"])


def test_the_grace_is_seconds():
    row = make_row(live_from=ago(days=1))
    moment = ago(seconds=30)
    assert refused(lambda: Edition.objects.filter(pk=row.pk).update(live_until=moment, ended_why=Ended.SUPERSEDED))
    moment += timedelta(seconds=28)
    assert not refused(lambda: Edition.objects.filter(pk=row.pk).update(live_until=moment, ended_why=Ended.SUPERSEDED))
