"""The editor at the desk: its language and direction, and that nothing it offers is lost when it is saved."""

import base64
import io

import pytest
from PIL import Image

from articles.models import Article, Picture
from articles.press.html.sanitise import canonical
from tests import factories as f
from tests.bodies import table, text_with_notes
from tests.browser.desk import change_form, data, open_editors, paste, press, select_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NATIVE = {"ar": "نص من الكلمات", "en": "Some words of text"}


def picture_bytes(colour=(20, 90, 110)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def page(live_server, new_page):
    page = new_page(f.make_user(role="writer"))
    open_editors(page, f"{live_server.url}/admin/articles/article/add/")
    return page


def set_data(page, html: str, language: str) -> None:
    page.evaluate("([name, html]) => editors[name].setData(html)", [f"id_body_{language}", html])


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_arabic_labels_around_text_in_its_own_direction(page, language, direction):
    look = page.evaluate(
        """name => {
            const view = editors[name].ui.view;
            const root = view.editable.element;
            return {
                ui: view.element.dir,
                content: [root.lang, getComputedStyle(root).direction],
                labels: [...view.toolbar.items].flatMap(item => [item.label, item.buttonView?.label]).filter(Boolean),
            };
        }""",
        f"id_body_{language}",
    )
    assert look["ui"] == "rtl"
    assert look["content"] == [language, direction]
    assert {"عريض", "رابط", "اقتباس", "إدراج جدول", "قائمة نقطية"} <= set(look["labels"])
    assert not [label for label in look["labels"] if label.isascii()]


def test_the_seal_stands_before_the_bundle(page):
    scripts = page.evaluate("[...document.scripts].map(script => script.src)")
    places = [
        next(i for i, src in enumerate(scripts) if name in src)
        for name in ("seal", "paste", "clean", "editor/writing", "footnotes", "bundle")
    ]
    assert places == sorted(places)
    assert page.evaluate("Object.isExtensible(Object.prototype)") is False
    # Libraries give objects methods of these names.
    assert page.evaluate("(() => { 'use strict'; const o = {}; o.toString = () => 'own'; return `${o}`; })()") == "own"
    assert (
        page.evaluate("(() => { try { Object.prototype.toString = 1; } catch {} return typeof ({}).toString; })()")
        == "function"
    )


# What is pressed (command and argument, or the name of a toolbar button) and what it must leave in the stored text.
COMMANDS = [
    ("heading", {"value": "heading2"}, "<h2>{}</h2>"),
    ("heading", {"value": "heading3"}, "<h3>{}</h3>"),
    ("heading", {"value": "heading4"}, "<h4>{}</h4>"),
    ("bold", None, "<strong>{}</strong>"),
    ("underline", None, "<u>{}</u>"),
    ("superscript", None, "<sup>{}</sup>"),
    ("subscript", None, "<sub>{}</sub>"),
    ("link", "https://example.org/", '<a href="https://example.org/">{}</a>'),
    ("bulletedList", None, "<ul><li>{}</li></ul>"),
    ("numberedList", None, "<ol><li>{}</li></ol>"),
    ("blockQuote", None, "<blockquote><p>{}</p></blockquote>"),
    ("alignment", {"value": "center"}, '<p class="ta-center">{}</p>'),
]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_a_command_does_survives_saving(page, language):
    lost = []
    for command, argument, wanted in COMMANDS:
        set_data(page, f"<p>{NATIVE[language]}</p>", language)
        select_all(page, language)
        page.evaluate(
            "([name, command, argument]) => editors[name].execute(command, argument ?? undefined)",
            [f"id_body_{language}", command, argument],
        )
        written = canonical(data(page, language))
        if written != wanted.format(NATIVE[language]) and wanted.format(NATIVE[language]) not in written:
            lost.append((command, argument, written))
    assert not lost


def test_other_commands_survive_saving(page):
    run = "([command, argument]) => editors.id_body_ar.execute(command, argument ?? undefined)"
    set_data(page, "<p>نص</p>", "ar")
    select_all(page)
    page.evaluate("name => editors[name].execute('italic')", "id_body_ar")
    assert canonical(data(page)) == "<p><i>نص</i></p>"
    page.evaluate(run, ["removeFormat", None])
    assert canonical(data(page)) == "<p>نص</p>"
    page.evaluate(run, ["insertTable", {"rows": 2, "columns": 2, "headingRows": 1}])
    page.evaluate(run, ["toggleTableCaption", {"focusCaptionOnShow": True}])
    page.keyboard.type("جدول")
    table = canonical(data(page))
    assert table.count("<th>") == 2
    assert table.count("<td>") == 2
    assert "<figcaption>جدول</figcaption>" in table
    set_data(page, "<ol><li>أ</li></ol>", "ar")
    select_all(page)
    page.evaluate(run, ["listStart", {"startIndex": 7}])
    assert canonical(data(page)) == '<ol start="7"><li>أ</li></ol>'
    set_data(page, "<p>أ</p>", "ar")
    page.evaluate(run, ["horizontalLine", None])
    assert "<hr>" in canonical(data(page))


@pytest.mark.parametrize(
    ("language", "words", "paragraph"),
    [
        ("ar", '<p><span dir="ltr" lang="en">{}</span></p>', '<p dir="ltr">{}</p>'),
        ("en", '<p><span dir="rtl" lang="ar">{}</span></p>', '<p dir="rtl">{}</p>'),
    ],
)
def test_words_and_paragraphs_of_the_other_direction(page, language, words, paragraph):
    other = NATIVE["en" if language == "ar" else "ar"]
    labels = page.evaluate("name => editors[name].config.get('shaf').labels", f"id_body_{language}")
    if language == "en":
        page.click("#pane-tab-en")
    for label, wanted in ((labels["otherLanguage"], words), (labels["otherDirection"], paragraph)):
        for html, inner in ((f"<p>{other}</p>", wanted), (f"<ul><li>{other}</li></ul>", None)):
            set_data(page, html, language)
            select_all(page, language)
            press(page, language, label)
            once = canonical(data(page, language))
            assert "dir=" in once
            if inner:
                assert once == inner.format(other)
            press(page, language, label)
            assert canonical(data(page, language)) == html, "pressed again, it is undone"


def test_a_mark_is_taken_from_the_words_that_the_caret_stands_in(page):
    label = page.evaluate("editors.id_body_ar.config.get('shaf').labels.otherLanguage")
    set_data(page, '<p>عن <span dir="ltr" lang="en">Crisis <strong>Group</strong></span> هنا</p>', "ar")
    page.evaluate(
        """() => { const { model } = editors.id_body_ar; editors.id_body_ar.focus();
                   model.change(writer => writer.setSelection(model.document.getRoot().getChild(0), 5)); }"""
    )
    press(page, "ar", label)
    assert canonical(data(page)) == "<p>عن Crisis <strong>Group</strong> هنا</p>"


def test_a_block_of_the_other_direction_anywhere(page):
    label = page.evaluate("editors.id_body_ar.config.get('shaf').labels.otherDirection")
    wanted = [
        ("<ul><li>أ<ul><li>{}</li></ul></li></ul>", '<ul><li>أ<ul><li dir="ltr">{}</li></ul></li></ul>'),
        ("<blockquote><p>{}</p></blockquote>", '<blockquote><p dir="ltr">{}</p></blockquote>'),
        (table("<tbody><tr><td>{}</td></tr></tbody>"), table('<tbody><tr><td><p dir="ltr">{}</p></td></tr></tbody>')),
        ("<h2>{}</h2>", '<h2 dir="ltr">{}</h2>'),
        (text_with_notes("<p>أ{1}</p>", ["{}"]), text_with_notes("<p>أ{1}</p>", ['<p dir="ltr">{}</p>'])),
    ]
    for given, turned in wanted:
        given, turned = (html.replace("{}", "Text") for html in (given, turned))
        set_data(page, given, "ar")
        page.evaluate(
            """() => { const { model } = editors.id_body_ar; editors.id_body_ar.focus();
                       const texts = [...model.createRangeIn(model.document.getRoot()).getItems()];
                       const text = texts.find(item => item.is('$textProxy') && item.data === 'Text');
                       model.change(writer => writer.setSelection(writer.createPositionAt(text.parent, 1))); }"""
        )
        press(page, "ar", label)
        assert canonical(data(page)) == turned
        look = "e => getComputedStyle(e).direction + getComputedStyle(e).textAlign"
        assert page.locator('.field-body_ar .ck-content [dir="ltr"]').first.evaluate(look) == "ltrstart"


def test_a_picture_goes_up_is_described_and_stays(live_server, new_page):
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, body_ar="<p>نص</p>")
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    page.click(".field-body_ar .ck-editor__editable p")
    chooser = page.locator(".field-body_ar .ck-toolbar input[type=file]").first
    chooser.set_input_files({"name": "صورة.png", "mimeType": "image/png", "buffer": picture_bytes()})
    page.wait_for_selector(".field-body_ar figure.image img[src^='/media/']")
    page.wait_for_function("() => editors.id_body_ar.plugins.get('FileRepository').loaders.length === 0")
    # The writer sees it before it is saved.
    page.wait_for_function("() => document.querySelector('.field-body_ar figure.image img').naturalWidth === 320")
    page.evaluate(
        """() => {
            const editor = editors.id_body_ar;
            const image = [...editor.model.document.getRoot().getChildren()].find(node => node.name === 'imageBlock');
            editor.model.change(writer => writer.setSelection(image, 'on'));
            editor.execute('imageTextAlternative', { newValue: 'وصف الصورة' });
        }"""
    )
    with page.expect_navigation():
        page.click("input[name=_continue], input[name=_save]")
    picture = Picture.objects.get()
    assert picture.uploaded_by == writer
    body = Article.objects.get(pk=article.pk).body_ar
    assert f'src="/media/{picture.file.name}"' in body
    assert 'alt="وصف الصورة"' in body
    assert "style" not in body


def test_a_refused_picture_says_why(page, complaints):
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.accept()))
    page.click(".field-body_ar .ck-editor__editable")
    page.keyboard.type("كتبته من قبل")
    chooser = page.locator(".field-body_ar .ck-toolbar input[type=file]").first
    chooser.set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"})
    page.wait_for_function("() => editors.id_body_ar.plugins.get('FileRepository').loaders.length === 0")
    page.wait_for_timeout(200)
    assert any("\u0600" <= letter <= "\u06ff" for letter in "".join(said)), said
    assert canonical(data(page)) == "<p>كتبته من قبل</p>"
    assert all("400" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_a_pasted_picture_of_a_word_processor_goes_up(page):
    page.click(".field-body_ar .ck-editor__editable")
    source = "data:image/png;base64," + base64.b64encode(picture_bytes((9, 9, 90))).decode()
    paste(page, f'<p>قبل</p><p><img src="{source}"></p><p>بعد</p>')
    page.wait_for_selector(".field-body_ar img[src^='/media/']")
    assert "قبل" in data(page)
    assert Picture.objects.count() == 1


def test_pictures_of_other_websites_are_left_out_and_it_says_so(page):
    page.click(".field-body_ar .ck-editor__editable")
    paste(page, '<p>قبل <img src="https://elsewhere.example/x.png"> بعد</p>')
    assert canonical(data(page)) == "<p>قبل بعد</p>"
    assert page.inner_text(".field-body_ar .editor-report")


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0}
@list l0 {mso-list-id:1;} @list l0:level1 {mso-level-number-format:bullet; mso-level-text:x;}
@list l0:level2 {mso-level-number-format:bullet;} @list l1:level1 {mso-level-tab-stop:none;} --></style></head><body>
<!--StartFragment--><p class=MsoNormal dir=RTL><span lang=AR-SA style='font-family:"Arial"'>نص
<b>غامق</b> و<span style='font-weight:bold;color:red'>كذلك</span> <span
lang=EN-US>Word</span><span lang=EN-US dir=LTR>.</span></span></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>أول</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>o<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>فرع</p>
<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>ثان</p>
<p class=MsoNormal>بينهما</p>
<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>رقم</p>
<!--EndFragment--></body></html>"""


def test_what_word_writes_survives_the_cleaning(page, complaints):
    """Word writes its lists as styles alone."""
    page.click(".field-body_ar .ck-editor__editable")
    paste(page, WORD)
    assert canonical(data(page)) == (
        '<p>نص <strong>غامق</strong> و<strong>كذلك</strong> <span lang="en">Word</span><span dir="ltr">.</span></p>'
        "<ul><li>أول<ul><li>فرع</li></ul></li><li>ثان</li></ul><p>بينهما</p><ol><li>رقم</li></ol>"
    )
    # The browser reports what it did not apply of the pasted styles, although nobody asked it to.
    assert all("Applying inline style" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_what_would_not_be_stored_is_said_while_it_is_written_and_before_it_goes_to_review(live_server, new_page):
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer)
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    set_data(page, '<p>انظر <a href="https://exa mple.org/x">موقع المعهد</a></p>', "ar")
    report = page.locator(".field-body_ar .editor-report")
    report.wait_for(timeout=60_000)
    assert "عند الحفظ لن يُحفظ ما يلي" in report.inner_text()
    assert "موقع المعهد" in report.inner_text()
    with page.expect_navigation():
        page.click("[name=_submit_ar]")
    said = page.locator(".messagelist .left-out li")
    assert "https://exa mple.org/x" in said.inner_text()
    assert article.track("ar").state == "draft"
    with page.expect_navigation():
        page.click("[name=_submit_ar]")
    assert article.track("ar").state == "review"
