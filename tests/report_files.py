"""Small files of each kind that a report may carry, made here byte by byte."""

import io
import zipfile
import zlib

TABLE = "السنة,السكان\n2020,102\n2021,104\n".encode()


def pdf(more: bytes = b"", *, packed: bytes = b"") -> bytes:
    """A PDF of one empty page, with more objects; `packed`: what is in a stream of objects."""
    stream = zlib.compress(packed)
    objects = b"4 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream endobj\n"
    return (
        b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
        b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\n"
        + more
        + (objects % (len(stream), stream) if packed else b"")
        + b"trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
    )


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def xlsx(**more: bytes) -> bytes:
    return packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", **more})


def ods(**more: bytes) -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<document/>", **more})
