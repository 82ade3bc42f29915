"""A restore that was killed: what `check` says of it, and why nothing is served."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connections

from shaf.backup import target

UNFINISHED = "A restore into this database did not finish. The database is still as it was before: empty."
REMEDY = "Run `manage.py restore` again. To do without, remove what it left: %s."


def restore_finished(databases: Sequence[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """Return an error for each database into which a restore was killed, or is running."""
    return [
        Error(UNFINISHED, hint=REMEDY % target.left_by(connections[alias]), id="backup.E001")
        for alias in databases or ["default"]
        if _unfinished(alias)
    ]


def _unfinished(alias: str) -> bool:
    try:
        return target.unfinished(connections[alias])
    except DatabaseError:
        return False
