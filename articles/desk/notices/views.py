"""The inbox, and the choice of how one is mailed."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from articles.desk.article import rights
from articles.desk.notices.kinds import address_of, kind_of, reason_of, time_of
from articles.desk.workflow.mailing import choose
from articles.desk.workflow.membership import answer_invitations
from articles.models import MailChoice, Notice
from authors.models import Branch

PAGE = 30


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """The person's notices, newest first; `?before=<id>` goes on where the page before ended."""
    notices = Notice.objects.filter(to=request.user).select_related("by").order_by("-pk")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        notices = notices.filter(pk__lt=int(before))
    page = list(notices[: PAGE + 1])
    context = {
        **admin.site.each_context(request),
        "title": _("Inbox"),
        "rows": _rows(request, page[:PAGE]),
        "before": page[PAGE - 1].pk if len(page) > PAGE else None,
        "first_page": not before,
        "newest": Notice.objects.filter(to=request.user, read_at=None).aggregate(newest=Max("pk"))["newest"],
        "address": request.user.email,
        "choice": getattr(request.user, "mail_choice", MailChoice()).get_when_display(),
    }
    return TemplateResponse(request, "admin/articles/notices/inbox.html", context)


def _rows(request: HttpRequest, notices: list[Notice]) -> list[dict[str, Any]]:
    """What may be shown of each: nothing of a report that the person may no longer see."""
    seen = rights.visible_articles(request.user).in_bulk({n.article_id for n in notices if n.article_id})
    branches = Branch.objects.in_bulk({n.branch_id for n in notices if n.branch_id})
    rows = []
    for notice in notices:
        about = seen.get(notice.article_id) or branches.get(notice.branch_id)
        hidden = notice.article_id is not None and about is None
        rows.append(
            {
                "notice": notice,
                "hidden": hidden,
                "says": _("A report that you may no longer see") if hidden else kind_of(notice).says,
                "about": about,
                "reason": "" if hidden else reason_of(notice),
                "time": "" if hidden else time_of(notice),
            }
        )
    return rows


@require_GET
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """To the page that the notice is about; from then on it counts as read."""
    notice = get_object_or_404(Notice, pk=notice_id, to=request.user)
    if notice.read_at is None:
        _read(Notice.objects.filter(pk=notice.pk))
    if notice.article_id and not rights.visible_articles(request.user).filter(pk=notice.article_id).exists():
        messages.warning(request, _("You may no longer see this report."))
        return redirect("admin:inbox")
    return redirect(address_of(notice))


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything up to the notice that headed the page; what arrived since stays unread."""
    newest = request.POST.get("newest", "")
    if newest.isdecimal() and len(newest) < 19:
        _read(Notice.objects.filter(to=request.user, pk__lte=int(newest)))
    return redirect("admin:inbox")


@transaction.atomic
def _read(notices: QuerySet[Notice]) -> None:
    """Mark them as read. Whoever reads an invitation at the desk has answered it."""
    unread = notices.filter(read_at=None)
    invited = unread.filter(kind="invited").select_related("to")
    for notice in invited:
        answer_invitations(notice.to, [notice.branch_id])
    unread.update(read_at=timezone.now())


class ChoiceForm(forms.Form):
    when = forms.ChoiceField(label=_("Mail"), choices=MailChoice.When.choices, widget=forms.RadioSelect)


def choices(request: HttpRequest) -> HttpResponse:
    """At once, once a day or never."""
    now = getattr(request.user, "mail_choice", MailChoice()).when
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial={"when": now})
    if request.method == "POST" and form.is_valid():
        choose(request.user, form.cleaned_data["when"])
        messages.success(request, _("Your choice is saved."))
        return redirect("admin:inbox")
    context = {
        **admin.site.each_context(request),
        "title": _("How you are mailed"),
        "form": form,
        "address": request.user.email,
    }
    return TemplateResponse(request, "admin/articles/notices/choices.html", context)
