"""A site to try, from nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from tqdm import tqdm

from articles.desk.demo import mark, newsroom, other_release
from articles.models import Picture, PictureSize, ReportFile
from shaf.db.never_migrated import make_file
from shaf.startup.configuration import TAG
from shaf.startup.port import refuse_a_taken_port


class Command(BaseCommand):
    help = (
        "Migrate, make the accounts writer, editor, manager and admin (each with the password demo), bring the sample "
        "reports through the workflow, print the addresses and serve."
    )
    requires_system_checks = (TAG,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")
        parser.add_argument(
            "--reset", action="store_true", help="first delete the database and pictures that demo made"
        )
        parser.add_argument("--no-serve", action="store_true", help="make everything, print the addresses, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("demo makes accounts that everybody knows the password of, so it needs DEBUG=true.")
        if not options["no_serve"]:
            refuse_a_taken_port("demo", "127.0.0.1", options["port"])
        if options["reset"]:
            self._reset()
        make_file(connection)
        for error in other_release.made_by_this_release():
            raise CommandError(f"{error.msg} {error.hint}")
        if not mark.stands():
            if not mark.is_empty():
                raise CommandError(f"{self._database()} Nothing was changed. Set DATABASE_URL to an empty database.")
            call_command("migrate", verbosity=0)
            mark.put()
        call_command("migrate", verbosity=0)
        made = newsroom.make(self._progress)
        self.stdout.write(
            self.style.SUCCESS(f"{made} sample reports made." if made else "The sample reports are there.")
        )
        address = settings.SITE_URL = f"http://localhost:{options['port']}"
        self.stdout.write(
            f"\n  site     {address}/\n  English  {address}/en/\n  RSS      {address}/feed/\n"
            f"  desk     {address}/admin/\n\n"
            f"  accounts: writer, editor, manager, admin; password: {newsroom.PASSWORD}\n"
        )
        if not options["no_serve"]:
            call_command("runserver", f"127.0.0.1:{options['port']}", use_reloader=False)

    def _progress(self, samples: list[Any]) -> Iterable[Any]:
        return tqdm(samples, unit="report", desc="sample reports", disable=not self.stderr.isatty(), leave=False)

    def _database(self) -> str:
        return f"The database {settings.DATABASES['default']['NAME']} holds accounts or reports, and not demo's own."

    def _reset(self) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("--reset deletes the embedded SQLite database only. Drop this database by hand.")
        files = [Path(f"{settings.DATABASES['default']['NAME']}{suffix}") for suffix in ("", "-wal", "-shm")]
        if not files[0].exists():
            return
        if mark.stands():
            pictures = self._pictures()
        elif mark.is_empty():
            pictures = set()
        else:
            raise CommandError(
                f"{self._database()} Nothing was deleted. If an earlier version's demo made it, delete it by hand."
            )
        connection.close()
        for name in pictures:
            default_storage.delete(name)
        for file in files:
            file.unlink(missing_ok=True)

    def _pictures(self) -> set[str]:
        """Name every file that the database does; none where another release made it with other tables."""
        try:
            stored = (Picture, PictureSize, ReportFile)
            return set().union(*(model.objects.values_list("file", flat=True) for model in stored))
        except DatabaseError:
            return set()
