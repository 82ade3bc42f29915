"""The address of a link as it was meant: without the blanks and the unseen controls that copying and typing add.

Pure: text in, text out. Whether there is anything at that address nobody asks.
"""

import re
import unicodedata
from urllib.parse import quote, urlsplit

from shaf.text import arabic

SCHEMES = {"http", "https", "mailto", "tel"}
# Inside a word these two are letters' business (Persian has addresses with them); everywhere else they are nothing.
JOINERS = "\u200c\u200d"
# RFC 3966, 3: a number with visual separators, and its parameters.
NUMBER = re.compile(r"[+*#().-]*[0-9][0-9+*#().-]*(;[\w=.+-]+)*", re.ASCII)
# Blanks and quotation marks together are a tag that somebody tore, not an address.
TORN = re.compile(r"\s.*[\"<>]|[\"<>].*\s", re.DOTALL)
# What no address has: controls, which browsers leave out too (URL Standard, 4.4), unseen format characters, line ends.
NOTHING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def straightened(address: str) -> str | None:
    """The address with blanks escaped and controls gone; None where it leads nowhere that may be linked to.

    Reading the result again yields it again. Its letters stay as they are: another spelling may be another page.
    """
    text = "".join(c for c in address if c in JOINERS or unicodedata.category(c) not in NOTHING)
    text = re.sub(rf"^[\s{JOINERS}]+|[\s{JOINERS}]+$", "", text)
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if not scheme:
        own = text.startswith(("/", "#")) and not text.startswith(("//", "/\\"))
        return _escaped(text) if own else None
    if scheme not in SCHEMES:
        return None
    rest = text[len(scheme) + 1 :]
    match scheme:
        case "tel":
            number = re.sub(rf"[\s{JOINERS}]", "", arabic.ascii_digits(rest))
            return f"{text[:4]}{number}" if NUMBER.fullmatch(number) else None
        case "mailto":
            people, question, letter = rest.partition("?")
            people = re.sub(r"\s", "", people)
            return f"{text[:7]}{_escaped(people + question + letter)}" if people or letter else None
        case _:
            torn = _escaped(parts.netloc) != parts.netloc or TORN.search(text)
            return None if torn else _escaped(text)


def _escaped(text: str) -> str:
    """Blanks of every kind as %20; joiners in the bytes that a browser would send for them."""
    text = re.sub(r"\s", "%20", text)
    return re.sub(f"[{JOINERS}]", lambda found: quote(found[0]), text)
