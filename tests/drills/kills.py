"""The server is killed in the middle of an approval: the old or the new edition is live, never neither, never both.

uv run python -m tests.drills.kills [--times 300] [--postgresql]
"""

import random
import threading
import time
from collections import Counter

from tests.drills.installation import Person, form_of, installation, somebody, status


def main() -> None:
    with installation("kills", __doc__, ("times", 300)) as (place, asked):
        from django.db import connection
        from tqdm import tqdm

        from articles.desk import workflow
        from articles.models import Article, Track, Transition
        from articles.press.models import Edition
        from articles.press.seal import verify
        from shaf.db.clock import database_now
        from tests import factories as f

        f.make_publisher()
        editor, writer = somebody("editor"), f.make_user(role="writer")
        article = f.make_article()
        f.publish(article)
        path = f"/admin/articles/article/{article.pk}/review/ar/"
        port, longest = 0, 0.4
        counted: Counter[str] = Counter()
        person: Person | None = None
        for number in tqdm(range(asked.times), unit="kill"):
            track = Track.objects.get(article=article, language="ar")
            if track.state == "approved":
                workflow.reopen(article.pk, "ar", by=writer)
            if track.state != "review":
                version = Article.objects.get(pk=article.pk).version
                changes = {
                    "title_ar": f"عنوان {number} .",
                    "correction_note_ar": "صُحّح.",
                    "correction_kind_ar": "minor",
                }
                workflow.write(article.pk, by=writer, changes=changes, base_version=version)
                workflow.submit(article.pk, "ar", by=writer)
            before = Edition.objects.count()
            connection.close()
            server = place.serve("--workers", "1", "--no-worker", port=port)
            port = int(server.url.rpartition(":")[2])
            if person is None:
                person = Person(server.url, editor).log_in()
            _status, page = person.open(path)
            form = form_of(page, "approve", when="now")
            assert form is not None, page[:2000]
            pressed = threading.Thread(target=person.open, args=(path, form | {"verb": "approve"}))
            pressed.start()
            time.sleep(random.uniform(0, longest))
            server.kill()
            pressed.join()
            counted["published" if Edition.objects.count() > before else "not published"] += 1
            # So that about half of them are, however fast the machine is.
            longest *= 0.97 if counted["published"] > counted["not published"] else 1.03
            live = list(Edition.live_at(database_now()).filter(article=article, language="ar"))
            assert len(live) == 1, f"{len(live)} editions live"
            approvals = Transition.objects.filter(article=article, verb="approve").count()
            assert approvals == Edition.objects.filter(article=article).count(), "an edition without its record"
            last = Transition.objects.filter(article=article).first()
            assert Track.objects.get(article=article, language="ar").state == last.to_state
        broken = [one for one in verify() if one]
        assert not broken, broken
        server = place.serve("--workers", "1", "--no-worker")
        assert status(f"{server.url}/r/{article.pk}/") == 200
        server.stop()
        tqdm.write(f"{asked.times} kills: {dict(counted)}; each time one edition live, every seal sound")


if __name__ == "__main__":
    main()
