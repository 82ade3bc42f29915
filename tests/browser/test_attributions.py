"""The attribution by keyboard alone, and the counts that the form says while one writes."""

import pytest

from articles.desk.article import draft
from articles.models import Article
from articles.templatetags.typography import WORDS_A_MINUTE
from authors.models import Author
from shaf.text import arabic
from tests import factories as f
from tests.browser.desk import open_editors

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADD = "/admin/articles/article/add/"
NAMES = ".byline .people bdi"
TEXTS = [
    "يُعدّ القرارُ تحوّلًا مفصليًا، وله نتيجتان (2025).",
    "الـعـربـيـة ووَلَدٌ وَ ‹قسد› — «داعش»؛ كـ”خائن” و12.5٪",
    "It’s state-of-the-art: 3 words, l'été, naïve_case",
    "مُؤَسَّسَاتٌ‏ \u200fUN\u200e والأمم المتّحدة ١٢٣",
    "",
]


def tab_to(page, selector: str, *, back: bool = False) -> None:
    """Press Tab until the focus is there."""
    for _press in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def pick(page, typed: str, option: str) -> None:
    """Type into the search field, once it has the focus, and take the first entry of the list that comes."""
    page.wait_for_function("() => document.activeElement.matches('.select2-search__field')")
    page.keyboard.type(typed)
    page.wait_for_selector(f".select2-results__option--highlighted:has-text('{option}')")
    page.keyboard.press("Enter")
    if option == "أضف":
        confirm_names(page)


def confirm_names(page, other: str = "") -> None:
    """In the panel of a new name, which asks for the other language, too."""
    page.wait_for_function("() => document.activeElement.matches('.question input')")
    assert "اختياري" in page.inner_text(".question label:has(input:focus)")
    page.keyboard.type(other)
    page.keyboard.press("Enter")


def test_a_whole_attribution_by_keyboard(live_server, new_page, complaints):
    publisher, elham, basel = f.make_publisher(), f.make_author(), f.make_author("باسل المحمد", "Basel")
    news = f.make_source()
    page = new_page(f.make_user(role="writer"))
    open_editors(page, live_server.url + ADD)
    page.focus("#id_title_ar")
    page.keyboard.type("أمن البحر الأحمر")
    page.focus("#id_cover, .picture-picker button")

    # The byline: found, added on the spot, recognised, put in order.
    tab_to(page, ".byline .field-authors .select2-search__field")
    pick(page, "الهام", "إلهام النجار")
    pick(page, "د. رانيا الشريف", "أضف")
    page.wait_for_function("n => document.querySelectorAll('.byline .people li').length === n", arg=2)
    page.keyboard.type("باسل محمد")
    page.wait_for_selector(".select2-results__option--highlighted:has-text('باسل المحمد')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    confirm_names(page, "Basil Mohamed")
    page.wait_for_function("() => document.activeElement.matches('.question button')")
    assert "باسل محمد" in page.inner_text(".question p")
    assert "409" in complaints.pop()
    page.keyboard.press("Enter")
    page.wait_for_function("n => document.querySelectorAll('.byline .people li').length === n", arg=3)
    assert page.locator(NAMES).all_inner_texts() == ["إلهام النجار", "رانيا الشريف", "باسل المحمد"]
    tab_to(page, ".byline .people li:nth-child(3) .up", back=True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.byline .people li:nth-child(2) .up')")
    assert "2" in page.inner_text("[data-status]")
    page.keyboard.press("Space")
    assert page.locator(NAMES).all_inner_texts() == ["باسل المحمد", "إلهام النجار", "رانيا الشريف"]

    # Two references; the second is moved before the first.
    for typed, option, day, title in (
        ("الجزيره", "الجزيرة نت", "١٠/١١/٢٠٢٥", "أول"),
        ("رويترز", "أضف", "9 نوفمبر 2025", "ثان"),
    ):
        tab_to(page, ".add-row")
        page.keyboard.press("Enter")
        row = ".rows > li:last-child"
        assert page.evaluate("row => document.activeElement.matches(`${row} .field-source .select2-selection`)", row)
        page.keyboard.press("Enter")
        pick(page, typed, option)
        name = typed if option == "أضف" else option
        page.wait_for_selector(f"{row} .field-source .select2-selection__rendered:has-text('{name}')")
        tab_to(page, f"{row} .vDateField")
        page.keyboard.type(day)
        tab_to(page, f"{row} .field-title input")
        page.keyboard.type(title)
    assert page.locator(".rows > li:last-child .field-date input").input_value() == "09/11/2025"
    tab_to(page, ".rows > li:last-child .up", back=True)
    page.keyboard.press("Enter")
    assert page.locator(".reference .row-name").all_inner_texts() == ["المرجع 1", "المرجع 2"]
    tab_to(page, "input[name=_continue]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/**")

    rania = Author.objects.get(name_ar="رانيا الشريف")
    assert rania.honorific_ar == "د."
    byline, *references = draft.read(Article.objects.get())["attributions"]
    assert (byline["source"], byline["authors"]) == (publisher.pk, [basel.pk, elham.pk, rania.pk])
    assert [(row["title"], row["date"]) for row in references] == [("ثان", "2025-11-09"), ("أول", "2025-11-10")]
    assert references[1]["source"] == news.pk
    assert page.locator(NAMES).all_inner_texts() == ["باسل المحمد", "إلهام النجار", "رانيا الشريف"]

    # What is removed can be brought back, and others hear of it as of any change.
    page.evaluate("heard = []; document.addEventListener('change', (event) => heard.push(event.target.name))")
    page.click(".reference .remove >> nth=0")
    assert "سيُحذف" in page.inner_text(".reference .gone >> nth=0")
    page.keyboard.press("Enter")
    page.click(".reference .remove >> nth=1")
    page.select_option("#id_attributions-1-title_language", "en")
    assert page.get_attribute("#id_attributions-1-title", "dir") == "ltr"
    assert {"attributions-1-DELETE", "attributions-2-DELETE"} <= set(page.evaluate("heard"))
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert [row["title"] for row in draft.read(Article.objects.get())["attributions"]] == ["", "ثان"]

    # Counts: the rule is the server's, and the plural Arabic.
    counted = page.evaluate("texts => texts.map((text) => ShafCounts.words(text))", TEXTS)
    assert counted == [arabic.count_words(text) for text in TEXTS]
    assert page.evaluate("ShafCounts.WORDS_A_MINUTE") == WORDS_A_MINUTE
    page.evaluate("editors.id_body_ar.setData('<p>' + 'كلمة '.repeat(500) + '</p>')")
    page.wait_for_selector(".field-body_ar .count:has-text('500 كلمة · 3 دقائق قراءة')")
    page.fill("#id_title_ar", "ع" * 95)
    assert "95 حرفًا" in page.inner_text("#id_title_ar_count")


def test_a_name_that_arrives_late_takes_no_words(live_server, new_page):
    """Whoever adds a name and goes on writes where he went, however long the server takes."""
    f.make_publisher()
    page = new_page(f.make_user(role="writer"))
    held = []
    page.route("**/admin/names/source/", lambda route: held.append(route))
    open_editors(page, live_server.url + ADD)
    page.click(".add-row")
    page.keyboard.press("Enter")
    pick(page, "رويترز", "أضف")
    tab_to(page, ".rows > li:last-child .field-title input")
    page.keyboard.type("أمن البحر")
    held.pop().continue_()
    page.wait_for_selector(".field-source .select2-selection__rendered:has-text('رويترز')")
    page.keyboard.type(" الأحمر")
    assert page.locator(".rows > li:last-child .field-title input").input_value() == "أمن البحر الأحمر"


def test_the_panes(live_server, new_page):
    """State on the tab, the arrow keys, the pane remembered for each report, no sideways scroll on a telephone."""
    f.make_publisher()
    writer = f.make_user(role="writer")
    first, second = f.make_article(by=writer, languages=["ar"]), f.make_article(by=writer)
    page = new_page(writer, viewport={"width": 390, "height": 800})
    open_editors(page, f"{live_server.url}/admin/articles/article/{first.pk}/change/")
    assert "مسودة" in page.inner_text("#pane-tab-ar")
    assert "لا نص بعد" in page.inner_text("#pane-tab-en")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.focus("#pane-tab-ar")
    page.keyboard.press("ArrowLeft")
    assert page.is_visible("#id_title_en")
    assert not page.is_visible("#id_title_ar")
    page.reload()
    assert page.is_visible("#id_title_en")
    page.goto(f"{live_server.url}/admin/articles/article/{second.pk}/change/")
    assert page.is_visible("#id_title_ar")
