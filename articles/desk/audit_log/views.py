"""The page of the log, and the file that is made of it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from articles.desk.audit_log.reading import lines, narrowed, readable
from articles.desk.audit_log.words import changes, facts
from articles.desk.people.access import managed_branches, may_manage
from authors.models import Branch
from shaf.audit.kinds import GROUPS, words
from shaf.audit.models import Event
from shaf.audit.recording import record
from shaf.inputs.date_field import DayFirstField
from shaf.inputs.ids import is_id
from shaf.once.answering import may_be_repeated

PAGE = 50


class FilterForm(forms.Form):
    """Which events are shown, and exported."""

    group = forms.ChoiceField(label=_("What"), choices=[("", _("everything")), *GROUPS.items()], required=False)
    who = forms.CharField(label=_("Name"), max_length=100, required=False)
    since = DayFirstField(label=_("From"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    until = DayFirstField(label=_("Until"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    branch = forms.ModelChoiceField(
        label=_("Branch"), queryset=Branch.objects.none(), required=False, empty_label=_("all branches")
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        branches = managed_branches(request.user)
        if branches.count() > 1:
            self.fields["branch"].queryset = branches
        else:
            del self.fields["branch"]


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """The events that the person may read, newest first; `?before=<id>` goes on where the page before ended."""
    form, events = _asked(request, request.GET)
    before = request.GET.get("before", "")
    if is_id(before):
        events = events.filter(pk__lt=int(before))
    page = list(events.order_by("-pk")[: PAGE + 1])
    asked = request.GET.copy()
    asked.pop("before", None)
    context = {
        **admin.site.each_context(request),
        "title": _("Audit log"),
        "form": form,
        "rows": [_row(event) for event in page[:PAGE]],
        "before": page[PAGE - 1].pk if len(page) > PAGE else None,
        "first_page": not before,
        "asked": asked.urlencode(),
        "filtered": form.is_bound and any(form.data.get(name) for name in form.fields),
    }
    return TemplateResponse(request, "admin/articles/audit_log/log.html", context)


@may_be_repeated
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The same events as a file of JSON lines. That it was made is an event itself."""
    form, events = _asked(request, request.POST)
    chosen = {name: str(value) for name, value in getattr(form, "cleaned_data", {}).items() if value}
    # One for each branch whose events leave: its other managers see that they did.
    for branch in [None] if request.user.is_superuser else [branch.pk for branch in managed_branches(request.user)]:
        record("exported", by=request.user, request=request, branch=branch, details={"chosen": chosen})
    response = StreamingHttpResponse(lines(events), content_type="application/x-ndjson; charset=utf-8")
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="audit-log-{day}.jsonl"'
    return response


def _asked(request: HttpRequest, data: Any) -> tuple[FilterForm, Any]:
    if not may_manage(request.user):
        raise PermissionDenied
    form = FilterForm(data or None, request=request)
    events = readable(request.user)
    if form.is_bound:
        # What cannot be read narrows to nothing, and its field says why.
        events = narrowed(events, form.cleaned_data) if form.is_valid() else events.none()
    return form, events


def _row(event: Event) -> dict[str, Any]:
    # Whoever does something to themselves is named once.
    name = "" if event.by is not None and event.about == f"user:{event.by}" else event.name
    said = {"says": words(event.what), "changes": changes(event), "facts": facts(event)}
    return {"event": event, "name": name} | said
