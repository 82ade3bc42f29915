"""What stands beside editions, made anew from them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.press.derived import printing
from articles.press.models import Edition
from shaf.commands.progress import Progress, interruptible


class Command(BaseCommand):
    help = (
        "Set every edition in HTML anew that another release has set. Run it after an upgrade; "
        "what is public stays up meanwhile, as it was set before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those that this release has set")
        parser.add_argument("--dry-run", action="store_true", help="only say how many there are")

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = Edition.objects.all() if options["all"] else printing.stale()
        ids = list(wanted.order_by("pk").values_list("pk", flat=True))
        if options["dry_run"]:
            self.stdout.write(f"{len(ids)} editions would be set anew.")
            return
        progress = Progress("editions", quiet=options["verbosity"] == 0)
        with interruptible(lambda: f"{progress.done} of {len(ids)} editions are set anew; run it again for the rest."):
            printing.print_anew(progress.of(ids))
        self.stdout.write(self.style.SUCCESS(f"{len(ids)} editions set anew."))
