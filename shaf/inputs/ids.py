"""Ids as they come from a browser. The stock admin hands them to the database unread, which then raises."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def is_id(value: object) -> bool:
    """Whether this is the decimal spelling of a key that both databases can hold."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) < 19


def with_sound_selection(view: View) -> View:
    """A list's action hears of the chosen rows alone: what is no id chooses nothing."""

    @wraps(view)
    def sound(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and ACTION_CHECKBOX_NAME in request.POST:
            chosen = [pk for pk in request.POST.getlist(ACTION_CHECKBOX_NAME) if is_id(pk)]
            request.POST = request.POST.copy()
            request.POST.setlist(ACTION_CHECKBOX_NAME, chosen)
        return view(request, *args, **kwargs)

    return sound


class _Sound(AutocompleteMixin):
    """Looks up what was chosen, to show it again beside the field's error; what is no id it does not look up."""

    def optgroups(self, name: str, value: Iterable[Any], attr: dict | None = None) -> list:
        return super().optgroups(name, [pk for pk in value if not pk or is_id(pk)], attr)


class SoundAutocomplete(_Sound, AutocompleteSelect):
    """One entry, found by typing."""


class SoundAutocompleteMultiple(_Sound, AutocompleteSelectMultiple):
    """Several entries, found by typing."""


class SoundMultipleChoiceField(forms.ModelMultipleChoiceField):
    """Says of what is no id that it is not among the choices."""

    def clean(self, value: Any) -> Any:
        for pk in value if isinstance(value, list | tuple) else ():
            if not is_id(pk):
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": pk})
        return super().clean(value)


class SoundAutocompletes:
    """For a ModelAdmin or an inline with `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SoundAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SoundAutocompleteMultiple(db_field, self.admin_site)
            kwargs["form_class"] = SoundMultipleChoiceField
        return super().formfield_for_manytomany(db_field, request, **kwargs)
