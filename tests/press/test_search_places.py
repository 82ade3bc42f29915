"""Where an edition stands in the search index: in the order of first publication, and then of entering."""

from datetime import timedelta

import pytest

from articles.press.derived import search
from articles.press.models import SearchEntry
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = pytest.mark.django_db


def places(*editions) -> list[int]:
    found = dict(SearchEntry.objects.values_list("edition", "place"))
    return [found[edition.pk] for edition in editions]


def test_those_of_one_minute_stand_in_the_order_in_which_they_came():
    editions = [f.make_edition() for _number in range(3)]
    later = f.make_edition(at=database_now() + timedelta(days=1))
    between = f.make_edition()
    assert places(*editions, between, later) == sorted(places(*editions, between, later))


def test_a_crowded_minute_runs_over_into_the_next():
    edition = f.make_edition()
    (first,) = places(edition)
    base = SearchEntry.place_of(edition.first_live_from)
    others = [f.make_edition().pk for _number in range(2)]
    for step, pk in enumerate(others, start=1):
        SearchEntry.objects.filter(edition=pk).update(place=base + SearchEntry.WITHIN_A_MINUTE * step)
    assert first == base
    assert search._free_place(edition) == base + 1
    SearchEntry.objects.filter(edition=others[0]).update(place=base + 1)
    assert search._free_place(edition) == base + 2
    assert SearchEntry.moment_of(base + 2) == SearchEntry.moment_of(base)
