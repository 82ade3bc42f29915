"""Whether every edition is still what was published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from tqdm import tqdm

from articles.press import guards
from articles.press.models import Edition
from articles.press.seal import verify


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
        quiet = not self.stderr.isatty() or options["verbosity"] == 0
        broken = [b for b in tqdm(verify(alias), total=total, unit="edition", disable=quiet) if b]
        for edition in broken:
            self.stdout.write(
                f"article {edition.article}, {edition.language}, number {edition.number}: the {edition.what} is wrong"
            )
        gone = guards.missing(connections[alias])
        for name in gone:
            self.stdout.write(f"guard {name} does not stand; run `manage.py migrate`")
        if broken or gone:
            raise CommandError(f"{len(broken)} of {total} editions broken, {len(gone)} guards missing")
        self.stdout.write(self.style.SUCCESS(f"{total} editions sound, every guard stands"))
