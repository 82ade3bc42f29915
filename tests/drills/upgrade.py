"""What readers wait for while all that is derived is made anew, as after an upgrade.

uv run python -m tests.drills.upgrade [--reports 20000] [--postgresql]
"""

import random
import threading
import time
from collections import Counter

from tests.drills.installation import answer, installation


def main() -> None:
    with installation("upgrade", __doc__, ("reports", 20000), settings="tests.benchmarks.settings") as (place, asked):
        from django.core.management import call_command
        from django.db import connection
        from tqdm import tqdm

        from articles.press.models import Edition
        from shaf.db.clock import database_now
        from tests.benchmarks.archive import fill

        # The bare site's tables, which the server does not know.
        call_command("migrate", run_syncdb=True, verbosity=0)
        fill(asked.reports)
        live = list(Edition.live_at(database_now()).filter(language="ar").values_list("article_id", flat=True))
        connection.close()
        server = place.serve("--workers", "2", "--no-worker")
        waits: list[float] = []
        counted: Counter[int] = Counter()
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                path = random.choice(["/", "/articles/", "/feed/", f"/r/{random.choice(live)}/"])
                began = time.monotonic()
                status, _body = answer(f"{server.url}{path}?{random.random()}", timeout=60)
                waits.append(time.monotonic() - began)
                counted[status] += 1
                time.sleep(0.05)

        readers = [threading.Thread(target=read) for _one in range(3)]
        for reader in readers:
            reader.start()
        for command in (("migrate", "-v0"), ("repress", "--all"), ("rebuild_search",)):
            first, began = len(waits), time.monotonic()
            place.manage(*command)
            took = time.monotonic() - began
            longest = max(waits[first:], default=0)
            tqdm.write(f"{' '.join(command)}: {took:.0f} s; {len(waits) - first} answers, longest {longest:.2f} s")
        done.set()
        for reader in readers:
            reader.join()
        tqdm.write(f"{asked.reports} reports; answers {dict(counted)}; longest wait {max(waits):.2f} s")
        assert set(counted) == {200}, counted


if __name__ == "__main__":
    main()
