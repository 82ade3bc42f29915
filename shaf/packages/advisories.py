"""Which of the installed versions somebody has warned of. pip-audit asks, over the network, and nothing of ours is told
but the names and versions of public packages."""

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec

# Seconds for each package's answer, and for all of them.
TIMEOUT, ALL = 15, 600


class NotAsked(Exception):
    """Nothing is known: the program is missing, or the network."""


@dataclass(frozen=True, order=True)
class Advisory:
    """`fixed_in` is '' where no version is without it."""

    package: str
    version: str
    id: str
    fixed_in: str


@dataclass(frozen=True)
class Answer:
    """`asked`: how many packages; `skipped`: those of which nothing is known, each with the reason."""

    asked: int
    advisories: list[Advisory]
    skipped: list[str]


def ask() -> Answer:
    """Raises NotAsked."""
    if find_spec("pip_audit") is None:
        raise NotAsked("pip-audit is not installed. It comes with `uv sync --extra advisories`.")
    command = [sys.executable, "-m", "pip_audit", "--local", "--format=json", "--progress-spinner=off"]
    try:
        said = subprocess.run(  # noqa: S603
            [*command, f"--timeout={TIMEOUT}"], capture_output=True, text=True, timeout=ALL, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotAsked(f"The network did not answer within {ALL} seconds. Nothing is known.") from error
    try:
        told = json.loads(said.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError) as error:
        reason = (said.stderr.strip().splitlines() or ["no answer"])[-1]
        raise NotAsked(
            "The advisories cannot be reached from this machine, so nothing is known. Ask from one that has the "
            f"network, with the same versions. ({reason[:300]})"
        ) from error
    found = [
        Advisory(one["name"], one["version"], flaw["id"], ", ".join(flaw.get("fix_versions", [])))
        for one in told
        for flaw in one.get("vulns", [])
    ]
    skipped = [f"{one['name']}: {one['skip_reason']}" for one in told if "skip_reason" in one]
    return Answer(len(told) - len(skipped), sorted(found), skipped)
