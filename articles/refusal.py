"""Why a verb was not carried out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise

from articles import draft
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


class WrongFields(Refusal):
    """`problems` maps fields of a draft (draft.py) to what is wrong in each; the messages say it with their names."""

    def __init__(self, code: str, problems: Mapping[str, Sequence[str | Promise]]) -> None:
        said = (f"{draft.label(field)}: {message}" for field, messages in problems.items() for message in messages)
        super().__init__(code, *said)
        self.problems = problems


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
