"""/search/: what it finds and in which order, what it shows, and what it never tells."""

import re
from datetime import timedelta
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.desk.workflow import cancel
from articles.desk.workflow.merging import merge_authors
from articles.press.derived import search
from articles.press.derived.search import MOST_BYTES
from articles.press.html.reading import plain_text
from articles.press.models import Edition, SearchEntry
from articles.site.search import spelling, views
from authors.models import Synonym
from shaf.db import clock
from shaf.text import search_terms
from shaf.text.search_words import SMALL, words
from tests import factories as f
from tests.site.reading import correct, headlines, links, select, text, texts, tree, withdraw
from tests.site.searching import WORD, make, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("التمدّد الإرهابي في سوريا", "الارهاب سوريه"),
        ("التمدّد الإرهابي", "التمدد"),
        ("محاولةٌ لاستغلال الفراغ", "استغلال"),
        ("في عام ٢٠٢٥", "2025"),
        ("كـأنصار التوحيد", "أنصار التوحيد"),
        ("دروس السفن", "سفينة"),
        ("مسؤولية الدولة", "مسئول"),
    ],
)
def test_what_people_type(client, printed, typed):
    make("تقرير", printed)
    assert titles(client, typed) == ["تقرير"]
    assert not titles(client, f"{typed} {WORD}")


def test_everything_printed_is_findable(client):
    topic = f.make_topic("الأمن المائي", "Water security")
    make("عنوان", "متن النص", standfirst_ar="خلاصته", key_points_ar="نقطة مهمة", topics=[topic.pk])
    for typed in (
        "عنوان",
        "متن",
        "خلاصة",
        "نقطة",
        "الهام النجار",
        "باسل المحمد",
        "الجزيرة نت",
        "الامن المائى",
        "القاهره",
    ):
        assert titles(client, typed) == ["عنوان"], typed


def test_titles_above_heads_above_bodies_and_exact_above_stems(client):
    newest_last = [
        ("إرهاب", "نص", ""),
        ("الإرهابي", "نص", ""),
        ("خلاصة", "نص", "عن الإرهاب"),
        ("متن", "كلمة إرهاب", ""),
        ("صيغة", "كلمة الإرهابيين", ""),
        ("صيغة أحدث", "كلمة الإرهابيين", ""),
    ]
    for title, body, standfirst in newest_last:
        make(title, body, standfirst_ar=standfirst)
    assert titles(client, "ارهاب") == ["إرهاب", "الإرهابي", "خلاصة", "متن", "صيغة أحدث", "صيغة"]


def test_phrases_are_exact(client):
    make("متجاوران", "حوض النيل الأزرق")
    make("متباعدان", "النيل وله حوض")
    make("صيغة", "أحواض النيل")
    assert titles(client, "«حوض النيل»") == ["متجاوران"]
    assert titles(client, '"حوض النيل"') == ["متجاوران"]
    assert set(titles(client, "حوض النيل")) == {"متجاوران", "متباعدان"}


def test_no_phrase_across_two_fields(client):
    make("عنوان أول", "ثان ثالث")
    assert not titles(client, '"أول ثان"')


def test_each_language_by_itself(client):
    f.make_edition(("ar", "en"), title_ar="قمح 2026", title_en="Wheat 2026")
    assert titles(client, "2026") == ["قمح 2026"]
    assert titles(client, "2026", "/en/search/") == ["Wheat 2026"]
    assert titles(client, "WHEATS", "/en/search/") == ["Wheat 2026"]
    assert not titles(client, "wheat")


def test_what_ends_is_found_no_more(client):
    edition = make("قمح", WORD)
    assert titles(client, WORD) == ["قمح"]
    correct(edition, title_ar="شعير", body_ar="<p>كركم</p>")
    assert not titles(client, WORD)
    assert titles(client, "كركم") == ["شعير"]
    withdraw(edition)
    assert not titles(client, "كركم")


def test_what_is_scheduled_comes_by_time_alone(client, at):
    now = clock.database_now()
    f.publish(f.make_article(title_ar=WORD), at=now + timedelta(days=1))
    assert not titles(client, WORD)
    at(now + timedelta(days=2))
    assert titles(client, WORD) == [WORD]


def test_nothing_tells_of_what_is_not_public(client):
    """Not the results, nor the suggestion, the filters, the count: the page is the same as if it did not exist."""
    make("قمح", "نص")
    addresses = [{"q": q} for q in (WORD, WORD[:-1], WORD + "ا", "قمخ", "قمح", "كتوم", "شعيررر")]
    addresses += [{"q": "قمح", "topic": "سري"}, {"topic": "سري"}, {"author": "كتوم"}, {"branch": "سرية"}, {}]
    topic, author, branch = f.make_topic("سري", "Secret"), f.make_author("كتوم", "Discreet"), f.make_branch("سرية", "S")
    before = [client.get("/search/", query).content for query in addresses]
    changes = {"title_ar": f"{WORD} كتوم شعير", "topics": [topic.pk], "branch": branch.pk}
    changes["attributions"] = [
        {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
    ]
    f.make_article(**changes)
    f.publish(f.make_article(**changes), at=clock.database_now() + timedelta(days=1))
    cancelled = f.make_article(**changes)
    f.publish(cancelled, at=clock.database_now() + timedelta(days=1))
    cancel(cancelled.pk, "ar", by=f.make_user(role="editor", branch=branch))
    assert [client.get("/search/", query).content for query in addresses] == before
    f.make_edition(**changes)
    after = [client.get("/search/", query).content for query in addresses]
    assert sum(one != other for one, other in zip(before, after, strict=True)) >= 8


def test_filters(client, at):
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    topic = f.make_topic()
    make("أ", WORD, branch=cairo.pk, topics=[topic.pk])
    make("ب", WORD, branch=nairobi.pk)
    assert titles(client, WORD) == ["ب", "أ"]
    assert titles(client, WORD, branch="نيروبي") == ["ب"]
    assert titles(client, WORD, topic=topic.slug_ar) == ["أ"]
    assert titles(client, "", topic=topic.slug_ar) == ["أ"]
    assert titles(client, WORD, author="باسل-المحمد", source="الجزيرة-نت") == ["ب", "أ"]
    assert not titles(client, WORD, topic=topic.slug_ar, branch="نيروبي")
    year = str(clock.database_now().year)
    assert titles(client, WORD, year=year) == ["ب", "أ"]
    assert not titles(client, WORD, year="1999")
    response = client.get("/search/", {"q": WORD, "branch": "نيروبي", "year": year})
    assert texts(response, ".search-chosen a") == ["الفرع: نيروبي ×", f"السنة: {year} ×"]
    named = [link.get("aria-label") for link in select(tree(response), ".search-chosen a")]
    assert named == ["أزل شرط الفرع: نيروبي", f"أزل شرط السنة: {year}"]
    chosen = select(tree(response), "select option[selected]")
    assert [option.get("value") for option in chosen] == ["نيروبي", year]
    without = [parse_qs(urlsplit(link.get("href")).query) for link in select(tree(response), ".search-chosen a")]
    assert without == [{"q": [WORD], "year": [year]}, {"q": [WORD], "branch": ["نيروبي"]}]


def test_a_merged_author_and_a_former_slug_lead_on(client):
    kept, duplicate = f.make_author("سلمى حداد", "Salma"), f.make_author("سلمي حداد", "Salmi")
    make("أ", WORD)
    changes = f.make_changes(("ar",), title_ar="ب", body_ar=f"<p>{WORD}</p>")
    changes["attributions"][0]["authors"] = [duplicate.pk]
    f.make_edition(**changes)
    assert titles(client, WORD, author=duplicate.slug_ar) == ["ب"]
    assert not titles(client, WORD, author=kept.slug_ar)
    merge_authors(duplicate.pk, into=kept.pk, by=f.User.objects.create_superuser("root"))
    assert titles(client, WORD, author=duplicate.slug_ar) == ["ب"]
    assert titles(client, WORD, author=kept.slug_ar) == ["ب"]


def test_pages_by_keyset(client, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    for n in range(3):
        make(f"في المتن {n}", WORD)
    for n in range(2):
        make(f"{WORD} {n}")
    seen, path, pages = [], f"/search/?q={WORD}", 0
    while path:
        response = client.get(path)
        seen += headlines(response)
        assert "COUNT(" not in " ".join(client.queries).upper()
        found = select(tree(response), ".pager a.older")
        path, pages = found[0].get("href") if found else "", pages + 1
    assert seen == [f"{WORD} 1", f"{WORD} 0", "في المتن 2", "في المتن 1", "في المتن 0"]
    assert pages == 3


def test_more_than_a_page_is_not_counted(client, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 3)
    for n in range(4):
        make(f"تقرير {n}", WORD)
    (many,) = texts(client.get("/search/", {"q": WORD}), ".search-count")
    (two,) = texts(client.get("/search/", {"q": "1 تقرير"}), ".search-count")
    assert many != two
    assert "3" in many
    assert "4" not in many


def test_the_passage_that_answers_best_marked_in_the_original(client):
    body = "<p>عن الإرهاب وحده.</p><p>مكافحةُ الإرهابِ في سوريا &lt;b&gt; معًا.</p><p>سوريا.</p>"
    f.make_edition(title_ar="عن سوريا & غيرها", body_ar=body)
    response = client.get("/search/", {"q": "الارهاب سوريه مكافحة"})
    (passage,) = select(tree(response), ".summary")
    assert text(passage) == "مكافحةُ الإرهابِ في سوريا <b> معًا."
    assert [text(mark) for mark in select(passage, "mark")] == ["مكافحةُ", "الإرهابِ", "سوريا"]
    assert texts(response, ".headline mark") == ["سوريا"]
    assert "&lt;b&gt;" in response.content.decode()


@pytest.mark.one_database
def test_a_long_passage_is_shown_around_what_was_found(client):
    make("أ", " ".join(f"قبل{n}" for n in range(100)) + f" {WORD} " + " ".join(f"بعد{n}" for n in range(100)))
    (passage,) = texts(client.get("/search/", {"q": WORD}), ".summary")
    assert WORD in passage
    assert passage.startswith("…")
    assert passage.endswith("…")
    assert len(passage.split()) < 50


def test_did_you_mean(client):
    make("سياسات القمح", "نص", topics=[f.make_topic().pk])
    for typed, meant in (
        ("القمخ", "القمح"),
        ("سياسسات", "سياسات"),
        ("سياسات القمخ", "سياسات القمح"),
        ("الهم", "إلهام"),
    ):
        response = client.get("/search/", {"q": typed})
        (link,) = select(tree(response), ".meant a")
        assert text(link) == meant
        assert headlines(client.get(link.get("href"))) == ["سياسات القمح"]
    assert not select(tree(client.get("/search/", {"q": "خزعبلات"})), ".meant")


def test_a_suggestion_finds_something_under_the_same_filters(client):
    make("القمح", "نص")
    make("الشعير", "نص", branch=f.make_branch("نيروبي", "Nairobi").pk)
    assert select(tree(client.get("/search/", {"q": "القمخ"})), ".meant")
    assert not select(tree(client.get("/search/", {"q": "القمخ", "branch": "نيروبي"})), ".meant")


def test_synonyms(client):
    make("داعشي", "نص عن داعش")
    make("كامل", "نص عن تنظيم الدولة الإسلامية")
    make("هجوم", "هجمات كثيرة")
    assert titles(client, "داعش") == ["داعشي"]
    Synonym.objects.create(language="ar", words="داعش، تنظيم الدولة، ISIS")
    assert titles(client, "داعش") == ["داعشي", "كامل"]
    assert titles(client, "تنظيم الدولة") == ["داعشي", "كامل"]
    assert set(titles(client, "isis نص")) == {"كامل", "داعشي"}
    assert not titles(client, '"isis"')
    assert texts(client.get("/search/", {"q": "isis"}), ".summary mark")
    Synonym.objects.all().delete()
    assert titles(client, "داعش") == ["داعشي"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_words_of_the_text_in_their_order_are_found(client, data):
    """Whatever stands in the text, quoted as it stands, finds it."""
    edition = Edition.objects.first() or make("أ", f"{BODY} {BODY[::-1]}")
    printed = plain_text(edition.body).split()
    start = data.draw(st.integers(0, len(printed) - 1))
    length = data.draw(st.integers(1, 6))
    typed = " ".join(printed[start : start + length]).translate(dict.fromkeys(map(ord, '"“”„«»'), " "))
    if not re.search(r"[^\W_]", typed):
        return
    assert titles(client, f'"{typed}"') == [edition.title], typed
    if not SMALL.issuperset(words(typed)):
        assert titles(client, typed) == [edition.title], typed


def test_a_word_is_not_the_particle_it_looks_like(client):
    make("ولاية", "الولاية")
    make("مياه", "بالمياه")
    make("علي", "رأي علي")
    make("حروف", "ما كان على أحد ولا عليه")
    assert titles(client, "ماء") == titles(client, "الماء") == ["مياه"]
    assert titles(client, "ولايات") == ["ولاية"]
    assert titles(client, "علي") == ["علي"]
    assert titles(client, "كان علي أحد") == ["حروف"]


def test_words_that_every_report_has_are_not_searched_for_alone(client):
    make("أ", "في الماء ما يكفي")
    response = client.get("/search/", {"q": "في ما"})
    assert titles(client, "في ما") == []
    assert "في كل تقرير تقريبًا" in texts(response, ".search-nothing")[0]
    assert titles(client, "الماء") == titles(client, '"في الماء"') == ["أ"]


BODY = (
    "1- تصعيد عملياتي وعودة الهجمات التكتيكية: تستفيد الجماعات لا سيَّما “داعش” من سردية “الاحتلال/التحالف الدولي” "
    "لتبرير هجماتٍ انتقاميةٍ، ضربةٍمشتركةٍ وكـ”خائن” كـأنصار (شمال أفريقيا) 16/11/2025 El-Sioufy’s communiqué."
)


def test_a_long_text_keeps_its_phrases(client):
    """More places than a tsvector holds: the words around the last of a thousand occurrences are still side by side."""
    make("طويل", " ".join(f"في مكان{n}" for n in range(9_000)) + " في الختام المسك")
    for typed in ('"في مكان8999"', '"في الختام المسك"', "الختام مسك"):
        assert titles(client, typed) == ["طويل"], typed
    assert not titles(client, '"مكان8999 مكان8998"')


def test_a_text_of_more_words_than_an_index_holds_is_published(client):
    make("قاموس", " ".join(f"كلمة{n}مختلفة" for n in range(MOST_BYTES // 40)))
    assert titles(client, "كلمة17مختلفة") == ["قاموس"]


@pytest.mark.one_database
def test_the_page_before_anything_is_asked(client):
    make("أ", WORD)
    response = client.get("/search/")
    assert response.status_code == 200
    assert "X-Robots-Tag" not in response
    assert links(response, "canonical")
    assert len(select(tree(response), ".search-help p")) == 2
    assert client.get("/en/search/").status_code == 200


@pytest.mark.one_database
def test_answers_are_not_for_search_engines_and_have_a_validator(client):
    make("أ", WORD)
    response = client.get("/search/", {"q": WORD})
    assert response["X-Robots-Tag"] == "noindex"
    assert not links(response, "canonical")
    again = client.get("/search/", {"q": WORD}, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert client.post("/search/").status_code == 405


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("rebuild_search", *arguments, stdout=out, verbosity=0)
    return out.getvalue()


def test_the_index_is_made_anew(client):
    make("قمح")
    old = make("شعير", WORD)
    SearchEntry.objects.filter(edition=old).update(version=0)
    assert "2 editions: 0 without an entry, 1 made" in run("--dry-run")
    empty_index()
    SearchEntry.objects.exclude(edition=old).delete()
    # An entry without its terms is none.
    assert "2 editions: 2 without an entry, 1 made" in run("--dry-run")
    assert not titles(client, WORD)
    assert "2 editions entered" in run()
    assert titles(client, WORD) == ["شعير"]
    assert titles(client, "قمح") == ["قمح"]
    assert "2 editions: 0 without an entry, 0 made" in run("--dry-run")
    make("ذرة", WORD)
    assert titles(client, WORD) == ["ذرة", "شعير"]


def empty_index() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TABLE {search.TABLE}")
            cursor.execute(search.create())
        else:
            cursor.execute(f"UPDATE {search.ENTRIES} SET head = NULL, words = NULL")


def test_without_fts5_the_same_is_found(client, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own")
    make("قمح", "حوض النيل")
    make("شعير", "نيل بلا حوض")
    monkeypatch.setattr(search_terms, "has_fts5", lambda: False)
    empty_index()
    run()
    assert titles(client, "القمح") == ["قمح"]
    assert titles(client, '"حوض النيل"') == ["قمح"]
    assert titles(client, "حوض") == ["شعير", "قمح"]
    assert not titles(client, WORD)


def test_the_vocabulary_is_bounded(client, monkeypatch):
    monkeypatch.setattr(spelling, "NEWEST", 1)
    make("القمح", "نص")
    make("الشعير", "نص")
    assert not select(tree(client.get("/search/", {"q": "القمخ"})), ".meant")
    assert select(tree(client.get("/search/", {"q": "الشعيز"})), ".meant")


@pytest.mark.one_database
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_leads_to_the_search(client, prefix):
    """By a link: a form in every page has browsers lay it out before its stylesheet has come, to fill in its fields."""
    f.make_edition(("ar", "en"))
    (way,) = select(tree(client.get(f"{prefix}/")), ".masthead .search-link a")
    assert not select(tree(client.get(f"{prefix}/")), "form")
    page = tree(client.get(way.get("href")))
    (field,) = select(page, "main input[type=search]")
    assert select(page, "main form")[0].get("action") == f"{prefix}/search/"
    assert field.get("autofocus") is not None
    assert [label.get("for") for label in select(page, "main .search-line label")] == [field.get("id")]
    found = tree(client.get(way.get("href"), {field.get("name"): WORD}))
    assert select(found, "main input[type=search]")[0].get("autofocus") is None
