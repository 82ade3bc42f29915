"""A thousand drafts, and a stranger who asks for every address that there is: nothing of a draft is in any answer.

uv run python -m tests.drills.leaks [--drafts 1000] [--postgresql]
"""

import http.client
from collections import Counter
from urllib.parse import quote, urlsplit

from tests.drills.installation import installation

CANARY = "كناري7canary"


def main() -> None:
    with installation("leaks", __doc__, ("drafts", 1000)) as (place, asked):
        from django.db import connection
        from tqdm import tqdm

        from articles.desk import workflow
        from tests import factories as f
        from tests.test_leaks import addresses

        f.make_publisher()
        writer = f.make_user(role="writer")
        published = f.make_edition(("ar", "en")).article
        texts = {f"{field}_{language}": CANARY for field in ("title", "standfirst") for language in ("ar", "en")}
        bodies = {f"body_{language}": f"<p>{CANARY}</p>" for language in ("ar", "en")}
        drafts = [f.make_article(by=writer, **texts, **bodies) for _one in tqdm(range(asked.drafts), unit="draft")]
        for draft in drafts[::3]:
            workflow.submit(draft.pk, "ar", by=writer)
        paths = addresses()
        connection.close()
        server = place.serve("--workers", "2", "--no-worker")

        def crawl() -> tuple[Counter[int], set[str]]:
            line, counted, found = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60), Counter(), set()
            for path in tqdm(paths, unit="address"):
                line.request("GET", quote(path, safe="/?=&.-"))
                response = line.getresponse()
                body = response.read()
                counted[response.status] += 1
                if CANARY.encode() in body + str(response.getheaders()).encode():
                    found.add(path)
            return counted, found

        counted, found = crawl()
        assert not found, sorted(found)[:20]
        assert 500 not in counted, counted
        tqdm.write(f"{asked.drafts} drafts, {len(paths)} addresses, answers {dict(counted)}: the canary in 0")
        # The same crawl sees what is published, so it could have failed.
        workflow.reopen(published.pk, "ar", by=writer)
        correction = {"correction_note_ar": "صُحّح.", "correction_kind_ar": "minor"}
        f.write(published, writer, title_ar=CANARY, **correction)
        f.publish(published)
        paths = [path for path in paths if path.count("/") < 4]
        _counted, found = crawl()
        assert found, "a published canary is not seen"
        tqdm.write(f"published, it is seen in {len(found)}")


if __name__ == "__main__":
    main()
