# ruff: noqa: E501 -- a body is easier to read in one line
"""Bodies in normal form, one for each thing that a report may hold, and a maker of arbitrary ones."""

import random
import re

PICTURE = f"/media/{'a1' * 32}.png"
IMG = f'<img alt="وصف" height="400" src="{PICTURE}" width="600">'


def table(rows: str, caption: str = "") -> str:
    return f'<figure class="table"><table>{rows}</table>{caption}</figure>'


def text_with_notes(text: str, notes: list[str]) -> str:
    """The text with a reference to note n where it says {n}; first references in the order of the notes."""

    def reference(number: int, times: int) -> str:
        name = f"fnref-{number}" + (f"-{times}" if times > 1 else "")
        return f'<a class="footnote-ref" href="#fn-{number}" id="{name}" role="doc-noteref"><sup>{number}</sup></a>'

    seen: dict[int, int] = {}

    def numbered(found: re.Match[str]) -> str:
        number = int(found[1])
        seen[number] = seen.get(number, 0) + 1
        return reference(number, seen[number])

    items = "".join(f'<li id="fn-{number}">{note}</li>' for number, note in enumerate(notes, 1))
    body = re.sub(r"\{(\d+)\}", numbered, text)
    return f'{body}<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'


BODIES = {
    "prose with marks": "<p>يُعدّ القرارُ تحوّلًا مفصليًا في المشهد؛ وله ثلاث نتائج.</p><p>فقرة ثانية.</p>",
    "no-break space": "<p>في عام&nbsp;2025 بلغ 10&nbsp;كم، و«القول»&nbsp;هنا.</p>",
    "invisible characters": "<p>می\u200cخواهم \u200f(نص)\u200e و\u2067عزل\u2069.</p>",
    "special characters": "<p>&amp; &lt;tag&gt; \"اقتباس\" 'x' … – — ﷺ ٪ © € ½</p>",
    "entities as text": "<p>&amp;amp; &amp;lt;script&amp;gt;</p>",
    "headings": "<h2>أول</h2><p>نص</p><h3>ثان</h3><p>نص</p><h4>ثالث</h4><p>نص</p>",
    "anchored heading": '<h2 id="h-نتائج">نتائج</h2><p>نص</p>',
    "marks": "<p>نص <strong>غامق</strong> و<i>مائل</i> و<u>تحته</u> و<s>محذوف</s> و<code>رمز</code>.</p>",
    "nested marks": "<p><i><strong>كلاهما</strong></i><strong> وحده</strong></p>",
    "sub and sup": "<p>ثاني أكسيد الكربون CO<sub>2</sub> و10<sup>3</sup></p>",
    "line breaks": "<p>سطر<br>سطر<br><br>بعد فراغ</p>",
    "break inside marks": "<p><strong>أول</strong><br><strong>ثان</strong></p>",
    "links": '<p><a href="https://example.org/?a=1&amp;b=2">رابط</a> و<a href="mailto:a@b.example">بريد</a></p>',
    "link with marks": '<p><a href="/articles/1/"><strong>غامق</strong> عادي</a></p>',
    "link to another language": '<p><a href="https://example.org/" hreflang="en">English</a></p>',
    "list": "<ul><li>أول</li><li>ثان</li></ul>",
    "nested lists": "<ul><li>أ<ol><li>ب<ul><li>ج</li></ul></li><li>د</li></ol></li><li>هـ</li></ul>",
    "list that goes on": '<ol start="4"><li>رابع</li><li>خامس</li></ol>',
    "two lists in an item": "<ul><li>أ<ul><li>ب</li></ul><ol><li>ج</li></ol></li></ul>",
    "item of two paragraphs": "<ol><li><p>أول</p><p>ثان</p></li><li>وحيد</li></ol>",
    "paragraph after a nested list": "<ol><li><p>قبل</p><ul><li>فرع</li></ul><p>بعد</p></li></ol>",
    "item with heading and quotation": "<ul><li><h3>عنوان</h3><blockquote><p>قول</p></blockquote></li></ul>",
    "item with a direction": '<ul dir="ltr" lang="en"><li dir="rtl" lang="ar">عربي</li><li>English</li></ul>',
    "item whose paragraph has a direction": '<ul><li><p dir="ltr" lang="en">English</p></li></ul>',
    "lists apart": "<ul><li>أ</li></ul><p>بينهما</p><ul><li>ب</li></ul><ol><li>ج</li></ol>",
    "quotation": "<blockquote><p>قول</p><p>بقية</p></blockquote><p>نص</p>",
    "quotation in a quotation": '<blockquote dir="ltr" lang="en"><p>q</p><blockquote><p>r</p></blockquote></blockquote>',
    "quotation with a list": "<blockquote><ul><li>أ</li></ul><hr></blockquote>",
    "table": table("<tbody><tr><td>أ</td><td>ب</td></tr><tr><td>1</td><td></td></tr></tbody>"),
    "table with head and caption": table(
        '<thead><tr><th scope="col">السنة</th><th>القيمة</th></tr></thead><tbody><tr><td>2024</td><td>12</td></tr></tbody>',
        "<figcaption>جدول <strong>1</strong></figcaption>",
    ),
    "table with heading columns": table(
        '<thead><tr><th>أ</th><th>ب</th></tr></thead><tbody><tr><th scope="row">ج</th><td>د</td></tr></tbody>'
    ),
    "table with spans": table(
        '<thead><tr><th rowspan="2">أ</th><th colspan="2">ب</th></tr><tr><th>ج</th><th>د</th></tr></thead>'
        '<tbody><tr><th>1</th><td>2</td><td>3</td></tr><tr><th>4</th><td colspan="2">5</td></tr></tbody>'
    ),
    "table of blocks": table(
        "<tbody><tr><td><p>أ</p><ul><li>ب</li></ul></td><td><p>ج</p><p>د</p></td><td>س<br>ص</td></tr></tbody>"
    ),
    "table in a cell": table(f"<tbody><tr><td>{table('<tbody><tr><td>x</td></tr></tbody>')}</td></tr></tbody>"),
    "cell with a direction": table('<tbody><tr><td dir="ltr" lang="en">GDP</td><td>الناتج</td></tr></tbody>'),
    "picture": f'<figure class="image">{IMG}</figure><p>نص</p>',
    "picture with caption": f'<figure class="image">{IMG}<figcaption>تعليق <a href="/x">مصدر</a></figcaption></figure>',
    "picture that is a link": f'<figure class="image"><a href="https://example.org/">{IMG}</a></figure>',
    "picture in a line": f'<p>قبل <img alt="" src="{PICTURE}"> بعد</p>',
    "picture in an item and a cell": (
        f'<ul><li><p>أ</p><figure class="image">{IMG}</figure></li></ul>'
        + table(f'<tbody><tr><td><figure class="image">{IMG}</figure></td></tr></tbody>')
    ),
    "words of another language": '<p>تقرير <span dir="ltr" lang="en">Crisis Group</span> عن <bdi>Sudan</bdi> و<bdo dir="ltr">abc</bdo></p>',
    "paragraph of another language": '<p dir="ltr" lang="en">An English paragraph.</p><h2 dir="ltr" lang="en">Heading</h2>',
    "footnotes": text_with_notes("<p>نص{1}، و{2} ثم {1}.</p><h2>عنوان{3}</h2>", ["هامش", "<p>أول</p><p>ثان</p>", ""]),
    "footnotes in a list, a table and a caption": text_with_notes(
        "<ul><li>بند{1} بعده<ul><li>{2}</li></ul></li></ul>"
        + table("<tbody><tr><td>خلية{3}</td><td></td></tr></tbody>", "<figcaption>تعليق{4}</figcaption>")
        + "<blockquote><p><strong>قبل</strong>{2}<strong>بعد</strong></p></blockquote>",
        ['<a href="https://example.org/">مصدر</a>', "ثان", '<p dir="ltr">English</p>', "رابع<br>سطر"],
    ),
    "a footnote in English": text_with_notes("<p>نص{1}</p>", ['<span dir="ltr" lang="en">Crisis Group</span>، 2024']),
    "abbreviation and time": '<p><abbr title="منظمة &quot;الصحة&quot;">WHO</abbr> في <time datetime="2025-11-16">16 نوفمبر</time></p>',
    "small marks": "<p><q>قول</q> <cite>كتاب</cite> <mark>مهم</mark> <small>هامش</small></p>",
    "alignment": '<p class="ta-center">وسط</p><h2 class="ta-end">نهاية</h2><p>بداية</p>',
    "rules": "<p>أ</p><hr><hr><p>ب</p>",
    "nothing": "",
}

WORDS = [
    "كلمة",
    "النصُّ",
    "word",
    "2025",
    "«قول»",
    "a&amp;b",
    "x&lt;y",
    "\u200f",
    "ك\u200cم",
    "e\u0301",
    "ﷺ",
    "،",
    "\u0338z",
]
WORDS += ["\u064b", "-", "1.", "*", "#", "&nbsp;", "&nbsp;", "  ", "\n", " ", " ", " ", " "]
MARKS = ["strong", "b", "i", "em", "u", "s", "sub", "sup", "code", "q", "cite", "mark", "small", "span", "bdi"]
MARKS += ['bdo dir="rtl"', 'abbr title="ع &quot;"', 'time datetime="2025-01-01"', 'a href="https://e.org/?a=1&amp;b=2"']
MARKS += [
    'a href="#fn-1" class="footnote-ref"',
    'a id="fnref-3"',
    'span lang="en" dir="ltr"',
    'a href="/x" hreflang="en"',
]


class Maker:
    """Arbitrary HTML in and around the allow-list, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def attributes(self) -> str:
        r, out = self.random, ""
        if r.random() < 0.2:
            out += f' dir="{r.choice(["rtl", "ltr", "auto"])}"'
        if r.random() < 0.15:
            out += f' lang="{r.choice(["ar", "en", "fr-CA"])}"'
        if r.random() < 0.1:
            out += f' id="{r.choice(["fn", "fnref", "h"])}-{r.randint(1, 99)}"'
        return out + r.choice([""] * 18 + [' role="doc-note"', ' class="ta-center"'])

    def text(self) -> str:
        return "".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))

    def inline(self, depth: int = 0) -> str:
        r, out = self.random, ""
        for _part in range(r.randint(1, 4)):
            kind = r.random()
            if kind < 0.55 or depth > 3:
                out += self.text()
            elif kind < 0.9:
                mark = r.choice(MARKS)
                out += f"<{mark}>{self.inline(depth + 1)}</{mark.split()[0]}>"
            elif kind < 0.96:
                out += "<br>"
            else:
                out += f'<img src="{PICTURE}" alt="{r.choice(["", "وصف"])}"{r.choice(["", " width=3 height=4"])}>'
        return out

    def cell(self, name: str, depth: int) -> str:
        span = self.random.choice([""] * 7 + [" colspan=2", " rowspan=2", " rowspan=3"])
        content = self.inline() if self.random.random() < 0.7 else self.flow(depth + 1)
        return f"<{name}{self.attributes()}{span}>{content}</{name}>"

    def table(self, depth: int) -> str:
        r = self.random
        width = r.randint(1, 3)

        def rows(count: int, names: list[str]) -> str:
            return "".join(
                "<tr>"
                + "".join(self.cell(r.choice(names), depth) for _cell in range(r.randint(max(1, width - 1), width)))
                + "</tr>"
                for _row in range(count)
            )

        head = f"<thead>{rows(r.randint(1, 2), ['th'])}</thead>" if r.random() < 0.5 else ""
        body = f"<tbody>{rows(r.randint(0, 3), ['td', 'td', 'td', 'th'])}</tbody>"
        caption = r.choice(["", f"<caption>{self.inline()}</caption>"])
        below = r.choice(["", f"<figcaption{self.attributes()}>{self.inline()}</figcaption>"])
        return f'<figure class="table"{self.attributes()}><table{self.attributes()}>{caption}{head}{body}</table>{below}</figure>'

    def list(self, depth: int) -> str:
        r, out = self.random, ""
        name = r.choice(["ul", "ol", "ol start=3"])
        for _item in range(r.randint(1, 3)):
            kind = r.random()
            content = self.inline() if kind < 0.8 else self.flow(depth + 1)
            if 0.6 < kind < 0.8 and depth < 3:
                content += self.list(depth + 1)
            out += f"<li{self.attributes()}>{content}</li>"
        return f"<{name}{self.attributes()}>{out}</{name.split()[0]}>"

    def flow(self, depth: int = 0) -> str:
        r, out = self.random, ""
        for _block in range(r.randint(1, 4)):
            kind = r.random()
            if kind < 0.4 or depth > 3:
                out += f"<p{self.attributes()}>{self.inline()}</p>"
            elif kind < 0.5:
                name = r.choice(["h1", "h2", "h3", "h4", "h5"])
                out += f"<{name}{self.attributes()}>{self.inline()}</{name}>"
            elif kind < 0.65:
                out += self.list(depth)
            elif kind < 0.72:
                out += f"<blockquote{self.attributes()}>{self.flow(depth + 1)}</blockquote>"
            elif kind < 0.8:
                out += self.table(depth)
            elif kind < 0.87:
                caption = r.choice(["", f"<figcaption{self.attributes()}>{self.inline()}</figcaption>"])
                out += f'<figure class="image"{self.attributes()}>{r.choice(["", "<a href=/q>"])}{IMG}</a>{caption}</figure>'
            elif kind < 0.9:
                out += "<hr>"
            elif kind < 0.94:
                out += self.inline()
            elif kind < 0.97:
                out += f"<div{self.attributes()}>{self.flow(depth + 1)}</div>"
            else:
                out += f'<section class="footnotes" role="doc-endnotes">{self.list(depth)}</section>'
        return out


def arbitrary(seed: int) -> str:
    """HTML as somebody might paste or import it; not in normal form."""
    return Maker(seed).flow()
