"""One run: an archive of each size, every kind of page in each, a table."""

import logging
import os
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from django.utils import translation
from tqdm import tqdm

from tests.benchmarks import archive
from tests.benchmarks.kinds import Kind, kinds
from tests.benchmarks.measure import Measured, Sites, block, count, database_share, quietly
from tests.benchmarks.plans import print_plans

# Requests to one site before it is the other's turn: as a server has them, and soon enough for both to meet the same
# neighbours on the machine.
BLOCK = 8
Cell = tuple[Kind, Measured, Measured]


def run(sizes: list[int], rounds: int, folder: Path, *, only: str = "", plans: bool = False) -> None:
    """Print the table; `only`: of the kinds whose name begins so."""
    logging.disable(logging.WARNING)
    # As in a server that keeps its connections.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    databases = {size: _database(size, folder) for size in sizes}
    sites, cells = Sites(), {}
    for size, database in databases.items():
        connections["default"] = database
        cells[size] = [
            (kind, Measured(), Measured()) for kind in kinds(size, rounds * BLOCK) if kind.name.startswith(only)
        ]
        for cell in cells[size]:
            count(sites, *cell)
        if plans:
            print_plans(sites, [kind for kind, _ours, _bare in cells[size]])
    quietly()
    # Kind by kind, so that each is served as by a server that has served it before; a change is the last that happens.
    rows = sorted(range(len(cells[sizes[0]])), key=lambda row: cells[sizes[0]][row][0].changed)
    for row in tqdm(rows, unit="kind", desc="requests"):
        for database in databases.values():
            _hold_in_memory(database)
        for begun in range(0, rounds * BLOCK, BLOCK):
            for size, database in databases.items():
                connections["default"] = database
                block(sites, range(begun, begun + BLOCK), *cells[size][row])
    shares = {}
    for size, database in databases.items():
        connections["default"] = database
        shares[size] = [database_share(sites, kind, range(rounds * BLOCK)) for kind, _ours, _bare in cells[size]]
    _print(sizes, cells, shares, next(iter(databases.values())))
    for database in databases.values():
        database.close()


def addresses(sizes: list[int], folder: Path) -> dict[int, str]:
    """Size → the address of an archive of it, which is made where there is none yet."""
    found = {}
    for size in sizes:
        database = _database(size, folder)
        name = database.settings_dict["NAME"]
        database.close()
        here = os.environ["DATABASE_URL"]
        found[size] = f"sqlite:///{name}" if database.vendor == "sqlite" else f"{here.rpartition('/')[0]}/{name}"
    return found


def _database(size: int, folder: Path) -> BaseDatabaseWrapper:
    """A connection to an archive of so many editions, which is made where there is none yet."""
    settings: dict[str, Any] = connections.settings["default"]
    backend = load_backend(settings["ENGINE"])
    if settings["ENGINE"].endswith("sqlite3"):
        name, there = str(folder / f"{size}.sqlite3"), (folder / f"{size}.made").exists()
    else:
        name, there = f"archive_{size}", False
        with connections["default"].cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    database = connections["default"] = backend.DatabaseWrapper(settings | {"NAME": name}, "default")
    if not there:
        if database.vendor == "sqlite":
            with database.cursor() as cursor:
                cursor.execute("PRAGMA synchronous = OFF")
        call_command("migrate", run_syncdb=True, verbosity=0)
        with translation.override("ar"):
            archive.fill(size)
        (folder / f"{size}.made").touch()
    return database


def _hold_in_memory(database: BaseDatabaseWrapper) -> None:
    """As an archive that is read from is; else the first to ask pays for the disk, and for a long one more often."""
    if database.vendor == "sqlite":
        with open(database.settings_dict["NAME"], "rb") as file:
            while file.read(2**24):
                pass


def _print(sizes: list[int], cells: dict[int, list[Cell]], shares: dict, database: BaseDatabaseWrapper) -> None:
    smallest, largest = sizes[0], sizes[-1]
    tqdm.write(f"\n{database.vendor}; CPU microseconds a request: ours, bare, ours : bare (the most that is good)")
    sized = "".join(f"{f'{size} editions':>32}" for size in sizes)
    tqdm.write(f"{'':30}{'queries':>8}{'bytes':>17}{sized}{f'{largest} : {smallest}':>16}")
    for row, (kind, *_rest) in enumerate(cells[smallest]):
        line, costs = f"{kind.name:30}", []
        queries = max(cells[size][row][1].queries for size in sizes)
        line += f"{queries:>8}{cells[smallest][row][1].bytes:>9}{cells[smallest][row][2].bytes:>8}"
        for size in sizes:
            _kind, ours, bare = cells[size][row]
            mine, theirs = (m.typical + share for m, share in zip((ours, bare), shares[size][row], strict=True))
            costs.append(mine)
            most = f"({kind.most:g})" if kind.most else ""
            line += f"{mine:>10.0f}{theirs:>8.0f}{mine / theirs:>8.2f} {most:>5}"
        tqdm.write(f"{line}{costs[-1] / costs[0]:>16.2f}")
