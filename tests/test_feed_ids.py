"""A report that came from elsewhere keeps the id that it had in the feeds there: no subscriber sees it twice."""

import json

import feedparser
import pytest

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.models import Article
from shaf.text.feed_id import is_feed_id
from tests import factories as f
from tests.desk.browsing import change_url, form_data

OLD_AR, OLD_EN = "https://old.example/?p=17", "http://old.example/?p=18&lang=en"


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        (OLD_AR, True),
        ("tag:old.example,2012:17", True),
        ("urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", True),
        ("https://old.example/أزمة-المياه/", True),
        ("", False),
        ("17", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://old.example/a b", False),
        ("https://old.example/\u202eb", False),
        ('https://old.example/"><script>', False),
    ],
)
def test_what_can_be_an_id(text, usable):
    assert is_feed_id(text) is usable


@pytest.mark.django_db
def test_it_is_the_id_in_every_format_and_each_language_has_its_own(client):
    f.make_edition(("ar", "en"), feed_id_ar=OLD_AR, feed_id_en=OLD_EN)
    f.make_edition()
    for prefix, own in (("", OLD_AR), ("/en", OLD_EN)):
        for form in ("feed/", "feed/atom/"):
            entries = feedparser.parse(client.get(f"{prefix}/{form}").content).entries
            assert own in [entry.id for entry in entries]
        assert own in [item["id"] for item in json.loads(client.get(f"{prefix}/feed/json/").content)["items"]]
    ids = [entry.id for entry in feedparser.parse(client.get("/feed/").content).entries]
    assert len(set(ids)) == 2
    assert [own for own in ids if own.startswith("tag:")], "a report of ours has an id of ours"


@pytest.mark.django_db
@pytest.mark.parametrize("bad", ["17", "javascript:alert(1)", "https://old.example/" + "a" * 500])
def test_what_is_none_is_refused_by_the_verb(bad):
    with pytest.raises(Refusal) as refused:
        workflow.create(by=f.make_user(role="writer"), changes=f.make_changes(feed_id_ar=bad))
    assert refused.value.code == "limits"


@pytest.mark.django_db
def test_the_form_shows_it_and_does_not_take_it(client):
    writer = f.make_user(role="writer", is_staff=True)
    article = f.make_article(writer, feed_id_ar=OLD_AR)
    client.force_login(writer)
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert OLD_AR in page
    assert 'name="feed_id_ar"' not in page


@pytest.mark.django_db
def test_an_operator_mends_it(client):
    operator = f.make_user(role="writer", is_staff=True, is_superuser=True)
    article = f.make_article(operator, feed_id_ar=OLD_AR)
    client.force_login(operator)
    url = change_url(article)
    data = form_data(client, url)
    assert client.post(url, data | {"feed_id_ar": "17"}).status_code == 200
    assert client.post(url, data | {"feed_id_ar": OLD_EN}).status_code == 302
    assert Article.objects.get().feed_id_ar == OLD_EN


@pytest.mark.django_db
def test_no_two_reports_go_out_under_one():
    f.make_edition(feed_id_ar=OLD_AR)
    writer = f.make_user(role="writer")
    again = f.make_article(writer, feed_id_ar=OLD_AR, feed_id_en=OLD_AR)
    with pytest.raises(Refusal) as refused:
        workflow.submit(again.pk, "ar", by=writer)
    assert [finding.code for finding in refused.value.findings] == ["feed_id.taken"]
    workflow.submit(again.pk, "en", by=writer)
