"""Where `collectstatic` and the development server find the typeface: it is made when it is first asked for."""

import hashlib
import logging
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from shaf.fonts.faces import FACES

PACKAGE, FILE = "fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-{weight}.ttf"
LICENCE = "LICENSE"
FOLDER = "shaf/fonts"

logger = logging.getLogger("shaf.fonts")


class Fonts(BaseFinder):
    def check(self, **_options: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_options: Any) -> Any:
        """The file behind a static path; [] where it is none of ours."""
        known = path in {f"{FOLDER}/{name}" for name in _names()}
        found = str(made() / path) if known else ""
        return [found] if known and find_all else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        try:
            storage = FileSystemStorage(location=made())
        except OSError as error:
            logger.error("The site's typeface cannot be made: %s. Set VAR_ROOT to a folder that can be written.", error)
            return
        for name in _names():
            yield f"{FOLDER}/{name}", storage


@cache
def made() -> Path:
    """The folder with the files, whole or not there. Raises OSError."""
    package = _package()
    folder = settings.VAR / "fonts" / _version(package)
    if not folder.exists():
        # Heavy, and needed once.
        from shaf.fonts import subset

        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as making:
            files = Path(making) / "made" / FOLDER
            files.mkdir(parents=True)
            for face in FACES:
                subset.write(package / FILE.format(weight=face.weight), face, files / face.file)
            shutil.copy(package / LICENCE, files / LICENCE)
            try:
                os.rename(files.parents[1], folder)
            except OSError:
                # Another process was faster.
                if not folder.exists():
                    raise
    return folder


def _names() -> list[str]:
    return [*(face.file for face in FACES), LICENCE]


def _package() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(PACKAGE)
    return Path(spec.origin).parent


def _version(package: Path) -> str:
    """Of the package's files and of what is made of them."""
    digest = hashlib.sha256()
    for face in FACES:
        size = (package / FILE.format(weight=face.weight)).stat().st_size
        digest.update(f"{face} {size} {face.characters}\n".encode())
    digest.update(Path(__file__).with_name("subset.py").read_bytes())
    return digest.hexdigest()[:12]
