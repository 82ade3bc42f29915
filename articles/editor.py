"""The body's widget for one language."""

from typing import Any

from django.utils.safestring import SafeString
from django_ckeditor_5.widgets import CKEditor5Widget

from articles.press.sanitise import sanitise


class BodyWidget(CKEditor5Widget):
    """The package's widget with our scripts around its bundle.

    The seal stands before the bundle, which would pollute Object.prototype; the Arabic labels are named, because the
    package forgets them for a configuration with two languages.
    """

    class Media:
        extend = False
        css = {"all": ("django_ckeditor_5/dist/styles.css", "shaf/editor/editor.css")}
        js = (
            "shaf/editor/seal.js",
            "shaf/editor/clean.js",
            "shaf/editor/writing.js",
            "django_ckeditor_5/dist/bundle.js",
            "django_ckeditor_5/dist/translations/ar.js",
        )

    def render(self, name: str, value: str | None, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        """The value passes the allow-list once more: what the editor parses is its own form of the text."""
        return super().render(name, sanitise(value or ""), attrs, renderer)


def body_widget(language: str) -> BodyWidget:
    """`language` is 'ar' or 'en'."""
    return BodyWidget(config_name=language, attrs={"lang": language, "dir": "rtl" if language == "ar" else "ltr"})
