"""The versions of a report: what each save left, and the difference between any two."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.desk.article import draft, rights
from articles.desk.diff.drafts import compare_drafts
from articles.desk.diff.paging import paged
from articles.desk.history.shared import article_of, context, languages_of, number, page_of
from articles.models import Article, Revision


def versions(request: HttpRequest, article_id: int) -> HttpResponse:
    """Who saved when, and which fields; the newest first."""
    article = article_of(request, article_id)
    rows, more = page_of(request, article.revisions.select_related("by").defer("draft"), "version")
    read = languages_of(request, article)
    labels = {field: draft.label(field) for field in draft.FIELDS if draft.language_of(field) in (None, *read)}
    entries = [
        {
            "revision": revision,
            "fields": [label for field, label in labels.items() if field in revision.changed],
        }
        for revision in rows
    ]
    return TemplateResponse(
        request,
        "admin/articles/history/versions.html",
        context(
            request,
            article,
            _("Versions"),
            entries=entries,
            more=more,
            may_restore=may_restore(request, article),
            chosen=(rows[1].version if len(rows) > 1 else None, rows[0].version if rows else None),
        ),
    )


def compare_versions(request: HttpRequest, article_id: int) -> HttpResponse:
    """From version `old` to version `new`; without `old`, what the save that left `new` changed."""
    article = article_of(request, article_id)
    new = _revision(article, number(request, "new") or article.version)
    wanted = number(request, "old")
    old = _revision(article, wanted) if wanted else _before(new)
    if old and old.version > new.version:
        old, new = new, old
    page = context(request, article, _("What changed"), old=old, new=new, may_restore=may_restore(request, article))
    changes = compare_drafts(
        old.draft if old else draft.EMPTY,
        new.draft,
        ignore_marks=page["ignore_marks"],
        languages=languages_of(request, article),
    )
    page["changes"], page["pager"] = paged(changes, request.GET.get("page", ""))
    return TemplateResponse(request, "admin/articles/history/compare_versions.html", page)


def may_restore(request: HttpRequest, article: Article) -> bool:
    return not article.binned_at and rights.may(request.user, "write", article.branch_id)


def _revision(article: Article, version: int) -> Revision:
    revision = article.revisions.select_related("by").filter(version=version).first()
    if revision is None:
        raise Http404
    return revision


def _before(revision: Revision) -> Any:
    earlier = Revision.objects.select_related("by").filter(article=revision.article_id, version__lt=revision.version)
    return earlier.order_by("-version").first()
