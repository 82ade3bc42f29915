"""Uploads named by the hash of their bytes, and never overwritten, in a folder or in object storage.

Whatever a storage raises is an OSError: FileNotFoundError where there is no such file, and another where it cannot be
said whether there is one.
"""

import hashlib
import os
import re
import secrets
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

# The original's name, and for another size of it that name with a suffix: `<hash>.jpg.w640.avif`.
CONTENT_NAME = re.compile(
    r"(?P<original>[0-9a-f]{64}\.(?:png|jpg|webp|gif|avif|pdf|csv|xlsx|ods))(?:\.w(?P<width>\d{2,4})\.(?:avif|webp))?"
)
# Under which a file is written before it has its name: what an upload leaves that breaks off.
BROKEN_UPLOAD = re.compile(CONTENT_NAME.pattern + r"\.[0-9a-f]{8}(?:_\w+)?")
MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


class StorageAway(OSError):
    """The storage does not answer, or not as it should.

    `raised`: how often in this process. What was made while it rose may lack a picture's size, and is not kept.
    """

    raised = 0

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        StorageAway.raised += 1


def media_type(name: str) -> str:
    """The media type of a stored file. Raises KeyError for a name with another extension."""
    return MEDIA_TYPES[name.rpartition(".")[2]]


def content_name(data: bytes, extension: str) -> str:
    """The name under which these bytes are stored: their SHA-256 and the extension that the encoder gives."""
    return f"{hashlib.sha256(data).hexdigest()}.{extension}"


class NamedByContent:
    """Refuses any name but a content hash."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        if not CONTENT_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no content hash with a known extension")
        return name


class ContentHashStorage(NamedByContent, FileSystemStorage):
    """A folder that keeps the first bytes stored under a name."""

    def _save(self, name: str, content: File) -> str:
        """Whole or not at all: what fails, or dies while it writes, leaves no half of a picture under its name."""
        if self.exists(name):
            return name
        part = f"{name}.{secrets.token_hex(4)}"
        try:
            os.replace(self.path(super()._save(part, content)), self.path(name))
        except BaseException:
            Path(self.path(part)).unlink(missing_ok=True)
            raise
        return name

    def trouble(self) -> str:
        """Why nothing can be stored in it; '' where something can. Makes the folder where it is not there yet."""
        try:
            Path(self.location).mkdir(mode=self.directory_permissions_mode or 0o777, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.location) as file:
                file.write(b"in order")
        except OSError as error:
            return str(error)
        return ""
