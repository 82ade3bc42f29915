"""Why a verb was not carried out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise

from articles.desk.article import draft
from articles.desk.article.findings import named
from articles.press.findings import Finding


class Refusal(Exception):
    """`code` is stable, for tests and logs; `messages` say to a person what is wrong and what to do.

    `findings`: where the press refused, what each message is about.
    """

    def __init__(self, code: str, *messages: str | Promise, findings: Sequence[Finding] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return f"{self.code}: {' '.join(map(str, self.messages))}"


class Already(Refusal):
    """What was asked for is so by now: nothing was stored, and nothing is wrong. `messages` say what is."""


class WrongFields(Refusal):
    """`problems` maps fields of a draft (draft.py) to what is wrong in each; the messages say it with their names."""

    def __init__(self, code: str, problems: Mapping[str, Sequence[str | Promise]]) -> None:
        said = (f"{draft.label(field)}: {message}" for field, messages in problems.items() for message in messages)
        super().__init__(code, *said)
        self.problems = problems


class Conflict(Refusal):
    """The same fields were changed since this text was opened. Holds both texts; nothing was stored.

    `fields` maps a field's name to (what is stored now, what was to be saved). `own`: the person saved them themselves,
    in another window.
    """

    def __init__(
        self, fields: dict[str, tuple[Any, Any]], version: int, *messages: str | Promise, own: bool = False
    ) -> None:
        super().__init__("stale_version", *messages)
        self.fields = fields
        self.version = version
        self.own = own


def refused_by_press(findings: Sequence[Finding]) -> Refusal:
    told = named(findings)
    return Refusal("incomplete", *(finding.message for finding in told), findings=told)
