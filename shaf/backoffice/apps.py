from django.contrib.admin.apps import AdminConfig
from django.core import checks

from shaf.http import static_files
from shaf.startup import configuration, redis_client


class ShafAdminConfig(AdminConfig):
    default_site = "shaf.backoffice.site.ShafAdminSite"

    def ready(self) -> None:
        super().ready()
        _leave_out_pages_of_others()
        checks.register(configuration.settings_are_sound, configuration.TAG)
        checks.register(configuration.database_is_made, configuration.MIGRATED_TAG)
        checks.register(redis_client.client_is_installed, checks.Tags.caches)
        checks.register(static_files.are_collected)
        checks.register(static_files.are_collected_for_deployment, deploy=True)


def _leave_out_pages_of_others() -> None:
    """Nobody edits another's second factor by hand: `manage.py reset_second_factor` removes them."""
    from django.contrib import admin

    for model in [model for model in admin.site._registry if model._meta.app_label in ("account", "mfa")]:
        admin.site.unregister(model)
