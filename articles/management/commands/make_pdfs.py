"""Reports on paper, for an archive."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.press.models import Edition
from shaf.commands.progress import Progress, interruptible
from shaf.paper.engine import why_not
from shaf.paper.making import make, without


class Command(BaseCommand):
    help = (
        "Make a PDF of every edition that is or was public and has none. What is made stays as it is. The worker makes "
        "those of new reports by itself; run this once for those that were there before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many there are")

    def handle(self, *args: Any, **options: Any) -> None:
        ids = list(without().values_list("pk", flat=True))
        if options["dry_run"]:
            self.stdout.write(f"{len(ids)} PDFs would be made.")
            return
        if ids and (lacks := why_not()):
            raise CommandError(lacks)
        progress, failed = Progress("PDFs", quiet=options["verbosity"] == 0), 0
        with interruptible(lambda: f"{progress.done} of {len(ids)} PDFs are made; run it again for the rest."):
            for pk in progress.of(ids):
                edition = Edition.objects.get(pk=pk)
                try:
                    make(edition)
                except Exception as error:
                    failed += 1
                    self.stderr.write(f"article {edition.article_id}, {edition.language}, {edition.number}: {error}")
        if failed:
            raise CommandError(f"{failed} of {len(ids)} PDFs could not be made; the others are. Run it again.")
        self.stdout.write(self.style.SUCCESS(f"{len(ids)} PDFs made."))
