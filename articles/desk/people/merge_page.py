"""The page on which a manager merges an author entry into another."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.merging import may_merge
from articles.models import Article, Credit
from articles.press.models import AuthorIndex
from authors.models import Author
from shaf.inputs.ids import SoundAutocomplete


class MergeForm(forms.Form):
    """Which entry stays."""

    into = forms.ModelChoiceField(
        label=_("Entry that stays"),
        queryset=Author.objects.filter(merged_into=None),
        widget=SoundAutocomplete(Credit._meta.get_field("author"), admin.site),
    )


def merge(request: HttpRequest, author_id: int) -> HttpResponse:
    """GET asks which entry stays; GET with `into` shows both side by side; POST merges."""
    author = Author.objects.filter(pk=author_id).select_related("merged_into").first()
    if author is None or not may_merge(request.user, author):
        raise Http404
    if (kept := author.merged_into) and request.method != "POST":
        raise Http404
    if kept:
        messages.info(request, _("This entry was merged already: this is the one that stands for it."))
        return redirect("admin:authors_author_change", kept.pk)
    form = MergeForm(request.POST if request.method == "POST" else request.GET or None)
    into = form.cleaned_data["into"] if form.is_bound and form.is_valid() else None
    if into is None:
        form = MergeForm()
    refusal = None
    if request.method == "POST" and into:
        try:
            workflow.merge_authors(author.pk, into=into.pk, by=request.user)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("Merged. What credited the one credits the other now."))
            return redirect("admin:authors_author_change", into.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Merge with another entry"),
        "opts": Author._meta,
        "author": author,
        "into": into,
        "entries": [_counted(entry) for entry in (author, into) if entry],
        "form": form,
        "refusal": refusal,
        "media": form.media,
    }
    return TemplateResponse(request, "admin/articles/people/merge.html", context, status=409 if refusal else 200)


def _counted(author: Author) -> dict[str, object]:
    return {
        "author": author,
        "drafts": Article.objects.filter(attributions__credits__author=author).distinct().count(),
        "editions": AuthorIndex.objects.filter(entry=author).count(),
    }
