"""A site to try, from nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from tqdm import tqdm

from articles import demo


class Command(BaseCommand):
    help = (
        "Migrate, make the accounts writer, editor, manager and admin (each with the password demo), bring the sample "
        "reports through the workflow, print the addresses and serve."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")
        parser.add_argument("--reset", action="store_true", help="first delete the embedded SQLite database")
        parser.add_argument("--no-serve", action="store_true", help="make everything, print the addresses, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("demo makes accounts that everybody knows the password of, so it needs DEBUG=true.")
        if options["reset"]:
            self._reset()
        call_command("migrate", verbosity=0)
        made = demo.make(self._progress)
        self.stdout.write(
            self.style.SUCCESS(f"{made} sample reports made." if made else "The sample reports are there.")
        )
        address = settings.SITE_URL = f"http://localhost:{options['port']}"
        self.stdout.write(
            f"\n  site     {address}/\n  English  {address}/en/\n  RSS      {address}/feed/\n"
            f"  desk     {address}/admin/\n\n"
            f"  accounts: writer, editor, manager, admin; password: {demo.PASSWORD}\n"
        )
        if not options["no_serve"]:
            call_command("runserver", f"127.0.0.1:{options['port']}", use_reloader=False)

    def _progress(self, samples: list[Any]) -> Iterable[Any]:
        return tqdm(samples, unit="report", desc="sample reports", disable=not self.stderr.isatty(), leave=False)

    def _reset(self) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("--reset deletes the embedded SQLite database only. Drop this database by hand.")
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{settings.DATABASES['default']['NAME']}{suffix}").unlink(missing_ok=True)
