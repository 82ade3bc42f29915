"""What lies on disks."""

import hashlib
import random
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Picture, PictureSize, ReportFile
from articles.press.models import PictureIndex
from shaf.health.findings import Finding, fault, warning
from shaf.http import static_files

# Files that are looked for at each question: of the newest editions, and any.
NEWEST, ANY = 20, 20
MEGABYTE = 1024 * 1024
# Names of lost files that are said.
SAID = 5
Progress = Callable[[list[str]], Iterable[str]]


def storage() -> Iterator[Finding]:
    """Uploads can be stored in the folder. Object storage is of all servers, and pages stand without it."""
    if not settings.STORAGE_URL and (trouble := default_storage.trouble()):
        yield fault(
            _("media root: %(error)s") % {"error": trouble},
            _("See to it that MEDIA_ROOT is a folder that the server may write to, with room on its disk."),
        )


def object_storage() -> Iterator[Finding]:
    """It answers. Asked only where there is one."""
    if settings.STORAGE_URL and (trouble := default_storage.trouble()):
        yield fault(trouble, _("See to the storage that STORAGE_URL names, and to the key and bucket in it."))


def static() -> Iterator[Finding]:
    """Pages have their looks."""
    if lacks := static_files.trouble():
        yield fault(lacks, static_files.REMEDY)


def folders() -> dict[str, Path]:
    """Whose disks are looked at. PostgreSQL's own is its machine's to watch."""
    found = {} if settings.STORAGE_URL else {"media": Path(settings.MEDIA_ROOT)}
    if file := sqlite_file():
        found["database"] = file.parent
    return found


def sqlite_file() -> Path | None:
    """The embedded database; None where there is none."""
    database = settings.DATABASES["default"]
    name = str(database["NAME"])
    is_file = database["ENGINE"].endswith("sqlite3") and name and "memory" not in name
    return Path(name) if is_file else None


def free(folder: Path) -> int:
    """Bytes that are free for us on the disk that the folder is on, or will be. Raises OSError."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    return shutil.disk_usage(there).free


def disk() -> Iterator[Finding]:
    """There is room."""
    for what, folder in folders().items():
        left = free(folder) // MEGABYTE
        if left < settings.DISK_FREE_MB:
            yield fault(
                _("The disk of %(folder)s (%(what)s) has %(left)d MB left.")
                % {"folder": folder, "what": what, "left": left},
                _("Make room: with less than DISK_FREE_MB (%(least)d MB) nothing may be saved soon.")
                % {"least": settings.DISK_FREE_MB},
            )


def sample() -> list[str]:
    """Files that editions print: of the newest, and a few of any age."""
    rows = PictureIndex.objects.order_by("-pk")
    newest = list(rows.values_list("pk", "picture")[:NEWEST])
    if not newest:
        return []
    somewhere = random.randint(1, newest[0][0])  # noqa: S311 -- a sample
    others = rows.filter(pk__lte=somewhere).values_list("pk", "picture")[:ANY]
    return sorted({picture for _pk, picture in (*newest, *others)})


def pictures() -> Iterator[Finding]:
    """Of what editions print nothing is lost, as far as a sample tells."""
    yield from _lost([name for name in sample() if not default_storage.exists(name)])


def every_picture(progress: Progress = iter) -> Iterator[Finding]:
    """Every file that an edition prints is there, and is what its name says."""
    names = sorted(set(PictureIndex.objects.values_list("picture", flat=True)))
    yield from _lost([name for name in progress(names) if _is_lost(name)])


def every_upload(progress: Progress = iter) -> Iterator[Finding]:
    """Every upload is there and is what its name says, and each has the sizes that were made."""
    names = sorted({name for model in (Picture, ReportFile) for name in model.objects.values_list("file", flat=True)})
    yield from _lost([name for name in progress(names) if _is_lost(name)])
    sizes = sorted(set(PictureSize.objects.values_list("file", flat=True)))
    if gone := [name for name in progress(sizes) if not default_storage.exists(name)]:
        yield warning(
            ngettext(
                "%(n)d size of a picture is not there, and its original is shown.",
                "%(n)d sizes of pictures are not there, and their originals are shown.",
                len(gone),
            )
            % {"n": len(gone)},
            _("Run `manage.py make_picture_sizes`."),
        )


def _is_lost(name: str) -> bool:
    try:
        with default_storage.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() != name.partition(".")[0]
    except OSError:
        return True


def _lost(names: list[str]) -> Iterator[Finding]:
    if names:
        yield fault(
            ngettext(
                "%(n)d file is lost or damaged: %(names)s",
                "%(n)d files are lost or damaged: %(names)s",
                len(names),
            )
            % {"n": len(names), "names": " ".join(names[:SAID]) + (" …" if len(names) > SAID else "")},
            _("Bring MEDIA_ROOT back from a backup; a file there is named by its SHA-256, so none can be mistaken."),
        )


def permissions() -> Iterator[Finding]:
    """No other user of this machine can read what is not public."""
    private = [settings.BASE_DIR / ".env", Path(settings.MEDIA_ROOT)]
    if file := sqlite_file():
        private += [file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))]
    for path in private:
        if others_may_read(path):
            yield warning(
                _("Every user of this machine can read %(path)s.") % {"path": path},
                _("Run `chmod -R o-rwx %(path)s`.") % {"path": path},
            )


def others_may_read(path: Path) -> bool:
    """Whether somebody who is neither its owner nor of its group gets at it."""
    try:
        if not path.stat().st_mode & (stat.S_IXOTH if path.is_dir() else stat.S_IROTH):
            return False
        return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.absolute().parents)
    except OSError:
        return False
