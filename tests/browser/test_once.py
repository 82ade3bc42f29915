"""Two clicks, Ctrl+S twice and the way back, in a browser: one report, one topic, and one sentence about it."""

import time

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.desk import workflow
from articles.models import Article, PreviewLink, ReviewNote, Transition
from authors.models import Topic
from shaf.once import answering
from tests import factories as f
from tests.browser.desk import change_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BETWEEN = 120  # ms
# With scripts, without the one that is a courtesy, without any.
ALL, NO_COURTESY, NONE = "scripts", "no courtesy", "no script"


@pytest.fixture(autouse=True)
def slow(monkeypatch):
    """A server that takes its time, so that the second click is made while the first is under way."""
    answer = answering._answer

    def slowly(*args, **kwargs):
        time.sleep(0.4)
        return answer(*args, **kwargs)

    monkeypatch.setattr(answering, "_answer", slowly)


@pytest.fixture
def writer():
    f.make_publisher()
    return f.make_user("writer", "writer")


def opened(new_page, user, scripts: str = ALL) -> Page:
    page = new_page(user, java_script_enabled=scripts != NONE)
    page.context.route("**/bundle.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    if scripts == NO_COURTESY:
        page.context.route("**/once.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def twice(page: Page, button: Locator) -> None:
    """Two clicks on the place where the button stands, whatever becomes of the page meanwhile."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    for _click in range(2):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(BETWEEN)


def said(page: Page, *sentences: str) -> None:
    told = page.locator("ul.messagelist li")
    expect(told).to_have_count(len(sentences), timeout=20_000)
    for place, sentence in enumerate(sentences):
        expect(told.nth(place)).to_contain_text(sentence)


@pytest.mark.parametrize(
    ("scripts", "button"), [(ALL, "_continue"), (NO_COURTESY, "_save"), (NO_COURTESY, "_continue"), (NONE, "_continue")]
)
def test_two_clicks_on_a_button_of_a_new_report(live_server, new_page, writer, scripts, button):
    page = opened(new_page, writer, scripts)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.fill("[name=title_ar]", "تقرير جديد")
    twice(page, page.locator(f"#article_form [name={button}]"))
    said(page, "تمت إضافة تقرير")
    assert Article.objects.count() == 1


@pytest.mark.parametrize("scripts", [NO_COURTESY, NONE])
def test_two_clicks_send_it_to_review_and_nothing_else_is_said(live_server, new_page, writer, scripts):
    article = f.make_article(by=writer)
    page = opened(new_page, writer, scripts)
    page.goto(change_form(live_server, article))
    twice(page, page.locator("#article_form [name=_submit_ar]"))
    said(page, "حُفظ التقرير وأُرسل إلى المراجعة")
    assert article.tracks.get(language="ar").state == "review"
    assert Transition.objects.filter(verb="submit").count() == 1


@pytest.mark.parametrize("scripts", [ALL, NO_COURTESY])
def test_ctrl_s_twice(live_server, new_page, writer, scripts):
    page = opened(new_page, writer, scripts)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.fill("[name=title_ar]", "تقرير جديد")
    for _press in range(2):
        page.keyboard.press("Control+s")
        page.wait_for_timeout(BETWEEN)
    said(page, "تمت إضافة تقرير")
    assert Article.objects.count() == 1


@pytest.mark.parametrize("scripts", [ALL, NONE])
def test_two_clicks_in_the_register(live_server, new_page, scripts):
    page = opened(new_page, f.User.objects.create_superuser("boss"), scripts)
    page.goto(f"{live_server.url}/admin/authors/topic/add/")
    page.fill("[name=name_ar]", "الأمن المائي")
    twice(page, page.locator("[name=_save]"))
    said(page, "الأمن المائي")
    assert Topic.objects.count() == 1


def test_back_to_a_form_that_was_sent_and_again(live_server, new_page, complaints):
    page = opened(new_page, f.User.objects.create_superuser("boss"))
    page.goto(f"{live_server.url}/admin/authors/topic/add/")
    page.fill("[name=name_ar]", "الأمن المائي")
    page.click("[name=_save]")
    said(page, "الأمن المائي")
    page.go_back()
    expect(page.locator("[name=name_ar]")).to_have_value("الأمن المائي")
    page.click("[name=_save]")
    page.wait_for_url("**/admin/authors/topic/")
    assert Topic.objects.count() == 1
    page.go_back()
    page.fill("[name=name_ar]", "الأمن الغذائي")
    page.click("[name=_save]")
    expect(page.locator("h1")).to_contain_text("سبق إرسال هذا النموذج", timeout=20_000)
    assert Topic.objects.count() == 1
    # Chromium tells its console of every answer that is a 409.
    assert "409" in complaints.pop()
    page.click(".kept-form input[type=submit]")
    said(page, "الأمن الغذائي")
    assert Topic.objects.count() == 2


def test_back_to_a_new_reports_form_is_the_same_report_or_an_empty_form(live_server, new_page, writer):
    page = opened(new_page, writer)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.fill("[name=title_ar]", "تقرير جديد")
    page.click("#article_form [name=_continue]")
    said(page, "تمت إضافة تقرير")
    page.go_back()
    page.wait_for_timeout(500)
    before = page.input_value("[name=title_ar]")
    page.fill("[name=title_ar]", "تقرير جديد وأدقّ")
    page.click("#article_form [name=_continue]")
    page.wait_for_url("**/change/")
    assert Article.objects.count() == (1 if before else 2)
    assert Article.objects.latest("pk").title_ar == "تقرير جديد وأدقّ"


@pytest.mark.parametrize("scripts", [ALL, NO_COURTESY, NONE])
def test_two_clicks_on_the_review_screen(live_server, new_page, writer, scripts):
    article = f.make_article(by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    page = opened(new_page, f.make_user("editor", "editor"), scripts)
    url = f"{live_server.url}/admin/articles/article/{article.pk}/review/ar/"
    page.goto(url)
    form = page.locator("form.new-remark:visible").first
    if not form.count():
        page.locator("details:has(form.new-remark) > summary").first.click()
    form.locator("textarea").fill("راجع هذا الرقم.")
    twice(page, form.locator("button[type=submit]"))
    said(page, "أُضيفت الملاحظة")
    assert ReviewNote.objects.count() == 1
    page.goto(url)
    back = page.locator("#send-back")
    if not back.is_visible():
        page.locator("details:has(#send-back) > summary").click()
    back.locator("textarea").fill("راجع الأرقام.")
    twice(page, back.locator("[type=submit]"))
    said(page, "أُعيد التقرير إلى الكاتب")
    assert Transition.objects.filter(verb="send_back").count() == 1


def test_two_clicks_make_one_preview_link(live_server, new_page, writer):
    article = f.make_article(by=writer)
    page = opened(new_page, writer, NONE)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/previews/")
    twice(page, page.locator("form.share input[type=submit]"))
    said(page, "الرابط")
    assert PreviewLink.objects.count() == 1
