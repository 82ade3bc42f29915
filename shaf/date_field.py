"""A form field for a day, as people in Cairo write it."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shaf import arabic


class DayFirstField(forms.DateField):
    """Takes 16/11/2025, ١٦/١١/٢٠٢٥, 16-11-2025, 16.11.2025, 2025-11-16 and 16 نوفمبر 2025; shows it day first.

    `row`, where set, begins the message: it tells one of many such fields from the others.
    """

    widget = AdminDateWidget
    row = ""

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return arabic.parse_date(str(value))
        except ValueError:
            message = _("“%(value)s” is not a day. Write day, month and year: 16/11/2025.") % {
                "value": str(value).strip()[:60]
            }
            raise ValidationError(f"{self.row}: {message}" if self.row else message, code="invalid") from None
