"""What people do before an upgrade and after it, by the real verbs; each function runs in a process of its own."""

import itertools
from datetime import timedelta
from typing import Any

from django.db import connection

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.models import Article
from articles.press import guards
from articles.press.models import Edition
from shaf.db.clock import database_now
from tests import factories as f
from tests.conftest import lift_guards

NOTE = {"correction_note_ar": "صُحّح تاريخ الاتفاق.", "correction_kind_ar": "substantive"}


def open_up() -> dict[str, int]:
    """Publish, correct, schedule and withdraw; return the article of each."""
    published = f.make_edition(("ar", "en")).article
    corrected = f.make_edition().article
    _correct(corrected, title_ar="عنوان أدق")
    scheduled = f.make_article()
    f.publish(scheduled, at=database_now() + timedelta(days=1))
    withdrawn = f.make_edition().article
    workflow.withdraw(withdrawn.pk, "ar", by=f.make_user("chief", role="editor"), reason="سُحب للمراجعة.")
    articles = {"published": published, "corrected": corrected, "scheduled": scheduled, "withdrawn": withdrawn}
    return {name: article.pk for name, article in articles.items()}


def go_on(scheduled: int, corrected: int) -> dict[str, Any]:
    """Reschedule what was scheduled, approve once more what stands in print, and publish something new."""
    f.serial = itertools.count(1000)  # the numbers before are those of the first process
    editor = f.User.objects.get(username="chief")
    moved = workflow.reschedule(scheduled, "ar", by=editor, at=database_now() + timedelta(days=3))
    live = Edition.live_in(corrected, "ar", database_now())
    again = _correct(Article.objects.get(pk=corrected))
    reader = f.make_author("باسم يوسف", "Bassem Youssef", orcid="0000-0002-1825-0097")
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [reader.pk], "date": "2025-11-16"}
    new = f.make_edition(title_ar="مسموع", attributions=[byline])
    return {
        "rescheduled": moved.number,
        "again": "unchanged" if again == live else again.number,
        "new": {name: getattr(new, name) for name in ("article_id", "manuscript_format", "manuscript", "audio_url")},
    }


def reschedule(scheduled: int) -> str:
    """Return how it ended: '', or the code of the refusal."""
    try:
        at = database_now() + timedelta(days=3)
        workflow.reschedule(scheduled, "ar", by=f.User.objects.get(username="chief"), at=at)
    except Refusal as refusal:
        return refusal.code
    return ""


def forge(*forgeries: tuple[int, str, str]) -> None:
    """Change columns (article, column, value) of Arabic editions behind everybody's back; the guards stand again."""
    lift_guards()
    with connection.cursor() as cursor:
        for article, column, value in forgeries:
            statement = f"UPDATE {guards.TABLE} SET {column} = %s WHERE article_id = %s AND language = 'ar'"
            cursor.execute(statement, [value, article])
    guards.install(connection)


def _correct(article: Article, **changes: Any) -> Edition:
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, **NOTE | changes)
    return f.publish(article)
