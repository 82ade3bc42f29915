from django.apps import AppConfig


class OnceConfig(AppConfig):
    name = "shaf.once"
    label = "once"
