"""Stored files on their way into a backup and out of one. All are named by the hash of their bytes and never change."""

import hashlib
from collections.abc import Iterable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from shaf.backup.archive import MEDIA, Archive
from shaf.backup.refusal import Refused
from shaf.pictures.storage import CONTENT_NAME


def stored_names() -> set[str]:
    """Every file that the storage has, but what a broken upload left."""
    try:
        _folders, names = default_storage.listdir("")
    except FileNotFoundError:
        return set()
    return {name for name in names if CONTENT_NAME.fullmatch(name)}


def missing(names: Iterable[str]) -> set[str]:
    return {name for name in names if not default_storage.exists(name)}


def read(name: str) -> bytes | None:
    """The bytes of a stored file; None where there is none by this name, or it has other bytes than its name says."""
    try:
        with default_storage.open(name) as file:
            data: bytes = file.read()
    except FileNotFoundError:
        return None
    return data if _is_named_so(name, hashlib.sha256(data).hexdigest()) else None


def _is_named_so(name: str, digest: str) -> bool:
    """Another size of a picture has its original's name, and so no hash of its own."""
    found = CONTENT_NAME.fullmatch(name)
    return found is None or bool(found["width"]) or name.partition(".")[0] == digest


def refuse_what_differs(archive: Archive) -> None:
    """Raise Refused where a file is stored already under a name of the backup's, with other bytes."""
    for name in archive.names(MEDIA):
        if default_storage.exists(name) and not _is_stored(archive, name):
            raise Refused(
                f"The file {name} is stored already, and is another than the backup's. Nothing is written over: move "
                "it away, or set MEDIA_ROOT to an empty folder."
            )


def _is_stored(archive: Archive, name: str) -> bool:
    digest = hashlib.sha256()
    with default_storage.open(name) as file:
        for chunk in file.chunks():
            digest.update(chunk)
    return digest.hexdigest() == archive.sums[MEDIA + name]


def place(archive: Archive) -> Iterator[tuple[str, bool]]:
    """Store every file of a backup that is not stored yet; yields its name and whether it was stored now."""
    for name in archive.names(MEDIA):
        new = not default_storage.exists(name)
        if new:
            try:
                default_storage.save(name, ContentFile(archive.bytes(MEDIA + name)))
            except ValueError as error:
                raise Refused(f"{archive.path} has a file under a name that is none of ours: {name}.") from error
        yield name, new


def take_back(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


def lost(names: Iterable[str], archive: Archive) -> list[str]:
    """Those that are not stored as the backup has them."""
    return sorted(name for name in names if missing([name]) or not _is_stored(archive, name))
