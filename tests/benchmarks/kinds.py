"""The kinds of pages, and for each as many different addresses as there are requests: ours and the bare site's."""

import random
from dataclasses import dataclass
from urllib.parse import quote

from articles.press.models import Edition
from articles.site.lists import PAGE, cursor
from tests.benchmarks.archive import MARKER, common_words, word, words

# What is everywhere is asked for by many words; the same order at every size and in every run.
SEED = 2026


@dataclass(frozen=True, slots=True)
class Kind:
    """`ours`, `bare`: addresses, walked in turn. `most`: the highest ratio that is good, None where nothing is said.

    `again`: asked with the validator of an earlier answer, for a 304; the bare site, as Django leaves it, has none.
    `changed`: something was published just before.
    """

    name: str
    most: float | None
    queries: int
    ours: list[str]
    bare: list[str]
    again: bool = False
    changed: bool = False


def kinds(size: int, requests: int) -> list[Kind]:
    """For an archive of `size` editions."""
    chance = random.Random(SEED)
    listed = Edition.objects.exclude(title__startswith=MARKER).only("article_id", "slug", "first_live_from")
    # Without the oldest, behind which there is no further page.
    known = list(listed.order_by("pk"))[1:]
    editions = chance.sample(known, min(requests, len(known)))
    reports = [f"/articles/{edition.article_id}/{quote(edition.slug)}/" for edition in editions]
    deep = [f"/articles/?before={cursor(edition)}" for edition in editions]
    pages = [f"/articles/?page={chance.randint(2, max(2, size // PAGE))}" for _request in range(requests)]
    printed = list(Edition.objects.order_by("pk")[:24])
    topics = sorted({f"/topics/{quote(topic['slug'])}/" for e in printed for topic in e.topics})
    branches = sorted({f"/branches/{quote(e.credits['branch']['slug'])}/" for e in printed})
    rare = [f"/search/?q={quote(one)}" for one in chance.sample(words(size), min(requests, len(words(size))))]
    none = [f"/search/?q={quote(word(10**6 + n))}" for n in range(requests)]
    common = [f"/search/?q={quote(one)}" for one in common_words()[:50]]
    feeds = [["/feed/"], ["/feed/atom/"], ["/feed/json/"]]
    bare_feeds = [["/feed/"], ["/feed.atom"], ["/feed.json"]]
    return [
        Kind("report", 0.7, 3, reports, reports),
        Kind("report, 304", 0.7, 3, reports, reports, again=True),
        Kind("report, first after a change", None, 9, reports, reports, changed=True),
        Kind("list, newest", 1, 4, ["/articles/"], ["/articles/"]),
        Kind("list, deep", 1, 4, deep, pages),
        Kind("list, 304", 1, 4, ["/articles/"], ["/articles/"], again=True),
        Kind("branch", 1, 4, branches, branches),
        Kind("topic", 1, 4, topics, topics),
        Kind("topic of one report", 1, 4, *[[f"/topics/{quote('موضوع-واحد')}/"]] * 2),
        Kind("home", 1, 4, ["/"], ["/"]),
        Kind("home, first after a change", None, 9, ["/"], ["/"], changed=True),
        *(
            Kind(f"feed, {name}", 1, 3, ours, bare)
            for name, ours, bare in zip(("RSS", "Atom", "JSON"), feeds, bare_feeds, strict=True)
        ),
        Kind("feed, 304", 1, 3, feeds[0], bare_feeds[0], again=True),
        Kind("search, ten reports", 1.5, 4, rare, rare),
        Kind("search, every report", 1.5, 4, common, common),
        Kind("search, nothing", 1.5, 4, none, none),
    ]
