"""The card's type: one family for Arabic and Latin, shaped by Raqm."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont, features

# IBM Plex Sans Arabic (OFL-1.1): its Latin letters, digits and «» are drawn to go with the Arabic.
PACKAGE, FILE = "fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-{weight}.ttf"
WEIGHTS = ("Regular", "SemiBold", "Bold")


@cache
def folder() -> Path | None:
    """Where the font files lie; None where there are none, or where nothing can shape Arabic with them."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None or not features.check("raqm"):
        return None
    found = Path(spec.origin).parent
    return found if all((found / FILE.format(weight=weight)).exists() for weight in WEIGHTS) else None


def available() -> bool:
    return folder() is not None


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """`size` in pixels. Only where `available`."""
    path = folder()
    if path is None:
        raise LookupError("no font for social cards")
    return ImageFont.truetype(path / FILE.format(weight=weight), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _missing(weight: str) -> bytes:
    return bytes(font(weight, 40).getmask("\U0010ffff"))


@cache
def _has(weight: str, character: str) -> bool:
    return character.isspace() or bytes(font(weight, 40).getmask(character)) != _missing(weight)


def printable(text: str, weight: str) -> str:
    """The text without what the font cannot draw: a box in place of an emoji helps nobody."""
    return " ".join("".join(c for c in text if _has(weight, c)).split())
