"""/search/ bears whatever is typed into its field and its address."""

import pytest
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.site.reading import headlines, select, texts, tree
from tests.site.searching import WORD, make, titles
from tests.worlds import once_for_the_module

pytestmark = pytest.mark.django_db


def reports() -> None:
    make("أ", WORD)
    make("قمح")
    make("تنبيه", "script alert img mark amp src x onerror 1")


world = once_for_the_module(reports)


HOSTILE = [
    '"',
    '""',
    "«",
    "' OR 1=1 --",
    "قمح AND",
    "NOT قمح",
    "NEAR(قمح, 2)",
    "title:قمح",
    "{head}:قمح",
    "قمح*",
    "^قمح",
    "(قمح",
    "قمح & !شعير | <->",
    "قمح:*",
    "\\",
    "%",
    "_",
    "قمح\x00شعير",
    "\x00",
    "\ud800",
    "قمح\udfff",
    "ـ" * 300,
    "\u202e\u200f",
    "…؟!،؛",
    "🙂",
    "ﷺ" * 100,
    "x" * 10_000,
    "قمح " * 2_500,
    '"' * 5_000,
    "\u0301" * 1_000,
    "१२३ ไทย 漢字 ǅ ß İ",
    "a_b e_قمح s_قمح l_ar",
    "'قمح' <2> 'شعير'",
    "ٌ" * 50 + "ا",
]


def is_a_search(response) -> bool:
    """Whether the answer is the page of search with one field, and nothing of what was typed became an element."""
    page = tree(response)
    return response.status_code == 200 and len(select(page, "input#q")) == 1 and not select(page, "main script")


@pytest.mark.parametrize("q", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_answered(client, world, q):
    raw = q.encode("utf-8", "surrogatepass")
    address = "/search/?q=" + "".join(f"%{byte:02x}" for byte in raw)
    for extra in ("", "&branch=" + "%ed%a0%80", "&year=%00"):
        assert is_a_search(client.get(address + extra))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_query_is_answered(client, world, q):
    address = "/search/?q=" + "".join(f"%{byte:02x}" for byte in q.encode("utf-8", "surrogatepass"))
    assert is_a_search(client.get(address))


@pytest.mark.one_database
@pytest.mark.parametrize("kind", ["branch", "topic", "author", "source"])
@pytest.mark.parametrize("slug", ["لا-يوجد", "%00", "'", "x" * 5000, "l_ar) OR (1", "\u202eلا-يوجد"])
def test_a_filter_that_means_nothing_says_so(client, world, kind, slug):
    response = client.get("/search/", {"q": WORD, kind: slug})
    assert response.status_code == 200
    assert not headlines(response)
    assert len(texts(response, ".search-nothing p.nothing")) == 1
    assert len(select(tree(response), ".search-chosen a")) == 1


def test_a_year_that_is_none_is_passed_over(client, world):
    for year in ("0", "-1", "99999", "20x5", "2999", "1000"):
        assert titles(client, WORD, year=year) == ["أ"]


@pytest.mark.one_database
@pytest.mark.parametrize("year", ["1999", "١٩٩٩", "۱۹۹۹"])
def test_a_year_is_one_in_any_digits(client, world, year):
    assert titles(client, WORD, year=year) == []


@pytest.mark.parametrize(
    "before", ["9.1", "x", "9", "1.", "1.999999999999999999999", "-1.5", "1.5.6", "%00", "تقرير", "٣.٥"]
)
def test_a_cursor_that_was_never_given_out(client, world, before):
    assert client.get("/search/", {"q": WORD, "before": before}).status_code == 404


@pytest.mark.one_database
@pytest.mark.parametrize("q", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</mark>", "&amp;"])
def test_what_is_typed_is_escaped(client, world, q):
    page = client.get("/search/", {"q": q}).content.decode()
    assert f'value="{escape(q)}"' in page
    assert page.count("<mark>") == page.count("</mark>")
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.one_database
def test_unknown_parameters_change_nothing(client, world):
    assert client.get(f"/search/?q={WORD}").content == client.get(f"/search/?q={WORD}&utm_source=x&page=7").content
