"""The body's widget for one language."""

from django_ckeditor_5.widgets import CKEditor5Widget


def body_widget(language: str) -> CKEditor5Widget:
    return CKEditor5Widget(config_name="default")
