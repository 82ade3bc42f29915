"""The register in the admin: stock forms. Writers may add names; the rest of an entry is an editor's."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import (
    PROTECT,
    Case,
    DateField,
    ForeignObjectRel,
    ImageField,
    IntegerField,
    PositiveSmallIntegerField,
    Q,
    QuerySet,
    When,
)
from django.forms import Form, ModelChoiceField, ModelForm, Textarea
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext

from authors import search
from authors.models import Author, Branch, Entry, Membership, OnCall, Series, Source, Synonym, Topic
from authors.slugs import remember_slugs, save_with_slugs
from shaf.inputs.date_field import DayFirstField
from shaf.inputs.fields import PictureField, WholeNumberField
from shaf.text import arabic

LTR = {"dir": "ltr"}
PANES = {"ar": "العربية", "en": "English"}


class EntryForm(ModelForm):
    """Names in the direction of their language; an entry has a name in at least one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            language = name.rpartition("_")[2]
            if language in ("ar", "en"):
                field.widget.attrs |= {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
            elif name in ("url", "orcid", "links", "accent_colour"):
                field.widget.attrs |= LTR
            if isinstance(field.widget, Textarea):
                field.widget.attrs |= {"rows": 4}
        if name := next((name for name in ("name_ar", "name_en") if name in self.fields), None):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("slug_ar", "slug_en"):
            if typed := cleaned.get(name):
                cleaned[name] = arabic.slugify(typed)
                if not cleaned[name]:
                    self.add_error(name, _("A slug needs a letter or a digit. Leave it empty to have one made."))
        return cleaned


class EntryAdmin(admin.ModelAdmin):
    form = EntryForm
    formfield_overrides = {
        ImageField: {"form_class": PictureField},
        PositiveSmallIntegerField: {"form_class": WholeNumberField},
    }
    list_display = ("arabic_name", "english_name")
    search_fields = ("name_ar", "name_en")
    ordering = ("name_ar",)
    names: tuple[str, ...] = ("name_ar", "name_en")
    details: tuple[str, ...] = ("slug_ar", "slug_en")

    class Media:
        js = ("shaf/desk/panes.js",)

    @admin.display(description=_("name in Arabic"), ordering="name_ar")
    def arabic_name(self, entry: Entry) -> str:
        return entry.name_in("ar") or "—"

    @admin.display(description=_("name in English"), ordering="name_en")
    def english_name(self, entry: Entry) -> str:
        return entry.name_in("en") or "—"

    def get_fields(self, request: HttpRequest, obj: Entry | None = None) -> tuple[str, ...]:
        """Who may not change an entry may still add its name, in the languages in which they write."""
        opts = self.opts
        if obj or request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}"):
            return self.names + self.details
        written = written_languages(request.user)
        return tuple(name for name in self.names if name.rpartition("_")[2] not in PANES.keys() - written)

    def get_fieldsets(self, request: HttpRequest, obj: Entry | None = None) -> list[tuple[str | Any, dict[str, Any]]]:
        """A pane for each language, and what is the same in both."""
        fields = self.get_fields(request, obj)
        panes = [
            (name, {"fields": [f for f in fields if f.endswith(f"_{code}")], "classes": ["lang-pane", f"lang-{code}"]})
            for code, name in PANES.items()
        ]
        shared = [field for field in fields if field[-3:] not in ("_ar", "_en")]
        return [*panes, (_("For both languages"), {"fields": shared})] if shared else panes

    def save_model(self, request: HttpRequest, obj: Entry, form: Form, change: bool) -> None:
        save_with_slugs(obj)
        remember_slugs(obj, {name: form.initial.get(name) for name in ("slug_ar", "slug_en") if change})

    def has_delete_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return request.user.is_superuser

    def get_deleted_objects(self, objs: Iterable[Entry], request: HttpRequest) -> tuple[list, dict, set, list]:
        """Where something uses an entry, what and how much of it, and neither rows nor rights."""
        objs = list(objs)
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if not protected:
            return deleted, counts, lacking, protected
        return deleted, counts, set(), [used for entry in objs if (used := _uses(entry))]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By folded names (authors/search.py), for lists and autocompletes alike; the best match first."""
        if not search_term.strip():
            return queryset, False
        ids = search.found(self.model, search_term)
        places = [When(pk=pk, then=place) for place, pk in enumerate(ids)]
        best_first = Case(*places, default=len(ids), output_field=IntegerField())
        return queryset.filter(pk__in=ids).order_by(best_first if ids else "pk"), False


@admin.register(Branch)
class BranchAdmin(EntryAdmin):
    details = (
        *EntryAdmin.details,
        "city_ar",
        "city_en",
        "description_ar",
        "description_en",
        "contact_ar",
        "contact_en",
        "logo",
        "order",
        "open_notes_block",
        "review_hours",
    )

    def has_change_permission(self, request: HttpRequest, obj: Branch | None = None) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or request.user.is_superuser or obj.pk in managed_branches(request.user)


@admin.register(Author)
class AuthorAdmin(EntryAdmin):
    list_display = ("arabic_name", "english_name", "branch")
    list_select_related = ("branch",)
    names = ("name_ar", "name_en", "honorific_ar", "honorific_en")
    details = (
        "given_name_ar",
        "family_name_ar",
        "given_name_en",
        "family_name_en",
        "name_checked",
        *EntryAdmin.details,
        "position_ar",
        "position_en",
        "biography_ar",
        "biography_en",
        "photo",
        "orcid",
        "links",
        "branch",
        "account",
    )
    autocomplete_fields = ("account",)

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> tuple[str, ...]:
        """Who has an account here is for a superuser to know."""
        fields = super().get_fields(request, obj)
        return fields if request.user.is_superuser else tuple(field for field in fields if field != "account")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).filter(merged_into=None)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        author, managed = context.get("original"), managed_branches(request.user)
        own = author and (author.branch_id in managed or (author.branch_id is None and managed))
        context["may_merge"] = bool(author and (own or request.user.is_superuser))
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Source)
class SourceAdmin(EntryAdmin):
    list_display = ("arabic_name", "english_name", "kind")
    list_filter = ("kind",)
    search_fields = ("name_ar", "name_en", "aliases")
    names = ("name_ar", "name_en", "url")
    details = (*EntryAdmin.details, "kind", "aliases", "logo", "disclaimer_ar", "disclaimer_en", "accent_colour")

    def has_change_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """The publisher's own entry is the site's masthead: a manager's, as its pages are."""
        if not super().has_change_permission(request, obj):
            return False
        own = obj is not None and obj.kind == Source.Kind.OWN
        return not own or request.user.is_superuser or bool(managed_branches(request.user))

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> tuple[str, ...]:
        """The publisher stays the publisher."""
        return ("kind",) if obj is not None and obj.kind == Source.Kind.OWN else ()


@admin.register(Topic)
class TopicAdmin(EntryAdmin):
    list_display = ("arabic_name", "english_name", "kind")
    details = (*EntryAdmin.details, "kind")


@admin.register(Series)
class SeriesAdmin(EntryAdmin):
    pass


class SynonymForm(ModelForm):
    class Meta:
        widgets: ClassVar = {"words": Textarea(attrs={"rows": 3, "cols": 60, "dir": "auto"})}


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    """What search takes for the same. A group works at the next request; nothing is indexed anew."""

    form = SynonymForm
    list_display = ("words", "language")
    list_filter = ("language",)
    search_fields = ("words",)


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    """A superuser's view of every role. Managers invite people and give roles on their own page (articles/people)."""

    list_display = ("person", "branch", "role", "language")
    list_filter = ("role", "language")
    list_select_related = ("user", "branch")
    search_fields = ("user__username", "user__first_name", "user__last_name")
    autocomplete_fields = ("user",)

    @admin.display(description=_("user"), ordering="user__username")
    def person(self, membership: Membership) -> str:
        return membership.user.get_full_name() or membership.user.get_username()


class OnCallForm(ModelForm):
    def clean_until(self) -> date:
        until = self.cleaned_data["until"]
        if not timezone.localdate() <= until <= timezone.localdate() + timedelta(days=366):
            raise ValidationError(_("Choose a last day from today on, within a year."))
        return until

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        user, branch, language = (cleaned.get(name) for name in ("user", "branch", "language"))
        if user and branch and language:
            edits = Membership.objects.filter(user=user).exclude(branch=branch)
            edits = edits.filter(Q(role=Membership.Role.MANAGER) | Q(role=Membership.Role.EDITOR, language=language))
            if not edits.exists():
                raise ValidationError(_("Only somebody who edits this language in another branch can be on call."))
        return cleaned


@admin.register(OnCall)
class OnCallAdmin(admin.ModelAdmin):
    """Who of another branch decides here while this branch has nobody who may."""

    form = OnCallForm
    formfield_overrides = {DateField: {"form_class": DayFirstField}}
    list_display = ("person", "branch", "language", "until")
    list_select_related = ("user", "branch")

    @admin.display(description=_("user"))
    def person(self, duty: OnCall) -> str:
        return duty.user.get_full_name() or duty.user.get_username()

    def get_queryset(self, request: HttpRequest) -> QuerySet[OnCall]:
        duties = super().get_queryset(request)
        return duties if request.user.is_superuser else duties.filter(branch__in=managed_branches(request.user))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        mine = managed_branches(request.user)
        if db_field.name == "branch" and not request.user.is_superuser:
            kwargs["queryset"] = Branch.objects.filter(pk__in=mine)
            kwargs["initial"] = mine[0] if len(mine) == 1 else None
        if db_field.name == "user":
            editors = Membership.objects.exclude(role=Membership.Role.WRITER).values("user")
            kwargs["queryset"] = get_user_model().objects.filter(pk__in=editors, is_active=True)
            kwargs["form_class"] = PersonField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _uses(entry: Entry) -> str:
    """“Elham El-Naggar: 3 editions, 1 report”; '' for an entry that nothing keeps."""
    said = []
    for relation in entry._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and getattr(relation, "on_delete", None) is PROTECT:
            model = relation.related_model
            if n := model._base_manager.filter(**{relation.field.name: entry.pk}).count():
                said.append(_used_in(str(model._meta.model_name), n))
    uses = pgettext("list separator", ", ").join(dict.fromkeys(said))
    return f"\u2068{entry}\u2069: {uses}" if said else ""


def _used_in(model: str, n: int) -> str:
    if model.endswith("index") or model == "edition":
        return ngettext("%(n)d published edition", "%(n)d published editions", n) % {"n": n}
    if model in ("article", "attribution", "credit"):
        return ngettext("%(n)d place in a report", "%(n)d places in reports", n) % {"n": n}
    return ngettext("%(n)d other entry", "%(n)d other entries", n) % {"n": n}


class PersonField(ModelChoiceField):
    """People by their names."""

    def label_from_instance(self, user: Any) -> str:
        return user.get_full_name() or user.get_username()


def written_languages(user: AbstractBaseUser) -> set[str]:
    """The languages in which the user has a role; a manager's are all."""
    if user.is_superuser:
        return set(PANES)
    roles = Membership.objects.filter(user_id=user.pk).values_list("role", "language")
    return {code for role, language in roles for code in (PANES if role == Membership.Role.MANAGER else [language])}


def managed_branches(user: AbstractBaseUser) -> list[int]:
    managed = Membership.objects.filter(user_id=user.pk, role=Membership.Role.MANAGER)
    return list(managed.values_list("branch_id", flat=True).distinct())
