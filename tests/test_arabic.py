"""The text leaf: dates as people type them, and what counts as the same words."""

from datetime import date

import pytest

from shaf.arabic import count_words, fold, parse_date, slugify

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


def test_words_with_marks_are_one_word():
    assert count_words("تحوّلًا مفصليًا في «المشهد».") == 4
