"""A branch's house style in the admin: its rules, its terms, its names. Whoever manages the branch decides."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.copy_check.house import OFF
from articles.models import CopyName, CopyRule, CopyTerm
from articles.models.house_style import Decision
from articles.press.copy.house import bare_words
from articles.press.copy.rule import Rule
from articles.press.copy.rules import FAMILIES, RULES
from authors.models import Branch
from shaf.db.clock import database_now
from shaf.text import arabic

FAMILY_NAMES: dict[str, str | Promise] = {
    "spacing": _("Spaces"),
    "quotes": _("Quotation marks"),
    "punctuation": _("Punctuation"),
    "diacritics": _("Tashkeel"),
    "orthography": _("Spelling"),
    "numbers": _("Numbers and dates"),
    "style": _("Style"),
    "editing": _("What a report has"),
    "english": _("English"),
}
# Of a rule's sentence, so much as fits a line of the list to choose from.
SENTENCE = 90


class DecisionForm(forms.ModelForm):
    """Words are stored as they are compared: composed, in one line, with nothing in them that turns the text around."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("written", "preferred", "name", "reason"):
            if typed := cleaned.get(name):
                cleaned[name] = " ".join(arabic.without_reordering(arabic.composed(typed)).split())
        for name in ("written", "name"):
            if cleaned.get(name) and not bare_words(cleaned[name]):
                self.add_error(name, ValidationError(_("Write a word: no rule finds signs alone.")))
        return cleaned


class RuleForm(DecisionForm):
    rule = forms.ChoiceField(label=_("rule"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "rule" in self.fields:
            self.fields["rule"].choices = [("", "—"), *_choices()]


class TermForm(DecisionForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("written") and not cleaned.get("preferred") and not cleaned.get("forbidden"):
            self.add_error("preferred", ValidationError(_("Say what is written instead, or that it may not stand.")))
        if cleaned.get("written") and cleaned.get("written") == cleaned.get("preferred"):
            self.add_error("preferred", ValidationError(_("This is the same word.")))
        return cleaned


def _choices() -> Iterator[tuple[str | Promise, list[tuple[str, str]]]]:
    for family, rules in FAMILIES.items():
        yield FAMILY_NAMES[family], [(rule.id, f"{rule.id} · {_held(rule)} · {_sentence(rule.id)}") for rule in rules]


def _held(rule: Rule) -> str | Promise:
    """How grave a rule is of itself."""
    return CopyRule.Holds(rule.severity if rule.is_on else OFF).label


def _sentence(rule: str) -> str:
    return Truncator(str(RULES[rule].message)).chars(SENTENCE) if rule in RULES else "—"


class DecisionAdmin(admin.ModelAdmin):
    """What the person's own branches have decided."""

    form = DecisionForm
    list_select_related = ("branch", "by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        found = super().get_queryset(request)
        return found if request.user.is_superuser else found.filter(branch__in=_managed(request))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "branch":
            mine = list(_managed(request))
            kwargs["queryset"] = Branch.objects.filter(pk__in=mine)
            kwargs["initial"] = mine[0] if len(mine) == 1 else None
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "branch":
            field.widget = field.widget.widget
        if db_field.name in ("written", "preferred", "name", "reason"):
            field.widget.attrs |= {
                "dir": "auto",
                "class": "vLargeTextField" if db_field.name == "reason" else "vTextField",
            }
        return field

    def save_model(self, request: HttpRequest, obj: Decision, form: forms.ModelForm, change: bool) -> None:
        obj.by_id, obj.at = request.user.pk, database_now()
        obj.save()

    @admin.display(description=_("by"), ordering="by__username")
    def decided_by(self, decision: Decision) -> str:
        return decision.by.get_full_name() or decision.by.get_username()


def _managed(request: HttpRequest) -> Any:
    return rights.branches(request.user, "set_house_style")


@admin.register(CopyRule)
class CopyRuleAdmin(DecisionAdmin):
    form = RuleForm
    fields = ("branch", "rule", "holds", "reason")
    list_display = ("rule", "says", "holds", "branch", "reason", "decided_by")
    list_filter = ("holds",)
    search_fields = ("rule", "reason")

    @admin.display(description=_("what it says"))
    def says(self, decision: CopyRule) -> str:
        return _sentence(decision.rule)


@admin.register(CopyTerm)
class CopyTermAdmin(DecisionAdmin):
    form = TermForm
    fields = ("branch", "written", "preferred", "forbidden", "reason")
    list_display = ("written", "preferred", "forbidden", "branch", "reason", "decided_by")
    list_filter = ("forbidden",)
    search_fields = ("written", "preferred", "reason")


@admin.register(CopyName)
class CopyNameAdmin(DecisionAdmin):
    fields = ("branch", "name")
    list_display = ("name", "branch", "decided_by")
    search_fields = ("name",)
