"""A database that `demo` made is no site: everybody knows its passwords."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connection

from articles.desk.demo import mark


def database_is_no_demo(**_options: Any) -> list[CheckMessage]:
    """An error where DEBUG is off and the database bears the mark; none where there is no database to ask."""
    if settings.DEBUG or (connection.vendor == "sqlite" and not Path(settings.DATABASES["default"]["NAME"]).exists()):
        return []
    try:
        if not mark.stands():
            return []
    except DatabaseError:
        return []
    return [
        Error(
            "`manage.py demo` made this database, with accounts whose passwords everybody knows, and DEBUG is off.",
            hint="Set DATABASE_URL to a database of your own, and run `manage.py migrate`.",
            id="articles.E001",
        )
    ]
