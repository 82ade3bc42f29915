"""The text leaf: dates as people type them, and what counts as the same words."""

from datetime import date

import pytest
from django.utils.text import slugify as django_slugify
from hypothesis import given, settings
from hypothesis import strategies as st

from shaf.text.arabic import INVISIBLE, MARKS, TATWEEL, ascii_digits, count_words, fold, parse_date, slugify

DAY = date(2025, 11, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16/11/2025", DAY),
        ("١٦/١١/٢٠٢٥", DAY),
        ("۱۶-۱۱-۲۰۲۵", DAY),
        ("16.11.2025", DAY),
        ("16 / 11 / 2025 م", DAY),
        ("\u200f16/11/2025\u200f", DAY),
        ("2025-11-16", DAY),
        ("2025/11/16", DAY),
        ("10/11/2025", date(2025, 11, 10)),
        ("16 نوفمبر 2025", DAY),
        ("16 نوفمبر، 2025م.", DAY),
        ("١٦ نُوفمبر ٢٠٢٥", DAY),
        ("16 تشرين الثاني 2025", DAY),
        ("16 تشرين الثاني/نوفمبر 2025", DAY),
        ("16 من نوفمبر 2025", DAY),
        ("الأحد 16 نوفمبر 2025", DAY),
        ("يوم الاحد، 16/11/2025", DAY),
        ("5 أغسطس 2026", date(2026, 8, 5)),
        ("5 اغسطس 2026", date(2026, 8, 5)),
        ("5 أوت 2026", date(2026, 8, 5)),
        ("16 November 2025", DAY),
        ("16th of November, 2025", DAY),
        ("November 16, 2025", DAY),
        ("Nov. 16, 2025", DAY),
        ("Sunday, 16 Nov. 2025", DAY),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_dates(text, expected):
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "غدًا",
        "2025",
        "نوفمبر 2025",
        "16/11",
        "16/11/25",
        "11/16/2025",
        "31/02/2025",
        "29/2/2027",
        "0/1/2025",
        "2025-13-01",
        "16 رمضان 1447",
        "16 نوفمبر/ديسمبر 2025",
        "Smarch 16, 2025",
        "16/11/2025 و17/11/2025",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_date(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إلهام النجّار", "الهام النجار"),
        ("القاهرة", "القاهره"),
        ("مصطفى", "مصطفي"),
        ("مسؤول", "مسئول"),
        ("الكاتـــب", "الكاتب"),
        ("«داعش»", "داعش"),
        ("SHAF  Centre", "shaf centre"),
        ("سنة ٢٠٢٥", "سنة 2025"),
    ],
)
def test_the_same_words(one, other):
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("سوريا", "سوري"), ("النيل", "الليل"), ("2025", "2026")])
def test_other_words(one, other):
    assert fold(one) != fold(other)


def test_a_slug_keeps_letters_and_is_cut_between_words():
    assert slugify("مخاطرُ التمدّد الإرهابيّ في ٢٠٢٥!") == "مخاطر-التمدد-الإرهابي-في-2025"
    long = slugify("مستقبل المفاوضات " * 20)
    assert len(long) <= 80
    assert set(long.split("-")) == {"مستقبل", "المفاوضات"}
    assert slugify("؟!") == ""


# What stands between two words → what a slug makes of it.
BETWEEN = {
    "-": [*"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u00a0\u2003\u2009\u2028\u2029\u202f\u205f\u3000", *"-‐‑‒–—―−"]
    + [*'/\\|,،;؛:·•.…!؟?&+*=@#%٪<>«»"“”()[]{}~^$€©°÷×→'],
    "_": ["_"],
    # Unseen, or a mark on the letter before it.
    "": [*"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\x00\x07\x7f"]
    + ["ـ", "\u0651", "\u0338"],
}


@pytest.mark.parametrize(("made", "character"), [(made, c) for made, all_ in BETWEEN.items() for c in all_], ids=ascii)
def test_what_stands_between_two_words_of_a_slug(made, character):
    assert slugify(f"السعودية{character}الإمارات") == f"السعودية{made}الإمارات"
    if character != ",":
        assert slugify(f"٢٠٢٤{character}٢٠٢٥") == f"2024{made}2025"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("السعودية/الإمارات", "السعودية-الإمارات"),
        ("٢٠٢٤–٢٠٢٥", "2024-2025"),
        ("50/50", "50-50"),
        ("3.5%", "3-5"),
        ("١٢٫٥٪", "12-5"),
        # These stand inside a word or a number.
        ("U.S. policy", "us-policy"),
        ("1,250 طن", "1250-طن"),
        ("١٬٢٥٠", "1250"),
        ("12,5", "12-5"),
        ("Women’s rights, don't", "womens-rights-dont"),
        ("‘quoted’ words", "quoted-words"),
        ("example.org", "example-org"),
    ],
)
def test_slugs(title, slug):
    assert slugify(title) == slug


def former_slug(text: str) -> str:
    """As slugs were made before dashes and slashes parted words."""
    return django_slugify(ascii_digits(MARKS.sub("", INVISIBLE.sub("", text)).replace(TATWEEL, "")), allow_unicode=True)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="اب_-/–.'’,ʼaB19 \x0b", max_size=30))
def test_a_slug_is_its_own_slug_also_one_of_before(text):
    for slug in (slugify(text), former_slug(text)):
        if len(slug) <= 80 and former_slug(slug) == slug:
            assert slugify(slug) == slug


def test_words_with_marks_are_one_word():
    assert count_words("تحوّلًا مفصليًا في «المشهد».") == 4
