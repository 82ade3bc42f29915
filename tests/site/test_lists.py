"""Home, all reports, and paging by keyset."""

import base64
from datetime import timedelta

import pytest

from articles.press.models import Edition
from articles.site import lists
from articles.site.home import LATEST
from shaf.db import clock
from tests import factories as f
from tests.site.reading import absolute, correct, headlines, links, select, texts, tree

pytestmark = pytest.mark.django_db


def older(response):
    found = select(tree(response), ".pager a.older")
    return found[0].get("href") if found else ""


@pytest.mark.one_database
def test_home_leads_with_the_newest(client):
    titles = [f.make_edition(title_ar=f"تقرير {n}").title for n in range(LATEST + 3)][::-1]
    response = client.get("/")
    assert texts(response, ".lead .headline") == titles[:1]
    assert headlines(response) == titles[: LATEST + 3]


@pytest.mark.one_database
@pytest.mark.parametrize("path", ["/", "/articles/", "/en/", "/en/articles/"])
def test_before_anything_is_published(client, path):
    f.make_article()
    response = client.get(path)
    assert response.status_code == 200
    assert not headlines(response)
    assert len(texts(response, "p.nothing")) == 1


def test_every_report_once_and_in_order(client, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 3)
    titles = [f.make_edition(title_ar=f"تقرير {n}").title for n in range(7)][::-1]
    seen, path, pages = [], "/articles/", 0
    while path:
        response = client.get(path)
        assert response.status_code == 200
        assert links(response, "canonical") == {"": absolute(path)}
        seen += headlines(response)
        path, pages = older(response), pages + 1
    assert (seen, pages) == (titles, 3)


def test_reports_of_one_moment_are_told_apart_by_id(client, monkeypatch, at):
    monkeypatch.setattr(lists, "PAGE", 2)
    when = clock.database_now() + timedelta(days=1)
    titles = [f.publish(f.make_article(title_ar=f"تقرير {n}"), at=when).title for n in range(5)][::-1]
    at(when)
    seen, path = [], "/articles/"
    while path:
        response = client.get(path)
        seen += headlines(response)
        path = older(response)
    assert seen == titles


def test_a_page_stays_where_it_was_when_something_is_published(client, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    for n in range(5):
        f.make_edition(title_ar=f"تقرير {n}")
    second = older(client.get("/articles/"))
    before = headlines(client.get(second))
    f.make_edition(title_ar="أحدث")
    assert headlines(client.get(second)) == before == ["تقرير 2", "تقرير 1"]


@pytest.mark.one_database
def test_a_corrected_report_keeps_its_place_and_says_so(client):
    old = f.make_edition(title_ar="قديم")
    f.make_edition(title_ar="جديد")
    assert headlines(client.get("/articles/")) == ["جديد", "قديم"]
    correct(old, title_ar="قديم مصحح")
    response = client.get("/articles/")
    assert headlines(response) == ["جديد", "قديم مصحح"]
    assert len(texts(response, ".corrected")) == 1


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "before",
    [
        "x",
        "%00",
        "تقرير",
        "!!!!",
        encoded("1"),
        encoded("1.2.3"),
        encoded("-99999999999999999.1"),
        encoded("1.999999999999999999999"),
        encoded("1763000000000000.x"),
        encoded("0.1"),
    ],
)
def test_a_cursor_that_was_never_given_out(client, before):
    f.make_edition()
    for path in ("/articles/", "/branches/القاهرة/"):
        assert client.get(path, {"before": before}).status_code == 404


@pytest.mark.one_database
def test_other_parameters_change_nothing(client):
    f.make_edition()
    assert client.get("/articles/").content == client.get("/articles/?page=2&q=x&before=").content


def test_lists_neither_count_nor_skip(client, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    for _n in range(5):
        f.make_edition()
    for path in ("/articles/", older(client.get("/articles/")), "/branches/القاهرة/", "/"):
        client.get(path)
        assert client.queries
        sql = " ".join(client.queries).upper()
        assert "COUNT(" not in sql
        assert "OFFSET" not in sql


def test_the_archive_of_long_ago(client, monkeypatch):
    """Cursors hold times before 1970 too."""
    edition = Edition(pk=7, first_live_from=lists.EPOCH - timedelta(days=4000, microseconds=1))
    assert lists.position(lists.cursor(edition)) == (edition.first_live_from, 7)
