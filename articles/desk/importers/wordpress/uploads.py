"""The copied `wp-content/uploads`: the file that an address of the former site means. Nothing is fetched."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from articles.desk.importers.document import FilePicture
from articles.desk.importers.word.facts import extension_of
from shaf.product.limits import PICTURE_BYTES

UPLOADS = re.compile(r"(?:^|/)(?:wp-content/uploads|files|uploads)/(?P<file>[^?#]+)")
SIZED = re.compile(r"-[0-9]{1,5}x[0-9]{1,5}(?=\.[A-Za-z]{3,4}$)")
FORMS = ("NFC", "NFD")


@dataclass(frozen=True, slots=True)
class Uploads:
    """`folder`: None where none was brought."""

    folder: Path | None = None

    def path(self, address: str) -> Path | None:
        """The file of an upload's address, in its first size where that is there; None for what is not."""
        found = UPLOADS.search(urlsplit(address.replace("\\", "/")).path) if address else None
        if self.folder is None or found is None:
            return None
        root = self.folder.resolve()
        for name in _spellings(found["file"]):
            for folder in (root, root / "uploads", root / "wp-content/uploads"):
                if path := _within(root, folder / name):
                    return path
        return None

    def picture(self, address: str, alt: str) -> FilePicture | None:
        """The picture at the address, without what would make it too large to be one; None where there is none."""
        path = self.path(address)
        if path is None or path.stat().st_size > PICTURE_BYTES:
            return None
        data = path.read_bytes()
        extension = extension_of(data)
        return FilePicture(f"{hashlib.sha256(data).hexdigest()}.{extension}", data, alt) if extension else None


def _within(root: Path, path: Path) -> Path | None:
    """The path where it is a file in the folder, whatever dots and links it goes by."""
    try:
        path = path.resolve()
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, ValueError):
        return None


def is_upload(address: str) -> bool:
    return UPLOADS.search(urlsplit(address).path) is not None


def _spellings(name: str) -> Iterator[str]:
    typed = dict.fromkeys((unquote(name), name))
    for one in typed:
        for whole in dict.fromkeys((SIZED.sub("", one), one)):
            yield from dict.fromkeys(unicodedata.normalize(form, whole) for form in FORMS)
