"""The production server."""

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection, connections

from shaf.backup.checks import restore_finished
from shaf.db import never_migrated
from shaf.db.pending_migrations import pending_migrations
from shaf.http import static_files
from shaf.startup import start
from shaf.startup.port import refuse_a_taken_port

# Seconds. A process that is told to end while it starts does not hear it; what has begun takes less.
LONGEST_END = 20
# Seconds that a new process has to load everything before the old one, which goes on, is told to end.
RENEWAL = 10
# Each thread has a connection to the database, and one slow request does not hold up what is kept as bytes.
THREADS = 2
LOG_CONFIG = settings.BASE_DIR / "shaf" / "logs" / "server.json"
# Without what was searched for, and without the address: readers are nobody's to follow.
ACCESS = "%(method)s %(path)s %(status)d %(dt_ms).1f ms"


class Command(BaseCommand):
    help = (
        "Serve the site and the desk, with the worker beside them that sends mail: one group of processes. Public "
        "pages are kept in front of Django, static files are compressed. SIGTERM finishes what is begun, SIGHUP renews."
    )
    # Only what stands in the way of serving is asked (shaf/startup/start.py), and said in a line.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen at (default: %(default)s)")
        parser.add_argument("--workers", type=int, default=2, help="processes that answer (default: %(default)s)")
        parser.add_argument("--no-worker", action="store_true", help="db_worker runs elsewhere")
        parser.add_argument("--migrate", action="store_true", help="migrate the database first, where it is due")

    def handle(self, *args: Any, **options: Any) -> None:
        for unfinished in restore_finished():
            raise CommandError(f"{unfinished.msg} {unfinished.hint}")
        refuse_a_taken_port("serve", options["host"], options["port"])
        self._migrate(really=options["migrate"])
        if static_files.trouble():
            self._collect()
        # Each process asks again; but a server whose processes refuse to start is started again and again.
        start.refuse_what_is_unsafe()
        connections.close_all()
        server = [sys.executable, "-m", "granian", "shaf.wsgi:application", "--interface", "wsgi", "--http", "1"]
        server += ["--workers-kill-timeout", str(LONGEST_END), "--respawn-interval", str(RENEWAL)]
        server += ["--host", options["host"], "--port", str(options["port"]), "--no-ws"]
        server += ["--workers", str(options["workers"]), "--blocking-threads", str(THREADS)]
        server += ["--respawn-failed-workers", "--log-level", "warning", "--log-config", str(LOG_CONFIG)]
        if settings.ACCESS_LOG:
            server += ["--access-log", "--access-log-fmt", ACCESS]
        alone = options["no_worker"] or settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend")
        worker = [sys.executable, sys.argv[0], "db_worker"]
        command = server if alone else [sys.executable, "-m", "shaf.startup.supervisor", *server, "--", *worker]
        self.stdout.write(f"http://{options['host']}:{options['port']}/")
        self.stdout.flush()
        # In place of this process: the models that it loaded are of no use to the one that only minds the others.
        os.execv(command[0], command)  # noqa: S606

    def _migrate(self, *, really: bool) -> None:
        """Raises CommandError where the database is not of this release."""
        try:
            if not really and never_migrated.never_migrated(connection):
                raise CommandError(f"The database is still to be made. {never_migrated.REMEDY}")
            never_migrated.make_file(connection)
            due = pending_migrations(connection)
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}") from error
        if due and not really:
            what = "A migration is due." if len(due) == 1 else f"{len(due)} migrations are due."
            raise CommandError(f"{what} Run `manage.py migrate` after a backup, or give `--migrate`.")
        if due:
            call_command("migrate", interactive=False, verbosity=1)

    def _collect(self) -> None:
        """Raises CommandError where there cannot be written."""
        try:
            static_files.collect()
        except OSError as error:
            raise CommandError(f"Static files cannot be collected: {error}. Set STATIC_ROOT.") from error
