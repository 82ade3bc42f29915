"""What stands beside editions, made anew from them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import Q
from tqdm import tqdm

from articles.press import printing
from articles.press.models import Edition


class Command(BaseCommand):
    help = (
        "Set every edition in HTML anew whose page was set by another release's templates. Run it after an upgrade; "
        "what is public stays up meanwhile, as it was set before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those that this release has set")
        parser.add_argument("--dry-run", action="store_true", help="only say how many there are")

    def handle(self, *args: Any, **options: Any) -> None:
        stale = Edition.objects.all()
        if not options["all"]:
            stale = stale.filter(Q(printed=None) | ~Q(printed__version=printing.version()))
        ids = list(stale.order_by("pk").values_list("pk", flat=True))
        if options["dry_run"]:
            self.stdout.write(f"{len(ids)} editions would be set anew.")
            return
        for pk in tqdm(ids, unit="edition", disable=not self.stderr.isatty()):
            with transaction.atomic():
                printing.print_edition(Edition.objects.defer("manuscript").get(pk=pk))
        self.stdout.write(self.style.SUCCESS(f"{len(ids)} editions set anew."))
