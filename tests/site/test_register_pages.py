"""Branch, author, source, topic and series: public while something public prints them."""

from datetime import timedelta

import pytest

from articles.press.derived.index import index_anew
from authors.models import Author, FormerSlug, Series
from shaf.db import clock
from tests import factories as f
from tests.site.reading import absolute, address, headlines, links, location, select, text, texts, tree, withdraw
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def make_series():
    series, made = Series.objects.get_or_create(name_ar="تقدير موقف", defaults={"name_en": "Position paper"})
    if made:
        series.fill_slugs()
        series.save()
    return series


def publish(languages=("ar",), **changes):
    changes |= {"topics": [f.make_topic().pk], "series": make_series().pk, "series_number": 3}
    return f.make_edition(languages, **changes)


PAGES = {
    "ar": {
        "/branches/القاهرة/": "فرع القاهرة",
        "/authors/إلهام-النجار/": "إلهام النجار",
        "/authors/باسل-المحمد/": "باسل المحمد",
        "/sources/الجزيرة-نت/": "الجزيرة نت",
        "/topics/مكافحة-الإرهاب/": "مكافحة الإرهاب",
        "/series/تقدير-موقف/": "تقدير موقف",
    },
    "en": {
        "/en/branches/cairo/": "Cairo branch",
        "/en/authors/elham-el-naggar/": "Elham El-Naggar",
        "/en/authors/basel-al-mohammad/": "Basel Al-Mohammad",
        "/en/sources/al-jazeera-net/": "Al Jazeera Net",
        "/en/topics/counter-terrorism/": "Counter-terrorism",
        "/en/series/position-paper/": "Position paper",
    },
}


@pytest.mark.both_databases
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_is_public_while_a_live_edition_prints_it(client, at, language):
    for make in (f.make_branch, f.make_author, f.make_source, f.make_topic, make_series):
        make()
    f.make_author("باسل المحمد", "Basel Al-Mohammad")
    assert {client.get(path).status_code for path in PAGES[language]} == {404}, "an entry alone is no page"
    when = clock.database_now() + timedelta(days=1)
    edition = publish((language,))
    for path, name in PAGES[language].items():
        response = client.get(path)
        assert response.status_code == 200, path
        assert texts(response, "h1") == [name]
        assert headlines(response) == [edition.title]
        assert links(response, "canonical") == {"": absolute(path)}
    other = "en" if language == "ar" else "ar"
    assert {client.get(path).status_code for path in PAGES[other]} == {404}, "nothing is live in the other language"
    withdraw(edition)
    assert {client.get(path).status_code for path in PAGES[language]} == {404}
    at(when)
    assert {client.get(path).status_code for path in PAGES[language]} == {404}


def test_both_languages_know_each_other(client):
    publish(("ar", "en"))
    for arabic, english in zip(PAGES["ar"], PAGES["en"], strict=True):
        for path in (arabic, english):
            response = client.get(path)
            found = links(response, "alternate")
            found.pop("")
            assert found == {
                "ar": absolute(arabic),
                "en": absolute(english),
                "x-default": absolute(arabic),
            }
            (switch,) = select(tree(response), ".switch a")
            assert switch.get("href") != ("/" if path == english else "/en/")


def test_an_english_page_needs_an_english_name(client):
    publish(("ar", "en"))
    assert client.get("/en/authors/elham-el-naggar/").status_code == 200
    Author.objects.filter(name_ar="إلهام النجار").update(name_en=None)
    assert client.get("/en/authors/elham-el-naggar/").status_code == 404
    response = client.get("/authors/إلهام-النجار/")
    assert response.status_code == 200
    assert "en" not in links(response, "alternate")


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("kind", "make", "folder"),
    [
        ("branch", f.make_branch, "branches"),
        ("author", f.make_author, "authors"),
        ("source", f.make_source, "sources"),
        ("topic", f.make_topic, "topics"),
        ("series", make_series, "series"),
    ],
)
def test_a_former_slug_is_a_301(client, kind, make, folder):
    entry = make()
    FormerSlug.objects.create(kind=kind, entry=entry.pk, language="ar", slug="اسم-قديم")
    path = f"/{folder}/اسم-قديم/"
    assert client.get(path).status_code == 404, "a page that is not public has no former address either"
    publish()
    response = client.get(path)
    assert (response.status_code, location(response)) == (301, f"/{folder}/{entry.slug_ar}/")
    assert client.get(f"/en/{folder}/اسم-قديم/").status_code == 404


@pytest.mark.both_databases
def test_a_merged_author_is_a_301(client):
    kept = f.make_author()
    twin = f.make_author("الهام النجار", "")
    edition = publish(attributions=[f.make_changes()["attributions"][0] | {"authors": [twin.pk]}])
    assert client.get("/authors/الهام-النجار/").status_code == 200
    twin.merged_into = kept
    twin.save()
    index_anew(edition, merged_authors={twin.pk: kept.pk})
    response = client.get("/authors/الهام-النجار/")
    assert (response.status_code, location(response)) == (301, "/authors/إلهام-النجار/")
    response = client.get("/authors/إلهام-النجار/")
    assert headlines(response) == [edition.title]
    assert "استُشهد به" not in response.content.decode(), "the twin's byline is the author's"


def test_authors_merged_in_a_circle_do_not_hang(client):
    one, two = f.make_author("أول", ""), f.make_author("ثان", "")
    Author.objects.filter(pk=one.pk).update(merged_into=two)
    Author.objects.filter(pk=two.pk).update(merged_into=one)
    assert client.get("/authors/أول/").status_code == 404


def test_an_author_of_a_reference_is_cited_not_credited(client):
    publish()
    assert texts(client.get("/authors/باسل-المحمد/"), ".card .kicker")[0].endswith("استُشهد به في هذا التقرير")
    assert "استُشهد به" not in client.get("/authors/إلهام-النجار/").content.decode()


def test_whoever_is_only_cited_is_no_author_of_reports(client):
    publish()
    response = client.get("/authors/باسل-المحمد/")
    said = "تقارير تستشهد بأعمال باسل المحمد"
    assert texts(response, ".heading .kicker") == [said]
    for name in ("description", "og:description"):
        (meta,) = select(tree(response), f'meta[name="{name}"], meta[property="{name}"]')
        assert meta.get("content") == said
    feed = client.get("/authors/باسل-المحمد/feed/").content.decode()
    assert f"<description>{said}</description>" in feed
    assert f"<title>{said} – " in feed
    assert said in client.get("/authors/باسل-المحمد/").content.decode()


def test_a_byline_and_a_reference_make_an_author(client):
    publish()
    byline, _reference = f.make_changes()["attributions"]
    f.make_edition(attributions=[byline | {"authors": [f.make_author("باسل المحمد").pk]}])
    response = client.get("/authors/باسل-المحمد/")
    assert texts(response, ".heading .kicker") == ["بقلم"]
    assert "تستشهد" not in response.content.decode()
    assert "<description>تقارير باسل المحمد</description>" in client.get("/authors/باسل-المحمد/feed/").content.decode()


def both_languages() -> None:
    f.make_edition(("ar", "en"), topics=[f.make_topic().pk])


of_a_topic = once_for_the_class(both_languages)


@pytest.mark.usefixtures("of_a_topic")
class TestWhatTheyList:
    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        ("path", "said"),
        [
            ("/branches/القاهرة/", "تقارير فرع القاهرة"),
            ("/authors/إلهام-النجار/", "تقارير إلهام النجار"),
            ("/sources/الجزيرة-نت/", "تقارير تستند إلى الجزيرة نت"),
            ("/topics/مكافحة-الإرهاب/", "تقارير عن مكافحة الإرهاب"),
            ("/en/branches/cairo/", "Reports from the Cairo branch"),
            ("/en/authors/elham-el-naggar/", "Reports by Elham El-Naggar"),
            ("/en/sources/al-jazeera-net/", "Reports drawing on Al Jazeera Net"),
            ("/en/topics/counter-terrorism/", "Reports on Counter-terrorism"),
        ],
    )
    def test_a_page_and_its_feed_say_what_they_list(self, client, path, said):
        response = client.get(path)
        (meta,) = select(tree(response), 'meta[name="description"]')
        assert meta.get("content") == said
        follow = "Follow these reports by RSS" if path.startswith("/en/") else "تابع هذه التقارير عبر RSS"
        assert texts(response, ".follow a") == [follow]
        assert f"<description>{said}</description>" in client.get(f"{path}feed/").content.decode()


def test_an_author_s_page_prints_what_the_register_says(client):
    f.make_author(
        position_ar="باحثة",
        biography_ar="سيرة أولى\n\n<b>سيرة</b> ثانية",
        orcid="0000-0002-1825-0097",
        links="https://example.org/a\nhttps://example.org/b",
        position_en="Researcher",
    )
    publish()
    response = client.get("/authors/إلهام-النجار/")
    assert texts(response, ".heading .standfirst") == ["باحثة"]
    assert texts(response, ".about p") == ["سيرة أولى", "<b>سيرة</b> ثانية"]
    hrefs = [a.get("href") for a in select(tree(response), ".elsewhere a")]
    assert hrefs == ["https://orcid.org/0000-0002-1825-0097", "https://example.org/a", "https://example.org/b"]


@pytest.mark.both_databases
def test_the_menu_lists_branches_with_something_public(client):
    f.make_branch()
    f.make_branch("بغداد", "Baghdad")
    edition = publish()
    assert texts(client.get("/"), ".menu li") == ["جميع التقارير", "الموضوعات", "الكُتّاب", "فرع القاهرة"]
    publish(branch=f.make_branch("بغداد").pk)
    assert texts(client.get("/"), ".menu li")[3:] == ["فرع القاهرة", "فرع بغداد"]
    current = select(tree(client.get("/branches/القاهرة/")), ".menu a[aria-current]")
    assert [text(a) for a in current] == ["فرع القاهرة"]
    assert not select(tree(client.get(address(edition))), ".menu a[aria-current]")


def one_report() -> None:
    publish()


of_every_kind = once_for_the_class(one_report)


@pytest.mark.usefixtures("of_every_kind")
class TestUnknown:
    @pytest.mark.parametrize("slug", ["لا-يوجد", "x" * 900, "a%2Fb", "%E0%A4%A"])
    def test_unknown_slugs_are_404(self, client, slug):
        for folder in ("branches", "authors", "sources", "topics", "series"):
            assert client.get(f"/{folder}/{slug}/").status_code == 404

    @pytest.mark.parametrize("nothing", ["%00", ".."])
    def test_an_address_that_is_repaired_to_none_leads_to_the_door(self, client, nothing):
        for folder in ("branches", "authors", "sources", "topics", "series"):
            response = client.get(f"/{folder}/{nothing}/")
            assert (response.status_code, location(response)) == (301, f"/{folder}/")


def test_a_slug_in_another_normal_form(client):
    publish(attributions=[f.make_changes()["attributions"][0] | {"authors": [f.make_author("آمال").pk]}])
    response = client.get("/authors/\u0627\u0653مال/")
    assert (response.status_code, location(response)) == (301, "/authors/آمال/")
