"""Each part is taken away under load and given back: what readers, writers and /readyz see.

    uv run python -m tests.drills.parts [--seconds 60] [--postgresql]

With PostgreSQL also its replica, and with the programs that are installed: Redis, an S3 server, a full disk.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.drills.installation import Installation, Person, Serving, answer, installation, somebody
from tests.drills.line import Line
from tests.sink import Sink
from tests.sink import server as mail_server

SETTLE = 5
# A letter that met no server is tried again within minutes.
LONGEST_WAIT = 300
BALLAST = "ballast"


@dataclass(slots=True)
class Seen:
    """What became of requests while a part was away, or after it was back."""

    readers: Counter[int] = field(default_factory=Counter)
    writers: Counter[int] = field(default_factory=Counter)
    ready: Counter[str] = field(default_factory=Counter)
    longest: float = 0

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {count}" for name, count in self.ready.most_common(4))
        return (
            f"readers {dict(self.readers)} (longest {self.longest:.2f} s), writers {dict(self.writers)}, "
            f"readyz {parts or 'never asked'}"
        )


class Load:
    """Three readers, one writer and a monitor; what they see goes to `seen`, which the drill changes."""

    def __init__(self, server: Serving, paths: list[str], writer: Person, form: str) -> None:
        self.server, self.paths, self.writer, self.form = server, paths, writer, form
        self.seen, self.done = Seen(), threading.Event()
        acts = [self.read] * 3 + [self.write, self.monitor]
        self.threads = [threading.Thread(target=self._again, args=(act,)) for act in acts]

    def __enter__(self) -> "Load":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.done.set()
        for thread in self.threads:
            thread.join()

    def _again(self, act: Callable[[], None]) -> None:
        while not self.done.is_set():
            act()

    def read(self) -> None:
        seen, path = self.seen, random.choice(self.paths)
        # Every other is one that no process has kept.
        began, new = time.monotonic(), f"?{random.random()}" if random.random() < 0.5 else ""
        status, _body = answer(f"{self.server.url}{path}{new}", timeout=30)
        seen.longest = max(seen.longest, time.monotonic() - began)
        seen.readers[status] += 1
        time.sleep(0.05)

    def write(self) -> None:
        seen = self.seen
        status, page = self.writer.open(self.form, timeout=30)
        if status == 200:
            from lxml.html import document_fromstring

            forms = [form for form in document_fromstring(page).forms if "title_ar" in form.fields]
            if forms:
                data = dict(forms[0].form_values()) | {"title_ar": f"عنوان {random.random()}", "_continue": "1"}
                status, page = self.writer.open(self.form, data, timeout=30)
        seen.writers[status] += 1
        time.sleep(0.5)

    def monitor(self) -> None:
        seen = self.seen
        status, body = answer(f"{self.server.url}/readyz", timeout=30)
        try:
            faulty = sorted(name for name, part in json.loads(body).items() if not part["ok"])
        except (ValueError, AttributeError):
            faulty = []
        seen.ready[f"{status} {'+'.join(faulty)}".strip()] += 1
        time.sleep(1)


@contextmanager
def redis(folder: Path) -> Iterator[Line | None]:
    """A Redis of the drill's own; None where there is none."""
    program = shutil.which("redis-server")
    if program is None:
        yield None
        return
    sock = folder / "redis.sock"
    process = subprocess.Popen(
        [program, "--port", "0", "--unixsocket", sock, "--save", ""], stdout=subprocess.DEVNULL, cwd=folder
    )
    while not sock.exists():
        time.sleep(0.05)
    try:
        yield Line(sock)
    finally:
        process.terminate()
        process.wait()


def worker_of(server: Serving) -> int:
    from tests.benchmarks.wire import processes

    # The first minds the others, and names the worker in its command.
    for one in processes(server.process.pid)[1:]:
        if Path(f"/proc/{one}/cmdline").read_bytes().endswith(b"\0db_worker\0"):
            return one
    raise RuntimeError("serve has no worker")


def fill(disk: Path) -> None:
    """Leave no byte free on it."""
    with (disk / BALLAST).open("wb", buffering=0) as file:
        size = 1 << 20
        while size:
            try:
                file.write(b"\0" * size)
            except OSError:
                size //= 2


def main() -> None:
    with installation("parts", __doc__, ("seconds", 60), disks=("media", "data")) as (place, asked):
        stack = place.stack
        lines: dict[str, Line] = {}
        database = place.environment["DATABASE_URL"]
        if asked.postgresql:
            socket_of = Path(unquote(urlsplit(database).netloc.rpartition("@")[2])) / ".s.PGSQL.5432"
            lines["database"] = Line(socket_of)
            place.environment["DATABASE_URL"] = f"postgresql://postgres@127.0.0.1:{lines['database'].port}/postgres"
        cache = stack.enter_context(redis(place.folder))
        if cache is not None:
            lines["cache"] = cache
            place.environment["CACHE_URL"] = f"redis://127.0.0.1:{cache.port}/0"
        letters, port = stack.enter_context(mail_server())
        lines["mail"] = Line(("127.0.0.1", port))
        place.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{lines['mail'].port}"
        drill(place, asked.seconds, lines, letters)


def drill(place: Installation, seconds: int, lines: dict[str, Line], letters: Sink) -> None:
    from django.db import connection
    from tqdm import tqdm

    from articles.desk import workflow
    from articles.models import Notice
    from tests import factories as f

    f.make_publisher()
    name, _editor = somebody("writer"), somebody("editor")
    from django.contrib.auth import get_user_model

    writer = get_user_model().objects.get(username=name)
    editions = [f.make_edition() for _one in range(10)]
    draft = f.make_article(by=writer)
    connection.close()
    server = place.serve("--workers", "2")
    person = Person(server.url, name).log_in()
    paths = ["/", "/articles/", "/feed/", "/search/?q=تقرير", *(f"/r/{one.article_id}/" for one in editions)]
    paths = [path if "?" not in path else "/search/" for path in paths]
    worker = worker_of(server)
    away: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        name: (line.cut, line.mend) for name, line in lines.items()
    }
    away["worker"] = (
        lambda: os.kill(worker, signal.SIGSTOP),
        lambda: os.kill(worker, signal.SIGCONT),
    )
    for disk in place.disks:
        away[f"disk of the {disk.name}"] = (partial(fill, disk), (disk / BALLAST).unlink)
    with Load(server, paths, person, f"/admin/articles/article/{draft.pk}/change/") as load:
        time.sleep(SETTLE)
        tqdm.write(f"before: {load.seen}")
        for part, (take, give) in away.items():
            load.seen = Seen()
            take()
            # A letter for the editor, on its way whatever is away.
            with contextlib.suppress(Exception):
                workflow.submit(f.make_article(by=writer).pk, "ar", by=writer)
            connection.close()
            # A worker is missed after a minute.
            time.sleep(max(seconds, 75) if part == "worker" else seconds)
            gone, load.seen = load.seen, Seen()
            give()
            time.sleep(SETTLE)
            load.seen, turning = Seen(), load.seen
            time.sleep(SETTLE + 5)
            tqdm.write(f"{part} away {seconds} s: {gone}\n  given back: {turning}\n  then: {load.seen}")
    due = Notice.objects.exclude(mail=Notice.Mail.NONE)
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until and due.exclude(mail=Notice.Mail.SENT).exists():
        time.sleep(1)
    told = due.count()
    assert len(letters.ids()) == len(set(letters.ids())) == told, f"{len(letters.ids())} letters for {told} notices"
    tqdm.write(f"{told} letters, each once")


if __name__ == "__main__":
    main()
