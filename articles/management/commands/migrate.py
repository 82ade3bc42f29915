"""Django's migrate, by one process at a time, and never with what would stand wrong for ever."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import DatabaseError, connections
from django.utils import translation
from django.utils.translation import gettext as _

from shaf.commands.alone import alone
from shaf.commands.progress import interruptible
from shaf.db.never_migrated import make_file
from shaf.startup import tag_authority
from shaf.startup.configuration import MIGRATED_TAG
from shaf.text import terminal


class Command(migrate.Command):
    help = f"{migrate.Command.help} A second one on the same database waits for the first."

    def execute(self, *args: Any, **options: Any) -> Any:
        """Before the checks, too: some of them ask the database, in which another migrate may be at work."""
        connection = connections[options["database"]]
        try:
            make_file(connection)
            connection.ensure_connection()
        except OSError as error:
            raise CommandError(f"{error}. Set VAR_ROOT or DATABASE_URL to where there may be written.") from error
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {str(error).strip()}") from error
        done = "The migrations that are done stay done; run `manage.py migrate` again for the others."
        with interruptible(done), alone(connection, self._waiting):
            return super().execute(*args, **options)

    def get_check_kwargs(self, options: dict[str, Any]) -> dict[str, Any]:
        """As stock, but for the one that says to migrate."""
        tags = checks.registry.registry.tags_available() - {MIGRATED_TAG}
        return super().get_check_kwargs(options) | {"tags": sorted(tags)}

    def handle(self, *args: Any, **options: Any) -> None:
        self._refuse_a_borrowed_authority(connections[options["database"]])
        super().handle(*args, **options)

    def _waiting(self) -> None:
        self.stderr.write("Another migrate is at work on this database; this one waits for it.")

    def _refuse_a_borrowed_authority(self, connection: Any) -> None:
        if settings.DEBUG or tag_authority.is_set(connection):
            return
        with translation.override(terminal.language()):
            if wrong := tag_authority.trouble(settings.TAG_AUTHORITY):
                remedy = _(
                    "The first migrate writes it into the feed ids, for good. Set SITE_URL to the public address, or "
                    "TAG_AUTHORITY to a domain of yours."
                )
                raise CommandError(f"{wrong} {remedy}")
