"""The wall. What gets through is read here by a parser that shares nothing with it."""

import re
from functools import partial
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.press.html.sanitise import TooLarge, canonical, sanitise
from shaf.product.limits import BODY_BYTES
from tests.bodies import BODIES, PICTURE, arbitrary
from tests.hostile import INPUTS
from tests.work import calls

SPELLINGS = (sanitise, canonical)
HARMLESS = {
    *(
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "section",
        "figure",
        "figcaption",
        "img",
        "table",
        "thead",
    ),
    *("tbody", "tr", "th", "td", "hr", "br", "a", "strong", "i", "u", "s", "sub", "sup", "code", "q", "cite", "mark"),
    *("small", "span", "bdi", "bdo", "abbr", "time"),
}
VALUES = {
    "href": r"(https?://|mailto:|tel:)[^\s<>]+|/(?![/\\])\S*|#\S*",
    "src": r"/media/[0-9a-f]{64}\.(png|jpg|webp|gif|avif)",
    "id": r"(fn|fnref|h)-[\w-]+",
    "class": r"table|image|footnotes|footnote-ref|footnote-back|ta-center|ta-end",
    "dir": r"rtl|ltr|auto",
    "lang": r"[A-Za-z0-9-]+",
    "hreflang": r"[A-Za-z0-9-]+",
    "role": r"doc-[a-z]+",
    "start": r"\d+",
    "colspan": r"\d{1,3}",
    "rowspan": r"\d{1,3}",
    "scope": r"row|col|rowgroup|colgroup",
    "width": r"\d+",
    "height": r"\d+",
    "datetime": r"[0-9TZ:.+ -]+",
    "alt": r"[\s\S]*",
    "title": r"[\s\S]*",
}


class Reader(HTMLParser):
    """Objects to everything that is not known to be harmless."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.objections: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in HARMLESS:
            self.objections.append(f"<{tag}>")
        for name, value in attrs:
            if name not in VALUES or not re.fullmatch(VALUES[name], value or ""):
                self.objections.append(f"{name}={value!r}")

    def handle_comment(self, data):
        self.objections.append(f"comment {data!r}")

    def handle_decl(self, decl):
        self.objections.append(f"declaration {decl!r}")

    def handle_pi(self, data):
        self.objections.append(f"instruction {data!r}")


def objections(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.objections


def test_the_reader_objects_to_nearly_everything_as_it_comes():
    objected = [html for html in INPUTS if objections(html)]
    assert len(INPUTS) >= 100
    assert len(objected) >= len(INPUTS) - 10


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("hostile", INPUTS)
def test_nothing_hostile_gets_through(hostile, spelling):
    for html in (hostile, f"<p>قبل {hostile} بعد</p>", f"<table><tr><td>{hostile}</table>", f"<ul><li><b>{hostile}"):
        clean = spelling(html)
        assert objections(clean) == []
        assert "pwn" not in re.sub(r">[^<]*<|^[^<]*|[^>]*$|\b(alt|title)=\"[^\"]*\"", "", clean), clean
        assert spelling(clean) == clean


@pytest.mark.parametrize("name", BODIES)
def test_an_honest_body_stays(name):
    assert sanitise(BODIES[name]) == BODIES[name]
    assert objections(BODIES[name]) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d=e#f",
        "http://example.org/",
        "mailto:a@example.org",
        "/articles/1/",
        "#fn-1",
        "https://ar.example.org/مقال/نص",
        "HTTPS://EXAMPLE.ORG/",
        "tel:+20-2-27940000",
        "mailto:a@example.org?subject=a%20b",
    ],
)
def test_honest_addresses_stay(address):
    escaped = address.replace("&", "&amp;")
    assert sanitise(f'<a href="{escaped}">x</a>') == f'<a href="{escaped}">x</a>'


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("p", 'id="x"'),
        ("p", 'id="fn-a b"'),
        ("p", 'id="h-1\n"'),
        ("p", 'lang="ar_EG"'),
        ("p", 'dir="sideways"'),
        ("p", 'role="button"'),
        ("p", 'class="footnotes"'),
        ("p", 'title="x"'),
        ("th", 'colspan="0"'),
        ("ol", 'start="-1"'),
        ("ol", 'start="٣"'),
        ("img", f'src="{PICTURE}\n"'),
        ("img", 'src="/static/x.png"'),
        ("img", 'width="100%"'),
        ("time", 'datetime="javascript:x"'),
        ("table", 'border="1"'),
        ("a", 'name="x"'),
        ("a", 'target="_blank"'),
        ("a", 'rel="opener"'),
    ],
)
def test_attributes_of_another_shape_go(tag, attributes):
    name, _equals, _value = attributes.partition("=")
    assert name not in sanitise(f"<table><tr><{tag} {attributes}>x</table><{tag} {attributes}>")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(INPUTS) | st.text(max_size=20), max_size=6).map("".join))
def test_it_is_idempotent_and_closed(soup):
    for spelling in SPELLINGS:
        clean = spelling(soup)
        assert objections(clean) == []
        assert spelling(clean) == clean
    assert sanitise(sanitise(soup) + sanitise("<p>x</p>")) == sanitise(soup) + "<p>x</p>"


@pytest.mark.parametrize("seed", range(40))
def test_two_clean_texts_are_a_clean_text(seed):
    a, b = sanitise(arbitrary(seed)), sanitise(arbitrary(seed + 1000))
    assert sanitise(a + b) == a + b


TOO_LARGE = {
    "bytes": "ا" * (BODY_BYTES // 2 + 1),
    "10,000 nested tags": "<div>" * 10_000,
    "10,000 nested lists": "<ul><li>" * 10_000,
    "400,000 nested tags": "<b>" * 400_000,
    "nested behind comments": "<!-- </div> --><div>" * 5_000,
    "nested behind quotes": '<div title="</div>">' * 5_000,
    "nested behind odd quotes": "<i \"='x\"></i></i>'>" + "<div>" * 5_000,
    "nested behind scripts": "<div><script></div></div></script>" * 5_000,
    "nested out of reach": "<div><table></div><tr><td>" * 5_000,
    "nested behind nothing that closes": "<div></span></b></p>" * 5_000,
    "formatting left open": "".join(f"<b class={n}>" for n in range(200)) + "<p>x" * 200_000,
    "a long address left open": f"<a href=https://e.example/{'x' * 100_000}>" + "<p>x</p>" * 10_000,
    "escapes that grow": "<" * 600_000,
    "ampersands": "&" * 600_000,
    "unknown references": "&a;" * 600_000,
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("what", TOO_LARGE)
def test_what_is_too_large_is_refused_before_it_is_parsed(what, spelling, monkeypatch):
    monkeypatch.setattr(nh3, "clean", lambda *_args, **_options: pytest.fail("it was parsed"))
    with pytest.raises(TooLarge):
        spelling(TOO_LARGE[what])


def test_what_is_not_too_large_is_parsed(monkeypatch):
    monkeypatch.setattr(nh3, "clean", lambda *_args, **_options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sanitise("<p>x</p>")


# How it begins, and what comes again and again.
SLOPPY = {
    "paragraphs that nobody closed": ("", "<p>x"),
    "items that nobody closed": ("<ul>", "<li>x"),
    "cells that nobody closed": ("<table>", "<tr><td>x<td>y"),
    "tags that nobody closes": ("", "<p>x<br>y<hr><img src=x>"),
    "ampersands": ("", "<p>A&B AT&T; &copy 2025 &nosuch; x</p>"),
    "references": ("", "<p>&nbsp;&quot;&#1575;&#x627;&hellip;</p>"),
    "comments": ("", "<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->"),
    "a few tags left open": ("<font face=x><b>" * 40, "<p>x</p>"),
    "end tags without a start": ("", "x</div></span></b>"),
    "a page of a word processor": (
        "<html><head><style>p{}</style></head><body>",
        "<p><span style='x'>x</span></p>",
    ),
}


@pytest.mark.parametrize("what", SLOPPY)
def test_sloppy_html_is_not_too_large(what):
    begin, piece = SLOPPY[what]
    assert len(canonical(begin + piece * 3_000)) > 3_000


@pytest.mark.parametrize("many", [600, pytest.param(3_000, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("what", SLOPPY)
def test_what_sloppy_html_costs_is_in_proportion_to_it(what, many):
    begin, piece = SLOPPY[what]
    # A cell takes the most, 610 calls.
    assert calls(partial(canonical, begin + piece * many)) < 900 * many
