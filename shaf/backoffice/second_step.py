"""The pages between a right password and the desk: giving the second factor, setting one, keeping its codes."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import logout
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from shaf.backoffice import entering
from shaf.devices.sessions import end_all
from shaf.logs.security import happened
from shaf.second_factor import factors, proof

SECRET, CODES = "second_factor_secret", "second_factor_codes"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """GET asks for the second factor; POST with `code` or `passkey` is in, with `leave` is nobody again."""
    user = entering.half_in(request)
    if user is None:
        return redirect(entering.way_on(request) if admin.site.has_permission(request) else "admin:login")
    if "leave" in request.POST:
        return _leave(request)
    if entering.step(request, user) is entering.Step.SET_UP:
        return entering.to_the_step(request, user, entering.way_on(request)) or redirect("admin:index")
    wrong = ""
    if request.method == "POST":
        code, passkey = request.POST.get("code", ""), request.POST.get("passkey", "")
        wrong = entering.check(request, user, code=code, passkey=passkey)
        if not wrong:
            entering.finish(request, user)
            return redirect(entering.way_on(request))
    context = {
        "title": _("The second step"),
        "wrong": wrong,
        "passkey": factors.challenge(user),
        "held": factors.held(user),
    }
    return _page(request, "give", user, context, wrong)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Set an app or a passkey: for whoever must before they are in, and for whoever is in and wants one more."""
    user = _whose(request)
    if user is None:
        return redirect("admin:login")
    if "leave" in request.POST:
        return _leave(request)
    waiting = entering.half_in(request) is not None
    if not waiting and factors.has_any(user) and not proof.is_fresh(request.session):
        return redirect("security")
    wrong = ""
    if request.method == "POST":
        wrong = _set(request, user)
        if not wrong:
            return _with_codes(request, user)
    secret = factors.opened(request.session.get(SECRET, ""))
    if not secret:
        request.session[SECRET] = factors.new_secret()
        secret = factors.opened(request.session[SECRET])
    held = factors.held(user)
    context = {
        "title": _("Set your second factor"),
        "wrong": wrong,
        "waiting": waiting,
        "held": held,
        "secret": " ".join(secret[n : n + 4] for n in range(0, len(secret), 4)),
        "drawn": factors.drawn(user, secret),
        "address": factors.address(user, secret),
        "registration": factors.registration(user) if len(held.passkeys) < factors.PASSKEYS else None,
        "name": request.POST.get("name", ""),
    }
    return _page(request, "set_up", user, context, wrong)


def _set(request: HttpRequest, user: AbstractBaseUser) -> str:
    """Set what was sent; return what is wrong with it."""
    if passkey := request.POST.get("passkey", ""):
        name = request.POST.get("name", "").strip() or _("Passkey")
        if len(factors.held(user).passkeys) >= factors.PASSKEYS or not factors.add_passkey(user, passkey, name):
            return _("The passkey was not stored. Try again, or use an authenticator app.")
        what = "passkey"
    else:
        secret = factors.opened(request.session.get(SECRET, ""))
        if not secret or not factors.set_app(user, secret, request.POST.get("code", "")):
            return _("This code is not the one of this moment. Look at the clock of your phone, and type the next one.")
        del request.session[SECRET]
        what = "app"
    happened("second factor set", request=request, user=user, kind=what)
    entering.tell(user, "factor_set")
    return ""


def _with_codes(request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
    """On to the recovery codes, which the first factor brings. Whoever else was in with the password alone is out."""
    entering.finish(request, user)
    end_all(user, but=request.session.session_key)
    if factors.held(user).codes is None:
        factors.new_codes(user)
        request.session[CODES] = True
        return redirect(_codes_address(request))
    return redirect("security")


def _codes_address(request: HttpRequest) -> str:
    return f"{reverse('recovery_codes')}?{urlencode({'next': entering.way_on(request)})}"


@never_cache
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """The codes that were just made; POST says that they are kept, and they are shown no more."""
    if request.method == "POST" or CODES not in request.session or not request.user.is_authenticated:
        request.session.pop(CODES, None)
        return redirect(entering.way_on(request))
    context = {"title": _("Your recovery codes"), "codes": factors.held(request.user).codes_left}
    return _page(request, "codes", request.user, context, "")


def _whose(request: HttpRequest) -> AbstractBaseUser | None:
    """Whoever must set a factor, or is in; not whoever has one and has not given it."""
    if waiting := entering.half_in(request):
        return waiting if entering.step(request, waiting) is entering.Step.SET_UP else None
    return request.user if admin.site.has_permission(request) else None


def _leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("admin:login")


def _page(
    request: HttpRequest, template: str, user: AbstractBaseUser, context: dict[str, Any], wrong: str
) -> HttpResponse:
    everything = {
        **admin.site.each_context(request),
        "username": user.get_username(),
        "next": entering.way_on(request),
        **context,
    }
    return TemplateResponse(request, f"admin/security/{template}.html", everything, status=400 if wrong else 200)
