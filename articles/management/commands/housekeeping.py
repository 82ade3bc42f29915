"""What grows for ever, let go of."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles.desk.housekeeping.kinds import sweep
from articles.desk.housekeeping.unused import unused, unused_files
from articles.desk.workflow.deleting_pictures import delete_unused
from articles.desk.workflow.files import delete_unused_file
from shaf.db.clock import database_now


class Command(BaseCommand):
    help = (
        "Let go of what is of no use any more: expired logins, tasks that are done, notices read long ago, ended "
        "preview links and their like. The worker does so once a day by itself. Nothing that was written or published "
        "is among it. --pictures also deletes pictures and files that have been used by nothing for 90 days."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how much there is, and delete nothing")
        parser.add_argument("--pictures", action="store_true", help="also pictures and files that nothing uses")

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run = options["dry_run"]
        for swept in sweep(dry_run=dry_run):
            self.stdout.write(f"{swept.count:>8}  {swept.kind.name}: {swept.kind.what}")
        if options["pictures"]:
            found = unused(database_now())
            quiet = not self.stderr.isatty() or options["verbosity"] == 0
            count = (
                len(found)
                if dry_run
                else sum(delete_unused(picture.pk) for picture in tqdm(found, unit="picture", disable=quiet))
            )
            self.stdout.write(f"{count:>8}  pictures: pictures of 90 days ago that nothing uses")
            files = unused_files(database_now())
            count = len(files) if dry_run else sum(delete_unused_file(file.pk) for file in files)
            self.stdout.write(f"{count:>8}  files: files of 90 days ago that no report carries")
        self.stdout.write("Nothing was deleted." if dry_run else self.style.SUCCESS("All of these are gone."))
