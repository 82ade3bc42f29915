"""The errors of a whole form as one list."""

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm, BaseFormSet

from articles.desk.article import draft


def errors_listed(form: BaseForm, formsets: Iterable[BaseFormSet]) -> list[dict[str, Any]]:
    """Each error of a field: the field's id, its name with its language or row, and what is wrong."""
    listed = [
        {"id": form[field].id_for_label, "name": _name(form, field), "message": message}
        for field, messages in form.errors.items()
        if field in form.fields
        for message in messages
    ]
    for formset in formsets:
        for row in formset.forms:
            listed += [
                {
                    "id": row[field].id_for_label,
                    "name": f"{row.name} · {row[field].label}",
                    "message": str(message).removeprefix(f"{row.name}: "),
                }
                for field, messages in row.errors.items()
                if field in row.fields
                for message in messages
            ]
    return listed


def _name(form: BaseForm, field: str) -> str:
    return draft.label(field) if field in draft.FIELDS else str(form[field].label)
