"""The copy check beside the text while somebody writes."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, LeftFinding
from tests import factories as f
from tests.browser.desk import change_form, data, open_editors
from tests.browser.test_axe import violations

TYPE = """() => {
    const { model } = editors.id_body_ar;
    model.change((writer) => writer.insertText(" و لا", model.document.getRoot().getChild(2), "end"));
}"""
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOTED = (
    "<p>قال 😀 و مضى <strong>فى طريقه ، وحيدًا</strong>.</p>"
    "<table><tbody><tr><td>مصر و السودان</td></tr></tbody></table>"
    '<p>سليمة.<a class="footnote-ref" href="#fn-1" role="doc-noteref"><sup>1</sup></a></p>'
    '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1"><p>انظر التقرير ، ص 3.</p></li></ol></section>'
)


def test_marks_stand_beside_what_is_written_and_repair_it(live_server, new_page, complaints):
    writer = f.make_user("w", "writer", first_name="سلمى")
    f.make_publisher()
    article = f.make_article(by=writer, title_ar="مياه ، ونيل", body_ar=NOTED, title_en="Water , a reading")
    asked = []
    page = new_page(writer)
    page.on("request", lambda request: asked.append(request.post_data) if "/copy/marks/" in request.url else None)
    open_editors(page, change_form(live_server, article))
    body = page.locator(".field-body_ar .copy-chip")
    expect(body).to_have_count(3)
    expect(body.first).to_have_text("3")
    before = data(page)
    assert "copy" not in before

    # Typing in one block asks about that block alone.
    asked.clear()
    page.evaluate(TYPE)
    expect(body).to_have_count(4)
    assert len(asked) == 1
    assert "السودان" not in asked[0]
    page.evaluate("editors.id_body_ar.execute('undo')")
    expect(body).to_have_count(3)
    assert data(page) == before

    # A repair is one step of the editor's own, within bold and behind a letter of two units.
    body.first.click()
    card = page.locator(".copy-card")
    expect(card).to_be_focused()
    assert [found for found in violations(page) if "copy-" in found] == []
    # Axe tries a style of its own, which the policy of the page refuses.
    complaints[:] = [complaint for complaint in complaints if "inline style" not in complaint]
    card.locator("li", has_text="واو العطف").locator("button.repair").click()
    expect(body.first).to_have_text("2")
    assert data(page) == before.replace("😀 و مضى", "😀 ومضى")
    body.first.click()
    card.locator("li", has_text="قبل علامة").locator("button.repair").click()
    expect(body.first).to_have_text("1")
    assert "<strong>فى طريقه، وحيدًا</strong>" in data(page)
    page.evaluate("editors.id_body_ar.execute('undo')")
    assert data(page) == before.replace("😀 و مضى", "😀 ومضى")

    # All that is safe in a block is one step, too.
    page.evaluate("editors.id_body_ar.execute('undo')")
    expect(body.first).to_have_text("3")
    body.first.click()
    card.locator(".foot button").first.click()
    mended = before.replace("😀 و مضى", "😀 ومضى").replace("طريقه ،", "طريقه،")
    expect(body.first).to_have_text("1")
    assert data(page) == mended
    page.evaluate("editors.id_body_ar.execute('undo')")
    assert data(page) == before
    page.evaluate("editors.id_body_ar.execute('redo')")
    assert data(page) == mended

    # What is left is stored with its reason, at once, and its mark goes.
    body.nth(1).click()
    card.locator("summary").click()
    card.locator("details button").click()
    expect(card.locator(".error")).not_to_be_empty()
    card.locator("textarea").fill("كذا في الجدول الأصلي")
    card.locator("details button").click()
    expect(body).to_have_count(2)
    row = LeftFinding.objects.get()
    assert (row.rule, row.field, row.reason, row.by) == ("SP05", "body", "كذا في الجدول الأصلي", writer)

    # Boxes of plain text, in the other language too; Escape leads back.
    title = page.locator(".field-title_ar .copy-chip")
    title.click()
    page.keyboard.press("Escape")
    expect(title).to_be_focused()
    title.click()
    card.locator("button.repair").click()
    expect(page.locator("#id_title_ar")).to_have_value("مياه، ونيل")
    expect(title).to_have_count(0)
    page.get_by_role("tab", name="English").click()
    expect(page.locator(".field-title_en .copy-chip")).to_be_visible()

    # The repairs are theirs, once they save.
    with page.expect_navigation():
        page.get_by_role("button", name="حفظ", exact=True).click()
    saved = Article.objects.get(pk=article.pk)
    assert saved.title_ar == "مياه، ونيل"
    assert "😀 ومضى" in saved.body_ar
    assert saved.revisions.order_by("-version")[0].by == writer
