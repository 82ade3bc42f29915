"""Send requests that are made to be slow, and print what each costs beside its bar.

    uv run python -m tests.benchmarks.hostile [--only NAME] [--postgresql] [--growth]

Seconds are those of the process, with the processes that it starts; on PostgreSQL the database's are not among them.
`--growth` puts each text into normal form at a quarter, at half and at its whole size: twice the size is to take about
twice the time.
"""

import argparse
import logging
import os
import sys
import tempfile
import time
from contextlib import ExitStack


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hostile", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="requests with this in their name")
    parser.add_argument("--postgresql", action="store_true", help="on a throw-away PostgreSQL in place of SQLite")
    parser.add_argument("--growth", action="store_true", help="how the time of each text grows with its size")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="shaf-hostile-"))
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/hostile.sqlite3"
        if asked.postgresql:
            from tests.postgres import find_binaries, server

            binaries = find_binaries()
            if binaries is None:
                parser.error("PostgreSQL is missing: no initdb was found.")
            os.environ["DATABASE_URL"] = stack.enter_context(server(binaries))
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        # Django reads its settings at the first import of what follows.
        import django

        django.setup()
        logging.disable(logging.CRITICAL)
        if asked.growth:
            growth(asked.only)
        else:
            sys.exit(run(asked.only))


def run(only: str) -> int:
    """Print the table. Returns how many requests were answered otherwise, or slower, than they should be."""
    from django.core.management import call_command
    from django.utils import translation

    from shaf.product.limits import BODY_BYTES
    from tests.benchmarks.hostile_requests import Desk, Timed, requests

    call_command("migrate", verbosity=0)
    wrong = 0
    desk = Desk()
    # A process that has served every kind of page once.
    for warm in (
        desk.save,
        lambda: desk.save(body_ar="<p>" + "a" * BODY_BYTES),
        desk.keep,
        lambda: desk.review(desk.small),
        lambda: desk.anybody.get("/search/?q=a"),
    ):
        warm()
    with translation.override("ar"):
        print(f"{'request':58}{'seconds':>9}{'bar':>6}{'status':>8}{'kB':>8}")  # noqa: T201
        for request in requests():
            if only not in request.name:
                continue
            request.ready(desk)
            Timed.taken = 0.0
            response = request.send(desk)
            taken = Timed.taken
            good = response.status_code in request.statuses and taken <= request.bar
            wrong += not good
            size = len(response.content) // 1000
            line = f"{request.name:58}{taken:>9.3f}{request.bar:>6.1f}{response.status_code:>8}{size:>8}"
            print(line + ("" if good else "  <<<"), flush=True)  # noqa: T201
    return wrong


def growth(only: str) -> None:
    """Print how long a quarter, a half and the whole of each text take, and the last ratio."""
    from articles.press.html.sanitise import TooLarge, canonical
    from tests.benchmarks.growing import GROWING

    print(f"{'text':44}{'quarter':>9}{'half':>9}{'whole':>9}{'ratio':>7}")  # noqa: T201
    for name, make in GROWING.items():
        if only not in name:
            continue
        times, refused = [], ""
        for part in (4, 2, 1):
            text = make(part)
            begun = time.process_time()
            try:
                canonical(text)
            except TooLarge as error:
                refused = f"  refused: {error}"
            times.append(time.process_time() - begun)
        ratio = times[2] / max(times[1], 0.001)
        print(f"{name:44}" + "".join(f"{taken:>9.3f}" for taken in times) + f"{ratio:>7.1f}{refused}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
