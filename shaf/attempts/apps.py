from django.apps import AppConfig


class AttemptsConfig(AppConfig):
    name = "shaf.attempts"
