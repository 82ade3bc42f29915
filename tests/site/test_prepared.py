"""Rows whose SQL and objects Django is not asked for each time are what Django makes of the same query."""

from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model

from articles.site import lists, prepared, register, views
from articles.site.feeds.archive import _current
from articles.site.lists import SHOWN, _newest, _of_listing
from articles.site.public_state import public_state
from articles.site.search.views import _among
from tests import factories as f

pytestmark = pytest.mark.django_db


def content(one: Model | None, seen: tuple[Model, ...] = ()) -> Any:
    """All that was read of an object, and of those beside it."""
    if one is None or one in seen:
        return one
    own = {name: value for name, value in vars(one).items() if name != "_state"}
    beside = {name: content(other, (*seen, one)) for name, other in one._state.fields_cache.items()}
    return type(one), own, sorted(one.get_deferred_fields()), (one._state.adding, one._state.db), beside


def of_listing(listing: lists.Listing, ask: Any, *asked: Any) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
    bounds = {"ends": listing.end[0], "above": listing.end[1]}
    if listing.begin:
        bounds |= {"begins": listing.begin[0], "lowest": listing.begin[1]}
    return _of_listing, (ask, asked, listing.build, listing.shape, listing.path), bounds | listing.values


@pytest.fixture
def queries() -> dict[str, tuple[Any, tuple[Any, ...], dict[str, Any]]]:
    """Name → a function that builds the query, its shape, its values."""
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    now = public_state("ar").now
    kind = register.KINDS["topic"]
    everything = lists.everything("ar", now)
    of_topic = register.reports(kind, f.make_topic(), "ar", now)
    return {
        "a report": (views._editions, (), {"article": edition.article_id, "language": "ar", "now": now}),
        "a list": of_listing(everything, _newest, 21, SHOWN),
        "a part of a list": of_listing(everything.since((edition.first_live_from, 0)), _newest, 21, SHOWN),
        "a list of an entry": of_listing(of_topic, _newest, 21, SHOWN),
        "a feed": of_listing(everything, _current, 21),
        "a feed of an entry": of_listing(of_topic, _current, 21),
        "an entry": (register._by_slug, (kind, "ar"), {"slug": f.make_topic().slug_ar}),
        "what was found": (_among, (), {"now": now, "edition_0": edition.pk}),
    }


@pytest.mark.parametrize(
    "name",
    [
        *("a report", "a list", "a part of a list", "a list of an entry", "a feed", "a feed of an entry"),
        *("an entry", "what was found"),
    ],
)
def test_they_are_the_same(queries, name):
    build, shape, values = queries[name]
    expected = list(partial(build, *shape)(**values))
    found = prepared.rows(build, *shape, **values)
    assert expected
    assert [content(one) for one in found] == [content(one) for one in expected]


def test_a_column_that_was_not_read_is_read_when_it_is_asked_for(queries):
    build, shape, values = queries["a list"]
    (edition,) = prepared.rows(build, *shape, **values)
    assert "body" in edition.get_deferred_fields()
    assert edition.body.startswith("<")
    assert edition.printed.edition is edition


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite plans nothing ahead")
def test_postgresql_plans_each_statement_once_and_none_where_a_pooler_changes_its_servers(client, monkeypatch):
    def planned() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            return cursor.fetchone()[0]

    before = planned()
    f.make_edition()
    pages = ("/articles/", "/feed/", "/search/?q=قرار")
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    plain = [client.get(page).content for page in pages]
    assert planned() == before
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", False)
    assert [client.get(page).content for page in pages] == plain
    once = planned()
    assert once > before
    assert [client.get(page).content for page in pages] == plain
    assert planned() == once
