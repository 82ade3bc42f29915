"""The search index, made anew from the editions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.press.derived import search
from shaf.commands.progress import Progress, interruptible


class Command(BaseCommand):
    help = (
        "Make the search index anew from every edition that is, was or will be public. Needed where --dry-run says "
        "that entries are missing or of another version, and after SQLite was changed for another build. The site goes "
        "on searching the old index until the new one is complete."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what the index lacks, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        state = search.state()
        lacking = f"{state.missing} without an entry, {state.older} made by another version than {search.VERSION}"
        self.stdout.write(f"{state.editions} editions: {lacking}")
        if options["dry_run"]:
            return
        progress = Progress("editions", quiet=options["verbosity"] == 0)
        with interruptible(
            lambda: (
                f"{progress.done} of {progress.total} editions were entered anew; the site searches on. "
                "Run it again: it begins anew."
            )
        ):
            made = search.rebuild(progress.of)
        self.stdout.write(self.style.SUCCESS(f"{made} editions entered"))
