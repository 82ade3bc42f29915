"""The database that a benchmark runs on."""

import argparse
import os
from contextlib import ExitStack
from pathlib import Path


def use_database(parser: argparse.ArgumentParser, stack: ExitStack, folder: Path, *, postgresql: bool) -> None:
    """Have DATABASE_URL name a throw-away PostgreSQL, or a file of SQLite's in the folder. Ends the program where
    PostgreSQL is asked for and missing.
    """
    if not postgresql:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/unused.sqlite3"
        return
    from tests.postgres import find_binaries, server

    binaries = find_binaries()
    if binaries is None:
        parser.error("PostgreSQL is missing: no initdb was found.")
    os.environ["DATABASE_URL"] = stack.enter_context(server(binaries))
