"""The desk's forms: their shape and nothing more. Rules are the workflow's."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft, fields, limits
from articles.desk.article.fields import MANY_IDS, OF_A_LANGUAGE, ON_TRACK, ONE_ID, FieldKind
from articles.desk.article.refusal import Conflict, Refusal, WrongFields
from articles.desk.article.verb import WRITER, Verb
from articles.desk.form.boxes import DIRECTIONS, box
from articles.models import Article
from articles.press.models import Edition
from authors.models import Membership
from shaf.db.clock import database_now
from shaf.inputs.date_field import CairoTime, DayFirstField


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
    # Unsaved text that is taken over into the form, and the version that it is to be saved against.
    unsaved: draft.Draft | None = None
    unsaved_version = 0

    class Meta:
        model = Article
        fields = [
            key for key in draft.FIELDS if fields.of(key) not in ON_TRACK and fields.of(key).kind is not FieldKind.WORKS
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.absent & self.fields.keys():
            del self.fields[name]
        tracks = {track.language: track for track in self.instance.tracks.all()} if self.instance.pk else {}
        self.initial["version"] = self.instance.version
        self.initial["shown"] = ",".join(name for name in draft.FIELDS if name in self.fields)
        for language in draft.LANGUAGES:
            for field in OF_A_LANGUAGE:
                name = f"{field.name}_{language}"
                if name not in self.fields:
                    continue
                typed = self.fields[name]
                typed.required = False
                if field.choices:
                    typed.choices = [("", "—"), *field.choices.choices]
                else:
                    typed.widget = box(field, language)
                    typed.widget.is_required = False
                if field.kind is FieldKind.URL:
                    typed.error_messages["invalid"] = limits.NO_ADDRESS
                if field in ON_TRACK and language in tracks:
                    self.initial[name] = getattr(tracks[language], field.name)
        if self.unsaved:
            self.initial |= self.unsaved | {"version": self.unsaved_version}
        if isinstance(self.refusal, Conflict) and self.is_bound:
            self.data = self.data.copy()
            decided = {*self.data.get("decided_fields", "").split(","), *self.refusal.fields} - {""}
            self.data["decided_version"] = str(self.refusal.version)
            self.data["decided_fields"] = ",".join(sorted(decided))
            self.data["shown"] = self.initial["shown"]

    def is_multipart(self) -> bool:
        """As if there were a file: so the browser sends letters as they are, and not each byte escaped."""
        return True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed = self._typed_texts()
        beyond = list(limits.untyped(typed))
        texts = draft.normalised({name: typed[name] for name in typed.keys() - {problem.field for problem in beyond}})
        for problem in [*beyond, *limits.problems(texts, timezone.localdate())]:
            self.add_error(problem.field, problem.message)
        if isinstance(self.refusal, WrongFields) and self.refusal.problems.keys() <= self.fields.keys():
            for field, messages in self.refusal.problems.items():
                self.add_error(field, list(messages))
        elif self.refusal:
            raise ValidationError(list(self.refusal.messages))
        return cleaned

    def _typed_texts(self) -> draft.Draft:
        """The texts of each language that this save would change, but for the body, which has limits of its own."""
        changed = [name for name in self.changed_data if name in draft.FIELDS and name in self.cleaned_data]
        return {
            name: self.cleaned_data[name]
            for name in changed
            if draft.language_of(name) and fields.of(name).kind is not FieldKind.HTML
        }

    def shown_fields(self) -> list[str]:
        shown = self.data["shown"].split(",") if "shown" in self.data else self.data
        return [name for name in draft.FIELDS if name in shown]

    def draft(self) -> draft.Draft:
        """What was typed, in the shape of draft.py; fields that are not on the form are not in it."""
        changes = {name: self.cleaned_data[name] for name in self.shown_fields() if name in self.fields}
        for name, chosen in changes.items():
            if fields.of(name).kind in ONE_ID:
                changes[name] = chosen.pk if chosen else None
            elif fields.of(name).kind in MANY_IDS:
                changes[name] = [entry.pk for entry in chosen]
        return changes


# One form for each verb that needs to be told something.


class ConfirmForm(forms.Form):
    """A verb that needs nothing but a yes."""

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        """Return what the form is made with for this report: what it begins as, and what can be chosen in it."""
        return {}

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of the verb."""
        return dict(self.cleaned_data)


class SubmitForm(ConfirmForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        return {"initial": {"version": article.version}}


class ReasonForm(ConfirmForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea({"rows": 3, "class": "vLargeTextField"}))


class PublicReasonForm(ConfirmForm):
    """A reason in the language of the edition that it will stand in place of."""

    reason = forms.CharField(
        label=_("Reason given to readers"),
        widget=forms.Textarea({"rows": 3, "dir": "auto", "class": "vLargeTextField"}),
    )


class TimeForm(ConfirmForm):
    at = CairoTime(label=_("Date and time, in Cairo"))


class ApproveForm(ConfirmForm):
    NOW, LATER = "now", "later"
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    when = forms.ChoiceField(choices=[(NOW, _("Publish now")), (LATER, _("Publish at a set time"))])
    at = CairoTime(label=_("Date and time, in Cairo"), required=False)

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
        required=False,
        help_text=_("Empty lifts the embargo."),
    )

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        return {"initial": {"not_before": article.not_before}}


class DeadlineForm(ConfirmForm):
    due_on = DayFirstField(label=_("Due on"), near=True, required=False, help_text=_("Day first. Empty: no deadline."))

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        return {"initial": {"due_on": article.track(language).due_on}}


class RemarkForm(ConfirmForm):
    """`quote` is the plain text of the block that the remark is on; empty for a remark on the whole."""

    text = forms.CharField(
        label=_("Remark"), widget=forms.Textarea({"rows": 3, "dir": "auto", "class": "vLargeTextField"})
    )
    quote = forms.CharField(widget=forms.HiddenInput, required=False)


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

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        users = Membership.objects.exclude(branch=article.branch_id).exclude(role=WRITER).values("user")
        return {"editors": get_user_model().objects.filter(pk__in=users, is_active=True)}


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

    @classmethod
    def about(cls, article: Article, language: str) -> dict[str, Any]:
        live = Edition.live_at(database_now()).filter(article=article).values_list("language", flat=True)
        return {"languages": tuple(sorted(live))}

    def arguments(self) -> dict[str, Any]:
        return {"reasons": {name.removeprefix("reason_"): text for name, text in self.cleaned_data.items()}}


def form_of(verb: Verb) -> type[ConfirmForm]:
    """Return the form that the table of verbs names."""
    return globals()[verb.form]
