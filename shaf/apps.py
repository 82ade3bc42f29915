from django.contrib.admin.apps import AdminConfig


class ShafAdminConfig(AdminConfig):
    default_site = "shaf.admin.ShafAdminSite"
