"""The production server."""

import os
import sys
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from shaf.http import static_files

# Each thread has a connection to the database, and one slow request does not hold up what is kept as bytes.
THREADS = 2


class Command(BaseCommand):
    help = "Serve the site and the desk: granian, static files compressed, and public pages kept in front of Django."
    # Each process checks what it needs before it serves (shaf/startup/start.py), and says in a line what is wrong.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen at (default: %(default)s)")
        parser.add_argument("--workers", type=int, default=2, help="processes that answer (default: %(default)s)")

    def handle(self, *args: Any, **options: Any) -> None:
        if static_files.trouble():
            call_command("collectstatic", interactive=False, verbosity=0)
        server = [sys.executable, "-m", "granian", "shaf.wsgi:application", "--interface", "wsgi", "--http", "1"]
        server += ["--host", options["host"], "--port", str(options["port"]), "--no-ws"]
        server += ["--workers", str(options["workers"]), "--blocking-threads", str(THREADS)]
        server += ["--respawn-failed-workers", "--log-level", "warning"]
        sys.stdout.write(f"http://{options['host']}:{options['port']}/\n")
        sys.stdout.flush()
        # In place of this process: the models that it loaded are of no use to the one that only minds the others.
        os.execv(server[0], server)  # noqa: S606
