"""What the tests of /search/ make and read."""

from tests import factories as f
from tests.site.reading import headlines

WORD = "زعفران"


def make(title: str = "", body: str = "", **changes):
    own = {"title_ar": title} if title else {}
    return f.make_edition(**own | ({"body_ar": f"<p>{body}</p>"} if body else {}) | changes)


def titles(client, q: str = "", path: str = "/search/", **filters: str) -> list[str]:
    return headlines(client.get(path, {"q": q, **filters}))
