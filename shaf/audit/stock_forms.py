"""Whatever is stored by a stock form of the admin is an event, with what each field was and is."""

import hashlib
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import HttpRequest

from shaf.audit.recording import record

# Characters of a text that the log repeats; of a longer one it has the beginning, the length and the hash.
LONGEST = 2000
BEGINNING = 500
UNSAID = ("password", "last_login")

Values = dict[str, Any]


class Logged(ModelAdmin):
    """`logged_as`: the kinds of events of an addition, a change and a deletion."""

    logged_as: ClassVar = ("settings", "settings", "settings")

    def logged_branch(self, obj: Model) -> int | None:
        """The id of the branch whose managers see it."""
        return getattr(obj, "branch_id", None)

    def logged_about(self, obj: Model) -> Model:
        return obj

    def logged_kind(self, obj: Model, place: int) -> str:
        return self.logged_as[place]

    def save_model(self, request: HttpRequest, obj: Any, form: Form, change: bool) -> None:
        before = values_of(obj) if change else {}
        super().save_model(request, obj, form, change)
        changed = differences(before, values_of(obj))
        if changed or not change:
            self._log(request, obj, int(change), changed)
        if changed and change:
            self.was_changed(request, obj, changed)

    def was_changed(self, request: HttpRequest, obj: Any, changed: dict[str, list[Any]]) -> None:
        """Called after a change is stored and logged, in its transaction."""

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._log(request, obj, 2, differences(values_of(obj), {}))
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for obj in queryset:
            self._log(request, obj, 2, differences(values_of(obj), {}))
        super().delete_queryset(request, queryset)

    def _log(self, request: HttpRequest, obj: Any, place: int, changed: dict[str, list[Any]]) -> None:
        record(
            self.logged_kind(obj, place),
            by=request.user,
            request=request,
            branch=self.logged_branch(obj),
            about=self.logged_about(obj),
            name=str(obj),
            details={"changed": changed},
        )


def values_of(obj: Model) -> Values:
    """Return what is stored of a row, by column, as plain JSON; nothing where it is not stored."""
    names = {field.attname for field in obj._meta.concrete_fields}
    # A column that exists in each language has one beside them that says nothing of its own.
    of_languages = [f"_{code}" for code, _name in settings.LANGUAGES]
    columns = [name for name in sorted(names) if not any(f"{name}{code}" in names for code in of_languages)]
    row = type(obj)._base_manager.filter(pk=obj.pk).values(*columns).first() if obj.pk else None
    return {name: _plain(name, value) for name, value in (row or {}).items()}


def differences(before: Values, after: Values) -> dict[str, list[Any]]:
    """Return what each column that is not the same was and is; '' and nothing are the same."""
    both = {name: [before.get(name), after.get(name)] for name in sorted({*before, *after} - {"id"})}
    return {name: [was, is_now] for name, (was, is_now) in both.items() if (was or None) != (is_now or None)}


def _plain(name: str, value: Any) -> Any:
    if name in UNSAID:
        # That it changed is said, and not from what to what.
        return hashlib.sha256(str(value).encode()).hexdigest()[:8] if value else None
    if value is None or isinstance(value, bool | int):
        return value
    text = str(value)
    if len(text) <= LONGEST:
        return text
    return {"begins": text[:BEGINNING], "length": len(text), "sha256": hashlib.sha256(text.encode()).hexdigest()}
