"""What `manage.py check --deploy` finds, as a part."""

from collections.abc import Iterator

from django.conf import settings
from django.core import checks as django_checks

from shaf.health.findings import Finding, fault, warning


def checks() -> Iterator[Finding]:
    """The settings are sound. What other parts of the table ask themselves is left to them."""
    messages = django_checks.run_checks(include_deployment_checks=not settings.DEBUG)
    for message in messages:
        if message.level >= django_checks.WARNING and not message.is_silenced() and message.id not in ELSEWHERE:
            level = fault if message.level >= django_checks.ERROR else warning
            yield level(f"{message.msg} ({message.id})", str(message.hint or ""))


# Static files: a part of their own.
ELSEWHERE = {"shaf.W003", "shaf.E007"}
