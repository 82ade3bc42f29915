"""What the page of a form asks the server while somebody writes in it, and the page of one unsaved text."""

import re
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from articles.desk.article import draft, rights
from articles.desk.article.refusal import Refusal
from articles.desk.autosave import autosaves, posted, presence
from articles.desk.autosave.unsaved import changes, sides, unsaved_in
from articles.desk.diff.paging import paged
from articles.desk.form import left_out
from articles.models import Article, Autosave
from shaf.inputs.ids import is_id
from shaf.inputs.safe_json import sound_json
from shaf.product.limits import REQUEST_FIELDS

TAB = re.compile(r"[\w-]{8,40}", re.ASCII)
LAST_VERSION = 2**31 - 1  # of the column
STATUS = {"role": 403, "too_large": 413, "too_many": 409}


@require_http_methods(["GET", "POST"])
def autosave(request: HttpRequest) -> HttpResponse:
    """POST: JSON {article, tab, user} and, where there is something to say, {version, writing, changed, fields,
    supersedes, leave}.

    `changed` names fields of draft.py, `fields` are [name, value] pairs of the form; both absent: only a sign of life.
    Answers {version, saved_by, others, kept_at, row, left_out}; `left_out` maps a body to lines that say what of it
    will not be stored. 400, 401, 403, 404, 409 and 413 carry {code, message}.
    GET: the list of unsaved texts of ?article= (none: of new reports), as HTML.
    """
    if request.method == "GET":
        article = _article(request, request.GET.get("article") or None)
        return render(request, "admin/articles/autosave/_unsaved.html", {"unsaved": unsaved_in(article, request.user)})
    try:
        told = sound_json(request.body)
        article_id, tab, user = told.get("article"), told["tab"], told["user"]
        posted_fields = QueryDict(mutable=True)
        pairs = told.get("fields") or []
        if len(pairs) > REQUEST_FIELDS:
            raise ValueError("more fields than a form has")
        for name, value in pairs:
            posted_fields.appendlist(str(name), str(value))
        version = int(told.get("version") or 0)
        changed = {str(field) for field in told["changed"]} if told.get("changed") is not None else None
        supersedes = [(int(pk), str(at)) for pk, at in told.get("supersedes") or [] if is_id(pk)]
    except RequestDataTooBig:
        return _refused("too_large", _("This is too much text to be kept unsaved. Save it, or split the report."), 413)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _refused("bad", _("This page is out of date. Copy your text and open the report again."), 400)
    sound = isinstance(tab, str) and TAB.fullmatch(tab) and not tab.startswith(autosaves.ASIDE)
    if not sound or not 0 <= version <= LAST_VERSION:
        return _refused("bad", _("This page is out of date. Copy your text and open the report again."), 400)
    if user != request.user.pk:
        return _refused("other_user", _("Somebody else is logged in in this browser now."), 409)
    article = _article(request, article_id)
    if told.get("leave") and article:
        presence.leave(article, request.user, tab)
    answer: dict[str, Any] = {}
    if changed is not None:
        typed = posted.read(posted_fields, changed)
        try:
            kept = autosaves.keep(article, request.user, tab, base_version=version, typed=typed)
        except Refusal as refusal:
            return _refused(refusal.code, *refusal.messages, STATUS.get(refusal.code, 409))
        if kept.too_large:
            said = _("Too large to be stored: %(fields)s. Split the text, or paste it as plain text.")
            fields = pgettext("list separator", ", ").join(kept.too_large)
            return _refused("too_large", said % {"fields": fields}, 413)
        for pk, at in supersedes:
            autosaves.supersede(request.user, pk, at)
        row = kept.row
        answer |= {"kept_at": row.at.isoformat() if row else None, "row": row.pk if row else None}
        answer["left_out"] = {
            field: left_out.said(one for one in lost if one.kind != "unfinished")
            for field, lost in left_out.of(typed).items()
        }
    if article and not told.get("leave"):
        answer |= _seen(article, request, tab, version, writing=bool(told.get("writing")))
    return JsonResponse(answer)


def _article(request: HttpRequest, article_id: Any) -> Article | None:
    """Another branch's report answers as one that does not exist."""
    if article_id is None:
        if not rights.branches(request.user, "write"):
            raise Http404
        return None
    article = rights.visible_articles(request.user).filter(pk=article_id).first() if is_id(article_id) else None
    if article is None:
        raise Http404
    return article


def _seen(article: Article, request: HttpRequest, tab: str, version: int, *, writing: bool) -> dict[str, Any]:
    others = presence.beat(article, request.user, tab, writing=writing)
    seen: dict[str, Any] = {
        "version": article.version,
        "others": [{"name": other.name, "you": other.you, "writing": other.writing} for other in others],
    }
    if article.version > version:
        last = article.revisions.select_related("by").defer("draft").first()
        seen["saved_by"] = {
            "name": last.by.get_full_name() or last.by.get_username(),
            "you": last.by_id == request.user.pk,
            "at": time_format(localtime(last.at)),
            "fields": [draft.label(field) for field in sorted(last.changed)],
        }
    return seen


def _refused(code: str, message: Any, status: int) -> JsonResponse:
    return JsonResponse({"code": code, "message": str(message)}, status=status)


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, autosave_id: int) -> HttpResponse:
    """One unsaved text beside what is stored. POST discards it, which only its writer may."""
    row = autosaves.visible(request.user).filter(pk=autosave_id).first()
    if row is None:
        raise Http404
    mine = row.user_id == request.user.pk
    form = (
        reverse("admin:articles_article_change", args=[row.article_id])
        if row.article_id
        else reverse("admin:articles_article_add")
    )
    if request.method == "POST":
        if not mine:
            raise Http404
        _discard(row, request.POST.get("at", ""), request)
        return redirect(form)
    differs, pager = paged(changes(row, request.user), request.GET.get("page", ""))
    context = {
        **admin.site.each_context(request),
        "title": _("Unsaved text"),
        "opts": Article._meta,
        "row": row,
        "mine": mine,
        "who": row.user.get_full_name() or row.user.get_username(),
        "form": form,
        "may_take": row.article is None or rights.may(request.user, "write", row.article.branch_id),
        "sides": sides(row, request.user),
        "changes": differs,
        "pager": pager,
    }
    return TemplateResponse(request, "admin/articles/autosave/unsaved.html", context)


def _discard(row: Autosave, at: str, request: HttpRequest) -> None:
    if row.at.isoformat() != at:
        messages.warning(request, _("More was typed there since you looked, so nothing was discarded. Look again."))
        return
    row.delete()
    messages.success(request, _("The unsaved text is discarded."))
