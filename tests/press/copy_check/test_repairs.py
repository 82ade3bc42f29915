"""A safe repair changes how words are dressed, and never their letters: over the real report and arbitrary texts."""

import re
import unicodedata
from collections import Counter
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Repair
from articles.press.copy.repairing import repaired_html, repaired_text
from articles.press.html.sanitise import canonical
from shaf.text.arabic import INVISIBLE, MARKS, TATWEEL, ascii_digits
from tests.bodies import BODIES, arbitrary

pytestmark = [pytest.mark.outer, pytest.mark.one_database]

REPORTS = sorted((Path(__file__).parents[4] / "shared" / "reports").glob("*.txt"))
TEXTS = [path.read_text() for path in REPORTS]
PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        "كلمة النصُّ ضربةٍمشتركةٍ سواءًا احتمالاً قراراً كـأنصار كـ و ف ال هـ مـصـر فى إستخدام لـالقاهرة "
        "تحديّاً word Foreign Policy 12 ١٥ 3.5 ٣٫٥ 1,000 2025-11-16 أ.د. #وسم_آخر @handle https://e.org/a,b;c x_y.csv "
        "“ ” „ \" « » ( ) [ ] ، ؛ : . ؟ ! , ; ? … .. ... .... - -- – _ _____ / % ٪ ' ’ ﻻ ﷺ ﷲ ی ک ّ َ ُ ً ٍ ٰ ﴿ ﴾ & < >",
    )
    + ["\u00a0", "\t", "\u200b", "\u200c", "\u00ad", "\ufeff", "\u200f", "\u200e", "\u2060", "\u0654", "\n", "\ufffc"]
)
TYPED = st.lists(PIECES | st.sampled_from([" ", " ", "", "", "\u00a0", "  "]) | st.text(max_size=3), max_size=40)
TAG = re.compile("<[^>]*>")
LANGUAGE = st.sampled_from(["ar", "ar", "ar", "en"])


def letters(text: str) -> list[str]:
    """The words, bare of all that is dress: marks, tatweel, what is not seen, the kind of a digit, a و set apart."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    text = ascii_digits(MARKS.sub("", unicodedata.normalize("NFC", text)).replace(TATWEEL, ""))
    return re.findall(r"[^\W_]+", re.sub(r"(?<![^\W_])و\s+(?=[^\W_])", "و", text))


def keeps_its_letters(text: str, language: str) -> str:
    once = repaired_text(text, language)
    assert letters(once) == letters(text)
    assert repaired_text(once, language) == once
    safe = [f for f in check(Document(text=once), language) if f.repair is Repair.SAFE]
    # Where a safe repair would have to reach into what is left alone it is not made.
    assert all("\ufffc" in f.excerpt or not f.edits for f in safe) or not safe
    return once


def stays_canonical(html: str, language: str) -> None:
    before = canonical(html)
    once = repaired_html(before, language)
    assert canonical(once) == once
    assert repaired_html(once, language) == once
    assert letters(unescape(TAG.sub(" ", once))) == letters(unescape(TAG.sub(" ", before)))
    # Where nothing but what cannot be seen stood in it, an element goes.
    assert Counter(TAG.findall(once)) <= Counter(TAG.findall(before))


@pytest.mark.skipif(not TEXTS, reason="the real report is not beside this checkout")
def test_the_real_report_keeps_its_letters():
    once = keeps_its_letters(TEXTS[0], "ar")
    assert once != TEXTS[0]
    stays_canonical("".join(f"<p>{escape(line)}</p>" for line in TEXTS[0].splitlines()), "ar")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TYPED.map("".join), language=LANGUAGE)
def test_texts_keep_their_letters(text, language):
    keeps_its_letters(text, language)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(TYPED.map("".join), min_size=1, max_size=4), seed=st.integers(0, 10_000), language=LANGUAGE)
def test_bodies_stay_canonical(pieces, seed, language):
    marks = [
        "<p>{}</p>",
        "<p>نص <strong>{}</strong> بعده</p>",
        "<ul><li>{}</li></ul>",
        "<h2>{}</h2>",
        "<p><i>{}</i>،</p>",
    ]
    html = "".join(marks[(seed + n) % len(marks)].format(escape(piece)) for n, piece in enumerate(pieces))
    stays_canonical(html + arbitrary(seed), language)


def test_bodies_of_every_kind_stay_canonical():
    for html in BODIES.values():
        stays_canonical(html, "ar")


@pytest.mark.nightly
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TYPED.map("".join), language=LANGUAGE)
def test_many_texts_keep_their_letters(text, language):
    keeps_its_letters(text, language)


@pytest.mark.nightly
@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(TYPED.map("".join), min_size=1, max_size=4), seed=st.integers(0, 100_000), language=LANGUAGE)
def test_many_bodies_stay_canonical(pieces, seed, language):
    test_bodies_stay_canonical.hypothesis.inner_test(pieces, seed, language)


def test_the_measure_sees_a_letter_that_goes():
    """The control."""
    assert letters("سواءًا كانت") != letters("سواءً كانت")
    assert letters("فى مصر") != letters("في مصر")
    assert letters("ضربةٍمشتركةٍ") != letters("ضربةٍ مشتركةٍ")
    assert letters("مـصر و السودان ١٢") == letters("مصر والسودان 12")
