"""A subset of a font, under a name of its own: the licence of the whole reserves its name (OFL 1.1, condition 3)."""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from shaf.fonts.faces import FAMILY, WEIGHTS, Face

# What Arabic needs to be joined, marked and spaced, and nothing that only a designer turns on.
FEATURES = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern"]
# Of the table of names (OpenType, `name`): copyright and licence stay as they are, the reserved name goes.
FAMILY_ID, STYLE_ID, UNIQUE_ID, FULL_ID, POSTSCRIPT_ID = 1, 2, 3, 4, 6
COPYRIGHT_ID, LICENCE_ID, LICENCE_URL_ID = 0, 13, 14
KEPT = (COPYRIGHT_ID, LICENCE_ID, LICENCE_URL_ID)


def write(source: Path, face: Face, to: Path) -> None:
    """Write the face as WOFF2. The same file each time. Raises OSError."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = list(KEPT)
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["meta"]
    with subset.load_font(source, options) as font:
        cut = subset.Subsetter(options)
        cut.populate(unicodes=face.characters)
        cut.subset(font)
        _rename(font, face)
        subset.save_font(font, to, options)


def _rename(font: TTFont, face: Face) -> None:
    full = f"{FAMILY} {face.subset} {WEIGHTS[face.weight]}"
    names = {
        FAMILY_ID: FAMILY,
        STYLE_ID: face.weight,
        UNIQUE_ID: full,
        FULL_ID: full,
        POSTSCRIPT_ID: full.replace(" ", "-"),
    }
    for number, name in names.items():
        font["name"].setName(name, number, 3, 1, 0x409)
