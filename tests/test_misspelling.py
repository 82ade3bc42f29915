"""Which words may be how others were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shaf.text.misspelling import mistakes
from shaf.text.search_words import words

MEANT = """
    القمخ القمح، القمج القمح، قمخ القمح، السوادن السودان، السودن السودان، اقتصاض اقتصاد، اقتصااد اقتصاد،
    الملاحح الملاحة،
    الاحمرر الأحمر، انتخابت انتخابات، انتخبات انتخابات، انتحابات انتخابات، افرقيا أفريقيا، التضليلل التضليل،
    التظليل التضليل، الاعلم الإعلام، الاعلاام الإعلام، حوظ حوض، الامدد الإمداد، الامداض الإمداد، منصر منصور، طارك طارق،
    ادرس إدريس، دروص دروس، الندررة الندرة، المنافغ المنافع، سوك سوق، الشعيز الشعير، المستقبلل المستقبل، الهم إلهام،
    watr water، secuirty security، shiping shipping، scracity scarcity، benifits benefits، Tarik Tarek، Nil Nile
"""
ANOTHER = """
    الربظ الحرب، سيارة سامر، مريض مريم، بنك بين، بنت بين، عمل على، قمل قبل، اليمن الأمن، ليبيا ليلى، ايران آسيا،
    سمير سامر،
    ياسمين السياسي، سالم سامر، طالب طال، السحل السجلات، الصحرا الحرب، عمر عام، كلب كتب، بحر بصر، جبل جمل، نفط نقطة،
    halal Hala، read Red، house mouse، table cable
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(words(pair)) for pair in text.split("،")]


@pytest.mark.parametrize(("typed", "meant"), pairs(MEANT))
def test_slips_are_known(typed, meant):
    assert mistakes(typed, meant) is not None


@pytest.mark.parametrize(("typed", "other"), pairs(ANOTHER))
def test_another_word_is_not_a_slip(typed, other):
    assert mistakes(typed, other) is None


@given(st.text("ابتثجحخ ky", max_size=12), st.text("ابتثجحخ ky", max_size=12))
def test_it_is_a_distance(one, other):
    assert mistakes(one, one) in (0, None)
    assert mistakes(one, other) == mistakes(other, one) or (one.isascii() != other.isascii())
