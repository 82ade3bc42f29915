"""The grammar of plain-text reports: what a text becomes, what is refused, and that nothing is lost."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from articles.desk.importers import decode
from articles.desk.importers.body import Line
from articles.desk.importers.body import parse as parse_body
from articles.desk.importers.plain_text import parse
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.run import SAMPLES
from articles.desk.importers.titles import proposed
from articles.desk.importers.to_html import to_html
from articles.press.html.sanitise import canonical
from shaf.text import arabic

REAL = Path(settings.BASE_DIR).parent / "shared" / "reports" / "000_0c8adc825ec604f2.txt"
ATTRIBUTION = ["المصدر: مركز شاف", "الكاتب: إلهام النجار", "التاريخ: 16/11/2025"]
PROSE = "يُعدّ هذا القرار تحوّلًا مفصليًا في المشهد، إذ تتقاطع فيه مصالح أطراف كثيرة وتتبدّل معه حسابات الجميع."
ENGLISH = "The decision is a turning point, since the interests of many sides cross in it and everybody counts anew."


def real_report():
    if not REAL.exists():
        pytest.skip("the real report is not beside this checkout: ../shared/reports/ is missing")
    return decode.read(REAL)


def document(*body, title="عنوان التقرير", branch="فرع القاهرة", ending=ATTRIBUTION):
    return "\n\n".join([title, *([branch] if branch else []), *body, *ending])


def body_html(*lines):
    return to_html(parse_body([Line(n, line) for n, line in enumerate(lines, start=1)])[0])


def rendered(html):
    """The text that a reader sees, with the list's numbers typed again and white space folded."""
    words = []

    def walk(element):
        if element.tag == "ol":
            number = int(element.get("start", 1))
            for place, item in enumerate(element):
                words.append(f"{number + place}-")
                walk(item)
            return
        words.append(element.text or "")
        for child in element:
            walk(child)
            words.append(child.tail or "")

    walk(lxml_html.fragment_fromstring(html, create_parent="div"))
    return " ".join(" ".join(words).split())


def typed(lines):
    """The body's lines as one text, each number typed as `N-` and other markers left out."""
    words = []
    for line in lines:
        number = re.match(r"\(?([0-9٠-٩]{1,2})\s*[-.)]\s+", line)
        bullet = re.match(r"[-•]\s+", line)
        if number:
            line = f"{int(number[1])}- {line[number.end() :]}"
        elif bullet:
            line = line[bullet.end() :]
        words.append(line)
    return " ".join(" ".join(words).split())


def as_numbers(text):
    """`12.`, `١٢)` and `12 -` as `12-`: a number that fits no list stays as it was typed."""
    return re.sub(r"(?<!\S)([0-9٠-٩]{1,2})(?:[.)]| -)(?!\S)", r"\1-", text).translate(arabic.DIGITS)


# The real report


EXPECTED_OUTLINE = """\
p يُشكّل إعلانُ
p تكمُن أهمية
h2 تداعيات القرار
p يُعدّ قرار
ol 1
  li تصعيد عملياتي وعودة الهجمات التكتيكية:
    p وسياقٌ آخر
  li إعادة توجيه الحملات الدعائية والتجنيد:
  li تفكّك وإعادة ترتيب التحالفات المحلية:
    ul
      li شبكاتٌ نائمةٌ واستغلال الوضع السياسي:
      li شبكات الدعم العابر للحدود:
  li استهداف مبادرات المصالحة والتسويات:
h2 انعكاسات القرار على تعقيد المشهد الأمني
p يُعدّ قرار
ol 1
  li الدوافع العقائدية :
  li الاعتبارات التنظيمية والميدانية :
  li البُعد الإقليمي - مؤشرات متباينة:
  li زيادة مخاطر الانتشار الإقليمي:
    ul
      li الكيان الصهيوني:
      li لبنان والأردن والعراق وتركيا:
        ul
          li لبنان:
          li الأردن:
          li العراق:
          li تركيا:
p بشكلٍ عامٍ،
ul
  li تَضاربُ مصالح
  li احتمالُ تصاعدِ
  li ضعْفُ قدرة
p وبالتالي فإن
h2 مآلات مستقبلية
p تُشير المآلات
ul
  li تصاعد ملحوظ:
  li إدارة تَنَسُّق مع قدرة احتواء متوسطة (الأكثر احتمالاً):
  li نجاح استثنائي:
h2 توصيات ميدانية واستراتيجية
p تأتي هذه
p ومن أبرزها:
ul
  li آليةُ إشرافٍ متعددة الأطراف:
  li تعزيز تبادل المعلومات الاستخباراتية الواقعي والمتدرج:
  li برامجُ نزْع السلاح وإعادة الإدماج:
  li ضمان الشفافية في إجراءات الشطب من قوائم التنظيمات الإرهابية:
p ختامًا:
p من الناحية
p وفي النهاية،"""


def outline(html):
    """The skeleton: each block by its bold head or its first two words."""
    lines = []

    def words(element):
        bold = element.find("strong")
        if element.tag == "h2":
            return element.text
        if bold is not None and not (element.text or "").strip():
            return bold.text
        return " ".join((element.text or "").split()[:2])

    def walk(element, depth):
        for child in element:
            if child.tag in ("ol", "ul"):
                lines.append("  " * depth + (f"ol {child.get('start', 1)}" if child.tag == "ol" else "ul"))
                walk(child, depth + 1)
            elif child.tag == "li":
                paragraphs = child.findall("p")
                first = paragraphs[0] if paragraphs else child
                lines.append("  " * depth + f"li {words(first)}")
                if paragraphs:
                    child.remove(first)
                walk(child, depth + 1)
            elif child.tag in ("p", "h2"):
                lines.append("  " * depth + f"{child.tag} {words(child)}")

    walk(lxml_html.fragment_fromstring(html, create_parent="div"), 0)
    return " ".join("\n".join(lines).split(" ")).replace("\u00a0", " ")


def test_the_real_report_yields_its_blocks_in_their_groups():
    text = real_report()
    report = parse(text)
    found = outline(to_html(report.blocks))
    assert found == EXPECTED_OUTLINE
    kinds = [line.split()[0] for line in found.splitlines()]
    assert kinds.count("h2") == 4
    assert kinds.count("p") + kinds.count("li") == 39


def test_the_real_report_yields_its_attributions():
    report = parse(real_report())
    assert report.title == "سوريا والتحالف الدولي ” مخاطر التمدّد الإرهابي “"
    assert (report.branch, report.language, report.recents) == ("القاهرة", "ar", ())
    assert [(a.source, a.authors, a.date, a.url) for a in report.attributions] == [
        ("مركز شاف لتحليل الأزمات والدراسات المستقبلية", ["إلهام النجار"], date(2025, 11, 16), ""),
        ("الجزيرة نت", ["باسل المحمد"], date(2025, 11, 10), ""),
    ]


def test_nothing_of_the_real_report_is_lost():
    text = real_report()
    html = to_html(parse(text).blocks)
    lines = [line for line in text.splitlines()[2:88] if line.strip()]
    assert len(lines) == 43
    assert canonical(html) == html
    assert rendered(html) == typed(lines)


# The samples


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_nothing_of_a_sample_is_lost(path):
    text = decode.read(path)
    report = parse(text)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    end = next(n for n, line in enumerate(lines) if re.match("المصدر ?:|Source ?:", line))
    html = to_html(report.blocks)
    assert canonical(html) == html
    assert rendered(html) == typed(lines[2:end])


# Each rule


CASES = {
    "a heading": (["مقدمة", PROSE], f"<h2>مقدمة</h2><p>{PROSE}</p>"),
    "nothing follows, so no heading": ([PROSE, "انتهى"], f"<p>{PROSE}</p><p>انتهى</p>"),
    "a heading may have a colon inside": (
        ["المشهد الميداني: تحولات وسيناريوهات", PROSE],
        f"<h2>المشهد الميداني: تحولات وسيناريوهات</h2><p>{PROSE}</p>",
    ),
    "a heading may end with a quotation": (["تنظيم «داعش»", PROSE], f"<h2>تنظيم «داعش»</h2><p>{PROSE}</p>"),
    "a sentence in quotes is no heading": (["قال «نعم.»", PROSE], f"<p>قال «نعم.»</p><p>{PROSE}</p>"),
    **{
        f"numbers as {first}": (
            [f"{first} {PROSE}", f"{second} {PROSE}"],
            f"<ol><li>{PROSE}</li><li>{PROSE}</li></ol>",
        )
        for first, second in [("1-", "2-"), ("١-", "٢-"), ("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("۱ -", "۲ -")]
    },
    "numbers that are none": (
        ["10-12 دولة شاركت في القمة.", "3.5 في المئة هي النسبة.", "2025- كان عامًا صعبًا.", "5-star hotels stood empty."],
        "<p>10-12 دولة شاركت في القمة.</p><p>3.5 في المئة هي النسبة.</p><p>2025- كان عامًا صعبًا.</p>"
        "<p>5-star hotels stood empty.</p>",
    ),
    "a run-in head of a numbered item": (["1- الأول: نص."], "<ol><li><strong>الأول:</strong> نص.</li></ol>"),
    "text between two numbers belongs to the first": (
        ["1- الأول: نص.", PROSE, "2- الثاني: نص.", PROSE],
        f"<ol><li><p><strong>الأول:</strong> نص.</p><p>{PROSE}</p></li><li><strong>الثاني:</strong> نص.</li></ol>"
        f"<p>{PROSE}</p>",
    ),
    "a list goes on after a heading": (
        ["1- أول.", "2- ثانٍ.", "مبحث", "3- ثالث."],
        '<ol><li>أول.</li><li>ثانٍ.</li></ol><h2>مبحث</h2><ol start="3"><li>ثالث.</li></ol>',
    ),
    "numbers that begin again": (
        ["1- أول.", "2- ثانٍ.", "وفي المقابل:", "1- أول.", "2- ثانٍ."],
        "<ol><li>أول.</li><li>ثانٍ.</li></ol><p>وفي المقابل:</p><ol><li>أول.</li><li>ثانٍ.</li></ol>",
    ),
    "a jump, which the editor would close": (
        ["1- أول.", "3- ثالث.", "4- رابع.", PROSE, "5- خامس."],
        f'<ol><li>أول.</li></ol><p>3- ثالث.</p><p>4- رابع.</p><p>{PROSE}</p><ol start="5"><li>خامس.</li></ol>',
    ),
    "a list that touches another": (
        ["1- أول.", "2- ثانٍ.", "١) أول آخر.", "2- ثانٍ آخر."],
        "<ol><li>أول.</li><li>ثانٍ.</li></ol><p>١) أول آخر.</p><p>2- ثانٍ آخر.</p>",
    ),
    "run-ins below a numbered item": (
        ["1- دول الجوار، وأبرزها:", "لبنان: مخاطر تسلل.", "الأردن: قلق أمني.", "2- روسيا: نفوذ."],
        "<ol><li>دول الجوار، وأبرزها:<ul><li><strong>لبنان:</strong> مخاطر تسلل.</li>"
        "<li><strong>الأردن:</strong> قلق أمني.</li></ul></li><li><strong>روسيا:</strong> نفوذ.</li></ol>",
    ),
    "bullets below the last numbered item": (
        ["1- أول:", "- فرع أ", "- فرع ب", PROSE],
        f"<ol><li>أول:<ul><li>فرع أ</li><li>فرع ب</li></ul></li></ol><p>{PROSE}</p>",
    ),
    "a bare head takes its text": (
        ["1- الموقف المصري", PROSE, "2- الموقف السوداني", PROSE],
        f"<ol><li><p>الموقف المصري</p><p>{PROSE}</p></li><li><p>الموقف السوداني</p><p>{PROSE}</p></li></ol>",
    ),
    "names alone take none": (
        ["1- مصر", "2- السودان", PROSE],
        f"<ol><li>مصر</li><li>السودان</li></ol><p>{PROSE}</p>",
    ),
    "names that a head lists nest under it": (
        ["وأبرزها:", "طهران وواشنطن: تفاوض.", "طهران: تشدد.", "واشنطن: ضغط.", "موسكو: ترقب."],
        "<p>وأبرزها:</p><ul><li><strong>طهران وواشنطن:</strong> تفاوض.<ul><li><strong>طهران:</strong> تشدد.</li>"
        "<li><strong>واشنطن:</strong> ضغط.</li></ul></li><li><strong>موسكو:</strong> ترقب.</li></ul>",
    ),
    "the same in English": (
        ["So:", "Egypt, Sudan and Ethiopia: shared water.", "Egypt: downstream.", "Ethiopia: the dam.", "Iran: far."],
        "<p>So:</p><ul><li><strong>Egypt, Sudan and Ethiopia:</strong> shared water.<ul>"
        "<li><strong>Egypt:</strong> downstream.</li><li><strong>Ethiopia:</strong> the dam.</li></ul></li>"
        "<li><strong>Iran:</strong> far.</li></ul>",
    ),
    "one run-in after a lead-in": (
        ["ومن أبرزها:", f"الأمن: {PROSE}", PROSE],
        f"<p>ومن أبرزها:</p><ul><li><strong>الأمن:</strong> {PROSE}</li></ul><p>{PROSE}</p>",
    ),
    "one colon in prose": ([f"وقال الوزير: {PROSE}"], f"<p>وقال الوزير: {PROSE}</p>"),
    "one colon with a no-break space": (
        [f"وقال الوزير:\u00a0{PROSE}"],
        f"<p><strong>وقال الوزير:</strong> {PROSE}</p>",
    ),
    "a colon late in a sentence": (
        [f"{PROSE[:-1]}: نعم.", f"{PROSE[:-1]}: لا."],
        f"<p>{PROSE[:-1]}: نعم.</p><p>{PROSE[:-1]}: لا.</p>",
    ),
    "a time and an address are no heads": (
        ["عُقد الاجتماع في 12:30 ظهرًا.", "انظر https://example.org/a للتفاصيل."],
        "<p>عُقد الاجتماع في 12:30 ظهرًا.</p><p>انظر https://example.org/a للتفاصيل.</p>",
    ),
    "short lines after a lead-in": (
        ["وذلك لأسباب:", "ضعف الدولة؛", "تضارب المصالح.", PROSE],
        f"<p>وذلك لأسباب:</p><ul><li>ضعف الدولة؛</li><li>تضارب المصالح.</li></ul><p>{PROSE}</p>",
    ),
    "marked bullets": (
        [PROSE, "- أول", "• ثانٍ", "\uf0b7 ثالث"],
        f"<p>{PROSE}</p><ul><li>أول</li><li>ثانٍ</li><li>ثالث</li></ul>",
    ),
    "bullets below a bullet's lead-in": (
        ["ومنها:", "الأمن: ويشمل:", "- الحدود", "- المدن", "الاقتصاد: نمو."],
        "<p>ومنها:</p><ul><li><strong>الأمن:</strong> ويشمل:<ul><li>الحدود</li><li>المدن</li></ul></li>"
        "<li><strong>الاقتصاد:</strong> نمو.</li></ul>",
    ),
    "the conclusion is no item": (
        ["ومن أبرزها:", "أ: نص.", "ب: نص.", f"ختامًا: {PROSE}"],
        "<p>ومن أبرزها:</p><ul><li><strong>أ:</strong> نص.</li><li><strong>ب:</strong> نص.</li></ul>"
        f"<p><strong>ختامًا:</strong> {PROSE}</p>",
    ),
    "a rule ends a list": (
        ["1- أول.", "-----", "2- ثانٍ."],
        '<ol><li>أول.</li></ol><hr><ol start="2"><li>ثانٍ.</li></ol>',
    ),
    "markup is text": (["<b>نص</b> & <script>."], "<p>&lt;b&gt;نص&lt;/b&gt; &amp; &lt;script&gt;.</p>"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_lines_become(case):
    lines, expected = CASES[case]
    html = body_html(*lines)
    assert html == expected
    assert canonical(html) == html


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [("1 2 3", []), ("1 2 مبحث 3", []), ("1 3 4", [2, 3]), ("4 5", [1]), ("1 2 1 2", [3, 4]), ("1 مبحث 1", [])],
)
def test_numbers_that_do_not_fit_are_reported(numbers, odd):
    lines = [f"{n}- نص." if n.isdigit() else n for n in numbers.split()]
    assert parse_body([Line(at, line) for at, line in enumerate(lines, start=1)])[1] == odd


def test_blank_lines_mean_nothing():
    sparse = document("مقدمة", PROSE, "1- أول: نص.", "2- ثانٍ: نص.")
    dense = sparse.replace("\n\n", "\n")
    assert parse(sparse).blocks == parse(dense).blocks
    assert len(parse(dense).blocks) == 3


# Around the body


@pytest.mark.parametrize(
    ("line", "branch"),
    [
        ("فرع القاهرة", "القاهرة"),
        ("الفرع: الخرطوم", "الخرطوم"),
        ("Cairo branch", "Cairo"),
        ("Addis Ababa Branch", "Addis Ababa"),
        ("Branch: Cairo", "Cairo"),
        ("", ""),
        (PROSE, ""),
    ],
)
def test_branch_lines(line, branch):
    assert parse(document(PROSE, branch=line)).branch == branch


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        (
            ["المصدر : مركز", "الكاتب\u00a0:\u00a0أحمد علي", "التاريخ:١٦/١١/٢٠٢٥"],
            ("مركز", ["أحمد علي"], date(2025, 11, 16)),
        ),
        (
            ["نقلًا عن: مركز", "بقلم: أحمد علي", "تاريخ النشر: 16 نوفمبر 2025"],
            ("مركز", ["أحمد علي"], date(2025, 11, 16)),
        ),
        (
            ["إعداد: أحمد علي، منى فهمي", "المصدر: مركز", "التاريخ: 1/2/2025"],
            ("مركز", ["أحمد علي", "منى فهمي"], date(2025, 2, 1)),
        ),
        (
            ["_____", "Source: Centre", "Author: Ahmed Ali and Mona Fahmy", "Date: 3 April 2025"],
            ("Centre", ["Ahmed Ali", "Mona Fahmy"], date(2025, 4, 3)),
        ),
        (["By: Ahmed Ali", "Source: Centre", "Date: 2025-04-03"], ("Centre", ["Ahmed Ali"], date(2025, 4, 3))),
        (
            ["\u200fالمصدر: مركز", "الباحثة: منى فهمي", "التاريخ: 16 تشرين الثاني/نوفمبر 2025"],
            ("مركز", ["منى فهمي"], date(2025, 11, 16)),
        ),
    ],
)
def test_labels_and_dates(ending, expected):
    (found,) = parse(document(PROSE, ending=ending)).attributions
    assert (found.source, found.authors, found.date) == expected


def test_several_attributions_with_and_without_a_rule():
    ending = [
        *ATTRIBUTION,
        "-----",
        "المصدر: أولى",
        "التاريخ: 1/2/2025",
        "المصدر: ثانية",
        "الكاتب: منى فهمي",
        "العنوان: دراسة في المياه",
        "الرابط: https://example.org/w",
        "المقالات الأخيرة",
        "مقال",
        "المصدر: مقال آخر",
    ]
    report = parse(document(PROSE, ending=ending))
    assert [(a.source, a.title, a.url) for a in report.attributions] == [
        ("مركز شاف", "", ""),
        ("أولى", "", ""),
        ("ثانية", "دراسة في المياه", "https://example.org/w"),
    ]
    assert report.recents == ("مقال", "المصدر: مقال آخر")


def test_a_source_under_a_figure_stays_text():
    report = parse(document(PROSE, "المصدر: البنك الدولي، بيانات 2024.", PROSE))
    assert "البنك الدولي" in to_html(report.blocks)
    assert len(report.attributions) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_language_is_that_of_the_letters(language):
    text = document(f"{PROSE} (FAO, IMF)") if language == "ar" else document(f"{ENGLISH} (النيل)", title="Water")
    assert parse(text).language == language


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    text = document("مقدمة", PROSE)
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert parse(decode.decode(windows)) == parse(decode.decode(text.encode()))
    assert parse(decode.decode(windows)).title == "عنوان التقرير"


REFUSED = {
    "empty": (b"", "empty", None),
    "blank": (" \n\u00a0\n\ufeff".encode(), "empty", None),
    "windows-1256": (f"ok\n{PROSE}".encode("cp1256", "replace"), "not_utf8", 2),
    "utf-16": (document(PROSE).encode("utf-16"), "not_utf8", None),
    "cut in a character": (PROSE.encode()[:-4] + b"\xd9", "not_utf8", 1),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not_utf8", 1),
    "NUL": (document(PROSE).replace("عنوان", "عن\0وان").encode(), "binary", 1),
    "a control": (document(PROSE, "نص\x07.").encode(), "binary", 7),
    "a lost character": (document(PROSE + "\ufffd").encode(), "lost_character", 5),
    "no title": (document(PROSE, title="", branch="فرع القاهرة").encode(), "title.missing", 3),
    "only an attribution": ("\n".join(ATTRIBUTION).encode(), "title.missing", 1),
    "a title too long": (document(PROSE, title=PROSE * 4).encode(), "title.long", 1),
    "no body": (document().encode(), "body.missing", 5),
    "no letters in the body": (document("***").encode(), "body.missing", 7),
    "no attribution": (document(PROSE, ending=[]).encode(), "attribution.missing", 5),
    "text after the attribution": (document(PROSE, ending=[*ATTRIBUTION, PROSE]).encode(), "attribution.missing", 13),
    "an attribution amid the text": (
        document(PROSE, *ATTRIBUTION, PROSE, ending=["المصدر: أخرى", "التاريخ: 1/1/2025"]).encode(),
        "attribution.misplaced",
        7,
    ),
    "two dates in one attribution": (
        document(PROSE, ending=[*ATTRIBUTION, "التاريخ: 17/11/2025"]).encode(),
        "attribution.twice",
        13,
    ),
    **{
        f"the date {given}": (
            document(PROSE, ending=["المصدر: مركز", f"التاريخ: {given}"]).encode(),
            "date.impossible",
            7 + 2,
        )
        for given in ["31/02/2025", "11/16/2025", "16/11/25", "غدًا", "2025", "16 شوال 2025", "00/01/2025"]
    },
    "a bad address": (
        document(PROSE, ending=[*ATTRIBUTION, "الرابط: javascript:alert(1)"]).encode(),
        "url.impossible",
        13,
    ),
    "a name without letters": (document(PROSE, ending=["المصدر: ؟؟", *ATTRIBUTION[1:]]).encode(), "value.unusable", 7),
    "a name too long": (
        document(PROSE, ending=[f"المصدر: {PROSE * 3}", *ATTRIBUTION[1:]]).encode(),
        "value.unusable",
        7,
    ),
    "two languages": (document(PROSE, ENGLISH).encode(), "language.mixed", 5),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case):
    data, code, line = REFUSED[case]
    with pytest.raises(Unimportable) as refused:
        parse(decode.decode(data))
    assert (refused.value.code, refused.value.line) == (code, line)
    assert refused.value.reason
    assert refused.value.remedy


def test_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    path.write_text(document(PROSE * 20_000))
    with pytest.raises(Unimportable) as refused:
        decode.read(path)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("title", "better"),
    [
        (
            "سوريا والتحالف الدولي ” مخاطر التمدّد الإرهابي “",
            "سوريا والتحالف الدولي: «مخاطر التمدّد الإرهابي»",
        ),
        ("تحولات تنظيم “داعش”", "تحولات تنظيم «داعش»"),
        ("المياه في حوض النيل", "المياه في حوض النيل"),
        ("قراءة في «الأزمة»", "قراءة في «الأزمة»"),
        ("التنظيمات المنحلة_ ومدى تأثيرها،", "التنظيمات المنحلة ومدى تأثيرها"),
        ("تنظيم_الدولة", "تنظيم_الدولة"),
    ],
)
def test_a_title_is_proposed(title, better):
    assert proposed(title) == better
    assert parse(document(PROSE, title=title)).title == title


# Any document of the grammar

WORDS = st.sampled_from(
    [
        "التحوّل",
        "الإقليمي",
        "يُعيد",
        "المنطقة،",
        "«الأزمة»",
        "(المياه)",
        "2025",
        "12:30",
        "3.5",
        "&",
        "<b>",
        '"',
        "a-b",
        "”نص“",
    ]
)
HEADS = st.sampled_from(["الأمن", "الغذائي", "المياه", "الطاقة", "البُعد", "مسار"])
phrase = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: f"نص {' '.join(words)}")
START = "فإن مسار هذه الأزمة في الإقليم كله مرهون بما تفضي إليه جولات التفاوض"
sentence = st.lists(WORDS, max_size=6).map(lambda words: " ".join([START, *words, "لاحقًا."]))
head = st.lists(HEADS, min_size=1, max_size=4).map(" ".join)
# Each piece: the lines as typed, and what a reader must still see of them.
run_in = st.tuples(head, st.sampled_from([" ", "\u00a0"]), sentence).map(lambda p: [(f"{p[0]}:{p[1]}{p[2]}",) * 2])
bullet = st.tuples(st.sampled_from("-•–"), phrase).map(lambda p: [(f"{p[0]} {p[1]}", p[1])])
plain = sentence.map(lambda text: [(text, text)])
lead_in = phrase.map(lambda text: [(f"{text}:", f"{text}:")])
heading = head.map(lambda text: [(text, text)])
rule = st.just([("-" * 20, "")])


@st.composite
def numbered(draw):
    number = draw(st.integers(1, 30))
    digits = draw(st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩"]))
    marker = draw(st.sampled_from(["-", ".", ")", " -"]))
    text = draw(st.one_of(sentence, st.tuples(head, sentence).map(lambda p: f"{p[0]}: {p[1]}"), phrase))
    return [(str(number).translate(str.maketrans("0123456789", digits)) + f"{marker} {text}", f"{number}- {text}")]


pieces = st.lists(st.one_of(numbered(), run_in, bullet, plain, lead_in, heading, rule), min_size=1, max_size=25).map(
    lambda parts: [line for part in parts for line in part]
)


@hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces)
def test_nothing_is_lost_of_any_document(lines):
    html = body_html(*(line for line, _seen in lines))
    assert canonical(html) == html
    assert as_numbers(rendered(html)) == as_numbers(" ".join(" ".join(seen for _line, seen in lines).split()))
    assert "<dl" not in html
    assert all(
        parent.tag in ("ul", "ol")
        for li in lxml_html.fromstring(f"<div>{html}</div>").iter("li")
        for parent in [li.getparent()]
    )


@st.composite
def grammatical(draw):
    """Sections of the grammar, with the outline that they must have."""
    lines, expected = [], []
    for _ in range(draw(st.integers(1, 3))):
        title = draw(head)
        lines.append(title)
        expected.append(f"h2 {title}")
        opening = draw(sentence)
        lines.append(opening)
        expected.append("p")
        count = draw(st.integers(0, 4))
        if count:
            expected.append("ol 1")
        for number in range(1, count + 1):
            lines.append(f"{number}- {draw(head)}: {draw(sentence)}")
            expected.append("  li")
            if number < count and draw(st.booleans()):
                lines.append(draw(sentence))
                expected.append("    p")
            children = draw(st.sampled_from([0, 2, 3]))
            if children:
                expected.append("    ul")
            for child in range(children):
                lines.append(f"بند {'أ' * (child + 1)}: {draw(sentence)}")
                expected.append("      li")
        lines.append(draw(phrase) + ":")
        expected.append("p")
        for kind in [draw(st.sampled_from(["run_in", "bullet", "short"]))]:
            expected.append("ul")
            for _item in range(draw(st.integers(1, 3))):
                lines.append(
                    {
                        "run_in": f"محور {draw(head)}: {draw(sentence)}",
                        "bullet": f"- {draw(phrase)}",
                        "short": "سبب وجيه.",
                    }[kind]
                )
                expected.append("  li")
        lines.append(draw(sentence))
        expected.append("p")
    return lines, expected


@hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grammatical())
def test_any_document_of_the_grammar_gets_its_structure(case):
    lines, expected = case
    found = [
        line if line.strip().startswith(("h2", "ol")) else re.match(r" *\w+", line)[0]
        for line in outline(body_html(*lines)).splitlines()
    ]
    assert found == expected
