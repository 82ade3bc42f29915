"""Days, times and numbers, however they are typed: in every form of ours, which this finds by itself."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.contrib import admin
from django.test import RequestFactory
from django.utils import timezone

import articles
import authors
import shaf
from articles.desk.form.forms import ApproveForm, DeadlineForm, TimeForm
from authors.models import OnCall
from shaf.inputs.date_field import CairoTime, DayFirstField, TimeOfDayField
from shaf.inputs.fields import WholeNumberField
from tests import factories as f
from tests.desk.browsing import login

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
OURS = ("articles", "authors", "shaf")
KINDS = {
    forms.DateField: DayFirstField,
    forms.TimeField: TimeOfDayField,
    forms.DateTimeField: CairoTime,
    forms.IntegerField: WholeNumberField,
    forms.MultiValueField: CairoTime,
}


def forms_of_ours() -> Iterator[tuple[str, dict[str, forms.Field]]]:
    """What every class of a form declares, and every form that the admin makes of a model of ours."""
    for package in (articles, authors, shaf):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in module.name and module.name != "shaf.wsgi":
                importlib.import_module(module.name)
    waiting, seen = [forms.BaseForm], set()
    while waiting:
        for form in waiting.pop().__subclasses__():
            if form not in seen:
                seen.add(form)
                waiting.append(form)
                if form.__module__.split(".")[0] in OURS:
                    yield form.__qualname__, getattr(form, "declared_fields", {})
    request = RequestFactory().get("/admin/")
    request.user = f.User.objects.create_superuser("boss")
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label in OURS and model.__name__ != "Article":
            yield f"admin: {model.__name__}", model_admin.get_form(request).base_fields


def test_every_day_time_and_number_is_a_field_of_ours():
    found = [
        (where, name, field)
        for where, fields in forms_of_ours()
        for name, field in fields.items()
        if isinstance(field, tuple(KINDS)) and not field.widget.is_hidden
    ]
    known = {"at", "not_before", "due_on", "date", "accessed_on", "until", "order", "review_hours"}
    assert {name for _where, name, _field in found} >= known
    for where, name, field in found:
        ours = next(wanted for kind, wanted in KINDS.items() if isinstance(field, kind))
        assert isinstance(field, ours), (where, name)


def test_the_report_s_number_in_its_series_is_one():
    page = login(f.make_user(role="writer")).get("/admin/articles/article/add/")
    assert isinstance(page.context["adminform"].form.fields["series_number"], WholeNumberField)
    assert 'type="number"' not in page.content.decode()


@pytest.mark.parametrize("day", ["30/04/2027", "٣٠/٠٤/٢٠٢٧", "۳۰/۰۴/۲۰۲۷", "30-4-2027", "30 أبريل 2027"])
@pytest.mark.parametrize("hour", ["09:00", "٠٩:٠٠", "۰۹:۰۰", "9:00"])
def test_a_time_in_any_digits(day, hour):
    form = TimeForm({"at_0": day, "at_1": hour})
    assert form.is_valid(), form.errors
    assert timezone.localtime(form.cleaned_data["at"]).isoformat() == "2027-04-30T09:00:00+03:00"
    assert ApproveForm({"at_0": day, "at_1": hour, "when": "later", "fingerprint": "x"}).is_valid()
    deadline = DeadlineForm({"due_on": day})
    assert deadline.is_valid()
    assert deadline.cleaned_data["due_on"].isoformat() == "2027-04-30"


@pytest.mark.parametrize(("typed", "number"), [("12", 12), ("١٢", 12), ("۱۲", 12), (" ٣ ", 3)])
def test_a_number_in_any_digits(typed, number):
    assert WholeNumberField().clean(typed) == number


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        (CairoTime(), ["أمس", "09:00"], "«أمس» ليس تاريخًا صحيحًا"),
        (CairoTime(), ["30/04/2027", "٢٥:٠٠"], "«٢٥:٠٠» ليس وقتًا صحيحًا"),
        (CairoTime(), ["30/04/1027", "09:00"], "اختر سنة بين 2000 و2100"),
        (WholeNumberField(), "ثلاثة", "«ثلاثة» ليس عددًا صحيحًا"),
        (DayFirstField(), "\u202eأمس", "«أمس» ليس"),
    ],
)
def test_what_is_none_is_named(field, typed, words):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert words in " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("day", "hour", "words", "instead"),
    [
        ("30/04/2027", "00:00", "فلا وجود لهذا الوقت", ("29 أبريل 2027، 23:59", "30 أبريل 2027، 01:00")),
        ("٣٠/٠٤/٢٠٢٧", "٠٠:٣٠", "فلا وجود لهذا الوقت", ("29 أبريل 2027، 23:59", "30 أبريل 2027، 01:00")),
        ("28/10/2027", "23:30", "فيتكرر هذا الوقت مرتين", ("28 أكتوبر 2027، 22:59", "29 أكتوبر 2027، 00:00")),
    ],
)
def test_an_hour_that_the_clocks_leave_out_or_repeat_is_refused_with_its_neighbours(day, hour, words, instead):
    with pytest.raises(forms.ValidationError) as refused:
        CairoTime().clean([day, hour])
    [said] = [message.replace("\xa0", " ") for message in refused.value.messages]
    assert words in said
    for time in instead:
        assert time in said
        where, _comma, at = time.partition("، ")
        assert CairoTime().clean([where, at])


def test_on_call_until_a_day_in_arabic_digits():
    boss = login(f.User.objects.create_superuser("boss"))
    editor = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"))
    day = timezone.localdate().strftime("%d/%m/%Y").translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    data = {"branch": f.make_branch().pk, "user": editor.pk, "language": "ar", "until": day}
    assert boss.post("/admin/authors/oncall/add/", data).status_code == 302
    assert OnCall.objects.get().until == timezone.localdate()
