"""Which files the typeface is made of: what of which weight is in each.

One family for Arabic, Latin and digits, so that «COP30» and every year are one face. The first subset is all that most
pages need; a page that has a letter of another one fetches that, by its unicode-range.
"""

from dataclasses import dataclass

FAMILY = "Shaf Sans"
# Arabic, ASCII and the signs of prose.
FIRST = "arabic"
RANGES = {
    FIRST: (
        "U+20-7E,U+A0,U+A9,U+AB,U+B0,U+B7,U+BB,U+D7,U+60C,U+61B,U+61F,U+621-63A,U+640-652,U+660-66C,U+670-671,U+67E,"
        "U+686,U+6A4,U+6AF,U+200C-200F,U+2010,U+2013-2014,U+2018-201A,U+201C-201E,U+2026,U+2080-2089,U+2190-2192"
    ),
    "latin": (
        "U+A1-A8,U+AC-AF,U+B1-B6,U+B8-BA,U+BC-D6,U+D8-17F,U+2020-2022,U+2030-203A,U+2070-207F,U+20AC,U+2116,U+2122,"
        "U+2193,U+2212"
    ),
    # Persian and Urdu.
    "more": (
        "U+600-60B,U+60D-61A,U+61E,U+620,U+653-65F,U+66D-66F,U+672-67D,U+67F-685,U+687-6A3,U+6A5-6AE,U+6B0-6FF,"
        "U+FDFA-FDFD"
    ),
}
# The package's name of a weight, and CSS's.
WEIGHTS = {"Regular": 400, "SemiBold": 600}


@dataclass(frozen=True, slots=True)
class Face:
    """One file. `weight`: the package's name of it."""

    subset: str
    weight: str

    @property
    def file(self) -> str:
        return f"shaf-sans-{self.subset}-{WEIGHTS[self.weight]}.woff2"

    @property
    def characters(self) -> list[int]:
        """Code points."""
        found: list[int] = []
        for part in RANGES[self.subset].split(","):
            first, _dash, last = part.removeprefix("U+").partition("-")
            found += range(int(first, 16), int(last or first, 16) + 1)
        return found


FACES = tuple(Face(subset, weight) for subset in RANGES for weight in WEIGHTS)
