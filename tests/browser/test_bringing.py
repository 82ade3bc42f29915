"""A file is brought in a browser: dropped, and without any script; and axe on what is shown."""

import pytest

from articles.models import Article
from tests import factories as f
from tests.browser.test_axe import violations
from tests.word_files import JPEG, chart, comment, commented, docx, p, picture, report

pytestmark = [pytest.mark.browser, pytest.mark.outer, pytest.mark.django_db(transaction=True)]
DROP = """() => {
  const files = new DataTransfer();
  files.items.add(new File(["عنوان من نص\\nنص جديد طويل هنا."], "تقرير.txt", {type: "text/plain"}));
  const dropped = new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true});
  document.querySelector("[data-drop]").dispatchEvent(dropped);
}"""


@pytest.fixture
def writer():
    f.make_publisher()
    return f.make_user("w", "writer")


def test_a_word_file_becomes_a_draft_without_a_script(live_server, new_page, writer):
    page = new_page(writer, java_script_enabled=False)
    file = docx(
        report(p("فرع القاهرة"), p("نص ", commented(1, "معلق")), p(picture("ajpg", "سد")), p(chart("رسم"))),
        comments=comment(1, "راجع"),
        media={"a.jpg": JPEG},
    )
    page.goto(f"{live_server.url}/admin/")
    page.click("a.bring-file")
    page.set_input_files("[name=file]", {"name": "تقرير.docx", "mimeType": "", "buffer": file})
    page.click("form.bring [type=submit]")
    assert "16 نوفمبر 2025" in page.inner_text(".found")
    assert "رسم بياني" in page.inner_text(".lost")
    page.click("[name=make]")
    assert page.url.endswith(f"/{Article.objects.get(title_ar='عنوان التقرير').pk}/change/")


def test_a_dropped_file_fills_a_report_and_axe_finds_nothing(live_server, new_page, writer, complaints):
    article = f.make_article(by=writer)
    page = new_page(writer)
    page.goto(f"{live_server.url}/admin/bring/?article={article.pk}")
    found = violations(page)
    page.evaluate(DROP)
    page.wait_for_selector(".decide [name=field]")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    found += violations(page)
    assert page.locator(".decide [name=field]:checked").count() == 0
    page.check("[name=field][value=title_ar]")
    page.click("[name=make]")
    article.refresh_from_db()
    assert article.title_ar == "عنوان من نص"
    complaints[:] = [complaint for complaint in complaints if "inline style" not in complaint]
    assert not found, "\n".join(found)
