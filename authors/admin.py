"""The register in the admin: stock forms. Writers may add names; the rest of an entry is an editor's."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import ImageField, QuerySet
from django.forms import Form, ModelForm, Textarea
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from authors.models import Author, Branch, Entry, Membership, Series, Source, Topic
from authors.slugs import remember_slugs
from shaf.forms import PictureField

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
        if "name_ar" in self.fields:
            self.fields["name_ar"].required = True


class EntryAdmin(admin.ModelAdmin):
    form = EntryForm
    formfield_overrides = {ImageField: {"form_class": PictureField}}
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
        """Who may not change an entry may still add its name."""
        opts = self.opts
        full = request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}")
        return self.names + self.details if full or obj else self.names

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
        obj.fill_slugs()
        super().save_model(request, obj, form, change)
        remember_slugs(obj, {name: form.initial.get(name) for name in ("slug_ar", "slug_en") if change})

    def has_delete_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return request.user.is_superuser


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
    raw_id_fields = ("account",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).filter(merged_into=None)


@admin.register(Source)
class SourceAdmin(EntryAdmin):
    list_display = ("arabic_name", "english_name", "kind")
    list_filter = ("kind",)
    search_fields = ("name_ar", "name_en", "aliases")
    names = ("name_ar", "name_en", "url")
    details = (*EntryAdmin.details, "kind", "aliases", "logo", "disclaimer_ar", "disclaimer_en", "accent_colour")

    def has_change_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """The publisher's own entry is the site's masthead: a superuser's."""
        if obj is not None and obj.kind == Source.Kind.OWN:
            return request.user.is_superuser
        return super().has_change_permission(request, obj)


@admin.register(Topic)
class TopicAdmin(EntryAdmin):
    list_display = ("arabic_name", "english_name", "kind")
    details = (*EntryAdmin.details, "kind")


@admin.register(Series)
class SeriesAdmin(EntryAdmin):
    pass


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    """A manager gives roles in his own branches; a superuser everywhere."""

    list_display = ("person", "branch", "role", "language")
    list_filter = ("role", "language")
    list_select_related = ("user", "branch")
    search_fields = ("user__username", "user__first_name", "user__last_name")

    @admin.display(description=_("user"), ordering="user__username")
    def person(self, membership: Membership) -> str:
        return membership.user.get_full_name() or membership.user.get_username()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        memberships = super().get_queryset(request)
        if request.user.is_superuser:
            return memberships
        return memberships.filter(branch__in=managed_branches(request.user))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "branch" and not request.user.is_superuser:
            kwargs["queryset"] = Branch.objects.filter(pk__in=managed_branches(request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._own(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._own(request, obj)

    def _own(self, request: HttpRequest, obj: Membership | None) -> bool:
        return obj is None or request.user.is_superuser or obj.branch_id in managed_branches(request.user)


def managed_branches(user: AbstractBaseUser) -> list[int]:
    managed = Membership.objects.filter(user_id=user.pk, role=Membership.Role.MANAGER)
    return list(managed.values_list("branch_id", flat=True).distinct())
