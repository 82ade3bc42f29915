"""The walls of the house: who may import whom, who may say what."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("shaf", "authors", "articles", "tests")
WIRING = (
    "shaf.apps",
    "shaf.settings",
    "shaf.urls",
    "shaf.wsgi",
    "shaf.admin",
    "shaf.middleware",
    "shaf.development",
    "shaf.preview",
    "shaf.health",
)
TOP_LEVEL = {
    "manage.py",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "shaf",
    "articles",
    "authors",
    "templates",
    "locale",
    "tests",
    "var",  # not in git: the embedded database and uploads
    "uv.lock",  # not in git: it names registry hosts
}
DESK_TABLES = {"Article", "Track", "Attribution", "Credit", "Revision", "Transition", "Picture"}


def room_of(module: str) -> str:
    """The room that a module of ours lies in."""
    if module.startswith("tests"):
        return "tests"
    if module.startswith("authors"):
        return "register"
    if module.startswith("articles.press"):
        return "press"
    if module.startswith(("articles.site", "articles.templatetags")):
        return "site"
    if module.startswith("articles"):
        return "desk"
    return "wiring" if module == "shaf" or module.startswith(WIRING) else "leaf"


def allowed(importer: str, imported: str) -> bool:
    here, there = room_of(importer), room_of(imported)
    if here in ("wiring", "tests") or here == there:
        return True
    match here:
        case "leaf":
            return False
        case "register" | "press":
            return there == "leaf"
        case "desk":
            return there in ("register", "press", "leaf")
        case "site":
            return there == "leaf" or imported.startswith(("articles.press.models", "authors.models"))
    return False


def found_modules() -> Iterator[tuple[str, Path]]:
    for package in OURS[:3]:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                parts = path.relative_to(ROOT).with_suffix("").parts
                yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = list(found_modules())


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            base = node.module or ""
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("module", "path"), MODULES, ids=lambda value: value if isinstance(value, str) else "")
def test_imports_keep_to_the_rooms(module, path):
    wrong = [name for name in imports(path) if name.split(".")[0] in OURS and not allowed(module, name)]
    assert not wrong, f"{module} ({room_of(module)}) must not import {wrong}"


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("articles.site.views", "articles.models.Article"),
        ("articles.site.views", "articles.press.publish"),
        ("articles.workflow", "articles.site.views"),
        ("articles.press.compose", "articles.models"),
        ("articles.press.compose", "authors.models"),
        ("authors.models", "articles.press.models"),
        ("shaf.arabic", "authors.models"),
        ("articles.admin", "shaf.urls"),
    ],
)
def test_a_wrong_arrow_is_seen(importer, imported):
    assert not allowed(importer, imported)


def code_words(path: Path) -> set[str]:
    """Every name and attribute that the code says; strings and comments do not count."""
    tree = ast.parse(path.read_text())
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


SITE = [path for module, path in MODULES if room_of(module) == "site"]


@pytest.mark.parametrize("path", SITE, ids=lambda path: path.name)
def test_the_site_knows_no_desk(path):
    words = code_words(path)
    assert not words & DESK_TABLES
    text = path.read_text()
    assert "Edition.objects" not in text
    assert "ahead_of" not in words
    assert "edition.article." not in text


PRESS = [path for module, path in MODULES if room_of(module) == "press"]


@pytest.mark.parametrize("path", PRESS, ids=lambda path: path.name)
def test_the_press_sees_no_clock_request_or_language(path):
    forbidden = {"now", "today", "utcnow", "get_language", "get_current_language", "request", "urlopen", "socket"}
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    }
    assert not calls & forbidden
    names = set(imports(path))
    assert not any(name.startswith(("django.http", "django.contrib", "django.utils.timezone")) for name in names)


def test_only_the_press_writes_editions():
    writers = [
        module
        for module, path in MODULES
        if room_of(module) != "press"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"create", "bulk_create", "update", "delete", "save"}
        and "Edition" in ast.dump(node.func.value)
    ]
    assert not writers


def test_one_signal_and_one_only():
    found = [
        f"{module}: {line.strip()}"
        for module, path in MODULES
        for line in path.read_text().splitlines()
        if ".connect(" in line or "@receiver" in line
    ]
    assert found == ["articles.apps: post_migrate.connect(install_guards, sender=self)"]


def test_nothing_else_at_the_top_level():
    extra = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - TOP_LEVEL
    assert not extra


def test_stylesheets_are_logical():
    physical = re.compile(
        r"(?<![\w-])(margin|padding|border)-(left|right)"
        r"|(?<![\w-])(left|right)\s*:"
        r"|(float|text-align)\s*:\s*(left|right)"
    )
    for sheet in (ROOT / "shaf" / "static").rglob("*.css"):
        found = [line for line in sheet.read_text().splitlines() if physical.search(line)]
        assert not found, f"{sheet.name}: {found}"
