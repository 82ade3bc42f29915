"""Every kind of file, known by its content and not by its name: which are read, and what to do with the others.

A format is a row: its kind, its suffix and its reader. A reader takes the bytes and the file's name
without its suffix, and gives a Document or raises Unimportable.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.desk.article.said import gettext as _
from articles.desk.importers import decode, markdown, plain_text, web_page
from articles.desk.importers.document import Document
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.word import reader as word
from articles.desk.importers.word.package import Package, encrypted
from shaf.product.limits import BODY_BYTES, FILE_BYTES, FILE_MB

Reader = Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class Format:
    kind: str
    suffix: str
    read: Reader


def _text(data: bytes, _name: str) -> Document:
    if len(data) > BODY_BYTES:
        raise decode.too_large()
    return plain_text.parse(decode.decode(data))


FORMATS = {
    one.kind: one
    for one in (
        Format("text", ".txt", _text),
        Format("word", ".docx", word.read_word),
        Format("open_document", ".odt", word.read_open_document),
        Format("web_page", ".html", web_page.read),
        Format("markdown", ".md", markdown.read),
    )
}
# Suffix → kind, of text: bytes alone do not tell Markdown from plain text.
SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "web_page", ".htm": "web_page"}
# What a folder is searched for.
BROUGHT = (*(one.suffix for one in FORMATS.values()), ".htm", ".markdown")

SAVE_AS_DOCX = gettext_lazy("Open it in its program, save it as .docx, and bring that file.")
BRING_WORD = gettext_lazy("Bring the Word file that it was made of.")
INSERT_PICTURE = gettext_lazy("Bring the report's text, and insert the picture into it at the desk.")
# Kind → what it is called, and the remedy.
UNREAD: dict[str, tuple[str | Promise, str | Promise]] = {
    "doc": (gettext_lazy("an old Word file (.doc)"), SAVE_AS_DOCX),
    "rtf": (gettext_lazy("a Rich Text file (.rtf)"), SAVE_AS_DOCX),
    "pdf": (gettext_lazy("a PDF"), BRING_WORD),
    "picture": (gettext_lazy("a picture"), INSERT_PICTURE),
    "macros": (
        gettext_lazy("a Word file with programs in it (.docm, .dotm)"),
        gettext_lazy("Save it as .docx, and bring that file."),
    ),
    "template": (gettext_lazy("a Word template (.dotx)"), SAVE_AS_DOCX),
    "sheet": (gettext_lazy("a spreadsheet"), gettext_lazy("Copy its tables into the Word file of the report.")),
    "slides": (gettext_lazy("a presentation"), gettext_lazy("Bring the report's text as a Word file.")),
    "book": (gettext_lazy("an e-book (.epub)"), BRING_WORD),
    "pages": (gettext_lazy("a file of Pages"), gettext_lazy("Export it from Pages as Word (.docx), and bring that.")),
    "other_document": (
        gettext_lazy("another kind of OpenDocument file"),
        gettext_lazy("Save the text as .odt or .docx."),
    ),
    "zip": (gettext_lazy("an archive (zip)"), gettext_lazy("Unpack it, and bring the files that are in it.")),
    "archive": (gettext_lazy("an archive"), gettext_lazy("Unpack it, and bring the files that are in it.")),
    "media": (gettext_lazy("sound or film"), gettext_lazy("Bring the report's text as a Word file.")),
    "program": (gettext_lazy("a program"), gettext_lazy("Bring the report's text as a Word file.")),
    "wordpress": (
        gettext_lazy("an export of WordPress"),
        gettext_lazy("Have the operator bring it with manage.py import_wordpress."),
    ),
}
# How a file of the kind begins.
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x01\x00\x00\x00", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "media"),
    (b"OggS", "media"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Of a stream in Microsoft's compound file, as it names it.
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
PARTS = (("xl/", "sheet"), ("ppt/", "slides"), ("META-INF/container.xml", "book"), ("Index/Document.iwa", "pages"))
HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|h[1-6]|p|div|table)[\s>]", re.I | re.S
)


def kind_of(data: bytes, name: str) -> str:
    """The kind of a file: a key of FORMATS or of UNREAD. Raises Unimportable for what is empty, locked or broken."""
    if not data.strip():
        raise Unimportable("empty", _("The file is empty."), _("Remove it, or save the report into it."))
    suffix = PurePath(name).suffix.lower()
    if data.startswith(OLE):
        if ENCRYPTED_STREAM in data:
            raise encrypted()
        return {".xls": "sheet", ".ppt": "slides"}.get(suffix, "doc")
    if data.startswith(ZIP):
        return _kind_of_zip(Package(data), suffix)
    if data[:4] == b"RIFF":
        return "picture" if data[8:12] == b"WEBP" else "media"
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in {b"avif", b"heic", b"mif1"} else "media"
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning) and not (len(beginning) < 3 and _is_text(data)):
            return kind
    return _kind_of_text(data, suffix)


def _is_text(data: bytes) -> bool:
    return b"\x00" not in data[:4096]


def _kind_of_zip(package: Package, suffix: str) -> str:
    if word.is_word(package):
        declared = b"".join(package.chunks("[Content_Types].xml"))[:200_000]
        if b"macroEnabled" in declared:
            return "macros"
        return "template" if b"template.main+xml" in declared else "word"
    if word.is_open_document(package):
        return "open_document"
    for part, kind in PARTS:
        if any(package.names(part)):
            return kind
    if "mimetype" in package:
        return "other_document"
    if suffix in {".docx", ".odt"}:
        raise Unimportable(
            "broken",
            _("The file has the name of a text document, and none is in it."),
            _("Open it in the program that made it, save it anew, and bring that file."),
        )
    return "zip"


def _kind_of_text(data: bytes, suffix: str) -> str:
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"<rss" in start and b"wordpress.org/export" in start:
        return "wordpress"
    if HTML.match(start) or b"<!DOCTYPE html" in start[:500]:
        return "web_page"
    if suffix in SUFFIXES and _is_text(data):
        return SUFFIXES[suffix]
    return "text"


def read(data: bytes, name: str, *, draft: bool = False) -> Document:
    """The document of a file. Raises Unimportable: for what is not read, by the name of its kind and with a remedy.

    `draft`: whether somebody looks at it before it is stored, so that plain text may lack what it must have otherwise.
    """
    if len(data) > FILE_BYTES:
        raise Unimportable(
            "too_large",
            _("The file is larger than %(mb)d MB.") % {"mb": FILE_MB},
            _("Make the pictures in it smaller, or take them out and insert them at the desk."),
        )
    kind = kind_of(data, name)
    if kind in UNREAD:
        label, remedy = UNREAD[kind]
        raise Unimportable("kind", _("The file is %(kind)s, which is not read.") % {"kind": label}, str(remedy))
    if kind == "text" and draft and len(data) <= BODY_BYTES:
        return plain_text.draft(decode.decode(data), PurePath(name).stem)
    try:
        return FORMATS[kind].read(data, PurePath(name).stem)
    except RecursionError as error:
        raise Unimportable(
            "too_large", _("The text is too large, or nested too deeply."), _("Split the file.")
        ) from error
