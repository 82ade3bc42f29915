"""What is wrong with a manuscript: values, for a person to read; raised only when the press is told to go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is stable, for tests and logs; `message` is translated at the edge."""

    code: str
    message: str | Promise


class Refused(Exception):
    """The press does not print this manuscript; `findings` says why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = tuple(findings)
