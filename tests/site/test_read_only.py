"""What a public address says to whoever would write to it."""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests import factories as f
from tests.site.reading import address, correct
from tests.test_leaks import patterns

pytestmark = pytest.mark.django_db
UNSAFE = ("post", "put", "patch", "delete", "options")
READABLE = {
    "": "/",
    "articles/": "/articles/",
    "articles/<serial:article>/": "/articles/{article}/",
    "articles/<serial:article>/<segment:slug>/": "{report}",
    "articles/<serial:article>/cite.<citation:extension>": "/articles/{article}/cite.bib",
    "articles/<serial:article>/card-<hash:card>.<image:extension>": "/articles/{article}/card-0123456789ab.png",
    "articles/<serial:article>/editions/<small_serial:number>/": "/articles/{article}/editions/1/",
    "articles/<serial:article>/editions/<small_serial:number>/cite.<citation:extension>": (
        "/articles/{article}/editions/1/cite.ris"
    ),
    "archive/": "/archive/",
    "archive/<archive_year:year>/": "/archive/2026/",
    "archive/<archive_year:year>/<archive_month:month>/": "/archive/2026/11/",
    "corrections/": "/corrections/",
    "pages/<segment:slug>/": "/pages/عن-المركز/",
    "theme-<hash:version>.css": "/theme-0123456789ab.css",
    "search/": "/search/?q=x",
    "r/<serial:article>/": "/r/{article}/",
    "branches/<segment:slug>/": "/branches/القاهرة/",
    "authors/<segment:slug>/": "/authors/إلهام-النجار/",
    "sources/<segment:slug>/": "/sources/الجزيرة-نت/",
    "topics/<segment:slug>/": "/topics/مكافحة-الإرهاب/",
    "series/<segment:slug>/": "/series/س/",
    **{f"{folder}/": f"/{folder}/" for folder in ("branches", "authors", "sources", "topics", "series", "types")},
    "articles/<serial:article>/report.pdf": "/articles/{article}/report.pdf",
    "articles/<serial:article>/editions/<small_serial:number>/report.pdf": "/articles/{article}/editions/1/report.pdf",
    "types/<segment:slug>/": "/types/ورقة/",
    "media/<str:name>": "/media/x.png",
    "preview/<str:token>/": "/preview/x/",
    "preview/<str:token>": "/preview/x",
    "preview/<str:token>/<str:name>": "/preview/x/y.png",
    "healthz": "/healthz",
    "sitemap.xml": "/sitemap.xml",
    "sitemap-<slug:section>-<int:part>.xml": "/sitemap-reports-1.xml",
    "news-sitemap.xml": "/news-sitemap.xml",
    "robots.txt": "/robots.txt",
    "llms.txt": "/llms.txt",
    "oai": "/oai?verb=ListRecords&metadataPrefix=oai_dc",
    ".well-known/security.txt": "/.well-known/security.txt",
}


def public() -> set[str]:
    """Every pattern outside the desk but feeds, which are many of one kind."""
    assert isinstance(get_resolver().url_patterns[0], URLPattern)
    return {
        pattern for pattern, _arguments in patterns() if not pattern.startswith("admin/") and "feed/" not in pattern
    }


def test_every_kind_of_page_is_in_the_table():
    assert public() == set(READABLE)


def test_no_page_takes_more_than_a_question():
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    correct(edition)
    strict = Client(enforce_csrf_checks=True)
    paths = [path.format(article=edition.article_id, report=address(edition)) for path in READABLE.values()]
    for path in [*paths, "/en/", "/en/search/", "/feed/", "/branches/القاهرة/feed/atom/"]:
        # OAI-PMH reads by POST as well (tests/site/test_oai.py).
        for method in set(UNSAFE) - ({"post"} if path.startswith("/oai") else set()):
            response = getattr(strict, method)(path, {"x": "y"}, content_type="application/x-www-form-urlencoded")
            assert response.status_code == 405, (method, path)
            assert response["Allow"] == "GET, HEAD"
            assert response["Content-Type"] == "text/plain; charset=utf-8"
            assert not response.cookies
            assert "Vary" not in response
            assert "CSRF" not in response.content.decode()


def test_it_is_said_in_the_language_of_the_page():
    assert "للقراءة" in Client().post("/").content.decode()
    assert "read" in Client().post("/en/").content.decode()


def test_what_is_nowhere_is_not_found_whatever_is_asked_of_it():
    strict = Client(enforce_csrf_checks=True)
    assert {strict.post(path).status_code for path in ("/nowhere/", "/articles/0/", "/en/nowhere/")} == {404}


def test_the_desk_still_asks_for_its_token():
    f.User.objects.create_superuser("boss", password="demo")
    strict = Client(enforce_csrf_checks=True)
    login = {"username": "boss", "password": "demo"}
    assert strict.post("/admin/login/", login).status_code == 403
    page = strict.get("/admin/login/")
    token = page.context["csrf_token"]
    assert strict.post("/admin/login/", login | {"csrfmiddlewaretoken": str(token)}).status_code == 302
    assert strict.post("/admin/logout/").status_code == 403
