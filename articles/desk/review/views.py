"""One page to read a report and to decide on it. Every form on it is one verb."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.verb import On
from articles.desk.article.verbs import TABLE, VERBS, done
from articles.desk.form import forms
from articles.desk.form.verb_views import say
from articles.desk.review.screen import Screen, screen
from articles.models import Article
from articles.press.models import Edition
from shaf.db.clock import database_now
from shaf.inputs.ids import is_id

ON_A_REMARK = {verb.name for verb in TABLE if verb.on is On.REMARK}
FORMS: dict[str, type[forms.ConfirmForm]] = {verb.name: forms.form_of(verb) for verb in TABLE if verb.on_review}


@dataclass(frozen=True)
class Attempt:
    """What was posted and not done: its form with all that was typed, and why."""

    verb: str
    form: forms.ConfirmForm
    refusal: Refusal | None = None


@csp_update({"frame-src": [SELF]})
def review(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """GET shows, POST does one verb. Another branch's article answers as one that does not exist.

    In the address: `view` (changes or whole), `marks` (ignore: a difference of tashkeel alone is none), `page` of a
    long text, and `on`, the block whose form for a remark is open.
    """
    articles = rights.visible_articles(request.user).select_related("branch")
    article = articles.filter(pk=article_id).first()
    if article is None or language not in rights.languages_read(request.user, article):
        raise Http404
    attempt = None
    if request.method == "POST":
        outcome = _act(request, article, language)
        if isinstance(outcome, HttpResponse):
            return outcome
        attempt = outcome
        article = articles.filter(pk=article_id).first() or article
    return _page(request, article, language, attempt)


def _act(request: HttpRequest, article: Article, language: str) -> HttpResponse | Attempt:
    verb = request.POST.get("verb", "")
    if verb in ON_A_REMARK:
        return _act_on_a_remark(request, article, language, verb)
    if verb not in FORMS:
        raise Http404
    form = FORMS[verb](request.POST, auto_id=f"id_{verb}_%s")
    if not form.is_valid():
        return Attempt(verb, form)
    target = (article.pk,) if VERBS[verb].on is On.REPORT else (article.pk, language)
    try:
        result = workflow.act_of(verb)(*target, by=request.user, **form.arguments())
    except Already as already:
        say(request, already)
        return _after(request, article, language, verb, None)
    except Refusal as refusal:
        return Attempt(verb, form, refusal)
    return _done(request, article, language, verb, _said(verb, result), result)


def _act_on_a_remark(request: HttpRequest, article: Article, language: str, verb: str) -> HttpResponse | Attempt:
    number = request.POST.get("note", "")
    known = number.isascii() and number.isdecimal() and len(number) < 19
    note = get_object_or_404(article.notes, language=language, pk=int(number) if known else 0)
    try:
        workflow.act_of(verb)(note.pk, by=request.user)
        told = None
    except Already as already:
        told = already
    except Refusal as refusal:
        return Attempt(verb, forms.ConfirmForm(request.POST), refusal)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    if told:
        say(request, told)
        return _after(request, article, language, verb, note)
    return _done(request, article, language, verb, done(verb), note)


def _said(verb: str, result: Any) -> str | Promise:
    if verb == "approve" and isinstance(result, Edition):
        if result.live_from <= database_now():
            return _("Approved. Readers see this text now.")
        time = timezone.localtime(result.live_from)
        return _("Approved. It will be published on %(time)s (Cairo time).") % {"time": spelled_out(time)}
    return done(verb)


def spelled_out(time: Any) -> str:
    """“Tuesday 24 November 2026, 14:00”: a wrong day is seen by its name."""
    return f"{date_format(time, 'l')} {date_format(time, 'DATETIME_FORMAT')}"


def _done(
    request: HttpRequest, article: Article, language: str, verb: str, said: str | Promise, result: Any
) -> HttpResponse:
    messages.success(request, said)
    return _after(request, article, language, verb, result)


def _after(request: HttpRequest, article: Article, language: str, verb: str, result: Any) -> HttpResponse:
    if request.POST.get("back") == "change":
        return redirect("admin:articles_article_change", article.pk)
    if not rights.visible_articles(request.user).filter(pk=article.pk).exists():
        return redirect("admin:index")
    anchor = f"#remark-{result.pk}" if verb in ("remark", "reopen_remark") else ""
    query = urlencode(_asked(request) | {"done": verb})
    return redirect(f"{reverse('admin:articles_article_review', args=[article.pk, language])}?{query}{anchor}")


def _asked(request: HttpRequest, **change: str) -> dict[str, str]:
    """The switches of the address, with changes; at most one value each, and known ones only."""
    allowed = {"view": ("changes", "whole"), "marks": ("ignore",)}
    page = request.GET.get("page", "")
    asked = {name: request.GET.get(name, "") for name in allowed} | {"page": page if is_id(page) else ""} | change
    return {name: value for name, value in asked.items() if value and value in allowed.get(name, (value,))}


def _page(request: HttpRequest, article: Article, language: str, attempt: Attempt | None) -> HttpResponse:
    now = database_now()
    asked = _asked(request)
    shown = screen(
        article,
        language,
        request.user,
        now,
        whole=asked.get("view") == "whole",
        ignore_marks="marks" in asked,
        page=asked.get("page", ""),
    )
    where, _dash, number = request.GET.get("on", "").rpartition("-")
    made = {
        verb: FORMS[verb](initial=_initial(verb, shown), auto_id=f"id_{verb}_%s")
        for verb in FORMS
        if verb in shown.verbs
    }
    if attempt and attempt.verb in FORMS:
        made[attempt.verb] = attempt.form
    context = {
        **admin.site.each_context(request),
        "title": _("Review: %(language)s") % {"language": dict(settings.LANGUAGES)[language]},
        "opts": Article._meta,
        "article": article,
        "language": language,
        "screen": shown,
        "panel": shown.panel,
        "changes": shown.changes,
        "view": "whole" if shown.changes is None else "changes",
        "forms": made,
        "attempt": attempt,
        "clock": spelled_out(timezone.localtime(now)),
        "zone": settings.TIME_ZONE,
        "here": _address(request),
        "may_remark": "remark" in shown.verbs,
        "block_extra": "admin/articles/review/_on_a_change.html" if "remark" in shown.verbs else "",
        "remark_stands": _stands(attempt, shown),
        "on_where": where,
        "on_number": int(number) if is_id(number) else 0,
        "pager": shown.pager,
        "addresses": {
            "changes": _address(request, view="changes", page=""),
            "whole": _address(request, view="whole", page=""),
            "mind_marks": _address(request, marks="", page=""),
            "ignore_marks": _address(request, marks="ignore", page=""),
        },
        "ignore_marks": "marks" in asked,
        "media": forms.TimeForm().media,
    }
    status = 409 if attempt and attempt.refusal else 200
    return TemplateResponse(request, "admin/articles/review/review.html", context, status=status)


def _stands(attempt: Attempt | None, shown: Screen) -> bool:
    """Whether a refused remark can be shown again at its own block."""
    quote = attempt.form.data.get("quote", "") if attempt and attempt.verb == "remark" else ""
    return bool(quote) and shown.changes is None and quote in {block.quote for block in shown.blocks}


def _initial(verb: str, shown: Screen) -> dict[str, Any]:
    """The times that are set: an embargo, and for approving the first minute that it allows."""
    first = shown.embargo + timedelta(seconds=59) if shown.embargo else None
    return {"set_embargo": {"not_before": shown.article.not_before}, "approve": {"at": first}}.get(verb, {})


def _address(request: HttpRequest, **change: str) -> str:
    return "?" + urlencode(_asked(request, **change))
