"""An editor reads, remarks and decides with the keyboard alone; a writer resolves without losing what he types."""

import pytest

from articles.desk import workflow
from articles.models import Article, ReviewNote, Track
from articles.press.models import Edition
from tests import factories as f
from tests.browser.desk import change_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article():
    f.make_publisher()
    writer = f.make_user("writer", "writer")
    article = f.make_article(by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    return article


def screen(server, article: Article) -> str:
    return f"{server.url}/admin/articles/article/{article.pk}/review/ar/"


def tab_to(page, selector: str, presses: int = 80) -> None:
    """Press Tab until the focus is there."""
    for _press in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_an_editor_remarks_and_decides_by_keyboard(live_server, new_page, article):
    page = new_page(f.make_user("editor", "editor"))
    page.goto(screen(live_server, article))
    assert "تحوّلًا مفصليًا" in page.inner_text(".reading")
    frame = page.frame_locator(".preview iframe")
    page.locator(".preview iframe").scroll_into_view_if_needed()
    assert frame.locator("h1").inner_text() == article.title_ar

    tab_to(page, "#block-4 summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("كم نتيجة؟")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#block-4 .remark")
    assert "كم نتيجة؟" in page.inner_text("#block-4")
    assert "done" not in page.url
    note = ReviewNote.objects.get()
    assert note.quote.startswith("يُعدّ القرارُ")

    tab_to(page, "#block-4 .on-a-remark button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=عولجت الملاحظة")

    # A reason half typed outlives a decision refused, and going away.
    page.locator("[name=reason]").focus()
    page.keyboard.type("سبب لم يكتمل")
    page.locator("#id_approve_at_0").fill("24/11/2020")
    page.locator("#id_approve_at_1").fill("9:00")
    tab_to(page, "button[data-at]")
    page.wait_for_function(
        "text => document.activeElement.textContent === text",
        arg="اعتماد ونشر يوم الثلاثاء 24 نوفمبر 2020، 09:00 بتوقيت القاهرة",
    )


def test_what_was_typed_is_there_after_a_refusal_and_approving_works(live_server, new_page, article, complaints):
    page = new_page(f.make_user("editor", "editor"))
    page.goto(screen(live_server, article))
    page.fill("[name=reason]", "سبب لم يكتمل")
    page.fill("#id_approve_at_0", "24/11/2020")
    page.fill("#id_approve_at_1", "09:00")
    page.locator("button[data-at]").press("Enter")
    page.wait_for_selector(".review-head .errorlist")
    assert page.input_value("[name=reason]") == "سبب لم يكتمل"
    assert page.input_value("#id_approve_at_0") == "24/11/2020"
    assert "409" in complaints.pop()

    page.locator("text=اعتماد ونشر الآن").press("Enter")
    page.wait_for_selector(".review-head .state-approved")
    assert Edition.objects.get(article=article).approved_by.username == "editor"


def test_a_writer_resolves_in_place(live_server, new_page, article):
    workflow.remark(article.pk, "ar", by=f.make_user("editor", "editor"), text="راجع العدد")
    workflow.take_back(article.pk, "ar", by=f.User.objects.get(username="writer"))
    page = new_page(f.User.objects.get(username="writer"))
    page.goto(change_form(live_server, article))
    page.fill("#id_title_ar", "عنوان لم يُحفظ بعد")
    page.locator(".on-a-remark button").press("Enter")
    page.wait_for_selector(".remarks", state="detached")
    assert page.input_value("#id_title_ar") == "عنوان لم يُحفظ بعد"
    assert ReviewNote.objects.get().resolved_by.username == "writer"
    assert Track.objects.get(article=article, language="ar").state == "draft"
