"""Bytes → text, or a refusal. Nothing is guessed: a wrong guess at an encoding turns a report into nonsense."""

import re
from pathlib import Path

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from shaf.product.limits import BODY_BYTES
from shaf.text import arabic

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A page's end; old programs put it between lines, and some at the beginning of one.
PAGE_END = "\x0c"
# Controls that neither end a line nor separate words, and the characters that Unicode keeps from text.
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# The mark of a lost character.
LOST = "\ufffd"


def read(path: Path) -> str:
    """The file's text in NFC with LF line ends and without a byte order mark. Raises Unimportable."""
    try:
        if path.stat().st_size > BODY_BYTES:
            raise too_large()
        data = path.read_bytes()
    except OSError as error:
        raise Unimportable(
            "unreadable",
            _("The file cannot be read: %(error)s.") % {"error": error.strerror},
            _("Check the path and the rights to read it."),
        ) from error
    return decode(data)


def decode(data: bytes) -> str:
    """As `read`, from bytes."""
    if data.startswith(UTF_16):
        raise _not_utf8(None)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data.count(b"\n", 0, error.start) + 1) from error
    text = arabic.separated(text.replace(PAGE_END, "\n"))
    if found := NOT_TEXT.search(text):
        raise Unimportable(
            "binary",
            _("The file holds a control character (U+%(code)s), so it is not plain text.")
            % {"code": f"{ord(found[0]):04X}"},
            _("Save the document as plain text in UTF-8."),
            line=_line_of(text, found.start()),
        )
    if (lost := text.find(LOST)) >= 0:
        raise Unimportable(
            "lost_character",
            _("The text holds the mark “�” of a character that was lost when it was converted."),
            _("Save the original as plain text in UTF-8 once more."),
            line=_line_of(text, lost),
        )
    if not text.strip():
        raise Unimportable("empty", _("The file is empty."), _("Remove it, or save the report into it."))
    return arabic.composed(text)


def too_large() -> Unimportable:
    return Unimportable(
        "too_large",
        _("The file is larger than 3 MB."),
        _("A report's text is far smaller: take pictures and tables out, or split the file."),
    )


def _not_utf8(line: int | None) -> Unimportable:
    return Unimportable(
        "not_utf8",
        _("The file is not UTF-8."),
        _("Save it as plain text with the encoding UTF-8; Windows calls other encodings “ANSI” and “Unicode”."),
        line=line,
    )


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
