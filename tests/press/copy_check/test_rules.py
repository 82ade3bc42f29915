# ruff: noqa: E501 -- a case is easier to read in one line
"""Every rule by its own examples, and what a house may decide of them."""

import pytest

from articles.press.copy.block import of_text
from articles.press.copy.checking import check, check_block
from articles.press.copy.document import Blocks, Document, Reference
from articles.press.copy.findings import Repair, Severity
from articles.press.copy.house import House, Term
from articles.press.copy.repairing import Moved, accepted, repaired, repaired_html, repaired_text
from articles.press.copy.rules import FAMILIES, REPAIRED_IN_ORDER, RULES
from articles.press.copy.style import RULES as STYLE
from shaf.text import hunspell
from shaf.text.hunspell import speller
from tests.press.copy_check.sentences import example

pytestmark = [pytest.mark.outer, pytest.mark.one_database]

ALL_ON = House(on=frozenset(RULES))
FAMILY_SIZES = {"SP": 9, "QU": 4, "PU": 10, "DI": 8, "OR": 8, "NU": 3, "ST": 9, "ED": 1, "EN": 6}
# What they say depends on the house's terms and dictionary.
OF_A_HOUSE = {"OR05", "OR07", "ST08"}
# What they call a letter too much or another letter is a person's to judge.
CHANGE_LETTERS = {"DI02", "DI03", "DI04", "DI08", "OR02", "OR03", "OR04", "OR05", "OR06", "SP07", "ST03", "ST05"}


def cases(which: str) -> list:
    return [
        pytest.param(rule, text, id=f"{rule.id} {text[:30]}")
        for rule in RULES.values()
        for text in getattr(rule, which)
    ]


def rules_of(text: str, language: str = "ar", house: House = ALL_ON) -> set[str]:
    return {finding.rule for finding in check(example(text), language, house)}


def language_of(rule) -> str:
    return "ar" if "ar" in rule.languages else "en"


def test_the_table_is_whole():
    sizes = {prefix: sum(rule.startswith(prefix) for rule in RULES) for prefix in FAMILY_SIZES}
    assert sizes == FAMILY_SIZES
    assert sum(map(len, FAMILIES.values())) == len(RULES) == len(REPAIRED_IN_ORDER) == sum(FAMILY_SIZES.values())
    assert {rule.id for rule in RULES.values() if not rule.must} == OF_A_HOUSE
    assert all((rule.must_not and rule.find) or rule.survey for rule in RULES.values())
    assert not {rule for rule in CHANGE_LETTERS if RULES[rule].repair is Repair.SAFE}


@pytest.mark.parametrize(("rule", "text"), cases("must"))
def test_a_rule_speaks_where_it_must(rule, text):
    assert rule.id in rules_of(text, language_of(rule))


@pytest.mark.parametrize(("rule", "text"), cases("must_not"))
def test_a_rule_is_silent_where_it_must_be(rule, text):
    assert rule.id not in rules_of(text, language_of(rule))


REPAIRS = {
    "SP01 and SP03": ("شهدت  المنطقة ، تحولًا .", "شهدت المنطقة، تحولًا."),
    "SP04": ("انتهت المهلة،ولم يصل الرد.", "انتهت المهلة، ولم يصل الرد."),
    "SP05": ("مصر و السودان  و ليبيا.", "مصر والسودان وليبيا."),
    "the sample's own title": ("سوريا ” مخاطر التمدّد “", "سوريا «مخاطر التمدّد»"),
    "QU01 around QU": ('قال: "نعم" ثم “لا”.', "قال: «نعم» ثم «لا»."),
    "a clitic before it": ("كـ”خيانة” لا تُغتفر.", "كـ«خيانة» لا تُغتفر."),
    "PU01 and PU02": ("هل تكفي?? ربما, نعم.", "هل تكفي؟ ربما، نعم."),
    "PU05": ("الباحثون - وهم كثر - هنا.", "الباحثون – وهم كثر – هنا."),
    "DI01": ("قراراً صعباً تحديّاً.", "قرارًا صعبًا تحديًّا."),
    "OR01": ("كـأنصار التوحيد و كـ«خيانة».", "كأنصار التوحيد وكـ«خيانة»."),
    "OR08": ("وﻻ تزال\u200b المه\u00adلة.", "ولا تزال المهلة."),
    "NU01": ("من 12 إلى ١٥ عامًا.", "من 12 إلى 15 عامًا."),
    "letters are only suggested": ("فى سواءًا إستخدام الوزیر لـالقاهرة.", "فى سواءًا إستخدام الوزیر لـالقاهرة."),
}


@pytest.mark.parametrize(("written", "wanted"), REPAIRS.values(), ids=REPAIRS)
def test_safe_repairs(written, wanted):
    assert repaired_text(written, "ar") == wanted
    assert repaired_html(f"<p>{written}</p>", "ar") == f"<p>{wanted}</p>"


def test_english_is_repaired_by_its_own_rules():
    assert (
        repaired_text('The minister\'s "reply" -- short,and late...', "en")
        == "The minister’s “reply” – short, and late…"
    )


HTML = {
    "a mark between two runs": (
        "<p>رأت <strong>“تحالفًا</strong> جديدًا” هنا .</p>",
        "<p>رأت <strong>«تحالفًا</strong> جديدًا» هنا.</p>",
    ),
    "a space across a run": ("<p>انتهت <i>المهلة </i>، ثم.</p>", "<p>انتهت <i>المهلة</i>، ثم.</p>"),
    "attributes": (
        '<p><a href="https://example.org/?a=1,2&amp;b=3">قال : نعم</a></p>',
        '<p><a href="https://example.org/?a=1,2&amp;b=3">قال: نعم</a></p>',
    ),
    "code, another's words, another language": (
        '<p><code>أ , ب</code> و<q>و قال</q> و<span lang="en">a , b</span>.</p>',
        '<p><code>أ , ب</code> و<q>و قال</q> و<span lang="en">a , b</span>.</p>',
    ),
    "a quotation": ("<blockquote><p>و قال , نعم</p></blockquote>", "<blockquote><p>و قال , نعم</p></blockquote>"),
    "signs of markup": ("<p>س &lt; ص , ثم &amp; ع .</p>", "<p>س &lt; ص، ثم &amp; ع.</p>"),
    "lists, cells, captions": (
        '<ul><li>نعم .<ul><li>لا .</li></ul></li></ul><figure class="table"><table><tbody><tr><td>نعم .</td></tr></tbody>'
        "</table><figcaption>لا .</figcaption></figure>",
        '<ul><li>نعم.<ul><li>لا.</li></ul></li></ul><figure class="table"><table><tbody><tr><td>نعم.</td></tr></tbody>'
        "</table><figcaption>لا.</figcaption></figure>",
    ),
    "a note and its number": (
        '<p>نعم<a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a> .</p>'
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">انظر : الجدول.</li></ol></section>',
        '<p>نعم<a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>.</p>'
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">انظر: الجدول.</li></ol></section>',
    ),
}


@pytest.mark.parametrize(("written", "wanted"), HTML.values(), ids=HTML)
def test_only_the_text_is_repaired(written, wanted):
    assert repaired_html(written, "ar") == wanted


def test_every_field_is_read_and_repaired():
    document = Document(
        title="سوريا  اليوم",
        standfirst="نعم ، ولا.",
        key_points=("أولًا .", "ثانيًا."),
        body="<p>نعم .</p>",
        cover_caption="مشهد .",
        correction_note="صُحح التاريخ .",
    )
    fields = {finding.place.field for finding in check(document, "ar") if finding.repair is Repair.SAFE}
    assert fields == {"title", "standfirst", "key_points", "body", "cover_caption", "correction_note"}
    assert repaired(document, "ar") == Document(
        title="سوريا اليوم",
        standfirst="نعم، ولا.",
        key_points=("أولًا.", "ثانيًا."),
        body="<p>نعم.</p>",
        cover_caption="مشهد.",
        correction_note="صُحح التاريخ.",
    )
    assert repaired(Document(), "ar") == Document()


def test_a_finding_names_its_place():
    body = "<h2>تداعيات</h2><ul><li>أول.</li><li>انعقد <strong>فى</strong> القاهرة أمس.</li></ul>"
    (finding,) = check(Document(body=body), "ar")
    assert (finding.rule, finding.severity, finding.repair) == ("OR04", Severity.WARNING, Repair.SUGGESTED)
    assert (finding.place.field, finding.place.block, finding.place.offset, finding.place.length) == ("body", 2, 6, 2)
    assert (finding.before, finding.excerpt, finding.after) == ("انعقد ", "فى", " القاهرة أمس.")
    assert finding.suggestions == ("في",)
    mended = accepted(Document(body=body), "ar", finding)
    assert mended.body == body.replace("فى", "في")
    with pytest.raises(Moved):
        accepted(mended, "ar", finding)


def test_another_of_the_suggestions_may_be_taken():
    document = Document(text="استجلاب ضربةٍمشتركةٍ الآن.")
    finding = next(finding for finding in check(document, "ar") if finding.rule == "SP07")
    assert [accepted(document, "ar", finding, n).text for n in range(2)] == [
        "استجلاب ضربةٍ مشتركةٍ الآن.",
        "استجلاب ضربةمشتركةٍ الآن.",
    ]


def test_an_article_after_a_preposition_loses_its_alef():
    document = Document(text="رواية لـالطيب صالح.")
    (finding,) = check(document, "ar")
    assert accepted(document, "ar", finding).text == "رواية للطيب صالح."


def test_a_block_alone_is_judged_as_in_its_text():
    (block,) = Blocks(Document(body="<p>مصر و السودان ، معًا.</p>"), "ar").all
    assert [finding.rule for finding in check_block(block, "ar")] == ["SP05", "SP03"]
    typed = of_text("title", 0, "ar", "title", "مصر و السودان")
    assert [finding.rule for finding in check_block(typed, "ar")] == ["SP05"]
    # What only the whole text tells is not judged.
    digits = Document(body="<p>12 عامًا.</p><p>١٥ عامًا.</p>")
    assert [finding.rule for finding in check(digits, "ar")] == ["NU01"]
    assert not [finding for one in Blocks(digits, "ar").all for finding in check_block(one, "ar")]


def test_a_house_has_terms_names_and_rules():
    text = "أعلن داعش و بداعش عن معرض إستخدام الدولي."
    term = Term("داعش", "تنظيم الدولة", "كما يعتمده المركز")
    house = House((term, Term("الكيان")), names=frozenset({"معرض إستخدام"}), off=frozenset({"SP05"}))
    assert rules_of(text, house=House()) == {"SP05", "OR03"}
    found = check(example(text), "ar", house)
    assert [(f.rule, f.excerpt, f.suggestions, f.message) for f in found] == [
        ("ST08", "داعش", ("تنظيم الدولة",), "كما يعتمده المركز")
    ] * 2
    forbidden = House((Term("الكيان", reason="لا نكتبه", forbidden=True),))
    (finding,) = check(example("انسحبت من الكيان."), "ar", forbidden)
    assert (finding.severity, finding.repair, finding.message) == (Severity.ERROR, Repair.SAID, "لا نكتبه")


def test_rules_that_are_off_are_switched_on_by_the_house():
    off = [rule for rule in RULES.values() if not rule.is_on]
    assert {rule.id for rule in off} == {"DI05", "ST09"}
    for rule in off:
        assert rule.id not in rules_of(rule.must[0], house=House())


def test_a_report_that_lacks_something():
    bare = Document(body="<p>نص.</p>", standfirst="", key_points=(), references=(Reference(False, True),))
    found = [(finding.rule, finding.place.field) for finding in check(bare, "ar")]
    assert found == [("ED01", "standfirst"), ("ED01", "key_points"), ("ED01", "body"), ("ED01", "references")]
    whole = Document(
        body='<p>نص <a href="/a/">هنا</a>.</p>',
        standfirst="ملخص.",
        key_points=("نقطة.",),
        references=(Reference(True, True),),
    )
    assert not check(whole, "ar")
    assert [finding.rule for finding in check(Document(title="عنوان " * 16), "ar")][-1] == "ED01"


@pytest.mark.skipif(speller("ar") is None, reason="Hunspell has no Arabic here")
def test_spelling_is_a_hint_where_there_is_a_dictionary():
    house = House(names=frozenset({"قسد"}), unknown=speller("ar"))
    found = [
        (f.rule, f.excerpt, f.suggestions) for f in check(example("عقدت قسد جلسه في الداخل السوريا."), "ar", house)
    ]
    assert found == [("OR05", "جلسه", ("جلسة",)), ("OR07", "جلسه", ()), ("OR07", "السوريا", ())]
    assert all(RULES[rule].severity is not Severity.ERROR for rule, _excerpt, _suggestions in found)


def test_no_dictionary_is_no_error():
    assert speller("xx") is None
    assert rules_of("جلسه السوريا.") == set()


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [("123", ""), ("124", "4"), ("1223", "2"), ("12h12", ""), ("34", ""), ("1212", ""), ("13h24", "34")],
)
def test_typed_numbers_follow_one_another(numbers, wrong):
    body = "".join("<h2>عنوان</h2>" if n == "h" else f"<p>{n}- تصعيد عملياتي.</p>" for n in numbers)
    found = [f.excerpt for f in check(Document(body=body), "ar") if f.rule == "PU10" and f.repair is Repair.SAID]
    assert "".join(found) == wrong


def test_severity_grows_with_a_sentence():
    severities = [
        [
            finding.severity
            for finding in check(example(" ".join(["كلمة أخرى"] * pairs) + "."), "ar")
            if finding.rule == "ST01"
        ]
        for pairs in (25, 26, 40, 41)
    ]
    assert severities == [[], [Severity.WARNING], [Severity.WARNING], [Severity.ERROR]]
    assert STYLE[0].id == "ST01"


def test_a_house_says_how_grave_a_rule_is():
    text = example("مصر و السودان.")
    assert [f.severity for f in check(text, "ar")] == [Severity.ERROR]
    softer = House(severities={"SP05": Severity.INFO})
    assert [f.severity for f in check(text, "ar", softer)] == [Severity.INFO]
    bare = Document(title="عنوان", body="<p>نص.</p>", standfirst="")
    stricter = House(severities={"ED01": Severity.ERROR, "ST01": Severity.WARNING})
    assert {f.severity for f in check(bare, "ar", stricter) if f.rule == "ED01"} == {Severity.ERROR}
    # A sentence of more than eighty words is an error of itself, and here is not.
    long = example("كلمة " * 90 + ".")
    assert Severity.ERROR in {f.severity for f in check(long, "ar") if f.rule == "ST01"}
    assert {f.severity for f in check(long, "ar", stricter) if f.rule == "ST01"} == {Severity.WARNING}


def test_a_repair_of_all_passes_over_what_is_spared():
    text = Document(text="مصر و السودان و ليبيا  اليوم.")
    assert repaired(text, "ar").text == "مصر والسودان وليبيا اليوم."
    spared = lambda finding: finding.rule == "SP05" and finding.after.startswith("ليبيا")  # noqa: E731
    assert repaired(text, "ar", spared=spared).text == "مصر والسودان و ليبيا اليوم."


def test_a_block_alone_may_begin_a_quotation_that_goes_on():
    begun = of_text("body", 0, "ar", "paragraph", "قال: «بدأ القول هنا.")
    assert "QU03" not in {f.rule for f in check_block(begun, "ar")}
    broken = of_text("body", 0, "ar", "paragraph", "قال (بدأ القول هنا.")
    assert "QU03" in {f.rule for f in check_block(broken, "ar")}


def test_the_dictionary_is_asked_only_for_words_that_are_new(monkeypatch):
    asked = []
    monkeypatch.setattr(hunspell.shutil, "which", lambda _name: "hunspell")
    monkeypatch.setattr(
        hunspell, "_lacking", lambda _program, _language, words: asked.append(words) or words & {"داعش"}
    )
    lacking = hunspell.speller.__wrapped__("ar")
    asked.clear()
    assert lacking(frozenset({"داعش", "كتاب"})) == {"داعش"}
    assert lacking(frozenset({"داعش", "كتاب", "قلم"})) == {"داعش"}
    assert asked == [{"داعش", "كتاب"}, {"قلم"}]
