"""Pandoc as a process of its own: text in, its tree out, bounded in memory and time, without network and files.

`--sandbox` keeps it from every file and address; the system keeps it from making a file or a process, and ends it when
its seconds are up. Nothing of ours is in its environment.
"""

import importlib.util
import json
import resource
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from shaf.product.limits import FILE_HEAP_MB, FILE_SECONDS, FILE_WORK_SECONDS

PACKAGE = "pypandoc-binary"
ANSWER_BYTES = 60_000_000


def program() -> Path | None:
    """Pandoc as pypandoc-binary brings it along: a version that is known."""
    found = importlib.util.find_spec("pypandoc")
    for folder in (found.submodule_search_locations or []) if found else []:
        for name in ("pandoc", "pandoc.exe"):
            if (path := Path(folder) / "files" / name).is_file():
                return path
    return None


def tree(data: bytes, reader: str) -> dict[str, Any]:
    """Pandoc's tree of a text in the format `reader`: `meta` and `blocks`. Raises Unimportable."""
    path = program()
    if path is None:
        raise Unimportable(
            "no_reader",
            _("This installation does not read such files yet: %(package)s is not installed.") % {"package": PACKAGE},
            _("Have the operator install it (uv sync --extra word), or save the text as .html or .txt and bring that."),
        )
    heap = ["+RTS", f"-M{FILE_HEAP_MB}m", "-A4m", "-RTS"]
    process = subprocess.Popen(  # noqa: S603 -- the program is the package's own, and the data goes to its input
        [str(path), *heap, "--sandbox", "--from", reader, "--to", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8"},
        cwd="/",
    )
    with process:
        # While it waits for its input.
        _bound(process.pid)
        try:
            answer, _nothing = process.communicate(data, timeout=FILE_SECONDS)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise _too_much() from error
    if process.returncode:
        # Of its own accord it says that the heap is full (251) or the file is none of its kind.
        raise _too_much() if process.returncode in {251, 2} or process.returncode < 0 else _unread()
    if len(answer) > ANSWER_BYTES:
        raise _too_much()
    try:
        found: dict[str, Any] = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise _unread() from error
    return found


def _bound(process: int) -> None:
    """Where the system can bound another process (Linux); elsewhere heap and time are bounded alone."""
    if not hasattr(resource, "prlimit"):
        return
    for what, most in ((resource.RLIMIT_CPU, FILE_WORK_SECONDS), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ProcessLookupError):
            resource.prlimit(process, what, (most, most))


def _too_much() -> Unimportable:
    return Unimportable(
        "too_much",
        _("The file takes too much time or memory to read."),
        _("Split the report, or copy its text into a new document and bring that."),
    )


def _unread() -> Unimportable:
    return Unimportable(
        "broken",
        _("The file cannot be read."),
        _("Open it in the program that made it, save it anew, and bring that file."),
    )
