"""Every part of the installation, tried."""

import json
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from shaf.health import asking, files, services
from shaf.health.findings import FAULT, Finding
from shaf.health.parts import DATABASE, MEDIA, PARTS, Part
from shaf.text import terminal

# As monitoring plugins say it (monitoring-plugins.org, “Plugin Return Codes”).
IN_ORDER, WARNINGS, FAULTS = 0, 1, 2


class Command(BaseCommand):
    help = (
        "Try every part of the installation, and say what is wrong and what to do. Exit status 0: all is in order; "
        "1: there are warnings; 2: something is at fault."
    )
    # They are a part of what is tried.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="say it for a program: part → ok, findings")
        parser.add_argument("--mail", metavar="ADDRESS", type=_address, help="send a letter to this address too")
        parser.add_argument("--media", action="store_true", help="read every upload, and not only what editions print")

    def handle(self, *args: Any, **options: Any) -> None:
        worst = IN_ORDER
        told: dict[str, Any] = {}

        def say(part: Part, findings: list[Finding]) -> None:
            nonlocal worst
            at_fault = asking.is_at_fault(findings)
            worst = max(worst, FAULTS if at_fault else WARNINGS if findings else IN_ORDER)
            told[part.name] = {
                "ok": not at_fault,
                "findings": [{"level": f.level, "what": f.what, "remedy": f.remedy} for f in findings],
            }
            if not options["json"]:
                self.stdout.writelines(f"{line}\n" for line in self._lines(part, findings))
                self.stdout.flush()

        with translation.override("en" if options["json"] else terminal.language()):
            asking.one_by_one(self._parts(options), say)
            if options["json"]:
                self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            elif worst == IN_ORDER:
                self.stdout.write(self.style.SUCCESS(_("All is in order.")))
        sys.exit(worst)

    def _parts(self, options: dict[str, Any]) -> Iterator[Part]:
        """The table, with what takes longer in the place of what a monitor asks."""
        quiet = options["json"] or not self.stderr.isatty() or options["verbosity"] == 0

        def progress(names: list[str]) -> Iterable[str]:
            return tqdm(names, unit="file", disable=quiet)

        for part in PARTS:
            yield replace(part, look=partial(files.every_picture, progress)) if part.name == "pictures" else part
        if options["media"]:
            look = partial(files.every_upload, progress)
            yield Part("uploads", gettext_lazy("uploads"), look, MEDIA, ready=False)
        if options["mail"]:
            look = partial(services.send_letter, options["mail"])
            yield Part("letter", gettext_lazy("a letter"), look, DATABASE, ready=False)

    def _lines(self, part: Part, findings: list[Finding]) -> Iterator[str]:
        if not findings:
            yield f"{self.style.SUCCESS('✓')} {part.title}"
        for finding in findings:
            is_fault = finding.level == FAULT
            style, sign = (self.style.ERROR, "✗") if is_fault else (self.style.WARNING, "!")
            yield f"{style(sign)} {part.title}: {finding.what}"
            if finding.remedy:
                yield f"  → {finding.remedy}"


def _address(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        raise ArgumentTypeError(f"{text} is no mail address") from None
    return text
