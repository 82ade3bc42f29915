"""A canonical manuscript is read back as the one that was written."""

import pytest

from articles.desk.article.to_manuscript import manuscript
from articles.press.manuscript import canonical_text, from_canonical
from tests import factories as f


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_was_written_is_read_back(language):
    article = f.make_article(topics=[f.make_topic().pk])
    written = manuscript(article, language)
    assert from_canonical(canonical_text(written)) == written


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"title": "x"}'])
def test_anything_else_is_refused(text):
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_canonical(text)
