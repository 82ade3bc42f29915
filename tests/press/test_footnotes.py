# ruff: noqa: E501 -- a body is easier to read in one line
"""Footnotes in normal form: order, names, numbers; what belongs to nothing keeps its words."""

import pytest

from articles.press.html import reading
from articles.press.html.sanitise import canonical, sanitise
from tests.bodies import text_with_notes


def reference(name: str, text: str = "1") -> str:
    return f'<a class="footnote-ref" href="#{name}"><sup>{text}</sup></a>'


def section(*notes: str) -> str:
    return f'<section class="footnotes"><ol>{"".join(notes)}</ol></section>'


CASES = [
    # Numbers and order are those of the references.
    (
        f"<p>أ{reference('fn-2', '7')} ب{reference('fn-1', '7')}</p>"
        + section('<li id="fn-1">x</li>', '<li id="fn-2">y</li>'),
        text_with_notes("<p>أ{1} ب{2}</p>", ["y", "x"])
        .replace("fn-1", "fn-?")
        .replace("fnref-1", "fnref-?")
        .replace("fn-2", "fn-1")
        .replace("fnref-2", "fnref-1")
        .replace("-?", "-2"),
    ),
    # Several sections, anywhere, are one at the end; links back are not kept.
    (
        f"<blockquote>{section('<li id=fn-1>x <a class=footnote-back href=#fnref-1>↩</a></li>')}<p>أ{reference('fn-1')}</p></blockquote>"
        + section("<li id=fn-2>y</li>")
        + f"<p>ب{reference('fn-2')}</p>",
        text_with_notes("<blockquote><p>أ{1}</p></blockquote><p>ب{2}</p>", ["x", "y"]),
    ),
    # A reference without a note is the text it was.
    (f"<p>أ{reference('fn-9', '[9]')} ب</p>", "<p>أ<sup>[9]</sup> ب</p>"),
    # A note without a reference is text.
    (
        "<p>أ</p>" + section('<li id="fn-1">كلام</li>', "<li>وآخر</li>") + "<p>ب</p>",
        "<p>أ</p><p>ب</p><p>كلام</p><p>وآخر</p>",
    ),
    # Two notes of one name: the first is the note.
    (
        f"<p>أ{reference('fn-1')}</p>" + section("<li id=fn-1>x</li>", "<li id=fn-1>y</li>"),
        text_with_notes("<p>أ{1}</p><p>y</p>", ["x"]),
    ),
    # A reference inside a note is text, and so is the note that only it refers to.
    (
        f"<p>أ{reference('fn-1')}</p>" + section(f"<li id=fn-1>x{reference('fn-2', '2')}</li>", "<li id=fn-2>y</li>"),
        text_with_notes("<p>أ{1}</p><p>y</p>", ["x<sup>2</sup>"]),
    ),
    # Words in a reference stay; so do words in a link back.
    (
        f"<p>أ {reference('fn-1', 'انظر الملحق')}</p>"
        + section('<li id="fn-1">x <a class="footnote-back" href="#fnref-1">عُد إلى النص</a></li>'),
        text_with_notes("<p>أ <sup>انظر الملحق</sup>{1}</p>", ["x عُد إلى النص"]),
    ),
    # A note is paragraphs.
    (
        f"<p>أ{reference('fn-1')}</p>"
        + section("<li id=fn-1><h3>عنوان</h3><ul><li>بند<li>بند</ul><table><tr><td>خلية</table></li>"),
        text_with_notes("<p>أ{1}</p>", ["<p>عنوان</p><p>بند</p><p>بند</p><p>خلية</p>"]),
    ),
    # Nothing else bears a footnote's name.
    ('<p id="fn-1">أ <a id="fnref-1">ب</a></p><h2 id="h-x">ج</h2>', '<p>أ ب</p><h2 id="h-x">ج</h2>'),
    # An empty note still stands.
    (f"<p>أ{reference('fn-1')}</p>" + section("<li id=fn-1></li>"), text_with_notes("<p>أ{1}</p>", [""])),
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_cases(given, expected):
    assert canonical(given) == expected
    assert canonical(expected) == expected


def test_a_name_too_long_gets_a_short_one():
    name = "fn-" + "x" * 80
    once = canonical(f"<p>أ{reference(name)}</p>" + section(f"<li id={name}>x</li>"))
    assert once == text_with_notes("<p>أ{1}</p>", ["x"])


def test_readings():
    body = text_with_notes("<p>أ{1}، ب{2} ج{1}</p>", ["x", "<p>y</p><p>z</p>", ""])
    assert reading.plain_text(body) == "أ، ب ج\nx\ny\nz"
    assert reading.empty_footnotes(body) == [3]
    assert reading.empty_footnotes(text_with_notes("<p>أ{1}</p>", ["x"])) == []


def test_the_printed_text_links_there_and_back():
    body = text_with_notes("<p>أ{1} ب{2} ج{1}</p>", ["x", "<p>y</p><p>z</p>"])
    printed = reading.with_backlinks(body, heading="الحواشي", back="عودة")
    back = '<a aria-label="عودة" class="footnote-back" href="#{}" role="doc-backlink">↑{}</a>'
    assert f'<li id="fn-1">x {back.format("fnref-1", "")} {back.format("fnref-1-2", "<sup>2</sup>")}</li>' in printed
    assert f"<p>z {back.format('fnref-2', '')}</p></li>" in printed
    assert 'aria-label="الحواشي"' in printed
    assert sanitise(printed) == printed
    assert canonical(printed) == body
