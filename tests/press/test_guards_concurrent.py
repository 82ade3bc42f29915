"""Two real connections at once, by the database's own clock."""

import time
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article
from articles.press.models import Edition, Ended
from shaf.db.clock import database_now
from tests import factories
from tests.press.parallel import in_parallel
from tests.press.rows import ago, ahead, make_row, sql

pytestmark = pytest.mark.django_db(transaction=True)


def insert(article, approver, number, **columns):
    with transaction.atomic():
        row = make_row(article, number=number, approved_by=approver, **columns)
        time.sleep(0.3)
        return row


@pytest.mark.parametrize("pair", range(3))
def test_of_two_overlapping_inserts_one_stands(pair):
    article, approver = Article.objects.create(branch=factories.make_branch()), factories.make_user()
    finite = {"ended_why": Ended.SUPERSEDED}
    outcomes = in_parallel(
        lambda: insert(article, approver, 1, live_from=ahead(days=1), live_until=ahead(days=3), **finite),
        lambda: insert(article, approver, 2, live_from=ahead(days=2), live_until=ahead(days=4), **finite),
    )
    assert Edition.objects.count() == 1
    assert sum(isinstance(outcome, IntegrityError) for outcome in outcomes) == 1


def test_an_insert_and_an_update_that_would_overlap():
    row = make_row(live_until=ahead(days=1), ended_why=Ended.SUPERSEDED)
    approver = factories.make_user()

    def extend():
        with transaction.atomic():
            Edition.objects.filter(pk=row.pk).update(live_until=ahead(days=3))
            time.sleep(0.3)

    outcomes = in_parallel(extend, lambda: insert(row.article, approver, 2, live_from=ahead(days=2)))
    assert sum(isinstance(outcome, IntegrityError) for outcome in outcomes) == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one isolation level")
def test_a_snapshot_older_than_the_lock_is_refused():
    row = make_row()

    def old_snapshot():
        with transaction.atomic():
            sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            Edition.objects.filter(pk=row.pk).update(live_until=ahead(days=1), ended_why=Ended.SUPERSEDED)

    with pytest.raises(IntegrityError, match="read committed"):
        old_snapshot()


def test_the_real_clock_closes_the_interval():
    """An end that was still ahead can be moved; once it has passed, it cannot."""
    soon = database_now() + timedelta(seconds=1)
    row = make_row(live_from=ago(hours=1), live_until=soon, ended_why=Ended.SUPERSEDED)
    later = soon + timedelta(seconds=1)
    Edition.objects.filter(pk=row.pk).update(live_until=later)
    time.sleep(2.2)
    with pytest.raises(IntegrityError, match="ended_stays_ended"):
        Edition.objects.filter(pk=row.pk).update(live_until=ahead(days=1))
    with pytest.raises(IntegrityError, match="ended_stays_ended"):
        Edition.objects.filter(pk=row.pk).update(live_until=None, ended_why="")


def test_one_session_time_zone_or_another():
    """The guard compares moments, not wall clocks."""
    row = make_row(live_from=ago(hours=10))
    if connection.vendor == "postgresql":
        sql("SET TIME ZONE 'Pacific/Kiritimati'")
    try:
        with pytest.raises(IntegrityError):
            Edition.objects.filter(pk=row.pk).update(live_until=ago(minutes=5), ended_why=Ended.SUPERSEDED)
    finally:
        if connection.vendor == "postgresql":
            sql("SET TIME ZONE 'UTC'")
