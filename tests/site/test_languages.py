"""Arabic at /, English at /en/, and neither in the other's place."""

import re

import pytest

from tests import factories as f
from tests.site.reading import address, select, tree
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefe]")


def foreign_text(element, language="en"):
    """Arabic text outside elements that are marked as Arabic."""
    own = element.get("lang", language)
    if own != "en" or element.tag in ("script", "style"):
        return
    values = [element.text, element.get("title"), element.get("alt"), element.get("content"), element.get("aria-label")]
    yield from (value for value in values if value and ARABIC.search(value))
    for child in element:
        if isinstance(child.tag, str):
            yield from foreign_text(child, own)
        if child.tail and ARABIC.search(child.tail):
            yield child.tail


def test_an_english_page_holds_no_arabic(client):
    f.make_author(position_ar="باحثة", biography_ar="سيرة")
    f.make_publisher()
    f.make_edition(("ar",), topics=[f.make_topic().pk])
    f.make_edition(("ar",), branch=f.make_branch("بغداد", "Baghdad").pk)
    changes = f.make_changes()
    changes["attributions"][1] |= {"title": "لماذا انضمت سوريا", "title_language": "ar"}
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk], attributions=changes["attributions"])
    english = edition.article.editions.get(language="en")
    pages = ["/en/", "/en/articles/", "/en/branches/cairo/", "/en/authors/elham-el-naggar/", "/en/nowhere/"]
    pages += ["/en/topics/counter-terrorism/", "/en/sources/al-jazeera-net/", address(english)]
    for path in pages:
        page = tree(client.get(path))
        assert page.get("lang") == "en"
        assert page.get("dir") == "ltr"
        assert list(foreign_text(page)) == [], path
        assert ARABIC.search(page.text_content()), "the way to the Arabic is there, and marked"
        (switch,) = select(page, ".switch a")
        assert (switch.get("lang"), switch.get("dir")) == ("ar", "rtl")
    assert "Baghdad" not in client.get("/en/").content.decode(), "a branch without an English report"
    assert "لماذا انضمت سوريا" in client.get(address(english)).content.decode()
    leaky = tree(client.get(address(edition)))
    leaky.set("lang", "en")
    assert list(foreign_text(leaky)), "the search finds Arabic where there is some"


def test_an_english_page_exists_only_with_an_english_edition(client):
    edition = f.make_edition(("ar",), title_en="Draft in English", body_en="<p>Not out.</p>")
    assert client.get(address(edition)).status_code == 200
    for path in ("", "draft-in-english/", "editions/1/"):
        assert client.get(f"/en/articles/{edition.article_id}/{path}").status_code == 404
    assert "Draft in English" not in client.get("/en/").content.decode()


def both_languages() -> None:
    f.make_edition(("ar", "en"))


of_both = once_for_the_class(both_languages)


@pytest.mark.usefixtures("of_both")
class TestAcceptLanguage:
    @pytest.mark.parametrize("path", ["/", "/articles/", "/nowhere/", "/en/", "/en/nowhere/", "/feed/"])
    @pytest.mark.parametrize("accept", ["en", "ar;q=0.1, en;q=0.9", "fr"])
    def test_accept_language_changes_nothing(self, client, path, accept):
        plain, asked = client.get(path), client.get(path, headers={"accept-language": accept})
        assert (plain.status_code, plain.content, plain.headers) == (asked.status_code, asked.content, asked.headers)
        assert plain["Content-Language"] == ("en" if path.startswith("/en/") else "ar")
        assert plain["Vary"] == "Accept-Encoding"


def test_english_without_its_slash(client):
    response = client.get("/en")
    assert (response.status_code, response["Location"]) == (301, "/en/")


@pytest.mark.parametrize(("path", "heading"), [("/لا-شيء/", "الصفحة غير موجودة"), ("/en/nothing/", "Page not found")])
def test_an_unmatched_address_in_the_language_of_its_path(client, path, heading):
    response = client.get(path)
    assert response.status_code == 404
    assert [h.text for h in select(tree(response), "h1")] == [heading]


@pytest.mark.parametrize(("path", "heading"), [("/", "حدث خطأ"), ("/en/", "Something went wrong")])
def test_a_fault_in_the_language_of_its_path(client, path, heading, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("a fault")

    monkeypatch.setattr("shaf.db.clock.now_sql", fail)
    client.raise_request_exception = False
    response = client.get(path)
    assert response.status_code == 500
    assert [h.text for h in select(tree(response), "h1")] == [heading]
    assert client.queries == []
    assert "a fault" not in response.content.decode()
