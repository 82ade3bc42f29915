"""The static files of production: collected by `collectstatic`, named by their hash, and asked for without fear."""

import fcntl
import hashlib
import json
import os
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.checks import CheckMessage, Error, Warning
from django.core.files.base import ContentFile
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Stored beside the manifest: a digest of what was collected.
DIGEST = "collected.json"
MISSING = "Static files are not collected: pages come without style and scripts."
OUTDATED = "The collected static files are not those of this version."
REMEDY = "Run `manage.py collectstatic --noinput`, then restart."


class Collected(CompressedManifestStaticFilesStorage):
    """A page that names a file which was not collected lacks it, and stands: the page that reports a fault does too."""

    def load_manifest(self) -> tuple[dict[str, str], str]:
        try:
            return super().load_manifest()
        except (ValueError, AttributeError):
            return {}, ""

    def stored_name(self, name: str) -> str:
        try:
            return super().stored_name(name)
        except ValueError:
            return self.clean_name(name)

    def save_manifest(self) -> None:
        super().save_manifest()
        if self.manifest_storage.exists(DIGEST):
            self.manifest_storage.delete(DIGEST)
        self.manifest_storage._save(DIGEST, ContentFile(json.dumps({"sources": sources()}).encode()))
        self.reread()

    def reread(self) -> None:
        """What lies there now, whoever collected it."""
        self.hashed_files, self.manifest_hash = self.load_manifest()
        self.__dict__.pop("trouble", None)

    @cached_property
    def trouble(self) -> str:
        """MISSING, OUTDATED or ''. Of the manifest that was read last."""
        if not self.hashed_files:
            return MISSING
        return "" if self._digest() == sources() else OUTDATED

    def _digest(self) -> str:
        """Of the sources when they were collected; '' where that is not known."""
        try:
            with self.manifest_storage.open(DIGEST) as file:
                return str(json.load(file)["sources"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""


def sources() -> str:
    """A digest of all files that would be collected: ours by their bytes, those of packages by name and size."""
    digest = hashlib.sha256()
    ours = [Path(folder) for folder in settings.STATICFILES_DIRS]
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            file = Path(storage.path(path))
            is_ours = any(map(file.is_relative_to, ours))
            said = hashlib.sha256(file.read_bytes()).hexdigest() if is_ours else file.stat().st_size
            digest.update(f"{path}\0{said}\n".encode())
    return digest.hexdigest()


def trouble() -> str:
    """Why pages of this process lack their looks, or have those of another version; '' where all is well."""
    return getattr(staticfiles_storage, "trouble", "")


def collect() -> None:
    """Collect them unless another process on this folder just has. Raises OSError where there cannot be written."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    folder = os.open(settings.STATIC_ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        staticfiles_storage.reread()
        if trouble():
            call_command("collectstatic", interactive=False, verbosity=0)
    finally:
        os.close(folder)


def are_collected(**_options: Any) -> list[CheckMessage]:
    """A warning only: a backup or a worker needs none."""
    return [Warning(trouble(), hint=REMEDY, id="shaf.W003")] if trouble() else []


def are_collected_for_deployment(**_options: Any) -> list[CheckMessage]:
    """For `check --deploy`."""
    return [Error(trouble(), hint=REMEDY, id="shaf.E007")] if trouble() else []
