"""Write down a small database of the release that this tree is about to be, for all later ones to be tested with.

    python -m tests.releases.make

Run it just before a release, from the top of a clean checkout, and commit what it writes: tests/releases/0.1/ for the
version 0.1.x of pyproject.toml. What an earlier release wrote is never written anew. It needs a PostgreSQL server's
programs beside what the tests need.

sqlite.sql, postgresql.sql: the database, told once on each (story.py). media/: its pictures. printed.json: what the
public is shown of it (printed.py), which is the same on both.
"""

import json
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import find_binaries, server
from tests.releases import dump
from tests.test_rooms import ROOT
from tests.tree import THIS

HERE = Path(__file__).parent
SETTINGS = "tests.releases.settings"


def this_release() -> str:
    """Return the first two numbers of the version: what stands between them and the next is no release with tables."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    return ".".join(version.split(".")[:2])


def write(vendor: str, folder: Path) -> None:
    """Tell the story on a new database of this vendor and write down what came of it."""
    (folder / "media").mkdir(parents=True, exist_ok=True)
    with _new_database(vendor) as url:
        here = {"DJANGO_SETTINGS_MODULE": SETTINGS, "RELEASE_MEDIA": str(folder / "media")}
        addresses = THIS.call(url, "tests.releases.story.tell", **here)
        shown = THIS.call(url, "tests.releases.printed.printed", addresses, **here)
        (folder / f"{vendor}.sql").write_text(dump.dump(url))
    text = json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
    file = folder / "printed.json"
    if file.exists() and file.read_text() != text:
        (folder / f"printed.{vendor}.json").write_text(text)
        sys.exit(f"{vendor} shows something else than the database before; see {folder}.")
    file.write_text(text)


@contextmanager
def _new_database(vendor: str) -> Iterator[str]:
    if vendor == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/release.sqlite3"
        return
    binaries = find_binaries()
    if binaries is None:
        sys.exit("PostgreSQL is missing: no initdb was found.")
    with server(binaries) as url:
        yield url


def main() -> None:
    folder = HERE / this_release()
    shutil.rmtree(folder, ignore_errors=True)
    for vendor in ("sqlite", "postgresql"):
        write(vendor, folder)
        sys.stdout.write(f"{folder / vendor}.sql\n")


if __name__ == "__main__":
    main()
