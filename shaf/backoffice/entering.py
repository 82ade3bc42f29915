"""From a right password to being in: the second factor, or setting one where the role asks for it.

A session with a right password and no second factor opens nothing: to every view its person is nobody
(`only_who_is_in`), wherever and however somebody was logged in. The pages of the second step alone know who it is.
"""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, login
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.article.rights import memberships
from articles.desk.article.verb import EDITORS
from articles.desk.notices import worker
from articles.desk.notices.notify import notify
from shaf.attempts.browsers import known_browser, remember
from shaf.attempts.counting import Limit, TooMany, Try, count, forget
from shaf.attempts.passwords import normalised
from shaf.audit.recording import record
from shaf.db.clock import database_now
from shaf.devices.sessions import described, note_device
from shaf.second_factor import factors, proof

EVERY = timedelta(minutes=15)
AT_ACCOUNT = Limit("second-factor", 5, EVERY)
FROM_KNOWN = Limit("second-factor-known", 5, timedelta(minutes=4))


class Step(Enum):
    """What lacks between a right password and being in."""

    PROVE = auto()
    SET_UP = auto()


def required(user: AbstractBaseUser) -> bool:
    """Whether the person may enter with a second factor alone: who decides, or gives roles, in any branch."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return user.is_superuser or any(one.role in EDITORS for one in memberships(user))


def step(request: HttpRequest, user: AbstractBaseUser) -> Step | None:
    if proof.proved(request.session):
        return None
    if factors.has_any(user):
        return Step.PROVE
    return Step.SET_UP if required(user) else None


def only_who_is_in(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: whoever lacks a step is nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: _who_is_in(request))
        return get_response(request)

    return middleware


def _who_is_in(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    user = get_user(request)
    return AnonymousUser() if user.is_authenticated and step(request, user) else user


def half_in(request: HttpRequest) -> AbstractBaseUser | None:
    """The person of this session who has typed the right password and lacks a step."""
    user = get_user(request)
    return user if user.is_authenticated and step(request, user) else None


def to_the_step(request: HttpRequest, user: AbstractBaseUser, then: str = "") -> HttpResponse | None:
    """The way to the step that the person lacks, and `then` to where they were going; None where they lack none."""
    lacking = step(request, user)
    if lacking is None:
        return None
    name = "second_factor" if lacking is Step.PROVE else "second_factor_set_up"
    then = then or request.GET.get(REDIRECT_FIELD_NAME, "")
    query = f"?{urlencode({REDIRECT_FIELD_NAME: then})}" if then else ""
    return HttpResponseRedirect(reverse(name) + query)


def way_on(request: HttpRequest) -> str:
    """Where the person was going, if it is here."""
    then = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    safe = url_has_allowed_host_and_scheme(then, {request.get_host()}, require_https=request.is_secure())
    return then if safe else reverse("admin:index")


def entered(request: HttpRequest, user: AbstractBaseUser) -> None:
    """The last step is done: the device is noted, and a new one is told by mail."""
    name = normalised(user.get_username())
    is_new = not known_browser(request, name)
    remember(request, name)
    note_device(request)
    details = {"second_factor": proof.proved(request.session)}
    record("login", by=user, request=request, about=user, details=details)
    if is_new:
        record("device_new", by=user, request=request, about=user)
        what = described(request.headers.get("User-Agent", ""))
        tell(user, "new_device", what)


def tell(user: AbstractBaseUser, kind: str, about: str = "", *, once: str = "") -> None:
    """Tell the person of their own account, in the inbox and by mail; with the same `once` one time."""
    now = database_now()
    with transaction.atomic():
        if notify([user], kind=kind, key=once or f"{kind}:{now.timestamp()}", at=now, reason=about):
            worker.soon()


# The second factor


def enter(request: HttpRequest, user: AbstractBaseUser, code: str) -> str:
    """Log in somebody whose password was right, all steps on one page; return what stands against it."""
    if factors.has_any(user):
        if not code:
            return _("Type the code of your authenticator app, or one of your recovery codes, as well.")
        if wrong := check(request, user, code=code):
            return wrong
        proven = True
    elif required(user):
        return _(
            "Your account needs a second factor first. Log in in another tab and set it; then come back and send this."
        )
    else:
        proven = False
    login(request, user)
    if proven:
        proof.prove(request.session)
    entered(request, user)
    return ""


def check(request: HttpRequest, user: AbstractBaseUser, *, code: str = "", passkey: str = "") -> str:
    """Count and look at what was given; return what is wrong with it, '' where it is right."""
    browser = known_browser(request, normalised(user.get_username()))
    tried = Try(FROM_KNOWN, f"{browser} {user.pk}") if browser else Try(AT_ACCOUNT, str(user.pk))
    try:
        count(tried)
        right = factors.is_signed(user, passkey) if passkey else factors.is_right(user, code)
    except TooMany as error:
        # Whoever guesses here knows the password.
        tell(user, "factor_guessed", once=f"factor_guessed:{database_now():%Y-%m-%d}")
        return _too_many(error)
    except factors.Unreadable:
        record("second_factor_failed", request=request, about=user, details={"unreadable": True})
        return _("The server cannot check this code: its key has changed. Ask whoever runs it to reset your factors.")
    if right:
        forget(tried)
        return ""
    record("second_factor_failed", request=request, about=user)
    if passkey:
        return _("The passkey was not accepted. Try again, or type a code.")
    return _("This code is not right, or was used before. Wait for the next one, and look at the clock of your phone.")


def _too_many(error: TooMany) -> str:
    said: Any = ngettext(
        "Too many wrong codes. Try again in %(n)d minute.",
        "Too many wrong codes. Try again in %(n)d minutes.",
        error.minutes,
    )
    return said % {"n": error.minutes}


def finish(request: HttpRequest, user: AbstractBaseUser) -> None:
    """The second factor was given, or set, in this session: the person is in."""
    waiting = half_in(request) is not None
    request.session.cycle_key()
    proof.prove(request.session)
    request.user = user
    if waiting:
        entered(request, user)
