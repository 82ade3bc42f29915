"""The list of old addresses, and the form by which a manager adds one."""

from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BooleanField, CharField, ModelForm, TextInput
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.addresses import typed
from articles.desk.addresses.places import described, path_here
from articles.press.models import OldAddress
from articles.press.old_addresses import GONE, Leads, Place
from shaf.text import old_address

LTR = {"dir": "ltr", "class": "vLargeTextField"}


class OldAddressForm(ModelForm):
    """Where it leads is an address of this site, as a person copies it, or nothing at all."""

    address = CharField(
        label=_("Old address"),
        max_length=3_000,
        widget=TextInput(attrs=LTR),
        help_text=_("As it was on the former site, with or without its host."),
    )
    leads = CharField(
        label=_("Leads to"),
        max_length=3_000,
        required=False,
        widget=TextInput(attrs=LTR),
        help_text=_("The address here of a report, page, topic, type, branch, author, source or picture."),
    )
    gone = BooleanField(
        label=_("There is nothing of it here"),
        required=False,
        help_text=_("Readers and search engines are told that it is gone for good (410)."),
    )

    class Meta:
        model = OldAddress
        fields = ("address",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.to: Leads | None = None
        if self.instance.pk:
            self.initial["gone"] = self.instance.place == Place.GONE
            self.initial["leads"] = path_here(self.instance)

    def clean_address(self) -> str:
        key = typed.key_of(self.cleaned_data["address"])
        known = OldAddress.objects.filter(address=key).exclude(pk=self.instance.pk).first()
        if known is not None:
            message = _("This address is in the list already: it leads to %(place)s. Change it there.")
            raise ValidationError(message, params={"place": described(known)}, code="duplicate")
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        leads, gone = cleaned.get("leads"), cleaned.get("gone")
        if bool(leads) == bool(gone):
            self.add_error("leads", _("Give the address that it leads to, or say that there is nothing of it here."))
        elif gone:
            self.to = GONE
        else:
            try:
                self.to = typed.leads_to(leads, cleaned.get("address", ""))
            except ValidationError as error:
                self.add_error("leads", error)
        return cleaned


class OldAddressAdmin(admin.ModelAdmin):
    """A row that a person has saved is theirs: no import changes it."""

    form = OldAddressForm
    fields = ("address", "leads", "gone")
    list_display = ("shown", "leads_to", "kept_by")
    list_filter = ("place",)
    search_fields = ("address",)
    list_per_page = 50

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[OldAddress], search_term: str
    ) -> tuple[QuerySet[OldAddress], bool]:
        """A whole address is found however it is written."""
        pasted = old_address.key(search_term) if typed.has_path(search_term) else ""
        return super().get_search_results(request, queryset, pasted if pasted not in ("", "/") else search_term)

    def save_model(self, request: HttpRequest, obj: OldAddress, form: OldAddressForm, change: bool) -> None:
        assert form.to is not None
        obj.place, obj.target, obj.file, obj.language = form.to.place, form.to.target, form.to.file, form.to.language
        obj.thing, obj.guessed = "", False
        super().save_model(request, obj, form, change)

    @admin.display(description=_("old address"), ordering="address")
    def shown(self, row: OldAddress) -> SafeString:
        return format_html('<bdi dir="ltr">{}</bdi>', row.address)

    @admin.display(description=_("leads to"))
    def leads_to(self, row: OldAddress) -> SafeString | str:
        path = path_here(row)
        return format_html('<a href="{}">{}</a>', quote(path), described(row)) if path else described(row)

    @admin.display(description=_("kept by"))
    def kept_by(self, row: OldAddress) -> str:
        return gettext("a person") if row.is_by_hand else gettext("the import")
