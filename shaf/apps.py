from django.contrib.admin.apps import AdminConfig
from django.core.checks import Tags, register


class ShafAdminConfig(AdminConfig):
    default_site = "shaf.admin.ShafAdminSite"

    def ready(self) -> None:
        from shaf.redis_client import client_is_installed

        super().ready()
        register(client_is_installed, Tags.caches, "shaf")
