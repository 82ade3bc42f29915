"""Invisible controls that turn the order of a line around never come in; what is composed equals what is stored."""

import pytest

from articles.desk.article import draft
from articles.desk.article.to_manuscript import manuscript
from articles.models import Article
from articles.press.compose import compose
from authors.models import Author, Source
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKS = "\u200e\u200f\u061c"


@pytest.mark.parametrize("control", CONTROLS)
def test_a_report_keeps_none(control):
    byline, reference = f.make_changes()["attributions"]
    written = f.make_article(
        title_ar=f"عنوان{control} سوريا",
        standfirst_ar=f"{control}ملخص{control}",
        key_points_ar=f"نقطة{control} أولى",
        attributions=[byline, reference | {"title": f"Why{control} Syria", "title_language": "en"}],
    )
    article = Article.objects.get(pk=written.pk)
    edition = compose(manuscript(article, "ar"))
    assert (article.title_ar, edition.title) == ("عنوان سوريا", "عنوان سوريا")
    assert (article.standfirst_ar, edition.standfirst) == ("ملخص", "ملخص")
    assert edition.key_points == ["نقطة أولى"]
    assert edition.references[0]["title"] == "Why Syria"
    stored = draft.read(article)
    assert draft.normalised(stored) == stored


def test_marks_stay():
    article = f.make_article(title_ar=f"عنوان {MARKS} سوريا")
    assert Article.objects.get(pk=article.pk).title_ar == f"عنوان {MARKS} سوريا"


@pytest.mark.parametrize("control", CONTROLS)
def test_a_name_keeps_none_whichever_way_it_comes(control):
    author = Author.objects.create(name_ar=f"{control}إلهام", name_en=f"El{control}ham", honorific_ar=f"د.{control}")
    source, _made = Source.objects.get_or_create(name_ar=f"الجزيرة{control} نت")
    author, source = Author.objects.get(pk=author.pk), Source.objects.get(pk=source.pk)
    assert (author.name_ar, author.name_en, author.honorific_ar) == ("إلهام", "Elham", "د.")
    assert source.name_ar == "الجزيرة نت"
