"""The walls of the house: which folder may import which, and who may say what."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("shaf", "authors", "articles", "tests")
LEAVES = (
    "shaf/attempts",
    "shaf/audit",
    "shaf/commands",
    "shaf/db",
    "shaf/devices",
    "shaf/files",
    "shaf/dismissals",
    "shaf/fonts",
    "shaf/formats",
    "shaf/heartbeats",
    "shaf/inputs",
    "shaf/logs",
    "shaf/once",
    "shaf/pictures",
    "shaf/product",
    "shaf/second_factor",
    "shaf/text",
)
WIRING = (
    "shaf",
    "shaf/backoffice",
    "shaf/backup",
    "shaf/health",
    "shaf/http",
    "shaf/paper",
    "shaf/packages",
    "shaf/startup",
    "articles",
    "articles/management",
)
# Folder → the folders that its modules may import, beside their own. The longest folder that a module lies in counts.
MAY_IMPORT = {
    **dict.fromkeys(LEAVES, LEAVES),
    "authors": LEAVES,
    "articles/models": (*LEAVES, "authors", "articles/press"),
    "articles/desk": (*LEAVES, "authors", "articles/models", "articles/press"),
    "articles/press": LEAVES,
    "articles/press/copy": (
        *LEAVES,
        "articles/press/findings.py",
        "articles/press/html",
        "articles/press/manuscript.py",
    ),
    "articles/site": (*LEAVES, "articles/templatetags", "articles/press/models.py", "authors/models.py"),
    "articles/templatetags": (*LEAVES, "articles/site", "articles/press/models.py"),
    **dict.fromkeys(WIRING, OURS),
}
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
DESK_TABLES = {"Article", "Track", "Attribution", "Credit", "Revision", "Transition", "Picture", "ReportFile"}


def folder_of(module: str) -> str:
    """Return the folder of the table that a module of ours lies in."""
    path = module.replace(".", "/")
    return max((folder for folder in MAY_IMPORT if path == folder or path.startswith(f"{folder}/")), key=len)


def allowed(importer: str, imported: str) -> bool:
    here = folder_of(importer)
    target = imported.replace(".", "/")
    if here in WIRING or folder_of(imported) == here:
        return True
    return any(
        target == may or target.startswith(f"{may.removesuffix('.py')}/") or f"{target}.py" == may
        for may in MAY_IMPORT[here]
    )


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
    assert not wrong, f"{module} ({folder_of(module)}) must not import {wrong}"


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("articles.site.views", "articles.models.Article"),
        ("articles.site.views", "articles.press.publish"),
        ("articles.desk.workflow", "articles.site.views"),
        ("articles.press.compose", "articles.models"),
        ("articles.press.compose", "authors.models"),
        ("articles.press.copy.checking", "articles.press.models"),
        ("authors.models", "articles.press.models"),
        ("shaf.text.arabic", "authors.models"),
        ("articles.desk.form.article_admin", "shaf.urls"),
        ("articles.press.compose", "shaf.backoffice.login"),
        ("shaf.text.arabic", "shaf.http.middleware"),
    ],
)
def test_a_wrong_arrow_is_seen(importer, imported):
    assert not allowed(importer, imported)


def edges(modules: list[tuple[str, Path]]) -> dict[str, set[str]]:
    """Return what each of the modules imports of the others, inside functions too."""
    names = {module for module, _path in modules}
    found: dict[str, set[str]] = {}
    for module, path in modules:
        wanted = {name if name in names else name.rpartition(".")[0] for name in imports(path)}
        found[module] = (wanted & names) - {module}
    return found


def circle(arrows: dict[str, set[str]]) -> list[str]:
    """Return the modules of one circle, in their order; none where there is none."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return way[way.index(module) :]
        if module in done:
            return []
        for following in sorted(arrows[module]):
            if found := walk(following, [*way, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(arrows) if (found := walk(module, []))), [])


def test_no_modules_of_the_desk_import_each_other_in_a_circle():
    arrows = edges([(module, path) for module, path in MODULES if folder_of(module) == "articles/desk"])
    assert circle(arrows) == []
    arrows["articles.desk.notices.outbox"].add("articles.desk.notices.worker")
    assert set(circle(arrows)) == {"articles.desk.notices.outbox", "articles.desk.notices.worker"}


def code_words(path: Path) -> set[str]:
    """Every name and attribute that the code says; strings and comments do not count."""
    tree = ast.parse(path.read_text())
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


SITE = [path for module, path in MODULES if folder_of(module) in ("articles/site", "articles/templatetags")]


@pytest.mark.parametrize("path", SITE, ids=lambda path: path.name)
def test_the_site_knows_no_desk(path):
    words = code_words(path)
    assert not words & DESK_TABLES
    text = path.read_text()
    assert "Edition.objects" not in text
    assert "ahead_of" not in words
    assert "edition.article." not in text


PRESS = [path for module, path in MODULES if folder_of(module).startswith("articles/press")]


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
        if folder_of(module) != "articles/press"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"create", "bulk_create", "update", "delete", "save"}
        and "Edition" in ast.dump(node.func.value)
    ]
    assert not writers


def test_signals_are_for_guards_and_for_the_audit_of_logins():
    found = [
        f"{module}: {line.strip()}"
        for module, path in MODULES
        for line in path.read_text().splitlines()
        if ".connect(" in line or "@receiver" in line
    ]
    assert [line.partition("(")[0] for line in found] == [
        "shaf.audit.apps: pre_migrate.connect",
        "shaf.audit.apps: post_migrate.connect",
        "shaf.audit.apps: user_logged_in.connect",
        "shaf.audit.apps: user_logged_out.connect",
        "shaf.audit.apps: user_login_failed.connect",
        "articles.apps: pre_migrate.connect",
        "articles.apps: post_migrate.connect",
    ]


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
