"""What a body must have before it is sent to review: described pictures that exist, footnotes that say something."""

import pytest
from django.utils import translation

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.models import Picture
from articles.press.compose import compose
from tests import factories as f
from tests.bodies import text_with_notes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NAME = f"{'b2' * 32}.png"


def picture(alt: str) -> str:
    return f'<p>نص</p><figure class="image"><img alt="{alt}" src="/media/{NAME}"></figure>'


def submitted(body: str) -> list[str]:
    """What was said against it."""
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, body_ar=body)
    try:
        workflow.submit(article.pk, "ar", by=writer)
    except Refusal as refusal:
        assert article.track("ar").state == "draft"
        return [str(message) for message in refusal.messages]
    return []


def uploaded() -> None:
    by = f.make_user(role="writer")
    Picture.objects.create(file=NAME, width=1, height=1, branch=f.make_branch(), uploaded_by=by)


def test_a_picture_that_nobody_uploaded_is_refused_when_it_is_saved():
    writer = f.make_user(role="writer")
    with pytest.raises(Refusal) as refused:
        f.make_article(by=writer, body_ar=picture("وصف"))
    assert refused.value.code == "picture"
    assert "الصورة رقم 1، بعد «\u2068نص\u2069»" in str(refused.value.messages[0])
    uploaded()
    assert submitted(picture("وصف")) == []


def test_a_picture_without_a_description_is_refused():
    uploaded()
    said = submitted(picture(""))
    assert len(said) == 1
    assert "نصًّا بديلًا" in said[0]


def test_an_empty_footnote_is_refused_and_named():
    said = submitted(text_with_notes("<p>نص{1} و{2} و{3}</p>", ["أول", "", ""]))
    assert said == ["الحاشيتان 2، 3 فارغتان. اكتبهما أو احذف رقميهما من النص."]
    assert submitted(text_with_notes("<p>نص{1}</p>", ["أول"])) == []


def test_too_many_blocks_are_refused_at_once():
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer)
    with pytest.raises(Refusal) as refused:
        workflow.write(article.pk, by=writer, changes={"body_ar": "<p>س</p>" * 60_000}, base_version=article.version)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_the_links_of_footnotes_are_named_in_the_language_of_the_text(interface):
    body = text_with_notes("<p>Text{1}</p>", ["Note"])
    article = f.make_article(title_en="Title", body_en=body, body_ar=text_with_notes("<p>نص{1}</p>", ["حاشية"]))
    with translation.override(interface):
        printed = {language: compose(manuscript(article, language)).body for language in ("ar", "en")}
    assert 'aria-label="الحواشي"' in printed["ar"]
    assert 'aria-label="Footnotes"' in printed["en"]
    assert 'href="#fnref-1" role="doc-backlink"' in printed["en"]
