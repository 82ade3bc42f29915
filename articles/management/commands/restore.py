"""An installation made of a backup."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from shaf.backup import ending, restoring, target
from shaf.backup.archive import MEDIA, Archive
from shaf.backup.refusal import Refused, Status


class Command(BaseCommand):
    help = (
        "Make an installation of what `backup` wrote, on SQLite or PostgreSQL, whichever it came from. The database "
        "must be empty. Everything is verified before anything is written, and nothing stands unless all of it does. "
        f"Exit status: {Status.DAMAGED} where the file is damaged, {Status.NOT_EMPTY} where the database is not empty, "
        f"{Status.NEWER} where a newer release made the backup, {Status.BUSY} where others use the database, "
        f"{Status.UNSOUND} where all was restored, but editions had been tampered with before they were backed up, "
        f"{Status.FAILED} for anything else."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="what `backup` wrote")
        parser.add_argument("--check", action="store_true", help="verify the file, say what it holds, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = not self.stderr.isatty() or options["verbosity"] == 0
        try:
            with ending.orderly(), Archive(options["file"]) as archive:
                if not options["check"]:
                    # Before it is read from end to end, which may take minutes.
                    target.refuse_what_is_there()
                restoring.verify(archive, quiet=quiet)
                self._describe(archive)
                if not options["check"]:
                    self._restore(archive, quiet)
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=refusal.status) from refusal
        except (OSError, DatabaseError) as error:
            raise CommandError(f"Nothing was restored: {error}") from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted: nothing was restored.", returncode=130) from None

    def _describe(self, archive: Archive) -> None:
        said, tables = archive.manifest, archive.manifest["tables"]
        rows = sum(table["rows"] for table in tables.values())
        held = {"reports": "articles_article", "editions": "articles_edition", "accounts": "auth_user"}
        parts = ", ".join(f"{tables.get(table, {'rows': 0})['rows']} {name}" for name, table in held.items())
        self.stdout.write(f"{archive.path}: every member is as it was written.")
        self.stdout.write(
            f"Made {said['made_at']} of {said['site']} on {said['database']}, by {said['product']} {said['version']} "
            f"(release {said['release']}); feed ids: {said['tag_authority']}."
        )
        self.stdout.write(f"It holds {parts}; {rows} rows in {len(tables)} tables, {len(archive.names(MEDIA))} files.")
        for name in said["media"]["lost"]:
            self.stdout.write(f"The file {name} was lost already.")

    def _restore(self, archive: Archive, quiet: bool) -> None:
        done = restoring.restore(archive, quiet=quiet)
        for line in done.unsound:
            self.stderr.write(line)
        said = f"{done.rows} rows and {done.files} files restored. Start the server and the worker anew."
        if done.unsound:
            raise CommandError(
                f"{said} {len(done.unsound)} editions are not what was published, and were not when they were backed "
                "up.",
                returncode=Status.UNSOUND,
            )
        self.stdout.write(self.style.SUCCESS(said))
