"""Controls and marks that separate words: never glue, never a refusal, wherever text comes in."""

import pytest
from django.utils import translation

from articles.desk.article import draft
from articles.desk.importers import decode
from articles.desk.importers.run import import_files
from articles.models import Article
from articles.press.html import reading
from authors.models import Topic
from shaf.text import search_words
from tests import factories as f
from tests.desk.test_import_reports import BODY, arabic

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SEPARATORS = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\r", "\u00a0"]


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
def test_no_field_of_a_report_runs_together(separator):
    text = f"سطر{separator}آخر"
    stored = draft.normalised(
        {
            "title_ar": text,
            "slug_ar": "",
            "standfirst_ar": text,
            "key_points_ar": text,
            "correction_note_ar": text,
            "body_ar": f"<p>{text}</p><h2>{text}</h2>",
            "attributions": [{"title": text}],
        }
    )
    assert stored["title_ar"] == stored["correction_note_ar"] == stored["attributions"][0]["title"] == "سطر آخر"
    assert stored["slug_ar"] == "سطر-آخر"
    assert stored["standfirst_ar"].split() == stored["key_points_ar"].split() == ["سطر", "آخر"]
    assert reading.plain_text(stored["body_ar"]).split() == ["سطر", "آخر"] * 2
    assert reading.with_anchors(stored["body_ar"])[1][0]["id"] == "h-سطر-آخر"
    assert search_words.words(text) == ["سطر", "اخر"]
    assert draft.normalised(stored) == stored


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
def test_no_name_of_the_register_runs_together(separator):
    topic = Topic(name_ar=f"الأمن{separator}المائي")
    topic.fill_slugs()
    topic.save()
    topic.refresh_from_db()
    assert topic.name_ar.split() == ["الأمن", "المائي"]
    assert topic.slug_ar == "الأمن-المائي"
    if separator != "\u00a0":
        assert topic.name_ar == "الأمن المائي"


def test_slashes_and_dashes_part_the_words_of_slugs_and_anchors():
    assert f.make_topic("السعودية/الإمارات").slug_ar == "السعودية-الإمارات"
    assert draft.normalised({"title_ar": "٢٠٢٤–٢٠٢٥", "slug_ar": ""})["slug_ar"] == "2024-2025"
    assert reading.with_anchors("<h2>50/50</h2>")[1][0]["id"] == "h-50-50"


def test_a_slug_that_is_stored_stays_as_it_is():
    stored = {"title_ar": "السعودية/الإمارات", "slug_ar": "السعوديةالإمارات_قديم"}
    assert draft.normalised(stored) == stored


@pytest.mark.parametrize("end", ["\x0c", "\n\x0c", "\x0c\n", "\n\x0c\n"], ids=ascii)
def test_the_importer_passes_over_the_end_of_a_page(tmp_path, end):
    f.make_publisher()
    f.make_branch()
    writer = f.make_user("writer", role="writer")
    path = tmp_path / "report.txt"
    path.write_bytes(arabic(title="سطر\x0bآخر", body=f"{BODY}{end}{BODY[:-1]}\x0bوبقيّته.").encode())
    with translation.override("en"):
        (outcome,) = import_files([path], by=writer)
    assert (outcome.result, outcome.reason) == ("created", "")
    article = Article.objects.get()
    assert (article.title_ar, article.slug_ar) == ("سطر آخر", "سطر-آخر")
    assert article.body_ar == f"<p>{BODY}</p><p>{BODY[:-1]} وبقيّته.</p>"


def test_the_importer_reads_every_kind_of_line_end():
    assert decode.decode("أ\r\nب\rج\x85د\u2028ه\u2029و\x0cز\x0bح\x1fط".encode()) == "أ\nب\nج\nد\nه\nو\nز ح ط"


def test_an_address_without_its_attribution_is_said(tmp_path):
    f.make_publisher()
    f.make_branch()
    path = tmp_path / "report.txt"
    path.write_text(arabic(rest="----------\nالرابط: https://example.org/stray\n"))
    with translation.override("en"):
        (outcome,) = import_files([path], by=f.make_user("writer", role="writer"))
    assert "Line 12: the address belongs to no attribution and was left out: https://example.org/stray" in outcome.notes
