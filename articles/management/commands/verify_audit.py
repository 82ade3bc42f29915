"""Whether the audit log is what was written."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from shaf.audit import chain, guards, verifying
from shaf.audit.models import Event, Link
from shaf.audit.verifying import Broken
from shaf.commands.progress import Progress, interruptible
from shaf.health import recorded

SAID = {
    "changed": "it is not as it was written",
    "gone": "it is gone",
    "seal": "its place in the chain is not as it was",
    "number": "what stood before it is gone",
    "dropped": "what is said of a part that was let go of is not so",
}
OF_EDITIONS = {
    "gone": "was published by the log, and is gone",
    "seal": "has another seal than it was published with",
    "revived": "was withdrawn by the log, and is not withdrawn",
}


class Command(BaseCommand):
    help = (
        "Recompute the audit log's chain, check that its guards stand, and that every edition of which it tells is "
        "there. Names whatever was changed or taken out; exit status 1 where there is anything. Prints the chain's "
        "head: kept elsewhere, it shows later (--head) that nobody wrote all of the chain anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", default="default", help="the alias of the database (default: default)")
        parser.add_argument("--head", metavar="NUMBER:SEAL", help="a head that was printed earlier, to be found again")

    def handle(self, *args: Any, **options: Any) -> None:
        alias = options["database"]
        total = Event.objects.using(alias).count()
        progress = Progress("events", quiet=options["verbosity"] == 0)
        broken: list[Broken] = []
        with interruptible(lambda: f"{progress.done} of {total} events were verified, {len(broken)} places are wrong."):
            for found in progress.of(verifying.verify(alias), total):
                if found:
                    broken.append(found)
                    self.stdout.write(f"event {found.event}, number {found.number}: {SAID[found.what]}")
        lost = list(recorded.contradictions(alias))
        for c in lost:
            self.stdout.write(f"{c.article}, {c.language}, number {c.number}: {OF_EDITIONS[c.what]} (event {c.event})")
        gone = guards.missing(connections[alias])
        for name in gone:
            self.stdout.write(f"guard {name} does not stand; run `manage.py migrate`")
        other = self._is_another(options["head"], alias) if options["head"] else False
        if other:
            self.stdout.write(f"the chain does not hold {options['head']}: it was written anew, or cut")
        if broken or lost or gone or other:
            raise CommandError(
                f"{len(broken)} places of {total} events wrong, {len(lost)} editions not as the log tells, "
                f"{len(gone)} guards missing"
            )
        number, seal = chain.head()
        self.stdout.write(self.style.SUCCESS(f"{total} events sound, every guard stands; head: {number}:{seal}"))

    def _is_another(self, head: str, alias: str) -> bool:
        number, _colon, seal = head.partition(":")
        if not number.isdecimal():
            raise CommandError("--head is what this command printed: a number, a colon and a seal.", returncode=2)
        links = Link.objects.using(alias)
        first = links.order_by("number").values_list("number", flat=True).first() or 0
        # What was let go of is held by its stub alone.
        return int(number) >= first and not links.filter(number=number, seal=seal).exists()
