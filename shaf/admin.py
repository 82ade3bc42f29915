"""The admin site: ours only in its names and in who may enter."""

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ShafAdminSite(AdminSite):
    site_header = _("Shaf desk")
    site_title = _("Shaf desk")
    index_title = _("The desk")
    enable_nav_sidebar = False
    # Stock asks for is_staff; who may enter is said below.
    login_form = AuthenticationForm

    def has_permission(self, request: HttpRequest) -> bool:
        """Members of a branch work here; is_staff alone opens nothing."""
        user = request.user
        return user.is_active and (user.is_superuser or user.has_module_perms("articles"))
