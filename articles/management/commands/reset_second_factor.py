"""manage.py reset_second_factor: for whoever has lost their phone, their passkeys and their recovery codes."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from shaf.audit.recording import record
from shaf.backoffice.entering import required, tell
from shaf.devices.sessions import end_all
from shaf.second_factor import factors


class Command(BaseCommand):
    help = (
        "Remove the second factors of an account and log it out everywhere. Its password stays; a role that asks for a "
        "second factor has the person set a new one at the next login. Make sure that it is they who ask."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", metavar="USER", help="the username, or the e-mail address")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        people = get_user_model().objects
        found = people.filter(username=options["user"]) or people.filter(email__iexact=options["user"])
        if len(found) != 1:
            many = f"{len(found)} accounts have" if found else "No account has"
            raise CommandError(f"{many} the username or the address “{options['user']}”. Nothing was changed.")
        user = found[0]
        removed, ended = factors.reset(user), end_all(user)
        record("second_factor_reset", about=user)
        tell(user, "factor_reset")
        said = f"{removed} second factors of “{user.get_username()}” removed, {ended} sessions ended."
        then = "They set a new one at the next login." if required(user) else "The password alone is enough now."
        self.stdout.write(self.style.SUCCESS(f"{said} {then}"))
