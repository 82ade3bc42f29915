"""The smaller sizes of every picture, made anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.desk.pictures import sizes
from articles.models import Picture
from shaf.commands.progress import Progress, interruptible
from shaf.pictures.encoding import WIDTHS, PictureRefused


class Command(BaseCommand):
    help = (
        f"Make the AVIF and WebP sizes of every picture ({', '.join(map(str, WIDTHS))} pixels wide, never enlarged). "
        "The pictures themselves stay as they are. Names each picture that cannot be read; exit status 1 where there "
        "is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="only of pictures that have none yet")
        parser.add_argument("--dry-run", action="store_true", help="say how many pictures there are, and make nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        pictures = Picture.objects.filter(width__gte=WIDTHS[0]).order_by("pk")
        if options["missing"]:
            pictures = pictures.filter(sizes=None)
        total = pictures.count()
        if options["dry_run"]:
            self.stdout.write(f"{total} pictures; nothing was made")
            return
        made, broken = 0, 0
        progress = Progress("pictures", quiet=options["verbosity"] == 0)
        with interruptible(
            lambda: f"{progress.done} of {total} pictures have their sizes. Run it again; with --missing it goes on."
        ):
            for picture in progress.of(pictures.iterator(), total):
                try:
                    made += sizes.make(picture)
                except (OSError, PictureRefused) as error:
                    broken += 1
                    self.stderr.write(f"picture {picture.pk} ({picture.file.name}): {error}")
        if broken:
            raise CommandError(f"{broken} of {total} pictures cannot be read; {made} sizes made")
        self.stdout.write(self.style.SUCCESS(f"{made} sizes of {total} pictures made"))
