"""The page of an article's preview links: make one, copy its address, see who opened it how often, revoke it."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_POST

from articles.desk import workflow
from articles.desk.article import draft, remedies, rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.form.verb_views import say
from articles.desk.previews.links import token_of
from articles.desk.workflow.sharing import DEFAULT_HOURS, RECIPIENT_LIMIT
from articles.models import Article, PreviewLink
from shaf.db.clock import database_now

DAYS = ngettext_lazy("%(n)d day", "%(n)d days", "n")


class ShareForm(forms.Form):
    """`language` is asked for only where there is a choice."""

    language = forms.ChoiceField(label=_("language"))
    recipient = forms.CharField(
        label=_("for whom"),
        max_length=RECIPIENT_LIMIT,
        required=False,
        widget=forms.TextInput({"dir": "auto", "class": "vTextField"}),
        help_text=_("For your own list; whoever opens the link does not see it."),
    )
    hours = forms.TypedChoiceField(label=_("valid for"), coerce=int, initial=DEFAULT_HOURS)

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        self.fields["language"].choices = [(language, names[language]) for language in languages]
        self.fields["language"].initial = languages[0]
        self.fields["hours"].choices = [(days * 24, DAYS % {"n": days}) for days in (1, 3, 7, 14, 30)]
        if len(languages) == 1:
            self.fields["language"].widget = forms.HiddenInput()


def links(request: HttpRequest, article_id: int) -> HttpResponse:
    """GET lists the links, POST makes one. Another branch's article answers as one that does not exist."""
    article = rights.visible_articles(request.user).filter(pk=article_id).select_related("branch").first()
    languages = shareable(request.user, article) if article else []
    if article is None or not languages:
        raise Http404
    written = [language for language in languages if getattr(article, f"title_{language}")]
    form = ShareForm(request.POST or None, languages=written or languages)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            made = workflow.share_preview(article.pk, by=request.user, **form.cleaned_data)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("The link is made. Copy it from the list."))
            return redirect(f"{reverse('admin:articles_article_previews', args=[article.pk])}?new={made.pk}")
    now = database_now()
    found = PreviewLink.objects.filter(article=article, language__in=languages).select_related("by").defer("manuscript")
    context = {
        **admin.site.each_context(request),
        "title": _("Preview links"),
        "opts": Article._meta,
        "article": article,
        "form": form,
        "mendings": remedies.mendings(refusal, article, form.cleaned_data["language"], request.user) if refusal else [],
        "rows": [
            {
                "link": link,
                "url": address(link),
                "open": not link.revoked_at and link.expires_at > now,
                "new": request.GET.get("new") == str(link.pk),
            }
            for link in found[:100]
        ],
    }
    return TemplateResponse(request, "admin/articles/previews/links.html", context, status=409 if refusal else 200)


@require_POST
def revoke(request: HttpRequest, article_id: int, link_id: int) -> HttpResponse:
    """Ends a link; 404 for one that this person could not have made."""
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    languages = shareable(request.user, article) if article else []
    link = PreviewLink.objects.filter(pk=link_id, article=article_id, language__in=languages).first()
    if link is None:
        raise Http404
    try:
        workflow.revoke_preview(link.pk, by=request.user)
        messages.success(request, _("The link is revoked. It opens nothing any more."))
    except Already as already:
        say(request, already)
    except Refusal as refusal:
        for message in refusal.messages:
            messages.error(request, message)
    return redirect("admin:articles_article_previews", article_id)


def shareable(user: AbstractBaseUser, article: Article) -> list[str]:
    """The languages of which this person may share a preview."""
    return [code for code in draft.LANGUAGES if rights.may(user, "share_preview", article.branch_id, code)]


def address(link: PreviewLink) -> str:
    """The whole address, as it is sent."""
    return settings.SITE_URL + reverse("shared_preview", args=[token_of(link)])
