"""The operator's word that two accounts are two people."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from articles.desk.workflow.founding import confirm_person


class Command(BaseCommand):
    help = (
        "Confirm that an account is another person's than whoever invited it, so that it approves their texts: for a "
        "centre that has no second manager who could. The log says that the operator did."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("person", metavar="USERNAME", help="the account's username or e-mail address")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["person"]
        found = get_user_model().objects.filter(Q(username=name) | Q(email__iexact=name), is_active=True)[:2]
        if len(found) != 1:
            raise CommandError(f"There is no active account “{name}”, or more than one. Give a username.")
        if not (branches := confirm_person(found[0])):
            raise CommandError(f"“{name}” needs no confirmation: nobody invited the account, or it is confirmed.")
        self.stdout.write(self.style.SUCCESS(f"{name} is confirmed in {branches} branches."))
