# ruff: noqa: E501 -- a text is easier to read in one line
"""What is pasted keeps its structure, loses its looks, and what was left out is said. Samples: clipboard/."""

from pathlib import Path

import pytest

from articles.press.html import plain_text
from articles.press.sanitise import canonical
from tests import factories as f
from tests.bodies import table, text_with_notes
from tests.browser.desk import data, open_editors, paste

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAMPLES = Path(__file__).parent / "clipboard"
LOOKS = "الألوان والخطوط"
KEPT_TEXT = "رابط واحد لا يعمل خارج مصدره (وبقي نصّه)"

# Sample → the language it is pasted into, the body it becomes, what is said to be left out.
EXPECTED = {
    "word_ar": (
        "ar",
        text_with_notes(
            '<h2>أولًا: الخلفية</h2><p>في عام ٢٠٢٤ ارتفع السعر من 12.5 إلى ١٤٫٧٥ جنيهًا{1}، وقال: "لن نتراجع" و‹كذلك›، '
            'وأكّد <strong>البيان</strong> ذلك في <span dir="ltr" lang="en">Foreign Affairs</span>.</p><h3>النتائج</h3>'
            "<ol><li>سياسية<ul><li>داخلية{2}</li><li>خارجية</li></ul></li><li>اقتصادية</li></ol>"
            + table(
                "<tbody><tr><td><strong>السنة</strong></td><td><strong>النسبة</strong></td></tr>"
                "<tr><td>٢٠٢٣</td><td>٪٣٫٥</td></tr></tbody>"
            )
            + '<p dir="ltr"><span lang="en">The board met in Cairo</span>{1}<span lang="en">.</span></p>'
            "<p>فقرة عربية اتجاهها في وورد من اليسار سهوًا.</p>"
            '<p>انظر <a href="https://example.org/تقرير?a=1&amp;b=2">المصدر</a> والملفّ.</p><p>نصّ في مربّع</p>',
            [
                'نشرة <i>البنك</i>، ص. ٤٢، <a href="https://example.org/n"><span dir="ltr" lang="en">example.org</span></a>.',
                "<p>مقابلة أُجريت في ٣ مارس.</p><p>وتتمّتها.</p>",
            ],
        ),
        ["تعليق واحد", "إطار مربّع نصّ واحد (وبقي نصّه)", LOOKS, KEPT_TEXT],
    ),
    "word_en": (
        "en",
        text_with_notes(
            "<h2>Findings</h2><p>He said “we won't” – twice{1}; the <i>Review</i> "
            '(<span dir="rtl" lang="ar">المجلة</span>) reported 1,250 cases in 3½ years.</p>'
            "<ul><li>First<ol><li>Nested</li></ol></li><li>Second</li></ul>",
            ["Interview, <strong>Cairo</strong>, 2024."],
        ),
        [LOOKS],
    ),
    "google_docs": (
        "ar",
        text_with_notes(
            '<h2>مدخل</h2><p><strong>بلغ العدد ١٢٣</strong> وفق <a href="https://example.org/a">التقرير</a>{1}.</p>'
            "<ul><li>أول<ul><li>فرع</li></ul></li><li><i>ثانٍ</i></li></ul>"
            + table("<tbody><tr><td>أ</td><td>ب</td></tr></tbody>")
            + "<p>خاتمة</p>",
            ["حاشية من المستند"],
        ),
        ["تعليق واحد", LOOKS],
    ),
    "libreoffice": (
        "ar",
        text_with_notes(
            "<h2>تمهيد</h2><p>نصّ أول{1}، وتتمّة{2}.</p><ol><li>بند<ol><li>فرع</li></ol></li><li>بند ثانٍ</li></ol>"
            '<p dir="ltr" lang="en">An English paragraph.</p>',
            ["المرجع الأول، ص. 7.", "المرجع الثاني."],
        ),
        [LOOKS],
    ),
    "word_online": (
        "ar",
        "<p>فقرة قبل القائمة</p><ul><li><strong>أول</strong><ul><li>فرع</li></ul></li><li>ثانٍ</li></ul>",
        [LOOKS],
    ),
    "web_page": (
        "ar",
        text_with_notes(
            "<h2>عنوان الخبر</h2><p>تعليق الصورة</p>"
            '<p>قال المتحدّث: «لا تعليق»{1}، وأضاف "سنرى" في 2025&nbsp;م.</p><h3>خلفية</h3>'
            "<blockquote><p>اقتباس</p></blockquote>"
            '<p><i>مائل</i> و<s>محذوف</s> وشارك <a href="https://news.example/b?utm=1">خبر سابق</a></p>',
            ["وكالة الأنباء، 12 مايو."],
        ),
        [
            "3 صور من موقع آخر (احفظها وارفعها هنا)",
            "مقطع أو رسم مضمَّن واحد",
            "حقل استمارة واحد",
            "نصّ مخفيّ واحد",
            LOOKS,
            KEPT_TEXT,
        ],
    ),
}


@pytest.fixture
def page(live_server, new_page, complaints):
    page = new_page(f.make_user(role="writer"))
    page.route("**/autosave/**", lambda route: route.fulfill(json={}))
    open_editors(page, f"{live_server.url}/admin/articles/article/add/")
    yield page
    # The browser reports what it did not apply, or run, of what was pasted.
    expected = ("Applying inline style", "Executing inline event handler")
    complaints[:] = [complaint for complaint in complaints if not any(words in complaint for words in expected)]


def pasted(page, html: str, language: str = "ar") -> str:
    page.click(f"#pane-tab-{language}")
    page.evaluate("name => { editors[name].setData(''); editors[name].focus(); }", f"id_body_{language}")
    paste(page, html, language)
    return canonical(data(page, language))


def report(page, language: str = "ar") -> str:
    return page.inner_text(f".field-body_{language} .editor-report p")


def test_samples_keep_their_structure_and_what_is_left_out_is_said(page):
    assert set(EXPECTED) == {path.stem for path in SAMPLES.glob("*.html")}
    wrong = {}
    for name, (language, body, left_out) in EXPECTED.items():
        got = pasted(page, (SAMPLES / f"{name}.html").read_text(), language)
        said = report(page, language)
        if got != body or said != f"لم يدخل ممّا لصقتَه: {'، '.join(left_out)}.":
            wrong[name] = (got, said)
    assert not wrong


def test_the_report_can_be_closed_and_says_nothing_where_nothing_is_left_out(page):
    assert not page.is_visible(".field-body_ar .editor-report")
    pasted(page, "<p>نص <b>غامق</b></p>")
    assert not page.is_visible(".field-body_ar .editor-report")
    pasted(page, '<p><font color="red">نص</font></p>')
    assert page.get_attribute(".field-body_ar .editor-report", "role") == "status"
    page.click(".field-body_ar .editor-report button")
    assert not page.is_visible(".field-body_ar .editor-report")
    # Two, eleven and more, a hundred: as Arabic counts.
    for number, said in ((2, "صورتان من"), (11, "11 صورةً من"), (100, "100 صورة من")):
        pasted(page, "<p>نص</p>" + '<p><img src="https://elsewhere.example/x.png"></p>' * number)
        assert said in report(page)


def test_no_letter_digit_or_mark_is_changed(page):
    text = (
        "١٢٣ 123 ۴۵۶ ٪٣٫٥ \"a\" 'b' “c” «د» ... … -- – — می\u200cخواهم \u200f(نص)\u200e \u2067عزل\u2069 الرّحمٰن ـ ﷺ ½ ﻻ"
    )
    for html in (
        f"<p>{text}</p>",
        f"<html><head><meta name=Generator content='Microsoft Word 15'></head><body><p>{text}</p></body></html>",
    ):
        assert plain_text(pasted(page, html)) == text
    # The number of a note that was not copied along is text, too.
    body = pasted(page, '<p>نص<a href="#_ftn4" name="_ftnref4">[4]</a> وبقيته</p>')
    assert body == "<p>نص[4] وبقيته</p>"
    assert "حاشية واحدة لم تُنسخ" in report(page)

    body = pasted(
        page,
        '<p><a href="#one" id="toc1">الفصل الأول</a></p><h2 id="one"><a href="#toc1">الفصل الأول</a></h2><p>نصه</p>',
    )
    assert body == "<p>الفصل الأول</p><h2>الفصل الأول</h2><p>نصه</p>"
