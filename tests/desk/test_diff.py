"""The diff reads as a person would say it, loses nothing, lets nothing through as markup, and is quick."""

import random
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.desk.diff.manuscripts import compare
from articles.desk.diff.result import RunKind, Status
from articles.press.html.reading import plain_text
from articles.press.html.sanitise import canonical
from tests.bodies import BODIES, arbitrary
from tests.desk.golden_diffs import BASE, EDITS, P1, P2, P3, P4, noted, picture, table
from tests.work import calls

SIGNS = {RunKind.KEPT: "{}", RunKind.INSERTED: "{{+{}+}}", RunKind.DELETED: "[-{}-]"}


@pytest.fixture(autouse=True)
def _in_arabic():
    with translation.override("ar"):
        yield


def account(changes) -> str:
    """All that the page would say, as text."""
    lines = []
    for part in changes.parts:
        lines += [f"{part.label}: {strip_tags(str(said))}" for said in part.sentences]
        lines += [line for block in (*part.lines, *part.blocks) if not block.unchanged for line in told(block)]
    return "\n".join(lines)


def told(block):
    number = f" {block.number}" if block.number else ""
    kind = "عنصر قائمة" if block.kind == "numbered" else block.label
    yield f"{block.status_label} {kind}{number}: " + "".join(SIGNS[run.kind].format(run.text) for run in block.runs)
    yield from (strip_tags(str(note)) for note in block.notes)
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                if not inner.unchanged:
                    yield "".join(SIGNS[run.kind].format(run.text) for run in inner.runs)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_golden(edit):
    old, new = replace(BASE, **edit.old), replace(BASE, **edit.new)
    changes = compare(old, new)
    said = account(changes)
    assert changes
    for phrase in edit.says:
        assert phrase in said, said
    for phrase in edit.never:
        assert phrase not in said, said
    assert bool(compare(old, new, ignore_marks=True)) is not edit.hidden
    assert not compare(old, old)


def test_there_are_enough_edits():
    assert len(EDITS) >= 30
    assert len({edit.name for edit in EDITS}) == len(EDITS)


def body(html):
    return replace(BASE, body=html)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def read(blocks, *, old: bool) -> str:
    """One side's letters, put together from the runs alone."""
    place = (lambda block: block.was_at) if old else (lambda block: block.is_at)
    other = RunKind.INSERTED if old else RunKind.DELETED
    gone = Status.ADDED if old else Status.REMOVED
    found = ""
    for block in sorted((block for block in blocks if place(block) is not None), key=place):
        for row in block.rows:
            found += "".join(read(cell.blocks, old=old) for cell in row.cells if cell.status != gone)
        for run in block.runs:
            if run.kind != other:
                found += run.old_text if old else run.text
    return letters(found)


def reads_both_ways(old: str, new: str) -> None:
    changes = compare(body(old), body(new))
    assert bool(changes) == (old != new)
    part = changes.part("body", "ar")
    if part is None or not part.blocks:
        return
    # In a table that lost and won rows at once the order is the page's, so there the letters are counted.
    tables = "<table" in old + new
    for html, is_old in ((old, True), (new, False)):
        wanted = letters(plain_text(html))
        found = read(part.blocks, old=is_old)
        assert (sorted(found) == sorted(wanted)) if tables else (found == wanted)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_kept_and_inserted_are_the_new_text_kept_and_deleted_the_old(one, other):
    # A picture's alternative text is no part of the plain text that this is held against.
    old, new = (canonical(arbitrary(seed)).replace('alt="وصف"', 'alt=""') for seed in (one, other))
    reads_both_ways(old, new)
    reads_both_ways(old, old + new)
    reads_both_ways(old + new, new + old)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([P1, P2, P3, P4, *(f"<p>{w}</p>" for w in "ابجد")]), max_size=9), st.randoms())
def test_edited_texts_read_both_ways(blocks, chance):
    words = " ".join(blocks).replace("</p> <p>", chance.choice([" ", "</p><p>"])).split(" ")
    for _edit in range(chance.randint(0, 5)):
        if len(words) > 2:
            n = chance.randrange(len(words))
            words[n] = chance.choice(["كلمة", words[n] + "</p><p>" + words[n], "", words[n - 1]])
    reads_both_ways(canonical("".join(blocks)), canonical(" ".join(words)))


@pytest.mark.parametrize("html", BODIES.values(), ids=BODIES)
def test_the_same_is_no_change(html):
    assert not compare(body(html), body(html))
    whole = compare(None, body(html))
    assert whole
    assert whole.whole


@pytest.mark.parametrize("ignored", [False, True])
def test_ignoring_marks_hides_them_and_nothing_else(ignored):
    old = body("<p>كتب عِلم السياسة في مصر سنة 1990.</p>")
    new = body("<p>كُتب علم السياســة في مصر سنة 1991.</p>")
    said = account(compare(old, new, ignore_marks=ignored))
    assert "[-1990-]{+1991+}" in said
    assert ("[-كتب" in said) is not ignored


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \"'&lt;b&gt; javascript:alert(1)"


def test_hostile_text_is_text_everywhere():
    bodies = (
        '<p onclick="x">س<script>alert(1)</script><a href="javascript:alert(1)">ص</a></p>'
        '<figure class="image"><img src="javascript:alert(1)" onerror="x" alt="<script>"></figure>'
        '<p><a href="https://e.org/&quot;onmouseover=&quot;alert(1)">ر</a>'
        '<span lang="en&quot; onclick=&quot;x" dir="ltr">e</span>&lt;script&gt;</p>'
        + table("<svg onload=alert(1)>|1|2")
    )
    row = BASE.attributions[1]
    person, source = replace(row.authors[0], name=HOSTILE), replace(row.source, name=HOSTILE)
    hostile = replace(
        BASE,
        title=HOSTILE,
        standfirst=HOSTILE,
        key_points=(HOSTILE,),
        slug=HOSTILE,
        body=bodies,
        branch=replace(BASE.branch, id=9, name=HOSTILE),
        topics=(replace(BASE.topics[0], id=9, name=HOSTILE),),
        attributions=(
            replace(row, source=source, authors=(person,), title=HOSTILE, url=HOSTILE, title_language=HOSTILE),
        ),
        correction_note=HOSTILE,
        correction_kind=HOSTILE,
    )
    for old, new in ((BASE, hostile), (hostile, BASE), (None, hostile)):
        page = render_to_string("admin/articles/diff/_changes.html", {"changes": compare(old, new)})
        for tag in ("<script", "<svg", "<img src=x", "<b>"):
            assert tag not in page
        for attribute in ("onerror=", "onclick=", "onload=", "onmouseover="):
            assert all(attribute not in tag.partition(">")[0] for tag in page.split("<")[1:])
        assert 'href="javascript' not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_page_names_what_happened_to_each_block():
    old, new = body(P1 + P2 + picture()), body(P2 + P1.replace("الجماعة", "الحركة") + picture(caption="أخرى"))
    page = render_to_string("admin/articles/diff/_changes.html", {"changes": compare(old, new)})
    assert "<del>الجماعة</del><ins>الحركة</ins>" in page
    assert 'dir="rtl"' in page
    assert "is-moved" in page
    assert "لا فرق" in render_to_string("admin/articles/diff/_changes.html", {"changes": compare(old, old)})


def test_long_unchanged_stretches_fold_away():
    old = [f"<p>الفقرة رقم {n} من التقرير الطويل.</p>" for n in range(20)]
    new = [*old[:10], "<p>شيء جديد تمامًا هنا.</p>", *old[10:]]
    part = compare(body("".join(old)), body("".join(new))).part("body", "ar")
    stretches = list(part.stretches)
    assert [stretch.folded for stretch in stretches] == [True, False, False, False, True]
    assert [block for stretch in stretches for block in stretch.blocks] == list(part.blocks)


def prose(seed: int, blocks: int, words: int) -> list[str]:
    chance = random.Random(seed)
    vocabulary = [
        "في",
        "من",
        "على",
        "إلى",
        "أن",
        *("".join(chance.choices("ابتجدرسعفقكلمنهوي", k=5)) for _n in range(900)),
    ]
    weights = [60] * 5 + [1] * 900
    return [f"<p>{' '.join(chance.choices(vocabulary, weights, k=words))}</p>" for _n in range(blocks)]


def edited(blocks: list[str]) -> list[str]:
    chance = random.Random(7)
    changed = [block.replace(" في ", " عند ", 2) if chance.random() < 0.4 else block for block in blocks]
    changed[3], changed[60] = changed[60], changed[3]
    return changed[:20] + changed[22:]


LONG = prose(1, 100, 50)
CASES = {
    "edited": (LONG, edited(LONG), 620_000),
    "rewritten": (LONG, prose(2, 100, 50), 500_000),
    "one paragraph rewritten": (prose(1, 1, 5000), prose(2, 1, 5000), 300_000),
    "tiny blocks": (
        [f"<p>نقطة {n}</p>" for n in range(1000)],
        [f"<p>نقطة {n * 3}</p>" for n in range(1000)],
        2_500_000,
    ),
    "tiny blocks of few words": (
        [f"<p>{'ابجدهوز'[n % 7]} {'سصع'[n % 3]}</p>" for n in range(2000)],
        [f"<p>{'ابجدهوز'[n % 5]} {'سصع'[n % 2]}</p>" for n in range(2000)],
        1_300_000,
    ),
    "equal blocks": (["<p>نعم</p>"] * 2000, ["<p>لا</p>"] * 2000, 1_360_000),
    "199 words of two": (["<p>" + "نعم لا " * 99 + "</p>"] * 30, ["<p>" + "لا لا نعم " * 66 + "</p>"] * 30, 930_000),
    "large table": (
        [table(*(f"{n}|{n * 7}|{n * 3}" for n in range(300)))],
        [table(*(f"{n}|{n * 5}|{n * 3}" for n in range(10, 310)))],
        1_480_000,
    ),
    "many footnotes": (
        [noted("نص " + " ".join(f"[{n}]" for n in range(1, 200)), *(f"مرجع رقم {n} صفحة {n * 2}" for n in range(199)))],
        [noted("نص " + " ".join(f"[{n}]" for n in range(1, 200)), *(f"مرجع رقم {n} صفحة {n * 3}" for n in range(199)))],
        660_000,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_its_work_is_bounded(case):
    old, new, most = CASES[case]
    old, new = body("".join(old)), body("".join(new))
    found = []
    # Half as much again as it takes: a quadratic slip costs far more.
    assert calls(lambda: found.append(compare(old, new))) < most
    assert found[0]
