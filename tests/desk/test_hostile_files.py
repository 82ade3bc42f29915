"""Files that are made to harm, and files that are not what they seem: one sentence each, and nothing is stored."""

import resource
import struct
import zipfile

import pytest
from django.utils import translation

from articles.desk.importers import formats
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.run import import_files
from articles.models import Article, Picture
from shaf.product import limits
from tests import factories as f
from tests.desk.test_import_reports import arabic
from tests.word_files import MAIN, docx, odt, p, part, parts, report, tp, zipped

pytestmark = [pytest.mark.one_database, pytest.mark.outer]
GOOD = parts(report(p("نص")))
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def declared(doctype):
    document = GOOD["word/document.xml"]
    head, rest = document.split("?>", 1)
    return zipped(GOOD | {"word/document.xml": f"{head}?>{doctype}{rest.replace('نص', '&a;')}"})


def locked():
    """The bit that says so is set in the entry and in the directory."""
    data = bytearray(docx(p("نص")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying():
    """A bomb whose directory says that it is small."""
    data = bytearray(zipped(GOOD | {"word/document.xml": part("document", " " * 60_000_000)}))
    at = data.rfind(b"PK\x01\x02", 0, data.find(b"word/document.xml", data.find(b"PK\x01\x02")))
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def packed_otherwise():
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
    return out.getvalue()


HOSTILE = {
    "a bomb of blanks": (zipped(GOOD | {"word/document.xml": part("document", " " * 60_000_000)}), "unpacked"),
    "a bomb that lies of its size": (lying(), "broken"),
    "a million elements": (docx("<w:p/>" * 1_000_000), "elements"),
    "elements in elements": (docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "depth"),
    "entities of entities": (declared(ENTITIES), "doctype"),
    "an entity from outside": (declared(OUTSIDE), "doctype"),
    "a part twice": (zipped([*GOOD.items(), ("word/document.xml", GOOD["word/document.xml"])]), "duplicate"),
    "a part twice but for its case": (zipped([*GOOD.items(), ("Word/Document.xml", "")]), "duplicate"),
    "an absolute name": (zipped(GOOD | {"/etc/passwd": "x"}), "name"),
    "a name that leads out": (zipped(GOOD | {"word/../../../x": "x"}), "name"),
    "a name of Windows": (zipped(GOOD | {"C:/x": "x"}), "name"),
    "ten thousand parts": (zipped(GOOD | {f"x/{n}": "" for n in range(10_000)}, packed=False), "entries"),
    "a program in it": (zipped(GOOD | {"word/vbaProject.bin": b"x"}), "macros"),
    "a document that may have programs": (
        docx(
            p("نص"),
            content_type=MAIN.replace("openxmlformats-officedocument", "ms-word").replace(
                "document.main", "document.macroEnabled.main"
            ),
        ),
        "kind",
    ),
    "a program in an OpenDocument": (odt(tp("نص"), more={"Basic/Standard/Module1.xml": "x"}), "macros"),
    "locked entries": (locked(), "encrypted"),
    "a locked Word file": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a locked OpenDocument": (
        odt(
            tp("نص"),
            more={
                "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
            },
        ),
        "encrypted",
    ),
    "lists in lists": (
        odt("<text:list><text:list-item>" * 30 + tp("a") + "</text:list-item></text:list>" * 30),
        "depth",
    ),
    "blanks without end": (odt(tp('<text:s text:c="999999999"/>')), "body.missing"),
    "a field without an end": (docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000)), "body.missing"),
    "cut in the middle": (docx(p("نص"))[:900], "broken"),
    "a part that is no XML": (zipped(GOOD | {"word/document.xml": "<w:document"}), "broken"),
    "a document without a body": (zipped(GOOD | {"word/document.xml": part("document", "")}), "broken"),
    "no text in it": (docx(p("")), "body.missing"),
    "bytes that are wrong": (docx(p("نص"))[:-60] + b"\x00" * 60, "broken"),
    "packed in another way": (packed_otherwise(), "method"),
    "a table past all measure": (
        docx("<w:tbl>" + ("<w:tr>" + "<w:tc/>" * 50 + "</w:tr>") * 500 + "</w:tbl>"),
        "too_large",
    ),
    "an old Word file": (OLE, "kind"),
    "a PDF with Word's name": (b"%PDF-1.7\n...", "kind"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "kind"),
    "an archive": (zipped({"a.txt": "x"}), "zip"),
    "a spreadsheet": (zipped({"xl/workbook.xml": "x"}), "kind"),
    "nothing": (b"", "empty"),
    "blanks": (b"  \n ", "empty"),
    "too large a file": (b"PK\x03\x04" + b"\x00" * limits.FILE_BYTES, "too_large"),
    "another encoding": ("عنوان\nنص".encode("windows-1256"), "not_utf8"),
    "a page in an encoding that it is not in": (
        b'<html><meta charset="iso-8859-6"><p>\xa1\xa2</p>',
        "encoding",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name):
    data, code = HOSTILE[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with translation.override("ar"), pytest.raises(Unimportable) as refused:
        formats.read(data, "archive.zip" if code == "zip" else "تقرير.docx")
    assert refused.value.code == code.replace("zip", "kind")
    assert refused.value.reason.count("\n") == 0
    assert refused.value.remedy
    # Kilobytes, of this process; pandoc has its own bound.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


@pytest.mark.django_db
def test_one_bad_file_stops_no_other_and_leaves_nothing(tmp_path):
    f.make_publisher()
    f.make_branch()
    writer = f.make_user("writer", role="writer")
    for place, (data, _code) in enumerate(list(HOSTILE.values())[4:12]):
        (tmp_path / f"bad{place}.docx").write_bytes(data)
    (tmp_path / "good.txt").write_text(arabic())
    outcomes = import_files([tmp_path], by=writer)
    assert [outcome.result for outcome in outcomes] == ["refused"] * 8 + ["created"]
    assert all(outcome.path and outcome.reason and outcome.remedy for outcome in outcomes[:8])
    assert (Article.objects.count(), Picture.objects.count()) == (1, 0)
