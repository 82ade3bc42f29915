"""Whatever a chat app made of an address arrives in one hop, or at the same 404 as ever."""

from unicodedata import normalize
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.press.models import Edition
from articles.site.addresses import absolute, report_path
from articles.site.citation.work import address_of
from authors.models import Author
from authors.slugs import remember_slugs
from tests import factories as f
from tests.site.conftest import Reader
from tests.site.reading import address, correct, location, withdraw
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def report() -> Edition:
    return f.make_edition(("ar", "en"), title_ar="سوريا والتحالف الدولي", title_en="Syria and the Coalition")


edition = once_for_the_module(report)


SLUGS = ["تقرير-أول", "ü", "a.b", "x~y:@!$&'()*+,;=", "٪%", "a%2Fb", "{}", "987654321", "slug-of-a-report", "«قول»"]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("prefix", ["/", "/reports/"])
def test_a_pattern_gives_the_address_that_django_does(language, slug, prefix):
    edition = Edition(language=language, article_id=17, slug=slug, number=2)
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        with translation.override(language):
            assert report_path(edition) == reverse("site:report", args=[17, slug])
            assert address_of(edition) == absolute(reverse("site:short", args=[17]))
            assert address_of(edition, over=True) == absolute(reverse("site:edition", args=[17, 2]))
    finally:
        set_script_prefix(before)


def ask(client: Reader, path: str, method: str = "get", **headers: str):
    """What the server makes of this path: the test client would take «//x» for a host."""
    raw, _question, query = path.partition("?")
    environment = {"PATH_INFO": unquote_to_bytes(raw).decode("latin-1"), "QUERY_STRING": query}
    return getattr(client, method)("/", headers=headers, **environment)


def arrives(client: Reader, path: str, at: str) -> None:
    """One 301, to `at`, which is a page."""
    response = ask(client, path)
    assert (response.status_code, location(response)) == (301, at), path
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get(response["Location"]).status_code == 200, path


GLUED = [".", ",", "،", "»", ")", "”", "…", "؟", "!", "*", "\u200f", "\u200b", "/.", "/»", "/)", "%20", "%E2%80%8F"]


def test_what_was_glued_to_a_report_s_address(client, edition):
    own = quote(address(edition))
    for end in GLUED:
        arrives(client, own.rstrip("/") + quote(end, safe="/%"), address(edition))


def test_one_hop_from_every_other_spelling(client, edition):
    pk, own = edition.article_id, address(edition)
    bare = own.rstrip("/")
    for path in (
        bare,
        f"/articles/{pk}",
        f"/articles/{pk}/",
        f"/articles/{pk}/old-slug",
        f"/articles/{pk}/old-slug/",
        f"/r/{pk}",
        f"/r/{pk}.",
        f"/R/{pk}/",
        f"//articles//{pk}/old/",
        f"/articles/{str(pk).translate(str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩'))}/",
        normalize("NFD", own),
        quote(quote(own)),
        quote(quote(bare)),
        quote(quote(quote(own))),
        quote(own).lower().rstrip("/"),
        quote(own, encoding="cp1256"),
    ):
        if unquote(path) == own and path.endswith("/"):
            continue
        arrives(client, path, own)


def test_one_hop_in_english(client, edition):
    pk, own = edition.article_id, "/en" + address(edition).replace(edition.slug, "syria-and-the-coalition")
    for path in (own.rstrip("/"), own.replace("/en/", "/EN/"), f"/en/r/{pk}", f"/EN/r/{pk}.", f"/en/articles/{pk}/x"):
        arrives(client, path, own)
    arrives(client, "/en", "/en/")
    arrives(client, "/EN", "/en/")


def test_a_list_keeps_its_query(client, edition):
    response = client.get("/articles?utm_source=chat&x=%0d%0aEvil:1")
    assert response["Location"] == "/articles/?utm_source=chat&x=%0d%0aEvil:1"


def test_the_register_too(client, edition):
    own = "/authors/إلهام-النجار/"
    presentation = "/authors/ﺇﻟﻬﺎﻡ-ﺍﻟﻨﺠﺎﺭ/"
    for path in (own[:-1], own[:-1] + ".", own + "»", presentation, quote(quote(own)), "//authors" + own[8:]):
        arrives(client, path, own)
    for path in ("/branches/القاهرة.", "/branches/القاهرة", "/sources/الجزيرة-نت،", "/branches/القاهرة/feed"):
        assert client.get(path).status_code == 301, path
        assert client.get(client.get(path)["Location"]).status_code == 200


def test_a_former_register_slug_without_its_slash(client, edition):
    author = Author.objects.get(slug_ar="إلهام-النجار")
    author.slug_ar = "الهام-نجار"
    author.save()
    remember_slugs(author, {"slug_ar": "إلهام-النجار"})
    for path in ("/authors/إلهام-النجار/", "/authors/إلهام-النجار", "/authors/إلهام-النجار).", "/Authors/إلهام-النجار"):
        arrives(client, path, "/authors/الهام-نجار/")


def test_files_too(client, edition):
    arrives(client, f"/articles/{edition.article_id}/cite.bib.", f"/articles/{edition.article_id}/cite.bib")
    arrives(client, "/robots.txt)", "/robots.txt")


def test_nothing_is_the_same_404_as_ever(client, edition):
    draft = f.make_article()
    never = client.get("/articles/999999/x/")
    assert never.status_code == 404
    for path in (
        "/articles/999999",
        "/articles/999999/x",
        f"/articles/{draft.pk}",
        f"/articles/{draft.pk}/x.",
        f"/r/{draft.pk}",
        "/authors/nobody.",
        "/nowhere",
        "/wp-login.php",
        "/.",
        "/%2e%2e/%2e%2e/etc/passwd",
    ):
        response = client.get(path)
        assert (response.status_code, response.content) == (404, never.content), path
        assert response.headers == never.headers, path


def test_withdrawn_says_so_at_once(client, edition):
    own = address(edition)
    withdraw(edition)
    for path in (
        own,
        own.rstrip("/"),
        own + "»",
        f"/r/{edition.article_id}",
        f"/articles/{edition.article_id}/cite.bib.",
    ):
        assert client.get(path).status_code == 410, path


def test_an_earlier_edition_s_address(client, edition):
    correct(edition)
    pk = edition.article_id
    arrives(client, f"/articles/{pk}/editions/1", f"/articles/{pk}/editions/1/")
    response = client.get(f"/articles/{pk}/editions/2.")
    assert (response.status_code, location(response)) == (302, address(edition))


def test_other_methods_and_the_desk_are_left_alone(client, edition):
    assert client.post(address(edition).rstrip("/")).status_code == 404
    assert client.get("/media/nothing.").status_code == 404
    assert client.get("/preview/abc").status_code == 404
    assert client.get("/admin")["Location"].rstrip("/").endswith("/admin")


def test_a_conditional_request_is_led_on_all_the_same(client, edition):
    own = address(edition)
    etag = client.get(own)["ETag"]
    response = client.get(own.rstrip("/"), headers={"if-none-match": etag})
    assert response.status_code == 301


def test_head(client, edition):
    response = client.head(address(edition).rstrip("/"))
    assert (response.status_code, response.content) == (301, b"")


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "//evil.example/articles/1/",
        "/\\evil.example",
        "/\\/evil.example/",
        "///evil.example/%2e%2e",
        "/https://evil.example/",
        "/%2f%2fevil.example",
        "/%252f%252fevil.example",
        "/articles/1/%0d%0aSet-Cookie:%20a=b",
        "/articles/1/%250d%250aSet-Cookie:%20a=b",
        "/articles/1/\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "/%00",
        "/articles/%00",
        "/authors/%00./",
        "/articles/" + "9" * 400,
        "/articles/" + "%25" * 500,
        "/%ff%fe",
        "/" + "%D8" * 50,
    ],
)
def test_hostile_addresses(client, edition, path):
    response = ask(client, path)
    assert response.status_code in (301, 404), path
    stays_here(client, response)


def stays_here(client: Reader, response) -> None:
    """A redirect leads within the site, in one hop, and carries nothing else."""
    assert "Set-Cookie" not in response.headers
    if response.status_code not in (301, 302):
        return
    target = response["Location"]
    assert target.isascii()
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
    assert not urlsplit(target).netloc
    assert not any(ord(character) < 32 for character in target)
    assert client.get(target).status_code in (200, 410)


pieces = st.sampled_from(
    ["/", "//", "articles", "ARTICLES", "en", "EN", "r", "authors", "إلهام-النجار", "branches", "القاهرة", "editions"]
    + [
        "1",
        "٢",
        "cite.bib",
        ".",
        "»",
        "%25",
        "%D8%A7",
        "%25D8%25A7",
        "%0a",
        "\\",
        "evil.example",
        "\u200f",
        "?",
        "#",
        "",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pieces, max_size=9).map("".join) | st.text(max_size=30))
def test_no_address_breaks_or_leads_astray(client, edition, text):
    response = ask(client, "/" + quote(text, safe="/%"))
    assert response.status_code in (200, 301, 302, 404, 405), text
    stays_here(client, response)
    if response.status_code == 301:
        assert client.get(response["Location"]).status_code == 200
