"""Archived feeds: a month a document, and one way through them all."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.encoding import iri_to_uri

from articles.site.feeds import archive
from tests import factories as f
from tests.site import feed_rules
from tests.site.many import copies
from tests.site.reading import absolute, withdraw
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FORMATS = {"rss": "", "atom": "atom/", "json": "json/"}


def noon(year, month, day):
    return datetime(year, month, day, 10, tzinfo=UTC)


def fetch_with(client):
    def fetch(url):
        assert url.startswith("http://testserver/")
        response = client.get(url.removeprefix("http://testserver"))
        assert response.status_code == 200, url
        return response.content

    return fetch


def walk(client, form, path):
    return feed_rules.walk(form, fetch_with(client), iri_to_uri(absolute(path)))


def articles_of(found):
    return [int(value.rsplit("/", 2)[1]) for value in found.ids]


def reports():
    """Reports in several months of several years."""
    pattern = f.make_edition(topics=[f.make_topic().pk])
    moments = [noon(2019, 12, 31), noon(2020, 1, 1), *(noon(2020, 3, day) for day in (1, 2, 2, 2, 2, 30, 31, 31))]
    moments += [noon(2021, 11, 5), noon(2021, 11, 6), noon(2024, 2, 29), noon(2024, 3, 1)]
    return [pattern, *copies(pattern, moments)]


published = once_for_the_class(reports)


@pytest.fixture
def years(monkeypatch, published):
    """The reports, where one month has more than a document holds."""
    monkeypatch.setattr(archive, "CURRENT", 4)
    monkeypatch.setattr(archive, "ARCHIVE", 3)
    return published


class TestYears:
    @pytest.mark.both_databases
    @pytest.mark.parametrize("place", ["", "branches/القاهرة/", "topics/مكافحة-الإرهاب/"])
    @pytest.mark.parametrize(("form", "tail"), FORMATS.items())
    def test_the_archive_holds_every_report_once(self, client, years, form, tail, place):
        current, documents = walk(client, form, f"/{place}feed/{tail}")
        newest_first = [e.article_id for e in sorted(years, key=lambda e: (e.first_live_from, e.pk), reverse=True)]
        assert articles_of(current) == newest_first[:4]
        archived = [article for document in documents for article in articles_of(document)]
        assert len(archived) == len(set(archived)), "once"
        assert archived == newest_first[-len(archived) :]
        assert set(archived) | set(articles_of(current)) == {edition.article_id for edition in years}, "all"
        assert [len(document.ids) for document in documents] == [2, 3, 3, 2, 1, 1]

    def test_a_document_says_where_it_stands(self, client, years):
        found = feed_rules.read("rss", client.get("/feed/2021/11/").content)
        assert found.is_archive
        assert found.links == {
            "self": absolute("/feed/2021/11/"),
            "current": absolute("/feed/"),
            "prev-archive": absolute("/feed/2020/03/"),
            "next-archive": absolute("/feed/2024/02/"),
        }
        assert feed_rules.read("rss", client.get("/feed/").content).links.keys() == {"self", "prev-archive"}

    @pytest.mark.both_databases
    def test_a_past_month_stays_as_it_is(self, client, years):
        paths = ["/feed/2020/03/", "/feed/atom/2021/11/", "/feed/json/2020/01/"]
        before = [client.get(path) for path in paths]
        f.make_edition()
        after = [client.get(path) for path in paths]
        assert [r.content for r in after] == [r.content for r in before]
        assert [r["ETag"] for r in after] == [r["ETag"] for r in before]

    @pytest.mark.both_databases
    def test_the_chain_holds_when_the_report_at_a_cursor_is_withdrawn(self, client, years, monkeypatch):
        pattern = f.make_edition()
        moment = pattern.first_live_from
        several = [f.make_edition() for _n in range(8)]
        part = archive.part_of(moment)
        path = f"/feed/{part.year}/{part.month:02}/"
        second = feed_rules.read("rss", client.get(path).content).links["prev-archive"]
        assert "before=" in second
        at_cursor = articles_of(feed_rules.read("rss", client.get(path).content))[-1]
        withdraw(next(edition for edition in several if edition.article_id == at_cursor))
        fetch_with(client)(second)
        current, documents = walk(client, "rss", "/feed/")
        assert at_cursor not in articles_of(current) + [a for d in documents for a in articles_of(d)]

    @pytest.mark.parametrize(
        "path",
        [
            "/feed/2020/02/",
            "/feed/2020/2/",
            "/feed/2020/13/",
            "/feed/2020/00/",
            "/feed/0000/01/",
            "/feed/0001/01/",
            "/feed/9999/12/",
            "/feed/20200/03/",
            "/feed/2020/03/?before=x",
            "/feed/2020/03/?before=%00",
            "/feed/2020/03/?before=%ED%A0%80",
            "/feed/2020/03/?before=" + "9" * 5000,
            "/feed/2020/03/?before=LTk5OTk5OTk5OTk5OTk5OTk5LjE",
            "/feed/atom/json/",
            "/feed/json/1/",
            "/branches/لا-يوجد/feed/2020/03/",
            "/topics/%00/feed/atom/",
        ],
    )
    def test_what_no_archive_has_is_404(self, client, years, path):
        assert client.get(path).status_code == 404

    def test_a_cursor_of_another_month_is_404_or_within_the_month(self, client, years):
        cursor = feed_rules.read("rss", client.get("/feed/2020/03/").content).links["prev-archive"].rpartition("=")[2]
        assert client.get("/feed/2019/12/", query_params={"before": cursor}).status_code == 200
        assert client.get("/feed/2021/11/", query_params={"before": cursor}).status_code == 404

    def test_other_parameters_change_nothing(self, client, years):
        assert client.get("/feed/?before=x&page=2").content == client.get("/feed/").content

    def test_a_copy_of_the_archive_rests_no_longer_than_the_feed(self, client, years, at):
        when = years[0].live_from + timedelta(days=3)
        f.publish(f.make_article(), at=when)
        at(when - timedelta(seconds=7))
        assert client.get("/feed/2020/03/")["Cache-Control"] == "public, max-age=7"


@pytest.mark.both_databases
def test_months_are_those_of_the_site_s_zone(client):
    """22:30 UTC on the last of January is February in Cairo."""
    pattern = f.make_edition()
    copies(pattern, [datetime(2020, 1, 31, 21, 30, tzinfo=UTC), datetime(2020, 1, 31, 22, 30, tzinfo=UTC)])
    for month in ("01", "02"):
        assert len(feed_rules.read("atom", client.get(f"/feed/atom/2020/{month}/").content).ids) == 1


def test_a_few_reports_need_no_archive(client):
    f.make_edition()
    for form, tail in FORMATS.items():
        assert walk(client, form, f"/feed/{tail}")[1] == []


@pytest.mark.parametrize(("form", "tail"), FORMATS.items())
def test_a_withdrawn_report_leaves_the_archive(client, form, tail):
    pattern = f.make_edition()
    report = f.make_edition()
    now = report.first_live_from
    path = f"/feed/{tail}{now:%Y}/{archive.part_of(now).month:02}/"
    before = client.get(path)
    assert report.article_id in articles_of(feed_rules.read(form, before.content))
    withdraw(report)
    after = client.get(path, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert articles_of(feed_rules.read(form, after.content)) == [pattern.article_id]
    withdraw(pattern)
    assert client.get(path).status_code == 404
