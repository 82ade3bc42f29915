"""What is wrong with a manuscript: values, for a person to read; raised only when the press is told to go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.functional import Promise, lazy


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is stable, for tests and logs; `message` is translated at the edge.

    `entry` is the id of the register's entry that the finding is about.
    """

    code: str
    message: str | Promise
    entry: int | None = None


def lazy_text(text: Callable[..., str]) -> Callable[..., Promise]:
    """The function put off until a person reads it: a plural knows its number only then, and its language."""
    return cast(Callable[..., Promise], lazy(text, str))


class Refused(Exception):
    """The press does not print this manuscript; `findings` says why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = tuple(findings)
