"""Reopen, correct, submit and approve one article, again and again, until killed."""

import itertools
from multiprocessing.connection import Connection

from django.contrib.auth import get_user_model

from articles.desk import workflow
from articles.models import Article, Track
from tests.factories import fingerprint_of


def publish_forever(at: Connection, article_id: int, writer_id: int, editor_id: int) -> None:
    """Says through `at` when it begins to approve, and when it has."""
    users = get_user_model().objects
    writer, editor = users.get(pk=writer_id), users.get(pk=editor_id)
    for n in itertools.count():
        article = Article.objects.get(pk=article_id)
        track = Track.objects.get(article=article, language="ar")
        if track.state == "approved":
            workflow.reopen(article_id, "ar", by=writer)
        if track.state != "review":
            changes = {
                "title_ar": f"عنوان {article.version} {n}",
                "correction_note_ar": "صُحّح.",
                "correction_kind_ar": "minor",
            }
            workflow.write(article_id, by=writer, changes=changes, base_version=article.version)
            workflow.submit(article_id, "ar", by=writer)
        at.send("approving")
        workflow.approve(article_id, "ar", by=editor, fingerprint=fingerprint_of(article))
        at.send("published")
