"""In what is composed, no invisible control turns more than the block it stands in."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.article.to_manuscript import manuscript
from articles.desk.workflow import withdraw
from articles.models import Article
from articles.press.compose import compose
from articles.press.derived import search
from articles.press.html.bidi import settled
from articles.press.html.sanitise import canonical, sanitise
from articles.press.manuscript import Cover, canonical_text, fingerprint
from articles.press.models import Edition
from tests import factories as f
from tests.site.reading import address
from tests.work import calls

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
MARKS = "\u200e\u200f\u061c\u200c\u200d"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"<p>{RLO}مقلوب</p><p>بعده</p>", "<p>مقلوب</p><p>بعده</p>"),
        (f"<p>{RLO}مقلوب{PDF}</p>", "<p>مقلوب</p>"),
        (f"<p>لغة {LRI}C++{PDI} هنا</p>", f"<p>لغة {LRI}C++{PDI} هنا</p>"),
        (f"<p>لغة {LRE}C++{PDF} هنا</p>", f"<p>لغة {LRE}C++{PDF} هنا</p>"),
        (f"<p>لغة {LRI}C++</p><p>{PDI}هنا</p>", "<p>لغة C++</p><p>هنا</p>"),
        (f"<p>{LRE}أ{LRI}ب{PDF}ج{PDI}د</p>", f"<p>أ{LRI}بج{PDI}د</p>"),
        (f"<p>{LRI}أ{RLE}ب{PDI}ج{PDF}</p>", f"<p>{LRI}أب{PDI}ج</p>"),
        (f"<p>{LRE}أ{RLO}ب{PDF}ج{PDF}د</p>", f"<p>{LRE}أبج{PDF}د</p>"),
        (f"<p>{FSI}أ<strong>ب{PDI}</strong></p>", f"<p>{FSI}أ<strong>ب{PDI}</strong></p>"),
        (f"<ul><li>{RLI}أ</li><li>ب{PDI}</li></ul>", "<ul><li>أ</li><li>ب</li></ul>"),
        (f"<p>{PDF}أ{PDI}</p>", "<p>أ</p>"),
        (
            f'<p><img alt="{RLO}صورة > {LRI}{PDI}" src="x">{RLI}أ{PDI}</p>',
            f'<p><img alt="صورة > " src="x">{RLI}أ{PDI}</p>',
        ),
        (f"<p>{MARKS}أ{MARKS}</p>", f"<p>{MARKS}أ{MARKS}</p>"),
    ],
)
def test_what_is_not_closed_in_its_block_goes(typed, kept):
    assert settled(typed) == kept


@given(st.lists(st.sampled_from(["أ", "x", " ", LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI, *MARKS])).map("".join))
def test_what_is_left_is_in_pairs_and_no_letter_goes(text):
    once = settled(f"<p>{text}</p>")
    assert settled(once) == once
    assert once.count(LRE) + once.count(RLE) == once.count(PDF)
    assert once.count(LRI) + once.count(RLI) + once.count(FSI) == once.count(PDI)
    controls = dict.fromkeys(map(ord, LRE + RLE + PDF + LRO + RLO + LRI + RLI + FSI + PDI))
    assert once.translate(controls) == f"<p>{text}</p>".translate(controls)


def test_many_that_never_match_all_go_and_many_that_do_all_stay():
    assert settled(f"<p>{RLE * 300_000}{PDI * 300_000}</p>") == "<p></p>"
    matched = f"<p>{RLI * 300_000}{PDI * 300_000}</p>"
    assert settled(matched) == matched


def test_twice_as_many_are_twice_the_work():
    once, twice = (calls(partial(settled, f"<p>{RLE * n}{RLI * n}{PDI * n}</p>")) for n in (2_000, 4_000))
    assert twice < 2.5 * once


BODY = (
    f"<h2>{RLI}عنوان</h2><p>{RLO}متن &amp; نص {LRI}C++{PDI}</p>"
    f'<figure class="table"><table><tbody><tr><td>{LRE}خلية</td></tr></tbody></table>'
    f"<figcaption>{RLO}تعليق</figcaption></figure>"
)


@pytest.mark.one_database
@pytest.mark.django_db
def test_a_composed_body_has_none_open_and_its_manuscript_is_as_it_was_typed():
    article = f.make_article(body_ar=BODY)
    told = manuscript(Article.objects.get(pk=article.pk), "ar")
    assert told.body == canonical(BODY)
    assert RLO in told.body
    edition = compose(told)
    assert edition.body == sanitise(settled(edition.body))
    assert f"<p>متن &amp; نص {LRI}C++{PDI}</p>" in edition.body
    assert "<td>خلية</td>" in edition.body
    assert ">تعليق<" in edition.body
    assert edition.contents[0]["text"] == "عنوان"
    assert edition.manuscript == canonical_text(told)
    assert edition.fingerprint == fingerprint(edition.manuscript)
    assert search.passages(edition)[-2:] == ["خلية", "تعليق"]


@pytest.mark.one_database
@pytest.mark.django_db
def test_the_texts_of_a_cover_have_none():
    told = manuscript(Article.objects.get(pk=f.make_article().pk), "ar")
    cover = Cover(f"{'0' * 64}.png", 1, 1, f"{RLO}وصف", f"{LRI}تعليق{MARKS}", f"تصوير{PDI}", f"CC{LRE} BY")
    composed = compose(replace(told, cover=cover)).cover
    assert [composed[name] for name in ("alt", "caption", "credit", "licence")] == [
        "وصف",
        f"تعليق{MARKS}",
        "تصوير",
        "CC BY",
    ]
    assert composed["width"] == 1


@pytest.mark.one_database
@pytest.mark.django_db
def test_a_description_has_none():
    article = f.make_article(standfirst_ar="", body_ar=f"<p>{LRI}{'كلمة ' * 100}{PDI}</p>")
    edition = compose(manuscript(Article.objects.get(pk=article.pk), "ar"))
    assert LRI in edition.body
    assert LRI not in edition.description


@pytest.mark.one_database
@pytest.mark.django_db
def test_a_page_shows_none_and_a_withdrawal_gives_its_reason_without(client):
    edition = f.make_edition(body_ar=BODY)
    assert not {RLO, LRE, RLI}.intersection(client.get(address(edition)).content.decode())
    editor = f.make_user(role="editor", branch=Article.objects.get(pk=edition.article_id).branch)
    withdraw(edition.article_id, "ar", by=editor, reason=f"{RLO}سبب{MARKS} معلن")
    assert Edition.objects.get(pk=edition.pk).ended_note == f"سبب{MARKS} معلن"
    assert RLO not in client.get(address(edition)).content.decode()
