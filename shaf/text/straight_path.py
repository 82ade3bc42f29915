"""A path of an address without what chat apps, word processors and typing hands did to it.

Pure: text in, text out.
"""

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from shaf.text import arabic

ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
# What typing and sending makes of a slug's hyphen: blanks, controls, dashes, the sign of minus.
PARTED = re.compile("[\\s\x1c-\x1f\u2010-\u2015\u2212]+")
# Each app on the way may have encoded once more; nobody has seen four.
TIMES = 3


def straight(path: str) -> str:
    """Decoded, in NFKC without invisible characters, digits in ASCII, single slashes, nothing glued to its end.

    With a slash at both ends; '' where nothing is left.
    """
    text = decoded(path).partition("?")[0].partition("#")[0]
    text = arabic.normalised("NFKC", arabic.INVISIBLE.sub("", text))
    segments = [PARTED.sub("-", segment.strip()) for segment in arabic.ascii_digits(text).split("/")]
    while segments and not (last := _unglued(segments[-1])):
        segments.pop()
    if not segments:
        return "" if path.strip("/") else "/"
    segments = [segment for segment in (*segments[:-1], last) if segment]
    if segments[0].lower() == "en":
        segments[0] = "en"
    return "/" + "/".join(segments) + "/"


def decoded(path: str) -> str:
    """Escapes undone until none is left; bytes that are no UTF-8 are taken for Windows-1256, as old programs send."""
    path = path.encode("utf-8", "replace").decode()
    for _time in range(TIMES):
        if not ESCAPE.search(path):
            break
        raw = unquote_to_bytes(path)
        try:
            path = raw.decode()
        except UnicodeDecodeError:
            path = raw.decode("cp1256", "replace")
    return path


def _unglued(segment: str) -> str:
    """Without the full stop, comma, quotation mark, bracket or whatever else a sentence put after it.

    A slug ends with a letter, a mark on one, or a digit.
    """
    end = len(segment)
    while end and unicodedata.category(segment[end - 1])[0] not in "LMN":
        end -= 1
    return segment[:end]
