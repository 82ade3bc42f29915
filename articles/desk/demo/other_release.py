"""A database that another release made is not touched, and its owner is told in a line what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.demo import mark
from shaf.db.unknown_migrations import unknown_migrations
from shaf.text import terminal

APPS = ("articles", "authors")
# A database of before the first release has had one of them: until then migrations were written anew.
BEFORE_THE_FIRST_RELEASE = {("articles", "0002_desk"), ("articles", "0002_search_and_storage")}


def made_by_this_release(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """Return an error for each database with migrations of ours that this tree lacks; none where nothing can be asked.

    Asks the default database where none is named.
    """
    return [message for alias in databases or ["default"] for message in _errors(connections[alias])]


def _errors(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    # To ask SQLite for a file that is not there would make it.
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return []
    try:
        unknown = unknown_migrations(connection, APPS)
        demo = bool(unknown) and connection.alias == "default" and mark.stands()
    except DatabaseError:
        return []
    if not unknown:
        return []
    early = not BEFORE_THE_FIRST_RELEASE.isdisjoint(unknown)
    with translation.override(terminal.language()):
        return [Error(_what(early, ".".join(unknown[-1])), hint=_remedy(early, demo, connection), id="articles.E002")]


def _what(early: bool, migration: str) -> str:
    if early:
        return _("This database was made before the first release, and no migration leads on from it.")
    return _("Another release made this database: it has had the migration %(migration)s, which this one lacks.") % {
        "migration": migration
    }


def _remedy(early: bool, demo: bool, connection: BaseDatabaseWrapper) -> str:
    if demo and connection.vendor == "sqlite":
        return _("Run `manage.py demo --reset`: it deletes what the demo made and makes it anew.")
    if early:
        return _(
            "Set DATABASE_URL to a new database, run `manage.py migrate`, and import the reports again with "
            "`manage.py import_reports`."
        )
    return _("Install the release that made it.")
