"""Addresses of the former site as keys, as text alone."""

from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shaf.text.old_address import LONGEST, Asked, archive_of, is_asked_at_home, key, keys, stripped

POST = "/2019/05/تطورات-القدس"


@pytest.mark.parametrize(
    ("address", "is_at"),
    [
        ("https://example.org/?p=5", "/?p=5"),
        ("https://example.org?p=5", "/?p=5"),
        ("/?page_id=05", "/?p=5"),
        ("/?attachment_id=٥", "/?p=5"),
        ("/?utm_source=x&p=5&preview=true", "/?p=5"),
        ("/index.php?p=5", "/?p=5"),
        ("/blog/?p=5", "/blog?p=5"),
        ("/?p=", "/?p="),
        ("/?P=5abc", "/?p=5"),
        ("/?cat=3", "/?cat=3"),
        ("/?category_name=سياسة/مصر", "/?category_name=مصر"),
        ("/?m=201905", "/2019/05"),
        ("/?pagename=about/team", "/about/team"),
        (POST, POST),
        (f"{POST}/", POST),
        (f"{POST}/?fbclid=x#part", POST),
        (f"https://example.org{quote(POST)}/", POST),
        (quote(POST).lower(), POST),
        (quote(quote(POST)), POST),
        (quote(POST, encoding="cp1256"), POST),
        (f"{POST}،", POST),
        ("/2019/05/ﺗﻄﻮﺭﺍﺕ-ﺍﻟﻘﺪﺱ", POST),
        ("/2019/05/تطورات–القدس/", POST),
        ("/%D8%A7%D9%94", "/أ"),
        ("/index.php/2019/05/x/", "/2019/05/x"),
        ("/wp-content/uploads/2019/05/Photo.JPG", "/wp-content/uploads/2019/05/photo.jpg"),
        ("", "/"),
        ("/" + "ا" * (LONGEST + 1), ""),
        ("http://[", ""),
    ],
)
def test_one_key_however_it_is_written(address, is_at):
    assert key(address) == is_at


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/feed/rss2/", Asked("/", "rss")),
        ("/feed/atom/", Asked("/", "atom")),
        ("/?feed=rss2", Asked("/", "rss")),
        ("/?feed=atom", Asked("/", "atom")),
        ("/rss.xml", Asked("/", "rss")),
        ("/atom.xml", Asked("/", "atom")),
        ("/wp-rss2.php", Asked("/", "rss")),
        ("/blog/feed/", Asked("/blog", "rss")),
        ("/category/سياسة/feed/", Asked("/category/سياسة", "rss")),
        ("/category/سياسة/feed/rss2", Asked("/category/سياسة", "rss")),
        ("/author/salem/feed/atom/", Asked("/author/salem", "atom")),
        ("/?cat=3&feed=rss2", Asked("/?cat=3", "rss")),
        ("/?author=3&feed=rss2", Asked("/?author=3", "rss")),
        ("/category/سياسة/page/3/", Asked("/category/سياسة")),
        ("/some-post/2/", Asked("/some-post")),
        ("/some-post/amp/", Asked("/some-post")),
        ("/en/?p=5", Asked("/?p=5")),
        ("/u/a-300x200.jpg", Asked("/u/a.jpg")),
        ("/u/a-scaled-300x200.jpg", Asked("/u/a.jpg")),
        ("/u/a-e1557222222222.png", Asked("/u/a.png")),
    ],
)
def test_another_dress_of_it(address, asked):
    parts = urlsplit(address)
    assert asked in list(keys(parts.path, parts.query))


def test_what_stood_there_itself_is_looked_for_first():
    assert [asked.key for asked in keys("/archives/12", "")] == ["/archives/12", "/archives"]
    assert next(iter(keys("/u/a-300x200.jpg", ""))).key == "/u/a-300x200.jpg"
    assert list(stripped("/u/paper.pdf")) == []


@pytest.mark.parametrize(
    ("path", "query", "asks"),
    [
        ("/", "p=5", True),
        ("/", "p=", True),
        ("/", "feed=rss2", True),
        ("/?p=5", "", True),
        ("/", "fbclid=p", False),
        ("/", "m=1", False),
        ("/en/", "p=5", True),
        ("/articles/", "p=5", False),
        ("/", "", False),
    ],
)
def test_who_decides_what_is_asked_for(path, query, asks):
    assert is_asked_at_home(path, query) is asks


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("/2019/05", (2019, 5)),
        ("/2019/05/17", (2019, 5)),
        ("/2019", (2019, None)),
        ("/2019/13", None),
        ("/2019/05/x", None),
    ],
)
def test_a_month_of_the_former_archive(asked, of):
    assert archive_of(asked) == of


@given(st.text(alphabet="/%.25dDaA0ا?&=p#\\ \r\n", max_size=40))
def test_any_text_has_one_key_or_none(text):
    found = key("/" + text)
    assert found == "" or found.startswith("/")
    assert "\n" not in found
