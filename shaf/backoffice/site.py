"""The admin site: ours only in its names and in who may enter."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial, wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _

from articles.press.html.sanitise import TooLarge, canonical, worked_out_once
from shaf.backoffice.login import ChangeForm, LoginForm
from shaf.backoffice.menu import menu
from shaf.inputs import resubmit
from shaf.inputs.ids import View, with_sound_selection
from shaf.once.answering import once


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
            return guarded(request, *args, **kwargs)

        return keeping

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
