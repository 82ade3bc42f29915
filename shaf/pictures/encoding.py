"""Uploaded pictures: decoded, re-encoded without metadata, and stored under the hash of what was encoded; and the same
pictures at smaller widths, stored beside them under `<name>.w<width>.<format>`.

One service for cover, editor, register and importers (OWASP File Upload; the limits are decoder.py's).
"""

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shaf.pictures.storage import content_name
from shaf.product.limits import PICTURE_BYTES, PICTURE_MB

WALL_SECONDS = 20
# Pixels. A picture is never enlarged: of a narrower one there are only the widths that it reaches.
WIDTHS = (320, 640, 960, 1280, 1920)
READERS_WIDTH = 1280
DECODER = Path(__file__).with_name("decoder.py")
MESSAGES: dict[str, Promise] = {
    "empty": _("The file is empty. Choose a picture."),
    "size": format_lazy(_("The picture is larger than {mb} MB. Make it smaller and upload it again."), mb=PICTURE_MB),
    "format": _("This is not a PNG, JPEG, WebP or GIF picture. Save it in one of these formats and upload it again."),
    "pixels": _("The picture has more than 40 million pixels, or a side over 12,000. Make it smaller."),
    "broken": _("The picture is damaged and cannot be read. Save it again and upload it once more."),
    "slow": _("The picture took too long to read. Save it again in a simpler form and upload it once more."),
    "storage": _("The picture cannot be stored at the moment, and none of it was kept. Upload it again in a minute."),
}

logger = logging.getLogger(__name__)


class PictureRefused(ValueError):
    """`code` is stable; `message` says what is wrong with the file and what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code]


@dataclass(frozen=True, slots=True)
class Reencoded:
    """`width` and `height` in pixels."""

    data: bytes
    extension: str
    width: int
    height: int

    @property
    def name(self) -> str:
        return content_name(self.data, self.extension)


def reencode(data: bytes) -> Reencoded:
    """The first frame of a PNG, JPEG, WebP or GIF, upright, without metadata. Raises PictureRefused."""
    if not data:
        raise PictureRefused("empty")
    if len(data) > PICTURE_BYTES:
        raise PictureRefused("size")
    answer, encoded = _decoder(data)
    return Reencoded(encoded, answer["extension"], answer["width"], answer["height"])


@dataclass(frozen=True, slots=True)
class Size:
    """A picture at another width. `format` is also the extension."""

    data: bytes
    format: str
    width: int
    height: int


def sizes(data: bytes, width: int) -> list[Size]:
    """A stored picture that is `width` pixels wide at each of WIDTHS, as AVIF and as WebP. Raises PictureRefused."""
    widths = [str(smaller) for smaller in WIDTHS if smaller <= width]
    if not widths:
        return []
    answer, encoded = _decoder(data, *widths)
    made, start = [], 0
    for size in answer["sizes"]:
        end = start + size["bytes"]
        made.append(Size(encoded[start:end], size["format"], size["width"], size["height"]))
        start = end
    return made


def size_name(picture: str, width: int, extension: str) -> str:
    """The name under which a picture's other size is stored; it begins with the picture's."""
    return f"{picture}.w{width}.{extension}"


def readers_size(picture: str, width: int, height: int) -> tuple[str, int, int]:
    """What goes to readers elsewhere, who have no page that chooses a size: the name, width and height of the widest
    WebP up to READERS_WIDTH, or of the picture itself where it is narrower than any. Sizes in pixels.
    """
    reached = [smaller for smaller in WIDTHS if smaller <= min(width, READERS_WIDTH)]
    if not reached:
        return picture, width, height
    return size_name(picture, reached[-1], "webp"), reached[-1], max(1, round(height * reached[-1] / width))


def _decoder(data: bytes, *arguments: str) -> tuple[dict[str, Any], bytes]:
    """What decoder.py answers, in a process of its own. Raises PictureRefused."""
    try:
        decoder = subprocess.run(  # noqa: S603 -- our own script, and the data goes to its standard input
            [sys.executable, "-I", str(DECODER), *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PictureRefused("slow") from error
    if decoder.returncode:
        raise PictureRefused("slow" if decoder.returncode < 0 else "broken")
    header, _newline, encoded = decoder.stdout.partition(b"\n")
    answer = json.loads(header)
    if code := answer.get("refused"):
        raise PictureRefused(code)
    return answer, encoded


def store(picture: Reencoded) -> str:
    """Store a picture; returns its name. The same bytes are stored once. Raises PictureRefused."""
    try:
        return default_storage.save(picture.name, ContentFile(picture.data))
    except OSError as error:
        logger.error("The picture %s cannot be stored: %s", picture.name, error)
        raise PictureRefused("storage") from error


def store_size(picture: str, size: Size) -> str:
    """Store another size of the picture of this name, in the place of an older making; returns its own name. Raises
    OSError.
    """
    name = size_name(picture, size.width, size.format)
    default_storage.delete(name)
    return default_storage.save(name, ContentFile(size.data))
