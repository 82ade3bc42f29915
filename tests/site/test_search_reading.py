"""What the page of search tells its reader: why something was found, and what else may be asked."""

from datetime import timedelta
from itertools import pairwise
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.utils.html import escape

from articles.site.search import suggestions
from authors.models import Series
from shaf.db import clock
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import correct, headlines, select, text, texts, tree
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

WORD = "زعفران"


def make(title: str = "", body: str = "", **changes):
    own = {"title_ar": title} if title else {}
    return f.make_edition(**own | ({"body_ar": f"<p>{body}</p>"} if body else {}) | changes)


def this_year() -> str:
    return str(clock.database_now().year)


def ways(response) -> list[tuple[str, str, dict]]:
    """(text, path, query) of what is offered beside the answers."""
    found = []
    for link in select(tree(response), ".search-ways a, .hints a"):
        address = urlsplit(link.get("href"))
        if address.query:
            found.append((text(link), unquote(address.path), {k: v[0] for k, v in parse_qs(address.query).items()}))
    return found


# Why something was found


def everything_credited():
    series = Series.objects.create(name_ar="أوراق السياسات", name_en="Policy papers")
    series.fill_slugs()
    series.save()
    byline, reference = f.make_changes()["attributions"]
    return make(
        "تقرير",
        "متن",
        standfirst_ar="خلاصة النص.",
        topics=[f.make_topic("الأمن المائي", "Water security").pk],
        series=series.pk,
        attributions=[byline, reference | {"title": "Why Damascus?", "title_language": "en"}],
    )


credited = once_for_the_class(everything_credited)


@pytest.mark.usefixtures("credited")
class TestNames:
    @pytest.mark.parametrize(
        ("typed", "why", "words"),
        [
            ("النجار", "الكاتب: إلهام النجار", ["النجار"]),
            ("الهام النجار", "الكاتب: إلهام النجار", ["إلهام", "النجار"]),
            ("المحمد باسل", "كاتب المرجع: باسل المحمد", ["باسل", "المحمد"]),
            ("الجزيرة", "المصدر: الجزيرة نت", ["الجزيرة"]),
            ("المائي", "الموضوع: الأمن المائي", ["المائي"]),
            ("أوراق", "السلسلة: أوراق السياسات", ["أوراق"]),
            ("القاهره", "الفرع: القاهرة", ["القاهرة"]),
            ("damascus", "عنوان المرجع: Why Damascus?", ["Damascus"]),
            ('"الجزيرة نت"', "المصدر: الجزيرة نت", ["الجزيرة", "نت"]),
        ],
    )
    def test_a_name_that_was_found_is_named(self, client, typed, why, words):
        response = client.get("/search/", {"q": typed})
        assert texts(response, ".mention") == [why]
        assert texts(response, ".mention mark") == words
        assert texts(response, ".summary") == ["خلاصة النص."]

    def test_the_names_of_the_card_are_marked_too(self, client):
        assert texts(client.get("/search/", {"q": "النجار"}), ".byline .names mark") == ["النجار"]
        assert texts(client.get("/search/", {"q": "القاهرة"}), ".kicker mark") == ["القاهرة"]
        assert texts(client.get("/search/", {"q": "السياسات"}), ".kicker mark") == ["السياسات"]
        assert not texts(client.get("/search/", {"q": "خلاصة"}), ".byline mark, .kicker mark")

    @pytest.mark.both_databases
    def test_each_name_that_is_needed_and_no_other(self, client):
        response = client.get("/search/", {"q": "باسل النجار الجزيرة"})
        assert sorted(texts(response, ".mention")) == [
            "الكاتب: إلهام النجار",
            "المصدر: الجزيرة نت",
            "كاتب المرجع: باسل المحمد",
        ]

    def test_a_title_has_its_language(self, client):
        (name,) = select(tree(client.get("/search/", {"q": "damascus"})), ".mention bdi")
        assert name.get("lang") == "en"


def shape(card) -> list[tuple[str, str, str]]:
    """(tag, class, text) of a card's parts, whatever the level of its heading and the text of its summary."""
    found = []
    for part in card.iter("p", "h2", "h3", "time", "span", "bdi"):
        tag = "h" if part.tag in ("h2", "h3") else part.tag
        found.append((tag, part.get("class", ""), "" if part.get("class") == "summary" else text(part)))
    return found


@pytest.mark.parametrize("corrected", [False, True])
def test_a_card_among_results_is_the_card_of_the_lists(client, corrected):
    edition = everything_credited()
    if corrected:
        correct(edition, correction_note_ar="صُحّح.")
    listed, found = (
        select(tree(client.get(path, query)), ".card")[0]
        for path, query in (("/articles/", {}), ("/search/", {"q": "متن"}))
    )
    assert shape(found) == shape(listed)
    assert bool(select(found, ".corrected")) is corrected
    assert select(found, ".headline a")[0].get("href") == select(listed, ".headline a")[0].get("href")


def test_what_the_text_or_the_title_says_needs_no_name(client):
    make("مقال النجار", "متن")
    make("مقال", "قال النجار إن")
    response = client.get("/search/", {"q": "النجار مقال"})
    assert len(headlines(response)) == 2
    assert not texts(response, ".mention")
    mixed = client.get("/search/", {"q": "باسل قال"})
    assert texts(mixed, ".mention") == ["كاتب المرجع: باسل المحمد"]
    assert texts(mixed, ".summary mark") == ["قال"]


def test_a_name_is_said_in_english(client):
    f.make_edition(("en",), title_en="A report", body_en="<p>Text.</p>")
    assert texts(client.get("/en/search/", {"q": "naggar"}), ".mention") == ["Author: Elham El-Naggar"]
    assert texts(client.get("/en/search/", {"q": "basel"}), ".mention") == ["Author of a reference: Basel Al-Mohammad"]


HOSTILE = "<b>زعفران</b> & \"x\" <script>alert('1')</script>"


def test_names_are_escaped(client):
    byline, reference = f.make_changes()["attributions"]
    author = f.make_author(HOSTILE, "Hostile")
    source = f.make_source(f"{HOSTILE} ٢", "Hostile source")
    make(
        "تقرير",
        "متن",
        attributions=[byline | {"authors": [author.pk]}, reference | {"source": source.pk, "title": f"{HOSTILE} كركم"}],
        topics=[f.make_topic(f"{HOSTILE} موضوع", "T").pk],
        branch=f.make_branch(f"{HOSTILE} فرع", "B").pk,
    )
    for typed in (WORD, "script", "b", "amp", "x", "كركم", "موضوع", f"{WORD} كركم alert", "lt"):
        response = client.get("/search/", {"q": typed})
        page = response.content.decode()
        assert "<script" not in page
        assert "<b>" not in page
        assert page.count("<mark>") == page.count("</mark>")
    (name,) = texts(client.get("/search/", {"q": WORD}), ".byline .names")
    assert name == " ".join(HOSTILE.split())
    assert escape("'1'") in page


def test_results_stand_under_a_heading_and_the_pager_after_them(client, monkeypatch):
    monkeypatch.setattr("articles.site.search.views.PAGE", 2)
    for n in range(3):
        make(f"تقرير {n}", WORD)
    for q in (WORD, "كركم"):
        page = tree(client.get("/search/", {"q": q}))
        levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert text(select(page, "main h2")[0]) == "النتائج"
    page = tree(client.get("/search/", {"q": WORD}))
    places = [
        e.get("class") or e.tag for e in page.iter("h2", "h3", "nav") if e.tag != "nav" or "pager" in e.get("class", "")
    ]
    assert places[:4] == ["hidden", "headline", "headline", "pager"]


# Years


def one_report() -> None:
    make("تقرير", "متن")


of_this_year = once_for_the_class(one_report)


@pytest.mark.usefixtures("of_this_year")
class TestAYearAlone:
    @pytest.mark.parametrize("typed", ["{}", "{}م", "عام {}", "في سنة {}", "{}؟"])
    def test_a_year_alone_leads_to_its_reports(self, client, typed):
        year = this_year()
        arabic = year.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        for written in (year, arabic):
            response = client.get("/search/", {"q": typed.format(written)})
            ((said, path, query), *_others) = ways(response)
            assert (said, path, query) == (f"تقارير سنة {year}", "/search/", {"year": year})
            assert headlines(client.get("/search/", query)) == ["تقرير"]


def test_a_year_among_words_leads_to_them_in_its_reports(client):
    make("تقرير", WORD)
    year = this_year()
    ((said, _path, query), *_others) = ways(client.get("/search/", {"q": f"{WORD} عام {year}"}))
    assert (said, query) == (f"«{WORD}» في تقارير سنة {year}", {"q": WORD, "year": year})
    assert not any("year" in query for _said, _path, query in ways(client.get("/search/", {"q": f"كركم {year}"})))


def test_no_year_is_offered_without_reports_of_it(client):
    first = make("تقرير", "في 2019 و2021")
    copies(first, [first.live_from - timedelta(days=365 * 4)])
    year = int(this_year())
    for typed in ("2019", "1999", str(year - 2), f'"{year}"', "20", "20266", str(year + 1)):
        assert not any("year" in query for *_link, query in ways(client.get("/search/", {"q": typed}))), typed
    offered = {option.get("value") for option in select(tree(client.get("/search/")), "#year option")}
    assert offered == {"", str(year), str(first.live_from.year - 4)}


def test_beside_a_chosen_year_another_is_not_offered(client):
    old = make("تقرير", WORD)
    copies(old, [old.first_live_from - timedelta(days=365 * 3)])
    year, other = this_year(), str((old.first_live_from - timedelta(days=365 * 3)).year)
    assert ways(client.get("/search/", {"q": f"{WORD} {year}", "year": year}))[0][2] == {"q": WORD, "year": year}
    said = [way for way, _path, _query in ways(client.get("/search/", {"q": f"{WORD} {other}", "year": year}))]
    assert not any(other in way for way in said)


@pytest.mark.both_databases
def test_a_year_keeps_the_filters_and_leads_to_something(client):
    make("تقرير", f"متن {this_year()}")
    make("آخر", "نص", branch=f.make_branch("نيروبي", "Nairobi").pk)
    (way, *_more) = ways(client.get("/search/", {"q": this_year(), "branch": "القاهرة"}))
    assert way[2] == {"branch": "القاهرة", "year": this_year()}
    (way, *_more) = ways(client.get("/search/", {"q": this_year(), "branch": "نيروبي"}))
    assert way[2] == {"branch": "نيروبي", "year": this_year()}
    client.get("/search/", {"q": this_year(), "branch": "نيروبي"})
    assert len(client.queries) <= 4


# The other language


@pytest.mark.both_databases
def test_words_in_the_other_script_lead_to_the_other_language(client):
    f.make_edition(("ar", "en"), title_ar="قمح", title_en="Wheat harvest")
    page = tree(client.get("/search/", {"q": "wheat"}))
    (link,) = select(page, ".hints a[hreflang]")
    assert text(link) == "Search for “wheat” in the English reports"
    assert (link.get("lang"), link.get("dir"), link.get("hreflang")) == ("en", "ltr", "en")
    assert headlines(client.get(link.get("href"))) == ["Wheat harvest"]
    (link,) = select(tree(client.get("/en/search/", {"q": "قمح"})), ".hints a[hreflang]")
    assert text(link) == "ابحث عن «قمح» في التقارير العربية"
    assert (link.get("lang"), link.get("dir"), link.get("hreflang")) == ("ar", "rtl", "ar")
    assert headlines(client.get(link.get("href"))) == ["قمح"]


def test_it_is_offered_beside_few_answers_and_not_beside_many(client, monkeypatch):
    f.make_edition(("ar", "en"), title_ar="عن wheat", title_en="Wheat")
    response = client.get("/search/", {"q": "wheat"})
    assert headlines(response) == ["عن wheat"]
    assert select(tree(response), ".search-ways a[hreflang]")
    client.get("/search/", {"q": "wheat"})
    assert len(client.queries) <= 4
    monkeypatch.setattr(suggestions, "POOR", 0)
    assert not select(tree(client.get("/search/", {"q": "wheat"})), ".search-ways a[hreflang]")


def wheat() -> None:
    f.make_edition(("ar", "en"), title_ar="قمح", title_en="Wheat")


of_wheat = once_for_the_class(wheat)


@pytest.mark.usefixtures("of_wheat")
class TestTheOtherLanguageHasNothing:
    @pytest.mark.both_databases
    @pytest.mark.parametrize("typed", ["barley", "قمح wheat", "قمخ", "2026", "пшеница", "…"])
    def test_it_is_offered_only_where_it_finds_something(self, client, typed):
        assert not select(tree(client.get("/search/", {"q": typed})), "#main a[hreflang]")


def test_what_is_typed_is_escaped_in_it(client):
    f.make_edition(("ar", "en"), title_en="Wheat", body_en="<p>img src x</p>")
    page = client.get("/search/", {"q": "<img src=x>"})
    assert "<img" not in page.content.decode()
    assert select(tree(page), ".hints a[hreflang]")


@pytest.mark.both_databases
def test_no_offer_tells_of_what_is_not_public(client):
    """Nor of the year in which something is to come, nor of what the other language is to have, nor of a name."""
    f.make_edition(("ar", "en"), title_ar="قمح", title_en="Wheat")
    year = clock.database_now().year + 1
    addresses = [{"q": q} for q in (str(year), f"قمح {year}", "saffron", "saffrn", "زعفرن", "كتومم")]
    addresses += [{"q": "قمح", "year": str(year)}]
    before = [client.get("/search/", query).content for query in addresses]
    changes = {"title_ar": f"{WORD} {year} كتوم", "title_en": "Saffron", "branch": f.make_branch().pk}
    f.make_article(**changes)
    coming = f.make_article(**changes)
    for language in ("ar", "en"):
        f.publish(coming, language, at=clock.database_now() + timedelta(days=366))
    assert [client.get("/search/", query).content for query in addresses] == before
    f.make_edition(("ar", "en"), **changes)
    after = [client.get("/search/", query).content for query in addresses]
    assert [one != other for one, other in zip(before, after, strict=True)] == [
        True,
        False,
        True,
        False,
        True,
        True,
        False,
    ]


# Filters


def test_filters_say_their_kind_and_what_their_link_does(client):
    topic = f.make_topic()
    make("أ", WORD, topics=[topic.pk])
    filters = {"topic": topic.slug_ar, "author": "باسل-المحمد", "source": "الجزيرة-نت", "branch": "القاهرة"}
    response = client.get("/search/", {"q": WORD, "year": this_year(), **filters})
    assert headlines(response) == ["أ"]
    said = ["الفرع: القاهرة", "الموضوع: مكافحة الإرهاب", "الكاتب: باسل المحمد", "المصدر: الجزيرة نت"]
    said.append(f"السنة: {this_year()}")
    assert texts(response, ".search-chosen a") == [f"{one} ×" for one in said]
    named = [link.get("aria-label") for link in select(tree(response), ".search-chosen a")]
    assert named == [f"أزل شرط {one}" for one in said]
    assert [text(h) for h in select(tree(response), ".search-chosen [aria-hidden]")] == ["×"] * 5


def test_filters_that_nothing_answers_to_are_named_one_by_one(client):
    make("أ", WORD)
    response = client.get("/search/", {"q": WORD, "topic": "لا-يوجد", "author": "إلهام-النجار", "year": "1999"})
    assert texts(response, ".search-nothing .unknown li") == ["الموضوع: لا يوجد", "السنة: 1999"]
    assert texts(response, ".search-nothing p.nothing") == ["لم يُنشر أي تقرير بأيٍّ من هذين الشرطين:"]
    (one,) = texts(client.get("/search/", {"year": "1999"}), ".search-nothing p.nothing")
    assert one == "لم يُنشر أي تقرير بهذا الشرط:"


def test_selects_say_what_is_not_chosen(client):
    make("أ", topics=[f.make_topic().pk])
    f.make_edition(("en",), branch=f.make_branch("نيروبي", "Nairobi").pk, topics=[f.make_topic().pk])
    f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    first = select(tree(client.get("/en/search/", {"year": "1999"})), "select option")
    assert {"All branches", "All topics", "Any year"} <= {text(option) for option in first if not option.get("value")}
    first = select(tree(client.get("/search/", {"year": "1999", "branch": "x"})), "select option")
    assert {"كل الفروع", "كل الموضوعات", "كل السنوات"} <= {text(option) for option in first if not option.get("value")}


def test_narrowing_says_by_what(client):
    f.make_edition(("ar", "en"))
    only = client.get("/search/", {"q": "القرار"})
    assert len(texts(only, ".list .headline")) == 1
    assert texts(only, ".search-offered h2") == []
    f.make_edition(("ar", "en"))
    assert texts(client.get("/search/", {"q": "القرار"}), ".search-offered h2") == [
        "ضيّق البحث بحسب الكاتب أو من استُشهد به",
        "ضيّق البحث بحسب المصدر المستشهد به",
    ]
    assert texts(client.get("/en/search/", {"q": "decision"}), ".search-offered h2") == [
        "Narrow the search by author or author cited",
        "Narrow the search by source cited",
    ]


def two_branches() -> None:
    f.make_edition(("ar", "en"), title_ar="wheat", topics=[f.make_topic().pk])
    f.make_edition(branch=f.make_branch("نيروبي", "Nairobi").pk)


of_two_branches = once_for_the_class(two_branches)


@pytest.mark.usefixtures("of_two_branches")
class TestCosts:
    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        "query",
        [
            {"q": "القرار"},
            {"q": "القرار", "branch": "القاهرة"},
            {"q": "القرار {year}"},
            {"q": "القرار {year}", "branch": "القاهرة"},
            {"q": "{year}", "branch": "نيروبي", "topic": "مكافحة-الإرهاب"},
            {"q": "wheat"},
            {"q": "wheat", "source": "الجزيرة-نت"},
            {"q": "القرر"},
            {"q": "القرر {year} wheat", "author": "إلهام-النجار"},
            {"q": '"القرار تحولا" القرر'},
            {"q": "barley 2026 2025"},
        ],
    )
    def test_four_queries_at_most(self, client, query):
        query = {name: value.format(year=this_year()) for name, value in query.items()}
        for _time in range(2):
            assert client.get("/search/", query).status_code == 200
        assert len(client.queries) <= 4
