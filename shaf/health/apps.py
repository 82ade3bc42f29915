from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "shaf.health"
