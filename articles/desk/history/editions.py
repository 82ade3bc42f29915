"""The editions of one language of a report: who wrote and approved each, when it was public, and what it changed."""

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.diff.manuscripts import compare
from articles.desk.diff.paging import paged
from articles.desk.history.shared import article_of, context, languages_of, number, page_of
from articles.models import Article
from articles.press.manuscript import from_canonical
from articles.press.models import Edition, Ended
from shaf.db.clock import database_now

LONG = ("body", "manuscript", "contents", "credits", "standfirst", "key_points", "description", "topics", "pictures")


def editions(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """Every edition, the newest first, scheduled and cancelled ones included."""
    article = _article(request, article_id, language)
    now = database_now()
    rows, more = page_of(request, _editions(article, language).defer(*LONG), "number")
    entries = [
        {"edition": edition, "state": _state(edition, now), "address": _address(edition, now)} for edition in rows
    ]
    title = _("Editions: %(language)s") % {"language": dict(settings.LANGUAGES)[language]}
    return TemplateResponse(
        request,
        "admin/articles/history/editions.html",
        context(
            request,
            article,
            title,
            entries=entries,
            more=more,
            language=language,
            chosen=(rows[1].number if len(rows) > 1 else None, rows[0].number if rows else None),
        ),
    )


def compare_editions(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """From edition `old` to edition `new`; without `old`, against the one before, and the first against nothing."""
    article = _article(request, article_id, language)
    rows = _editions(article, language)
    new = get_object_or_404(rows, number=wanted) if (wanted := number(request, "new")) else rows.last()
    if new is None:
        raise Http404
    if wanted := number(request, "old"):
        old = get_object_or_404(rows, number=wanted)
    else:
        old = rows.filter(number__lt=new.number).last()
    if old and old.number > new.number:
        old, new = new, old
    title = _("What changed between editions")
    page = context(request, article, title, old=old, new=new, language=language)
    changes = compare(
        from_canonical(old.manuscript) if old else None,
        from_canonical(new.manuscript),
        ignore_marks=page["ignore_marks"],
    )
    page["changes"], page["pager"] = paged(changes, request.GET.get("page", ""))
    return TemplateResponse(request, "admin/articles/history/compare_editions.html", page)


def _article(request: HttpRequest, article_id: int, language: str) -> Article:
    article = article_of(request, article_id)
    if language not in languages_of(request, article):
        raise Http404
    return article


def _editions(article: Article, language: str):
    return Edition.objects.filter(article=article, language=language).order_by("number")


def _state(edition: Edition, now: datetime) -> str:
    if edition.ended_why == Ended.CANCELLED:
        return "cancelled"
    if edition.live_from > now:
        return "scheduled"
    return "live" if edition.live_until is None or edition.live_until > now else "over"


def _address(edition: Edition, now: datetime) -> str:
    """Where readers find it: the report's own page, or that of an earlier edition; '' where it never was public."""
    state = _state(edition, now)
    if state in ("cancelled", "scheduled"):
        return ""
    with translation.override(edition.language):
        if state == "live":
            return reverse("site:report", args=[edition.article_id, edition.slug])
        return reverse("site:edition", args=[edition.article_id, edition.number])
