"""The zip of a Word or OpenDocument file, looked through before anything of it is believed.

Whatever is declared (sizes, names, numbers of things) is counted while it is unpacked, and counting stops at the bound.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from shaf.product.limits import FILE_DEPTH, FILE_ELEMENTS, FILE_ENTRIES, FILE_XML_BYTES, PICTURE_BYTES

CHUNK = 64 * 1024
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ENCRYPTED = 0x1
# “Strict” Office Open XML has names of its own for the same things (ISO/IEC 29500-1, annex A).
STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
} | {
    b"http://purl.oclc.org/ooxml/" + name + b"/" + part: b"http://schemas.openxmlformats.org/" + name + b"/2006/" + part
    for name, part in (
        (b"wordprocessingml", b"main"),
        (b"drawingml", b"main"),
        (b"drawingml", b"wordprocessingDrawing"),
        (b"drawingml", b"picture"),
        (b"drawingml", b"chart"),
        (b"drawingml", b"diagram"),
    )
}
# Programs in a document: Word's, as it names them, and OpenDocument's folders of them.
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/")


class Package:
    """The entries of a zip by name. Nothing is unpacked before it is asked for. Raises Unimportable."""

    def __init__(self, data: bytes) -> None:
        self.zip, self.entries = _opened(data)
        self.elements = self.unpacked = 0

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def names(self, prefix: str, suffix: str = "") -> list[str]:
        return [name for name in self.entries if name.startswith(prefix) and name.endswith(suffix)]

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part that is no larger than one may be."""
        data = b"".join(self._counted(name))
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in STRICT.items():
                data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise _broken(name) from error

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture, None where it is larger than one may be."""
        found = b""
        for chunk in self.chunks(name):
            found += chunk
            if len(found) > PICTURE_BYTES:
                return None
        return found

    def _counted(self, name: str) -> Iterator[bytes]:
        """The part in pieces, parsed beside: nothing of it is built before the whole of it is known to be small."""
        depth = 0

        def start(_tag: str, _attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self.elements += 1
            if self.elements > FILE_ELEMENTS:
                raise _hostile("elements", name, _("it has more than %(n)d elements") % {"n": FILE_ELEMENTS})
            if depth > FILE_DEPTH:
                raise _hostile("depth", name, _("its elements are nested more than %(n)d deep") % {"n": FILE_DEPTH})

        def end(_tag: str) -> None:
            nonlocal depth
            depth -= 1

        def doctype(*_declaration: object) -> None:
            raise _hostile("doctype", name, _("it declares a document type, which no such file needs"))

        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.StartDoctypeDeclHandler = doctype
        try:
            for chunk in self.chunks(name):
                self.unpacked += len(chunk)
                if self.unpacked > FILE_XML_BYTES:
                    raise _hostile(
                        "unpacked",
                        name,
                        _("unpacked it is larger than %(mb)d MB") % {"mb": FILE_XML_BYTES // 1_000_000},
                    )
                parser.Parse(chunk)
                yield chunk
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise _broken(name) from error

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self.zip.open(self.entries[name]) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        # zipfile raises NotImplementedError for a compression that it lacks, RuntimeError for an encrypted entry.
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise _broken(name) from error


def _opened(data: bytes) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    # zipfile raises NotImplementedError for an entry that wants a newer version of the format.
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unimportable(
            "broken",
            _("The file breaks off or is damaged."),
            _("Open it in the program that made it, save it anew, and bring that file."),
        ) from error
    if len(entries) > FILE_ENTRIES:
        raise _hostile("entries", "", _("it has more than %(n)d parts") % {"n": FILE_ENTRIES})
    found: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & ENCRYPTED:
            raise encrypted()
        if _leads_out(name) or entry.orig_filename != name:
            raise _hostile("name", name, _("it has a part whose name leads out of the file"))
        if name.casefold() in seen:
            raise _hostile("duplicate", name, _("it has this part twice"))
        seen.add(name.casefold())
        if entry.compress_type not in METHODS:
            raise _hostile("method", name, _("a part of it is packed as no word processor packs"))
        folded = name.casefold()
        if folded.endswith(MACROS) or (folded.startswith(MACRO_FOLDERS) and folded.endswith(".xml")):
            raise Unimportable(
                "macros",
                _("The file carries a program (a macro): %(part)s.") % {"part": _shown(name)},
                _("Save it as .docx or .odt without macros, and bring that file."),
            )
        if not entry.is_dir():
            found[name] = entry
    if sum(entry.compress_size for entry in entries) > len(data):
        raise _hostile("overlap", "", _("its parts lie one over another"))
    return archive, found


def _leads_out(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or ":" in name.split("/")[0]
        or posixpath.normpath(name).startswith("..")
        or "\x00" in name
    )


def encrypted() -> Unimportable:
    return Unimportable(
        "encrypted",
        _("The file is locked with a password."),
        _("Open it in the program that made it, save it without a password, and bring that file."),
    )


def _broken(part: str) -> Unimportable:
    return Unimportable(
        "broken",
        _("The file is damaged: its part %(part)s cannot be read.") % {"part": _shown(part)},
        _("Open it in the program that made it, save it anew, and bring that file."),
    )


def _hostile(code: str, part: str, why: str) -> Unimportable:
    reason = (
        _("The file was not read, because %(why)s: %(part)s.") if part else _("The file was not read, because %(why)s.")
    )
    return Unimportable(
        code,
        reason % {"why": why, "part": _shown(part)},
        _("Copy its text into a new document, save that, and bring it."),
    )


def _shown(part: str) -> str:
    """The name of a part as it is echoed: short, on one line, from left to right."""
    plain = "".join(c if c.isprintable() else "�" for c in part)
    return f"\u2066{plain[:80]}\u2069"
