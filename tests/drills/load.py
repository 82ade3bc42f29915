"""An hour of readers, feeds, two writers and an editor, through nginx as we configure it: no fault, no growing memory.

uv run python -m tests.drills.load [--minutes 60] [--postgresql]
"""

import http.client
import random
import re
import socket
import ssl
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.drills.installation import Person, installation, somebody

READERS, FEEDS, WRITERS = 4, 1, 2


class AtTheDoor(urllib.request.HTTPSHandler):
    """Goes to nginx here, whatever the site's name leads to."""

    def __init__(self, port: int, host: str) -> None:
        trusting = ssl._create_unverified_context()
        super().__init__(context=trusting)

        class Connection(http.client.HTTPSConnection):
            def connect(self) -> None:
                raw = socket.create_connection(("127.0.0.1", port), timeout=self.timeout)
                self.sock = trusting.wrap_socket(raw, server_hostname=host)

        self.connection = Connection

    def https_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(self.connection, request)


def memory(process: int) -> float:
    """MiB of it and all that it started (PSS)."""
    from tests.benchmarks.wire import processes

    kept = 0
    for one in processes(process):
        try:
            said = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_text(), re.MULTILINE)
        except OSError:
            continue
        kept += int(said[1]) if said else 0
    return kept / 1024


def main() -> None:
    with installation("load", __doc__, ("minutes", 60)) as (place, asked):
        from django.contrib.auth import get_user_model
        from django.db import connection
        from lxml.html import document_fromstring
        from tqdm import tqdm

        from articles.desk import workflow
        from articles.models import Article, Track
        from articles.press.seal import verify
        from tests import factories as f
        from tests.deploy.front import HOST, Door, free_ports, nginx_configuration, program, running

        f.make_publisher()
        names = [somebody("writer") for _one in range(WRITERS)]
        editor = get_user_model().objects.get(username=somebody("editor"))
        writer = get_user_model().objects.get(username=names[0])
        articles = [f.make_edition(("ar", "en")).article_id for _one in range(30)]
        drafts = [f.make_article(by=get_user_model().objects.get(username=name)).pk for name in names]
        connection.close()
        place.environment |= {
            "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
            "SITE_URL": f"https://{HOST}",
            "BEHIND_PROXY": "true",
        }
        server = place.serve("--workers", "2")
        door, folder = Door(*free_ports(2)), place.folder / "nginx"
        folder.mkdir()
        file = nginx_configuration(folder, door, int(server.url.rpartition(":")[2]))
        place.stack.enter_context(running([program("nginx"), "-c", str(file), "-p", str(folder)], door.https))
        counted: Counter[str] = Counter()
        tags: dict[str, str] = {}
        done = threading.Event()

        def read() -> None:
            article = random.choice(articles)
            paths = ["/", "/en/", "/articles/", f"/r/{article}/", f"/en/r/{article}/", "/search/?q=تقرير"]
            paths += [f"/articles/{article}/cite.bib", "/sitemap.xml", "/admin/login/", "/corrections/"]
            path = urllib.request.quote(random.choice(paths), safe="/?=")
            answer = door.ask(path, Accept_Encoding="gzip")
            if answer.status in (301, 302):
                answer = door.ask(answer.headers["location"].removeprefix(f"https://{HOST}"), Accept_Encoding="gzip")
            counted[f"reader {answer.status}"] += 1
            time.sleep(0.1)

        def follow() -> None:
            path = random.choice(["/feed/", "/feed/atom/", "/en/feed/json/"])
            known = {"If_None_Match": tags[path]} if path in tags else {}
            answer = door.ask(path, Accept_Encoding="gzip", **known)
            tags[path] = answer.headers.get("etag", "")
            counted[f"feed {answer.status}"] += 1
            time.sleep(0.5)

        def write_in(person: Person, draft: int) -> Callable[[], None]:
            path = f"/admin/articles/article/{draft}/change/"

            def write() -> None:
                status, page = person.open(path)
                forms = [form for form in document_fromstring(page).forms if "title_ar" in form.fields] if page else []
                if status == 200 and forms:
                    words = {"title_ar": f"عنوان {random.random()}", "_continue": "1"}
                    status, _page = person.open(path, dict(forms[0].form_values()) | words)
                counted[f"writer {status}"] += 1
                time.sleep(2)

            return write

        def correct() -> None:
            """Publish a correction, and look for it from outside."""
            article, title = random.choice(articles), f"مصحح {random.random()}"
            if Track.objects.get(article_id=article, language="ar").state == "approved":
                workflow.reopen(article, "ar", by=writer)
            correction = {"correction_note_ar": "صُحّح.", "correction_kind_ar": "minor"}
            f.write(Article.objects.get(pk=article), writer, title_ar=title, **correction)
            f.publish(Article.objects.get(pk=article), by=writer, approver=editor)
            connection.close()
            there = title.encode() in door.ask("/articles/").body or title.encode() in door.ask("/feed/").body
            page = door.ask(door.ask(f"/articles/{article}/").headers["location"].removeprefix(f"https://{HOST}"))
            counted["correction seen at once" if there or title.encode() in page.body else "correction stale"] += 1
            time.sleep(5)

        def again(act: Callable[[], None]) -> None:
            while not done.is_set():
                try:
                    act()
                except Exception as error:
                    counted[f"fault: {type(error).__name__} {error}"[:90]] += 1
                    time.sleep(1)

        people = [Person(f"https://{HOST}", name, AtTheDoor(door.https, HOST)).log_in() for name in names]
        acts = [read] * READERS + [follow] * FEEDS + [write_in(*pair) for pair in zip(people, drafts, strict=True)]
        threads = [threading.Thread(target=again, args=(act,)) for act in [*acts, correct]]
        for thread in threads:
            thread.start()
        for minute in tqdm(range(asked.minutes), unit="minute"):
            time.sleep(60)
            if minute % max(1, asked.minutes // 6) == 0 or minute == asked.minutes - 1:
                tqdm.write(
                    f"minute {minute + 1}: {memory(server.process.pid):.0f} MiB, {sum(counted.values())} answers"
                )
        done.set()
        for thread in threads:
            thread.join()
        tqdm.write(", ".join(f"{name}: {count}" for name, count in sorted(counted.items())))
        assert not any(verify())
        bad = [name for name in counted if "fault" in name or "stale" in name or re.search(r" (0|5\d\d)$", name)]
        assert not bad, bad


if __name__ == "__main__":
    main()
