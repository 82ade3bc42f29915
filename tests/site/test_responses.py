"""Headers, validators, cookies and the cost of a page."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from articles.models import Article
from authors.models import Source
from tests import factories as f
from tests.site.conftest import DESK, Reader
from tests.site.many import copies
from tests.site.reading import address, correct, links, select, tree, withdraw
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def published():
    """A report in both languages with a past, and one withdrawn; path → status."""
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    second = correct(edition)
    gone = f.make_edition()
    withdraw(gone)
    own = f"/articles/{edition.article_id}/"
    return {
        "/": 200,
        "/en/": 200,
        "/articles/": 200,
        address(second): 200,
        own: 301,
        f"/r/{edition.article_id}/": 301,
        f"{own}editions/1/": 200,
        f"{own}editions/2/": 302,
        address(gone): 410,
        "/branches/القاهرة/": 200,
        "/authors/إلهام-النجار/": 200,
        "/sources/الجزيرة-نت/": 200,
        "/topics/مكافحة-الإرهاب/": 200,
        "/nowhere/": 404,
        "/feed/": 200,
        "/branches/القاهرة/feed/": 200,
        "/healthz": 200,
    }


site = once_for_the_module(published)


def test_no_cookie_and_nothing_to_vary_by_but_compression(client, site):
    client.cookies["sessionid"] = "x" * 32
    client.cookies["csrftoken"] = "y" * 32
    for path, status in site.items():
        response = client.get(path)
        assert response.status_code == status, path
        assert not response.cookies, path
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding", path


@pytest.mark.both_databases
def test_a_person_who_is_logged_in_sees_the_same_bytes(client, site):
    inside = Reader()
    inside.force_login(f.User.objects.create_superuser("boss"))
    for path in site:
        assert inside.get(path).content == client.get(path).content, path
        assert not any("auth_user" in sql or "session" in sql for sql in inside.queries), path


def test_no_script_no_inline_style_no_other_origin(client, site):
    for path in site:
        source = client.get(path).content.decode()
        if path.endswith("feed/"):
            continue
        assert "<script" not in source.replace('<script type="application/ld+json">', ""), path
        assert " style=" not in source, path
        assert "<style" not in source, path
        loaded = re.findall(r'(?:src|srcset)="([^"]+)"|<link rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"', source)
        assert all("".join(found).startswith("/") for found in loaded), path


CLASS = re.compile(r"\.([a-z][\w-]*)(?=[^{}]*{)")
STYLES = {
    path.name: path.read_text()
    for path in (Path(__file__).parent.parent.parent / "shaf/static/shaf/site").glob("*.css")
}


def test_a_page_waits_for_three_stylesheets_at_most_and_lacks_none(client, site):
    """What is for paper holds nothing up, and stands behind what it outdoes."""
    f.make_publisher()
    Source.objects.filter(kind="own").update(accent_colour="#ffcc00")
    named = {name: set(CLASS.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))) for name, text in STYLES.items()}
    own = set()
    for path in [*site, "/search/", "/search/?q=x", "/archive/", "/corrections/"]:
        response = client.get(path)
        sheets = select(tree(response), 'link[rel="stylesheet"]') if b"<html" in response.content else []
        if not sheets:
            assert path.endswith(("feed/", "healthz")) or response.status_code in (301, 302), path
            continue
        names = [sheet.get("href").rsplit("/", 1)[-1].split("-")[0] for sheet in sheets]
        assert names[0] == "frame.css", path
        assert names[-2:] == ["print.css", "theme"], path
        assert [sheet.get("media") for sheet in sheets if sheet.get("media")] == [sheets[-2].get("media")] == ["print"]
        assert len(sheets) - 1 <= 3, path
        own |= set(names[1:-2])
        used = {name for element in select(tree(response), "[class]") for name in element.get("class").split()}
        loaded = set().union(*(named[name] for name in names[:-1]))
        elsewhere = set().union(*(named[name] for name in STYLES))
        assert used & elsewhere <= loaded, f"{path}: {used & elsewhere - loaded}"
    assert own == {"lists.css", "report.css"}


def feeds_of(response):
    """type → addresses, and every one of them with a title of its own."""
    found = [link for link in select(tree(response), 'link[rel="alternate"]') if link.get("type")]
    assert len({link.get("title") for link in found}) == len(found)
    kinds = {link.get("type"): [] for link in found}
    for link in found:
        kinds[link.get("type")].append(unquote(link.get("href")))
    return kinds


FEEDS = {"application/rss+xml": "feed/", "application/atom+xml": "feed/atom/", "application/feed+json": "feed/json/"}


def test_every_page_names_the_feed(client, site):
    for path, status in site.items():
        if status in (301, 302) or path.endswith(("feed/", "healthz")):
            continue
        prefix = "/en" if path.startswith("/en/") else ""
        own = [path] if path.startswith(("/branches/", "/authors/", "/sources/", "/topics/")) else []
        wanted = {
            kind: [f"http://testserver{place}{tail}" for place in (f"{prefix}/", *own)] for kind, tail in FEEDS.items()
        }
        response = client.get(path)
        assert feeds_of(response) == wanted, path
        shown = [unquote(a.get("href")) for a in select(tree(response), 'a[type="application/rss+xml"]')]
        assert sorted(shown) == sorted(wanted["application/rss+xml"]), path


def test_pages_are_asked_after_each_time_and_cheaply(client, site):
    for path, status in site.items():
        if path.endswith(("feed/", "healthz")):
            continue
        response = client.get(path)
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate", path
        if status != 200:
            assert "ETag" not in response, path
            continue
        again = client.get(path, headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
    etag = client.get("/")["ETag"]
    f.make_edition()
    assert client.get("/", headers={"if-none-match": etag}).status_code == 200


def test_head_and_other_methods(client, site):
    for path, status in site.items():
        full, head = client.get(path), client.head(path)
        assert head.status_code == status, path
        assert head.content == b""
        assert full.headers == head.headers or path == "/healthz", path
        if status == 200:
            assert client.put(path).status_code == 405, path


BODIES = re.compile(r'"articles_(?:edition|printed)"\."(body|manuscript|page|item)"')


def counts(client, paths):
    """Queries of each page, once what stands around all of them is remembered."""
    found = {}
    for path in paths:
        client.get(path)
        client.get(path)
        found[path] = len(client.queries)
    return found


def test_queries_do_not_grow_with_the_editions(client, site):
    for _n in range(10 - 3):
        f.make_edition(("ar",), topics=[f.make_topic().pk])
    at_ten = counts(client, site)
    for n in range(7):
        author = f.make_author(f"كاتب {n}", f"Author {n}")
        byline = f.make_changes()["attributions"][0] | {"authors": [author.pk, f.make_author().pk]}
        one = f.make_edition(("ar",), topics=[f.make_topic().pk], attributions=[byline])
        copies(one, [one.first_live_from] * 7)
    at_sixty_six = counts(client, site)
    assert at_sixty_six == at_ten
    assert max(at_sixty_six.values()) <= 9
    report = next(path for path in site if path.endswith("/") and path.count("/") == 4 and "edition" not in path)
    assert at_sixty_six[report] <= 4
    assert at_sixty_six["/"] <= 2


def test_lists_leave_the_texts_where_they_are(client, site):
    f.make_edition()
    for path in ("/", "/articles/", "/branches/القاهرة/", "/authors/إلهام-النجار/", "/nowhere/"):
        client.get(path)
        assert not BODIES.search(" ".join(client.queries)), path
    report = next(path for path in site if path.count("/") == 4 and path.startswith("/articles/"))
    client.get(report)
    assert [found for sql in client.queries for found in BODIES.findall(sql)] == ["page"]


def test_the_desk_is_closed_to_these_tests(client, monkeypatch):
    f.make_article()
    monkeypatch.setattr("articles.site.lists.Listing.newest", lambda *_args: list(Article.objects.all()))
    with pytest.raises(AssertionError, match="the site reads the desk"):
        client.get("/")


@pytest.mark.parametrize(
    ("table", "closed"),
    [
        ("articles_article", True),
        ("articles_article_topics", True),
        ("articles_track", True),
        ("articles_picture", True),
        ("articles_edition", False),
        ("articles_pictureindex", False),
        ("articles_authorindex", False),
    ],
)
def test_which_tables_are_the_desk_s(table, closed):
    assert bool(DESK.search(f'SELECT * FROM "{table}"')) == closed


def test_a_publisher_without_an_english_name_lends_no_arabic_one(client):
    publisher = f.make_publisher()
    Source.objects.filter(pk=publisher.pk).update(name_en=None)
    page = client.get("/en/").content.decode()
    assert "testserver" in page
    assert publisher.name_ar not in page
    assert links(client.get("/en/"), "canonical") == {"": "http://testserver/en/"}
