"""manage.py licences: every package that is installed, with its licence."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from shaf.packages.licences import packages


class Command(BaseCommand):
    help = "List every package that is installed with its version and its licence, as its own metadata says it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = packages()
        if options["json"]:
            self.stdout.write(json.dumps([asdict(package) for package in found], indent=1))
            return
        for package in found:
            self.stdout.write(f"{package.name} {package.version}: {package.licence or 'does not say'}")
