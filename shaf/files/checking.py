"""What a file is by its content, and whether readers may be given it. Its name says nothing.

Nothing is unpacked or run here: a packed spreadsheet is judged by the list of its parts. What is let in is served as a
download alone (articles/desk/pictures/media.py), so no browser shows it at our address.
"""

import io
import re
import zipfile
import zlib

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shaf.product.limits import (
    REPORT_FILE_BYTES,
    REPORT_FILE_ENTRIES,
    REPORT_FILE_MB,
    REPORT_FILE_UNPACKED_BYTES,
)

ACCEPT = ".pdf,.csv,.xlsx,.ods"
MESSAGES: dict[str, Promise] = {
    "empty": _("The file is empty. Choose another."),
    "size": format_lazy(_("The file is larger than {mb} MB. Make it smaller and upload it again."), mb=REPORT_FILE_MB),
    "kind": _("This is no PDF, CSV, XLSX or ODS file, whatever its name says. Save it as one of these."),
    "old": _("This is a file of an old Excel or Word. Save it as .xlsx, or as PDF, and upload that."),
    "cut": _("The file is damaged or cut short. Save it again and upload it once more."),
    "locked": _("The file is protected by a password. Save it without one and upload it again."),
    "active": _("The file holds a program (a script, a macro or another file within). Save it without, and upload it."),
    "packed": _("The file unpacks to more than anybody can open. Save it with less in it."),
    "encoding": _("The table is not written in UTF-8. Save it as “CSV UTF-8” and upload it again."),
    "formula": _("A cell of the table begins with a formula, which a spreadsheet would carry out. Save its values."),
    "storage": _("The file cannot be stored at the moment, and none of it was kept. Upload it again in a minute."),
}
# Names of PDF (ISO 32000-1, 7.3.5) that start something: scripts, other programs, files within.
STARTS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECTS = re.compile(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
# Of all the packed objects of one PDF; what is packed beyond is not looked at.
OBJECT_BYTES = 100_000_000
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = b"PK\x03\x04"
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
PROGRAMS = re.compile(r"(?:^|/)(?:vba\w*\.bin|activex/|embeddings/|externallinks/|macrosheets/|basic/|scripts/)", re.I)
# A cell that a spreadsheet computes, but for numbers with a sign (OWASP, CSV Injection).
FORMULA = re.compile(r'(?:^|[,;\t])\s*"?\s*(?:=|[@+-][^\d\s.,;\t][^,;\t\n]*[|(!])', re.MULTILINE)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class FileRefused(ValueError):
    """`code` is stable; `message` says what is wrong with the file and what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code]


def extension_of(data: bytes) -> str:
    """pdf, csv, xlsx or ods: what the bytes are. Raises FileRefused."""
    if not data:
        raise FileRefused("empty")
    if len(data) > REPORT_FILE_BYTES:
        raise FileRefused("size")
    if data.startswith(b"%PDF-"):
        _check_pdf(data)
        return "pdf"
    if data.startswith(ZIP):
        return _spreadsheet(data)
    if data.startswith(OLD_OFFICE):
        raise FileRefused("old")
    _check_table(data)
    return "csv"


def _check_pdf(data: bytes) -> None:
    """Whole, open, and without what starts something, also where it is packed or its name is spelled in figures."""
    if b"%%EOF" not in data[-2048:]:
        raise FileRefused("cut")
    if b"/Encrypt" in data:
        raise FileRefused("locked")
    left = OBJECT_BYTES
    parts = [data]
    for found in OBJECTS.finditer(data):
        try:
            unpacked = zlib.decompressobj().decompress(data[found.end() :], left)
        except zlib.error:
            continue
        parts.append(unpacked)
        left -= len(unpacked)
        if left <= 0:
            raise FileRefused("packed")
    for part in parts:
        if STARTS.search(ESCAPED.sub(lambda figures: bytes([int(figures[1], 16)]), part) if b"#" in part else part):
            raise FileRefused("active")


def _spreadsheet(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            _check_entries(entries)
            names = {entry.filename for entry in entries}
            kind = _kind(packed, names)
    except FileRefused:
        raise
    # zipfile raises NotImplementedError for a compression that it lacks, RuntimeError for an encrypted entry,
    # ValueError and OSError for a place outside the file, EOFError and zlib.error for an entry that ends early.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, RuntimeError) as error:
        raise FileRefused("cut") from error
    return kind


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > REPORT_FILE_ENTRIES or sum(one.file_size for one in entries) > REPORT_FILE_UNPACKED_BYTES:
        raise FileRefused("packed")
    for one in entries:
        if one.flag_bits & 0x1:
            raise FileRefused("locked")
        if one.compress_type not in METHODS:
            raise FileRefused("cut")
        if PROGRAMS.search(one.filename):
            raise FileRefused("active")


def _kind(packed: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names and "[Content_Types].xml" in names:
        if b"macroEnabled" in _beginning(packed, "[Content_Types].xml"):
            raise FileRefused("active")
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        said = _beginning(packed, "mimetype").strip()
        if said == b"application/vnd.oasis.opendocument.spreadsheet":
            return "ods"
    raise FileRefused("kind")


def _beginning(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        return part.read(1_000_000)


def _check_table(data: bytes) -> None:
    """Text in lines, of cells between commas, semicolons or tabs."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What a program wrote has zeros in it; what is left is text of another encoding.
        raise FileRefused("kind" if b"\x00" in data[:4096] else "encoding") from error
    if CONTROLS.search(text) or text.lstrip().startswith(("<", "{", "[")):
        raise FileRefused("kind")
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if not any(all(sign in line for line in lines) for sign in ",;\t") or not lines:
        raise FileRefused("kind")
    if FORMULA.search(text):
        raise FileRefused("formula")
