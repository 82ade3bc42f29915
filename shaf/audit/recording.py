"""Recording an event: one row, written in the transaction of what it tells. The chain is the worker's affair."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model
from django.http import HttpRequest

from shaf.attempts.address import address
from shaf.audit.digest import digest
from shaf.audit.kinds import KINDS
from shaf.audit.models import Event
from shaf.db.clock import database_now
from shaf.text import arabic

# PostgreSQL has no place for it in a text.
NUL = "\x00"
LONGEST_NAME = 300


def record(
    what: str,
    *,
    by: AbstractBaseUser | AnonymousUser | None = None,
    request: HttpRequest | None = None,
    branch: int | None = None,
    about: Model | None = None,
    name: str = "",
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> Event:
    """Write one event of a kind of the table; it stands if the transaction around it does.

    `by` is whoever did it: None for the operator, for the system and for strangers. `request` tells the address that it
    came from, and no more: to ask it for its user would make a public page depend on a cookie. `about` is what it was
    done to, `name` the same in words where its own would not do. `details` is plain JSON. `at` is the database's time
    where the caller has read it already.
    Raises KeyError for a kind that is not in the table.
    """
    known = by is not None and by.is_authenticated
    event = Event(
        at=at or database_now(),
        what=KINDS[what].name,
        by=by.pk if known else None,
        by_name=name_of(by) if known else "",
        address=address(request),
        branch=branch,
        about=reference(about) if about is not None else "",
        name=_clean(name or (name_of(about) if about is not None else "")),
        details=_clean(details or {}),
    )
    event.digest = digest(event)
    event.save(force_insert=True)
    return event


def reference(thing: Model) -> str:
    """Return what a thing is called in the column `about`."""
    return f"{thing._meta.model_name}:{thing.pk}"


def name_of(thing: Any) -> str:
    """Return a person's full name, else the account's; of anything else, what it is called."""
    if isinstance(thing, AbstractBaseUser):
        return _clean(getattr(thing, "get_full_name", str)() or thing.get_username())[:LONGEST_NAME]
    return str(thing)


def _clean(value: Any) -> Any:
    """The same without what a column cannot hold, or what would turn the line that it stands in."""
    match value:
        case str():
            return arabic.without_reordering(value.replace(NUL, "")).encode("utf-8", "replace").decode()
        case dict():
            return {_clean(str(key)): _clean(inner) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_clean(inner) for inner in value]
    return value
