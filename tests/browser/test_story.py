"""The real report goes in at the desk and comes out on the site: writer, editor, reader, subscriber."""

import re
from pathlib import Path
from urllib.request import urlopen

import feedparser
import pytest
from django.core.management import call_command

from articles.desk import workflow
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Anchor
from articles.desk.importers import plain_text
from articles.models import Article
from articles.press.html.reading import plain_text as text_of
from articles.press.models import Edition
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REPORTS = sorted((Path(__file__).parents[3] / "shared" / "reports").glob("*.txt"))


def log_in(page, server, username: str) -> None:
    page.goto(f"{server.url}/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", "demo")
    page.click("input[type=submit]")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.skipif(not REPORTS, reason="the real report is not beside this checkout")
def test_the_real_report(live_server, new_page):
    publisher = f.make_publisher()
    f.make_user("writer", "writer")
    f.make_user("editor", "editor")
    f.make_edition(title_ar="تقرير سابق")
    call_command("import_reports", str(REPORTS[0]), "--as", "writer", verbosity=0)
    article = Article.objects.latest("pk")

    writer = new_page()
    log_in(writer, live_server, "writer")
    writer.click("text=التقارير >> nth=0")
    writer.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    writer.wait_for_selector(".ck-editor__editable")
    writer.click("input[name=_submit_ar]")
    # Its copy has errors, and it is to come out as it was written.
    writer.wait_for_selector(f".messagelist a[href='/admin/articles/article/{article.pk}/copy/ar/']")
    anchors = [Anchor.of(finding) for finding in judged(article, "ar").errors]
    reason = "هكذا كتبها صاحبها"
    workflow.leave_finding(article.pk, "ar", by=f.User.objects.get(username="writer"), anchors=anchors, reason=reason)
    writer.click("input[name=_submit_ar]")
    writer.wait_for_selector(".workflow .state-review")

    editor = new_page()
    log_in(editor, live_server, "editor")
    editor.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    editor.click("a.verb-decide")
    shown = editor.inner_text(".manuscript.whole")
    assert "يُشكّل إعلانُ انضمام سوريا" in shown
    assert "باسل المحمد" in shown
    assert reason in editor.inner_text("#copy")
    editor.click("text=اعتماد ونشر الآن")
    editor.wait_for_selector(".review-head .state-approved")

    edition = Edition.live_at(database_now()).get(article=article)
    assert edition.approved_by.username == "editor"
    assert [person["name"] for person in edition.written_by] == ["writer"]

    reader = new_page()
    reader.goto(f"{live_server.url}/r/{article.pk}/")
    assert reader.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    page = squeezed(reader.inner_text("main"))
    assert "فرع القاهرة" in page
    blocks = squeezed(reader.inner_text(".attributions"))
    assert f"المصدر {publisher.name_ar} الكاتب إلهام النجار التاريخ 16/11/2025" in blocks
    assert "المصدر الجزيرة نت الكاتب باسل المحمد التاريخ 10/11/2025" in blocks
    assert "المقالات الأخيرة" in page
    assert "تقرير سابق" in page
    assert reader.evaluate("document.querySelectorAll('script:not([type=\"application/ld+json\"])').length") == 0
    assert len(reader.query_selector_all(".text h2")) == 4

    whole = squeezed(text_of(edition.body))
    source = plain_text.parse(REPORTS[0].read_text())
    assert len(whole) > 12_000
    assert squeezed(source.title) == edition.title

    with urlopen(f"{live_server.url}/feed/") as response:
        feed = feedparser.parse(response.read(), response_headers={k.lower(): v for k, v in response.headers.items()})
    assert not feed.bozo
    entry = next(e for e in feed.entries if e.title == edition.title)
    assert squeezed(text_of(edition.body))[:4000] in squeezed(text_of(entry.content[0].value))
    assert entry.published_parsed[:5] == edition.first_live_from.utctimetuple()[:5]
    assert entry.id == f"tag:{publisher.tag_authority}:article/{article.pk}/ar"
    assert [author.name for author in entry.authors] == ["إلهام النجار"]
