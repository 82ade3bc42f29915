"""Months, corrections, and the home page's sections."""

from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest

from articles.desk import workflow
from articles.press.models import CorrectionKind
from articles.site.home import EACH, LATEST
from shaf.db import clock
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import address, correct, headlines, location, select, texts, tree

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def months(response):
    return [(a.get("rel"), a.get("href")) for a in select(tree(response), "nav.months a")]


def test_a_month_and_the_months_around_it(client):
    pattern = f.make_edition()
    copies(pattern, [datetime(2024, 3, 9, 12, tzinfo=UTC), datetime(2024, 3, 20, 12, tzinfo=UTC)])
    copies(pattern, [datetime(2023, 12, 31, 12, tzinfo=UTC)], title="قديم")
    copies(pattern, [datetime(2025, 1, 1, 12, tzinfo=UTC)], title="جديد")
    response = client.get("/archive/2024/03/")
    assert texts(response, "h1") == ["مارس 2024"]
    assert headlines(response) == [f"{pattern.title} 1", f"{pattern.title} 0"]
    assert months(response) == [("prev", "/archive/2025/01/"), ("next", "/archive/2023/12/")]
    client.get("/archive/2024/03/")
    assert len(client.queries) == 3
    assert location(client.get("/archive/2024/")) == "/archive/2024/03/"
    assert client.get("/archive/2022/").status_code == 404


@pytest.mark.both_databases
def test_the_archive_names_every_month_by_year(client):
    assert texts(client.get("/archive/"), ".nothing")
    copies(f.make_edition(), [datetime(2024, 3, 9, tzinfo=UTC), datetime(2024, 1, 9, tzinfo=UTC)])
    response = client.get("/archive/")
    assert texts(response, ".year h2")[-1] == "2024"
    links = [a.get("href") for a in select(tree(response), ".year a")]
    assert links[-2:] == ["/archive/2024/03/", "/archive/2024/01/"]
    assert all(client.get(link).status_code == 200 for link in links)
    client.get("/archive/")
    assert len(client.queries) == 1


@pytest.mark.both_databases
@pytest.mark.parametrize("path", ["/archive/", "/search/"])
def test_however_many_years_there_are_they_are_one_query(client, path):
    pattern = f.make_edition()
    asked = []
    for year in (2025, 2010, 1987):
        copies(pattern, [datetime(year, month, 9, tzinfo=UTC) for month in range(1, 13)], title=f"{year}")
        response = client.get(path)
        asked.append(len(client.queries))
    assert asked[0] == asked[1] == asked[2]
    shown = texts(response, ".year h2") or texts(response, "#year option")[1:]
    assert shown[-3:] == ["2025", "2010", "1987"]


def test_a_month_in_the_other_language(client):
    f.make_edition(("ar", "en"))
    (link,) = select(tree(client.get("/archive/")), ".year a")
    (switch,) = select(tree(client.get(link.get("href"))), ".switch a")
    assert switch.get("href") == f"/en{link.get('href')}"
    assert client.get(switch.get("href")).status_code == 200


@pytest.mark.both_databases
def test_a_month_is_cairo_s(client):
    copies(f.make_edition(), [datetime(2024, 2, 29, 22, 30, tzinfo=UTC)])
    assert client.get("/archive/2024/03/").status_code == 200
    assert client.get("/archive/2024/02/").status_code == 404


@pytest.mark.parametrize("path", ["/archive/2024/13/", "/archive/0000/01/", "/archive/9999/12/", "/archive/2024/3/"])
def test_what_is_no_month(client, path):
    f.make_edition()
    assert client.get(path).status_code == 404


def test_a_month_typed_with_one_digit(client):
    copies(f.make_edition(), [datetime(2024, 3, 5, tzinfo=UTC)])
    for typed in ("/archive/2024/3/", "/archive/2024/3", "/archive/٢٠٢٤/٣/"):
        response = client.get(typed)
        assert (response.status_code, response["Location"]) == (301, "/archive/2024/03/"), typed


def test_the_list_leads_to_the_archive(client):
    f.make_edition()
    (link,) = select(tree(client.get("/articles/")), "p.months a")
    assert link.get("href") == "/archive/"


@pytest.mark.both_databases
def test_corrections_newest_first(client):
    assert texts(client.get("/corrections/"), ".nothing") == ["لا تصحيحات حتى الآن."]
    first, second = f.make_edition(), f.make_edition()
    correct(first, correction_note_ar="صُحّح تاريخ.", title_ar="الأول")
    correct(second, correction_note_ar="صُحّحت همزة.", correction_kind_ar=CorrectionKind.MINOR.value, title_ar="الثاني")
    response = client.get("/corrections/")
    assert headlines(response) == ["الثاني", "الأول"]
    shown = texts(response, ".corrections .card")
    assert "صُحّحت همزة." in shown[0]
    assert "طفيف" in shown[0]
    assert "طفيف" not in shown[1]
    client.get("/corrections/")
    assert len(client.queries) == 2


def test_a_withdrawn_report_leaves_the_corrections(client):
    edition = correct(f.make_edition())
    assert headlines(client.get("/corrections/"))
    workflow.withdraw(edition.article_id, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert not headlines(client.get("/corrections/"))


def test_a_scheduled_correction_is_not_said(client):
    edition = f.make_edition()
    writer = f.make_user(role="writer")
    workflow.reopen(edition.article_id, "ar", by=writer)
    f.write(edition.article, writer, correction_note_ar="قريبًا", correction_kind_ar="minor", title_ar="آخر")
    f.publish(edition.article, at=clock.database_now() + timedelta(days=1))
    assert "قريبًا" not in client.get("/corrections/").content.decode()
    assert "قريبًا" not in client.get(address(edition)).content.decode()


def test_home_shows_each_report_once_and_the_branches_below(client):
    pattern = f.make_edition()
    now = clock.database_now()
    copies(pattern, [now - timedelta(days=n) for n in range(1, LATEST + EACH + 4)])
    shown = headlines(client.get("/"))
    assert len(shown) == len(set(shown)) == 1 + LATEST + EACH
    assert texts(client.get("/"), ".by-branch h2") == ["فرع القاهرة"]


@pytest.mark.both_databases
def test_the_log_of_a_report(client):
    first = f.make_edition()
    second = correct(first, correction_note_ar="الأول", title_ar="ثان")
    third = correct(second, correction_note_ar="الثاني", title_ar="ثالث")
    shown = texts(client.get(address(third)), ".log li")
    assert [note.rpartition(": ")[2] for note in shown] == ["الثاني", "الأول"]


@pytest.mark.both_databases
def test_related_reports_are_near_and_live(client):
    topic, other = f.make_topic(), f.make_topic("الطاقة", "Energy")
    one = f.make_edition(topics=[topic.pk])
    near = f.make_edition(topics=[topic.pk], title_ar="قريب")
    f.make_edition(topics=[other.pk], title_ar="بعيد", attributions=attributions("كاتب آخر"))
    assert texts(client.get(address(one)), ".related .headline") == ["قريب"]
    workflow.withdraw(near.article_id, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert not texts(client.get(address(one)), ".related .headline")


def attributions(author: str) -> list[dict]:
    byline, *_references = f.make_changes()["attributions"]
    return [byline | {"authors": [f.make_author(author, "").pk]}]


def test_a_report_is_passed_on_by_its_short_address(client):
    edition = f.make_edition(title_ar="عنوان «مقتبس» & آخر")
    found = {a.text_content(): a.get("href") for a in select(tree(client.get(address(edition))), ".share a")}
    assert list(found) == ["واتساب", "تليغرام", "X", "فيسبوك", "البريد الإلكتروني"]
    short = f"http%3A%2F%2Ftestserver%2Fr%2F{edition.article_id}%2F"
    assert all(short in url for url in found.values())


def test_a_report_of_another_language_is_pointed_to(client):
    edition = f.make_edition(("ar",))
    for path in (f"/en/articles/{edition.article_id}/x/", f"/en/r/{edition.article_id}/"):
        response = client.get(path)
        assert response.status_code == 404
        (link,) = [a for a in select(tree(response), "main a") if a.get("lang") == "ar"]
        assert unquote(link.get("href")) == address(edition)
    workflow.withdraw(edition.article_id, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert edition.title not in client.get(f"/en/r/{edition.article_id}/").content.decode()
