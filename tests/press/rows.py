"""Editions as raw rows, for tests of what the database itself refuses."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from articles.models import Article
from articles.press.models import Edition
from tests import factories


def now() -> datetime:
    return datetime.now(UTC)


def ago(**delta: float) -> datetime:
    return now() - timedelta(**delta)


def ahead(**delta: float) -> datetime:
    return now() + timedelta(**delta)


def make_row(article: Article | None = None, **columns: Any) -> Edition:
    """An edition inserted with the ORM, past the press: live since an hour ago unless told otherwise."""
    article = article or Article.objects.create(branch=factories.make_branch())
    approver = columns.pop("approved_by", None) or factories.make_user()
    defaults = {
        "article": article,
        "language": "ar",
        "number": Edition.objects.filter(article=article).count() + 1,
        "article_version": 1,
        "live_from": ago(hours=1),
        "first_live_from": ago(hours=1),
        "title": "عنوان",
        "body": "<p>نص</p>",
        "description": "نص",
        "word_count": 1,
        "credits": {"branch": {"id": article.branch_id, "name": "القاهرة", "slug": "القاهرة"}, "attributions": []},
        "byline_date": ago(days=1).date(),
        "slug": "عنوان",
        "written_by": [],
        "approved_by": approver,
        "approved_by_name": "محرر",
        "manuscript": "{}",
        "manuscript_format": 1,
        "fingerprint": "0" * 64,
        "seal": "0" * 64,
    }
    return Edition.objects.create(**defaults | columns)


def sql(statement: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def stored(moment: datetime) -> Any:
    """A moment as the column holds it."""
    return connection.ops.adapt_datetimefield_value(moment)
