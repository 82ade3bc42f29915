"""What machines ask for at the root: sitemaps, robots.txt, security.txt, llms.txt."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser

import pytest
from django.conf import settings
from django.db import connection
from lxml import etree

from articles.site.robots import sitemaps, texts
from shaf.db import clock
from tests import factories as f
from tests.site.reading import address, correct, withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def read(client, path):
    """The document, checked as the schemas have it: absolute addresses, W3C dates, known children in their order."""
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8"), path
    root = etree.fromstring(response.content)
    name = etree.QName(root).localname
    assert name in ("urlset", "sitemapindex")
    assert len(root) <= 50_000
    for child in root:
        assert etree.QName(child).localname == ("url" if name == "urlset" else "sitemap")
        order = [etree.QName(part).localname for part in child]
        assert order[0] == "loc"
        assert order[1:] in ([], ["lastmod"], ["lastmod", *["link"] * 3], ["link"] * 3, ["news"]), order
        assert child.findtext("s:loc", namespaces=SPACES).startswith("http://testserver/")
        assert child.findtext("s:loc", namespaces=SPACES).isascii()
    for date in root.xpath("//s:lastmod/text() | //n:publication_date/text()", namespaces=SPACES):
        assert DATE.fullmatch(date)
    return root


def addresses(root):
    return [unquote(loc).removeprefix("http://testserver") for loc in root.xpath("//s:loc/text()", namespaces=SPACES)]


def everything(client):
    """All addresses under the index."""
    return [path for part in addresses(read(client, "/sitemap.xml")) for path in addresses(read(client, part))]


@pytest.mark.both_databases
def test_every_public_page_and_no_other(client):
    both, arabic = f.make_edition(("ar", "en"), topics=[f.make_topic().pk]), f.make_edition()
    gone, draft = f.make_edition(), f.make_article()
    f.publish(f.make_article(), at=clock.database_now() + timedelta(hours=1))
    f.make_author("كاتب بلا تقرير")
    withdraw(gone)
    found = everything(client)
    assert len(found) == len(set(found))
    assert {"/", "/en/", "/articles/", "/en/articles/", address(both), address(arabic)} <= set(found)
    assert {"/authors/إلهام-النجار/", "/en/authors/elham-el-naggar/", "/topics/مكافحة-الإرهاب/"} <= set(found)
    assert not [path for path in found if f"/articles/{draft.pk}/" in path or f"/articles/{gone.article_id}/" in path]
    assert len([path for path in found if re.search(r"/articles/\d+/", path)]) == 3
    assert "/authors/كاتب-بلا-تقرير/" not in found
    for path in found:
        assert client.get(path).status_code == 200, path


def test_alternates_are_those_of_the_page(client):
    edition = f.make_edition(("ar", "en"))
    f.make_edition()
    root = read(client, f"/sitemap-reports-{edition.article_id // sitemaps.PART + 1}.xml")
    first, second, alone = root
    pairs = [{a.get("hreflang"): a.get("href") for a in url.findall("x:link", SPACES)} for url in (first, second)]
    assert pairs[0] == pairs[1]
    assert unquote(pairs[0]["ar"]) == unquote(pairs[0]["x-default"]) == f"http://testserver{address(edition)}"
    assert pairs[0]["en"].startswith("http://testserver/en/articles/")
    assert not alone.findall("x:link", SPACES)


@pytest.mark.both_databases
def test_lastmod_moves_with_a_correction(client, monkeypatch):
    edition = f.make_edition()
    second = correct(edition)
    own = f"/sitemap-reports-{edition.article_id // sitemaps.PART + 1}.xml"
    (loc,) = read(client, own)
    lastmod = datetime.fromisoformat(loc.findtext("s:lastmod", namespaces=SPACES))
    assert lastmod == second.live_from.replace(microsecond=0)
    index = read(client, "/sitemap.xml")
    (part,) = [one for one in index if one.findtext("s:loc", namespaces=SPACES).endswith(own)]
    assert datetime.fromisoformat(part.findtext("s:lastmod", namespaces=SPACES)) == lastmod


def test_a_part_is_remembered_until_something_changes(client):
    edition = f.make_edition(("ar", "en"))
    part = f"/sitemap-authors-{f.make_author().pk // sitemaps.PART + 1}.xml"
    client.get(part)
    client.get(part)
    assert len(client.queries) == 2
    assert address(edition) in everything(client)
    withdraw(edition)
    assert not [path for path in everything(client) if re.match(r"/(articles/\d|authors/.)", path)]
    assert [path for path in everything(client) if re.match("/en/authors/.", path)]


@pytest.mark.one_database
def test_parts_by_ranges_of_ids(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 2)
    editions = [f.make_edition() for _n in range(4)]
    parts = [path for path in addresses(read(client, "/sitemap.xml")) if "reports" in path]
    shown = [addresses(read(client, part)) for part in parts]
    assert all(len(part) <= 2 for part in shown)
    assert sorted(path for part in shown for path in part) == sorted(address(edition) for edition in editions)
    last = int(re.search(r"(\d+)\.xml", parts[-1])[1])
    for path in (f"reports-{last + 1}", "reports-0", "pages-2", "nothing-1", f"reports-{10**30}", "authors-999999"):
        assert client.get(f"/sitemap-{path}.xml").status_code == 404, path


def test_nothing_published_yet(client):
    assert addresses(read(client, "/sitemap.xml"))[0] == "/sitemap-pages-1.xml"
    assert everything(client)[:4] == ["/", "/en/", "/articles/", "/en/articles/"]
    assert addresses(read(client, "/news-sitemap.xml")) == []
    assert client.get("/llms.txt").status_code == 200


@pytest.mark.both_databases
def test_news_of_two_days_in_both_languages(client, at):
    edition = f.make_edition(("ar", "en"), title_ar="عنوان & <خبر>")
    late = f.make_edition()
    withdraw(late)
    root = read(client, "/news-sitemap.xml")
    assert sorted(root.xpath("//n:language/text()", namespaces=SPACES)) == ["ar", "en"]
    titles = root.xpath("//n:title/text()", namespaces=SPACES)
    assert "عنوان & <خبر>" in titles
    assert "مركز شاف لتحليل الأزمات والدراسات المستقبلية" in root.xpath("//n:name/text()", namespaces=SPACES)
    times = root.xpath("//n:publication_date/text()", namespaces=SPACES)
    assert edition.first_live_from.replace(microsecond=0) in map(datetime.fromisoformat, times)
    at(edition.live_from + timedelta(days=2, minutes=5))
    assert addresses(read(client, "/news-sitemap.xml")) == []
    assert address(edition) in everything(client)


def test_a_correction_is_no_news(client, at):
    edition = f.make_edition()
    first = correct(edition)
    at(first.first_live_from + timedelta(days=2, minutes=1))
    assert addresses(read(client, "/news-sitemap.xml")) == []


@pytest.mark.both_databases
def test_news_has_an_end(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS_LENGTH", 2)
    made = [f.make_edition(("ar", "en")) for _n in range(2)]
    newest = addresses(read(client, "/news-sitemap.xml"))
    assert len(newest) == 2
    assert all(f"/articles/{made[1].article_id}/" in path for path in newest)


PATHS = ("/sitemap.xml", "/sitemap-reports-1.xml", "/sitemap-authors-1.xml", "/news-sitemap.xml", "/llms.txt")


def test_llms_shows_a_whole_address_and_the_corrections(client):
    f.make_edition(("ar", "en"))
    told = client.get("/llms.txt").content.decode()
    for prefix in ("", "/en"):
        assert f"{settings.SITE_URL}{prefix}/r/123/" in told
        assert f"{settings.SITE_URL}{prefix}/corrections/" in told
    assert "\n## English: SHAF Centre\n" in told
    assert not re.search("[\u200e\u200f]", told)


def test_queries_do_not_grow(client):
    f.make_edition(("ar", "en"))
    counts = []
    for _round in range(2):
        for _n in range(3):
            f.make_edition(("ar", "en"), attributions=[f.make_changes()["attributions"][0]])
        for path in PATHS:
            client.get(path)
        counts.append({path: (client.get(path), len(client.queries))[1] for path in PATHS})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 9


@pytest.mark.both_databases
def test_a_part_reads_its_own_range(client):
    f.make_edition(("ar", "en"))
    client.get("/sitemap-reports-1.xml")
    sql = next(query for query in client.queries if '"article_id" >=' in query)
    assert "LIMIT" not in sql
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            now = clock.database_now()
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", [now, now, 0, 1000])
            plan = " ".join(str(row) for row in cursor.fetchall())
        assert "article_id>? AND article_id<?" in plan
        assert "SCAN" not in plan


def test_pages_are_asked_after(client):
    f.make_edition()
    for path in PATHS:
        response = client.get(path)
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 304
        assert client.head(path).status_code == 200
        assert client.post(path).status_code == 405
        assert not response.cookies


def test_they_stand_at_the_root_alone(client):
    for path in ("/en/sitemap.xml", "/en/robots.txt", "/en/.well-known/security.txt"):
        assert client.get(path).status_code == 404


def test_robots(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    robots = RobotFileParser()
    robots.parse(response.content.decode().splitlines())
    for closed in ("/admin/", "/preview/abc/", "/search/?q=x", "/en/search/?q=x"):
        assert not robots.can_fetch("AnyBot", f"http://testserver{closed}"), closed
    for free in ("/", "/en/", "/articles/1/x/", "/media/x.png", "/feed/", "/static/x.css"):
        assert robots.can_fetch("AnyBot", f"http://testserver{free}"), free
    assert robots.site_maps() == ["http://testserver/sitemap.xml", "http://testserver/news-sitemap.xml"]


def test_security(client):
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == f"mailto:{settings.DEFAULT_FROM_EMAIL}"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "ar, en"
    ahead = datetime.fromisoformat(fields["Expires"]) - clock.database_now()
    assert timedelta(days=80) < ahead < timedelta(days=365)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("https://example.org/flaws", "https://example.org/flaws"),
        ("MAILTO:x@example.org", "MAILTO:x@example.org"),
    ],
)
def test_whom_to_tell(settings, given, said):
    settings.SECURITY_CONTACT = given
    assert texts.contact() == said


def test_a_named_sender_is_a_bare_address(settings):
    settings.SECURITY_CONTACT, settings.DEFAULT_FROM_EMAIL = "", "مركز شاف <desk@example.org>"
    assert texts.contact() == "mailto:desk@example.org"


def test_it_expires_ahead_and_seldom_changes():
    seen = set()
    for day in range(366 * 2):
        now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, hours=23)
        assert timedelta(days=80) < texts.expires(now) - now < timedelta(days=190)
        seen.add(texts.expires(now))
    assert len(seen) == 9


def test_llms(client):
    edition = f.make_edition(("ar", "en"), title_ar="عنوان [غريب]\n# ليس رأسًا")
    gone = f.make_edition()
    withdraw(gone)
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# مركز شاف لتحليل الأزمات والدراسات المستقبلية\n\n> ")
    assert text.count("\n# ") == 0
    assert r"[عنوان \[غريب\] \# ليس رأسًا]" in text
    assert f"http://testserver/en/articles/{edition.article_id}/" in text
    assert gone.title not in text
