"""The file of a backup: a ZIP with one member for each table and each stored file.

    README.txt          how to read it without us
    tables/NAME.jsonl   a line for each row, a JSON array of its values, after one with the names of the columns
    media/NAME          a stored file, as it is
    manifest.json       what the backup is of: release, migrations, tables with their columns, kinds and numbers of rows
    SHA256SUMS          the SHA-256 of each other member, as `sha256sum --check` reads it

A file that breaks off has no list of members, so that nothing opens it.
"""

import hashlib
import json
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from shaf.backup.refusal import Refused, Status

FORMAT = 1
MANIFEST, SUMS, README = "manifest.json", "SHA256SUMS", "README.txt"
TABLES, MEDIA = "tables/", "media/"
# Of zlib: texts take half as long as at its usual 6, and a tenth more room.
LEVEL = 4
CHUNK = 1024 * 1024
SUM = re.compile(r"([0-9a-f]{64})  (.+)")
HOW_TO_READ = """A backup of a Shaf installation, format 1.

tables/NAME.jsonl has the rows of one table of the database, in UTF-8. Its first line is a JSON array of the names of
the columns, every other line a JSON array of one row's values in the same order. manifest.json says of each table how
many rows it has ("rows"), the last key that the database gave out ("last_key"), and the kind of each column: integer,
real, text, boolean, time (UTC), date, time of day, duration (microseconds), decimal and uuid (as text), json (JSON in a
text), bytes (Base64; some are compressed with zlib, RFC 1950).

media/ has the uploaded files, each named by the SHA-256 of its bytes, and smaller sizes of them, named after theirs.

SHA256SUMS has the SHA-256 of every other file here; `sha256sum --check SHA256SUMS` compares them.

`manage.py restore` makes an installation of it. The published texts are in tables/articles_edition.jsonl: column "body"
is HTML, "live_from" and "live_until" say when a text was public.
"""


class Writer:
    """Writes members one after another into a file that can be sought in. `close` makes it complete."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)
        self._sums: dict[str, str] = {}

    @contextmanager
    def member(self, name: str, *, compressed: bool = True) -> Iterator[Callable[[bytes], Any]]:
        """Yields what writes the member's bytes."""
        info = zipfile.ZipInfo(name, time.gmtime()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        info._compresslevel = LEVEL  # type: ignore[attr-defined]
        digest = hashlib.sha256()
        with self._zip.open(info, "w", force_zip64=True) as member:

            def write(data: bytes) -> None:
                digest.update(data)
                member.write(data)

            yield write
        self._sums[name] = digest.hexdigest()

    def add(self, name: str, data: bytes, *, compressed: bool = True) -> None:
        with self.member(name, compressed=compressed) as write:
            write(data)

    def close(self, manifest: dict[str, Any]) -> None:
        self.add(README, HOW_TO_READ.encode())
        self.add(MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
        self.add(SUMS, "".join(f"{digest}  {name}\n" for name, digest in self._sums.items()).encode())
        self._zip.close()

    def abandon(self) -> None:
        """Let go of a file that is not to be completed, and may have no room for a word more."""
        try:
            self._zip.close()
        except (OSError, ValueError):
            self._zip.fp = None


class Archive:
    """A backup that is read. Each of its methods raises Refused, with the member's name, for what is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile as error:
            raise Refused(f"{path} is no complete backup: {error}.", Status.DAMAGED) from error
        except OSError as error:
            raise Refused(f"{path} cannot be read: {error.strerror}.") from error
        try:
            self.sums = self._read_sums()
            self.manifest = self._read_manifest()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        self._zip.close()

    @property
    def size(self) -> int:
        """Bytes of all members as they are when unpacked."""
        return sum(info.file_size for info in self._zip.infolist())

    def names(self, folder: str) -> list[str]:
        """What a folder of it holds, by names within the folder."""
        return [name.removeprefix(folder) for name in self.sums if name.startswith(folder)]

    def verify(self, progress: Callable[[int], Any]) -> None:
        """Read all of it; `progress` is told of bytes."""
        for name, wanted in self.sums.items():
            digest = hashlib.sha256()
            for chunk in self.chunks(name):
                digest.update(chunk)
                progress(len(chunk))
            if digest.hexdigest() != wanted:
                raise self._damaged(name)

    def chunks(self, name: str) -> Iterator[bytes]:
        with self._opened(name) as member:
            while chunk := member.read(CHUNK):
                yield chunk

    def bytes(self, name: str) -> bytes:
        return b"".join(self.chunks(name))

    def rows(self, table: str) -> Generator[list[Any], None, None]:
        """The rows of a table, without the names of the columns."""
        name = f"{TABLES}{table}.jsonl"
        with self._opened(name) as member:
            try:
                if json.loads(member.readline()) != list(self.manifest["tables"][table]["columns"]):
                    raise self._damaged(name)
                for line in member:
                    yield json.loads(line)
            except ValueError as error:
                raise self._damaged(name) from error

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._zip.open(name) as member:
                yield member
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, RuntimeError) as error:
            raise self._damaged(name) from error

    def _damaged(self, name: str) -> Refused:
        return Refused(f"{self.path} is damaged: {name} is not as it was written.", Status.DAMAGED)

    def _read_sums(self) -> dict[str, str]:
        """Member → SHA-256. Raises Refused where it does not name just the members that there are."""
        here = [info.filename for info in self._zip.infolist()]
        if not {SUMS, MANIFEST} <= set(here):
            raise Refused(f"{self.path} is no backup of Shaf: it has no {MANIFEST}.", Status.DAMAGED)
        lines = [SUM.fullmatch(line) for line in self.bytes(SUMS).decode(errors="replace").splitlines()]
        sums = {line[2]: line[1] for line in lines if line}
        for name in {*here, *sums} - {SUMS}:
            if name not in sums or here.count(name) != 1:
                raise self._damaged(name)
        if not all(lines):
            raise self._damaged(SUMS)
        return sums

    def _read_manifest(self) -> dict[str, Any]:
        """Raises Refused for a format of a later release, and for one that is not as it was written."""
        text = self.bytes(MANIFEST)
        if hashlib.sha256(text).hexdigest() != self.sums[MANIFEST]:
            raise self._damaged(MANIFEST)
        manifest: dict[str, Any] = json.loads(text)
        if manifest["format"] > FORMAT:
            raise Refused(
                f"{self.path} has format {manifest['format']}, and this release reads {FORMAT}: a newer release made "
                "it. Install that one.",
                Status.NEWER,
            )
        if set(self.names(TABLES)) != {f"{table}.jsonl" for table in manifest["tables"]}:
            raise self._damaged(MANIFEST)
        return manifest
