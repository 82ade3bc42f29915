"""The people of a manager's branches. Another branch's people answer as people who do not exist."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.states import WITH_EDITORS
from articles.desk.form.verb_views import say
from articles.desk.notices import outbox
from articles.desk.people import roster
from articles.desk.people.access import managed_branches, may_manage
from articles.desk.people.roster import Person
from articles.desk.workflow import membership
from articles.desk.workflow.mailing import send_again
from authors.models import Branch, Membership


class RolesForm(forms.Form):
    """Roles and languages: each role in each language."""

    roles = forms.MultipleChoiceField(
        label=_("Role"), choices=Membership.Role.choices, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )

    def pairs(self) -> set[tuple[str, str]]:
        return {(role, code) for role in self.cleaned_data["roles"] for code in self.cleaned_data["languages"]}


class InviteForm(RolesForm):
    field_order = ("name", "email", "branch", "roles", "languages")
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail address"), max_length=150, widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"})
    )
    branch = forms.ModelChoiceField(label=_("Branch"), queryset=Branch.objects.none(), empty_label=None)

    def __init__(self, *args: Any, branches: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["branch"].queryset = branches


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    branches = _managed(request)
    listed = roster.people(branches)
    context = {
        "title": _("People"),
        "branches": [(branch, listed[branch.pk]) for branch in branches],
        "troubled": roster.troubled_mail(branches)[:50],
    }
    return _page(request, "people", context)


def invite(request: HttpRequest) -> HttpResponse:
    branches = managed_branches(request.user)
    _managed(request)
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data, branches=branches, initial={"languages": [settings.LANGUAGE_CODE]})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        if _carried_out(
            request,
            form,
            membership.invite,
            by=request.user,
            branch=chosen["branch"],
            email=chosen["email"],
            name=chosen["name"],
            roles=form.pairs(),
            done=_("Invited: a mail with a link is on its way to %s.") % chosen["email"],
        ):
            return redirect("admin:people")
    context = {
        "title": _("Invite somebody"),
        "form": form,
        "branches": branches.exists(),
        "may_found": request.user.has_perm("authors.add_branch"),
    }
    return _page(request, "invite", context)


def person(request: HttpRequest, branch_id: int, user_id: int) -> HttpResponse:
    """Their roles, and what they hold."""
    found = _person(request, branch_id, user_id)
    initial = {"roles": {r.role for r in found.roles}, "languages": {r.language for r in found.roles}}
    form = RolesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if found.status == roster.LEFT:
            raise Http404
        if _carried_out(
            request,
            form,
            membership.give_roles,
            by=request.user,
            branch=found.branch,
            person=found.user,
            roles=form.pairs(),
            done=_("The roles are changed."),
        ):
            return redirect("admin:people")
    context = {"title": found.name, "person": found, "form": form, "held": _held(found)}
    return _page(request, "person", context)


@require_POST
def again(request: HttpRequest, branch_id: int, user_id: int) -> HttpResponse:
    found = _person(request, branch_id, user_id)
    try:
        membership.invite_again(by=request.user, branch=found.branch, person=found.user)
    except Refusal as refusal:
        messages.error(request, " ".join(map(str, refusal.messages)))
    else:
        messages.success(request, _("The invitation is sent again."))
    return redirect("admin:people")


@require_POST
def confirm(request: HttpRequest, branch_id: int, user_id: int) -> HttpResponse:
    """Another manager's word that this person is somebody else than whoever invited them."""
    found = _person(request, branch_id, user_id)
    try:
        membership.confirm(by=request.user, branch=found.branch, person=found.user)
    except Already as already:
        say(request, already)
    except Refusal as refusal:
        messages.error(request, " ".join(map(str, refusal.messages)))
    else:
        messages.success(request, _("Confirmed: from now on this person also decides on the inviter’s texts."))
    return redirect("admin:people")


def end(request: HttpRequest, branch_id: int, user_id: int) -> HttpResponse:
    """What ending means, what the person holds, and the button that does it."""
    found = _person(request, branch_id, user_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    links = membership.open_links(found.user, None if request.user.is_superuser else found.branch)
    if not request.user.is_superuser:
        del form.fields["close_account"]
    if not links:
        del form.fields["revoke_links"]
    invited = found.status == roster.INVITED
    about = {"by": request.user, "branch": found.branch, "person": found.user}
    done = _("The invitation is taken back.") if invited else _("The roles are ended, from now on.")
    if (
        request.method == "POST"
        and form.is_valid()
        and _carried_out(request, form, membership.end, done=done, **about, **form.cleaned_data)
    ):
        return redirect("admin:people")
    context = {
        "title": _("Take the invitation back") if found.status == roster.INVITED else _("End all roles in the branch"),
        "person": found,
        "form": form,
        "held": _held(found),
        "links": links,
    }
    return _page(request, "end", context)


class EndForm(forms.Form):
    revoke_links = forms.BooleanField(
        label=_("Revoke the preview links that this person made"), required=False, initial=True
    )
    close_account = forms.BooleanField(label=_("Close the account, in every branch"), required=False)


@require_POST
def mail_again(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Try a mail once more that failed, or of which nobody knows whether it went."""
    notice = get_object_or_404(roster.mail(_managed(request)), pk=notice_id)
    if outbox.in_trouble().filter(pk=notice.pk).exists():
        send_again(notice)
        messages.success(request, _("The mail will be tried again."))
    else:
        messages.info(request, _("This mail is no longer in doubt: it was sent, or is being tried again."))
    return redirect("admin:people")


def _managed(request: HttpRequest) -> list[Branch]:
    if not may_manage(request.user):
        raise PermissionDenied
    return list(managed_branches(request.user))


def _person(request: HttpRequest, branch_id: int, user_id: int) -> Person:
    branch = next((branch for branch in _managed(request) if branch.pk == branch_id), None)
    if branch is None:
        raise Http404
    found = next((p for p in roster.people([branch])[branch.pk] if p.user.pk == user_id), None)
    if found is None:
        raise Http404
    return found


def _held(found: Person) -> list[Any]:
    """Return the reports that the person holds; `with_editors` are the languages that wait for a decision."""
    held = list(roster.held_by(found.user, found.branch)[:50])
    for article in held:
        article.with_editors = [track for track in article.tracks.all() if track.state in WITH_EDITORS]
    return held


def _carried_out(request: HttpRequest, form: forms.Form, act: Any, *, done: Any, **what: Any) -> bool:
    """Whether it is `done`, by now or before: the person is told which. A refusal becomes an error of the form."""
    try:
        act(**what)
    except Already as already:
        say(request, already)
        return True
    except Refusal as refusal:
        for message in refusal.messages:
            form.add_error(None, str(message))
        return False
    messages.success(request, done)
    return True


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    form = context.get("form")
    status = 409 if form is not None and form.is_bound and form.non_field_errors() else 200
    everything = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, f"admin/articles/people/{template}.html", everything, status=status)
