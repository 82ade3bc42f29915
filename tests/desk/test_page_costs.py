"""No page of the desk asks the database more often because there are more reports."""

import os
from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from tests import factories as f
from tests.desk.many import fill

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
# By hand also MANY=5000.
SIZES = (10, int(os.environ.get("MANY", "60")))


def pages(article) -> dict[str, str]:
    return {
        "start": reverse("admin:index"),
        "queue": reverse("admin:queue", args=["drafts"]),
        "month": reverse("admin:calendar"),
        "list": reverse("admin:articles_article_changelist"),
        "new report": reverse("admin:articles_article_add"),
        "report": reverse("admin:articles_article_change", args=[article.pk]),
        "review": reverse("admin:articles_article_review", args=[article.pk, "ar"]),
        "preview": reverse("preview", args=[article.pk, "ar"]),
        "verb": reverse("admin:articles_article_verb", args=[article.pk, "take_back", "ar"]),
        "versions": reverse("admin:articles_article_versions", args=[article.pk]),
        "copy check": reverse("admin:articles_article_copy_check", args=[article.pk, "ar"]),
        "pictures": reverse("admin:articles_picture_changelist"),
        "authors": reverse("admin:authors_author_changelist"),
        "inbox": reverse("admin:inbox"),
    }


def test_every_page_costs_the_same_queries_however_many_reports_there_are():
    branch = f.make_branch()
    writer, editor = (f.make_user(role=role) for role in ("writer", "editor"))
    article = f.make_article(by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    client = Client()
    client.force_login(editor, BACKEND)
    found, there = [], 0
    for size in SIZES:
        fill(size - there, writer=writer, editor=editor, branch=branch)
        there = size
        counted = {}
        for name, address in pages(article).items():
            assert client.get(address).status_code == 200, name
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(address)
            counted[name] = len(queries)
        print(size, counted)  # noqa: T201
        found.append(counted)
    for few, many in pairwise(found):
        assert few == many
