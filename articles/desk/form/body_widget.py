"""The body's widget for one language."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django_ckeditor_5.widgets import CKEditor5Widget

from articles.press.html.sanitise import TooLarge, sanitise


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
            "shaf/editor/pasted-notes.js",
            "shaf/editor/paste.js",
            "shaf/editor/clean.js",
            "shaf/editor/writing.js",
            "shaf/editor/footnotes.js",
            "django_ckeditor_5/dist/bundle.js",
            "django_ckeditor_5/dist/translations/ar.js",
        )

    def render(self, name: str, value: str | None, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        """The value passes the allow-list once more, before the editor parses it.

        What was refused as too large comes back as plain text: nothing that was typed is lost.
        """
        try:
            clean = sanitise(value or "")
        except TooLarge:
            plain = {name: value for name, value in self.attrs.items() if name != "class"}
            return forms.Textarea(plain | {"rows": 30}).render(name, value, attrs, renderer)
        return super().render(name, clean, attrs, renderer)


def body_widget(language: str) -> BodyWidget:
    """`language` is 'ar' or 'en'."""
    return BodyWidget(config_name=language, attrs={"lang": language, "dir": "rtl" if language == "ar" else "ltr"})
