"""What happened last, by the database's clock, and unnoticed by the public."""

from datetime import timedelta

import pytest

from articles.press.models import Version
from shaf import heartbeats
from shaf.heartbeats.models import Heartbeat
from shaf.http.state_watch import StateWatch
from tests.factories import make_branch

pytestmark = pytest.mark.django_db


def test_the_age_of_what_happened_last():
    assert heartbeats.age("worker") is None
    heartbeats.beat("worker")
    heartbeats.beat("backup")
    assert timedelta(seconds=-1) < heartbeats.age("worker") < timedelta(minutes=1)
    Heartbeat.objects.filter(name="worker").update(at=Heartbeat.objects.get(name="worker").at - timedelta(hours=3))
    assert timedelta(hours=3) < heartbeats.age("worker") + timedelta(seconds=1) < timedelta(hours=3, minutes=1)
    heartbeats.beat("worker")
    assert heartbeats.age("worker") < timedelta(minutes=1)
    assert Heartbeat.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_beat_changes_nothing_public():
    watch = StateWatch()
    try:
        before, _now = watch()
        numbers = list(Version.objects.order_by("name").values_list("name", "number"))
        heartbeats.beat("worker")
        assert watch()[0] is before
        assert list(Version.objects.order_by("name").values_list("name", "number")) == numbers
        make_branch()
        assert watch()[0] is not before, "it would see what does change"
    finally:
        watch.close()
