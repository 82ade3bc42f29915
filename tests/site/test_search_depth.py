"""However many reports there are, a search opens no more of them, and asks no more often."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import quote

import pytest
from django.db import connection

from articles.press.derived import search
from articles.press.models import Edition, SearchEntry
from articles.site.search import matching, views
from shaf.db import clock
from tests import factories as f
from tests.plans import plans_of
from tests.site.many import copies
from tests.site.reading import headlines, select, tree

pytestmark = pytest.mark.django_db

WORD = "زعفران"


def make(title: str, body: str = "", **changes: object) -> Edition:
    return f.make_edition(title_ar=title, **({"body_ar": f"<p>{body}</p>"} if body else {}), **changes)


def test_queries_do_not_grow(client):
    edition = make("قرار", topics=[f.make_topic().pk])
    queries = [{"q": "قرار"}, {"q": '"تحولا مفصليا"'}, {"q": "قرار", "topic": "مكافحة-الإرهاب"}]
    counts = []
    for many in (9, 90):
        multiply(edition, many)
        counts.append([])
        for query in queries:
            client.get("/search/", query)
            assert headlines(client.get("/search/", query)), query
            counts[-1].append(len(client.queries))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 4


def multiply(edition: Edition, many: int, *, before: datetime | None = None) -> None:
    """So many more reports with the same text, each a minute older than the last."""
    moments = ((before or edition.first_live_from) - timedelta(minutes=n) for n in range(1, many + 1))
    for copy in copies(edition, moments):
        search.enter(copy)


def test_no_plan_reads_every_edition(client):
    edition = make("قرار", topics=[f.make_topic().pk])
    multiply(edition, 300)
    make("نادر", WORD)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for query in ({"q": "قرار"}, {"q": WORD}, {"q": '"تحولا مفصليا"'}, {"q": "قرار", "author": "باسل-المحمد"}):
        client.get("/search/", query)
        for _sql, plan in plans_of(partial(client.get, "/search/", query)):
            assert not re.search(r"Seq Scan on articles_edition|SCAN articles_edition|SCAN U0|SCAN x\b", plan), plan


@pytest.fixture
def old_and_new() -> None:
    """The word in 80 old reports, in 15 of the last two quarters, and in none of the newest."""
    word, other, now = make("أ", f"ورد {WORD}"), make("ب", "نص آخر"), clock.database_now()
    multiply(word, 80, before=now - timedelta(days=1500))
    multiply(word, 14, before=now - timedelta(days=60))
    multiply(other, matching.NEWEST, before=now)


def test_every_report_is_found_once_and_the_newest_first(client, old_and_new):
    ids, path = [], f"/search/?q={quote(WORD)}"
    while path:
        found = tree(client.get(path))
        ids += [int(link.get("href").split("/")[2]) for link in select(found, ".headline a")]
        path = "".join(link.get("href") for link in select(found, ".older"))
    places = SearchEntry.objects.filter(edition__article__in=ids).order_by("-place")
    assert ids == list(places.values_list("edition__article", flat=True))
    assert len(ids) == 95


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite reads its index in the order of the list")
def test_what_is_old_is_not_gathered_where_what_is_new_is_enough(client, old_and_new):
    plan_as_for_many()
    page = partial(client.get, "/search/", {"q": WORD})
    assert len(headlines(page())) == views.PAGE
    plan = "\n".join(plan for _sql, plan in plans_of(page, run=True))
    gathered = re.findall(r"Bitmap Heap Scan on articles_searchentry .*actual rows=(\d+)", plan)
    assert max(map(int, gathered)) == 14


# Of two, of three, in any form, a date.
SIDE_BY_SIDE = ['"حوض النيل"', '"حوض وادي النيل"', "حوض-النيل", "18/06/2026"]


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="no plan of SQLite's tells what its index reads")
def test_words_that_all_have_and_none_side_by_side_are_not_looked_for_in_each(client):
    words = "النيل وادي بلا حوض 2026 06 18"
    pattern = make(words, f"{words} {WORD}", standfirst_ar=words)
    multiply(pattern, 50)
    plan_as_for_many()
    assert headlines(client.get("/search/", {"q": "حوض وادي"}))

    def ask() -> None:
        for typed in SIDE_BY_SIDE:
            page = partial(client.get, "/search/", {"q": typed})
            assert not headlines(page()), typed
            assert rows_read_for_nothing(page) <= 3 * matching.NEWEST, typed

    ask()
    multiply(pattern, 400, before=clock.database_now() - timedelta(days=1000))
    plan_as_for_many()
    ask()


def plan_as_for_many() -> None:
    """Have PostgreSQL plan by what is there, and not by what was there when it last looked; and by the index, as where
    there are many: a few entries it reads from end to end, unless other tests have left the table long.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SET LOCAL enable_seqscan = off")


def rows_read_for_nothing(ask: Callable[[], object]) -> int:
    plans = [plan for _sql, plan in plans_of(ask, run=True)]
    return sum(int(rows) for plan in plans for rows in re.findall(r"Rows Removed by .*: (\d+)", plan))
