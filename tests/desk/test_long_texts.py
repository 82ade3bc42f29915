"""A long text is read, compared and decided on page by page; an ordinary one has one page, as ever."""

from itertools import pairwise

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from articles.desk import workflow
from articles.desk.diff import paging, sequences
from articles.desk.diff.drafts import compare_drafts
from articles.desk.diff.paging import number_in, paged, spans
from articles.models import Article, ReviewNote
from articles.press.models import Edition
from shaf.product.limits import PAGE_BLOCKS, PAGE_LETTERS
from tests import factories as f
from tests.benchmarks.hostile_requests import Desk

pytestmark = pytest.mark.one_database

WORDS = ["أرنب", "بقرة", "تمساح", "ثعلب", "جمل", "حصان", "خروف", "دب", "ذئب", "راكون", "زرافة", "سنجاب"]


def paragraphs(*changed: int) -> str:
    """Twelve paragraphs, of which these say something else."""
    return "".join(f"<p>{word} {'آخر' if n in changed else 'أول'} {n}</p>" for n, word in enumerate(WORDS))


@pytest.fixture
def desk(db, monkeypatch) -> Desk:
    monkeypatch.setattr(paging, "PAGE_BLOCKS", 5)
    return Desk()


def page(response) -> HtmlElement:
    assert response.status_code == 200
    return document_fromstring(response.content.decode())


def pages(tree: HtmlElement) -> list[str]:
    return [link.text for link in tree.xpath("//nav[@class='text-pages'][1]//a[not(@rel)]")]


def review(article: Article) -> str:
    return reverse("admin:articles_article_review", args=[article.pk, "ar"])


# Where pages begin and end


def test_an_ordinary_report_has_one_page():
    assert spans([(1, 130)] * 2_000) == [range(2_000)]
    assert spans([]) == [range(0)]


@given(st.lists(st.tuples(st.integers(1, 4_000), st.integers(0, 400_000)), max_size=30))
def test_pages_follow_one_another_and_only_one_thing_alone_is_beyond_measure(weights):
    found = spans(weights)
    assert [place for places in found for place in places] == [*range(len(weights))]
    for places in found:
        blocks, letters = (sum(weights[place][n] for place in places) for n in (0, 1))
        assert len(places) <= 1 or (blocks <= PAGE_BLOCKS and letters <= PAGE_LETTERS)


ASKED = {"": 1, "0": 1, "3": 3, "99": 4, "x": 1, "٣": 1, "9" * 30: 1}


@pytest.mark.parametrize(("asked", "number"), ASKED.items())
def test_any_page_that_is_asked_for_leads_to_one(asked, number):
    assert number_in(asked, 4) == number


def test_the_pages_of_changes_are_all_of_them_once(monkeypatch):
    old, new = ({"title_ar": title, "body_ar": body} for title, body in (("أ", paragraphs()), ("ب", paragraphs(1, 11))))
    whole = compare_drafts(old, new)
    assert paged(whole)[1].count == 1
    assert [*paged(whole)[0].part("body", "ar").blocks] == [*whole.part("body", "ar").blocks]
    monkeypatch.setattr(paging, "PAGE_BLOCKS", 5)
    each = [paged(whole, str(n))[0] for n in (1, 2, 3)]
    bodies = [part for one in each if (part := one.part("body", "ar"))]
    assert [block for part in bodies for block in part.blocks] == [*whole.part("body", "ar").blocks]
    assert [bool(one.part("title", "ar")) for one in each] == [True, False, False]
    assert {paged(whole, str(n))[1].changed for n in (1, 2, 3)} == {(1, 3)}


# What two sequences have in common


ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(ITEMS, ITEMS, st.sampled_from([(3_000, 100_000), (5, 10), (0, 0)]))
def test_what_is_common_is_common_and_in_order(old, new, bounds):
    before = sequences.LONG, sequences.PAIRS
    sequences.LONG, sequences.PAIRS = bounds
    try:
        found = [*sequences.opcodes(old, new)]
    finally:
        sequences.LONG, sequences.PAIRS = before
    assert [x for _equal, a, b, _c, _d in found for x in old[a:b]] == old
    assert [x for _equal, _a, _b, c, d in found for x in new[c:d]] == new
    assert all(old[a:b] == new[c:d] for equal, a, b, c, d in found if equal)
    assert all(one[0] != other[0] for one, other in pairwise(found))


def test_a_long_text_that_changed_everywhere_is_cut_at_what_is_there_once():
    old = [f"{n}" if n % 2 else "نعم" for n in range(8_000)]
    new = [f"{n}" if n % 2 else "لا" for n in range(8_000)]
    assert sequences.matching_blocks(old, new) == [(n, n, 1) for n in range(1, 8_000, 2)]
    asked = []
    found = sequences.SequenceMatcher
    sequences.SequenceMatcher = lambda _junk, a, b: asked.append(len(a) * len(b)) or found(None, a, b)
    try:
        sequences.matching_blocks(old, new)
    finally:
        sequences.SequenceMatcher = found
    assert max(asked) <= 4


# The review


def test_the_text_has_pages_and_the_decision_is_on_each(desk):
    article = desk.in_review(paragraphs())
    shown = [page(desk.editing.get(review(article) + f"?page={n}")) for n in (1, 2, 3)]
    for n, tree in enumerate(shown, 1):
        assert pages(tree) == ["1", "2", "3"]
        assert [link.text for link in tree.xpath("//nav[@class='text-pages'][1]//a[@aria-current]")] == [str(n)]
        text = tree.text_content()
        assert [word for word in WORDS if f"{word} أول" in text] == [[*WORDS[:3]], WORDS[3:8], WORDS[8:]][n - 1]
        assert f"هذه الصفحة {n} من 3، والقرار يشملها كلها." in text
        assert len(tree.xpath("//form//button[@value='approve']")) == 2
    fingerprints = {tree.xpath("string(//input[@name='fingerprint']/@value)") for tree in shown}
    assert fingerprints == {f.fingerprint_of(article)}
    (fingerprint,) = fingerprints
    # What stands around the text stands once.
    assert ["slug" in tree.text_content() or bool(tree.xpath("//dl")) for tree in shown] == [False, False, True]
    desk.editing.post(review(article) + "?page=2", {"verb": "approve", "fingerprint": fingerprint, "when": "now"})
    assert Edition.objects.get(article=article).fingerprint == fingerprint


def test_an_ordinary_text_has_no_pager(db):
    desk = Desk()
    tree = page(desk.editing.get(review(desk.in_review(paragraphs()))))
    assert not tree.xpath("//nav[@class='text-pages']")
    assert "القرار يشملها" not in tree.text_content()


def test_the_pages_with_changes_are_said(desk):
    article = desk.in_review(paragraphs(11), paragraphs())
    tree = page(desk.editing.get(review(article)))
    assert pages(tree) == ["1", "2", "3"]
    marked = tree.xpath("//nav[@class='text-pages'][1]//a[@class='has-changes']")
    # The correction note is new, too, and stands behind the text.
    assert [link.text for link in marked] == ["3"]
    assert marked[0].get("aria-label") == "3، وفيها تغييرات"
    assert "سنجاب آخر" not in tree.text_content()
    tree = page(desk.editing.get(review(article) + marked[0].get("href")))
    assert "سنجاب" in tree.xpath("string(//ins/..)") + tree.text_content()
    assert len(tree.xpath("//form//button[@value='approve']")) == 2


def test_a_remark_on_another_page_is_found_by_its_link(desk):
    article = desk.in_review(paragraphs())
    for quote in (f"{WORDS[0]} أول 0", f"{WORDS[9]} أول 9"):
        workflow.remark(article.pk, "ar", by=desk.editor, text="هنا", quote=quote)
    tree = page(desk.editing.get(review(article) + "?page=2"))
    links = tree.xpath("//section[@id='remarks']//a[contains(@href, '#block-')]/@href")
    assert sorted(links) == ["?view=whole#block-3", "?view=whole&page=3#block-12"]
    tree = page(desk.editing.get(review(article) + "?view=whole&page=3"))
    assert "هنا" in tree.get_element_by_id("block-12").text_content()


def test_one_form_for_remarks_a_page_and_without_a_script_it_comes_to_its_block(desk):
    article = desk.in_review(paragraphs())
    tree = page(desk.editing.get(review(article) + "?page=2"))
    assert len(tree.xpath("//textarea[@name='text']")) == 2  # on the whole report, and the one for all blocks
    (link,) = tree.xpath("//details[@data-quote='تمساح أول 2']//a/@href") or tree.xpath(
        "//details[@data-quote='ثعلب أول 3']//a/@href"
    )
    tree = page(desk.editing.get(review(article) + link))
    (form,) = [form for form in tree.forms if form.fields.get("quote")]
    assert form.xpath("ancestor::details[@open][@id='" + link.partition("#")[2] + "']")
    response = desk.editing.post(review(article) + link, {**dict(form.form_values()), "verb": "remark", "text": "كم؟"})
    note = ReviewNote.objects.get()
    assert note.quote == form.fields["quote"]
    # Back on the same page, at the remark.
    assert response["Location"].endswith(f"?page=2&done=remark#remark-{note.pk}")


def test_a_refused_remark_stands_at_its_block_on_its_page(desk):
    article = desk.in_review(paragraphs())
    sent = {"verb": "remark", "text": "كلمة " * 500, "quote": f"{WORDS[4]} أول 4"}
    response = desk.editing.post(review(article) + "?page=2", sent)
    assert response.status_code == 409
    tree = document_fromstring(response.content.decode())
    (area,) = [area for area in tree.xpath("//textarea[@name='text']") if area.text_content().strip()]
    assert area.xpath(f"ancestor::*[@class='block'][contains(., '{WORDS[4]} أول 4')]")


# The other pages


def test_versions_editions_and_the_way_back_have_pages(desk):
    article = desk.in_review(paragraphs(0, 11), paragraphs())
    for address in (
        reverse("admin:articles_article_versions_compare", args=[article.pk]),
        reverse("admin:articles_article_editions_compare", args=[article.pk, "ar"]),
        reverse("admin:articles_article_restore", args=[article.pk, 1]),
    ):
        tree = page(desk.writing.get(address))
        assert len(pages(tree)) >= 3, address
        last = page(desk.writing.get(address + "?page=3&marks=ignore"))
        assert tree.text_content() != last.text_content()
        assert "marks=ignore" in last.xpath("string(//nav[@class='text-pages'][1]//a/@href)")


def test_where_two_texts_meet_the_beginning_of_what_differs_is_shown_and_both_are_whole(desk):
    article = f.make_article(by=desk.writer, body_ar=paragraphs())
    desk.article = article
    sent = desk.form(body_ar=paragraphs(1, 10))
    f.write(article, f.make_user(role="writer"), body_ar=paragraphs(2, 11))
    response = desk.writing.post(reverse("admin:articles_article_change", args=[article.pk]), sent)
    assert response.status_code == 409
    tree = document_fromstring(response.content.decode())
    (conflict,) = tree.xpath("//*[@id='conflict-body_ar']")
    assert "هذا أول ما يختلف منه" in conflict.text_content()
    assert len(conflict.xpath(".//*[@class='changes']//*[contains(@class, 'change-block')]")) <= 5
    assert all(f"{WORDS[11]} {which} 11" in conflict.text_content() for which in ("أول", "آخر"))


def test_unsaved_text_has_pages(desk):
    desk.article = f.make_article(by=desk.writer, body_ar=paragraphs())
    row = desk.keep(body_ar=paragraphs(0, 11)).json()["row"]
    assert pages(page(desk.writing.get(reverse("admin:articles_autosave_look", args=[row])))) == ["1", "2", "3"]
    form = page(desk.writing.get(reverse("admin:articles_article_change", args=[desk.article.pk])))
    assert "هذا أول ما يختلف منه" in form.text_content()
