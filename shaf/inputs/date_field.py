"""Form fields for a day, a time and both, as people in Cairo write them: in whichever digits."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from shaf.text import arabic

# Near enough that every zone and database can hold it.
YEARS = range(2000, 2101)
MINUTE = timedelta(minutes=1)


class DayFirstField(forms.DateField):
    """Takes 16/11/2025, ١٦/١١/٢٠٢٥, 16-11-2025, 16.11.2025, 2025-11-16 and 16 نوفمبر 2025; shows it day first.

    `row`, where set, begins the message: it tells one of many such fields from the others. A `near` day
    is one of YEARS.
    """

    widget = AdminDateWidget
    row = ""

    def __init__(self, *args: Any, near: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.near = near

    def to_python(self, value: Any) -> date | None:
        day = self._day(value)
        if day and self.near and day.year not in YEARS:
            raise ValidationError(_("Choose a year from 2000 to 2100."), code="year")
        return day

    def _day(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return arabic.parse_date(str(value))
        except ValueError:
            message = _("“%(value)s” is not a day. Write day, month and year: 16/11/2025.") % {"value": said(value)}
            raise ValidationError(f"{self.row}: {message}" if self.row else message, code="invalid") from None


class TimeOfDayField(forms.TimeField):
    """Takes 09:30, 9:30 and ٠٩:٣٠."""

    def to_python(self, value: Any) -> time | None:
        if not isinstance(value, str):
            return super().to_python(value)
        try:
            return super().to_python(arabic.ascii_digits(arabic.INVISIBLE.sub("", value)).strip())
        except ValidationError:
            message = _("“%(value)s” is not a time. Write hours and minutes: 09:30.") % {"value": said(value)}
            raise ValidationError(message, code="invalid") from None


class DayAndTime(AdminSplitDateTime):
    """The stock pair of fields, each with a name of its own."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs)
        for widget, name in zip(self.widgets, (_("Day"), _("Time")), strict=True):
            widget.attrs["aria-label"] = name


class CairoTime(forms.SplitDateTimeField):
    """A time of the site's zone that comes exactly once. When clocks change, an hour is left out or comes twice."""

    widget = DayAndTime

    def __init__(self, **kwargs: Any) -> None:
        fields = (DayFirstField(near=True), TimeOfDayField())
        forms.MultiValueField.__init__(self, fields, **kwargs)

    def compress(self, data_list: list[Any]) -> datetime | None:
        if data_list and not any(value in self.empty_values for value in data_list):
            require_once(datetime.combine(*data_list), timezone.get_current_timezone())
        return super().compress(data_list)


def require_once(local: datetime, zone: tzinfo) -> None:
    """Raises ValidationError for a naive time that the zone leaves out or has twice, naming the nearest that it has."""
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first == second:
        return
    change = _change(local - max(first, second), local - min(first, second), zone)
    before, after = sorted((change + first, change + second))
    if second > first:
        message = _("The clocks go forward that night, so there is no %(time)s. Choose %(before)s or %(after)s.")
    else:
        message = _("The clocks go back that night, so %(time)s comes twice. Choose %(before)s or %(after)s.")
    said_of = {"time": local, "before": before - MINUTE, "after": after}
    raise ValidationError(
        message % {name: date_format(value, "DATETIME_FORMAT") for name, value in said_of.items()}, code="clocks"
    )


def _change(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The first minute of the new offset, in UTC, naive like both bounds."""

    def offset(utc: datetime) -> timedelta | None:
        return utc.replace(tzinfo=UTC).astimezone(zone).utcoffset()

    old, utc = offset(before - MINUTE), before
    while utc < after and offset(utc) == old:
        utc += MINUTE
    return utc


def said(value: Any) -> str:
    """What was typed, short enough for a sentence and without what would turn it around."""
    return arabic.without_reordering(str(value)).strip()[:60]
