"""Nothing that is typed is lost: two tabs of one person and another person at one report; every way a save can fail."""

import json
import random
import re

import pytest
from playwright.sync_api import Page, expect

from articles.desk import workflow
from articles.models import Article, Autosave, Revision
from shaf.devices.models import DeskSession
from tests import factories as f
from tests.browser.desk import change_form, open_editors

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIELDS = ("title_ar", "standfirst_ar", "title_en", "key_points_en", "body_ar")
NOT_SAVED = "section.unsaved.mine"
TAKE_OVER = f"{NOT_SAVED} a.button:not(.quiet)"


@pytest.fixture
def writer():
    return f.make_user("writer", "writer", first_name="سلمى")


@pytest.fixture
def article(writer):
    return f.make_article(by=writer)


def plain(page: Page) -> Page:
    """Without the editor, whose start takes longer than all the rest: the body is typed into its text area."""
    page.context.route("**/bundle.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def type_into(page: Page, field: str, text: str) -> None:
    """Add to the field's text, as typing does."""
    page.evaluate(
        """([name, text]) => {
            const field = document.querySelector(`#article_form [name=${name}]`);
            field.value += text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        [field, text],
    )


def bare(page: Page) -> Page:
    """As `plain`, and with the browser's cache, which a route of the test's own switches off."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": ["*bundle.js"]})
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def keep(page: Page, *states: str) -> None:
    """Have the page keep what it holds now, and wait until the server has it."""
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_function(
        "states => states.includes(document.getElementById('keeping-state').dataset.state)", arg=states or ("kept",)
    )


def save(page: Page) -> None:
    with page.expect_navigation():
        page.click("#article_form input[name=_continue]")


def state(page: Page) -> str:
    return page.get_attribute("#keeping-state", "data-state") or ""


class Tab:
    """One tab at the report, and what a person may do there next."""

    def __init__(self, page: Page, url: str, chance: random.Random) -> None:
        self.page, self.url, self.chance = page, url, chance
        self.conflicts = 0
        self.page.goto(url)

    def type(self, text: str) -> None:
        field = self.chance.choice(FIELDS)
        type_into(self.page, field, f"<p>{text}</p>" if field == "body_ar" else f" {text}")

    def keep(self) -> None:
        keep(self.page, "kept", "")

    def save(self) -> None:
        for choice in self.page.query_selector_all(".conflict .choice"):
            choice.query_selector(f"input[value={self.chance.choice(['mine', 'theirs'])}]").check()
        self.press("#article_form input[name=_continue]")
        self.conflicts += self.page.locator(".conflicts").count()

    def reload(self) -> None:
        self.page.goto(self.url)

    def close(self) -> None:
        context = self.page.context
        left, self.page = self.page, bare(context.new_page())
        left.close()
        self.page.goto(self.url)

    def take_over(self) -> None:
        if self.page.query_selector(TAKE_OVER):
            self.press(TAKE_OVER)

    def press(self, what: str) -> None:
        """As a click, without the wait for the next frame, which a tab in the background is in no hurry to draw."""
        with self.page.expect_navigation():
            self.page.evaluate("what => document.querySelector(what).click()", what)

    def says(self) -> str:
        return self.page.evaluate(
            "document.body.textContent + [...document.querySelectorAll('#article_form input, #article_form textarea')]"
            ".map(field => field.value).join(' ')"
        )


ACTIONS = ["type"] * 5 + ["keep"] * 2 + ["save"] * 2 + ["reload", "close", "take_over"]


@pytest.mark.parametrize("rounds", [15, pytest.param(50, marks=pytest.mark.nightly)])
def test_interleavings_lose_no_character(live_server, new_page, writer, article, complaints, rounds):
    other = f.make_user("other", "editor", first_name="باسل")
    url = change_form(live_server, article)
    chance = random.Random(20261124)
    first, stranger = bare(new_page(writer)), bare(new_page(other))
    second = bare(first.context.new_page())
    tabs = [Tab(page, url, chance) for page in (first, second, stranger)]
    typed: list[str] = []
    for round_number in range(rounds):
        for _step in range(4):
            tab, action = chance.choice(tabs), chance.choice(ACTIONS)
            if action == "type":
                typed.append(f"ن{len(typed)}ه")
                tab.type(typed[-1])
            else:
                getattr(tab, action)()
        assert not missing(typed, tabs), (round_number, missing(typed, tabs))
    assert len(typed) > rounds
    assert Revision.objects.filter(article=article).count() > rounds / 5
    assert {revision.by for revision in Revision.objects.filter(article=article)} == {writer, other}
    assert sum(tab.conflicts for tab in tabs) > rounds / 20
    # A conflict answers 409, which the console reports, as it does that the editor was left out.
    assert all("409" in complaint or "ERR_BLOCKED" in complaint for complaint in complaints), complaints
    complaints.clear()


def missing(typed: list[str], tabs: list[Tab]) -> set[str]:
    """What is neither in a revision nor in an autosave nor on a page."""
    for _attempt in range(30):
        kept = [*Revision.objects.values_list("draft", flat=True), *Autosave.objects.values_list("draft", flat=True)]
        found = json.dumps(kept, ensure_ascii=False) + "".join(tab.says() for tab in tabs)
        lost = {text for text in typed if text not in found}
        if not lost:
            return lost
        tabs[0].page.wait_for_timeout(300)
    return lost


def test_the_session_ends_while_somebody_writes(live_server, new_page, writer, article, complaints):
    f.make_user("second", "writer")
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    page.click(".field-body_ar .ck-editor__editable p")
    page.keyboard.press("Control+End")
    DeskSession.objects.all().delete()
    page.keyboard.type(" كتبته بعد انتهاء الجلسة")
    page.keyboard.press("Control+s")
    dialog = page.locator("dialog.relogin")
    expect(dialog).to_be_visible()
    assert page.input_value("#relogin-username") == "writer"
    page.fill("#relogin-password", "wrong")
    page.keyboard.press("Enter")
    expect(dialog.locator(".errorlist li")).to_be_visible()
    assert dialog.is_visible()
    page.evaluate("document.getElementById('relogin-username').value = 'second'")
    page.fill("#relogin-password", "demo")
    page.keyboard.press("Enter")
    expect(dialog.locator(".errorlist")).to_contain_text("لحساب آخر")
    page.evaluate("document.getElementById('relogin-username').value = 'writer'")
    page.fill("#relogin-password", "demo")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "كتبته بعد انتهاء الجلسة" in Article.objects.get(pk=article.pk).body_ar
    assert not Autosave.objects.exists()
    assert all(re.search("40[013]", complaint) for complaint in complaints), complaints
    complaints.clear()


def test_a_picture_goes_up_after_a_login_in_place_and_one_too_large_takes_nothing(
    live_server, new_page, writer, article, complaints
):
    from tests.browser.test_editor import picture_bytes

    page = new_page(writer)
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.accept()))
    open_editors(page, change_form(live_server, article))
    page.click(".field-body_ar .ck-editor__editable p")
    page.keyboard.type("قبل الصورة ")
    chooser = page.locator(".field-body_ar .ck-toolbar input[type=file]").first
    chooser.set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": b"x" * 12_700_000})
    page.wait_for_function("() => editors.id_body_ar.plugins.get('FileRepository').loaders.length === 0")
    page.wait_for_timeout(200)
    assert said
    keep(page)
    assert "قبل الصورة" in Autosave.objects.get().draft["body_ar"]
    DeskSession.objects.all().delete()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.fill("#relogin-password", "demo")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.relogin")).to_be_hidden()
    chooser.set_input_files({"name": "صورة.png", "mimeType": "image/png", "buffer": picture_bytes()})
    page.wait_for_selector(".field-body_ar figure.image img[src^='/media/']")
    save(page)
    assert "قبل الصورة" in Article.objects.get(pk=article.pk).body_ar
    complaints.clear()


def test_a_failure_of_ours_a_closed_tab_and_another_evening(
    live_server, new_page, writer, article, complaints, monkeypatch
):
    page = plain(new_page(writer))
    url = change_form(live_server, article)
    page.goto(url)
    type_into(page, "title_ar", " قبل الخطأ")
    with monkeypatch.context() as broken:
        broken.setattr(workflow, "write", lambda *args, **kwargs: 1 / 0)
        save(page)
    assert "نصّك محفوظ" in page.inner_text("#content")
    assert "قبل الخطأ" in page.inner_text("#content") + page.evaluate(
        "document.querySelector('.kept-text textarea').value"
    )
    page.click(".kept-form a.closelink")
    assert "قبل الخطأ" in page.text_content(NOT_SAVED)
    page.click(f"{NOT_SAVED} a.button:not(.quiet)")
    expect(page.locator("#id_title_ar")).to_have_value(re.compile("قبل الخطأ"))
    page.wait_for_load_state()
    keep(page)

    # The lid is closed with no connection: the browser alone has it, and gives it back.
    # (The last request of a page that closes gets past the browser's own switch for that.)
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no connection')); }")
    type_into(page, "standfirst_ar", " قبل الإغلاق")
    page.wait_for_timeout(400)
    context = page.context
    page.close()
    assert "قبل الإغلاق" not in json.dumps([row.draft for row in Autosave.objects.all()], ensure_ascii=False)
    page = context.new_page()
    page.goto(url)
    page.locator(NOT_SAVED).filter(has_text="قبل الإغلاق").wait_for()
    page.locator(NOT_SAVED).filter(has_text="قبل الإغلاق").locator("a.button:not(.quiet)").click()
    expect(page.locator("#id_standfirst_ar")).to_have_value(re.compile("قبل الإغلاق"))
    save(page)
    article.refresh_from_db()
    assert "قبل الخطأ" in article.title_ar
    assert "قبل الإغلاق" in article.standfirst_ar
    page.goto(url)
    assert page.locator(NOT_SAVED).count() == 0
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('shaf.unsaved')).length") == 0
    assert all("500" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_without_a_connection(live_server, new_page, writer, article, complaints):
    page = plain(new_page(writer))
    page.goto(change_form(live_server, article))
    page.context.set_offline(True)
    type_into(page, "title_ar", " بلا اتصال")
    page.click("#article_form input[name=_continue]")
    expect(page.locator("#keeping-state")).to_have_attribute("data-state", "not_sent")
    assert "لا اتصال" in page.inner_text("#keeping-state")
    assert "بلا اتصال" in page.input_value("#id_title_ar")
    assert "بلا اتصال" in page.evaluate("Object.values(localStorage).join()")
    assert page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))"), (
        "it would ask before leaving"
    )
    page.context.set_offline(False)
    expect(page.locator("#keeping-state")).to_have_attribute("data-state", "kept")
    assert page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))"), "the server has it"
    save(page)
    article.refresh_from_db()
    assert "بلا اتصال" in article.title_ar
    assert all("ERR_INTERNET_DISCONNECTED" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_a_browser_that_keeps_nothing_goes_on_with_the_server(live_server, new_page, writer):
    page = plain(new_page(writer))
    page.add_init_script(
        """const keep = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
            if (key.startsWith("shaf.unsaved")) throw new DOMException("full", "QuotaExceededError");
            keep.call(this, key, value);
        };"""
    )
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    type_into(page, "title_ar", "تقرير لم يُحفظ")
    keep(page)
    assert Autosave.objects.get().draft["title_ar"] == "تقرير لم يُحفظ"
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    assert "تقرير لم يُحفظ" in page.text_content(NOT_SAVED)


def test_a_refused_form_keeps_what_was_typed(live_server, new_page, writer, article):
    page = plain(new_page(writer))
    page.goto(change_form(live_server, article))
    type_into(page, "standfirst_ar", " تبقى")
    page.evaluate("document.querySelector('[name=attributions-0-date]').value = '32/1'")
    save(page)
    assert page.locator(".errornote").count()
    assert "تبقى" in page.input_value("#id_standfirst_ar")
    keep(page)
    draft = Autosave.objects.get().draft
    assert "تبقى" in draft["standfirst_ar"]
    assert draft["attributions"][0]["date"] == "32/1"


def test_who_else_is_here_and_that_he_saved(live_server, new_page, writer, article):
    mine, theirs = plain(new_page(f.make_user("other", "editor", first_name="باسل"))), plain(new_page(writer))
    url = change_form(live_server, article)
    theirs.goto(url)
    type_into(theirs, "title_ar", " جديد")
    keep(theirs)
    mine.goto(url)
    expect(mine.locator("#presence bdi")).to_have_text("سلمى")
    assert mine.get_attribute("#presence", "aria-live") == "polite"
    type_into(mine, "title_en", " mine")
    keep(mine)
    save(theirs)
    mine.evaluate("window.dispatchEvent(new Event('online'))")
    moved = mine.locator("#presence .moved-on")
    expect(moved).to_contain_text("سلمى")
    with mine.expect_navigation():
        moved.locator("a").click()
    assert mine.input_value("#id_title_ar").endswith("جديد")
    assert mine.input_value("#id_title_en").endswith("mine")
    save(mine)
    article.refresh_from_db()
    assert article.title_ar.endswith("جديد")
    assert article.title_en.endswith("mine")


def test_choosing_between_two_texts_with_the_keyboard(live_server, new_page, writer, article, complaints):
    page = plain(new_page(writer))
    page.goto(change_form(live_server, article))
    type_into(page, "title_en", " mine")
    type_into(page, "body_ar", "<p>لي</p>")
    f.write(article, f.make_user(role="writer"), title_en="Theirs", body_ar="<p>لهم</p>")
    save(page)
    assert page.evaluate("document.activeElement.id") == "conflict-title"
    page.focus("#conflict-title_en input[value=mine]")
    page.keyboard.press("ArrowLeft")
    assert page.is_checked("#conflict-title_en input[value=theirs]")
    assert page.evaluate("document.querySelector('.form-row.field-title_en').inert")
    page.focus("#conflict-title_en [data-by-hand]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_title_en", (
        "the English pane is open, the field has the focus"
    )
    page.keyboard.press("End")
    page.keyboard.type(" and theirs")
    page.check("#conflict-body_ar input[value=theirs]")
    save(page)
    article.refresh_from_db()
    assert article.title_en.endswith("mine and theirs")
    assert article.body_ar == "<p>لهم</p>"
    assert "لي" in Autosave.objects.get().draft["body_ar"], "what was given up is kept for a month"
    assert all("409" in complaint for complaint in complaints), complaints
    complaints.clear()
