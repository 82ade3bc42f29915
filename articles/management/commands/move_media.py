"""Uploaded pictures from the folder to object storage, or back."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.desk.pictures import moving
from articles.desk.pictures.moving import Outcome
from shaf.pictures.storage import ContentHashStorage

FOLDER, S3 = "folder", "s3"


class Command(BaseCommand):
    help = (
        "Copy every uploaded picture, and its other sizes, from the folder MEDIA_ROOT to the object storage of "
        "STORAGE_URL, or back, and read each one back to compare it. Begun again, it goes on where it was. Names what "
        "could not be copied; exit status 1 where there is something."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", choices=(S3, FOLDER), required=True, help="where the pictures shall be")
        parser.add_argument(
            "--delete-source", action="store_true", help="delete each file where it was, once it is there and compared"
        )
        parser.add_argument("--dry-run", action="store_true", help="say how many files there are, and copy nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.STORAGE_URL:
            raise CommandError("STORAGE_URL is not set. Set it to the object storage, for this command at least.")
        modes = {
            "file_permissions_mode": settings.MEDIA_FILE_MODE,
            "directory_permissions_mode": settings.MEDIA_FOLDER_MODE,
        }
        folder = ContentHashStorage(location=settings.MEDIA_ROOT, **modes)
        places: dict[str, Storage] = {FOLDER: folder, S3: storages["default"]}
        target = places.pop(options["to"])
        (source,) = places.values()
        try:
            names = moving.names(source)
        except OSError as error:
            raise CommandError(f"The pictures cannot be listed. {error}") from error
        if options["dry_run"]:
            self.stdout.write(f"{len(names)} files would be copied or compared; nothing was done.")
            return
        if trouble := target.trouble():  # type: ignore[attr-defined]
            raise CommandError(f"Nothing can be stored there. {trouble}")
        quiet = not self.stderr.isatty() or options["verbosity"] == 0
        outcomes = Counter(
            self._move(name, source, target, delete=options["delete_source"])
            for name in tqdm(names, unit="file", disable=quiet)
        )
        done = f"{outcomes[Outcome.MOVED]} files copied, {outcomes[Outcome.THERE]} were there already."
        if failed := len(names) - outcomes[Outcome.MOVED] - outcomes[Outcome.THERE]:
            raise CommandError(f"{done} {failed} were not copied; begin again once what is said above is mended.")
        self.stdout.write(self.style.SUCCESS(done))

    def _move(self, name: str, source: Storage, target: Storage, *, delete: bool) -> Outcome | None:
        """None where a storage failed."""
        try:
            outcome = moving.move(name, source, target)
            if delete and outcome in (Outcome.MOVED, Outcome.THERE):
                source.delete(name)
        except OSError as error:
            self.stderr.write(f"{name}: {error}")
            return None
        if outcome not in (Outcome.MOVED, Outcome.THERE):
            self.stderr.write(f"{name}: {outcome.value}")
        return outcome
