"""The pages behind the buttons: what a verb will do, what it needs to know, and the button that does it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
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
from articles.desk.form import forms, track_panel
from articles.models import Article
from articles.press.manuscript import fingerprint_of
from articles.press.models import Edition
from authors.models import Membership
from shaf.db.clock import database_now


@dataclass(frozen=True)
class Verb:
    """One verb's page. `says` is what will happen, `button` what its button reads where that is not the
    page's title, `done` what is said after. One that is `on_the_review_screen` has no page of its own."""

    act: Callable[..., Any]
    says: str | Promise
    done: str | Promise
    form: type[forms.ConfirmForm] = forms.ConfirmForm
    button: str | Promise = ""
    danger: bool = False
    on_the_review_screen: bool = False
    initial: Callable[[Article, str], dict[str, Any]] = field(default=lambda article, language: {})


def fingerprint_now(article: Article, language: str) -> dict[str, Any]:
    return {"fingerprint": fingerprint_of(manuscript(article, language))}


VERBS: dict[str, Verb] = {
    "submit": Verb(
        workflow.submit,
        _("The text is locked and an editor is asked to decide on it."),
        _("Sent to review."),
        form=forms.SubmitForm,
        initial=lambda article, language: {"version": article.version},
    ),
    "take_back": Verb(
        workflow.take_back, _("The report leaves review and can be changed again."), _("Taken back from review.")
    ),
    "send_back": Verb(
        workflow.send_back,
        _("The report becomes a draft again. The writer reads your reason."),
        _("Sent back to the writer."),
        form=forms.ReasonForm,
        button=_("Send back to the writer"),
        on_the_review_screen=True,
    ),
    "approve": Verb(
        workflow.approve,
        _("Exactly this text becomes public. Read it to its end."),
        _("Approved."),
        form=forms.ApproveForm,
        button=_("Approve"),
        on_the_review_screen=True,
    ),
    "reopen": Verb(
        workflow.reopen,
        _("The text becomes a draft that can be changed. What readers see stays as it is until the next approval."),
        _("Reopened."),
    ),
    "cancel": Verb(
        workflow.cancel,
        _("What is scheduled will not be published. What readers see now stays."),
        _("The scheduled publication is cancelled."),
        danger=True,
    ),
    "reschedule": Verb(
        workflow.reschedule,
        _("The approved text is published at another time. The text stays the one that was approved."),
        _("The time of publication is changed."),
        form=forms.TimeForm,
        button=_("Change the time"),
    ),
    "withdraw": Verb(
        workflow.withdraw,
        _("The report leaves the site at once, in this language. In its place readers see the title and your reason."),
        _("Withdrawn."),
        form=forms.PublicReasonForm,
        button=_("Withdraw"),
        danger=True,
    ),
    "withdraw_all": Verb(
        workflow.withdraw_all,
        _("The report leaves the site at once, in every language. In its place readers see the title and your reason."),
        _("Withdrawn in every language."),
        form=forms.WithdrawAllForm,
        button=_("Withdraw"),
        danger=True,
    ),
    "set_embargo": Verb(
        workflow.set_embargo,
        _("Nothing new of this report becomes public before the time you set. What is public already stays."),
        _("The embargo is changed."),
        form=forms.EmbargoForm,
        button=_("Save"),
        initial=lambda article, language: {"not_before": article.not_before},
    ),
    "set_deadline": Verb(
        workflow.set_deadline,
        _("The day by which this language is to be ready. Nothing is published by it."),
        _("The deadline is changed."),
        form=forms.DeadlineForm,
        button=_("Save"),
        initial=lambda article, language: {"due_on": article.track(language).due_on},
    ),
    "call_in": Verb(
        workflow.call_in,
        _("The editor you choose may decide on this language of this report, and on nothing else of the branch."),
        _("The guest editor is changed."),
        form=forms.CallInForm,
        button=_("Save"),
    ),
    "bin": Verb(workflow.bin, _("The report leaves the lists. It can be brought back."), _("Put into the bin.")),
    "unbin": Verb(workflow.unbin, _("The report comes back as it was."), _("Brought back from the bin.")),
    "empty_bin": Verb(
        workflow.empty_bin,
        _("The report and all its versions are deleted. This cannot be undone."),
        _("Deleted for good."),
        button=_("Delete for good"),
        danger=True,
    ),
}
# What else is done to a report, as its record says it.
OTHERWISE: dict[str, str | Promise] = {
    "remark": _("The remark is added."),
    "resolve_remark": _("The remark is resolved."),
    "reopen_remark": _("The remark is open again."),
    "write": _("A change to the shared fields returned it to draft"),
    "restore": _("An earlier version is restored"),
}
FOR_BOTH = {"withdraw_all", "set_embargo", "bin", "unbin", "empty_bin"}


def verb_view(request: HttpRequest, article_id: int, verb: str, language: str) -> HttpResponse:
    """GET shows what the verb will do; POST does it. Another branch's article answers as one that does not exist."""
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    page = VERBS.get(verb)
    if article is None or page is None or (language == "both") != (verb in FOR_BOTH):
        raise Http404
    if language != "both" and language not in draft.LANGUAGES:
        raise Http404
    if page.on_the_review_screen:
        return redirect("admin:articles_article_review", article.pk, language)
    form = _form(page, article, verb, language, request)
    refusal = None
    if request.method == "POST" and form.is_valid():
        target = (article.pk,) if language == "both" else (article.pk, language)
        try:
            page.act(*target, by=request.user, **form.arguments())
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
        "title": str(track_panel.LABELS[verb]).rstrip("…"),
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


def done(verb: str) -> str | Promise:
    """What the record says was done; '' for a verb of long ago."""
    return VERBS[verb].done if verb in VERBS else OTHERWISE.get(verb, "")


def _form(page: Verb, article: Article, verb: str, language: str, request: HttpRequest) -> forms.ConfirmForm:
    extra: dict[str, Any] = {}
    if verb == "call_in":
        extra["editors"] = _guest_editors(article, language)
    if verb == "withdraw_all":
        live = Edition.live_at(database_now()).filter(article=article).values_list("language", flat=True)
        extra["languages"] = tuple(sorted(live))
    data = request.POST if request.method == "POST" else None
    return page.form(data, initial=page.initial(article, language), **extra)


def _guest_editors(article: Article, language: str) -> Any:
    users = Membership.objects.exclude(branch=article.branch_id).exclude(role=rights.WRITER).values("user")
    return get_user_model().objects.filter(pk__in=users, is_active=True)


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
        context = {
            **admin.site.each_context(request),
            "title": str(track_panel.LABELS[verb]).rstrip("…"),
            "opts": Article._meta,
            "page": VERBS[verb],
            "says": _("Exactly the texts below become public. Read each to its end before you approve.")
            if verb == "approve"
            else VERBS[verb].says,
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
    return {"article": article, "track": track, "open_notes": open_notes, **fingerprint_now(article, language)}


def _carry_out(verb: str, language: str, articles: list[Article], request: HttpRequest) -> None:
    done = 0
    for article in articles:
        if verb == "approve":
            shown: dict[str, Any] = {"fingerprint": request.POST.get(f"fingerprint_{article.pk}", "")}
        else:
            version = request.POST.get(f"version_{article.pk}", "")
            shown = {"version": int(version) if version.isdecimal() else 0}
        try:
            VERBS[verb].act(article.pk, language, by=request.user, **shown)
            done += 1
        except Already as already:
            say(request, already, f"«{article}»: ")
        except Refusal as refusal:
            for one in remedies.mendings(refusal, article, language, request.user):
                messages.error(request, remedies.linked(one, about=article))
    if done:
        messages.success(request, ngettext("%(n)d report: done.", "%(n)d reports: done.", done) % {"n": done})
