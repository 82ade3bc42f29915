"""Stale answers: none. Each verb of a writer's process is followed, as soon as it returns, by requests to two servers.

    uv run python -m tests.benchmarks.freshness [--times 2000] [--postgresql]

A report is published, withdrawn, named anew by the register, and begun by the clock, so many times each.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.benchmarks.database import use_database


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.freshness", description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=2000, help="changes of each kind")
    parser.add_argument("--postgresql", action="store_true", help="on a throw-away PostgreSQL in place of SQLite")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="shaf-freshness-")))
        use_database(parser, stack, folder, postgresql=asked.postgresql)
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django

        django.setup()
        run(asked.times, stack)


def scheduled(article: Any, editor: Any) -> datetime:
    """Approve for a time that is near, and on a busy machine a little less near."""
    from articles.desk import workflow
    from articles.desk.article.refusal import Refusal
    from shaf.db.clock import database_now
    from tests import factories as f

    evidence, ahead = f.fingerprint_of(article), timedelta(milliseconds=500)
    while True:
        begins = database_now() + ahead
        try:
            workflow.approve(article.pk, "ar", by=editor, fingerprint=evidence, at=begins)
        except Refusal as refusal:
            if refusal.code != "time.past":
                raise
            ahead *= 2
        else:
            return begins


def run(times: int, stack: ExitStack) -> None:
    """Print how many of the answers were stale."""
    from django.core.management import call_command
    from tqdm import tqdm

    from articles.desk import workflow
    from authors.models import Author
    from shaf.db.clock import database_now
    from tests import factories as f
    from tests.benchmarks.wire import serve

    call_command("migrate", verbosity=0)
    f.make_publisher()
    editor, writer = f.make_user(role="editor"), f.make_user(role="writer")
    named = f.make_edition()
    servers = [stack.enter_context(serve(os.environ["DATABASE_URL"], workers=1)) for _server in range(2)]
    counted: Counter[str] = Counter()

    def see(kind: str, path: str, text: str, *, there: bool, until: datetime | None = None) -> None:
        for server in servers:
            _headers, body = server.get(path, {"Accept-Encoding": "identity"})
            if until and database_now() >= until:
                # It may have been answered on either side.
                continue
            counted[f"{kind}, asked"] += 1
            counted[f"{kind}, stale"] += (text.encode() in body) != there

    for number in tqdm(range(times), unit="change of each kind"):
        title = f"كناري {number}."
        see("published", "/articles/", title, there=False)
        article = f.make_article(title_ar=title)
        f.publish(article, by=writer, approver=editor)
        for path in ("/articles/", "/feed/"):
            see("published", path, title, there=True)
        workflow.withdraw(article.pk, "ar", by=editor, reason="سبب معلن")
        for path in ("/articles/", "/feed/"):
            see("withdrawn", path, title, there=False)
        author = Author.objects.get(pk=named.byline["authors"][0]["id"])
        author.name_ar = f"اسم {number}."
        author.save()
        see("renamed", f"/authors/{quote(author.slug_ar)}/", author.name_ar, there=True)
        title = f"موعد {number}."
        later = f.make_article(title_ar=title)
        workflow.submit(later.pk, "ar", by=writer)
        begins = scheduled(later, editor)
        see("begun by the clock, before", "/articles/", title, there=False, until=begins)
        while database_now() < begins:
            time.sleep(0.001)
        see("begun by the clock", "/articles/", title, there=True)
        workflow.withdraw(later.pk, "ar", by=editor, reason="سبب معلن")
    for kind in sorted({name.rpartition(",")[0] for name in counted}):
        tqdm.write(f"{kind}: {counted[f'{kind}, stale']} of {counted[f'{kind}, asked']} answers stale")


if __name__ == "__main__":
    main()
