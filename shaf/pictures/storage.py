"""Uploads named by the hash of their bytes, and never overwritten."""

import hashlib
import os
import re
import secrets

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

# The original's name, and for another size of it that name with a suffix: `<hash>.jpg.w640.avif`.
CONTENT_NAME = re.compile(
    r"(?P<original>[0-9a-f]{64}\.(?:png|jpg|webp|gif|avif))(?:\.w(?P<width>\d{2,4})\.(?:avif|webp))?"
)
# Under which a file is written before it has its name: what an upload leaves that breaks off.
BROKEN_UPLOAD = re.compile(CONTENT_NAME.pattern + r"\.[0-9a-f]{8}(?:_\w+)?")
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif"}


def media_type(name: str) -> str:
    """The media type of a stored picture. Raises KeyError for a name with another extension."""
    return MEDIA_TYPES[name.rpartition(".")[2]]


def content_name(data: bytes, extension: str) -> str:
    """The name under which these bytes are stored: their SHA-256 and the extension that the encoder gives."""
    return f"{hashlib.sha256(data).hexdigest()}.{extension}"


class ContentHashStorage(FileSystemStorage):
    """A file system that refuses any name but a content hash and keeps the first bytes stored under it."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        if not CONTENT_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no content hash with a known extension")
        return name

    def _save(self, name: str, content: File) -> str:
        """Whole or not at all: a process that dies while it writes leaves no half of a picture under its name."""
        if self.exists(name):
            return name
        written = super()._save(f"{name}.{secrets.token_hex(4)}", content)
        os.replace(self.path(written), self.path(name))
        return name
