"""The admin site: ours only in its names and in who may enter."""

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _


class ShafAdminSite(AdminSite):
    site_header = _("Shaf desk")
    site_title = _("Shaf desk")
    index_title = _("The desk")
    enable_nav_sidebar = False
    # Stock asks for is_staff; who may enter is said below.
    login_form = AuthenticationForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from articles.desk_urls import urlpatterns

        pages = [path(str(p.pattern), self.admin_view(p.callback), p.default_args, p.name) for p in urlpatterns]
        return [*pages, *super().get_urls()]

    def has_permission(self, request: HttpRequest) -> bool:
        """Members of a branch work here; is_staff alone opens nothing."""
        user = request.user
        return user.is_active and (user.is_superuser or user.has_module_perms("articles"))
