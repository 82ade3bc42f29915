"""Types of report at the desk: their names, the text that each begins with, and what it must have before review."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk.article.draft import LANGUAGES
from articles.desk.article.required import TABLE
from articles.desk.form.body_widget import body_widget
from articles.press.html.reading import picture_places
from articles.press.html.sanitise import TooLarge, canonical
from authors.admin import EntryAdmin, EntryForm


class ReportTypeForm(EntryForm):
    """The text comes in through the sanitiser, as a report's does; a picture belongs to a branch, so it has none."""

    required = forms.MultipleChoiceField(
        label=_("must be there before review"),
        choices=[(one.name, one.label) for one in TABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        field_classes: ClassVar = {"required": forms.MultipleChoiceField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "required" in self.fields:
            self.fields["required"].choices = [(one.name, capfirst(one.label)) for one in TABLE]
        for language in LANGUAGES:
            if field := self.fields.get(f"template_{language}"):
                field.widget = body_widget(language)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in (f"template_{language}" for language in LANGUAGES):
            try:
                cleaned[name] = canonical(cleaned.get(name) or "")
            except TooLarge:
                self.add_error(name, ValidationError(_("The text is too large. Shorten it.")))
                continue
            if picture_places(cleaned[name]):
                self.add_error(name, _("A picture belongs to a branch, and this text to all. Leave the picture out."))
        return cleaned


class ReportTypeAdmin(EntryAdmin):
    form = ReportTypeForm
    list_display = ("arabic_name", "english_name", "order")
    ordering = ("order", "name_ar")
    details = (*EntryAdmin.details, "template_ar", "template_en", "required", "order")
