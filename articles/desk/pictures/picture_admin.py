"""The library's pages: the grid, a picture's page with where it is used, and its deletion."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.pictures.search import matching
from articles.desk.pictures.sizes import thumbnail
from articles.desk.pictures.uses import used_names, uses
from articles.desk.workflow.deleting_pictures import delete_picture, may_delete
from articles.desk.workflow.pictures import TEXTS, add_picture, branch_for, describe, may_describe
from articles.models import Picture
from authors.models import Branch
from shaf.pictures.encoding import PictureRefused
from shaf.product.limits import PICTURE_BYTES, PICTURE_MB

DIRECTIONS = {"ar": "rtl", "en": "ltr"}


class ShowFilter(admin.SimpleListFilter):
    title, parameter_name = _("show"), "show"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("mine", _("uploaded by me")), ("unused", _("used nowhere")), ("no_alt", _("without alternative text"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        match self.value():
            case "mine":
                return queryset.filter(uploaded_by=request.user.pk)
            case "unused":
                return queryset.filter(article=None).exclude(file__in=used_names(request.user))
            case "no_alt":
                return queryset.filter(Q(alt_ar="") | Q(alt_ar=None), Q(alt_en="") | Q(alt_en=None))
        return queryset


class BranchFilter(admin.SimpleListFilter):
    """The person's own branches, where there are several."""

    title, parameter_name = _("branch"), "branch"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        mine = Branch.objects.filter(pk__in=rights.branches(request.user))
        return [(str(branch.pk), str(branch)) for branch in mine] if len(mine) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        value = str(self.value() or "")
        return queryset.filter(branch=int(value)) if value.isdecimal() and len(value) < 19 else queryset


class PictureForm(forms.ModelForm):
    """A picture's texts, each in the direction of its language; when it is added, the file and its branch."""

    file = forms.FileField(
        label=_("file"), widget=forms.FileInput({"accept": "image/png,image/jpeg,image/webp,image/gif"})
    )
    # Set by PictureAdmin for a form that adds.
    user: Any = None

    class Meta:
        model = Picture
        fields = ["file", "branch", *TEXTS]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt", "caption"):
            for language, direction in DIRECTIONS.items():
                if field := self.fields.get(f"{name}_{language}"):
                    field.widget.attrs |= {"lang": language, "dir": direction}
                    field.label = f"{field.label} ({dict(settings.LANGUAGES)[language]})"
        if self.instance.pk:
            self.fields.pop("file", None)
        if branch := self.fields.get("branch"):
            mine = Branch.objects.filter(pk__in=rights.branches(self.user, "write"))
            branch.queryset, branch.required = mine, len(mine) != 1
            if len(mine) == 1:
                branch.initial = mine[0].pk

    def clean(self) -> dict[str, Any]:
        """A file that is let in is stored at once; what then stands in the form are texts of the picture."""
        cleaned = super().clean()
        # Nothing but the upload service reads the file.
        file = cleaned.pop("file", None)
        if file is None or self.errors:
            return cleaned
        try:
            if file.size > PICTURE_BYTES:
                raise Refusal("size", PictureRefused("size").message)
            chosen = cleaned.get("branch")
            branch = branch_for(self.user, str(chosen.pk) if chosen else None)
            self.instance = add_picture(file.read(), by=self.user, branch=branch)
            cleaned["branch"] = self.instance.branch
        except Refusal as refusal:
            raise ValidationError({"file": [str(message) for message in refusal.messages]}) from refusal
        return cleaned


class PictureAdmin(admin.ModelAdmin):
    form = PictureForm
    list_display = ("__str__",)
    list_filter = (ShowFilter, BranchFilter)
    list_per_page = 48
    search_fields = ("alt_ar", "alt_en", "caption_ar", "caption_en", "credit")
    actions = None

    class Media:
        css = {"all": ("shaf/desk/pictures.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        pictures = rights.visible_pictures(request.user).select_related("branch", "uploaded_by")
        return pictures.prefetch_related("sizes")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return queryset.filter(matching(search_term)), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The grid, and above it the form that uploads."""
        mine = Branch.objects.filter(pk__in=rights.branches(request.user, "write"))
        response = super().changelist_view(
            request,
            (extra_context or {}) | {"upload_branches": list(mine), "title": _("Media library"), "mb": PICTURE_MB},
        )
        if isinstance(response, TemplateResponse) and (shown := response.context_data.get("cl")):
            for picture in shown.result_list:
                picture.thumbnail = thumbnail(picture)
        return response

    def get_fields(self, request: HttpRequest, obj: Picture | None = None) -> tuple[str, ...]:
        return TEXTS if obj else ("file", "branch", *TEXTS)

    def get_form(self, request: HttpRequest, obj: Picture | None = None, **kwargs: Any) -> type[PictureForm]:
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_describe(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_delete(request.user, obj))

    def save_model(self, request: HttpRequest, obj: Picture, form: PictureForm, change: bool) -> None:
        picture = Picture.objects.get(pk=obj.pk)
        given = form.cleaned_data if change else {n: t for n, t in form.cleaned_data.items() if n in TEXTS and t}
        describe(picture, {name: text or "" for name, text in given.items()}, by=request.user)

    def log_change(self, request: HttpRequest, obj: Picture, message: Any) -> None:
        """`describe` has logged it."""

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if (picture := kwargs.get("obj")) is not None:
            context |= {"picture": picture, "shown": thumbnail(picture, 960), "uses": uses(picture, request.user)}
            context["may_delete"] = may_delete(request.user, picture)
        return super().render_change_form(request, context, *args, **kwargs)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """GET asks, POST deletes; a refusal says where it is used."""
        picture = self.get_object(request, object_id)
        if picture is None and request.method == "POST":
            messages.info(request, _("This picture is not in the library any more."))
            return redirect("admin:articles_picture_changelist")
        if picture is None:
            raise Http404
        refusal = None
        if request.method == "POST":
            try:
                delete_picture(picture.pk, by=request.user)
            except Refusal as error:
                refusal = error
            else:
                messages.success(request, _("The picture is deleted."))
                return redirect("admin:articles_picture_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Delete the picture"),
            "opts": Picture._meta,
            "picture": picture,
            "shown": thumbnail(picture, 640),
            "uses": uses(picture, request.user),
            "may_delete": may_delete(request.user, picture),
            "refusal": refusal,
            "media": self.media,
        }
        status = 409 if refusal else 200
        return TemplateResponse(request, "admin/articles/picture/delete.html", context, status=status)
