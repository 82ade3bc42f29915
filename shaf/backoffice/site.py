"""The admin site: ours only in its names, in who may enter, and in what is asked for again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial, wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _

from articles.press.html.sanitise import TooLarge, canonical, worked_out_once
from shaf.backoffice import entering
from shaf.backoffice.grave import in_words, is_grave, is_page
from shaf.backoffice.login import ChangeForm, LoginForm
from shaf.backoffice.menu import menu
from shaf.inputs import resubmit
from shaf.inputs.ids import View, with_sound_selection
from shaf.once.answering import once
from shaf.second_factor import factors, proof


@contextmanager
def bodies_first(request: HttpRequest) -> Iterator[None]:
    """Put the long texts of a form into normal form, once for all who ask for it after that."""
    with worked_out_once():
        for name, text in request.POST.items():
            if name.startswith("body_"):
                with suppress(TooLarge):
                    canonical(text)
        yield


class ShafAdminSite(AdminSite):
    site_header = _("Shaf desk")
    site_title = _("Shaf desk")
    index_title = _("The desk")
    enable_nav_sidebar = False
    # Stock asks for is_staff; who may enter is said below.
    login_form = LoginForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from articles.desk.urls import urlpatterns

        pages = [path(str(p.pattern), self.admin_view(p.callback), p.default_args, p.name) for p in urlpatterns]
        return [*pages, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        if context["has_permission"]:
            from articles.desk.archive.working_off import may_decide
            from articles.desk.notices.unread import unread
            from articles.desk.people.access import may_manage

            mine = {"people": may_manage(request.user), "archive": may_decide(request.user)}
            context["desk_menu"] = menu(request, context["available_apps"], **mine)
            context["unread"] = cache(partial(unread, request.user))
        return context

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """As stock, but no page is kept by a cache, a form that is sent twice is carried out once, and what was sent
        after the session's end is not dropped on the way to the login page."""
        guarded = super().admin_view(once(with_sound_selection(view), before=bodies_first))

        @wraps(guarded)
        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            expired = request.method == "POST" and not self.has_permission(request)
            if expired and request.path != reverse("admin:logout") and (asked := resubmit.session_over(self, request)):
                return asked
            if self.has_permission(request) and is_grave(request) and (asked := self._ask_again(request)):
                return asked
            return guarded(request, *args, **kwargs)

        return keeping

    def _ask_again(self, request: HttpRequest) -> HttpResponse | None:
        """None where the second factor was given just now, or the account has none."""
        if proof.is_fresh(request.session) or not factors.has_any(request.user):
            return None
        if request.method == "POST" and resubmit.asks_for_password(request):
            return redirect(request.get_full_path())
        code, passkey = resubmit.given_again(request)
        wrong = entering.check(request, request.user, code=code, passkey=passkey) if code or passkey else ""
        if wrong or not (code or passkey):
            return resubmit.ask_again(request, in_words(request), wrong, factors.challenge(request.user))
        proof.prove(request.session)
        # A page was never sent: it is asked for as it was.
        return redirect(request.get_full_path()) if is_page(request) else None

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """As stock; whoever lacks a step is led to it."""
        if request.method != "POST":
            waiting = entering.half_in(request)
            return (waiting and entering.to_the_step(request, waiting)) or super().login(request, extra_context)
        response = super().login(request, extra_context)
        if not isinstance(response, HttpResponseRedirect):
            return response
        if asked := entering.to_the_step(request, request.user, response.url):
            return asked
        entering.entered(request, request.user)
        return response

    def enter(self, request: HttpRequest, user: AbstractBaseUser, code: str) -> str:
        """Log in where a page is open already; returns what stands against it."""
        return entering.enter(request, user, code)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """As stock, with a limit to guesses at the old password."""
        request.current_app = self.name
        context = {**self.each_context(request), **(extra_context or {})}
        done = reverse("admin:password_change_done", current_app=self.name)
        return PasswordChangeView.as_view(form_class=ChangeForm, success_url=done, extra_context=context)(request)

    def has_permission(self, request: HttpRequest) -> bool:
        """Members of a branch work here; is_staff alone opens nothing."""
        user = request.user
        return user.is_active and (user.is_superuser or user.has_module_perms("articles"))
