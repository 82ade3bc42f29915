"""Controls and marks that separate words: never glue, never a refusal, wherever text comes in."""

import pytest
from django.urls import reverse
from django.utils import translation

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.importers import decode
from articles.desk.importers.run import import_files
from articles.desk.workflow.files import add_file
from articles.models import Article, ReviewNote, Transition
from articles.press.html import reading
from authors.models import ReportType, Topic
from shaf.text import search_words
from tests import factories as f
from tests.desk.browsing import new_report_data
from tests.desk.test_import_reports import BODY, arabic
from tests.report_files import pdf

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


@pytest.mark.parametrize("separator", ["\x0b", "\x0c"], ids=ascii)
def test_what_a_browser_posts_is_neither_refused_nor_glued(separator, client):
    """Pasted into a title, a text, a remark, the name of a person, a type or a file."""
    text = f"سطر{separator}آخر"
    editor = f.make_user(role="editor", is_staff=True)
    client.force_login(editor)
    data = new_report_data() | {"title_ar": text, "standfirst_ar": text, "body_ar": f"<h2>{text}</h2><p>{text}</p>"}
    assert client.post(reverse("admin:articles_article_add"), data).status_code == 302
    article = Article.objects.get()
    assert (article.title_ar, article.slug_ar) == ("سطر آخر", "سطر-آخر")
    assert reading.plain_text(article.body_ar).split() == article.standfirst_ar.split() * 2 == ["سطر", "آخر"] * 2
    answer = client.post(reverse("admin:writing_add_author"), {"name_ar": f"سالم{separator}الخطيب"})
    assert answer.json()["text"] == "سالم الخطيب"
    assert client.post("/admin/authors/reporttype/add/", {"name_ar": text, "order": "0"}).status_code == 302
    assert ReportType.objects.get().name_ar == "سطر آخر"
    assert add_file(pdf(), by=editor, branch=article.branch_id, title_ar=text).title_ar == "سطر آخر"
    workflow.submit(article.pk, "ar", by=editor)
    workflow.remark(article.pk, "ar", by=editor, text=text)
    assert ReviewNote.objects.get().text == "سطر آخر"
    workflow.send_back(article.pk, "ar", by=editor, reason=text)
    assert Transition.objects.get(verb="send_back").reason == "سطر آخر"
