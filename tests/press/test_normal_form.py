# ruff: noqa: E501 -- a case is easier to read in one line
"""The normal form as pure functions; that it is the editor's is tests/browser/test_round_trip.py."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.press.html import reading
from articles.press.html.sanitise import TooLarge, canonical, sanitise
from tests.bodies import BODIES, IMG, PICTURE, arbitrary, table

FRAGMENTS = st.sampled_from(
    re.findall(
        r"\S+",
        "<p> </p> <b> </b> <strong> <i> </i> <ul> </ul> <ol> </ol> <li> </li> <h1> </h2> <h3> </h3> <blockquote> "
        "</blockquote> <table> </table> <tr> <td> </td> <thead> </thead> <caption> <figure> </figure> <figcaption> <br> "
        "<hr> <div> </div> <section> </section> <a> </a> <span> </span> <pre> </pre> <dl> <dt> <dd> </dl> <svg> </svg> "
        "<style> </style> <select> <option> <img> &nbsp; &lt; &#x338; &#0; &#xd800;",
    )
    + ["<ol start=3>", "<th rowspan=3>", "<td colspan=2>", "<section class=footnotes>", "<a href=/x>", "<span lang=en>"]
    + [IMG, "<!--", "-->", "\n", " ", "\u00a0", "\u0338", "\u0301", "كلمة", "ـً", "<", ">", "&", '"']
    + ["\x00", "\x0b", "\ud800", "\ufffe", "\u2028", "\u2060"]
)
SOUP = st.lists(FRAGMENTS | st.text(max_size=6), max_size=30).map("".join)

CASES = [
    ("<p>a</p><p>&nbsp;</p><p><br></p><h2> </h2><ul><li></li></ul><blockquote><p></p></blockquote>", "<p>a</p>"),
    ("<div>أول</div><div>ثان</div>", "<p>أول</p><p>ثان</p>"),
    ("<article><header>أ</header>ب<footer>ج</footer></article>", "<p>أ</p><p>ب</p><p>ج</p>"),
    ('<div dir="ltr" lang="en"><p>a</p><p dir="rtl">b</p></div>', '<p dir="ltr" lang="en">a</p><p dir="rtl" lang="en">b</p>'),
    ("نص <b>غامق</b><p>فقرة</p>ذيل", "<p>نص <strong>غامق</strong></p><p>فقرة</p><p>ذيل</p>"),
    ("<p><b>أ</b><strong>ب</strong> <em>ج</em><del>د</del></p>", "<p><strong>أب</strong> <i>ج</i><s>د</s></p>"),
    ("<p><strong><i>x</i></strong></p>", "<p><i><strong>x</strong></i></p>"),
    ('<p><sup><a href="#fn-1">1</a></sup></p>', '<p><a href="#fn-1"><sup>1</sup></a></p>'),
    ('<p><b lang="en">x</b></p>', '<p><span lang="en"><strong>x</strong></span></p>'),
    ("<p><span>x</span><a>y</a><bdo>z</bdo></p>", "<p>xyz</p>"),
    ("<b><p>أ</p><p>ب</p></b>", "<p><strong>أ</strong></p><p><strong>ب</strong></p>"),
    ("<h1>أ</h1><h5>ب</h5><h6>ج</h6>", "<h2>أ</h2><h4>ب</h4><h4>ج</h4>"),
    ("<p>  أ \n ب &nbsp; ج&nbsp;&nbsp;د </p>", "<p>أ ب ج&nbsp;د</p>"),
    ("<p>أ <b> ب</b> </p>", "<p>أ <strong>ب</strong></p>"),
    ("<p>أ <br> ب<br></p>", "<p>أ<br>ب</p>"),
    ("<pre>سطر\n  سطر</pre>", "<p>سطر<br>سطر</p>"),
    ("<ul><li>أ</li></ul><ul><li>ب</li></ul>", "<ul><li>أ</li><li>ب</li></ul>"),
    ("<ul><li>أ</li><ul><li>ب</li></ul></ul>", "<ul><li>أ<ul><li>ب</li></ul></li></ul>"),
    ("<ul>نص<li>أ</li></ul>", "<ul><li>نص</li><li>أ</li></ul>"),
    ("<ul><li><p>أ</p></li><li><p>ب</p><ul><li>ج</li></ul></li></ul>", "<ul><li>أ</li><li>ب<ul><li>ج</li></ul></li></ul>"),
    ("<ul><li>أ<p>ب</p></li></ul>", "<ul><li><p>أ</p><p>ب</p></li></ul>"),
    ("<li>أ</li>", "<p>أ</p>"),
    ('<ol start="1" type="a" reversed><li value="4">x</li></ol>', "<ol><li>x</li></ol>"),
    ("<dl><dt>مصطلح</dt><dd>شرح</dd></dl>", "<p><strong>مصطلح</strong></p><p>شرح</p>"),
    ("<ol><li>أ<dl><dt>م</dt><dd>ش</dd></dl></li></ol>", "<ol><li><p>أ</p><p><strong>م</strong></p><p>ش</p></li></ol>"),
    ("<blockquote>قول</blockquote>", "<blockquote><p>قول</p></blockquote>"),
    ("<section><p>x</p></section>", "<p>x</p>"),
    ("<table><tr><th>أ</th><th>ب</th></tr><tr><td>1</td></tr></table>", table("<thead><tr><th>أ</th><th>ب</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody>")),
    ("<table><caption>ع</caption><tbody><tr><td><p>x</p></td></tr></tbody></table>", table("<tbody><tr><td>x</td></tr></tbody>", "<figcaption>ع</figcaption>")),
    ("<table><tr><td>1</td></tr><tfoot><tr><td>f</td></tr></tfoot></table>", table("<tbody><tr><td>1</td></tr><tr><td>f</td></tr></tbody>")),
    ("<table><tr><td rowspan=9>1<td>2<tr><td>3</table>", table('<tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></tbody>')),
    ("<table><tr><td>1<th>2<tr><th>3<td>4</table>", table("<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody>")),
    ("<table></table><table><tr></tr></table>", ""),
    (f'<figure><img src="{PICTURE}" alt=""><figcaption><p>أ</p><p>ب</p></figcaption></figure>', f'<figure class="image"><img alt="" src="{PICTURE}"><figcaption>أ<br>ب</figcaption></figure>'),
    ('<figure><blockquote>ق</blockquote><figcaption>م</figcaption></figure>', "<blockquote><p>ق</p></blockquote><p>م</p>"),
    ("<p>e\u0301 <b>\u0338x</b> &#x338;</p>", "<p>é <strong>x</strong></p>"),
    ("<p>a&#1;b\x0bc</p>", "<p>ab c</p>"),
    ("<p>سطر\x0bآخر\x0cوثالث\u2028ورابع\x1fوخامس\x85وسادس</p>", "<p>سطر آخر وثالث ورابع وخامس وسادس</p>"),
    ("<p>سطر&#11;آخر&#12;وثالث&#x2029;ورابع</p>", "<p>سطر آخر وثالث ورابع</p>"),
    ('<p id="fn-1"></p>', ""),
]  # fmt: skip


@pytest.mark.parametrize(("given_html", "expected"), CASES)
def test_cases(given_html, expected):
    assert canonical(given_html) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize("name", BODIES)
def test_a_body_in_normal_form_stays(name):
    assert canonical(BODIES[name]) == BODIES[name]


@pytest.mark.parametrize("seed", range(300))
def test_it_is_idempotent_on_arbitrary_html(seed):
    once = canonical(arbitrary(seed))
    assert canonical(once) == once
    assert sanitise(once) == once


@settings(max_examples=500, deadline=None)
@given(SOUP)
def test_it_never_fails_and_is_idempotent_on_soup(soup):
    once = canonical(soup)
    assert canonical(once) == once
    assert sanitise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@settings(max_examples=300, deadline=None)
@given(SOUP, SOUP)
def test_texts_can_be_joined(first, second):
    """Only lists that meet become one, as they do in the editor."""
    a, b = canonical(first), canonical(second)
    if a and b:
        assert canonical(f"{a}<p>و</p>{b}") == f"{a}<p>و</p>{b}"
    meet = next((True for name in ("ul", "ol") if a.endswith(f"</{name}>") and b.startswith(f"<{name}")), False)
    if not meet and reading.plain_text(a) and reading.plain_text(b):
        assert canonical(a + b) == a + b
    joined = canonical(a + b)
    assert canonical(joined) == joined


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_no_word_of_plain_text_is_lost(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    kept = reading.plain_text(canonical(escaped))
    letters = [c for c in unicodedata.normalize("NFC", text) if c.isalnum()]
    assert [c for c in kept if c.isalnum()] == letters


@pytest.mark.parametrize(
    "deep",
    [
        "<p>" + "<span lang=en dir=ltr><b>" * 600 + "x",
        "<blockquote>" * 101 + "x",
        "<ul><li>" * 60 + "x",
        "<table><tr><td>" * 30 + "x",
        "<table><tr><td>" * 25 + "x" + "</table>" * 25,
    ],
)
def test_what_is_too_deep_is_refused_whole(deep):
    with pytest.raises(TooLarge):
        canonical(deep)


def test_what_is_just_deep_enough_can_be_saved_again():
    text = "<blockquote>" * 99 + "x"
    once = canonical(text)
    assert once.count("<blockquote>") == 99
    assert canonical(once) == once


def test_a_wide_span_does_not_multiply():
    with pytest.raises(TooLarge):
        canonical("<table><tr><td colspan=999>x" + "<tr><td>y" * 2000 + "</table>")


# Readings


def test_plain_text_is_a_line_a_block():
    assert (
        reading.plain_text("<h2>أ</h2><ul><li>ب<ul><li>ج</li></ul></li></ul><p>د<br>هـ <b>و</b></p>")
        == "أ\nب\nج\nد\nهـ و"
    )


def test_every_heading_has_an_anchor_of_its_own():
    body, contents = reading.with_anchors(
        '<h2>نتائج<a class="footnote-ref" href="#fn-1"><sup>1</sup></a></h2><h3>نتائج</h3><h2 id="h-x">a</h2><h4 id="h-x">b</h4>'
        '<section class="footnotes"><ol><li id="fn-1">هـ</li></ol></section>'
    )
    assert [entry["id"] for entry in contents] == ["h-نتائج", "h-نتائج-2", "h-x", "h-x-2"]
    assert [entry["text"] for entry in contents] == ["نتائج", "نتائج", "a", "b"]
    assert [entry["level"] for entry in contents] == [2, 3, 2, 4]
    assert all(f'id="{entry["id"]}"' in body for entry in contents)
    assert reading.with_anchors("") == ("", [])
    assert sanitise(body) == body


def test_pictures_in_their_order():
    other = f"/media/{'0' * 64}.jpg"
    body = f'<p><img src="{other}"></p><figure class="image"><img src="{PICTURE}"></figure><p><img src="/x.png"></p>'
    assert reading.pictures(body) == [other.removeprefix("/media/"), PICTURE.removeprefix("/media/")]
