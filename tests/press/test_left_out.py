"""What a text loses on its way into the normal form is named with its place; nothing that matters goes unnamed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.press.html import reading as readings
from articles.press.html.left_out import LeftOut, canonical_and_left_out
from tests.bodies import BODIES, IMG, PICTURE, arbitrary, table, text_with_notes
from tests.hostile import INPUTS

BEFORE = "قبله كلام من خمس كلمات"


def lost(html: str) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.after, one.what, one.address) for one in canonical_and_left_out(html)[1]]


# What goes, what it is called, and what of it is told. Each stands after BEFORE.
GOES = {
    '<img src="file:///C:/Temp/clip_image001.emz">': ("pictures", "", "file:///C:/Temp/clip_image001.emz"),
    '<img src="blob:https://docs.example/1" alt="مخطط">': ("pictures", "مخطط", "blob:https://docs.example/1"),
    '<img src="cid:image001@mail">': ("pictures", "", "cid:image001@mail"),
    '<img src="https://elsewhere.example/x.png">': ("pictures", "", "https://elsewhere.example/x.png"),
    '<img src="data:image/x-emf;base64,AAAA">': ("pictures", "", ""),
    '<img src="" data-ck-upload-id="e1" width="4">': ("unfinished", "", ""),
    '<a href="javascript:alert(1)">الملف <b>الأول</b></a>': ("links", "الملف الأول", "javascript:alert(1)"),
    '<a href="java&#9;script:x">كلمة</a>': ("links", "كلمة", "java script:x"),
    '<a href="file:///C:/x.docx">الملف</a>': ("links", "الملف", "file:///C:/x.docx"),
    '<a href="data:text/html,x">كلمة</a>': ("links", "كلمة", "data:text/html,x"),
    '<a href="https://exa mple.org/">كلمة</a>': ("links", "كلمة", "https://exa mple.org/"),
    '<iframe src="https://video.example/1"></iframe>': ("embedded", "", "https://video.example/1"),
    '<video controls><source src="/v.mp4"><p>بديل</p></video>': ("embedded", "", "/v.mp4"),
    '<object data="/x.swf"><p>بديل</p></object>': ("embedded", "", "/x.swf"),
    '<embed src="/x.swf">': ("embedded", "", "/x.swf"),
    '<audio src="/a.mp3"></audio>': ("embedded", "", "/a.mp3"),
    "<svg><text>رسم</text></svg>": ("embedded", "", ""),
    "<math><mi>س</mi></math>": ("formulas", "", ""),
    "<script>alert(1)</script>": ("scripts", "", ""),
    "<input value=اسم>": ("forms", "اسم", ""),
    "<textarea>نص مكتوب</textarea>": ("forms", "نص مكتوب", ""),
    "<select><option>أ<option>ب</select>": ("forms", "", ""),
    "<noscript>بلا نصوص</noscript>": ("other", "بلا نصوص", ""),
    "<template><p>قالب</p></template>": ("other", "", ""),
    "<title>عنوان</title>": ("other", "عنوان", ""),
}


@pytest.mark.parametrize("html", GOES)
def test_what_goes_is_named_with_its_place(html):
    kind, *what = GOES[html]
    assert lost(f"<p>أول</p><p>{BEFORE} {html} وبعده</p>") == [(kind, BEFORE, *what)]
    # At the beginning of a block it is after the block before; at the beginning of all, after nothing.
    assert lost(f"<p>{BEFORE}</p><div>{html}</div><p>وبعده</p>") == [(kind, BEFORE, *what)]
    assert lost(f"{html}<p>وبعده</p>") == [(kind, "", *what)]


@pytest.mark.parametrize(
    "html",
    [
        "<p><font color=red>أحمر</font> و<span style='background: #ff0'>أصفر</span></p>",
        "<style>p { color: red }</style><p style='font-size: 20pt'>كبير</p>",
    ],
)
def test_looks_are_said_once(html):
    assert lost(html) == [("looks", "", "", "")]


def test_a_picture_where_none_can_stand_is_named():
    caption = f"<figcaption>تعليق {IMG}</figcaption>"
    assert lost(table("<tbody><tr><td>أ</td></tr></tbody>", caption)) == [("pictures", "تعليق", "وصف", PICTURE)]


def test_what_a_footnote_cannot_hold_is_named():
    note = "كلام<table><tr><td>خلية</td></tr></table><ul><li>بند</li></ul>"
    kept, found = canonical_and_left_out(text_with_notes("<p>نص{1}</p>", [note]))
    assert [one.kind for one in found] == ["tables", "lists"]
    assert readings.plain_text(kept) == "نص\nكلام\nخلية\nبند"


def test_a_second_caption_is_no_loss():
    html = "<figure><table><caption>أول</caption><tr><td>x</td></tr></table><figcaption>ثان</figcaption></figure>"
    kept, found = canonical_and_left_out(html)
    assert found == ()
    assert "<figcaption>أول<br>ثان</figcaption>" in kept


@pytest.mark.parametrize(
    "html",
    [
        "<p>أ</p><p>&nbsp;</p><p><br></p><div>ب</div>",
        '<p>نص <a href="https://example.org/a b\u200f">رابط</a> و<a href="tel:+20 2">هاتف</a> <a name="x"></a></p>',
        "<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph --><!doctype x>",
        "<p>نص<a href='javascript:x'></a><a href='file:///x'> </a></p>",
        "<blink>وامض</blink> <o:p>كلام</o:p><custom-part>آخر</custom-part>",
        "<p>e\u0301 <b>\u0338x</b> &#x338; سطر\x0bآخر</p>",
        "<table><colgroup><col><col></colgroup><tr><td>أ<td>ب<tfoot><tr><td>ج</table>",
        text_with_notes("<p>نص{1} و{1}</p>", ["حاشية"]).replace("<sup>1</sup>", "<sup>[7]</sup>"),
        '<p>نص<a class="footnote-ref" href="#fn-9">9</a></p>'
        '<section class="footnotes"><ol><li id="fn-2">بلا رقم</ol></section>',
    ],
)
def test_what_only_changes_its_dress_is_no_loss(html):
    assert lost(html) == []


@pytest.mark.parametrize("name", BODIES)
def test_nothing_is_left_out_of_what_is_in_normal_form(name):
    assert canonical_and_left_out(BODIES[name]) == (BODIES[name], ())


@pytest.mark.parametrize("seed", range(150))
def test_no_word_and_no_address_of_arbitrary_text_goes_and_no_picture_unnamed(seed):
    html = arbitrary(seed)
    kept, found = canonical_and_left_out(html)
    assert {one.kind for one in found} <= {"pictures", "tables", "lists"}
    assert html.count("<img") == kept.count("<img") + sum(one.kind == "pictures" for one in found)
    assert canonical_and_left_out(kept) == (kept, ())


PARTS = st.sampled_from([*GOES, *INPUTS, f"<p>{BEFORE}</p>", IMG, "<ul><li>", "</li></ul>", "<b>", "</a>", "</p>"])


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS | st.text(max_size=12), max_size=8).map("".join))
def test_it_reads_any_soup(soup):
    """It never fails, is silent about what is stored already, and what it says is short plain text."""
    kept, found = canonical_and_left_out(soup)
    assert canonical_and_left_out(kept) == (kept, ())
    for one in found:
        assert isinstance(one, LeftOut)
        assert len(one.after) <= 120
        assert len(one.what) <= 120
        assert len(one.address) <= 120
        assert not re.search(r"[\n\r]", one.what + one.after + one.address)


def test_the_net_under_all_of_it():
    """A word that a fault of ours would drop is said even where nobody thought of its element."""
    from articles.press.html import left_out

    reader = left_out._Reader("<p>أول ثالث</p>")
    assert list(reader.read("<p>أول ثان ثالث</p>")) == [LeftOut("words", "أول", "ثان")]
    reader = left_out._Reader(f'<p><img alt="" src="{PICTURE}"></p>')
    assert [one.kind for one in reader.read(f"<p>{IMG}{IMG}</p>")] == ["pictures"]
