"""A page in HTML → Document. Pictures come along that are in it (`data:`); nothing is fetched."""

import base64
import binascii
import hashlib
import re
from urllib.parse import unquote_to_bytes

from articles.desk.article.said import gettext as _
from articles.desk.importers import decode, rich, web_notes
from articles.desk.importers.document import Document, FilePicture
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.word.facts import extension_of
from shaf.product.limits import BODY_BYTES, FILE_PICTURES, PICTURE_BYTES

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
# What Arabic pages were written in before UTF-8.
OLD = {"windows-1256", "cp1256", "iso-8859-6", "windows-1252", "iso-8859-1"}
IMAGE = re.compile(r"(<img\b[^>]*?\bsrc\s*=\s*)(\"data:image/[^\"]*\"|'data:image/[^']*')", re.IGNORECASE)
DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=-]+)*),(.*)", re.DOTALL)


def read(data: bytes, name: str) -> Document:
    """Raises Unimportable."""
    text = decode.decode(data.decode(_charset(data), errors="strict").encode() if _charset(data) else data)
    pictures: dict[str, FilePicture] = {}

    def taken_out(found: re.Match[str]) -> str:
        picture = _picture(found[2][1:-1])
        if picture is None or (picture.name not in pictures and len(pictures) >= FILE_PICTURES):
            return f'{found[1]}"data:,"'
        pictures[picture.name] = picture
        return f'{found[1]}"/media/{picture.name}"'

    text = IMAGE.sub(taken_out, text)
    if len(text.encode()) > BODY_BYTES:
        raise decode.too_large()
    return rich.document(rich.Text(web_notes.ours(text), name, pictures=pictures.values()))


def _charset(data: bytes) -> str:
    """The old encoding that the page declares and is in; '' for UTF-8."""
    found = CHARSET.search(data[:4096])
    charset = found[1].decode("ascii").lower() if found else ""
    if charset not in OLD or data.startswith(b"\xef\xbb\xbf"):
        return ""
    try:
        data.decode(charset)
    except UnicodeDecodeError as error:
        raise Unimportable(
            "encoding",
            _("The page says that it is in %(encoding)s, and it is not.") % {"encoding": charset},
            _("Open it in a browser, copy the text into a Word file, and bring that."),
        ) from error
    return charset


def _picture(address: str) -> FilePicture | None:
    found = DATA.fullmatch(address)
    if not found or len(address) > 2 * PICTURE_BYTES:
        return None
    try:
        content = unquote_to_bytes(found[2])
        data = base64.b64decode(content, validate=False) if ";base64" in found[1] else content
    except (binascii.Error, ValueError):
        return None
    extension = extension_of(data)
    return FilePicture(f"{hashlib.sha256(data).hexdigest()}.{extension}", data) if extension else None
