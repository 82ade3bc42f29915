"""The centre's own pages at the desk: about, contact and their like. Saving is publishing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.own_pictures import not_in_library
from articles.desk.form import left_out
from articles.desk.form.body_widget import body_widget
from articles.press.html.reading import picture_places
from articles.press.html.sanitise import TooLarge, canonical
from authors.admin import EntryAdmin, EntryForm
from authors.models import Page
from shaf.audit.stock_forms import Logged

LANGUAGES = ("ar", "en")


class PageForm(EntryForm):
    """The text comes in through the sanitiser, as a report's does, and shows no picture that is not the person's.

    Saving is publishing: a name typed here would make another branch's picture public at once.
    """

    # Set by PageAdmin.
    user: Any = None

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
                continue
            self._check_pictures(name, cleaned[name])
        return cleaned

    def _check_pictures(self, field: str, body: str) -> None:
        places = picture_places(body)
        stored = picture_places(self.initial.get(field) or "")
        own = rights.visible_pictures(self.user).filter(file__in=places).values_list("file", flat=True)
        for name in places.keys() - stored.keys() - set(own):
            number, words = places[name]
            self.add_error(field, not_in_library(number, words))


class PageAdmin(Logged, EntryAdmin):
    form = PageForm
    list_display = ("arabic_name", "english_name", "in_menu", "order")
    ordering = ("order", "pk")
    details = (*EntryAdmin.details, "body_ar", "body_en", "in_menu", "order")

    def get_form(self, request: HttpRequest, obj: Page | None = None, **kwargs: Any) -> type[PageForm]:
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def save_model(self, request: HttpRequest, obj: Page, form: PageForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        left_out.warn(request, left_out.of(form.data))
