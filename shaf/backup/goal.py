"""Where a backup goes: beside its goal under another name until it is complete, and then in one step to its own."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from shaf.backup.refusal import Refused

# Of the storage in STORAGES that keeps backups elsewhere.
ALIAS = "backups"
OURS = re.compile(r"shaf-\d{8}-\d{6}\.zip")


def new_name() -> str:
    """A name that says when, in UTC: in their alphabetical order they are in that of time."""
    return f"shaf-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"


def goal_of(place: Path) -> Path:
    """The file that is to be written. Raises Refused where there is one already, or nowhere to write it."""
    goal = place / new_name() if place.is_dir() else place
    if goal.exists():
        raise Refused(f"{goal} exists, and nothing is written over. Name a new file, or a folder.")
    if not goal.parent.is_dir():
        raise Refused(f"There is no folder {goal.parent}.")
    return goal


@contextmanager
def completed(goal: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner reads, and that has its name only once all is written and on the disk.

    Whatever ends it before then leaves nothing; what a process that was killed left goes with the next.
    """
    _sweep(goal.parent)
    part = goal.with_name(f".{goal.name}.part")
    file = os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")
    try:
        with file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
            file.flush()
            os.fsync(file.fileno())
            # Not over one that somebody has made meanwhile.
            os.link(part, goal)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(goal.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _sweep(folder: Path) -> None:
    """Remove parts that nobody is writing."""
    for part in folder.glob(".*.part"):
        if not OURS.fullmatch(part.name[1:].removesuffix(".part")):
            continue
        with part.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            part.unlink(missing_ok=True)


def keep_in_folder(folder: Path, number: int) -> list[str]:
    """Remove all but the newest of the backups that have names of ours; returns the names of those removed."""
    gone = _older([path.name for path in folder.iterdir() if path.is_file()], number)
    for name in gone:
        (folder / name).unlink()
    return gone


def storage() -> Storage:
    """The storage that keeps backups elsewhere. Raises Refused where none is set."""
    if ALIAS not in storages.backends:
        raise Refused("--to-storage needs STORAGE_URL, the address of an object store.")
    return storages[ALIAS]


def send(path: Path, to: Storage) -> str:
    """Store a complete backup; returns the name that it has there. Raises Refused where another has it already."""
    if to.exists(path.name):
        raise Refused(f"{path.name} is there already: another backup was begun in the same second. Begin again.")
    with path.open("rb") as file:
        return to.save(path.name, File(file))


def keep_in_storage(to: Storage, number: int) -> list[str]:
    gone = _older(to.listdir("")[1], number)
    for name in gone:
        to.delete(name)
    return gone


def _older(names: list[str], number: int) -> list[str]:
    return sorted(name for name in names if OURS.fullmatch(name))[:-number]
