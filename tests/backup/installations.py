"""Installations beside the tests' own: a database of either kind, and a folder of pictures."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, connections
from django.test import Client, override_settings

from shaf.startup import service_urls
from tests.databases import new_database
from tests.tree import THIS

# As shaf/settings.py has them for SQLite.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


@dataclass(frozen=True)
class Installation:
    database: str
    media: Path

    @contextmanager
    def opened(self) -> Iterator[None]:
        """This process has it as its own for a time."""
        before, settings = connections["default"], dict(connections.settings["default"])
        here = settings | {"OPTIONS": {}} | service_urls.database(self.database)
        here["OPTIONS"] = dict(SQLITE) if self.database.startswith("sqlite") else {}
        here["DISABLE_SERVER_SIDE_CURSORS"] = not here["OPTIONS"]
        connections.settings["default"] = here
        connections["default"] = connections.create_connection("default")
        _forget()
        try:
            with override_settings(MEDIA_ROOT=self.media):
                yield
        finally:
            connection.close()
            connections.settings["default"] = settings
            connections["default"] = before
            _forget()

    def call(self, *arguments: Any, **options: Any) -> None:
        with self.opened():
            call_command(*arguments, **options)

    def pages(self, addresses: list[str]) -> dict[str, tuple[int, bytes]]:
        """What anybody is answered there, to the byte."""
        with self.opened():
            client = Client()
            answers = {address: client.get(address) for address in addresses}
            return {
                address: (answer.status_code, b"".join(answer) if answer.streaming else answer.content)
                for address, answer in answers.items()
            }

    @property
    def environment(self) -> dict[str, str]:
        """For a process of its own: see tests/tree.py."""
        return {"DJANGO_SETTINGS_MODULE": "tests.releases.settings", "RELEASE_MEDIA": str(self.media)}

    def manage(self, *arguments: str) -> Any:
        return THIS.manage(self.database, *arguments, **self.environment)


def empty(folder: Path, *, sqlite: bool | None = None) -> Installation:
    """Of the tests' own kind of database where none is said."""
    folder.mkdir(parents=True, exist_ok=True)
    database = f"sqlite:///{folder}/site.sqlite3" if sqlite else new_database(folder)
    return Installation(database, folder / "media")


def _forget() -> None:
    """Empty what this process remembers of a database, in the site and of Django's own."""
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.clear_cache()
    for name, module in list(sys.modules.items()):
        if name.startswith(("articles.site.", "shaf.", "articles.press.")):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.__module__ == name:
                    value.cache_clear()
