"""Real edits of Arabic reports, and what a person would say of each. Written before the engine that is tested by them.

`old` and `new` are fields of a manuscript (the rest is BASE's). `says` must all be in the account that
test_diff.py makes of the result: `[-…-]` is struck out, `{+…+}` is new, other text stands as it stood. `never` must
not be in it. `hidden` says that ignoring tashkeel and tatweel leaves no difference.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.press.manuscript import Attribution, Cover, Manuscript, Name, Person, SeriesPlace

ELHAM, BASEL, MONA = Person(1, "إلهام النجار", "e"), Person(2, "باسل المحمد", "b"), Person(3, "منى سالم", "m")
SHAF, JAZEERA, CRISIS = Name(1, "مركز شاف", "shaf"), Name(2, "الجزيرة نت", "j"), Name(3, "Crisis Group", "c")
BYLINE = Attribution("byline", SHAF, (ELHAM,), date(2025, 11, 16))
REFERENCE = Attribution("reference", JAZEERA, (BASEL,), date(2025, 11, 10))
PICTURE, OTHER_PICTURE = f"/media/{'a' * 64}.png", f"/media/{'b' * 64}.png"
COVER = Cover(f"{'a' * 64}.png", 800, 600, "جنود عند معبر", "معبر أرقين", "رويترز")
BASE = Manuscript(
    article=1,
    language="ar",
    title="تداعيات القرار الأمريكي",
    standfirst="يحلّل التقرير تداعيات القرار على الإقليم.",
    key_points=("القرار تحوّل مفصلي.", "أثره في السودان محدود."),
    body="<p>نص التقرير.</p>",
    slug="تداعيات-القرار",
    branch=Name(1, "القاهرة", "cairo"),
    attributions=(BYLINE, REFERENCE),
    topics=(Name(1, "السودان", "s"),),
)

P1 = "<p>أعلنت واشنطن تصنيف الجماعة منظمة إرهابية بعد أشهر من المداولات داخل الكونغرس.</p>"
P2 = "<p>ويرى مراقبون أن القرار يعكس تحوّلًا في سياسة الإدارة تجاه حركات الإسلام السياسي.</p>"
P3 = "<p>أما في السودان فقد رحّب مجلس السيادة بالخطوة وعدّها انتصارًا لموقفه الإقليمي.</p>"
P4 = "<p>ويبقى السؤال عن قدرة الأطراف على ترجمة القرار إلى خطوات عملية على الأرض.</p>"


def table(*rows: str) -> str:
    head = "<thead><tr><th>الدولة</th><th>2024</th><th>2025</th></tr></thead>"
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    return f'<figure class="table"><table>{head}<tbody>{body}</tbody></table></figure>'


def noted(text: str, *notes: str) -> str:
    """A paragraph whose `[1]`, `[2]` refer to the notes."""
    for n in range(1, len(notes) + 1):
        mark = f'<a class="footnote-ref" href="#fn-{n}" id="fnref-{n}" role="doc-noteref"><sup>{n}</sup></a>'
        text = text.replace(f"[{n}]", mark)
    items = "".join(
        f'<li id="fn-{n}" role="doc-footnote">{note} '
        f'<a class="footnote-back" href="#fnref-{n}" role="doc-backlink">↩</a></li>'
        for n, note in enumerate(notes, 1)
    )
    return f'<p>{text}</p><section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'


def picture(src: str = PICTURE, alt: str = "خريطة السودان", caption: str = "مناطق السيطرة") -> str:
    return f'<figure class="image"><img alt="{alt}" src="{src}"><figcaption>{caption}</figcaption></figure>'


@dataclass(frozen=True)
class Edit:
    name: str
    old: dict[str, Any]
    new: dict[str, Any]
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    hidden: bool = False


def body(name: str, old: str, new: str, *says: str, never: tuple[str, ...] = (), hidden: bool = False) -> Edit:
    return Edit(name, {"body": old}, {"body": new}, says, never, hidden)


def rows(name: str, old: tuple, new: tuple, *says: str, never: tuple[str, ...] = ()) -> Edit:
    return Edit(name, {"attributions": old}, {"attributions": new}, says, never)


EDITS = [
    body(
        "diacritics only",
        "<p>يعد القرار تحولا مفصليا.</p>",
        "<p>يُعدّ القرارُ تحوّلًا مفصليًّا.</p>",
        "[-يعد القرار تحولا مفصليا-]{+يُعدّ القرارُ تحوّلًا مفصليًّا+}.",
        "لم يتغيّر إلا التشكيل أو التطويل",
        hidden=True,
    ),
    body(
        "one vowel",
        "<p>كتب علم السياسة في مصر.</p>",
        "<p>كُتب علم السياسة في مصر.</p>",
        "[-كتب-]{+كُتب+} علم السياسة في مصر.",
        hidden=True,
    ),
    body("tatweel", "<p>قـــال الوزير.</p>", "<p>قال الوزير.</p>", "[-قـــال-]{+قال+} الوزير.", hidden=True),
    body(
        "moved paragraph",
        P1 + P2 + P3 + P4,
        P1 + P3 + P4 + P2,
        "نقل فقرة: ويرى مراقبون",
        "منقول إلى هنا من موضع سابق",
        never=("[-", "{+", "حذف", "إضافة"),
    ),
    body(
        "moved and changed paragraph",
        P1 + P2 + P3 + P4,
        P4.replace("السؤال", "التساؤل") + P1 + P2 + P3,
        "[-السؤال-]{+التساؤل+}",
        "منقول إلى هنا من موضع لاحق",
        never=("حذف", "إضافة"),
    ),
    rows(
        "changed date of the byline",
        (BYLINE,),
        (Attribution("byline", SHAF, (ELHAM,), date(2025, 11, 18)),),
        "تغيّر تاريخ التقرير من 16 نوفمبر 2025 إلى 18 نوفمبر 2025",
    ),
    body(
        "link target",
        '<p>انظر <a href="https://example.org/a">نص القرار</a> كاملًا.</p>',
        '<p>انظر <a href="https://example.org/b">نص القرار</a> كاملًا.</p>',
        "تغيّرت وجهة الرابط «نص القرار» من https://example.org/a إلى https://example.org/b",
        never=("[-", "{+"),
    ),
    body(
        "link added",
        "<p>انظر نص القرار كاملًا.</p>",
        '<p>انظر <a href="https://example.org/b">نص القرار</a> كاملًا.</p>',
        "أُضيف رابط على «نص القرار» إلى https://example.org/b",
        never=("[-", "{+"),
    ),
    body(
        "list item added",
        "<ul><li>التمويل</li><li>التسليح</li></ul>",
        "<ul><li>التمويل</li><li>التدريب</li><li>التسليح</li></ul>",
        "إضافة عنصر قائمة: {+التدريب+}",
        never=("[-",),
    ),
    body(
        "list item changed",
        "<ol><li>تجميد الأصول المالية</li><li>حظر السفر</li></ol>",
        "<ol><li>تجميد الأصول المصرفية</li><li>حظر السفر</li></ol>",
        "تعديل عنصر قائمة 1: تجميد الأصول [-المالية-]{+المصرفية+}",
    ),
    body(
        "list item removed",
        "<ul><li>التمويل</li><li>التدريب</li><li>التسليح</li></ul>",
        "<ul><li>التمويل</li><li>التسليح</li></ul>",
        "حذف عنصر قائمة: [-التدريب-]",
        never=("{+",),
    ),
    body(
        "bullets became numbers",
        "<ul><li>التمويل</li><li>التدريب</li></ul>",
        "<ol><li>التمويل</li><li>التدريب</li></ol>",
        "تغيّر نوعه من «عنصر قائمة» إلى «عنصر قائمة مرقّمة»",
        never=("[-", "{+"),
    ),
    body(
        "table cell changed",
        table("مصر|12|15", "السودان|7|9"),
        table("مصر|12|16", "السودان|7|9"),
        "[-15-]{+16+}",
        "خلية الصف «مصر» والعمود «2025»",
        never=("إضافة", "حذف"),
    ),
    body(
        "table row added",
        table("مصر|12|15", "السودان|7|9"),
        table("مصر|12|15", "ليبيا|3|4", "السودان|7|9"),
        "أُضيف صف: «ليبيا»",
        "{+ليبيا+}",
        never=("[-",),
    ),
    body(
        "table row removed",
        table("مصر|12|15", "ليبيا|3|4", "السودان|7|9"),
        table("مصر|12|15", "السودان|7|9"),
        "حُذف صف: «ليبيا»",
        never=("{+",),
    ),
    body(
        "footnote changed",
        noted("قال الوزير[1] ذلك أمس.", "تصريح للجزيرة، 10 نوفمبر 2025."),
        noted("قال الوزير[1] ذلك أمس.", "تصريح للعربية، 10 نوفمبر 2025."),
        "تعديل حاشية 1: تصريح [-للجزيرة-]{+للعربية+}، 10 نوفمبر 2025.",
        never=("فقرة",),
    ),
    body(
        "footnote added before another",
        noted("قال الوزير ذلك[1] أمس.", "تصريح للجزيرة، 10 نوفمبر 2025."),
        noted("قال الوزير[1] ذلك[2] أمس.", "بيان وزارة الخارجية.", "تصريح للجزيرة، 10 نوفمبر 2025."),
        "قال الوزير{+[1]+} ذلك[2] أمس.",
        "إضافة حاشية 1: {+بيان وزارة الخارجية.+}",
        never=("[-",),
    ),
    rows(
        "reference added",
        (BYLINE,),
        (BYLINE, REFERENCE),
        "أُضيف مرجع: الجزيرة نت، باسل المحمد، 10 نوفمبر 2025",
    ),
    rows("reference removed", (BYLINE, REFERENCE), (BYLINE,), "حُذف مرجع: الجزيرة نت، باسل المحمد"),
    rows(
        "author added",
        (BYLINE,),
        (Attribution("byline", SHAF, (ELHAM, MONA), date(2025, 11, 16)),),
        "أُضيف إلى كتّاب التقرير: منى سالم",
    ),
    rows(
        "author removed",
        (Attribution("byline", SHAF, (ELHAM, MONA), date(2025, 11, 16)),),
        (BYLINE,),
        "حُذف من كتّاب التقرير: منى سالم",
    ),
    rows(
        "authors in another order",
        (Attribution("byline", SHAF, (ELHAM, MONA), date(2025, 11, 16)),),
        (Attribution("byline", SHAF, (MONA, ELHAM), date(2025, 11, 16)),),
        "تغيّر ترتيب كتّاب التقرير: منى سالم، إلهام النجار",
        never=("أُضيف", "حُذف"),
    ),
    rows(
        "address of a reference",
        (BYLINE, REFERENCE),
        (BYLINE, Attribution("reference", JAZEERA, (BASEL,), date(2025, 11, 10), url="https://example.org/")),
        "أُضيف رابط المرجع «الجزيرة نت»: https://example.org/",
        never=("أُضيف مرجع",),
    ),
    rows(
        "references in another order",
        (BYLINE, REFERENCE, Attribution("reference", CRISIS, (), date(2025, 1, 1))),
        (BYLINE, Attribution("reference", CRISIS, (), date(2025, 1, 1)), REFERENCE),
        "تغيّر ترتيب المراجع",
        never=("أُضيف", "حُذف"),
    ),
    body(
        "heading level",
        "<h2>التداعيات الإقليمية</h2>" + P1,
        "<h3>التداعيات الإقليمية</h3>" + P1,
        "تغيّر مستوى العنوان من 2 إلى 3",
        never=("[-", "{+"),
    ),
    body(
        "paragraph became a heading",
        "<p>التداعيات الإقليمية</p>" + P1,
        "<h2>التداعيات الإقليمية</h2>" + P1,
        "تغيّر نوعه من «فقرة» إلى «عنوان من المستوى 2»",
        never=("[-", "{+"),
    ),
    body(
        "bold added",
        "<p>وهو تحوّل مفصلي في المشهد.</p>",
        "<p>وهو <strong>تحوّل مفصلي</strong> في المشهد.</p>",
        "أُضيف خط غليظ: «تحوّل مفصلي»",
        never=("[-", "{+"),
    ),
    body(
        "part of a word made bold",
        "<p>والقرار نافذ.</p>",
        "<p>و<strong>القرار</strong> نافذ.</p>",
        "أُضيف خط غليظ: «القرار»",
        never=("[-", "{+"),
    ),
    body(
        "paragraph split",
        "<p>أعلنت واشنطن تصنيف الجماعة منظمة إرهابية. ورحّب مجلس السيادة في السودان بالخطوة.</p>" + P4,
        "<p>أعلنت واشنطن تصنيف الجماعة منظمة إرهابية.</p><p>ورحّب مجلس السيادة في السودان بالخطوة.</p>" + P4,
        "قُسمت هذه الفقرة فقرتين",
        never=("إرهابية-]", "{+"),
    ),
    body(
        "paragraphs joined",
        P4 + "<p>أعلنت واشنطن تصنيف الجماعة منظمة إرهابية.</p><p>ورحّب مجلس السيادة في السودان بالخطوة.</p>",
        P4 + "<p>أعلنت واشنطن تصنيف الجماعة منظمة إرهابية. ورحّب مجلس السيادة في السودان بالخطوة.</p>",
        "ضُمّت هنا فقرتان في واحدة",
        never=("[-", "{+ورحّب"),
    ),
    body(
        "quotation marks",
        '<p>وصفه بأنه "قرار تاريخي" لا رجعة فيه.</p>',
        "<p>وصفه بأنه «قرار تاريخي» لا رجعة فيه.</p>",
        '[-"-]{+«+}قرار تاريخي[-"-]{+»+} لا رجعة',
        "لم يتغيّر إلا الترقيم أو المسافات",
    ),
    body(
        "hamza",
        "<p>قال احمد إن الاجتماع انتهى.</p>",
        "<p>قال أحمد إن الاجتماع انتهى.</p>",
        "قال [-احمد-]{+أحمد+} إن الاجتماع انتهى.",
        "لم تتغيّر إلا كتابة الهمزات وما شابهها",
    ),
    body(
        "form of the digits",
        "<p>بلغ العدد 15 شخصًا.</p>",
        "<p>بلغ العدد ١٥ شخصًا.</p>",
        "[-15-]{+١٥+}",
        "لم يتغيّر إلا شكل الأرقام",
    ),
    body(
        "two footnotes changed places",
        noted("قال هذا[1] ثم ذاك[2].", "بيان مصر الأول.", "بيان ليبيا الثاني."),
        noted("قال هذا[1] ثم ذاك[2].", "بيان ليبيا الثاني.", "بيان مصر الأول."),
        "لم يتغيّر إلا إحالات الحواشي",
        "نقل حاشية",
    ),
    body(
        "paragraphs became a list",
        P1 + "<p>التمويل الخارجي</p><p>التدريب</p>",
        P1 + "<ul><li>التمويل الخارجي</li><li>التدريب</li></ul>",
        "تغيّر نوعه من «فقرة» إلى «عنصر قائمة»",
        never=("[-", "{+"),
    ),
    body(
        "table column added",
        table("مصر|12|15", "السودان|7|9"),
        table("مصر|12|15", "السودان|7|9")
        .replace("<th>2024</th>", "<th>2023</th><th>2024</th>")
        .replace("<td>12</td>", "<td>10</td><td>12</td>")
        .replace("<td>7</td>", "<td>6</td><td>7</td>"),
        "أُضيف عمود: «2023»",
        "{+10+}",
        never=("[-",),
    ),
    body(
        "paragraph split in three and edited",
        "<p>أعلنت واشنطن تصنيف الجماعة. ورحّب مجلس السيادة في السودان بالخطوة. وقال المتحدث إن القرار نافذ.</p>",
        "<p>أعلنت واشنطن تصنيف الجماعة.</p><p>ورحّب مجلس السيادة في السودان بالخطوة.</p>"
        "<p>وقال المتحدث إن القرار نافذ فورًا.</p>",
        "قُسمت هذه الفقرة 3 فقرات",
        "نافذ{+ فورًا+}.",
        never=("[-",),
    ),
    body(
        "number",
        "<p>بلغ عدد النازحين 1,500 شخص بحلول 16/11/2025.</p>",
        "<p>بلغ عدد النازحين 1,650 شخص بحلول 17/11/2025.</p>",
        "[-1,500-]{+1,650+} شخص بحلول [-16/11/2025-]{+17/11/2025+}.",
    ),
    body("picture replaced", P1 + picture(), P1 + picture(OTHER_PICTURE), "استُبدلت الصورة", never=("حذف", "إضافة")),
    body(
        "alternative text",
        P1 + picture(),
        P1 + picture(alt="خريطة السودان بعد نوفمبر"),
        "تغيّر النص البديل من «خريطة السودان» إلى «خريطة السودان بعد نوفمبر»",
        never=("استُبدلت",),
    ),
    body(
        "caption",
        P1 + picture(),
        P1 + picture(caption="مناطق السيطرة في دارفور"),
        "تعديل صورة: مناطق السيطرة{+ في دارفور+}",
        never=("استُبدلت",),
    ),
    body(
        "language of a fragment",
        "<p>تقرير Crisis Group عن السودان.</p>",
        '<p>تقرير <span dir="ltr" lang="en">Crisis Group</span> عن السودان.</p>',
        "عُلّم «Crisis Group» بأنه بالإنجليزية",
        never=("[-", "{+"),
    ),
    body(
        "direction of a paragraph",
        "<p>An English paragraph of the report.</p>",
        '<p dir="ltr" lang="en">An English paragraph of the report.</p>',
        "صارت لغته الإنجليزية",
        "صار اتجاهه من اليسار إلى اليمين",
        never=("[-", "{+"),
    ),
    Edit(
        "standfirst",
        {},
        {"standfirst": "يحلّل التقرير تداعيات القرار على السودان."},
        ("تداعيات القرار على [-الإقليم-]{+السودان+}.",),
    ),
    Edit(
        "key point added",
        {},
        {"key_points": ("القرار تحوّل مفصلي.", "واشنطن تنتظر.", "أثره في السودان محدود.")},
        ("إضافة نقطة: {+واشنطن تنتظر.+}",),
        ("[-",),
    ),
    Edit(
        "one word of the title",
        {},
        {"title": "انعكاسات القرار الأمريكي"},
        ("[-تداعيات-]{+انعكاسات+} القرار الأمريكي",),
    ),
    Edit("slug", {}, {"slug": "انعكاسات-القرار"}, ("تغيّر من «تداعيات-القرار» إلى «انعكاسات-القرار»",)),
    Edit(
        "topic added",
        {},
        {"topics": (Name(1, "السودان", "s"), Name(2, "القرن الأفريقي", "h"))},
        ("أُضيف: القرن الأفريقي",),
        ("حُذف",),
    ),
    Edit(
        "number in the series",
        {"series": SeriesPlace(Name(1, "تقدير موقف", "t"), 3)},
        {"series": SeriesPlace(Name(1, "تقدير موقف", "t"), 4)},
        ("تغيّر الرقم في سلسلة «تقدير موقف» من 3 إلى 4",),
    ),
    Edit(
        "cover replaced",
        {"cover": COVER},
        {"cover": Cover(f"{'b' * 64}.png", 800, 600, "معبر أرقين ليلًا", "معبر أرقين", "رويترز")},
        ("استُبدل الغلاف", "تغيّر النص البديل للغلاف من «جنود عند معبر» إلى «معبر أرقين ليلًا»"),
    ),
    Edit(
        "correction note",
        {},
        {"correction_note": "صُحّح عدد النازحين.", "correction_kind": "substantive"},
        ("{+صُحّح عدد النازحين.+}", "أُضيف: جوهري"),
    ),
    body(
        "English word inside Arabic",
        "<p>نشرت مؤسسة Chatham House ورقة.</p>",
        "<p>نشرت مؤسسة Crisis Group ورقة.</p>",
        "نشرت مؤسسة [-Chatham House-]{+Crisis Group+} ورقة.",
    ),
    body(
        "paragraph became a quotation",
        P1 + P2,
        P1 + f"<blockquote>{P2}</blockquote>",
        "تغيّر نوعه من «فقرة» إلى «اقتباس»",
        never=("[-", "{+"),
    ),
    body("paragraph removed", P1 + P2 + P3, P1 + P3, "حذف فقرة: [-ويرى مراقبون", never=("{+", "نقل")),
    body(
        "two paragraphs rewritten",
        P1 + P2 + P3 + P4,
        P1
        + "<p>ثمة قراءات متباينة لما جرى، أبرزها رهان بعض العواصم على الوقت.</p>"
        + "<p>غير أن الخرطوم تعاملت بحذر شديد ولم تصدر بيانات رسمية.</p>"
        + P4,
        "حذف فقرة: [-ويرى مراقبون أن القرار يعكس",
        "إضافة فقرة: {+ثمة قراءات متباينة",
        "إضافة فقرة: {+غير أن الخرطوم",
        never=("نقل",),
    ),
    body(
        "clause added in a sentence",
        P2,
        P2.replace("سياسة الإدارة", "سياسة الإدارة، بحسب مسؤولين سابقين،"),
        "سياسة الإدارة{+، بحسب مسؤولين سابقين،+} تجاه حركات",
        never=("[-",),
    ),
    body(
        "a rewritten clause is one change and not confetti",
        "<p>قال المتحدث إن الحكومة ماضية في تنفيذ الخطة التي أعلنتها في الربيع الماضي رغم الاعتراضات.</p>",
        "<p>قال المتحدث إن الوزارة تراجعت في صمت عن برنامجها في العام الماضي رغم الاعتراضات.</p>",
        "قال المتحدث إن [-",
        "+} الماضي رغم الاعتراضات.",
        never=("-] في [-", "+} في [-"),
    ),
]
