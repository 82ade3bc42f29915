"""RSS: valid, full, stable, cheap to ask again."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

import feedparser
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.http import http_date
from lxml import etree

from articles.desk import workflow
from articles.press.models import Edition
from articles.site.feeds import archive, text
from authors.models import Branch, FormerSlug, Source
from shaf.db import clock
from shaf.product import release
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import absolute, address, correct, withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def parse(response):
    feed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert feed.bozo is False, feed.get("bozo_exception")
    return feed


def raw(response, path):
    """The texts that an XPath finds in the document itself."""
    found = etree.fromstring(response.content).xpath(path, namespaces=NAMES)
    return [element if isinstance(element, str) else element.text for element in found]


def titles(response):
    return [entry.title for entry in parse(response).entries]


def moment(parsed):
    return datetime(*parsed[:6], tzinfo=UTC)


IN_FULL = {
    "ar": ["نص &amp; أكثر", "نقطة &lt;أولى&gt;", "المصدر", "الجزيرة نت", "باسل المحمد", "10/11/2025", "الآراء لكتّابها"],
    "en": [
        "Text &amp; more",
        "A &lt;first&gt; point",
        "Source",
        "Basel Al-Mohammad",
        "10 November 2025",
        "The views are",
    ],
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_in_full(client, language):
    f.make_author("سامر عبد الله", "Samer Abdullah")
    publisher = f.make_publisher()
    publisher.disclaimer_ar, publisher.disclaimer_en = "الآراء لكتّابها.", "The views are the authors’."
    publisher.save()
    changes = f.make_changes()
    changes["attributions"][0]["authors"] = [f.make_author().pk, f.make_author("سامر عبد الله").pk]
    edition = f.make_edition(
        (language,),
        attributions=changes["attributions"],
        topics=[f.make_topic().pk],
        key_points_ar="نقطة <أولى>",
        key_points_en="A <first> point",
        body_ar='<h2>عنوان</h2><p>نص & أكثر. <a href="/articles/1/">هنا</a> <a href="#h-عنوان">أعلاه</a></p>',
        body_en='<h2>Heading</h2><p>Text & more. <a href="/articles/1/">here</a> <a href="#h-heading">above</a></p>',
    )
    prefix = "/en" if language == "en" else ""
    response = client.get(f"{prefix}/feed/")
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    feed = parse(response)
    (entry,) = feed.entries
    assert feed.feed.title == publisher.name_in(language)
    assert feed.feed.language == language
    assert feed.feed.link == absolute(f"{prefix}/")
    assert entry.title == edition.title
    assert unquote(entry.link) == absolute(address(edition))
    assert entry.summary == edition.description
    assert raw(response, "//item/dc:creator") == [
        person["name"] for person in edition.credits["attributions"][0]["authors"]
    ]
    assert len(raw(response, "//item/dc:creator")) == 2
    assert [tag.term for tag in entry.tags] == [topic["name"] for topic in edition.topics]
    assert entry.id == f"tag:{publisher.tag_authority}:article/{edition.article_id}/{language}"
    assert raw(response, "//guid/@isPermaLink") == ["false"]
    (content,) = raw(response, "//content:encoded")
    direction = {"ar": 'dir="rtl" lang="ar"', "en": 'dir="ltr" lang="en"'}[language]
    assert content.startswith(f"<div {direction}>")
    for part in IN_FULL[language]:
        assert part in content, part
    addresses = re.findall(r'(?:href|src|cite)="([^"]*)"', content)
    assert len(addresses) > 4
    assert all(url.startswith("http://testserver/") for url in addresses)
    assert any(unquote(url).startswith(absolute(address(edition)) + "#h-") for url in addresses)


def test_the_channel_says_where_it_is(client):
    f.make_edition()
    response = client.get("/feed/")
    (link,) = etree.fromstring(response.content).xpath("//channel/atom:link", namespaces=NAMES)
    assert dict(link.attrib) == {"rel": "self", "type": "application/rss+xml", "href": absolute("/feed/")}
    response = client.get("/branches/القاهرة/feed/")
    assert raw(response, "//channel/title") == ["فرع القاهرة – مركز شاف لتحليل الأزمات والدراسات المستقبلية"]
    (href,) = raw(response, "//channel/atom:link/@href")
    assert unquote(href) == absolute("/branches/القاهرة/feed/")


def test_dates_of_a_first_edition_and_of_a_correction(client):
    first = f.make_edition()
    (entry,) = parse(client.get("/feed/")).entries
    assert moment(entry.published_parsed) == first.live_from.replace(microsecond=0)
    assert "updated" not in entry
    second = correct(first)
    response = client.get("/feed/")
    (entry,) = parse(response).entries
    assert moment(entry.published_parsed) == first.live_from.replace(microsecond=0)
    assert moment(entry.updated_parsed) == second.live_from.replace(microsecond=0)
    assert second.correction_note in raw(response, "//content:encoded")[0]
    assert parsedate_to_datetime(raw(response, "//lastBuildDate")[0]) == second.live_from.replace(microsecond=0)


def test_a_minor_correction_is_not_announced(client):
    edition = correct(f.make_edition(), kind="minor")
    assert edition.correction_note not in client.get("/feed/").content.decode()


def test_the_id_outlives_slug_host_and_edition(client, settings):
    first = f.make_edition(title_ar="عنوان أول")
    before = parse(client.get("/feed/")).entries[0]
    settings.SITE_URL = "https://new.example.org"
    correct(first, title_ar="عنوان ثان", slug_ar="عنوان-ثان")
    after = parse(client.get("/feed/")).entries[0]
    assert after.id == before.id
    assert after.link != before.link


def test_a_correction_does_not_push_an_old_report_to_the_top(client, monkeypatch):
    monkeypatch.setattr(archive, "CURRENT", 2)
    old, *_rest = [f.make_edition(title_ar=f"تقرير {n}") for n in range(3)]
    assert titles(client.get("/feed/")) == ["تقرير 2", "تقرير 1"]
    correct(old)
    assert titles(client.get("/feed/")) == ["تقرير 2", "تقرير 1"]


def test_the_newest_twenty(client):
    newest = f.make_edition(title_ar="تقرير")
    copies(newest, [newest.first_live_from - timedelta(minutes=n) for n in range(1, archive.CURRENT + 1)])
    assert titles(client.get("/feed/")) == ["تقرير", *(f"تقرير {n}" for n in range(archive.CURRENT - 1))]


def test_languages_and_branches_are_apart(client):
    cairo = f.make_edition(("ar", "en"), title_ar="من القاهرة", title_en="From Cairo")
    f.make_edition(("ar",), title_ar="من بغداد", branch=f.make_branch("بغداد", "Baghdad").pk)
    assert titles(client.get("/feed/")) == ["من بغداد", "من القاهرة"]
    assert titles(client.get("/en/feed/")) == ["From Cairo"]
    assert titles(client.get("/branches/القاهرة/feed/")) == ["من القاهرة"]
    assert titles(client.get("/branches/بغداد/feed/")) == ["من بغداد"]
    assert titles(client.get("/en/branches/cairo/feed/")) == ["From Cairo"]
    assert client.get("/en/branches/baghdad/feed/").status_code == 404
    withdraw(cairo)
    assert client.get("/branches/القاهرة/feed/").status_code == 404


def test_a_branch_s_former_slug(client):
    f.make_edition()
    branch = Branch.objects.get()
    FormerSlug.objects.create(kind="branch", entry=branch.pk, language="ar", slug="قديم")
    response = client.get("/branches/قديم/feed/")
    assert (response.status_code, unquote(response["Location"])) == (301, "/branches/القاهرة/feed/")


def test_an_empty_feed_is_a_feed(client):
    f.make_publisher()
    response = client.get("/feed/")
    assert parse(response).entries == []
    assert "Last-Modified" not in response
    assert client.get("/feed/", headers={"if-none-match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/feed/", "/branches/القاهرة/feed/"])
def test_validators_decide_between_200_and_304(client, path):
    edition = f.make_edition()
    response = client.get(path)
    assert response["ETag"].startswith('"'), "strong"
    assert response["Last-Modified"] == http_date(edition.live_from.timestamp())
    for validator in (
        {"if-none-match": response["ETag"]},
        {"if-none-match": f'"other", {response["ETag"]}'},
        {"if-modified-since": response["Last-Modified"]},
        {"if-none-match": response["ETag"], "if-modified-since": http_date(0)},
    ):
        again = client.get(path, headers=validator)
        assert (again.status_code, again.content) == (304, b""), validator
        assert again["ETag"] == response["ETag"]
        assert "max-age" in again["Cache-Control"]
    for validator in (
        {"if-none-match": '"other"'},
        {"if-modified-since": http_date(edition.live_from.timestamp() - 1)},
        {"if-none-match": '"other"', "if-modified-since": response["Last-Modified"]},
    ):
        assert client.get(path, headers=validator).status_code == 200, validator


def change_nothing(edition):
    pass


def rename_publisher(edition):
    Source.objects.filter(kind="own").update(name_ar="اسم آخر")


def rename_branch(edition):
    Branch.objects.update(name_ar="المقطم")


def new_disclaimer(edition):
    Source.objects.filter(kind="own").update(disclaimer_ar="تنبيه آخر")


def publish_another(edition):
    f.make_edition()


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (change_nothing, True),
        (lambda edition: f.make_article(), True),
        (lambda edition: f.make_edition(("en",)), True),
        (publish_another, False),
        (correct, False),
        (withdraw, False),
        (rename_publisher, False),
        (rename_branch, False),
        (new_disclaimer, False),
    ],
)
def test_what_changes_the_etag_of_a_branch_s_feed(client, change, same):
    f.make_edition()
    edition = f.make_edition()
    path = "/branches/القاهرة/feed/"
    before = client.get(path)
    change(edition)
    after = client.get(path)
    assert (after["ETag"] == before["ETag"]) is same
    assert (after.content == before.content) is same


def test_an_archived_report_changes_the_etag_though_not_the_latest_change(client):
    f.make_edition()
    before = client.get("/feed/")
    archived = f.make_article(attributions=[f.make_changes()["attributions"][0] | {"date": "2020-01-05"}])
    workflow.submit(archived.pk, "ar", by=f.make_user(role="writer"))
    editor = f.make_user(role="editor")
    workflow.approve_archive(archived.pk, "ar", by=editor, fingerprint=f.fingerprint_of(archived))
    after = client.get("/feed/")
    assert after["Last-Modified"] == before["Last-Modified"]
    assert after["ETag"] != before["ETag"]
    assert moment(parse(after).entries[1].published_parsed) == datetime(2020, 1, 5, 10, tzinfo=UTC)


def test_the_version_of_the_template_is_in_the_etag(client, monkeypatch):
    f.make_edition()
    before = client.get("/feed/")["ETag"]
    monkeypatch.setattr(release, "identifier", lambda: "another")
    assert client.get("/feed/")["ETag"] != before


def test_last_modified_is_the_latest_change_that_has_passed(client, at):
    first, second = f.make_edition(), f.make_edition()
    assert client.get("/feed/")["Last-Modified"] == http_date(second.live_from.timestamp())
    withdraw(second)
    ended = Edition.objects.get(pk=second.pk).live_until
    assert client.get("/feed/")["Last-Modified"] == http_date(ended.timestamp())
    when = clock.database_now() + timedelta(days=2)
    f.publish(f.make_article(), at=when)
    assert client.get("/feed/")["Last-Modified"] == http_date(ended.timestamp())
    at(when)
    assert client.get("/feed/")["Last-Modified"] == http_date(when.timestamp())
    assert first.live_from < ended


@pytest.mark.parametrize(
    ("before_change", "wanted"),
    [
        (timedelta(days=1), 300),
        (timedelta(seconds=301), 300),
        (timedelta(seconds=299.5), 299),
        (timedelta(seconds=12), 12),
        (timedelta(milliseconds=500), 0),
        (timedelta(0), 300),
    ],
)
@pytest.mark.parametrize("corrects", [False, True])
def test_a_copy_is_not_kept_past_the_next_change(client, at, before_change, wanted, corrects):
    edition = f.make_edition()
    when = clock.database_now() + timedelta(days=3)
    article = edition.article if corrects else f.make_article()
    if corrects:
        writer = f.make_user(role="writer")
        workflow.reopen(article.pk, "ar", by=writer)
        f.write(article, writer, correction_note_ar="صُحّح.", correction_kind_ar="minor", body_ar="<p>آخر</p>")
    f.publish(article, at=when)
    at(when - before_change)
    for path in ("/feed/", "/branches/القاهرة/feed/"):
        assert client.get(path)["Cache-Control"] == f"public, max-age={wanted}"
    assert client.get("/en/feed/")["Cache-Control"] == "public, max-age=300", "the other language has no change ahead"


def test_a_cancelled_schedule_shortens_nothing(client, at):
    scheduled = f.publish(f.make_article(), at=clock.database_now() + timedelta(days=3))
    at(scheduled.live_from - timedelta(seconds=10))
    assert client.get("/feed/")["Cache-Control"] == "public, max-age=10"
    workflow.cancel(scheduled.article_id, "ar", by=f.make_user(role="editor"))
    assert client.get("/feed/")["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(
    ("title", "language", "wanted"),
    [
        ("تقرير", "ar", "تقرير"),
        ("«تقرير»", "ar", "«تقرير»"),
        ("2025: تقرير", "ar", "2025: تقرير"),
        ("NATO والشرق", "ar", "\u200fNATO والشرق"),
        ("Report", "en", "Report"),
        ("تقرير and more", "en", "\u200eتقرير and more"),
        ("2025", "ar", "2025"),
    ],
)
def test_a_title_keeps_its_direction(title, language, wanted):
    assert text.one_way(title, language) == wanted


def test_characters_that_xml_cannot_hold(client):
    f.make_edition(title_ar="عنوان\x07 هنا", standfirst_ar="ملخص\x01")
    (entry,) = parse(client.get("/feed/")).entries
    assert entry.title == "عنوان هنا"


def test_no_feed_without_the_authority_of_its_ids(client):
    f.make_edition()
    Source.objects.filter(kind="own").update(tag_authority="")
    with pytest.raises(ImproperlyConfigured):
        client.get("/feed/")


def test_two_publications_in_a_second_are_told_apart(client):
    """Last-Modified counts seconds; the ETag does not."""
    f.make_edition()
    before = client.get("/feed/")
    f.make_edition()
    validators = {"if-none-match": before["ETag"], "if-modified-since": before["Last-Modified"]}
    after = client.get("/feed/", headers=validators)
    assert (after.status_code, after.content.count(b"<item>")) == (200, 2)
