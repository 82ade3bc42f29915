"""The page as readers will see it, for those at the desk."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.press.models import Edition
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def preview(article, language, user=None):
    client = Client()
    if user:
        client.force_login(user, BACKEND)
    return client.get(reverse("preview", args=[article.pk, language]))


@pytest.mark.parametrize(
    ("language", "direction", "text"), [("ar", "rtl", "تحوّلًا مفصليًا"), ("en", "ltr", "a turning point")]
)
def test_it_shows_the_draft_in_its_own_language(language, direction, text):
    article = f.make_article()
    response = preview(article, language, f.make_user(role="writer"))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert text in page
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex"
    assert not Edition.objects.exists()


def test_what_cannot_be_printed_yet_says_why_in_the_desk_s_language():
    article = f.make_article(languages=["ar"])
    page = preview(article, "en", f.make_user(role="writer")).content.decode()
    assert "العنوان فارغ. اكتب عنوانًا للتقرير." in page
    assert "النص فارغ. اكتب نص التقرير." in page


def test_nobody_else_sees_it():
    article = f.make_article()
    assert preview(article, "ar").status_code == 302
    stranger = f.make_user(role="manager", branch=f.make_branch("نيروبي", "Nairobi"))
    assert preview(article, "ar", stranger).status_code == 404
    assert preview(article, "fr", f.make_user(role="writer")).status_code == 404
