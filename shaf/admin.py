"""The admin site: ours only in its names and in who may enter."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ShafAdminConfig(AdminConfig):
    default_site = "shaf.admin.ShafAdminSite"


class ShafAdminSite(AdminSite):
    site_header = _("Shaf desk")
    site_title = _("Shaf desk")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Members of a branch work here; is_staff alone opens nothing."""
        user = request.user
        return user.is_active and (user.is_superuser or user.has_module_perms("articles"))
