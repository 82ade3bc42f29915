"""However deep a page lies, SQLite walks no farther to it than to the first: told by the steps of its machine, since a
plan does not say where on an index a walk begins."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from articles.site import lists
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import headlines

pytestmark = [pytest.mark.django_db, pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's steps")]

DAY = timedelta(days=1)
OLDEST = datetime(2019, 3, 2, tzinfo=UTC)
# More than a page of them in the oldest month, so that the last page of each list is full of them.
OLD = [OLDEST + timedelta(hours=hour) for hour in range(60)]
A_STEP = 10


def steps(ask: Callable[[], object]) -> int:
    """How many of its own steps SQLite takes, in tens."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.connection.set_progress_handler(count, A_STEP)
    try:
        ask()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return taken


@pytest.fixture
def pages() -> list[str]:
    """The last page of every kind of list."""
    pattern = f.make_edition(("ar",), topics=[f.make_topic().pk])
    # Half a year before and after, so that neither months nor years are more or fewer.
    made = copies(pattern, [*OLD, OLDEST - 40 * DAY, OLDEST + 300 * DAY])
    before = lists.cursor(made[lists.PAGE + 5])
    month = f"{OLDEST:%Y/%m}"
    return [
        f"/articles/?before={before}",
        f"/branches/القاهرة/?before={before}",
        f"/topics/{pattern.topics[0]['slug']}/?before={before}",
        f"/archive/{month}/",
        f"/archive/{month}/?before={before}",
        "/archive/",
        f"/feed/{month}/",
        f"/feed/{month}/?before={lists.cursor(made[55])}",
        f"/branches/القاهرة/feed/{month}/",
    ]


def test_the_last_page_costs_what_the_first_does(client, pages):
    def walk() -> dict[str, int]:
        found = {}
        for page in pages:
            response = client.get(page)
            assert response.status_code == 200, page
            found[page] = steps(lambda page=page: client.get(page))
        return found

    with_few = walk()
    assert headlines(client.get(pages[0]))
    newer = [OLDEST + 200 * DAY + timedelta(hours=hour) for hour in range(400)]
    copies(f.make_edition(("ar",), topics=[f.make_topic().pk]), newer)
    with_many = walk()
    assert {page: count for page, count in with_many.items() if count > 1.3 * with_few[page] + 20} == {}
