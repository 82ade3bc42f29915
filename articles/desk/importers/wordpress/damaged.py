"""Arabic that was read in a wrong encoding once («Ø§Ù„Ù†Øµ» or «ط§ظ„ظ†طµ»): found, and read anew.

UTF-8 has each Arabic letter as one of D8 to DB and a byte from 80 to BF; read as windows-1252 or windows-1256 they are
the two characters that are looked for here.
"""

import re
from collections.abc import Iterator

ENCODINGS = ("cp1252", "cp1256")
LEADS = (0xD8, 0xD9, 0xDA, 0xDB)
SHORTEST = 3


def _decoded(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        # As browsers read what the table leaves open.
        return chr(byte)


TABLES = {encoding: {_decoded(byte, encoding): byte for byte in range(0x80, 0x100)} for encoding in ENCODINGS}


def _letters(characters: Iterator[str]) -> str:
    return "".join(map(re.escape, characters))


RUNS = {
    encoding: re.compile(
        f"(?:[{_letters(_decoded(lead, encoding) for lead in LEADS)}]"
        f"[{_letters(_decoded(byte, encoding) for byte in range(0x80, 0xC0))}][ -?\\[-~\\s]{{0,3}}){{{SHORTEST},}}"
    )
    for encoding in ENCODINGS
}


def is_damaged(text: str) -> bool:
    return any(_sound(run[0], encoding) for encoding in ENCODINGS for run in RUNS[encoding].finditer(text))


def repaired(text: str) -> str:
    """The text with each such run read as what it was; what does not give Arabic stays."""
    for encoding in ENCODINGS:
        text = RUNS[encoding].sub(lambda run, encoding=encoding: _sound(run[0], encoding) or run[0], text)
    return text


def _sound(run: str, encoding: str) -> str:
    """What the run was before it was damaged; '' where it was no UTF-8."""
    table = TABLES[encoding]
    try:
        return bytes(table.get(sign) or ord(sign) for sign in run).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return ""
