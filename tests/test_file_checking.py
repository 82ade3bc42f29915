"""Which files a report may carry: judged by what they are."""

import pytest

from shaf.files.checking import MESSAGES, FileRefused, extension_of
from shaf.product import limits
from tests.report_files import TABLE, ods, packed, pdf, xlsx

pytestmark = pytest.mark.one_database

SOUND = {
    "pdf": pdf(),
    "a pdf that speaks of scripts": pdf(b"5 0 obj (a /JavaScripting course) endobj\n"),
    "csv": TABLE,
    "csv with a mark": b"\xef\xbb\xbf" + TABLE,
    "csv of numbers with signs": "أ;ب\n-5,2;+3\n-1 (تقدير);(2)\n".encode(),
    "csv with handles": b"who\twhat\n@shaf\treport\n",
    "xlsx": xlsx(),
    "ods": ods(),
}
REFUSED = {
    "empty": (b"", "empty"),
    "nothing known": (b"\x89PNG\r\n\x1a\n\x00\x00", "kind"),
    "a page": (b"<html>,</html>\n<p>,</p>", "kind"),
    "prose": ("نص بلا أعمدة\nسطر آخر".encode(), "kind"),
    "a cut pdf": (pdf()[:-8], "cut"),
    "a locked pdf": (pdf(b"6 0 obj <</Encrypt 7 0 R>> endobj\n"), "locked"),
    "a pdf with a script": (pdf(b"5 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj\n"), "active"),
    "a pdf with a script in figures": (pdf(b"5 0 obj <</S /J#61vaScript>> endobj\n"), "active"),
    "a pdf with a packed script": (pdf(packed=b"5 0 <</S /JavaScript>>"), "active"),
    "a pdf that starts a program": (pdf(b"5 0 obj <</S /Launch /F (cmd.exe)>> endobj\n"), "active"),
    "a pdf with a file within": (pdf(b"5 0 obj <</Names <</EmbeddedFiles 6 0 R>>>> endobj\n"), "active"),
    "an old excel": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "old"),
    "a word file": (packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), "kind"),
    "a zip": (packed({"a.txt": b"a"}), "kind"),
    "a cut xlsx": (xlsx()[:-30], "cut"),
    "an xlsx with macros": (xlsx(**{"xl/vbaProject.bin": b"x"}), "active"),
    "an xlsm": (xlsx(**{"[Content_Types].xml": b'<Override ContentType="x.sheet.macroEnabled.main+xml"/>'}), "active"),
    "an xlsx that reads another": (xlsx(**{"xl/externalLinks/externalLink1.xml": b"<x/>"}), "active"),
    "an ods with macros": (ods(**{"Basic/Standard/Module1.xml": b"<x/>"}), "active"),
    "a csv of windows-1256": ("السنة,السكان\n".encode("windows-1256"), "encoding"),
    "a csv with a formula": (b'name,value\n"=HYPERLINK(""http://x"",1)",2\n', "formula"),
    "a csv with a command": (b"name,value\n1,-cmd|'/c calc'!A0\n", "formula"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_let_in(name):
    assert extension_of(SOUND[name]) in name.split()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_and_why(name):
    data, code = REFUSED[name]
    with pytest.raises(FileRefused) as refused:
        extension_of(data)
    assert refused.value.code == code
    assert refused.value.message == MESSAGES[code]


def test_what_is_too_large_or_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("shaf.files.checking.REPORT_FILE_BYTES", 100)
    with pytest.raises(FileRefused, match="size"):
        extension_of(pdf())
    monkeypatch.undo()
    monkeypatch.setattr("shaf.files.checking.REPORT_FILE_UNPACKED_BYTES", 1_000_000)
    with pytest.raises(FileRefused, match="packed"):
        extension_of(xlsx(**{"xl/worksheets/sheet1.xml": b"0" * 1_000_001}))
    monkeypatch.setattr("shaf.files.checking.REPORT_FILE_ENTRIES", 50)
    with pytest.raises(FileRefused, match="packed"):
        extension_of(xlsx(**{f"xl/{n}.xml": b"" for n in range(50)}))


def test_the_bounds_go_together():
    assert limits.REPORT_FILE_MB < limits.POST_MB
