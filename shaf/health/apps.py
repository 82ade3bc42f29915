from django.apps import AppConfig
from django.core import checks


class HealthConfig(AppConfig):
    name = "shaf.health"

    def ready(self) -> None:
        from shaf.health import sentry

        checks.register(sentry.package_is_installed)
        sentry.begin()
