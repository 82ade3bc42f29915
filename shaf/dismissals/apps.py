from django.apps import AppConfig


class DismissalsConfig(AppConfig):
    name = "shaf.dismissals"
