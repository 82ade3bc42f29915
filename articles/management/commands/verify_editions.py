"""Whether every edition is still what was published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from articles.press import guards
from articles.press.models import Edition
from articles.press.seal import Broken, verify
from shaf.commands.progress import Progress, interruptible


class Command(BaseCommand):
    help = (
        "Recompute the fingerprint and the seal of every edition, and check that the guards stand. "
        "Names each edition that is not what was published; exit status 1 where there is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", default="default", help="the alias of the database (default: default)")

    def handle(self, *args: Any, **options: Any) -> None:
        alias = options["database"]
        total = Edition.objects.using(alias).count()
        progress = Progress("editions", quiet=options["verbosity"] == 0)
        broken: list[Broken] = []
        with interruptible(
            lambda: (
                f"{progress.done} of {total} editions were verified, {len(broken)} of them broken. "
                "Nothing was changed; run it again for all of them."
            )
        ):
            for found in progress.of(verify(alias), total):
                if found:
                    broken.append(found)
                    self.stdout.write(
                        f"article {found.article}, {found.language}, number {found.number}: the {found.what} is wrong"
                    )
        gone = guards.missing(connections[alias])
        for name in gone:
            self.stdout.write(f"guard {name} does not stand; run `manage.py migrate`")
        if broken or gone:
            raise CommandError(f"{len(broken)} of {total} editions broken, {len(gone)} guards missing")
        self.stdout.write(self.style.SUCCESS(f"{total} editions sound, every guard stands"))
