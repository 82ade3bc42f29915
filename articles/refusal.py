"""Why a verb was not carried out."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise

from articles.findings import named
from articles.press.findings import Finding


class Refusal(Exception):
    """`code` is stable, for tests and logs; `messages` say to a person what is wrong and what to do."""

    def __init__(self, code: str, *messages: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages

    def __str__(self) -> str:
        return f"{self.code}: {' '.join(map(str, self.messages))}"


class Already(Refusal):
    """What was asked for is so by now: nothing was stored, and nothing is wrong. `messages` say what is."""


class Conflict(Refusal):
    """Somebody else changed the same fields since this text was opened. Holds both texts; nothing was stored.

    `fields` maps a field's name to (what is stored now, what was to be saved).
    """

    def __init__(self, fields: dict[str, tuple[Any, Any]], version: int, *messages: str | Promise) -> None:
        super().__init__("stale_version", *messages)
        self.fields = fields
        self.version = version


def refused_by_press(findings: Sequence[Finding]) -> Refusal:
    return Refusal("incomplete", *(finding.message for finding in named(findings)))
