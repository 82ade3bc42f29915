"""Words that the system's dictionary does not have, asked of Hunspell where it is installed with that dictionary."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache

# It is asked once a text, and answers in a fraction of this.
SECONDS = 10


@cache
def speller(language: str) -> Callable[[frozenset[str]], frozenset[str]] | None:
    """Return what tells of bare words which ones the dictionary lacks; None where there is no such program or
    dictionary. What it gives back is a hint: dictionaries lack names and terms.
    """
    program = shutil.which("hunspell")
    if program is None or _lacking(program, language, frozenset()) is None:
        return None
    return lambda words: _lacking(program, language, words) or frozenset()


def _lacking(program: str, language: str, words: frozenset[str]) -> frozenset[str] | None:
    """None where it does not answer."""
    command = [program, "-d", language, "-i", "utf-8", "-l"]
    lines = "\n".join(sorted(words)).encode()
    try:
        answer = subprocess.run(command, input=lines, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(answer.stdout.decode().split())
