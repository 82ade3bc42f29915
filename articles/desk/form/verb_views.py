"""The pages behind the buttons: what a verb will do, what it needs to know, and the button that does it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk import workflow
from articles.desk.article import draft, remedies, rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.article.verb import On
from articles.desk.article.verbs import VERBS
from articles.desk.copy_check.gate import judged
from articles.desk.form.forms import form_of
from articles.models import Article
from articles.press.manuscript import fingerprint_of


def verb_view(request: HttpRequest, article_id: int, verb: str, language: str) -> HttpResponse:
    """GET shows what the verb will do; POST does it. Another branch's article answers as one that does not exist."""
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    page = VERBS.get(verb)
    if article is None or page is None or not (page.own_page or page.on_review):
        raise Http404
    if language not in (("both",) if page.on is On.REPORT else draft.LANGUAGES):
        raise Http404
    if not page.own_page:
        return redirect("admin:articles_article_review", article.pk, language)
    data = request.POST if request.method == "POST" else None
    form = form_of(page)(data, **form_of(page).about(article, language))
    refusal = None
    if request.method == "POST" and form.is_valid():
        target = (article.pk,) if language == "both" else (article.pk, language)
        try:
            workflow.act_of(verb)(*target, by=request.user, **form.arguments())
        except Already as already:
            say(request, already)
            return _after(article, verb)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, page.done)
            return _after(article, verb)
    context = {
        **admin.site.each_context(request),
        "title": str(page.label).rstrip("…"),
        "opts": Article._meta,
        "article": article,
        "language": language,
        "language_name": _language_name(language),
        "verb": verb,
        "page": page,
        "form": form,
        "refusal": refusal,
        "mendings": remedies.mendings(refusal, article, language, request.user) if refusal else [],
        "media": form.media,
        "copy": judged(article, language) if verb == "submit" else None,
    }
    status = 409 if refusal else 200
    return TemplateResponse(request, "admin/articles/article/verb.html", context, status=status)


def _after(article: Article, verb: str) -> HttpResponse:
    if verb == "empty_bin":
        return redirect("admin:articles_article_changelist")
    return redirect("admin:articles_article_change", article.pk)


def say(request: HttpRequest, already: Already, about: str = "") -> None:
    """Tell what is: the verb has happened before."""
    for message in already.messages:
        messages.info(request, f"{about}{message}")


def _language_name(language: str) -> str | Promise:
    return {"ar": _("Arabic"), "en": _("English"), "both": _("all languages")}[language]


# List actions


def list_action(verb: str, language: str) -> Callable[[Any, HttpRequest, Any], HttpResponse | None]:
    """An admin action that shows the chosen reports with the fingerprint or version of each, then carries out the verb.

    A refusal of one leaves the others.
    """

    def action(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        # In one order for everybody: each is locked until the last is done.
        articles = sorted(queryset, key=lambda article: article.pk)
        if "confirmed" in request.POST:
            return _carry_out(verb, language, articles, request)
        page = VERBS[verb]
        context = {
            **admin.site.each_context(request),
            "title": str(page.label).rstrip("…"),
            "opts": Article._meta,
            "page": page,
            "says": page.says_of_many or page.says,
            "verb": verb,
            "language": language,
            "language_name": _language_name(language),
            "action": f"{verb}_{language}",
            "rows": [_row(article, language) for article in articles],
        }
        return TemplateResponse(request, "admin/articles/article/action.html", context)

    action.__name__ = f"{verb}_{language}"
    return action


def _row(article: Article, language: str) -> dict[str, Any]:
    open_notes = article.notes.filter(language=language, resolved_at=None).count()
    track = article.track(language)
    shown = {"article": article, "track": track, "open_notes": open_notes}
    return shown | {"fingerprint": fingerprint_of(manuscript(article, language))}


def _carry_out(verb: str, language: str, articles: list[Article], request: HttpRequest) -> None:
    done = 0
    for article in articles:
        try:
            shown = _shown(VERBS[verb].bound_to, article, request)
            workflow.act_of(verb)(article.pk, language, by=request.user, **shown)
            done += 1
        except Already as already:
            say(request, already, f"«{article}»: ")
        except Refusal as refusal:
            for one in remedies.mendings(refusal, article, language, request.user):
                messages.error(request, remedies.linked(one, about=article))
    if done:
        messages.success(request, ngettext("%(n)d report: done.", "%(n)d reports: done.", done) % {"n": done})


def _shown(what: str, article: Article, request: HttpRequest) -> dict[str, Any]:
    """Return what the page showed of this report that the verb is bound to."""
    sent = request.POST.get(f"{what}_{article.pk}", "")
    match what:
        case "fingerprint":
            return {"fingerprint": sent}
        case "version":
            return {"version": int(sent) if sent.isdecimal() else 0}
    return {}
