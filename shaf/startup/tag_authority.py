"""The authority of the feed ids (RFC 4151): a domain or mail address of the centre's own, set at the first migrate."""

import re

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from shaf.db.never_migrated import never_migrated
from shaf.startup.configuration import is_here

LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
DOMAIN = rf"{LABEL}(?:\.{LABEL})*"
# RFC 4151, section 2.1: authorityName = DNSname / emailAddress.
NAME = re.compile(rf"(?:[a-z0-9._-]+@)?({DOMAIN})")

# The migration that writes it.
PUBLISHER = ("authors", "0002_publisher")


def is_set(connection: BaseDatabaseWrapper) -> bool:
    """Whether the database has one already. Raises DatabaseError."""
    return not never_migrated(connection) and PUBLISHER in MigrationRecorder(connection).applied_migrations()


def trouble(name: str) -> str:
    """Return why the name cannot be the authority, as a sentence; '' where it can."""
    found = NAME.fullmatch(name)
    if not found or len(name) > 150:
        said = _(
            "“%(name)s” can be no authority of feed ids: that is a domain in small letters, as reports.example.org."
        )
        return said % {"name": name}
    if is_here(found[1]):
        said = _("“%(name)s” is every machine’s name for itself, and can be no authority of feed ids.")
        return said % {"name": name}
    return ""
