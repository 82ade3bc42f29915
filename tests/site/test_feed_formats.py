"""Every feed there is, in each format and language, against the specifications and a parser."""

import json
import re
from urllib.parse import unquote

import feedparser
import pytest
from django.core.files.storage import default_storage
from django.utils.encoding import iri_to_uri
from lxml import etree

from articles.desk.workflow.pictures import add_picture
from articles.press.models import Edition
from articles.site.feeds import views
from authors.models import Author, Series, Source
from tests import factories as f
from tests.desk.pictures import picture_bytes
from tests.site import feed_rules
from tests.site.many import copies
from tests.site.reading import absolute, address, correct, withdraw
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FORMATS = {"rss": "", "atom": "atom/", "json": "json/"}
ENTRIES = {
    "ar": [
        "",
        "branches/القاهرة/",
        "authors/إلهام-النجار/",
        "authors/باسل-المحمد/",
        "sources/مركز-شاف/",
        "sources/الجزيرة-نت/",
        "topics/مكافحة-الإرهاب/",
        "series/أوراق/",
    ],
    "en": [
        "",
        "branches/cairo/",
        "authors/elham-el-naggar/",
        "sources/al-jazeera-net/",
        "topics/counter-terrorism/",
        "series/papers/",
    ],
}
PATHS = [
    (form, language, f"{'/en' if language == 'en' else ''}/{entry}feed/{tail}")
    for language, entries in ENTRIES.items()
    for entry in entries
    for form, tail in FORMATS.items()
]


def full():
    """A report that fills every element: several authors, topics, a series, a cover, a logo; corrected."""
    publisher = f.make_publisher()
    writer = f.make_user(role="writer")
    logo = add_picture(picture_bytes(colour=(9, 9, 9)), by=writer, branch=f.make_branch().pk)
    Source.objects.filter(pk=publisher.pk).update(
        logo=logo.file.name, disclaimer_ar="الآراء لكتّابها.", disclaimer_en="The views are the authors’."
    )
    series = Series.objects.create(name_ar="أوراق", name_en="Papers", slug_ar="أوراق", slug_en="papers")
    cover = add_picture(picture_bytes(), by=writer, branch=f.make_branch().pk)
    cover.alt_ar, cover.alt_en, cover.credit = "وصف", "alt", "وكالة"
    cover.save()
    changes = f.make_changes()
    changes["attributions"][0]["authors"].append(f.make_author("سامر عبد الله", "Samer Abdullah").pk)
    edition = f.make_edition(
        ("ar", "en"),
        attributions=changes["attributions"],
        topics=[f.make_topic().pk],
        series=series.pk,
        series_number=3,
        cover=cover.pk,
    )
    for english in Edition.objects.filter(article=edition.article_id, language="en"):
        correct(english)
    return correct(edition)


report = once_for_the_class(full)


def problems(form, response, path):
    return feed_rules.check(form, response.content, iri_to_uri(absolute(path)))


class TestFullReport:
    @pytest.mark.both_databases
    def test_every_feed_keeps_the_rules(self, client, report):
        authority = Source.publisher().tag_authority
        types = {"rss": "application/xml", "atom": "application/xml", "json": "application/feed+json"}
        for form, language, path in PATHS:
            response = client.get(path)
            assert response.status_code == 200, path
            assert problems(form, response, path) == [], path
            assert response["Content-Type"] == f"{types[form]}; charset=utf-8"
            if form == "json":
                continue
            feed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
            assert feed.bozo is False, (path, feed.get("bozo_exception"))
            assert feed.version == {"rss": "rss20", "atom": "atom10"}[form]
            assert feed.feed.language == language
            (entry,) = feed.entries
            assert entry.id == f"tag:{authority}:article/{report.article_id}/{language}"
            assert len(entry.authors) == 2
            assert entry.enclosures[0].type == "image/png"

    def test_the_formats_say_the_same(self, client, report):
        rss, atom = (feedparser.parse(client.get(f"/feed/{tail}").content) for tail in ("", "atom/"))
        feed = json.loads(client.get("/feed/json/").content)
        (one,), (two,), (three,) = rss.entries, atom.entries, feed["items"]
        assert one.id == two.id == three["id"]
        assert one.title == two.title == three["title"] == f"[مصحَّح] {report.title}"
        assert one.link == two.link == three["url"]
        assert unquote(one.link) == absolute(address(report))
        assert one.content[0].value == two.content[0].value
        raw = etree.fromstring(client.get("/feed/").content).findtext(f".//{feed_rules.CONTENT}encoded")
        assert raw == three["content_html"]
        assert raw.startswith('<div dir="rtl" lang="ar">')
        assert report.correction_note in raw
        names = [person["name"] for person in report.byline["authors"]]
        assert [a.name for a in one.authors] == [a.name for a in two.authors] == names
        assert [a["name"] for a in three["authors"]] == names
        assert unquote(three["authors"][0]["url"]) == absolute("/authors/إلهام-النجار/")
        assert [tag.term for tag in one.tags] == [tag.term for tag in two.tags] == three["tags"] == ["مكافحة الإرهاب"]
        assert one.published_parsed == two.published_parsed == report.first_live_from.utctimetuple()
        assert two.updated_parsed == report.live_from.utctimetuple()
        assert three["date_modified"] > three["date_published"]
        name = report.cover["picture"]
        assert one.enclosures[0].href == two.enclosures[0].href == three["image"] == absolute(f"/media/{name}")
        (attachment,) = three["attachments"]
        assert int(one.enclosures[0].length) == attachment["size_in_bytes"] == default_storage.size(name)
        assert f'<img src="{absolute(f"/media/{name}")}"' in raw

    def test_what_a_feed_is_of(self, client, report):
        publisher = Source.publisher()
        feed = etree.fromstring(client.get("/branches/القاهرة/feed/atom/").content)

        def texts(name):
            return [element.text for element in feed.findall(f"{feed_rules.ATOM}{name}")]

        assert texts("id") == [f"tag:{publisher.tag_authority}:feed/ar/branch/{report.credits['branch']['id']}"]
        assert texts("title") == [f"فرع القاهرة – {publisher.name_ar}"]
        assert texts("rights") == [f"© {publisher.name_ar}"]
        assert texts("logo") == [absolute(f"/media/{publisher.logo.name}")]
        assert feed.findtext(f"{feed_rules.ATOM}author/{feed_rules.ATOM}name") == publisher.name_ar
        links = {e.get("rel"): unquote(e.get("href")) for e in feed.findall(f"{feed_rules.ATOM}link")}
        assert links == {"self": absolute("/branches/القاهرة/feed/atom/"), "alternate": absolute("/branches/القاهرة/")}
        channel = etree.fromstring(client.get("/feed/").content).find("channel")
        assert channel.findtext("copyright") == f"© {publisher.name_ar}"
        assert channel.findtext("image/url") == absolute(f"/media/{publisher.logo.name}")
        written = json.loads(client.get("/feed/json/").content)
        assert written["icon"] == absolute(f"/media/{publisher.logo.name}")
        assert written["authors"] == [{"name": publisher.name_ar, "url": absolute("/")}]

    def test_a_withdrawn_report_leaves_every_feed_at_once(self, client, report):
        other = f.make_edition(("ar",), topics=[f.make_topic().pk])
        withdraw(report)
        for form, language, path in PATHS:
            response = client.get(path)
            if language == "ar":
                assert f":article/{report.article_id}/ar" not in response.content.decode(), path
            else:
                assert response.status_code == 200, "the other language stays"
            if response.status_code == 200:
                assert problems(form, response, path) == []
        assert f":article/{other.article_id}/ar" in client.get("/feed/json/").content.decode()
        gone = {path for _form, _language, path in PATHS if client.get(path).status_code == 404}
        assert {unquote(path) for path in gone} == {f"/series/أوراق/feed/{tail}" for tail in FORMATS.values()}

    @pytest.mark.both_databases
    def test_conditional_requests_render_nothing(self, client, report, monkeypatch):
        responses = {path: client.get(path) for _form, _language, path in PATHS}

        def refuse(*_args, **_kwargs):
            raise AssertionError("rendered")

        for name in ("item_of", "_written", "_document"):
            monkeypatch.setattr(views, name, refuse)
        for path, response in responses.items():
            for header in (
                {"if-none-match": response["ETag"]},
                {"if-modified-since": response["Last-Modified"]},
            ):
                answer = client.get(path, headers=header)
                assert (answer.status_code, answer.content) == (304, b""), path
                assert answer["ETag"] == response["ETag"]
                assert len(client.queries) <= 3, client.queries
        with pytest.raises(AssertionError, match="rendered"):
            client.get("/feed/")

    def test_formats_have_etags_of_their_own(self, client, report):
        assert len({client.get(path)["ETag"] for _form, _language, path in PATHS}) == len(PATHS)

    def test_queries_are_the_same_at_10_and_at_300(self, client, report):
        moments = [
            report.first_live_from.replace(year=2020 + n % 5, month=1 + n % 12, day=1 + n % 28) for n in range(300)
        ]
        paths = [path for _form, _language, path in PATHS if not path.startswith("/en")]
        paths += ["/feed/2020/01/", "/feed/atom/2020/01/", "/branches/القاهرة/feed/json/2020/01/"]
        counted = []
        copies(report, moments[:9])
        for more in ([], moments[9:]):
            copies(report, more)
            counted.append({})
            for path in paths:
                assert client.get(path).status_code == 200, path
                client.get(path)
                counted[-1][path] = len(client.queries)
        assert counted[0] == counted[1]
        assert max(counted[0].values()) <= 3, counted[0]


def test_a_report_without_named_authors_is_its_source_s(client):
    changes = f.make_changes()
    byline = changes["attributions"][0] | {"authors": []}
    f.make_edition(attributions=[byline])
    for form, tail in FORMATS.items():
        path = f"/feed/{tail}"
        assert problems(form, client.get(path), path) == []
    (entry,) = feedparser.parse(client.get("/feed/atom/").content).entries
    assert [author.name for author in entry.authors] == [Source.publisher().name_ar]


@pytest.mark.parametrize("kind", ["substantive", "minor"])
def test_a_substantive_correction_is_announced_and_a_minor_one_dated(client, kind):
    edition = f.make_edition(("ar", "en"))
    english = Edition.objects.get(article=edition.article_id, language="en")
    announced = kind == "substantive"
    for first, prefix, before in ((edition, "", "[مصحَّح] "), (english, "/en", "[Corrected] ")):
        second = correct(first, kind)
        for form, tail in FORMATS.items():
            response = client.get(f"{prefix}/feed/{tail}")
            assert (second.correction_note in response.content.decode()) is announced
            said = {"": "تصحيح: ", "/en": "Correction: "}[prefix] + second.correction_note + " " + second.description
            assert (said in response.content.decode()) is announced, "first in the summary too"
            if form == "json":
                (found,) = json.loads(response.content)["items"]
                assert found["date_modified"] > found["date_published"]
            else:
                (found,) = feedparser.parse(response.content).entries
                assert found.updated_parsed == second.live_from.utctimetuple()
            assert found["title"] == (before if announced else "") + second.title


def test_an_empty_feed_keeps_the_rules(client):
    f.make_publisher()
    for form, tail in FORMATS.items():
        for prefix in ("", "/en"):
            path = f"{prefix}/feed/{tail}"
            response = client.get(path)
            assert problems(form, response, path) == []
            assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 304


HOSTILE = [
    "تقرير\x00\x01\x0b\x1f\ufffe عنوان",
    "]]> <![CDATA[ نص ]]>",
    "<b>غامق</b> &amp; & < > \" '",
    "NATO تقرير (2025) C++",
    "تقرير NATO",
    "\u202eمقلوب\u202c \u200f\u2066x",
    "😀 تقرير 𐤀",
    "</title></item></channel></rss>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'x'>]>&e;",
]


def of_a_topic():
    return f.make_edition(topics=[f.make_topic().pk])


edition = once_for_the_class(of_a_topic)


class TestHostile:
    @pytest.mark.parametrize("text", [*HOSTILE, "تقرير \ud800 وحيد \udfff"], ids=range(len(HOSTILE) + 1))
    def test_hostile_texts_come_out_well_formed(self, client, monkeypatch, edition, text):
        """In rows past the press, and where no database holds such a text, in what the site reads of a row."""
        credits = json.loads(json.dumps(edition.credits))
        credits["attributions"][0]["authors"][0]["name"] = text
        columns = {"title": text, "description": text, "standfirst": text, "key_points": [text], "credits": credits}
        columns |= {"topics": [{"id": 1, "name": text, "slug": ""}], "correction_note": text}
        columns |= {"correction_kind": "substantive"}
        monkeypatch.setattr(
            views, "item_of", lambda row, channel, own=views.item_of: own(spoilt(row, columns), channel)
        )
        for form, tail in FORMATS.items():
            path = f"/feed/{tail}"
            response = client.get(path)
            response.content.decode("utf-8", "strict")
            assert problems(form, response, path) == []
            if form != "json":
                assert feedparser.parse(response.content).bozo is False
        (item,) = json.loads(client.get("/feed/json/").content)["items"]
        assert item["title"] == "[مصحَّح] " + re.sub("[\x00-\x08\x0b-\x1f\ufffe\ud800-\udfff]", "", text)
        for path, title in (("/feed/", ".//item/title"), ("/feed/atom/", "{*}entry/{*}title")):
            assert etree.fromstring(client.get(path).content).findtext(title) == item["title"]


def spoilt(row, columns):
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def ids(client, form, tail, prefix=""):
    return feed_rules.read(form, client.get(f"{prefix}/feed/{tail}").content).ids


@pytest.mark.parametrize(("form", "tail"), FORMATS.items())
def test_ids_outlive_slug_correction_host_and_authority(client, settings, form, tail):
    first = f.make_edition(title_ar="عنوان أول")
    before = ids(client, form, tail)
    settings.SITE_URL = "https://new.example.org"
    settings.TAG_AUTHORITY = "new.example.org"
    correct(first, title_ar="عنوان ثان", slug_ar="عنوان-ثان")
    assert ids(client, form, tail) == before
    feed_id = etree.fromstring(client.get("/feed/atom/").content).findtext("{*}id")
    assert feed_id == f"tag:{Source.publisher().tag_authority}:feed/ar"


def test_the_id_of_an_entry_s_feed_outlives_its_slug(client):
    f.make_edition()
    path = "/authors/{}/feed/atom/"
    before = etree.fromstring(client.get(path.format("إلهام-النجار")).content).findtext("{*}id")
    Author.objects.filter(name_ar="إلهام النجار").update(slug_ar="آخر")
    assert etree.fromstring(client.get(path.format("آخر")).content).findtext("{*}id") == before
