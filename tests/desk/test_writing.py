"""The report's form: attribution rows, days, names added on the spot, limits, errors, what the scripts are told."""

import html
import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.article import draft, limits
from articles.desk.article.refusal import Refusal
from articles.models import Article, Picture, Revision
from authors import search
from authors.models import Author, Source
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.browsing import change_url, form_data, login, new_report_data

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADD = "/admin/articles/article/add/"


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.fixture
def client(writer) -> Client:
    return login(writer)


def page_of(response) -> str:
    return html.unescape(response.content.decode())


# Days


@pytest.mark.parametrize(
    "typed",
    ["16/11/2025", "١٦/١١/٢٠٢٥", "16-11-2025", "16.11.2025", "2025-11-16", "16 نوفمبر 2025", "١٦ تشرين الثاني ٢٠٢٥"],
)
def test_a_day_may_be_written_as_people_write_it(client, typed):
    client.post(ADD, new_report_data() | {"attributions-0-date": typed})
    article = Article.objects.get()
    assert draft.read(article)["attributions"][0]["date"] == "2025-11-16"
    assert 'value="16/11/2025"' in page_of(client.get(change_url(article)))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("attributions-0-date", "32/01/2025"),
        ("attributions-0-date", "29/02/2025"),
        ("attributions-0-date", "16/11/25"),
        ("attributions-0-date", "01/01/0001"),
        ("attributions-0-date", "31/12/9999"),
        ("attributions-0-date", "أمس"),
        ("attributions-1-date", "01/01/0999"),
        ("attributions-1-accessed_on", "01/01/2199"),
    ],
)
def test_an_impossible_or_absurd_day_is_refused_at_its_field_and_the_row_is_named(client, field, typed):
    response = client.post(ADD, new_report_data() | {field: typed})
    page = page_of(response)
    assert response.status_code == 200
    assert not Article.objects.exists()
    [error] = response.context["errors_listed"]
    assert error["id"] == f"id_{field}"
    row = "الإسناد الأساسي" if "-0-" in field else "المرجع 1"
    assert error["name"].startswith(row)
    assert f"{row}: " in page
    assert f'value="{typed}"' in page


def test_a_byline_of_tomorrow_is_believable_and_one_of_the_year_after_next_is_not(writer):
    today = timezone.localdate()
    near, far = (today + timedelta(days=days) for days in (1, 500))
    assert f.make_article(by=writer, attributions=[{"kind": "byline", "date": near.isoformat()}])
    with pytest.raises(Refusal) as refused:
        f.make_article(by=writer, attributions=[{"kind": "byline", "date": far.isoformat()}])
    assert refused.value.code == "limits"


def test_each_mistake_of_a_row_is_said_at_once(client):
    wrong = {"attributions-1-date": "01/01/0001", "attributions-1-url": "ليس رابطًا", "attributions-1-title": "ع" * 301}
    response = client.post(ADD, new_report_data() | wrong)
    assert {error["id"] for error in response.context["errors_listed"]} == {f"id_{field}" for field in wrong}


# Limits


@pytest.mark.parametrize(
    ("field", "fits", "too_much"),
    [
        ("title_ar", "ع" * 300, "ع" * 301),
        ("standfirst_ar", "م" * 1000, "م" * 1001),
        ("key_points_ar", "\n".join(["نقطة"] * 10), "\n".join(["نقطة"] * 11)),
        ("key_points_ar", "ن" * 300, "ن" * 301),
    ],
)
def test_what_is_too_long_is_refused_at_its_field_and_by_the_verb(client, writer, field, fits, too_much):
    response = client.post(ADD, new_report_data() | {field: too_much})
    assert response.status_code == 200
    assert [error["id"] for error in response.context["errors_listed"]] == [f"id_{field}"]
    assert too_much.splitlines()[0] in page_of(response)
    with pytest.raises(Refusal) as refused:
        f.make_article(by=writer, **{field: too_much})
    assert refused.value.code == "limits"
    assert re.search(r"\d", str(refused.value.messages[0]))
    assert client.post(ADD, new_report_data() | {field: fits}).status_code == 302


def test_a_text_from_before_the_limits_does_not_bar_the_way_of_another_change(client, writer):
    article = f.make_article(by=writer)
    Article.objects.filter(pk=article.pk).update(standfirst_ar="م" * 1500)
    opened = form_data(client, change_url(article))
    assert client.post(change_url(article), opened | {"title_ar": "عنوان جديد"}).status_code == 302


def test_every_row_has_its_limits():
    rows = draft.normalised({"attributions": [{"title": "ع" * 301, "url": "https://e.org/" + "a" * 500}]})
    found = list(limits.problems(rows, timezone.localdate()))
    assert [(problem.row, problem.part) for problem in found] == [(0, "title"), (0, "url")]


# Rows


def test_a_new_report_begins_with_the_centre_s_byline_of_today(client):
    publisher = f.make_publisher()
    data = form_data(client, ADD)
    assert data["attributions-0-kind"] == "byline"
    assert data["attributions-0-source"] == str(publisher.pk)
    assert data["attributions-0-date"] == timezone.localtime(database_now()).strftime("%d/%m/%Y")
    client.post(ADD, data | {"title_ar": "تقرير", "body_ar": "<p>نص</p>"})
    [byline] = draft.read(Article.objects.get())["attributions"]
    assert (byline["kind"], byline["source"]) == ("byline", publisher.pk)


def test_a_report_without_a_byline_shows_an_empty_one_first_and_an_untouched_save_adds_none(client, writer):
    reference = {"kind": "reference", "source": f.make_source().pk, "date": "2025-11-10"}
    article = f.make_article(by=writer, attributions=[reference])
    data = form_data(client, change_url(article))
    assert [data["attributions-0-kind"], data["attributions-1-kind"]] == ["reference", "byline"]
    assert "attributions-1-date" not in data
    page = page_of(client.get(change_url(article)))
    assert page.index('id="attributions-1"') < page.index('id="attributions-0"')
    assert client.post(change_url(article), data).status_code == 302
    assert Revision.objects.filter(article=article).count() == 1


def test_rows_are_printed_in_the_order_that_the_page_showed(client, writer):
    one, two = f.make_source("الأهرام", "Al-Ahram"), f.make_source("رويترز", "Reuters")
    data = new_report_data() | {
        "attributions-TOTAL_FORMS": "4",
        "attributions-2-kind": "reference",
        "attributions-2-source": str(one.pk),
        "attributions-3-kind": "reprint",
        "attributions-3-source": str(two.pk),
        "attributions-0-order": "0",
        "attributions-1-order": "3",
        "attributions-2-order": "2",
        "attributions-3-order": "1",
    }
    client.post(ADD, data)
    rows = draft.read(Article.objects.get())["attributions"]
    assert [row["source"] for row in rows[1:]] == [two.pk, one.pk, f.make_source().pk]


def test_a_removed_row_goes_and_its_mistakes_with_it(client, writer):
    article = f.make_article(by=writer)
    data = form_data(client, change_url(article))
    client.post(change_url(article), data | {"attributions-1-DELETE": "on", "attributions-1-date": "x"})
    assert [row["kind"] for row in draft.read(article)["attributions"]] == ["byline"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("example.org/report", "https://example.org/report"), (" https://example.org ", "https://example.org")],
)
def test_an_address_without_a_scheme_is_a_web_address(client, typed, stored):
    client.post(ADD, new_report_data() | {"attributions-1-url": typed})
    assert draft.read(Article.objects.get())["attributions"][1]["url"] == stored


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("fa", "rtl"), ("pt-br", "ltr"), ("xx", "ltr")])
def test_a_title_is_in_its_own_language_whichever_it_is(client, writer, language, direction):
    row = {"source": f.make_source().pk, "title": "Le titre", "title_language": language}
    article = f.make_article(by=writer, attributions=[{"kind": "byline", "date": "2025-11-16"}, row])
    before = draft.read(article)
    data = form_data(client, change_url(article))
    assert re.search(rf'name="attributions-1-title"[^>]*dir="{direction}"', page_of(client.get(change_url(article))))
    assert f'<option value="{language}" selected>' in page_of(client.get(change_url(article)))
    assert client.post(change_url(article), data).status_code == 302
    assert draft.read(article) == before


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "ليس رابطًا", "ftp://example.org/x"])
def test_what_is_no_web_address_is_refused_at_its_field(client, typed):
    response = client.post(ADD, new_report_data() | {"attributions-1-url": typed})
    assert [error["id"] for error in response.context["errors_listed"]] == ["id_attributions-1-url"]


def test_a_failed_validation_keeps_rows_order_of_authors_and_cover(client, writer):
    second, first = f.make_author("سلمى عبد الله", "Salma"), f.make_author()
    data = new_report_data() | {
        "attributions-0-authors": [str(second.pk), str(first.pk)],
        "attributions-1-title": "عنوان العمل",
        "attributions-1-date": "32/13/2025",
        "attributions-0-order": "0",
        "attributions-1-order": "1",
    }
    response = client.post(ADD, data)
    again = form_data_of(response)
    assert again["attributions-0-authors"] == [str(second.pk), str(first.pk)]
    assert again["attributions-1-title"] == "عنوان العمل"
    assert again["attributions-1-date"] == "32/13/2025"
    assert again["title_ar"].strip() == data["title_ar"]
    client.post(ADD, again | {"attributions-1-date": "10/11/2025"})
    assert draft.read(Article.objects.get())["attributions"][0]["authors"] == [second.pk, first.pk]


def test_a_cover_survives_a_failed_validation_and_is_not_sent_without_its_text(client, writer):
    cover = Picture.objects.create(
        file=f"{'a' * 64}.png", width=1, height=1, uploaded_by=writer, branch=f.make_branch(), alt_en="A ship"
    )
    data = new_report_data() | {"cover": str(cover.pk), "attributions-0-date": "x"}
    again = form_data_of(client.post(ADD, data))
    assert again["cover"] == str(cover.pk)
    client.post(ADD, again | {"attributions-0-date": "16/11/2025", "_submit_ar": "1"})
    article = Article.objects.get()
    assert article.cover == cover
    with pytest.raises(Refusal) as refused:
        workflow.submit(article.pk, "ar", by=writer)
    assert "النص البديل" in str(refused.value) or "نص بديل" in str(refused.value)


@pytest.mark.parametrize("typed", ["999999", "x", "9" * 30])
def test_a_cover_that_is_none_is_refused_at_its_field(client, typed):
    response = client.post(ADD, new_report_data() | {"cover": typed})
    assert [error["id"] for error in response.context["errors_listed"]] == ["id_cover"]


def form_data_of(response) -> dict:
    class Same:
        def get(self, url: str):
            return response

    return form_data(Same(), "")


def test_a_row_costs_no_query_of_its_own(client, writer):
    counts = []
    for n in (2, 12):
        rows = [{"kind": "byline", "source": f.make_publisher().pk, "date": "2025-11-16"}]
        for i in range(n):
            rows.append({"source": f.make_source(f"مصدر {i}", "").pk, "authors": [f.make_author(f"كاتب {i}", "").pk]})
        article = f.make_article(by=writer, attributions=rows)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(change_url(article)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_nothing_to_edit_is_nothing_to_save(client, writer):
    article = f.make_article(by=writer)
    assert 'name="_save"' in page_of(client.get(change_url(article)))
    for language in ("ar", "en"):
        workflow.submit(article.pk, language, by=writer)
    page = page_of(client.get(change_url(article)))
    assert 'name="_save"' not in page
    assert "الجزيرة نت" in page


def test_the_tabs_are_told_how_each_language_stands(client, writer):
    article = f.make_article(by=writer, languages=["ar"])
    workflow.submit(article.pk, "ar", by=writer)
    facts = json.loads(
        re.search(r'id="form-facts"[^>]*>(.*?)</script>', client.get(change_url(article)).content.decode())[1]
    )
    assert [fact["text"] for fact in facts["ar"]] == ["قيد المراجعة"]
    assert [fact["kind"] for fact in facts["en"]] == ["empty"]


# The register


@pytest.mark.parametrize("term", ["الهام", "إلهام النجّار", "نجار الهام", "elham", "الـنـجار"])
def test_an_author_is_found_however_the_name_is_typed(client, term):
    author = f.make_author()
    f.make_author("باسل المحمد", "Basel Al-Mohammad")
    assert [found["text"] for found in autocomplete(client, "credit", "author", term)] == [str(author)]


def test_a_source_is_found_by_an_alias(client):
    source = f.make_source(aliases="قناة الجزيرة\nAJ")
    f.make_source("رويترز", "Reuters")
    assert [found["id"] for found in autocomplete(client, "attribution", "source", "قناه الجزيره")] == [str(source.pk)]


def test_the_best_match_comes_first(client):
    for name in ("أحمد مصطفى", "علي مصطفى أحمد", "مصطفى أحمد"):
        f.make_author(name, "")
    found = autocomplete(client, "credit", "author", "مصطفى أحمد")
    assert [entry["text"] for entry in found] == ["مصطفى أحمد", "علي مصطفى أحمد", "أحمد مصطفى"]


def test_a_name_that_was_merged_away_finds_its_heir(client):
    heir, gone = f.make_author(), f.make_author("الهام محمد النجار", "")
    Author.objects.filter(pk=gone.pk).update(merged_into=heir)
    assert [found["id"] for found in autocomplete(client, "credit", "author", "محمد النجار")] == [str(heir.pk)]


def autocomplete(client: Client, model: str, field: str, term: str) -> list[dict]:
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
    return client.get("/admin/autocomplete/", query).json()["results"]


def test_a_search_costs_the_same_in_a_large_register(client):
    counts = []
    for n in (3, 2 * search.MOST_FOUND):
        Author.objects.bulk_create(Author(name_ar=f"كاتب {n} {i}") for i in range(n))
        with CaptureQueriesContext(connection) as queries:
            autocomplete(client, "credit", "author", "كاتب")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def add_name(client: Client, kind: str = "author", **data: str):
    return client.post(reverse(f"admin:writing_add_{kind}"), data)


def test_a_writer_adds_a_name_on_the_spot(client):
    response = add_name(client, name_ar="د. رانيا  الشريف")
    author = Author.objects.get()
    assert response.status_code == 201
    assert response.json() == {"id": str(author.pk), "text": "رانيا الشريف"}
    assert (author.honorific_ar, author.slug_ar, author.name_en) == ("د.", "رانيا-الشريف", None)
    assert add_name(client, "source", name_ar="وكالة الأنباء القطرية", name_en="QNA").status_code == 201
    assert Source.objects.get(name_en="QNA").kind == "other"


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("باسل المحمد", "باسل محمد"),
        ("إلهام النجار", "الهام النجّار"),
        ("إلهام النجار", "النجار إلهام"),
        ("عبد الرحمن السيد", "عبدالرحمن السيد"),
        ("مصطفى كمال", "مصطفي كمال"),
    ],
)
def test_a_near_duplicate_is_asked_about_and_added_only_when_the_writer_is_sure(client, known, typed):
    author = f.make_author(known, "")
    response = add_name(client, name_ar=typed)
    assert response.status_code == 409
    assert response.json()["alike"] == [{"id": str(author.pk), "text": known}]
    assert typed in response.json()["question"]
    assert Author.objects.count() == 1
    assert add_name(client, name_ar=typed, sure="1").status_code == 201
    assert Author.objects.count() == 2
    assert len(set(Author.objects.values_list("slug_ar", flat=True))) == 2


@pytest.mark.parametrize(("known", "typed"), [("أحمد علي", "محمد علي حسن"), ("مركز الأهرام", "مركز الخليج للأبحاث")])
def test_another_name_is_no_duplicate(known, typed):
    f.make_author(known, "")
    assert search.alike(Author, typed) == []


@pytest.mark.parametrize(
    "data",
    [{}, {"name_ar": " "}, {"name_ar": "…"}, {"name_ar": "Latin"}, {"name_ar": "ا" * 201}, {"name_en": "\u200f"}],
)
def test_what_is_no_name_is_refused(client, data):
    response = add_name(client, **data)
    assert response.status_code == 400
    assert response.json()["error"]
    assert not Author.objects.exists()


@pytest.mark.parametrize("kind", ["author", "source"])
def test_who_may_not_add_a_name_does_not(kind, writer):
    before = Author.objects.count(), Source.objects.count()
    anonymous = add_name(Client(), kind, name_ar="اسم جديد")
    assert anonymous.status_code in (302, 403)
    stranger = login(f.make_user())
    assert add_name(stranger, kind, name_ar="اسم جديد").status_code in (302, 403)
    assert login(writer).get(reverse(f"admin:writing_add_{kind}")).status_code == 405
    assert (Author.objects.count(), Source.objects.count()) == before


# What the scripts say


def test_the_scripts_speak_arabic(client):
    catalogue = client.get("/admin/jsi18n/").content.decode()
    said = json.loads(re.search(r"const newcatalog = (\{.*?\});\n", catalogue, re.S)[1])
    for phrase in ("Choose all %s", "November", "Choose a Date", "one letter Saturday\u0004S", "Undo", "%(n)s word"):
        text = said[phrase]
        assert re.search("[\u0600-\u06ff]", text if isinstance(text, str) else " ".join(text)), phrase
    assert len(said["%(n)s minute’s reading"]) == 6
    assert said["%(n)s minute’s reading"][3] == "%(n)s دقائق قراءة"
