"""Files of the library from one storage to another, each compared with its hash, or byte by byte where it has none."""

import hashlib
from enum import Enum

from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from shaf.pictures.storage import CONTENT_NAME


class Outcome(Enum):
    MOVED = "moved"
    THERE = "there already"
    DAMAGED = "not what its name says where it lies now, so it was left there"
    DIFFERS = "another file than the one that lies there under this name"


def names(source: Storage) -> list[str]:
    """Every picture and every size of one that the storage holds, in order. Raises OSError."""
    try:
        _folders, files = source.listdir("")
    except FileNotFoundError:
        return []
    return sorted(name for name in files if CONTENT_NAME.fullmatch(name))


def move(name: str, source: Storage, target: Storage) -> Outcome:
    """Copy one file, and read it back. Raises OSError. What is there already is compared, and stays as it is."""
    data = _read(source, name)
    if not _is_named_by(data, name):
        return Outcome.DAMAGED
    try:
        there, outcome = _read(target, name), Outcome.THERE
        if there != data and _is_original(name):
            # Its name says which of the two is right.
            target.delete(name)
            raise FileNotFoundError(name)
    except FileNotFoundError:
        target.save(name, ContentFile(data))
        there, outcome = _read(target, name), Outcome.MOVED
    return outcome if there == data else Outcome.DIFFERS


def _is_original(name: str) -> bool:
    match = CONTENT_NAME.fullmatch(name)
    return bool(match and match["original"] == name)


def _is_named_by(data: bytes, name: str) -> bool:
    """Whether these bytes have this name. Of another size than the original's, its name says nothing."""
    return bool(data) and (not _is_original(name) or name.startswith(f"{hashlib.sha256(data).hexdigest()}."))


def _read(storage: Storage, name: str) -> bytes:
    with storage.open(name) as file:
        return bytes(file.read())
