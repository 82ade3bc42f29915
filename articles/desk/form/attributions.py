"""The blocks «المصدر / الكاتب / التاريخ» of a report as a formset: the byline, always there, then references."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft, limits
from articles.desk.article.fields import OF_A_WORK, Field, FieldKind
from articles.desk.form.boxes import address_box
from articles.models import Attribution, Credit
from authors.models import Author, Entry, Source
from shaf.db.clock import database_now
from shaf.inputs.date_field import DayFirstField
from shaf.inputs.ids import SoundAutocomplete, SoundAutocompleteMultiple, SoundMultipleChoiceField, is_id
from shaf.product.limits import ATTRIBUTIONS

BYLINE = Attribution.Kind.BYLINE
# The languages that works are mostly in; an imported title may be in any other.
TITLE_LANGUAGES = ("ar", "en", "fr", "fa", "he", "tr", "de", "es", "ru")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def today() -> Any:
    """The day in Cairo."""
    return timezone.localtime(database_now()).date()


class NamePicker:
    """A stock autocomplete that attributions.js sets up, because it can add a name, too.

    `labels` maps the ids of all rows to their names, so that a row costs no query of its own.
    """

    labels: dict[str, str] | None = None

    def __init__(self, field: ForeignKey, attrs: dict | None = None) -> None:
        super().__init__(field, admin.site, attrs)

    def build_attrs(self, base_attrs: dict, extra_attrs: dict | None = None) -> dict:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"class": "name-picker", "data-kind": self.field.remote_field.model._meta.model_name}

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        """The chosen entries alone, in the order of choice."""
        if self.labels is None:
            return super().optgroups(name, value, attrs)
        chosen = [pk for pk in dict.fromkeys(map(str, value)) if pk in self.labels]
        options = [] if self.allow_multiple_selected else [self.create_option(name, "", "", not chosen, 0)]
        options += [self.create_option(name, pk, self.labels[pk], True, n) for n, pk in enumerate(chosen, 1)]
        return [(None, options, 0)]


class SourcePicker(NamePicker, SoundAutocomplete):
    pass


class AuthorsPicker(NamePicker, SoundAutocompleteMultiple):
    pass


class OrderedAuthors(SoundMultipleChoiceField):
    """Authors in the order in which they were chosen."""

    def clean(self, value: Any) -> list[Author]:
        found = {str(author.pk): author for author in super().clean(value)}
        return [found[pk] for pk in dict.fromkeys(map(str, value or [])) if pk in found]


class AttributionForm(forms.ModelForm):
    """One block. `order` is its place among the others, as the page showed it."""

    source = forms.ModelChoiceField(
        label=pgettext_lazy("attribution", "source"),
        queryset=Source.objects.all(),
        required=False,
        widget=SourcePicker(Attribution._meta.get_field("source")),
    )
    authors = OrderedAuthors(
        label=_("authors"),
        queryset=Author.objects.all(),
        required=False,
        widget=AuthorsPicker(Credit._meta.get_field("author")),
    )
    date = DayFirstField(label=_("date"), required=False)
    accessed_on = DayFirstField(label=_("accessed on"), required=False)
    order = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attribution
        fields = [part.name for part in OF_A_WORK]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title_language"] = forms.ChoiceField(label=self.fields["title_language"].label, required=False)
        language = str(self["title_language"].value() or "")
        language = language if LANGUAGE_TAG.fullmatch(language) else ""
        codes = dict.fromkeys((*TITLE_LANGUAGES, *filter(None, [language])))
        named = [(code, _language(code)["name_translated"]) for code in codes]
        self.fields["title_language"].choices = [("", "—"), *named]
        # What is too long is said, and not cut off by the browser: so no maxlength.
        self.fields["title"].widget = forms.TextInput(
            {"dir": "auto", "class": "vTextField"}
            | ({"dir": "rtl" if _language(language)["bidi"] else "ltr", "lang": language} if language else {})
        )
        self.fields["url"].widget = address_box()
        self.fields["url"].error_messages["invalid"] = limits.NO_ADDRESS
        if self.instance.pk:
            self.initial["authors"] = [credit.author_id for credit in self.instance.credits.all()]

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if url and not url.startswith(("http://", "https://")):
            raise ValidationError(limits.NO_ADDRESS, code="invalid")
        return url

    def validate_unique(self) -> None:
        """The rows replace those that are there: to compare with them would be to compare with oneself."""

    def validate_constraints(self) -> None:
        """See validate_unique; the formset counts the bylines."""

    @property
    def is_byline(self) -> bool:
        return self["kind"].value() == BYLINE

    @property
    def removed(self) -> bool:
        return bool("DELETE" in self.fields and self["DELETE"].value())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for part, message in list(limits.row_problems(self.row(), today())):
            self.add_error(part, f"{self.name}: {message}")
        return cleaned

    def row(self) -> draft.Draft:
        """The block in the shape of draft.ATTRIBUTION; what is not valid is not in it."""
        return {part.name: _as_drafted(part, self.cleaned_data.get(part.name)) for part in OF_A_WORK}


class AttributionFormSet(forms.BaseInlineFormSet):
    """The blocks of one article; they are saved with it, by the workflow, and not here."""

    default_error_messages = {
        **forms.BaseInlineFormSet.default_error_messages,
        "too_many_forms": _("There are more than %(limit)d attributions. Remove some, or split the report.")
        % {"limit": ATTRIBUTIONS},
    }
    new_objects: tuple = ()
    changed_objects: tuple = ()
    deleted_objects: tuple = ()

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        """Every posted row is a row of its own: the ids it had may be gone by another's save meanwhile."""
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            self.data = self.data.copy()
            self.data[f"{self.prefix}-INITIAL_FORMS"] = "0"
            if is_id(claimed := self.data.get(f"{self.prefix}-TOTAL_FORMS", "")):
                self.data[f"{self.prefix}-TOTAL_FORMS"] = str(min(int(claimed), self._posted()))
            for name in [n for n in self.data if n.startswith(f"{self.prefix}-") and n.endswith("-id")]:
                self.data[name] = ""

    def _posted(self) -> int:
        """How far the rows that were sent reach, whatever the form claims."""
        row = re.compile(rf"{re.escape(self.prefix)}-([0-9]{{1,6}})-")
        numbers = [int(found[1]) for found in map(row.match, self.data) if found]
        return max(numbers, default=-1) + 1

    @cached_property
    def forms(self) -> list[AttributionForm]:
        forms = super().forms
        for field, model in (("source", Source), ("authors", Author)):
            labels = _labels(model, forms, field)
            for form in forms:
                form.fields[field].widget.labels = labels
        number = 0
        for place, form in enumerate(self._arranged(forms)):
            number += not form.is_byline
            form.name = limits.row_name(BYLINE if form.is_byline else "", number)
            form.fields["date"].row = form.fields["accessed_on"].row = form.name
            form.initial.setdefault("order", place)
        return forms

    def add_fields(self, form: AttributionForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.empty_permitted = False
        if not form.is_byline:
            form.fields["kind"].choices = [choice for choice in Attribution.Kind.choices if choice[0] != BYLINE]
        if index is None:
            form.name = ""

    def arranged(self) -> list[AttributionForm]:
        """The rows as the page shows them: the byline, then the references in their order."""
        return self._arranged(self.forms)

    def _arranged(self, forms: list[AttributionForm]) -> list[AttributionForm]:
        def place(numbered: tuple[int, AttributionForm]) -> tuple:
            index, form = numbered
            order = str(form["order"].value() or "")
            return not form.is_byline, int(order) if order.isdecimal() and len(order) < 9 else index, index

        return [form for _index, form in sorted(enumerate(forms), key=place)]

    def clean(self) -> None:
        super().clean()
        kept = self._kept()
        if sum(form.cleaned_data["kind"] == BYLINE for form in kept) > 1:
            raise ValidationError(_("A report has exactly one byline."))
        for problem in limits.problems({"attributions": [form.row() for form in kept]}, today()):
            raise ValidationError(problem.message)

    def rows(self) -> list[draft.Draft]:
        return [form.row() for form in self._kept()]

    def _kept(self) -> list[AttributionForm]:
        filled = [form for form in self.arranged() if form.is_valid()]
        return [form for form in filled if not form.cleaned_data.get("DELETE") and not is_blank(form)]


def _as_drafted(part: Field, value: Any) -> Any:
    if not value:
        return part.empty
    match part.kind:
        case FieldKind.ENTRY:
            return value.pk
        case FieldKind.ENTRIES:
            return [entry.pk for entry in value]
        case FieldKind.DATE:
            return value.isoformat()
        case _:
            return value


def _language(code: str) -> dict[str, Any]:
    try:
        return get_language_info(code)
    except KeyError:
        return {"name_translated": code, "bidi": False}


def is_blank(form: AttributionForm) -> bool:
    """A block in which nothing was filled in is no block."""
    row = form.row()
    return not any(row[part.name] for part in OF_A_WORK if part.kind not in (FieldKind.CHOICE, FieldKind.LANGUAGE))


def _labels(model: type[Entry], forms: list[AttributionForm], field: str) -> dict[str, str]:
    wanted = set()
    for form in forms:
        value = form[field].value()
        for pk in value if isinstance(value, list | tuple) else [value]:
            if str(pk).isdecimal() and len(str(pk)) < 19:
                wanted.add(int(pk))
    return {str(entry.pk): str(entry) for entry in model.objects.filter(pk__in=wanted)}
