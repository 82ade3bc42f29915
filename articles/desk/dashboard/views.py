"""The start page, one queue in full, the month, and a translation beside what changed in its original."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk import workflow
from articles.desk.article import draft, rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.stored_html import clean_html
from articles.desk.article.translations import other, translation_of
from articles.desk.autosave.unsaved import unsaved
from articles.desk.dashboard.ages import ago
from articles.desk.dashboard.checklist import checklist, dismiss
from articles.desk.dashboard.month import Month, events
from articles.desk.dashboard.queues import QUEUES, queues_of
from articles.desk.dashboard.rows import Row, rows
from articles.desk.dashboard.scope import Desk, desk_of
from articles.desk.diff.manuscripts import compare
from articles.desk.diff.paging import Pager, paged
from articles.desk.diff.result import Changes
from articles.desk.form.verb_views import say
from articles.models import Article
from articles.press.manuscript import from_canonical
from shaf.db.clock import database_now
from shaf.inputs.ids import is_id

SHOWN = 8
COUNTED = 100
PER_PAGE = 50


def start(request: HttpRequest) -> HttpResponse:
    """What waits for this person, in place of the admin's list of tables."""
    desk = desk_of(request)
    found = {name: list(queue.find(desk)[:COUNTED]) for name, queue in queues_of(desk).items()}
    shown = rows({name: keys[:SHOWN] for name, keys in found.items()}, desk)
    queues = [
        {
            "name": name,
            "title": QUEUES[name].title,
            "count": f"+{COUNTED - 1}" if len(keys) == COUNTED else str(len(keys)),
            "rows": shown[name],
            "more": len(keys) > SHOWN,
        }
        for name, keys in found.items()
    ]
    kept = [Row(0, "", t.title or _("Untitled report"), t.look, _kept(t.at, desk), t.at) for t in unsaved(request.user)]
    if kept:
        queues.insert(
            0, {"name": "unsaved", "title": _("Unsaved texts"), "count": str(len(kept)), "rows": kept, "more": False}
        )
    context = {
        **_context(request, desk, _("The desk")),
        "queues": queues,
        "nothing": not any(queue["rows"] for queue in queues),
        "may_write": bool(rights.branches(request.user, "write")),
        "checklist": checklist(request.user),
    }
    return TemplateResponse(request, "admin/articles/dashboard/start.html", context)


@require_POST
def dismiss_checklist(request: HttpRequest) -> HttpResponse:
    dismiss(request.user)
    return redirect("admin:index")


def queue(request: HttpRequest, queue: str) -> HttpResponse:
    """One queue, all of it, in pages."""
    desk = desk_of(request)
    wanted = queues_of(desk).get(queue)
    if wanted is None:
        raise Http404
    page = Paginator(wanted.find(desk), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **_context(request, desk, wanted.title),
        "queue": {"name": queue, "rows": rows({queue: list(page.object_list)}, desk)[queue]},
        "page": page,
    }
    return TemplateResponse(request, "admin/articles/dashboard/queue.html", context)


def this_month(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    return _month(request, desk, Month(desk.today.replace(day=1)))


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    try:
        wanted = Month.of(year, month)
    except ValueError:
        raise Http404 from None
    return _month(request, desk_of(request), wanted)


def _month(request: HttpRequest, desk: Desk, wanted: Month) -> HttpResponse:
    context = {
        **_context(request, desk, date_format(wanted.first, "YEAR_MONTH_FORMAT")),
        "month": wanted,
        "days": wanted.days(desk.today, events(wanted, desk)),
    }
    return TemplateResponse(request, "admin/articles/dashboard/month.html", context)


def translation(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """What changed in the original since the edition that a text follows, beside that text; POST: it follows now."""
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    if article is None or language not in draft.LANGUAGES:
        raise Http404
    if len(rights.languages_read(request.user, article)) < len(draft.LANGUAGES):
        raise Http404
    track, refusal = article.track(language), None
    if request.method == "POST":
        number = request.POST.get("edition", "")
        try:
            workflow.translation_checked(
                article.pk, language, by=request.user, edition=int(number) if is_id(number) else 0
            )
        except Already as already:
            say(request, already)
            return redirect(reverse("admin:articles_article_change", args=[article.pk]))
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("Noted: the translation follows the original."))
            return redirect(reverse("admin:articles_article_change", args=[article.pk]))
    stands = translation_of(article, track, database_now())
    if stands is None:
        raise Http404
    changes, pager = _changes(stands, request.GET.get("page", ""))
    context = {
        **admin.site.each_context(request),
        "title": _("Translation and original"),
        "opts": Article._meta,
        "article": article,
        "track": track,
        "language": language,
        "original_language": other(language),
        "translation": stands,
        "changes": changes,
        "pager": pager,
        "body": clean_html(getattr(article, f"body_{language}")),
        "original_body": clean_html(stands.newest.body),
        "text_title": getattr(article, f"title_{language}"),
        "standfirst": getattr(article, f"standfirst_{language}") or "",
        "key_points": (getattr(article, f"key_points_{language}") or "").splitlines(),
        "may_write": rights.may_on(request.user, "write", article, track) and not article.binned_at,
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return TemplateResponse(request, "admin/articles/dashboard/translation.html", context, status=status)


def _changes(stands: Any, page: str) -> tuple[Changes | None, Pager | None]:
    """None where the text follows the newest edition, or nobody knows which one it follows."""
    if not stands.stale:
        return None, None
    return paged(compare(from_canonical(stands.made_from.manuscript), from_canonical(stands.newest.manuscript)), page)


def _kept(at: datetime, desk: Desk) -> str:
    return _("unsaved %(age)s") % {"age": ago(at, desk.now)}


def _context(request: HttpRequest, desk: Desk, title: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": title, "desk": desk}
