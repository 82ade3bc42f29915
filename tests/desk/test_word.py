"""Word files of every make: what comes out of each, and what is left out and said."""

import base64
import re
import subprocess
from datetime import date
from io import StringIO
from itertools import product
from xml.sax.saxutils import escape

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.desk.form.left_out import said
from articles.desk.importers import decode, formats, pandoc, plain_text
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.run import SAMPLES, import_files
from articles.desk.importers.to_html import to_html
from articles.models import Article, Picture
from articles.press.html.sanitise import canonical
from articles.press.models import Edition
from tests import factories as f
from tests.word_files import (
    END,
    JPEG,
    NUMBERING,
    REL,
    chart,
    comment,
    commented,
    deleted,
    docx,
    field,
    inserted,
    level,
    li,
    note,
    noted,
    odt,
    odt_report,
    p,
    part,
    parts,
    picture,
    r,
    relationship,
    report,
    style,
    tbl,
    tc,
    text_box,
    tp,
    tr,
    zipped,
)

pytestmark = [pytest.mark.one_database, pytest.mark.outer]
STYLES = (
    style("Normal", "Normal")
    + style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>', based_on="Normal")
    + style("2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', based_on="Normal")
    + style("3", "heading 3", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', based_on="Normal")
    + style("Own", "عنوان قسم", based_on="1")
    + style("Title", "Title")
    + style("Subtitle", "Subtitle")
    + style("Quote", "Quote")
    + style("Caption", "caption")
    + style("TOC1", "toc 1")
    + style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("Bold", "Strong", "<w:rPr><w:b/><w:bCs/></w:rPr>", kind="character")
    + style("Listed", "List Number", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
)
NOTE = '<a class="footnote-ref" href="#fn-{0}" id="fnref-{0}" role="doc-noteref"><sup>{0}</sup></a>'
NOTES = '<section class="footnotes" role="doc-endnotes"><ol>{}</ol></section>'
IMAGE = '<img alt="{}" src="PICTURE">'


def table(*rows, head=""):
    thead = f"<thead>{head}</thead>" if head else ""
    return f'<figure class="table"><table>{thead}<tbody>{"".join(rows)}</tbody></table></figure>'


STRICT = {
    name: content.replace(f"{REL}", "http://purl.oclc.org/ooxml/officeDocument/relationships").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    if isinstance(content, str)
    else content
    for name, content in parts(report(p("عنوان", style="1"), p("نص")), styles=STYLES).items()
}
# Name → file, text in normal form, kinds of what is left out.
WORD = {
    "headings by English styles": (
        docx(report(p("قسم", style="1"), p("فرع", style="2"), p("أصغر", style="3"), p("نص")), styles=STYLES),
        "<h2>قسم</h2><h3>فرع</h3><h4>أصغر</h4><p>نص</p>",
        [],
    ),
    "headings by Arabic styles, and by one of their own": (
        docx(
            report(p("قسم", style="a"), p("نص"), p("آخر", style="Own"), p("نص")),
            styles=STYLES + style("a", "عنوان 1"),
        ),
        "<h2>قسم</h2><p>نص</p><h2>آخر</h2><p>نص</p>",
        [],
    ),
    "headings by outline level alone": (
        docx(report(p("قسم", properties='<w:outlineLvl w:val="1"/>'), p("نص"))),
        "<h2>قسم</h2><p>نص</p>",
        [],
    ),
    "headings of identifiers, without a part of styles": (
        docx(report(p("قسم", style="Heading1"), p("نص"))),
        "<h2>قسم</h2><p>نص</p>",
        [],
    ),
    "headings that are only bold": (
        docx(
            report(p(r("مصادر التمويل", "<w:b/><w:bCs/>")), p("نص"), p(r("جملة بارزة تنتهي بنقطة.", "<w:b/>")), p("نص"))
        ),
        "<h2>مصادر التمويل</h2><p>نص</p><p><strong>جملة بارزة تنتهي بنقطة.</strong></p><p>نص</p>",
        [],
    ),
    "a title and a subtitle by style": (
        docx(
            p("عنوان التقرير", style="Title") + p("عنوان فرعي", style="Subtitle") + p("نص") + "".join(map(p, END)),
            styles=STYLES,
        ),
        "<p>نص</p>",
        [],
    ),
    "the title as first heading": (
        docx(p("عنوان التقرير", style="1") + p("قسم", style="2") + p("نص") + "".join(map(p, END)), styles=STYLES),
        "<h2>قسم</h2><p>نص</p>",
        [],
    ),
    "hidden runs, by themselves and by style": (
        docx(
            report(p("ظاهر", r(" سرّ", "<w:vanish/>"), r(" مكتوم", '<w:rStyle w:val="Secret"/>'), " وظاهر")),
            styles=STYLES,
        ),
        "<p>ظاهر وظاهر</p>",
        ["hidden"],
    ),
    "what a style hides and a run shows": (
        docx(report(p("أ", r("ب", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'))), styles=STYLES),
        "<p>أب</p>",
        [],
    ),
    "a hidden note": (
        docx(
            report(p("نص", '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>')),
            footnotes=note(1, p("حاشية مخفية")),
        ),
        "<p>نص</p>",
        ["hidden"],
    ),
    "tracked changes": (
        docx(report(p("قبل ", deleted("محذوف "), inserted("مضاف "), "بعد"))),
        "<p>قبل مضاف بعد</p>",
        ["deleted"],
    ),
    "a paragraph's end that is deleted": (
        docx(report(p("أول ", properties='<w:rPr><w:del w:id="3" w:author="س"/></w:rPr>'), p("وتتمته"))),
        "<p>أول وتتمته</p>",
        [],
    ),
    "a moved passage": (
        docx(
            report(
                p("<w:moveFrom w:id='1'>" + r("منقول") + "</w:moveFrom>", "نص"),
                p("<w:moveTo>" + r("منقول") + "</w:moveTo>"),
            )
        ),
        "<p>نص</p><p>منقول</p>",
        [],
    ),
    "a row that is deleted": (
        docx(report(tbl(tr("أ", "ب"), tr("ج", "د", properties="<w:del/>")))),
        table("<tr><td>أ</td><td>ب</td></tr>"),
        ["deleted"],
    ),
    "comments": (
        docx(report(p("نص ", commented(5, "معلق عليه"), " وبقية")), comments=comment(5, "راجع المصدر")),
        "<p>نص معلق عليه وبقية</p>",
        [],
    ),
    "footnotes and endnotes": (
        docx(
            report(p("أ", noted(2), " ب", noted(2, "endnote"))),
            footnotes=note(2, p("<w:r><w:footnoteRef/></w:r>", " حاشية")),
            endnotes=note(2, p("ختامية ", r("مائلة", "<w:i/>")), kind="endnote"),
        ),
        f"<p>أ{NOTE.format(1)} ب{NOTE.format(2)}</p>"
        + NOTES.format('<li id="fn-1">حاشية</li><li id="fn-2">ختامية <i>مائلة</i></li>'),
        [],
    ),
    "one note that is referred to twice, and a note within a note": (
        docx(report(p("أ", noted(2), " ب", noted(2))), footnotes=note(2, p("حاشية", noted(2)))),
        "<p>أ"
        + NOTE.format(1)
        + ' ب<a class="footnote-ref" href="#fn-1" id="fnref-1-2" role="doc-noteref"><sup>1</sup></a></p>'
        + NOTES.format('<li id="fn-1">حاشية</li>'),
        [],
    ),
    "a picture with its text and its caption": (
        docx(
            report(p(picture("imagejpg", "سد النهضة")), p("شكل 1: السد", style="Caption")),
            styles=STYLES,
            media={"image.jpg": JPEG},
        ),
        f'<figure class="image">{IMAGE.format("سد النهضة")}<figcaption>شكل 1: السد</figcaption></figure>',
        [],
    ),
    "a picture in VML, within a line": (
        docx(
            report(
                p(
                    "قبل ",
                    '<w:r><w:pict><v:shape alt="سد"><v:imagedata r:id="imagejpg"/></v:shape></w:pict></w:r>',
                    " بعد",
                )
            ),
            media={"image.jpg": JPEG},
        ),
        f"<p>قبل {IMAGE.format('سد')} بعد</p>",
        [],
    ),
    "an EMF, a chart and an embedded sheet": (
        docx(
            report(
                p("قبلها ", picture("imageemf", "خريطة")),
                p("ثم ", chart("الصادرات")),
                p("ثم جدول", "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"),
            ),
            media={"image.emf": b"\x01\x00\x00\x00emf"},
        ),
        "<p>قبلها</p><p>ثم</p><p>ثم جدول</p>",
        ["drawings", "charts", "embedded"],
    ),
    "a picture that lies elsewhere": (
        docx(
            report(p("نص ", picture("far", "بعيدة", link=True))),
            rels=relationship("far", "image", "http://203.0.113.9/secret.png", outside=True),
        ),
        "<p>نص</p>",
        ["linked"],
    ),
    "a text box": (
        docx(report(p("قبل ", text_box(p("في الصندوق"), p("وسطر آخر")), "وبعد"))),
        "<p>قبل وبعد</p><p>في الصندوق</p><p>وسطر آخر</p>",
        [],
    ),
    "merged cells": (
        docx(
            report(
                tbl(
                    tr(tc("أ", properties='<w:gridSpan w:val="2"/>'), "ب", properties="<w:tblHeader/>"),
                    tr(tc("ج", properties='<w:vMerge w:val="restart"/>'), "د", "ه"),
                    tr(tc(properties="<w:vMerge/>"), "و", "ز"),
                )
            )
        ),
        table(
            '<tr><td rowspan="2">ج</td><td>د</td><td>ه</td></tr><tr><td>و</td><td>ز</td></tr>',
            head='<tr><th colspan="2">أ</th><th>ب</th></tr>',
        ),
        [],
    ),
    "a table from left to right in an Arabic report keeps the sides that its columns had": (
        docx(report(p("نص عربي"), tbl(tr("يسار", "يمين"), properties="", grid=2))),
        "<p>نص عربي</p>" + table("<tr><td>يمين</td><td>يسار</td></tr>"),
        [],
    ),
    "a table whose grid names no columns, with a blank before a row": (
        docx(report(tbl(tr("أ", "ب", "ج"), tr("د", "ه", properties='<w:gridBefore w:val="1"/>')))),
        table("<tr><td>أ</td><td>ب</td><td>ج</td></tr><tr><td></td><td>د</td><td>ه</td></tr>"),
        [],
    ),
    "a table with its caption, paragraphs and a list in a cell": (
        docx(
            report(
                p("جدول 1", style="Caption"),
                tbl(tr(tc(p("أ"), p("ب")), tc(li("أول"), li("ثان")))),
            ),
            styles=STYLES,
            numbering=NUMBERING,
        ),
        '<figure class="table"><table><tbody><tr><td><p>أ</p><p>ب</p></td><td><ol><li>أول</li><li>ثان</li></ol></td>'
        "</tr></tbody></table><figcaption>جدول 1</figcaption></figure>",
        [],
    ),
    "a numbered list that goes on after a paragraph": (
        docx(report(li("أول"), li("ثان"), p("بينهما"), li("ثالث")), numbering=NUMBERING),
        '<ol><li>أول</li><li>ثان</li></ol><p>بينهما</p><ol start="3"><li>ثالث</li></ol>',
        [],
    ),
    "two numberings of one kind go on, one with a start of its own begins anew": (
        docx(
            report(li("أول"), p("بين"), li("ثان", number=3), p("بين"), li("أول من جديد", number=4)),
            numbering=NUMBERING,
        ),
        '<ol><li>أول</li></ol><p>بين</p><ol start="2"><li>ثان</li></ol><p>بين</p><ol><li>أول من جديد</li></ol>',
        [],
    ),
    "lists in lists, by style and without a mark": (
        docx(
            report(
                li("أ", number=2),
                li("ب", number=2, at=1),
                li("ج", number=2),
                p("رقم", style="Listed"),
                li("نص", number=9),
            ),
            numbering=NUMBERING,
            styles=STYLES,
        ),
        "<ul><li>أ<ul><li>ب</li></ul></li><li>ج</li></ul><ol><li>رقم</li></ol><p>نص</p>",
        [],
    ),
    "typed numbers": (
        docx(
            report(p("1- المعادن"), p(r("٢- ", "<w:b/>"), r("الزراعة", "<w:b/>"), " نص"), p("بينهما"), p("3- التجارة"))
        ),
        '<ol><li>المعادن</li><li><strong>الزراعة</strong> نص</li></ol><p>بينهما</p><ol start="3"><li>التجارة</li></ol>',
        [],
    ),
    "a typed number out of order, and typed bullets": (
        docx(report(p("7- سابع"), p("نص"), p("• أول"), p("- ثان"))),
        "<p>7- سابع</p><p>نص</p><ul><li>أول</li><li>ثان</li></ul>",
        ["numbers"],
    ),
    "typed numbers on lines of one paragraph": (
        docx(report(p("<w:r><w:t>1- أول</w:t><w:br/><w:t>2- ثان</w:t></w:r>"))),
        "<ol><li>أول</li><li>ثان</li></ol>",
        [],
    ),
    "Latin in Arabic is set apart where signs would move": (
        docx(
            report(
                p(
                    r("قرار ", "<w:rtl/>"),
                    r("UNSCR 2254 (2015)"),
                    r(" وحلف ", "<w:rtl/>"),
                    r("NATO"),
                    properties="<w:bidi/>",
                )
            )
        ),
        '<p>قرار <span dir="ltr">UNSCR 2254 (2015)</span> وحلف NATO</p>',
        [],
    ),
    "Arabic in English is set apart": (
        docx(
            p("The report")
            + p("As ", r("«شاف» (2025)", "<w:rtl/>"), " says, and says again in English.")
            + p("Source: SHAF Centre")
            + p("Author: Mona Fahmy")
            + p("Date: 16/11/2025")
        ),
        '<p>As <span dir="rtl">«شاف» (2025)</span> says, and says again in English.</p>',
        [],
    ),
    "an English paragraph in an Arabic report": (
        docx(report(p("نص عربي طويل بما يكفي ليكون لغة التقرير"), p("Security is shared."))),
        '<p>نص عربي طويل بما يكفي ليكون لغة التقرير</p><p dir="ltr">Security is shared.</p>',
        [],
    ),
    "Arabic digits, breaks and unusual blanks": (
        docx(
            report(
                p(
                    "<w:r><w:t>عام ٢٠٢٥</w:t><w:br/><w:t>سطر</w:t><w:tab/><w:t>بعد\u2028آخر</w:t>"
                    "<w:noBreakHyphen/></w:r>"
                ),
                p('<w:r><w:br w:type="page"/><w:t>صفحة</w:t><w:lastRenderedPageBreak/></w:r>'),
            )
        ),
        "<p>عام ٢٠٢٥<br>سطر بعد<br>آخر\u2011</p><p>صفحة</p>",
        [],
    ),
    "a link, a link by field, and one within the file": (
        docx(
            report(
                p(
                    '<w:hyperlink r:id="a">' + r("رابط") + "</w:hyperlink> ".strip(),
                    field('HYPERLINK "https://example.org/b"', "حقل"),
                    '<w:hyperlink w:anchor="_Toc1">' + r("داخلي") + "</w:hyperlink>",
                )
            ),
            rels=relationship("a", "hyperlink", "https://example.org/a?x=1&amp;y=2", outside=True),
        ),
        '<p><a href="https://example.org/a?x=1&amp;y=2">رابط</a><a href="https://example.org/b">حقل</a>داخلي</p>',
        [],
    ),
    "a link that may not be published": (
        docx(
            report(p('<w:hyperlink r:id="a">' + r("رابط") + "</w:hyperlink>")),
            rels=relationship("a", "hyperlink", "file:///c:/secret.docx", outside=True),
        ),
        "<p>رابط</p>",
        ["links"],
    ),
    "a table of contents, by control and by field": (
        docx(
            report(
                '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
                f"<w:sdtContent>{p('المحتويات')}{p('قسم 3', style='TOC1')}</w:sdtContent></w:sdt>",
                p(field("TOC \\o", "قسم ... 3"), "بعده"),
                p("قسم", style="1"),
                p("نص"),
            ),
            styles=STYLES,
        ),
        "<p>بعده</p><h2>قسم</h2><p>نص</p>",
        ["contents"],
    ),
    "heads and feet of pages": (
        docx(report(p("نص")), header=p("مركز شاف — سري")),
        "<p>نص</p>",
        ["frame"],
    ),
    "content controls": (
        docx(
            report(
                f"<w:sdt><w:sdtPr/><w:sdtContent>{p('في قالب')}</w:sdtContent></w:sdt>",
                p(
                    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                    + r("انقر هنا")
                    + "</w:sdtContent></w:sdt>",
                    "نص",
                ),
            )
        ),
        "<p>في قالب</p><p>نص</p>",
        [],
    ),
    "a formula": (
        docx(report(p("ليكن ", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"))),
        "<p>ليكن <code>x = 1</code></p>",
        ["formulas"],
    ),
    "marks": (
        docx(
            report(
                p(
                    r("غليظ", "<w:b/><w:bCs/>"),
                    r(" مائل", "<w:i/>"),
                    r(" تحته", '<w:u w:val="single"/>'),
                    r(" مشطوب", "<w:strike/>"),
                    r("2", '<w:vertAlign w:val="superscript"/>'),
                    r(" بنمط", '<w:rStyle w:val="Bold"/>'),
                )
            ),
            styles=STYLES,
        ),
        "<p><strong>غليظ</strong> <i>مائل</i> <u>تحته</u> <s>مشطوب</s><sup>2</sup> <strong>بنمط</strong></p>",
        [],
    ),
    "colours": (docx(report(p(r("ملون", '<w:highlight w:val="yellow"/>')))), "<p>ملون</p>", ["looks"]),
    "a quotation": (
        docx(report(p("نص"), p("قولٌ", style="Quote")), styles=STYLES),
        "<p>نص</p><blockquote><p>قولٌ</p></blockquote>",
        [],
    ),
    "words cut into runs": (
        docx(report(p(*(r(letter, "<w:rtl/>") for letter in "التحالف")))),
        "<p>التحالف</p>",
        [],
    ),
    "a rule of hyphens": (docx(report(p("أ"), p("-" * 20), p("ب"))), "<p>أ</p><hr><p>ب</p>", []),
    "the branch, before the title": (
        docx(p("فرع القاهرة") + p("عنوان التقرير") + p("نص") + "".join(map(p, END))),
        "<p>نص</p>",
        [],
    ),
    "the attribution on lines of one paragraph": (
        docx(
            p("عنوان التقرير") + p("نص") + p("<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in END) + "</w:r>")
        ),
        "<p>نص</p>",
        [],
    ),
    "the attribution as a table": (
        docx(p("عنوان التقرير") + p("نص") + tbl(*(tr(*line.split(": ")) for line in END))),
        "<p>نص</p>",
        [],
    ),
    "recent articles after the attribution": (
        docx(report(p("نص")) + p("المقالات الأخيرة") + p("تقرير آخر")),
        "<p>نص</p>",
        [],
    ),
    "as Google writes it: every style in the run, no bidi": (
        docx(
            report(
                p(
                    r("نص", '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/><w:rtl w:val="1"/>'),
                    properties='<w:pBdr/><w:bidi w:val="1"/>',
                )
            ),
            styles=style("Heading1", "heading 1"),
        ),
        "<p>نص</p>",
        [],
    ),
    "as LibreOffice writes it: headings of its own, numbers in every paragraph": (
        docx(
            report(
                p("قسم", style="Heading1", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
                p(
                    r("نص", "<w:rFonts w:cs='Arial'/><w:lang w:bidi='ar-EG'/>"),
                    style="TextBody",
                    properties="<w:bidi/><w:jc w:val='left'/>",
                ),
            ),
            styles=style("Heading1", "Heading 1", based_on="Heading")
            + style("Heading", "Heading")
            + style("TextBody", "Body Text"),
        ),
        "<h2>قسم</h2><p>نص</p>",
        [],
    ),
    "strict Office Open XML": (zipped(STRICT), "<h2>عنوان</h2><p>نص</p>", []),
    "a document of another name, in UTF-16": (
        zipped(
            {
                "[Content_Types].xml": parts("")["[Content_Types].xml"],
                "_rels/.rels": parts("")["_rels/.rels"].replace("word/document.xml", "/word/document2.xml"),
                "word/document2.xml": part("document", f"<w:body>{report(p('نص'))}</w:body>")
                .replace("UTF-8", "UTF-16")
                .encode("utf-16"),
            }
        ),
        "<p>نص</p>",
        [],
    ),
    "elements that nobody knows": (
        docx(report(f"<w:unknown>{p('نص ', '<w:other>' + r('وبقية') + '</w:other>')}</w:unknown>")),
        "<p>نص وبقية</p>",
        [],
    ),
    "numbers that show nothing": (
        docx(
            report(li("نص")),
            numbering=f'<w:abstractNum w:abstractNumId="0">{level(0, "none", "")}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
        "<p>نص</p>",
        [],
    ),
}
ODT = {
    "headings, a list, a note, a link": (
        odt(
            odt_report(
                '<text:h text:outline-level="1">قسم</text:h>',
                tp(
                    'نص<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                    '<text:p>حاشية</text:p></text:note-body></text:note> <text:a xlink:href="https://example.org/">رابط</text:a>'
                ),
                '<text:list text:style-name="L1"><text:list-item><text:p>أ</text:p></text:list-item></text:list>',
            ),
            automatic='<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" '
            'text:bullet-char="•"/></text:list-style>',
        ),
        f'<h2>قسم</h2><p>نص{NOTE.format(1)} <a href="https://example.org/">رابط</a></p><ul><li>أ</li></ul>'
        + NOTES.format('<li id="fn-1">حاشية</li>'),
        [],
    ),
    "hidden text, a deletion, a comment": (
        odt(
            odt_report(
                "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>محذوف</text:p>"
                "</text:deletion></text:changed-region></text:tracked-changes>",
                tp(
                    'أ<text:span text:style-name="T1">سر</text:span> ب<text:change text:change-id="c1"/>'
                    "<office:annotation><dc:creator>سلمى</dc:creator><text:p>راجع</text:p></office:annotation> ج"
                ),
            ),
            automatic='<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
            "</style:style>",
        ),
        "<p>أ ب ج</p>",
        ["hidden", "deleted"],
    ),
    "a picture, a chart and a text box": (
        odt(
            odt_report(
                tp('قبل <draw:frame><draw:image xlink:href="Pictures/a.jpg"/><svg:desc>سد</svg:desc></draw:frame> بعد'),
                tp('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>رسم'),
                tp("<draw:frame><draw:text-box><text:p>في الصندوق</text:p></draw:text-box></draw:frame>وخارجه"),
            ),
            more={"Pictures/a.jpg": JPEG},
        ),
        f"<p>قبل {IMAGE.format('سد')} بعد</p><p>رسم</p><p>وخارجه</p><p>في الصندوق</p>",
        ["charts"],
    ),
}


@pytest.mark.parametrize("name", WORD | ODT)
def test_what_comes_out_of_a_file(name):
    file, text, lost = (WORD | ODT)[name]
    with translation.override("ar"):
        document = formats.read(file, "تقرير.docx")
        html = to_html(document.blocks)
        assert re.sub(r"/media/[0-9a-f]{64}\.jpg", "PICTURE", html) == text
        assert [one.kind for one in document.lost] == lost
        assert all(said([one]) for one in document.lost)
    assert canonical(html) == html
    assert document.title in {"عنوان التقرير", "The report"}
    assert document.problem is None
    assert [(one.authors, one.date) for one in document.attributions] in (
        [(["منى فهمي"], date(2025, 11, 16))],
        [(["Mona Fahmy"], date(2025, 11, 16))],
    )


def test_what_comes_with_the_text():
    body = report(
        p("فرع القاهرة"),
        p("نص ", commented(5, "معلق"), picture("imagejpg", "سد النهضة")),
        title="عنوان",
        end=[*END, "-----", "المصدر: معهد المياه", "الكاتب: سامر الخطيب", "التاريخ: ١٠ نوفمبر ٢٠٢٥"],
    )
    file = docx(
        p("موجز التقرير", style="Subtitle") + body + p("المقالات الأخيرة") + p("تقرير"),
        styles=STYLES,
        comments=comment(5, "راجع المصدر"),
        media={"image.jpg": JPEG},
    )
    document = formats.read(file, "x.docx")
    assert (document.title, document.branch, document.standfirst) == ("عنوان", "القاهرة", "موجز التقرير")
    assert [(one.text, one.quote) for one in document.remarks] == [("سلمى: راجع المصدر", "نص معلق")]
    assert [(one.data == JPEG, one.alt, one.after) for one in document.pictures] == [(True, "سد النهضة", "نص معلق")]
    assert [(one.source, one.date) for one in document.attributions[1:]] == [("معهد المياه", date(2025, 11, 10))]
    assert document.recents == ("تقرير",)


def test_a_comment_on_what_is_deleted_is_a_remark_on_the_whole():
    gone = "<w:del><w:r><w:commentReference w:id='1'/><w:delText>محذوف</w:delText></w:r></w:del>"
    document = formats.read(docx(report(p("نص", gone)), comments=comment(1, "لماذا؟")), "x.docx")
    assert [(one.text, one.quote) for one in document.remarks] == [("سلمى: لماذا؟", "")]


@pytest.mark.parametrize(
    ("end", "code", "kept"),
    [
        ([], "attribution.missing", "<p>نص</p>"),
        (["المصدر: مركز شاف", "التاريخ: 45/11/2025"], "date.impossible", "التاريخ: 45/11/2025"),
        ([*END, "نص بعد الإسناد"], "attribution.misplaced", "نص بعد الإسناد"),
    ],
)
def test_an_attribution_that_cannot_be_read_stays_in_the_text_and_is_said(end, code, kept):
    document = formats.read(docx(report(p("نص"), end=end)), "x.docx")
    assert document.problem
    assert document.problem.code == code
    assert document.attributions == ()
    assert kept in to_html(document.blocks)


def test_a_text_without_a_title_has_its_files_name():
    document = formats.read(docx(p("طويل " * 100) + p("نص")), "تقرير المياه.docx")
    assert document.title == "تقرير المياه"
    assert document.problem


MARKDOWN = """---
title: عنوان التقرير
keywords: [أمن]
---

فرع القاهرة

## قسم

نص **غليظ** بقيمة $5 و$6 و"اقتباس" [^1].

1. أول
2. ثان

| أ | ب |
|---|---|
| ج | د |

المصدر: مركز شاف

الكاتب: منى فهمي

التاريخ: 16/11/2025

[^1]: حاشية
"""
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="windows-1256"><title>تبويب</title></head><body>
<h1>عنوان التقرير</h1><h2>قسم</h2><p style="color:red">نص<br>وسطر</p><script>alert(1)</script>
<h3>أصغر</h3><p>نص <img src="http://203.0.113.9/x.png" alt="بعيدة"></p>
<p>{END[0]}<br>{END[1]}<br>{END[2]}</p></body></html>"""


@pytest.mark.parametrize(
    ("file", "name", "text", "lost"),
    [
        (
            MARKDOWN.encode(),
            "a.md",
            f'<h2>قسم</h2><p>نص <strong>غليظ</strong> بقيمة $5 و$6 و"اقتباس" {NOTE.format(1)}.</p>'
            "<ol><li>أول</li><li>ثان</li></ol>"
            + table("<tr><td>ج</td><td>د</td></tr>", head="<tr><th>أ</th><th>ب</th></tr>")
            + NOTES.format('<li id="fn-1">حاشية</li>'),
            ["other"],
        ),
        (
            PAGE.encode("windows-1256"),
            "تقرير.docx",
            "<h2>قسم</h2><p>نص<br>وسطر</p><h3>أصغر</h3><p>نص</p>",
            ["other", "scripts", "pictures", "looks"],
        ),
    ],
    ids=["markdown", "a page in an old encoding, with Word's name"],
)
def test_other_formats(file, name, text, lost):
    document = formats.read(file, name)
    assert (to_html(document.blocks), [one.kind for one in document.lost]) == (text, lost)
    assert (document.title, document.attributions[0].authors) == ("عنوان التقرير", ["منى فهمي"])


def test_a_picture_within_a_page_comes_along():
    data = base64.b64encode(JPEG).decode()
    page = f'<h1>عنوان</h1><p>نص</p><p><img alt="سد" src="data:image/jpeg;base64,{data}"></p>'
    document = formats.read(page.encode(), "a.html")
    assert [one.data for one in document.pictures] == [JPEG]
    assert f'src="/media/{document.pictures[0].name}"' in to_html(document.blocks)


def written_by_pandoc(kind):
    """A file of another program's making, which knows nothing of ours."""
    text = MARKDOWN.partition("---\n\n")[2].replace("فرع القاهرة", "# عنوان التقرير", 1)
    made = [str(pandoc.program()), "--from", "markdown-smart", "--to", kind, "--output", "-"]
    return subprocess.run(made, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout


@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_what_another_program_writes(kind):
    document = formats.read(written_by_pandoc(kind), "x")
    html = to_html(document.blocks)
    assert "<h2>قسم</h2><p>نص <strong>غليظ</strong>" in html
    assert "<ol><li>أول</li><li>ثان</li></ol>" in html
    assert "حاشية</li></ol></section>" in html
    assert re.search(r"<th>\s*أ</th>.*<td>\s*ج</td>", html)
    assert (document.title, document.problem) == ("عنوان التقرير", None)
    assert [one.kind for one in document.lost if one.kind not in {"looks", "other"}] == []


SEPARATORS = ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\u00a0"]


# The first two are no characters of XML 1.0.
@pytest.mark.parametrize(
    ("kind", "separator"),
    [*product(["html", "md"], SEPARATORS), *product(["odt", "docx"], SEPARATORS[2:])],
    ids=ascii,
)
def test_separators_never_glue_words(kind, separator):
    words = f"سطر{separator}آخر"
    files = {
        "html": f"<h1>{words}</h1><p>{words}</p>".encode(),
        "md": f"# {words}\n\n{words}\n".encode(),
        "odt": odt(tp(words) + tp(words)),
        "docx": docx(p(words) + p(words)),
    }
    document = formats.read(files[kind], f"a.{kind}")
    body = re.sub("<br>|&nbsp;|<[^>]*>", " ", to_html(document.blocks))
    # In Markdown what ends a line ends a heading.
    assert f"{document.title} {body}".split() == ["سطر", "آخر"] * 2


@pytest.mark.parametrize(
    "page",
    [
        '<p>نص<sup><a href="#f9" id="r9">1</a></sup></p><ol class="wp-block-footnotes">'
        '<li id="f9">حاشية <a href="#r9">↩︎</a></li></ol>',
        '<p>نص<a href="#_ftn1" name="_ftnref1">[1]</a></p><div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]'
        "</a> حاشية</p></div></div>",
    ],
    ids=["WordPress", "Word's own HTML"],
)
def test_footnotes_of_pages(page):
    document = formats.read(f"<h1>عنوان</h1>{page}".encode(), "a.html")
    html = re.sub("<sup><sup>(.*?)</sup></sup>|<sup>(<a.*?</a>)</sup>", r"\1\2", to_html(document.blocks))
    assert html == f"<p>نص{NOTE.format(1)}</p>" + NOTES.format('<li id="fn-1">حاشية</li>')


@pytest.fixture
def newsroom():
    f.make_publisher()
    f.make_branch()
    with translation.override("en"):
        yield f.make_user("writer", role="writer"), f.make_user("editor", role="editor")


@pytest.mark.django_db
def test_word_files_are_imported_published_and_known_again(tmp_path, newsroom):
    writer, editor = newsroom
    blocks = (p("فرع القاهرة"), p("نص التقرير"), p(picture("ajpg", "سد")))
    path = tmp_path / "a.docx"
    path.write_bytes(docx(report(*blocks), media={"a.jpg": JPEG}))
    bare = tmp_path / "b.docx"
    bare.write_bytes(docx(report(*blocks[:2], title="بلا إسناد", end=[])))
    as_draft, without = import_files([tmp_path], by=writer, dry_run=True)
    assert (as_draft.result, without.result, Article.objects.count(), Picture.objects.count()) == ("created",) * 2 + (
        0,
        0,
    )
    published, refused = import_files([tmp_path], by=writer, approved_by=editor)
    assert (published.result, published.published, refused.code) == ("created", ("ar",), "attribution.missing")
    article = Article.objects.get()
    assert Picture.objects.get(alt_ar="سد").file.name in Edition.objects.get().body
    # Saved anew by a word processor: other bytes, the same text.
    path.write_bytes(docx(report(*blocks), media={"a.jpg": JPEG}, styles=STYLES))
    again, draft = import_files([tmp_path], by=writer)
    assert (again.result, draft.result, Article.objects.count()) == ("unchanged", "created", 2)
    assert any("does not end with an attribution" in note for note in draft.notes)
    path.write_bytes(docx(report(*blocks, p("جملة أخرى")), media={"a.jpg": JPEG}))
    (changed,) = import_files([path], by=writer)
    assert (changed.result, changed.article) == ("updated", article.pk)


@pytest.mark.django_db
def test_the_command_says_and_writes_what_was_left_out(tmp_path, newsroom):
    (tmp_path / "a.docx").write_bytes(docx(report(p("فرع القاهرة"), p("نص", r(" سر", "<w:vanish/>")))))
    (tmp_path / "b.docx").write_bytes(b"%PDF-1.7")
    out, file = StringIO(), tmp_path / "said" / "report"
    file.parent.mkdir()
    with pytest.raises(CommandError, match="1 of 2 refused"):
        call_command("import_reports", tmp_path, by="writer", report=str(file), stdout=out)
    said = out.getvalue()
    assert "Left out of the text: Hidden text: \u2068سر\u2069 — after “\u2068نص\u2069”" in said
    assert "The file is a PDF, which is not read.\n           → Bring the Word file that it was made of." in said
    assert file.read_text() == said
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("import_reports", tmp_path, by="writer", report=str(tmp_path))


@pytest.mark.django_db
def test_two_languages_of_one_report_may_have_two_formats(tmp_path, newsroom):
    (tmp_path / "a.ar.docx").write_bytes(docx(report(p("فرع القاهرة"), p("نص التقرير"))))
    (tmp_path / "a.en.md").write_text(
        "# The title\n\nCairo branch\n\nThe text.\n\nSource: SHAF Centre\\\nAuthor: Mona Fahmy\\\nDate: 16/11/2025\n"
    )
    (outcome,) = import_files([tmp_path], by=newsroom[0])
    assert outcome.result == "created", outcome.reason
    article = Article.objects.get()
    assert (article.title_ar, article.title_en, article.body_en) == ("عنوان التقرير", "The title", "<p>The text.</p>")


def test_without_pandoc_the_file_is_refused_by_what_is_missing(monkeypatch):
    monkeypatch.setattr(pandoc, "program", lambda: None)
    with translation.override("ar"), pytest.raises(Unimportable) as refused:
        formats.read(docx(p("نص")), "a.docx")
    assert (refused.value.code, "pypandoc-binary" in refused.value.reason) == ("no_reader", True)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_a_text_without_marks_reads_in_word_as_it_does_in_plain_text(sample):
    text = decode.read(sample)
    plain = plain_text.parse(text)
    document = formats.read(docx("".join(p(escape(line)) for line in text.split("\n"))), "x.docx")
    assert to_html(document.blocks) == canonical(to_html(plain.blocks))
    assert (document.title, document.branch, document.language) == (plain.title, plain.branch, plain.language)
    assert [(a.source, a.authors, a.date, a.url) for a in document.attributions] == [
        (a.source, a.authors, a.date, a.url) for a in plain.attributions
    ]
    assert (document.problem, document.lost) == (None, ())
