# ruff: noqa: E501 -- a text is easier to read in one line
"""What is pasted keeps its structure, loses its looks, and what was left out is said. Samples: clipboard/."""

from pathlib import Path

import pytest

from articles.models import Picture
from articles.press.html.reading import plain_text
from articles.press.html.sanitise import canonical
from shaf.text.web_address import straightened
from tests import factories as f
from tests.bodies import table, text_with_notes
from tests.browser.desk import data, open_editors, paste, select_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAMPLES = Path(__file__).parent / "clipboard"
LOOKS = "الألوان والخطوط"
KEPT_TEXT = "رابط واحد لا يعمل خارج مصدره (وبقي نصّه)"
ISOLATES = str.maketrans("", "", "\u2068\u2069")

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
        [
            "تعليق واحد: «يُراجع هذا العنوان» بعد «النتائج»",
            "إطار مربّع نصّ واحد (وبقي نصّه): بعد «في وورد من اليسار سهوًا.»",
            f"{KEPT_TEXT}: «الملفّ» بعد «انظر المصدر و»",
            LOOKS,
        ],
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
        ["تعليق واحد: «تعليق زميل» بعد «خاتمة»", LOOKS],
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
            "3 صور من موقع آخر (احفظها وارفعها هنا): «صورة» بعد «عنوان الخبر»، بعد «اقتباس»، بعد «اقتباس»",
            "مقطع أو رسم مضمَّن واحد: «https://video.example/1» بعد «نصّ مخفيّ»",
            "حقل استمارة واحد: «شارك» بعد «عنوان الخبر»",
            'نصّ مخفيّ واحد: «نصّ مخفيّ» بعد «وأضاف "سنرى" في 2025 م.»',
            f"{KEPT_TEXT}: «شارك» بعد «مائل ومحذوف و»",
            LOOKS,
        ],
    ),
    "word_tracked": (
        "ar",
        text_with_notes(
            "<p>ارتفع سعر القمح بنسبة <strong>9%</strong> في الربع الأول، وفق البيان{1}.</p><p>فقرة أُضيفت كلّها.</p>"
            "<p>وبقي <s>المشطوب بالتنسيق</s> كما هو.</p>",
            ["بيان الوزارة، 3 مارس."],
        ),
        [
            "3 عمليات حذف متتبَّعة (قُبلت): «كثيرًا جدًّا» بعد «ارتفع سعر القمح»، «[1]» بعد «بنسبة 9% في الربع الأول»، "
            "«فقرة حُذفت كلّها.» بعد «في الربع الأول، وفق البيان[2].»",
            "علامتا إضافتين متتبَّعتين (قُبلتا وبقي كلامهما): «بنسبة 9%» بعد «ارتفع سعر القمح»، "
            "«فقرة أُضيفت كلّها.» بعد «في الربع الأول، وفق البيان[2].»",
            LOOKS,
        ],
    ),
    "word_bare_notes": (
        "ar",
        text_with_notes(
            "<p>{1} في أول الفقرة، ثم نصّ{2} ثم نصّ آخر{3}، وحاشية لم تُنسخ[4].</p><p>في 2025 بقي [1] رقمًا في النصّ.</p>",
            ["المرجع الأول، ص. 7.", "المرجع الثاني.", "المرجع الثالث."],
        ),
        ["حاشية واحدة لم تُنسخ مع النص (وبقي رقمها): «[4]» بعد «آخر3 ، وحاشية لم تُنسخ»", LOOKS],
    ),
    # Without the rich text that Word gives beside it, none of its pictures comes along.
    "word_pictures": (
        "ar",
        "<p>الرسم الأول يبيّن الأسعار</p><p>والصورة الثانية للميناء</p><p>والثالثة من موقع وبعدها نصّ.</p>"
        "<p>ورسم بالأشكال في السطر.</p>",
        [
            "صورة واحدة من موقع آخر (احفظها وارفعها هنا): بعد «والثالثة من موقع»",
            "3 صور لم تأتِ بياناتها معها (أدرجها من ملفّاتها): «رسم الأسعار» بعد «الرسم الأول يبيّن الأسعار»، "
            "بعد «والصورة الثانية للميناء»، بعد «ورسم بالأشكال»",
            LOOKS,
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


def report(page, language: str = "ar") -> list[str]:
    """The sentence of the report, and a line for each thing."""
    box = page.locator(f".field-body_{language} .editor-report")
    return [line.translate(ISOLATES) for line in [box.locator("p").inner_text(), *box.locator("li").all_inner_texts()]]


def test_samples_keep_their_structure_and_what_is_left_out_is_said(page):
    assert set(EXPECTED) == {path.stem for path in SAMPLES.glob("*.html")}
    wrong = {}
    for name, (language, body, left_out) in EXPECTED.items():
        got = pasted(page, (SAMPLES / f"{name}.html").read_text(), language)
        said = report(page, language)
        if got != body or said != ["لم يدخل ممّا لصقتَه:", *left_out]:
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
        assert said in report(page)[1]


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
    assert "حاشية واحدة لم تُنسخ" in report(page)[1]

    body = pasted(
        page,
        '<p><a href="#one" id="toc1">الفصل الأول</a></p><h2 id="one"><a href="#toc1">الفصل الأول</a></h2><p>نصه</p>',
    )
    assert body == "<p>الفصل الأول</p><h2>الفصل الأول</h2><p>نصه</p>"


def test_a_picture_comes_with_the_rich_text_to_its_own_place(page):
    """A drawing (EMF) before it leaves its place empty, and does not take the next picture."""
    page.click("#pane-tab-ar")
    page.evaluate("() => editors.id_body_ar.focus()")
    paste(page, (SAMPLES / "word_pictures.html").read_text(), rtf=(SAMPLES / "word_pictures.rtf").read_text())
    page.wait_for_function("name => editors[name].getData().includes('/media/')", arg="id_body_ar")
    body = canonical(data(page))
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (2, 2)
    assert body.count("<img") == 1
    image = f'<img height="107" src="/media/{picture.file}" width="160">'
    assert f"والصورة الثانية للميناء</p><p>{image}</p><p>والثالثة" in body
    assert report(page)[1:3] == [
        "صورة واحدة من موقع آخر (احفظها وارفعها هنا): بعد «والثالثة من موقع»",
        "صورتان لم تأتِ بياناتهما معهما (أدرجهما من ملفّيهما): «رسم الأسعار» بعد «الرسم الأول يبيّن الأسعار»، "
        "بعد «ورسم بالأشكال»",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "file:///C:/x.png",
        "blob:https://docs.example/1",
        "cid:1@mail",
        "data:image/svg+xml,<svg/>",
        "data:image/x-emf;base64,AA==",
    ],
)
def test_a_picture_without_bytes_is_said(page, source):
    assert (
        pasted(page, f"<p>قبلها كلام</p><p><img src='{source}' alt='مخطط'></p><p>بعدها</p>")
        == "<p>قبلها كلام</p><p>بعدها</p>"
    )
    assert report(page)[1:] == ["صورة واحدة لم تأتِ بياناتها معها (أدرجها من ملفّها): «مخطط» بعد «قبلها كلام»"]


# Address as it comes → as it is kept; None: the link goes, its words stay, and that is said.
ADDRESSES = {
    "https://example.org/a b.pdf": "https://example.org/a%20b.pdf",
    "https://example.org/تقرير\u200f": "https://example.org/تقرير",
    "https://example.org\u200f": "https://example.org",
    "\u202ahttps://example.org/x": "https://example.org/x",
    "https://fa.example/می\u200cخواهم": "https://fa.example/می%E2%80%8Cخواهم",
    "tel:+20 2 2794-0000": "tel:+2022794-0000",
    "tel:+٢٠٢": "tel:+202",
    "mailto: a@b.example?subject=x y": "mailto:a@b.example?subject=x%20y",
    "javascript:alert(1)": None,
    "java\tscript:alert(1)": None,
    "\u202ajavascript:alert(1)": None,
    "data:text/html,x": None,
    "file:///C:/x.docx": None,
    "https://exa mple.org/": None,
    "//elsewhere.example/": None,
}


def test_addresses_are_straightened_as_the_server_does_it(page):
    wrong = {}
    for given, kept in ADDRESSES.items():
        assert straightened(given) == kept
        link = f'<p>قبل <a href="{given}">كلمة</a></p>'
        wanted = f'<p>قبل <a href="{kept}">كلمة</a></p>' if kept else "<p>قبل كلمة</p>"
        got, raw = pasted(page, link), data(page)
        said = [] if kept else [f"{KEPT_TEXT}: «كلمة» بعد «قبل»"]
        if got != wanted or (kept and f'href="{kept}"' not in raw) or (said and report(page)[1:] != said):
            wrong[given] = (got, raw, report(page))
    assert not wrong


def test_an_address_that_is_typed_is_straightened_at_once(page):
    for given, kept in ADDRESSES.items():
        page.evaluate("() => editors.id_body_ar.setData('<p>كلمة</p>')")
        select_all(page)
        page.evaluate("address => editors.id_body_ar.execute('link', address)", given)
        assert canonical(data(page)) == (f'<p><a href="{kept}">كلمة</a></p>' if kept else "<p>كلمة</p>"), given
        if kept:
            shown = page.locator(".field-body_ar .ck-editor__editable a").get_attribute("href")
            assert shown == kept, "it works in the editor, too"
