"""A name as it comes into the register: cleaned, without its honorific, and in the letters of its language."""

import re
import unicodedata

from django.utils.translation import gettext as _

from shaf.product.limits import TYPED
from shaf.text import arabic

HONORIFIC = re.compile(
    r"(?P<honorific>(?:(?:أ\s*\.\s*)?د\s*[./]|أ\s*\.|الدكتورة?|دكتورة?|الأستاذة?|السفيرة?|اللواء|العميد"
    r"|Dr\.?|Prof\.?|Ambassador|Amb\.)(?:\s*/)?)\s*(?<=[\s./])(?P<name>\S.*)"
)
LETTERS = {
    "ar": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "en": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
LONGEST = 200
LONGEST_HONORIFIC = 50
# Marks of direction that a paste brings along; the joiners of Persian names stay.
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """In NFC, on one line, single spaces, without marks of direction; what nobody can have typed is not worked on."""
    if len(text) > TYPED:
        return text
    text = DIRECTION_MARKS.sub("", arabic.composed(text))
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def parted(name: str) -> tuple[str, str]:
    """The honorific before a person's name, or '', and the name."""
    found = HONORIFIC.fullmatch(name)
    return (found["honorific"][:LONGEST_HONORIFIC], found["name"]) if found else ("", name)


def problem(name: str, language: str) -> str:
    """Why this cannot be the name in this language; '' where it can. `name` is clean and not empty."""
    if len(name) > LONGEST:
        return _("A name has at most %(limit)d characters.") % {"limit": LONGEST}
    if not LETTERS[language].search(name):
        said = {
            "ar": _("“%(name)s” has no Arabic letter. Write the name in Arabic."),
            "en": _("“%(name)s” has no Latin letter. Write the name as an English page is to print it."),
        }
        return said[language] % {"name": name}
    return ""
