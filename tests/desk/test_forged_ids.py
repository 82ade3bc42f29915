"""An id that nobody was offered is answered like any other mistake: never with a 500."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests import factories as f

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
FORGED = ["abc", "9" * 25, "-1", "٣", "1.5", "1 OR 1=1", "null", "²", ""]


@pytest.fixture
def client():
    client = Client()
    client.force_login(f.User.objects.create_superuser("boss"), BACKEND)
    return client


@pytest.mark.parametrize("action", ["submit_ar", "approve_ar", "delete_selected"])
def test_a_forged_selection_chooses_nothing(client, action):
    article = f.make_article()
    lists = [reverse(f"admin:{name}_changelist") for name in ("articles_article", "authors_membership")]
    for url, forged in product(lists, FORGED):
        response = client.post(url, {"action": action, "_selected_action": [forged], "confirmed": "yes"})
        assert response.status_code in (200, 302), (url, forged)
    assert {track.state for track in article.tracks.all()} == {"draft"}


def test_a_forged_id_does_not_spoil_the_rest_of_a_selection(client):
    article = f.make_article(by=f.make_user(role="writer"))
    data = {"action": "submit_ar", "_selected_action": ["abc", str(article.pk)]}
    page = client.post(reverse("admin:articles_article_changelist"), data)
    assert [row["article"].pk for row in page.context["rows"]] == [article.pk]


@pytest.mark.parametrize("forged", ["abc", "9" * 25, "²"])
def test_a_forged_choice_is_shown_as_a_mistake_and_what_was_typed_stays(client, forged):
    data = {
        "version": "0",
        "title_ar": "عنوان مكتوب",
        "branch": str(f.make_branch().pk),
        "attributions-TOTAL_FORMS": "1",
        "attributions-INITIAL_FORMS": "0",
        "attributions-0-kind": "byline",
    }
    for field in ("topics", "series", "cover", "branch", "attributions-0-source", "attributions-0-authors"):
        response = client.post(reverse("admin:articles_article_add"), data | {field: forged})
        assert response.status_code == 200, field
        assert "عنوان مكتوب" in response.content.decode(), field
        assert response.context["errors"], field
    assert not Article.objects.exists()


@pytest.mark.parametrize("field", ["topics", "series", "cover"])
def test_autocompletes_bear_any_question(client, field):
    for forged in FORGED:
        query = {"app_label": "articles", "model_name": "article", "field_name": field}
        query |= {"term": forged, "page": forged or "1"}
        assert client.get(reverse("admin:autocomplete"), query).status_code in (200, 404), forged
