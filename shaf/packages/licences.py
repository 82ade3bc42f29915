"""The licence of every package that is installed, as its own metadata says it."""

from dataclasses import dataclass
from importlib.metadata import Distribution, distributions

# What a package carries along that has a licence of its own.
CARRIES = {
    "django-ckeditor-5": "CKEditor 5: GPL-2.0-or-later",
    "pypandoc-binary": "pandoc: GPL-2.0-or-later",
    "fontpkg-ibm-plex-sans-arabic": "IBM Plex Sans Arabic: OFL-1.1",
}
# Characters. Some put the whole text of a licence where its name belongs.
LONGEST = 60


@dataclass(frozen=True, order=True)
class Package:
    """`licence` is '' where the package does not say."""

    name: str
    version: str
    licence: str


def packages() -> list[Package]:
    """By name."""
    found = {Package(_name(one), one.version, _licence(one)) for one in distributions()}
    return sorted(found)


def _name(one: Distribution) -> str:
    return one.name.lower().replace("_", "-").replace(".", "-")


def _licence(one: Distribution) -> str:
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier", [])
        if line.startswith("License :: ") and not line.endswith(("OSI Approved", "Proprietary License"))
    ]
    written = (one.metadata.get("License") or "").strip()
    said = one.metadata.get("License-Expression") or ", ".join(classifiers)
    said = said or (written if len(written) <= LONGEST and "\n" not in written else "")
    carried = CARRIES.get(_name(one))
    return f"{said} ({carried})" if carried else said
