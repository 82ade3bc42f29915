"""What people do at the desk through Django's test client: log in, open, fill in, post."""

from django.test import Client
from django.urls import reverse
from lxml.html import document_fromstring

from tests import factories as f

BACKEND = "django.contrib.auth.backends.ModelBackend"


def login(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def drain(response) -> None:
    """Read a streamed answer to its end, which closes its file as a server does."""
    if response.streaming:
        b"".join(response.streaming_content)


def status(url: str, user=None) -> int:
    response = (login(user) if user else Client()).get(url)
    drain(response)
    return response.status_code


def change_url(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def form_data(client: Client, url: str) -> dict:
    """What a browser posts when the page's form is submitted untouched: read from the page itself."""
    response = client.get(url)
    assert response.status_code == 200, response.content[:500]
    page = document_fromstring(response.content.decode())
    data: dict = {}
    for name, value in page.get_element_by_id("article_form").form_values():
        data.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in data.items()}


def new_report_data() -> dict:
    return {
        "version": "0",
        "title_ar": "أمن البحر الأحمر",
        "body_ar": "<p>نصّ التقرير.</p>",
        "branch": str(f.make_branch().pk),
        "attributions-TOTAL_FORMS": "2",
        "attributions-INITIAL_FORMS": "0",
        "attributions-0-kind": "byline",
        "attributions-0-source": str(f.make_publisher().pk),
        "attributions-0-authors": [str(f.make_author().pk), str(f.make_author("سلمى عبد الله", "Salma").pk)],
        "attributions-0-date": "16/11/2025",
        "attributions-1-kind": "reference",
        "attributions-1-source": str(f.make_source().pk),
        "attributions-1-date": "10/11/2025",
    }
