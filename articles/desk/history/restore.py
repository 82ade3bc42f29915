"""The way back to an earlier version: first what it will change, then the verb."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk import workflow
from articles.desk.article import draft, rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.diff.drafts import compare_drafts
from articles.desk.diff.paging import paged
from articles.desk.form.verb_views import say
from articles.desk.history.shared import article_of, context
from articles.desk.workflow.restoring import restorable
from articles.models import Article
from shaf.inputs.ids import is_id

KINDS: dict[str, Promise] = {
    "author": gettext_lazy("author no. %(id)d"),
    "source": gettext_lazy("source no. %(id)d"),
    "topic": gettext_lazy("topic no. %(id)d"),
    "series": gettext_lazy("series no. %(id)d"),
    "picture": gettext_lazy("picture no. %(id)d"),
    "branch": gettext_lazy("branch no. %(id)d"),
    "reporttype": gettext_lazy("report type no. %(id)d"),
    "reportfile": gettext_lazy("file no. %(id)d"),
}


def restore(request: HttpRequest, article_id: int, version: int) -> HttpResponse:
    """GET shows what would change between now and then; POST restores exactly that, or says why not."""
    article = article_of(request, article_id)
    if not rights.may(request.user, "write", article.branch_id):
        raise Http404
    revision = get_object_or_404(article.revisions.select_related("by"), version=version)
    refusal = None
    if request.method == "POST":
        try:
            workflow.restore(
                article.pk,
                by=request.user,
                version=version,
                base_version=_base_version(request),
                leave_out=_leave_out(request),
            )
        except Already as already:
            say(request, already)
            return redirect("admin:articles_article_change", article.pk)
        except Refusal as error:
            refusal = error
            article = Article.objects.get(pk=article.pk)
        else:
            messages.success(request, _("Version %(n)d is restored, as a new version.") % {"n": version})
            return redirect("admin:articles_article_change", article.pk)
    page = context(request, article, _("Restore version %(n)d") % {"n": version}, revision=revision, refusal=refusal)
    page |= _what_would_change(article, revision, ignore_marks=page["ignore_marks"])
    page["changes"], page["pager"] = paged(page["changes"], request.GET.get("page", ""))
    return TemplateResponse(request, "admin/articles/history/restore.html", page, status=409 if refusal else 200)


def _what_would_change(article: Article, revision: Any, *, ignore_marks: bool) -> dict[str, Any]:
    now, then = draft.read(article), restorable(revision)
    return {
        "base_version": article.version,
        "changes": compare_drafts(now, now | then.draft, ignore_marks=ignore_marks),
        "nothing": all(now[field] == value for field, value in then.draft.items()),
        "missing": [
            {"key": f"{kind}:{pk}", "name": str(KINDS[kind]) % {"id": pk}, "kind": kind} for kind, pk in then.missing
        ],
    }


def _base_version(request: HttpRequest) -> int:
    value = request.POST.get("base_version", "")
    return int(value) if is_id(value) else -1


def _leave_out(request: HttpRequest) -> set[tuple[str, int]]:
    pairs = (key.partition(":") for key in request.POST.getlist("leave_out"))
    return {(kind, int(pk)) for kind, _colon, pk in pairs if is_id(pk)}
