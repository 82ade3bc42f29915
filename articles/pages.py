"""The centre's own pages at the desk: about, contact and their like. Saving is publishing."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from articles.editor import body_widget
from articles.press.sanitise import TooLarge, canonical, worked_out_once
from authors.admin import EntryAdmin, EntryForm

LANGUAGES = ("ar", "en")


class PageForm(EntryForm):
    """The text comes in through the sanitiser, as a report's does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            if field := self.fields.get(f"body_{language}"):
                field.widget = body_widget(language)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for language in LANGUAGES:
            name = f"body_{language}"
            try:
                cleaned[name] = canonical(cleaned.get(name) or "")
            except TooLarge:
                self.add_error(name, ValidationError(_("The text is too large. Divide it into several pages.")))
        return cleaned


class PageAdmin(EntryAdmin):
    form = PageForm

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The texts are put into normal form before the admin opens its transaction."""
        with worked_out_once():
            for language in LANGUAGES:
                with suppress(TooLarge):
                    canonical(request.POST.get(f"body_{language}", ""))
            return super().changeform_view(request, *args, **kwargs)

    list_display = ("arabic_name", "english_name", "in_menu", "order")
    ordering = ("order", "pk")
    details = (*EntryAdmin.details, "body_ar", "body_en", "in_menu", "order")
