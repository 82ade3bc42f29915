"""Words, stems and typed queries: pure functions, so hypothesis may ask them anything."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from shaf.text import search_words
from shaf.text.broken_plurals import PLURALS
from shaf.text.search_terms import All, But, Phrase, Some, every, fts5, instr, pair, pairs, some, tsquery
from shaf.text.search_words import Term, expansions, parse, stem, words

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" ـ«»“”-،.aéA1"))
SAMPLES = Path(settings.BASE_DIR) / "articles" / "desk" / "importers" / "samples"


@given(st.text() | ARABIC)
def test_normalising_again_changes_nothing(text):
    once = words(text)
    assert words(" ".join(once)) == once


@given(st.text() | ARABIC)
def test_words_hold_letters_and_digits_alone(text):
    for word in words(text):
        assert word.isalnum()
        assert 0 < len(word) <= search_words.LONGEST_WORD
        assert stem(word)
        assert all(expansions(word))


@given(st.text(max_size=400) | ARABIC)
def test_any_text_is_a_query(text):
    query = parse(text)
    assert sum(len(term.words) for term in query.terms) <= search_words.MOST_WORDS
    assert all(term.words and term.stems for term in query.terms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الإرهاب", "الارهاب"),
        ("القاهرة", "القاهره"),
        ("التمدّد", "التمدد"),
        ("مسؤول", "مسئول"),
        ("٢٠٢٥", "2025"),
        ("ﺳﻮرﻳﺎ", "سوريا"),
        ("سوريا\u200f", "سوريا"),
        ("علـــى", "عَلَى"),
        ("الموانىء", "الموانئ"),
        ("شؤون", "شئون"),
        ("communiqué", "Communique"),
    ],
)
def test_spellings_of_one_word(one, other):
    assert words(one) == words(other)


def test_words_that_grew_together():
    assert words("ضربةٍمشتركةٍ") == ["ضربه", "مشتركه"]
    assert words("كـأنصار كـ”خائن”") == ["ك", "انصار", "ك", "خاءن"]


@pytest.mark.parametrize(
    ("forms", "stemmed"),
    [
        ("تحدي تحديات التحديات تحديًا", "تحد"),
        ("سوريا سورية السوري والسوريين", "سور"),
        ("السفن سفينة سفينتين", "سفين"),
        ("دولي الدولية دوليًا", "دولي"),
        ("دولة الدول", "دول"),
        ("elections election Elections", "election"),
        ("countries country", "country"),
    ],
)
def test_forms_of_one_stem(forms, stemmed):
    assert {stem(word) for word in words(forms)} == {stemmed}


FAMILIES = (
    "ماء الماء مياه المياه مائي المائية بالماء والماء",
    "ولاية ولايات الولايات ولايتها",
    "هيئة هيئات الهيئة هيئتها",
    "سنة سنوات السنوات",
    "تكلفة كلفة التكاليف",
    "center centre Centres",
    "labour labor",
    "organisation organizations",
    "امرأة المرأة نساء النسائي",
    "حصة حصص",
    "حل الحل حلول للحل",
    "سد السد سدود",
    "رغيف أرغفة",
    "نقطة نقاط",
    "وسيط الوسطاء",
    "رافد روافد",
    "تاجر التجار",
    "تجارة التجارية",
    "بيان البيان",
    "بيانات البيانات",
    "قضاء القضائية",
    "قضية القضايا",
    "كهرباء الكهربائية",
    "آلية الآليات",
    "مدينة المدن",
    "مدني المدنيين",
    "أمر أوامر",
    "علي",
    "على",
    "ما",
    "ولا",
    "عليا",
    "إليها",
)


def test_families_of_words_and_nothing_between_them():
    stems = [{stem(word) for word in words(family)} for family in FAMILIES]
    for family, found in zip(FAMILIES, stems, strict=True):
        assert len(found) == 1, (family, found)
    assert len(set().union(*stems)) == len(FAMILIES)


def test_nothing_is_cut_down_to_a_particle():
    assert "ماء" in expansions("بمياه")
    assert "ماء" in expansions(words("ومياهها")[0])
    for word in words("ماء ولاية ولايات عليا علياء عليه إليه لهم والله الآن ماؤها منه كله وعلى"):
        for found in (stem(word), *expansions(word)):
            assert found == word or found not in search_words.UNCUT, word


def test_ali_may_be_how_a_particle_was_typed_among_other_words():
    assert [term.stems for term in parse("الاعتماد علي الذات").terms][1] == [("علي",), ("على",)]
    assert [term.stems for term in parse("علي").terms] == [[("علي",)]]


def test_joined_prefixes_are_expansions_and_no_stems():
    assert "استغلال" in expansions(words("لاستغلال")[0])
    assert "مكافح" in expansions(words("ولمكافحة")[0])
    assert not expansions("قمح")


def test_no_plural_is_another_words_singular():
    singulars = {stem(words(singular)[0]) for singular in PLURALS}
    for singular, plurals in PLURALS.items():
        own = stem(words(singular)[0])
        for plural in words(plurals):
            assert stem(plural) == own, plural
            assert search_words._light(plural) not in singulars - {own}, plural


def test_quotation_marks_make_phrases():
    query = parse('"حوض النيل" مياه «الأمن المائي» “x y”')
    assert [(term.words, term.quoted) for term in query.terms] == [
        (("حوض", "النيل"), True),
        (("مياه",), False),
        (tuple(words("الأمن المائي")), True),
        (("x", "y"), True),
    ]


def test_a_lone_quotation_mark_is_nothing():
    assert [term.words for term in parse('"حوض النيل').terms] == [("حوض",), ("النيل",)]


def test_one_typed_word_of_several():
    assert parse("18/06/2026").terms == (Term(("18", "06", "2026")),)
    assert parse("al-Amin").terms == (Term(("al", "amin")),)
    assert parse("كـأنصار").terms == (Term(("انصار",)),)


def test_small_words_fall_away_unless_quoted():
    assert [term.words for term in parse("الأمن في الساحل").terms] == [("الامن",), ("الساحل",)]
    for typed in ("في", "ما", "على", "كل من", "إلى", "ولا", "the of", "وفي عن"):
        assert (parse(typed).terms, parse(typed).small) == ((), True), typed
    assert [term.words for term in parse("علي").terms] == [("علي",)]
    assert not parse("").small
    assert not parse("…").small
    assert [term.words for term in parse('"في الساحل"').terms] == [("في", "الساحل")]


def test_a_joined_waw_may_be_no_part_of_the_word():
    first, second = parse("روسيا وايران").terms
    assert not first.joined
    assert second.stems == [(stem("وايران"),), (stem("ايران"),)]


def test_too_much_is_cut_and_says_so():
    query = parse(" ".join(f"كلمة{n}" for n in range(40)))
    assert query.cut
    assert len(query.terms) == search_words.MOST_WORDS
    assert parse("ا" * 10_000).cut
    assert not parse("قمح").cut


def test_conditions_in_three_languages():
    condition = But(every([Phrase(("e_a",)), some([Phrase(("s_c",)), Phrase(("s_d",))])]), Phrase(("t_a",)))
    assert fts5(condition) == '(("e_a" AND ("s_c" OR "s_d")) NOT "t_a")'
    assert tsquery(condition) == "(('e_a' & ('s_c' | 's_d')) & !'t_a')"
    assert instr(condition, "x") == (
        "((instr(x, ' e_a ') AND (instr(x, ' s_c ') OR instr(x, ' s_d '))) AND NOT instr(x, ' t_a '))"
    )
    assert isinstance(every([Phrase(("a",))]), Phrase)
    assert isinstance(every([Phrase(("a",))] * 2), All)
    assert isinstance(some([Phrase(("a",))] * 2), Some)
    with pytest.raises(ValueError, match="no parts"):
        every([])


def test_a_phrase_is_looked_for_by_its_pairs():
    ab, bc = pair("e_a", "e_b"), pair("e_b", "e_c")
    assert len({ab, bc, pair("e_b", "e_a"), pair("s_a", "s_b")}) == 4
    assert fts5(Phrase(("e_a", "e_b"))) == f'"{ab}"'
    assert tsquery(Phrase(("e_a", "e_b"))) == f"(('e_a' <-> 'e_b') | ('{ab}'))"
    phrase = Phrase(("e_a", "e_b", "e_c"))
    assert fts5(phrase) == f'("{ab}" AND "{bc}" AND "e_a e_b e_c")'
    assert tsquery(phrase) == f"(('e_a' <-> 'e_b' <-> 'e_c') | ('{ab}' & '{bc}'))"
    assert instr(phrase, "x") == "instr(x, ' e_a e_b e_c ')"


AB, CD, ONE = Phrase(("a", "b")), Phrase(("c", "d")), Phrase(("z",))


@pytest.mark.parametrize(
    ("condition", "known"),
    [
        (ONE, None),
        (AB, Phrase((pair("a", "b"),))),
        (All((ONE, AB)), Phrase((pair("a", "b"),))),
        (All((AB, CD)), All((Phrase((pair("a", "b"),)), Phrase((pair("c", "d"),))))),
        (Some((AB, CD)), Some((Phrase((pair("a", "b"),)), Phrase((pair("c", "d"),))))),
        (Some((ONE, AB)), None),
        (But(AB, CD), Phrase((pair("a", "b"),))),
        (But(ONE, AB), None),
    ],
)
def test_no_pair_is_asked_for_that_an_answer_may_lack(condition, known):
    assert pairs(condition) == known


def test_the_version_counts_up_with_every_change():
    """Words, stems and expansions of the samples. Where this differs, raise VERSION and write the new hash here."""
    digest = hashlib.sha256()
    for path in sorted(SAMPLES.glob("*.txt")):
        for word in words(path.read_text()):
            digest.update(f"{word} {stem(word)} {expansions(word)}\n".encode())
    assert (search_words.VERSION, digest.hexdigest()[:16]) == (4, "6eac22a8fca728b3")


def test_a_phrase_that_is_too_long_is_searched_for_as_far_as_it_goes():
    query = parse('"' + " ".join(f"كلمة{n}" for n in range(20)) + '"')
    assert query.cut
    (term,) = query.terms
    assert term.quoted
    assert len(term.words) == search_words.MOST_WORDS
