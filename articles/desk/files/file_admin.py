"""The pages of the files that reports carry: the list, an upload with its titles, and deletion."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.files import TITLES, add_file, delete_file, may_delete, may_title, title_file
from articles.models import ReportFile
from authors.models import Branch
from authors.search import fold
from shaf.files.checking import ACCEPT, MESSAGES
from shaf.product.limits import REPORT_FILE_BYTES, REPORT_FILE_MB

DIRECTIONS = {"ar": "rtl", "en": "ltr"}


class ReportFileForm(forms.ModelForm):
    """The titles of a file; when it is added, the file itself and its branch."""

    file = forms.FileField(
        label=_("file"),
        widget=forms.FileInput({"accept": ACCEPT}),
        help_text=_("PDF, CSV, XLSX or ODS, of at most %(mb)d MB.") % {"mb": REPORT_FILE_MB},
    )
    # Set by ReportFileAdmin.
    user: Any = None

    class Meta:
        model = ReportFile
        fields: ClassVar = ["file", *TITLES, "branch"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language, direction in DIRECTIONS.items():
            if field := self.fields.get(f"title_{language}"):
                field.widget.attrs |= {"lang": language, "dir": direction}
                field.label = f"{field.label} ({dict(settings.LANGUAGES)[language]})"
        if self.instance.pk:
            self.fields.pop("file", None)
        if branch := self.fields.get("branch"):
            # Without the links to the branch's own page.
            branch.widget, branch.label = branch.widget.widget, _("branch")
            mine = Branch.objects.filter(pk__in=rights.branches(self.user, "write"))
            branch.queryset = mine
            if len(mine) == 1:
                branch.initial = mine[0].pk

    def _get_validation_exclusions(self) -> set[str]:
        """The service has checked the file, or refused it in words of its own."""
        return super()._get_validation_exclusions() | {"file"}

    def clean(self) -> dict[str, Any]:
        """A file that is let in is stored at once; what then stands in the form are its titles."""
        cleaned = super().clean()
        # Nothing but the service reads the file.
        file, titles = cleaned.pop("file", None), {name: cleaned.get(name) or "" for name in TITLES if name in cleaned}
        if self.errors:
            return cleaned
        try:
            if file is None:
                self.instance = title_file(ReportFile.objects.get(pk=self.instance.pk), titles, by=self.user)
                return cleaned
            if file.size > REPORT_FILE_BYTES:
                raise Refusal("size", MESSAGES["size"])
            given = {name: title for name, title in titles.items() if title}
            self.instance = add_file(file.read(), by=self.user, branch=cleaned["branch"].pk, **given)
            # Of bytes that are there already, what was typed now is what they are called from now on.
            self.instance = title_file(self.instance, given, by=self.user)
            cleaned |= {name: getattr(self.instance, name) for name in TITLES}
        except Refusal as refusal:
            where = "title_ar" if refusal.code in ("title.missing", "too_long") else "file"
            said = [str(message) for message in refusal.messages]
            raise ValidationError({where: said} if where in self.fields else said) from refusal
        return cleaned


class ReportFileAdmin(admin.ModelAdmin):
    form = ReportFileForm
    list_display = ("title_shown", "kind_shown", "size_shown", "branch", "uploaded_at")
    list_select_related = ("branch",)
    list_per_page = 50
    search_fields = ("title_ar", "title_en")
    ordering = ("-pk",)
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReportFile]:
        return rights.visible_files(request.user)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By folded words, as the register is searched; newest first."""
        words = fold(search_term[:200]).split()
        if not words:
            return queryset, False
        titles = queryset.values_list("pk", *TITLES)
        found = [pk for pk, *both in titles if all(any(word in fold(one or "") for one in both) for word in words)]
        return queryset.filter(pk__in=found[:500]), False

    def get_fields(self, request: HttpRequest, obj: ReportFile | None = None) -> tuple[str, ...]:
        return ("download", *TITLES) if obj else ("file", *TITLES, "branch")

    def get_readonly_fields(self, request: HttpRequest, obj: ReportFile | None = None) -> tuple[str, ...]:
        return ("download",)

    def get_form(self, request: HttpRequest, obj: ReportFile | None = None, **kwargs: Any) -> type[ReportFileForm]:
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and bool(rights.branches(request.user, "write"))

    def has_change_permission(self, request: HttpRequest, obj: ReportFile | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_title(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: ReportFile | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_delete(request.user, obj))

    def save_model(self, request: HttpRequest, obj: ReportFile, form: ReportFileForm, change: bool) -> None:
        """Nothing: the form's own cleaning has called the verbs."""

    def log_change(self, request: HttpRequest, obj: ReportFile, message: Any) -> None:
        """`title_file` has logged it."""

    def log_deletion(self, request: HttpRequest, obj: ReportFile, object_repr: str) -> None:
        """`delete_file` has logged it."""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        """The stock page asks; a refusal leads back and says where the file is used."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refusal as refusal:
            for message in refusal.messages:
                messages.error(request, message)
            return HttpResponseRedirect(reverse("admin:articles_reportfile_change", args=[object_id]))

    def delete_model(self, request: HttpRequest, obj: ReportFile) -> None:
        delete_file(obj.pk, by=request.user)

    @admin.display(description=_("title"), ordering="title_ar")
    def title_shown(self, file: ReportFile) -> SafeString:
        return format_html("<bdi>{}</bdi>", file.title_ar or file.title_en or "—")

    @admin.display(description=_("kind of file"))
    def kind_shown(self, file: ReportFile) -> str:
        return file.extension

    @admin.display(description=pgettext_lazy("of a file", "size"), ordering="size")
    def size_shown(self, file: ReportFile) -> str:
        return filesizeformat(file.size)

    @admin.display(description=_("file"))
    def download(self, file: ReportFile) -> SafeString:
        said = f"{file.extension}, {filesizeformat(file.size)}"
        return format_html('<a href="{}{}" dir="ltr">{}</a>', settings.MEDIA_URL, file.file.name, said)
