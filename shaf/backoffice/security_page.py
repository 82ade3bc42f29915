"""One's own security: second factors, recovery codes, and the devices in which one is logged in."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from shaf.backoffice import entering
from shaf.backoffice.second_step import CODES
from shaf.devices import sessions
from shaf.inputs.ids import is_id
from shaf.logs.security import happened
from shaf.second_factor import factors, proof


@require_http_methods(["GET", "POST"])
def security(request: HttpRequest) -> HttpResponse:
    """GET shows; POST does one `act`."""
    if request.method == "POST":
        act = ACTS.get(request.POST.get("act", ""))
        return (act(request) if act else None) or redirect("security")
    context = {
        **admin.site.each_context(request),
        "title": _("Security of your account"),
        "held": factors.held(request.user),
        "required": entering.required(request.user),
        "devices": sessions.devices(request.user, request.session.session_key),
        "most_passkeys": factors.PASSKEYS,
    }
    return TemplateResponse(request, "admin/security/security.html", context)


def _set_up(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('second_factor_set_up')}?next={reverse('security')}")


def _remove(request: HttpRequest) -> None:
    held, pk = factors.held(request.user), request.POST.get("factor", "")
    chosen = [one for one in (held.app, *held.passkeys) if one and is_id(pk) and one.pk == int(pk)]
    if not chosen:
        messages.info(request, _("This is removed already."))
        return
    if len(held.passkeys) + bool(held.app) == 1 and entering.required(request.user):
        messages.error(request, _("Your role asks for a second factor. Set another one first, then remove this one."))
        return
    factors.remove(request.user, chosen[0].pk)
    if not factors.has_any(request.user):
        proof.unprove(request.session)
    happened("second factor removed", request=request, user=request.user, kind=chosen[0].type)
    entering.tell(request.user, "factor_removed")
    messages.success(request, _("It is removed."))


def _new_codes(request: HttpRequest) -> HttpResponse | None:
    if not factors.held(request.user).any:
        return None
    factors.new_codes(request.user)
    request.session[CODES] = True
    happened("recovery codes made", request=request, user=request.user)
    return redirect(f"{reverse('recovery_codes')}?next={reverse('security')}")


def _end(request: HttpRequest) -> None:
    if sessions.end(request.user, request.POST.get("device", "")):
        happened("session ended", request=request, user=request.user)
        messages.success(request, _("This device is logged out."))
    else:
        messages.info(request, _("This device is logged out already."))


def _end_others(request: HttpRequest) -> None:
    ended = sessions.end_all(request.user, but=request.session.session_key)
    happened("session ended", request=request, user=request.user, number=ended)
    messages.success(
        request,
        ngettext("%(n)d device is logged out.", "%(n)d devices are logged out.", ended) % {"n": ended}
        if ended
        else _("You are logged in nowhere else."),
    )


ACTS: dict[str, Callable[[HttpRequest], HttpResponse | None]] = {
    "set_up": _set_up,
    "remove": _remove,
    "new_codes": _new_codes,
    "end": _end,
    "end_others": _end_others,
}
