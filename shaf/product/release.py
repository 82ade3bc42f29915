"""Which release made what is derived: printed HTML, feeds and cards.

What they say follows from an edition and from what stands here: the code that press and site run, their templates, the
formats, the catalogues as far as these speak, and the settings that print. Nothing of the desk is among them.
"""

import ast
import gettext
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation.template import templatize

# tests/test_release.py follows the imports and says what is missing here.
CODE = (
    *("articles/press/**/*.py", "articles/site/**/*.py", "articles/templatetags/*.py", "authors/models.py"),
    *(f"shaf/{leaf}/**/*.py" for leaf in ("db", "formats", "pictures", "product", "text")),
)
TEMPLATES = ("templates/press/*.html", "templates/site/*.html")
SETTINGS = ("TIME_ZONE", "MEDIA_URL", "LANGUAGES")
# One of each plural form of Arabic; English needs two of them.
COUNTS = (0, 1, 2, 3, 11, 100)

LITERALS = r'(?:\s*u?(?:"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'))+'
SAYS = re.compile(rf"\b(n?p?gettext(?:_lazy)?|_)\(({LITERALS})\s*(?:,({LITERALS}))?")


@cache
def identifier() -> str:
    """Return 16 hexadecimal digits that are the same as long as the same edition is printed the same."""
    # The names of languages are said in the language that happens to be active.
    with translation.override(None):
        digest = hashlib.sha256(repr([str(getattr(settings, name)) for name in SETTINGS]).encode())
    said = set()
    for path in sources():
        text = path.read_text()
        digest.update(f"{path.name}\0{text}\0".encode())
        said |= set(messages(code_of(path)))
    for catalogue in catalogues():
        digest.update("\0".join(_translations(catalogue, sorted(said))).encode())
    return digest.hexdigest()[:16]


def last_written() -> int:
    """When a file that the identifier is made of was last written, in nanoseconds."""
    return max(path.stat().st_mtime_ns for path in (*sources(), *catalogues()))


def sources() -> list[Path]:
    """Every file of code and template that can change what is printed."""
    return sorted({path for pattern in (*CODE, *TEMPLATES) for path in settings.BASE_DIR.glob(pattern)})


def catalogues() -> list[Path]:
    folders = [Path(folder) for folder in settings.LOCALE_PATHS]
    return sorted(path for folder in folders for path in folder.glob("*/LC_MESSAGES/django.mo"))


def code_of(path: Path) -> str:
    """Return a source as Python, as xgettext would be shown it."""
    return path.read_text() if path.suffix == ".py" else templatize(path.read_text())


def messages(code: str) -> Iterator[tuple[str, str]]:
    """Yield the (context, message) pairs that Python code asks the catalogues for; '' is no context."""
    for function, first, second in SAYS.findall(code):
        if "pgettext" not in function:
            yield "", _joined(first)
        elif second:
            yield _joined(first), _joined(second)


def _joined(literals: str) -> str:
    return str(ast.literal_eval(f"({literals.strip()})"))


def _translations(catalogue: Path, said: list[tuple[str, str]]) -> Iterator[str]:
    with catalogue.open("rb") as file:
        found = gettext.GNUTranslations(file)
    for context, message in said:
        yield found.pgettext(context, message) if context else found.gettext(message)
        for n in COUNTS:
            yield found.npgettext(context, message, "", n) if context else found.ngettext(message, "", n)
