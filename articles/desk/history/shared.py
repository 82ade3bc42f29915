"""What the pages of a report's history share."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.desk.article import rights
from articles.models import Article
from shaf.inputs.ids import is_id

PAGE = 25


def article_of(request: HttpRequest, article_id: int) -> Article:
    """The article, 404 where this person does not see it."""
    return get_object_or_404(
        rights.visible_articles(request.user).select_related("branch").prefetch_related("tracks"), pk=article_id
    )


def languages_of(request: HttpRequest, article: Article) -> list[str]:
    """The languages of it that this person may read."""
    return rights.languages_read(request.user, article)


def page_of(request: HttpRequest, rows: QuerySet, field: str) -> tuple[list, int | None]:
    """PAGE rows from the newest on, or from the number in `before` on; and the number before which more follow."""
    before = number(request, "before")
    if before:
        rows = rows.filter(**{f"{field}__lt": before})
    found = list(rows.order_by(f"-{field}")[: PAGE + 1])
    return found[:PAGE], getattr(found[PAGE - 1], field) if len(found) > PAGE else None


def number(request: HttpRequest, name: str) -> int:
    """A number of the address, 0 where there is none. What is no number is no page."""
    value = request.GET.get(name, "")
    if not value:
        return 0
    if not is_id(value) or int(value) > 2**31 - 1:
        raise Http404
    return int(value)


def context(request: HttpRequest, article: Article, title: Any, **more: Any) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Article._meta,
        "article": article,
        "ignore_marks": request.GET.get("marks") == "ignore",
        **more,
    }
