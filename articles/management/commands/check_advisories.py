"""manage.py check_advisories: whether anybody has warned of what is installed (shaf/packages/advisories.py)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from shaf.packages.advisories import NotAsked, ask

NOT_ASKED = 2


class Command(BaseCommand):
    help = (
        "Compare the installed versions with the published security advisories. It asks the package index over the "
        "network, and says so where that cannot be reached. Status: 0 none, 1 some, 2 not asked."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            answer = ask()
        except NotAsked as error:
            raise CommandError(str(error), returncode=NOT_ASKED) from error
        for line in answer.skipped:
            self.stdout.write(self.style.WARNING(f"Not known: {line}"))
        for one in answer.advisories:
            remedy = f"fixed in {one.fixed_in}" if one.fixed_in else "no version is without it"
            self.stdout.write(self.style.ERROR(f"{one.package} {one.version}: {one.id}, {remedy}"))
        if answer.advisories:
            raise CommandError(
                f"{len(answer.advisories)} found, {answer.asked} packages asked of. "
                "Raise the versions in pyproject.toml, test, and install anew."
            )
        if not answer.asked:
            raise CommandError("The index knows none of what is installed: nothing was asked.", returncode=NOT_ASKED)
        self.stdout.write(self.style.SUCCESS(f"No advisory for any of {answer.asked} packages."))
