"""Which address was meant, as text alone."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shaf.http.url_repair import meant

REPORT = "/articles/5/سوريا-والتحالف/"


def first(path: str) -> str:
    return next(meant(path), "")


@pytest.mark.parametrize(
    "bent",
    [
        "/articles/5/سوريا-والتحالف",
        "/articles/5/سوريا-والتحالف.",
        "/articles/5/سوريا-والتحالف/.",
        "/articles/5/سوريا-والتحالف/،",
        "/articles/5/سوريا-والتحالف/»",
        "/articles/5/سوريا-والتحالف/”)",
        "/articles/5/سوريا-والتحالف/*",
        "/articles/5/سوريا-والتحالف/…",
        "/articles/5/سوريا-والتحالف/\u200f",
        "/articles/5/\u200fسوريا-والتحالف/",
        "/articles/5/سوريا-والتحالف/ ",
        "//articles///5/سوريا-والتحالف/",
        "/articles/5/سوريا–والتحالف/",
        "/articles/5/سوريا والتحالف/",
        "/articles/5/سوريا%0Bوالتحالف",
        "/articles/٥/سوريا-والتحالف/",
        "/articles/۵/سوريا-والتحالف/",
        "/articles/5/ﺳﻮﺭﻳﺎ-ﻭﺍﻟﺘﺤﺎﻟﻒ/",
        "/articles/5/سوريا-والتحالف?utm_source=x",
        "/articles/5/سوريا-والتحالف#part",
        quote(REPORT),
        quote(quote(REPORT)),
        quote(REPORT).lower(),
        quote("/articles/5/سوريا-والتحالف/", encoding="cp1256"),
    ],
)
def test_it_was_the_report(bent):
    assert first(bent) == REPORT


@pytest.mark.parametrize(
    ("bent", "straight"),
    [
        ("/EN/articles/5/syria/", "/en/articles/5/syria/"),
        ("/en", "/en/"),
        ("//", "/"),
        ("/articles/5/cite.bib.", "/articles/5/cite.bib"),
        ("/ARTICLES/5/", "/articles/5/"),
    ],
)
def test_other_addresses(bent, straight):
    assert straight in meant(bent)


def test_a_file_is_no_slug():
    assert list(meant("/articles/5/card-0123456789ab.png")) == []


@pytest.mark.parametrize("path", ["/.", "/»", "/" + "ا" * 3000, "/%00"])
def test_nothing_was_meant(path):
    assert "/" not in list(meant(path))


anything = st.text(alphabet=st.characters(codec=None), max_size=60) | st.text(
    alphabet="/%.25dDaA0ا?#\\ \r\n", max_size=40
)


@given(anything)
def test_any_text_gives_paths_of_this_site(text):
    for path in meant("/" + text):
        assert path.startswith("/")
        assert not path.startswith("//")
        assert path != "/" + text
        assert all(not 0xD800 <= ord(character) <= 0xDFFF for character in path)


@given(anything)
def test_what_was_meant_is_not_bent_further(text):
    for path in meant("/" + text):
        if path.endswith("/") and path == path.lower() and "%" not in path:
            assert next(meant(path), path).rstrip("/") == path.rstrip("/") or path.count("%")
