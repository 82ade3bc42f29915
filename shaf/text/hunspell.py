"""Words that the system's dictionary does not have, asked of Hunspell where it is installed with that dictionary."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache

# It is asked once a text, and answers in a fraction of this; most of that it takes to load its dictionary.
SECONDS = 10
# Words that a process remembers the answer to: a few megabytes.
REMEMBERED = 50_000


@cache
def speller(language: str) -> Callable[[frozenset[str]], frozenset[str]] | None:
    """Return what tells of bare words which ones the dictionary lacks; None where there is no such program or
    dictionary. What it gives back is a hint: dictionaries lack names and terms.
    """
    program = shutil.which("hunspell")
    if program is None or _lacking(program, language, frozenset()) is None:
        return None
    answers: dict[str, bool] = {}

    def lacking(words: frozenset[str]) -> frozenset[str]:
        """It is asked only for words that it was not asked for before."""
        told = {word: told for word in words if (told := answers.get(word)) is not None}
        if new := words - told.keys():
            missing = _lacking(program, language, new)
            if missing is None:
                return frozenset()
            if len(answers) > REMEMBERED:
                answers.clear()
            fresh = {word: word in missing for word in new}
            answers.update(fresh)
            told |= fresh
        return frozenset(word for word, is_missing in told.items() if is_missing)

    return lacking


def _lacking(program: str, language: str, words: frozenset[str]) -> frozenset[str] | None:
    """None where it does not answer."""
    command = [program, "-d", language, "-i", "utf-8", "-l"]
    lines = "\n".join(sorted(words)).encode()
    try:
        answer = subprocess.run(command, input=lines, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(answer.stdout.decode().split())
