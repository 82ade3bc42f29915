"""Database and pictures in one file."""

import tempfile
from argparse import ArgumentTypeError
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction
from tqdm import tqdm

from shaf import heartbeats
from shaf.audit import chain
from shaf.audit.recording import record
from shaf.backup import ending, goal, making
from shaf.backup.refusal import Refused, Status


class Command(BaseCommand):
    help = (
        "Write database and pictures, as they are at one moment, into one file, while the site runs. `restore` makes "
        "an installation of it, on SQLite or PostgreSQL. Into a folder it goes under a name with date and time. The "
        "file appears when it is complete, and only its owner reads it. Exit status: "
        f"{Status.LOST} where stored pictures are lost, {Status.NEWER} where a newer release made the database, "
        f"{Status.FAILED} where it could not be made."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", nargs="?", type=Path, metavar="FILE|FOLDER", help="a new file, or a folder")
        parser.add_argument(
            "--keep", type=_number, metavar="N", help="then remove all but the N newest in this folder, or storage"
        )
        parser.add_argument("--to-storage", action="store_true", help="store it at STORAGE_URL, not in a file here")
        parser.add_argument(
            "--without-lost-media", action="store_true", help="also where stored pictures are gone: it lists them"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["place"]) == options["to_storage"]:
            raise CommandError("Name a file or a folder, or give --to-storage.", returncode=2)
        if options["keep"] and options["place"] and not options["place"].is_dir():
            raise CommandError(f"--keep needs a folder, and {options['place']} is none.", returncode=2)
        self.quiet = not self.stderr.isatty() or options["verbosity"] == 0
        make = self._store if options["to_storage"] else self._write
        try:
            with ending.orderly():
                make(options)
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=refusal.status) from refusal
        except (OSError, DatabaseError) as error:
            raise CommandError(f"No backup was made: {error}") from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted: no backup was made.", returncode=130) from None
        try:
            with transaction.atomic():
                heartbeats.beat(heartbeats.BACKUP)
                number, seal = chain.head()
                record("backup", name=self.name, details={"rows": self.rows, "head": number, "seal": seal})
        except DatabaseError as error:
            # Before an upgrade's first migration, and on a replica.
            self.stderr.write(f"The backup is complete; the database could not note it: {error}")

    def _write(self, options: dict[str, Any]) -> None:
        place = options["place"]
        path = goal.goal_of(place)
        manifest = self._make(path, options)
        gone = goal.keep_in_folder(place, options["keep"]) if options["keep"] else []
        self._say(manifest, str(path), path.stat().st_size, gone)

    def _store(self, options: dict[str, Any]) -> None:
        storage = goal.storage()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / goal.new_name()
            manifest = self._make(path, options)
            name, size = goal.send(path, storage), path.stat().st_size
        gone = goal.keep_in_storage(storage, options["keep"]) if options["keep"] else []
        self._say(manifest, name, size, gone)

    def _make(self, path: Path, options: dict[str, Any]) -> dict[str, Any]:
        with goal.completed(path) as file:
            return making.write(file, progress=self._progress, without_lost_media=options["without_lost_media"])

    def _progress(self, things: Iterable[Any], name: str) -> Iterable[Any]:
        return tqdm(things, unit="", desc=name, disable=self.quiet)

    def _say(self, manifest: dict[str, Any], where: str, size: int, gone: list[str]) -> None:
        for name in manifest["unknown"]:
            self.stderr.write(f"The table {name} is none of this release's: it is not in the backup.")
        for name in manifest["media"]["lost"]:
            self.stderr.write(f"The file {name} is gone: it is not in the backup.")
        self.rows = sum(table["rows"] for table in manifest["tables"].values())
        self.name = Path(where).name
        self.stdout.write(
            self.style.SUCCESS(
                f"{where}: {self.rows} rows, {manifest['media']['files']} files, {size / 1_000_000:.1f} MB"
            )
        )
        for name in gone:
            self.stdout.write(f"{name} removed")


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError("a number of backups, 1 or more")
    return int(text)
