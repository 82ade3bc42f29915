"""The desk's forms: their shape and nothing more. Rules are the workflow's."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles import draft
from articles.editor import body_widget
from articles.models import Article, Attribution, Credit, Picture
from articles.press.models import CorrectionKind
from articles.refusal import Conflict, Refusal
from authors.models import Author

TITLE_LANGUAGES = [("", "—"), ("ar", _("Arabic")), ("en", _("English")), ("fr", _("French"))]
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def language_widget(field: str, language: str) -> forms.Widget:
    """The widget of one language's field, in the direction of that language whatever the interface's."""
    attributes = {"lang": language, "dir": DIRECTIONS[language], "class": "vLargeTextField"}
    match field:
        case "body":
            return body_widget(language)
        case "title":
            return forms.TextInput(attributes | {"class": "vTextField title"})
        case "slug":
            return forms.TextInput(attributes | {"class": "vTextField slug"})
        case "correction_note":
            return forms.Textarea(attributes | {"rows": 2})
        case "key_points":
            return forms.Textarea(attributes | {"rows": 5})
        case _:
            return forms.Textarea(attributes | {"rows": 3})


class ArticleForm(forms.ModelForm):
    """All of an article but its attribution. `version` is the one that was opened; see workflow.write."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    decided_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    decided_fields = forms.CharField(widget=forms.HiddenInput, required=False)
    # The fields that the page showed when it was opened: what it did not show, its saving does not touch.
    shown = forms.CharField(widget=forms.HiddenInput, required=False)
    correction_note_ar = forms.CharField(label=_("correction note"), required=False)
    correction_note_en = forms.CharField(label=_("correction note"), required=False)
    correction_kind_ar = forms.ChoiceField(label=_("kind of correction"), required=False)
    correction_kind_en = forms.ChoiceField(label=_("kind of correction"), required=False)

    # What a verb refused on the last attempt; set by the admin for the second look at the same form.
    refusal: Refusal | None = None
    # Fields that this person does not get to see now.
    absent: frozenset[str] = frozenset()

    class Meta:
        model = Article
        fields = [f for f in draft.FIELDS if not f.startswith("correction_") and f != "attributions"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.absent & self.fields.keys():
            del self.fields[name]
        tracks = {track.language: track for track in self.instance.tracks.all()} if self.instance.pk else {}
        self.initial["version"] = self.instance.version
        self.initial["shown"] = ",".join(name for name in draft.FIELDS if name in self.fields)
        for language in draft.LANGUAGES:
            for field in draft.LANGUAGE_FIELDS:
                name = f"{field}_{language}"
                if name not in self.fields:
                    continue
                if field != "correction_kind":
                    self.fields[name].widget = language_widget(field, language)
                    self.fields[name].widget.is_required = False
                self.fields[name].required = False
                if field in draft.TRACK_FIELDS and language in tracks:
                    self.initial[name] = getattr(tracks[language], field)
            if kind := self.fields.get(f"correction_kind_{language}"):
                kind.choices = [("", "—"), *CorrectionKind.choices]
        if isinstance(self.refusal, Conflict) and self.is_bound:
            self.data = self.data.copy()
            decided = {*self.data.get("decided_fields", "").split(","), *self.refusal.fields} - {""}
            self.data["decided_version"] = str(self.refusal.version)
            self.data["decided_fields"] = ",".join(sorted(decided))
            self.data["shown"] = self.initial["shown"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.refusal:
            raise ValidationError(list(self.refusal.messages))
        return cleaned

    def shown_fields(self) -> list[str]:
        shown = self.data["shown"].split(",") if "shown" in self.data else self.data
        return [name for name in draft.FIELDS if name in shown]

    def typed_into_locked(self) -> draft.Draft:
        """Texts that the page offered and that are locked by now."""
        return {
            name: self.data.get(name, "")
            for name in self.shown_fields()
            if name not in self.fields and name in self.data and draft.language_of(name)
        }

    def draft(self) -> draft.Draft:
        """What was typed, in the shape of draft.py; fields that are not on the form are not in it."""
        changes = {name: self.cleaned_data[name] for name in self.shown_fields() if name in self.fields}
        for name in ("branch", "series", "cover"):
            if name in changes:
                changes[name] = changes[name].pk if changes[name] else None
        if "topics" in changes:
            changes["topics"] = [topic.pk for topic in changes["topics"]]
        return changes


class PictureForm(forms.ModelForm):
    """An upload with its texts, each in the direction of its language."""

    class Meta:
        model = Picture
        fields = ["file", "alt_ar", "alt_en", "caption_ar", "caption_en", "credit", "licence"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt", "caption"):
            for language, direction in DIRECTIONS.items():
                if field := self.fields.get(f"{name}_{language}"):
                    field.widget.attrs |= {"lang": language, "dir": direction}
                    field.label = f"{field.label} ({dict(settings.LANGUAGES)[language]})"

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        same = Picture.objects.filter(file=getattr(file, "name", "")).exclude(pk=self.instance.pk).first()
        if same:
            raise ValidationError(_("This very picture is there already: “%(picture)s”."), params={"picture": same})
        return file


class OrderedAutocomplete(AutocompleteSelectMultiple):
    """An autocomplete that shows what is selected in the order of selection."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        groups = super().optgroups(name, value, attrs)
        order = {pk: place for place, pk in enumerate(value)}
        for _label, options, _index in groups:
            options.sort(key=lambda option: order.get(str(option["value"]), len(order)))
        return groups


class OrderedAuthors(forms.ModelMultipleChoiceField):
    """Authors in the order in which they were chosen."""

    def clean(self, value: Any) -> list[Author]:
        found = {str(author.pk): author for author in super().clean(value)}
        return [found[pk] for pk in dict.fromkeys(map(str, value or [])) if pk in found]


class AttributionForm(forms.ModelForm):
    """One block «المصدر / الكاتب / التاريخ»."""

    authors = OrderedAuthors(label=_("authors"), queryset=Author.objects.filter(merged_into=None), required=False)

    class Meta:
        model = Attribution
        fields = ["kind", "source", "authors", "date", "title", "title_language", "url", "accessed_on"]
        widgets = {
            "title": forms.TextInput({"dir": "auto", "class": "vTextField"}),
            "url": forms.URLInput({"dir": "ltr", "class": "vURLField"}),
            "title_language": forms.Select(
                choices=[("", "—"), ("ar", _("Arabic")), ("en", _("English")), ("fr", _("French"))]
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        credit = Credit._meta.get_field("author")
        self.fields["authors"].widget = RelatedFieldWidgetWrapper(
            OrderedAutocomplete(credit, admin.site),
            credit.remote_field,
            admin.site,
            can_add_related=True,
        )
        self.fields["authors"].widget.choices = self.fields["authors"].choices
        if self.instance.pk:
            self.initial["authors"] = [credit.author_id for credit in self.instance.credits.all()]

    def validate_unique(self) -> None:
        """The rows replace those that are there: to compare with them would be to compare with oneself."""

    def validate_constraints(self) -> None:
        """See validate_unique; the formset counts the bylines."""

    def row(self) -> draft.Draft:
        """The block in the shape of draft.ATTRIBUTION."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "source": data["source"].pk if data["source"] else None,
            "authors": [author.pk for author in data["authors"]],
            "date": data["date"].isoformat() if data["date"] else None,
            "title": data["title"],
            "title_language": data["title_language"],
            "url": data["url"],
            "accessed_on": data["accessed_on"].isoformat() if data["accessed_on"] else None,
        }


class AttributionFormSet(forms.BaseInlineFormSet):
    """The blocks of one article; they are saved with it, by the workflow, and not here."""

    new_objects: tuple = ()
    changed_objects: tuple = ()
    deleted_objects: tuple = ()

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        """Every posted row is a row of its own: the ids it had may be gone by another's save meanwhile."""
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            self.data = self.data.copy()
            self.data[f"{self.prefix}-INITIAL_FORMS"] = "0"
            for name in [n for n in self.data if n.startswith(f"{self.prefix}-") and n.endswith("-id")]:
                self.data[name] = ""

    def clean(self) -> None:
        super().clean()
        if sum(row["kind"] == Attribution.Kind.BYLINE for row in self.rows()) > 1:
            raise ValidationError(_("A report has exactly one byline."))

    def rows(self) -> list[draft.Draft]:
        filled = [form for form in self.forms if getattr(form, "cleaned_data", None) and form.is_valid()]
        kept = [form for form in filled if not form.cleaned_data.get("DELETE") and not is_blank(form)]
        return [form.row() for form in kept]


def is_blank(form: AttributionForm) -> bool:
    """A block in which nothing was filled in is no block."""
    row = form.row()
    return not (row["source"] or row["authors"] or row["date"] or row["title"] or row["url"])


# One form for each verb that needs to be told something.


class ConfirmForm(forms.Form):
    """A verb that needs nothing but a yes."""

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of the verb."""
        return dict(self.cleaned_data)


class CairoTime(forms.SplitDateTimeField):
    """A time near enough that every zone and database can hold it."""

    YEARS = range(2000, 2101)

    def compress(self, data_list: list[Any]) -> Any:
        if data_list and data_list[0] and data_list[0].year not in self.YEARS:
            raise ValidationError(_("Choose a year from 2000 to 2100."), code="year")
        return super().compress(data_list)


class SubmitForm(ConfirmForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(ConfirmForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea({"rows": 3, "class": "vLargeTextField"}))


class PublicReasonForm(ConfirmForm):
    """A reason in the language of the edition that it will stand in place of."""

    reason = forms.CharField(
        label=_("Reason given to readers"),
        widget=forms.Textarea({"rows": 3, "dir": "auto", "class": "vLargeTextField"}),
    )


class TimeForm(ConfirmForm):
    at = CairoTime(label=_("Date and time, in Cairo"), widget=AdminSplitDateTime)


class ApproveForm(ConfirmForm):
    NOW, LATER = "now", "later"
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("Publish now")), (LATER, _("Publish at a set time"))],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    at = CairoTime(label=_("Date and time, in Cairo"), widget=AdminSplitDateTime, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("when") == self.LATER and not cleaned.get("at") and "at" not in self.errors:
            self.add_error("at", _("Say when to publish, or choose to publish now."))
        return cleaned

    def arguments(self) -> dict[str, Any]:
        later = self.cleaned_data["when"] == self.LATER
        return {"fingerprint": self.cleaned_data["fingerprint"], "at": self.cleaned_data["at"] if later else None}


class EmbargoForm(ConfirmForm):
    not_before = CairoTime(
        label=_("Nothing is public before (Cairo time)"),
        widget=AdminSplitDateTime,
        required=False,
        help_text=_("Empty lifts the embargo."),
    )


class CallInForm(ConfirmForm):
    editor = forms.ModelChoiceField(
        label=_("Editor of another branch"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("No editor of another branch edits this language."),
    )

    def __init__(self, *args: Any, editors: QuerySet | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editors:
            self.fields["editor"].queryset = editors
            self.fields["editor"].empty_label = "—"


REASONS = {"ar": _("Reason given to Arabic readers"), "en": _("Reason given to English readers")}


class WithdrawAllForm(ConfirmForm):
    """A reason for each language that is live."""

    def __init__(self, *args: Any, languages: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in languages:
            self.fields[f"reason_{language}"] = forms.CharField(
                label=REASONS[language],
                widget=forms.Textarea(
                    {"rows": 3, "lang": language, "dir": DIRECTIONS[language], "class": "vLargeTextField"}
                ),
            )

    def arguments(self) -> dict[str, Any]:
        return {"reasons": {name.removeprefix("reason_"): text for name, text in self.cleaned_data.items()}}
