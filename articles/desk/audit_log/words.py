"""An event's details as a person reads them."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from authors.models import Membership
from shaf.audit.models import Event

Row = tuple[str, str, str]
LABELS = {model: f"authors.{model}" for model in ("branch", "author", "source", "topic", "series", "page", "synonym")}


def changes(event: Event) -> list[Row]:
    """What was changed, from what and to what; a column by the name that its form has for it."""
    said = event.details
    if "changed" in said:
        return [(_label(event, column), *map(_text, values)) for column, values in said["changed"].items()]
    if "before" in said or "after" in said:
        return [(str(_("Roles")), *(_roles(said.get(side, [])) for side in ("before", "after")))]
    return []


def facts(event: Event) -> list[tuple[str, str]]:
    """What else there is to say of it, in a few words each."""
    said, names = event.details, {"language": _("Language"), "number": _("Number"), "for": _("For whom")}
    languages = {code: str(name) for code, name in settings.LANGUAGES}
    found = [(str(names[key]), languages.get(said[key], str(said[key]))) for key in names if said.get(key)]
    return found + ([(str(_("Address")), event.address)] if event.address else [])


def _label(event: Event, column: str) -> str:
    model = LABELS.get(event.about.partition(":")[0], "auth.user")
    base, _underscore, code = column.rpartition("_")
    language = dict(settings.LANGUAGES).get(code)
    try:
        field = apps.get_model(model)._meta.get_field(base if language else column.removesuffix("_id"))
    except FieldDoesNotExist:
        return column
    return f"{field.verbose_name} ({language})" if language else str(field.verbose_name)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value.get('begins', '')}…"
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return "" if value is None else str(value)


def _roles(given: list[str]) -> str:
    """“editor ar” in the person's language."""
    languages, roles = dict(settings.LANGUAGES), dict(Membership.Role.choices)
    pairs = [one.partition(" ") for one in given]
    said = [f"{roles.get(role, role)} ({languages.get(code, code)})" for role, _space, code in pairs]
    return pgettext("list separator", ", ").join(said)
