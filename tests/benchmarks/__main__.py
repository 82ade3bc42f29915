"""Make archives, measure every kind of page in them, and print the ratios.

    uv run python -m tests.benchmarks --wire [--sizes 1000 20000] [--rounds 3] [--postgresql] [--keep FOLDER]
    uv run python -m tests.benchmarks [--sizes 1000 20000] [--rounds 20] [--postgresql] [--plans]

`--wire` measures where a reader is: at the socket of the server that we ship. What follows explains.

Every request asks for another page, in a process that is warm and keeps its connection. A ratio is the CPU time of our
page to that of the bare Django site's page of the same kind (bare/): medians of requests made in short runs by turns.
On PostgreSQL the time of the database's process is added to both. Ratios hold where absolute times drift.
"""

import argparse
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.database import use_database


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 20_000], help="editions in each archive")
    parser.add_argument(
        "--rounds", type=int, default=20, help="runs of eight requests to each kind of page at each size"
    )
    parser.add_argument("--only", default="", help="kinds of pages whose name begins so")
    parser.add_argument("--postgresql", action="store_true", help="on a throw-away PostgreSQL in place of SQLite")
    parser.add_argument("--plans", action="store_true", help="print how the database runs each statement")
    parser.add_argument("--keep", type=Path, help="folder in which SQLite archives are kept from run to run")
    parser.add_argument("--seconds", type=float, default=1.5, help="of each round of --wire, for each kind")
    parser.add_argument("--wire", action="store_true", help="at the socket of `manage.py serve`, beside nginx")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="shaf-benchmarks-")))
        folder.mkdir(parents=True, exist_ok=True)
        use_database(parser, stack, folder, postgresql=asked.postgresql)
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
        # Django reads its settings at the first import of what follows.
        import django

        django.setup()
        if asked.wire:
            from tests.benchmarks.run import addresses
            from tests.benchmarks.wire import table

            table(addresses(asked.sizes, folder), asked.rounds, asked.seconds)
            return
        from tests.benchmarks.run import run

        run(asked.sizes, asked.rounds, folder, only=asked.only, plans=asked.plans)


if __name__ == "__main__":
    main()
