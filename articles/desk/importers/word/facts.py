"""What is taken out of a file before pandoc reads it: pictures and comments, each with an anchor in its place, and what
is not to come out at all.

An anchor is a link to `#shaf-…`, which comes through pandoc where it stood. Links of the file's own to its own places
are taken out, so that none is taken for one of these.
"""

import hashlib
from collections.abc import Iterable

from articles.desk.importers.document import FilePicture
from articles.press.html.left_out import LONGEST, PLACE_LENGTH, LeftOut, last_words
from shaf.product.limits import FILE_PICTURES

ANCHOR = "shaf-"
PICTURE, REMARK, AGAIN = f"{ANCHOR}picture-", f"{ANCHOR}remark-", f"{ANCHOR}again-"
# Name → how a file of that kind begins, and where more of it must stand.
PICTURES = {"png": (b"\x89PNG", b""), "jpg": (b"\xff\xd8\xff", b""), "gif": (b"GIF8", b""), "webp": (b"RIFF", b"WEBP")}


class Facts:
    """`text`: all that a reader of the file sees, in pieces; `rtl`: whether its letters are mostly Arabic."""

    def __init__(self) -> None:
        self.pictures: dict[str, FilePicture] = {}
        self.remarks: dict[str, str] = {}
        self.text: list[str] = []
        self.recent = ""
        self._lost: list[LeftOut] = []

    @property
    def lost(self) -> tuple[LeftOut, ...]:
        """What is left out, its words cut to a length that can be said."""
        return tuple(
            LeftOut(one.kind, one.after, " ".join(one.what.split())[:LONGEST], one.address) for one in self._lost
        )

    @property
    def after(self) -> str:
        return last_words(self.recent)

    def say(self, text: str) -> None:
        self.text.append(text)
        self.recent = (self.recent + text)[-PLACE_LENGTH:]

    def lose(self, kind: str, what: str = "", address: str = "") -> None:
        """What is lost at one place in pieces is said as one."""
        last = self._lost[-1] if self._lost else None
        if last and what and (last.kind, last.after, last.address) == (kind, self.after, address):
            if len(last.what) < LONGEST:
                self._lost[-1] = LeftOut(kind, last.after, last.what + what, address)
        else:
            self._lost.append(LeftOut(kind, self.after, what, address))

    def lose_once(self, kind: str, what: str = "") -> None:
        if all(one.kind != kind for one in self._lost):
            self._lost.append(LeftOut(kind, "", what))

    def picture(self, data: bytes | None, alt: str) -> str:
        """The anchor of a picture; '' where it is left out, which is said."""
        extension = extension_of(data or b"")
        if data is None or not extension or len(self.pictures) >= FILE_PICTURES:
            self.lose("pictures" if data is None or extension else "drawings", alt)
            return ""
        anchor = f"{PICTURE}{len(self.pictures) + 1}"
        name = f"{hashlib.sha256(data).hexdigest()}.{extension}"
        self.pictures[anchor] = FilePicture(name, data, " ".join(alt.split()), self.after)
        return anchor

    def remark(self, lines: Iterable[str], by: str) -> str:
        """The anchor of a comment; '' where it says nothing."""
        text = "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
        if not text:
            return ""
        anchor = f"{REMARK}{len(self.remarks) + 1}"
        self.remarks[anchor] = f"{by}: {text}" if by.strip() else text
        return anchor


def extension_of(data: bytes) -> str:
    """'' for what is no picture that a browser shows."""
    return next((name for name, (start, more) in PICTURES.items() if data.startswith(start) and more in data[:16]), "")
